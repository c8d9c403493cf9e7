"""What is peculiar to terminals and pipes: encodings, colours, a progress bar, a reader that goes away."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from time import monotonic
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.progress import Progress, TaskID

LONG = 1.5
"""Seconds after which a run is long enough for a progress bar."""
_REFRESH = 0.1


def prepare() -> None:
    """Make sure that there are standard streams and that writing never fails on a character.

    Odd bytes in file names pass as they are; what the encoding of a terminal lacks becomes ``?``.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 - for as long as we live
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            utf8 = stream.encoding.lower().replace("_", "-") in {"utf-8", "utf8"}
            stream.reconfigure(errors="surrogateescape" if utf8 else "replace")


def write_utf8(stream: TextIO) -> None:
    """Make `stream` UTF-8 with newlines as they are, as programs expect; odd bytes in file names become escapes that JSON knows."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def colour(choice: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write colours to `stream`: the option decides, then NO_COLOR and FORCE_COLOR, then whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") != "0":
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def clear(stream: TextIO) -> None:
    """Empty the screen if `stream` is one; what was shown before stays where one can scroll back to it."""
    if stream.isatty() and os.environ.get("TERM") != "dumb":
        understand_colour()
        stream.write("\x1b[2J\x1b[H")
        stream.flush()


def understand_colour() -> None:
    """Make the console of Windows understand escape sequences; elsewhere there is nothing to do."""
    if os.name == "nt":
        os.system("")  # noqa: S605, S607 - the known way: any command switches them on


def give_up_output() -> None:
    """After writing failed: let what is still in the buffers go nowhere instead of failing again at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())


class Output:
    """Standard output, with a progress bar on standard error when that is a terminal and the run is long."""

    def __init__(self, total: int, label: str) -> None:
        self._total = total
        self._label = label
        self._next = monotonic() + LONG if sys.stderr.isatty() else float("inf")
        self._done = 0
        self._bar: tuple[Progress, TaskID] | None = None
        self._above: list[str] = []
        """Text that waits for the next look of the bar: drawing it again for each file would cost more than checking."""

    def write(self, text: str) -> None:
        """Write `text`, above the bar if there is one."""
        if self._bar and sys.stdout.isatty():
            self._above.append(text)
        else:
            sys.stdout.write(text)

    def step(self) -> None:
        """One more file is done."""
        self._done += 1
        if monotonic() > self._next and self._done < self._total:
            self._show()

    def close(self) -> None:
        """Take the bar away and let everything out."""
        if self._bar:
            self._bar[0].stop()
            self._bar = None
        sys.stdout.write("".join(self._above))
        sys.stdout.flush()

    def _show(self) -> None:
        if self._bar is None:
            from rich.console import Console  # 50 ms, which a long run does not feel
            from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

            sys.stdout.flush()
            columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn())
            progress = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False, redirect_stdout=False)
            progress.start()
            self._bar = progress, progress.add_task(self._label, total=self._total)
        progress, task = self._bar
        if self._above:
            progress.console.out("".join(self._above), end="", highlight=False)
            self._above.clear()
        progress.update(task, completed=self._done, refresh=True)
        self._next = monotonic() + _REFRESH
