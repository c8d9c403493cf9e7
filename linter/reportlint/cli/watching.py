"""``--watch``: check, wait until something changes, check again.

Each time the whole program runs anew in a process of its own: rules, kinds and configurations are read again, what rules say about
several reports stays right, and what did not change comes out of the cache. Changes are seen by looking, about once a second: that needs
no library and works on network drives and in containers, where systems tell nobody of changes.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from time import perf_counter, sleep, strftime
from typing import TYPE_CHECKING

from reportlint.archive import SEPARATOR
from reportlint.cli import known, terminal
from reportlint.config.load import NAMES
from reportlint.discovery import File
from reportlint.errors import UsageError
from reportlint.formats import FORMATS
from reportlint.reporters.words import shown
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlint.config.load import Configs
    from reportlint.discovery import LeftOut
    from reportlint.formats import Destination

Look = Callable[[], "tuple[Configs, list[File | LeftOut]]"]
"""Reads the configurations and finds the files as a run would. Raises UsageError."""

State = dict[str, tuple[int, int, int]]
"""Of each file that counts when it was changed, how long it is, and which it is: editors replace files."""

_EVERY = 0.7
"""Seconds between two looks."""
_SHARE = 10
"""How many times as long as a look takes the wait for the next one is, at least."""
_SETTLED = 0.25
"""Seconds in which nothing more changes once all is written."""
_PATIENCE = 40
"""How many times to wait for that: a file that grows for longer is checked as it is."""
_GRACE = 3
"""Seconds that a run gets to end after Ctrl-C, which it hears itself."""
_NAMED = 3
"""Files that are named among those that changed."""
_READER_GONE = 141

_RUN = "import signal; from reportlint.cli import main; signal.signal(signal.SIGINT, signal.default_int_handler); main()"
"""The program for one run. It comes up with Ctrl-C ignored: pressed while Python starts, that would print a traceback."""

_WAITING = Bilingual("[{time}] 等待改动（{count} 个文件），按 Ctrl-C 结束", "[{time}] waiting for changes to {count}; Ctrl-C ends it")
_CHANGED = Bilingual("[{time}] 有改动：{list}", "[{time}] changed: {list}")
_MORE = Bilingual("{list}等 {count} 个", "{list} and {count} more")
_REMOVED = Bilingual("{path}（已删除）", "{path} (removed)")

_AGAIN_AND_AGAIN = frozenset({"full", "concise", "grouped", "jsonl"})
"""Formats of which several results may stand one behind the other."""


def refuse_formats(there: Sequence[Destination]) -> None:
    """Raise UsageError for formats whose result is one whole: on the screen the next would come behind it."""
    for one in there:
        if not one.file and one.format not in _AGAIN_AND_AGAIN:
            names = [name for name in FORMATS if name in _AGAIN_AND_AGAIN]
            raise UsageError(
                Bilingual(
                    f"--watch 时屏幕上只能用 {'、'.join(names)}；{one.format} 请写入文件：-f {one.format}:文件",
                    f"with --watch the screen shows {', '.join(names)} only; write {one.format} to a file: -f {one.format}:FILE",
                )
            )


def watch(look: Look, written: Iterable[str], baseline: str | None, language: str, *, quiet: bool) -> int:
    """Check again and again until Ctrl-C; the exit code is 0. `written`: files that runs write themselves."""
    watcher = _Watcher(look, frozenset(map(os.path.realpath, written)), baseline)
    arguments = [argument for argument in sys.argv[1:] if argument != "--watch"]

    def say(text: str) -> None:
        if not quiet:
            print(text, file=sys.stderr, flush=True)

    try:
        state = watcher.state()
        while True:
            if _run(arguments) == _READER_GONE:
                return _READER_GONE
            say(_WAITING.in_(language).format(time=strftime("%H:%M:%S"), count=_counted(watcher.reports, language)))
            new = watcher.changed(state)
            terminal.clear(sys.stdout)
            say(_CHANGED.in_(language).format(time=strftime("%H:%M:%S"), list=_told(state, new, language)))
            state = new
    except KeyboardInterrupt:
        return 0


class _Watcher:
    """Looks at the disk."""

    def __init__(self, look: Look, written: frozenset[str], baseline: str | None) -> None:
        self._look = look
        self._written = written
        self._baseline = baseline
        self._files: set[str] = set()
        self.reports = 0
        """How many files there were to check."""

    def changed(self, old: State) -> State:
        """The state once it is another than `old`, and nothing more changes for a moment: half a file is not checked."""
        new = old
        while new == old:
            began = perf_counter()
            new = self.state()
            if new == old:
                sleep(max(_EVERY, _SHARE * (perf_counter() - began)))
        for _ in range(_PATIENCE):
            sleep(_SETTLED)
            last, new = new, self.state()
            if new == last:
                break
        return new

    def state(self) -> State:
        """What there is now. While a configuration is wrong, the files known before count."""
        try:
            configs, items = self._look()
        except UsageError:
            pass  # the run says so
        else:
            reports = {
                os.path.abspath(item.path.removesuffix(SEPARATOR + item.member.name) if item.member else item.path)
                for item in items
                if isinstance(item, File)
            }
            reports = {path for path in reports if os.path.realpath(path) not in self._written} if self._written else reports
            self.reports = len(reports)
            self._files = reports | set(self._beside(configs, reports))
        state: State = {}
        for path in self._files:
            try:
                stat = os.stat(path)
            except OSError:
                continue
            state[path] = stat.st_mtime_ns, stat.st_size, stat.st_ino
        return state

    def _beside(self, configs: Configs, reports: Iterable[str]) -> Iterator[str]:
        """Where files stand, or would stand, that have a say in what is found in `reports`."""
        folders = {os.getcwd(), *map(os.path.dirname, reports)}
        waiting = list(folders)
        while waiting:
            above = os.path.dirname(waiting.pop())
            if above not in folders:
                folders.add(above)
                waiting.append(above)
        for folder in folders:
            for name in (*NAMES, known.IGNORE_FILE):
                yield os.path.join(folder, name)
        if self._baseline:
            yield os.path.abspath(self._baseline)
        for config in configs.found():
            for part in config.parts or (config,):
                if part.file:
                    yield os.path.abspath(part.file)
            if config.baseline:
                yield config.baseline
            for folder in (*config.rules, *config.grammars):
                yield from _all_in(folder)


def _all_in(folder: str) -> Iterator[str]:
    for inner, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__" and not name.startswith(".")]
        yield from (os.path.join(inner, name) for name in names)


def _run(arguments: Sequence[str]) -> int:
    """Check once, as the command line says; the exit code. Raises KeyboardInterrupt once the run has ended, too."""
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process inherits this
    try:
        process = subprocess.Popen([sys.executable, "-P", "-c", _RUN, *arguments])  # noqa: S603 - ourselves
    finally:
        signal.signal(signal.SIGINT, heard)
    try:
        return process.wait()
    except BaseException:
        try:
            process.wait(_GRACE)
        except subprocess.TimeoutExpired:
            process.terminate()
            process.wait()
        raise


def _told(old: State, new: State, language: str) -> str:
    """What changed, in few words."""
    paths = sorted(path for path in old.keys() | new.keys() if old.get(path) != new.get(path))
    named = [shown(known.shown(path)) for path in paths[:_NAMED]]
    named = [name if path in new else _REMOVED.in_(language).format(path=name) for name, path in zip(named, paths, strict=False)]
    text = ("、" if language == "zh" else ", ").join(named)
    rest = len(paths) - len(named)
    return _MORE.in_(language).format(list=text, count=len(paths) if language == "zh" else rest) if rest else text


def _counted(count: int, language: str) -> str:
    return str(count) if language == "zh" else f"{count} file{'' if count == 1 else 's'}"
