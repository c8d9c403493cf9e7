"""``--watch``, as a process that goes on while files change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO

import pytest

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

BAD = "切实##paidbegin##加强预算约束。\n"
GOOD = "切实加强预算约束。\n"
FOUND = "报告.txt:1:3: error M001 pay-wall tag ##paidbegin## left in the text"
PATIENCE = 120
"""Seconds to wait for a line on a machine that has much else to do."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as a signal")


class Watching:
    """A running ``reportlint --watch``."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reportlint", "--watch", "--select", "M001", "-f", "concise", *arguments],
            cwd=folder, env={"PATH": "", "LC_ALL": "C.UTF-8"}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert self.process.stdout
        self._lines: Queue[str] = Queue()
        Thread(target=self._read, args=(self.process.stdout,), daemon=True).start()

    def _read(self, out: BinaryIO) -> None:
        for line in out:
            self._lines.put(line.decode().rstrip("\n"))

    def until_waiting(self) -> list[str]:
        """The lines up to the one that says that it waits, without the time of day."""
        lines: list[str] = []
        while not lines or "waiting for changes" not in lines[-1]:
            line = self._lines.get(timeout=PATIENCE)
            lines.append(line.partition("] ")[2] if line.startswith("[") else line)
        return lines

    def end(self) -> int:
        """The exit code after Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)

    def rest(self) -> list[str]:
        """The lines that nobody read, once it has ended."""
        return [self._lines.get() for _ in range(self._lines.qsize())]


def replace(name: str, content: str | bytes) -> None:
    """Change a file at once: no test may fail because half of it stood there for long on a busy machine."""
    Path(".new").write_bytes(content.encode() if isinstance(content, str) else content)
    Path(".new").replace(name)


Watch = Callable[..., Watching]


@pytest.fixture
def watch(folder: Path) -> Iterator[Watch]:
    running: list[Watching] = []

    def start(*arguments: str) -> Watching:
        running.append(Watching(folder, *(arguments or ("--isolated", "."))))
        return running[-1]

    yield start
    for one in running:
        one.process.kill()
        one.process.wait()
        assert one.process.stdout
        one.process.stdout.close()


def _waiting(files: str) -> str:
    return f"waiting for changes to {files}; Ctrl-C ends it"


def test_checks_again_what_was_written_and_ends_well(watch: Watch, write: Write) -> None:
    write({"报告.txt": BAD})
    watching = watch()
    assert watching.until_waiting() == [FOUND, _waiting("1 file")]

    replace("报告.txt", GOOD)
    assert watching.until_waiting() == ["changed: 报告.txt", _waiting("1 file")]

    replace("新.txt", BAD)
    assert watching.until_waiting() == ["changed: 新.txt", FOUND.replace("报告", "新"), _waiting("2 files")]

    Path("新.txt").unlink()
    assert watching.until_waiting() == ["changed: 新.txt (removed)", _waiting("1 file")]

    assert watching.end() == 0
    assert watching.rest() == []


def test_reads_configuration_and_rules_again(watch: Watch, write: Write) -> None:
    write({"报告.txt": GOOD, "reportlint.toml": ""})
    watching = watch("--no-cache", "--extend-select", "T", ".")
    assert watching.until_waiting() == [_waiting("1 file")]

    replace("reportlint.toml", "select = ['M001'\n")
    changed, wrong, waits = watching.until_waiting()
    assert changed == "changed: reportlint.toml"
    assert wrong.startswith("reportlint: reportlint.toml:")
    assert waits == _waiting("1 file")

    replace("reportlint.toml", 'per-file-ignores = { "*" = ["M001"] }\n')
    assert watching.until_waiting() == ["changed: reportlint.toml", _waiting("1 file")]

    replace("报告.txt", BAD)
    assert watching.until_waiting() == ["changed: 报告.txt", _waiting("1 file")]

    replace("reportlint.toml", "")
    assert watching.until_waiting() == ["changed: reportlint.toml", FOUND, _waiting("1 file")]

    replace(".reportlint-ignore.toml", "这不是 TOML")
    changed, wrong, waits = watching.until_waiting()
    assert changed == "changed: .reportlint-ignore.toml"
    assert wrong.startswith("reportlint: .reportlint-ignore.toml:1")
    assert watching.end() == 0


def test_looks_into_folders_of_rules(watch: Watch, write: Write) -> None:
    write({"报告.txt": GOOD, "reportlint.toml": 'rules = ["own"]\n', "own/words.toml": _RULE.format("没有这样的词")})
    watching = watch("--extend-select", "U001", ".")
    assert watching.until_waiting() == [_waiting("1 file")]

    replace("own/words.toml", _RULE.format("预算约束"))
    changed, found, _ = watching.until_waiting()

    assert changed == "changed: own/words.toml"
    assert found.startswith("报告.txt:1:5: warning U001 ")
    assert watching.end() == 0


_RULE = """code = "U001"
name = "no-word"
severity = "warning"
title = {{ zh = "禁用词", en = "forbidden word" }}
message = {{ zh = "不用这个词", en = "not this word" }}
help = {{ zh = "换一个词", en = "take another" }}
good = ["好。"]
bad = ["⟦{0}⟧。"]
[existence]
words = ["{0}"]
"""


def test_archives_and_reports_on_each_other(watch: Watch, write: Write) -> None:
    write({"报告.zip": _packed(GOOD)})
    watching = watch("--isolated", "--extend-select", "C", ".")
    assert watching.until_waiting() == [_waiting("1 file")]

    replace("报告.zip", _packed(BAD))
    changed, found, _ = watching.until_waiting()
    assert changed == "changed: 报告.zip"
    assert found == FOUND.replace("报告.txt", "报告.zip!一.txt")
    assert watching.end() == 0


def test_its_own_files_are_no_change(watch: Watch, write: Write) -> None:
    write({"报告.txt": BAD})
    watching = watch("-f", "html:结果.html", "--isolated", ".")
    assert watching.until_waiting()[-1] == _waiting("1 file")

    replace("报告.txt", GOOD)
    assert watching.until_waiting()[0] == "changed: 报告.txt"
    assert watching.end() == 0
    assert watching.rest() == []
    assert "结果.html" in os.listdir()


def test_clears_a_terminal_only(folder: Path, write: Write) -> None:
    import pty  # there is none on Windows

    write({"报告.txt": BAD})
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "reportlint", "--watch", "--isolated", "--select", "M001", "-f", "concise", "--color", "never", "."],
        cwd=folder, env={"PATH": "", "LC_ALL": "C.UTF-8", "TERM": "xterm"}, stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    try:
        first = _read_until(ours, b"Ctrl-C ends it")
        replace("报告.txt", GOOD)
        second = _read_until(ours, b"Ctrl-C ends it")
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait()
        os.close(ours)

    assert FOUND.encode() in first
    assert b"\x1b[2J" not in first
    assert second.lstrip().startswith(b"\x1b[2J\x1b[H[")
    assert FOUND.encode() not in second


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--fix", "."], "--watch only checks: it does not go with --fix"),
        (["--diff", "."], "--watch only checks: it does not go with --diff"),
        (["--show-files", "."], "--watch only checks: it does not go with --show-files"),
        (["--annotate", "out", "."], "--watch only checks: it does not go with --annotate"),
        (["--staged"], "--watch only checks: it does not go with --staged"),
        (["--baseline", "b", "--write-baseline", "."], "--watch only checks: it does not go with --write-baseline"),
        (["-"], "standard input does not change: it does not go with --watch"),
        (["-f", "json", "."], "with --watch the screen shows full, concise, grouped, jsonl only; write json to a file: -f json:FILE"),
    ],
)
def test_what_does_not_go_with_it(cli: Cli, write: Write, arguments: list[str], message: str) -> None:
    write({"报告.txt": GOOD})

    done = cli("--watch", "--isolated", *arguments)

    assert (done.code, done.out, done.err) == (2, "", f"reportlint: {message}\n")


def _packed(text: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("一.txt", text)
    return packed.getvalue()


def _read_until(terminal: int, end: bytes) -> bytes:
    seen = b""
    while end not in seen:
        seen += os.read(terminal, 4096)
    return seen
