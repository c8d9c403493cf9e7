"""Colours, encodings and pipes, as whole processes where it matters."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportlint.cli.terminal import colour

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

BAD = "切实##paidbegin##加强预算约束。\n"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "terminal", "environment", "coloured"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", True, {"FORCE_COLOR": "0"}, True),
        ("auto", True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(choice: str, terminal: bool, environment: dict[str, str], coloured: bool) -> None:
    assert colour(choice, _Terminal() if terminal else io.StringIO(), environment) is coloured


def _program(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reportlint", "--select", "M001", *arguments],
        cwd=folder, env={"PATH": "", "LC_ALL": "C.UTF-8", **environment}, capture_output=True, check=False,
    )  # fmt: skip


def test_as_a_module(folder: Path, write: Write) -> None:
    write({"报告.txt": BAD})

    done = _program(folder, "报告.txt")

    assert done.returncode == 1
    assert done.stdout.decode().startswith("报告.txt:1:3: error M001 paid-marker  pay-wall tag")
    assert done.stderr == b""


def test_gbk_terminal(folder: Path, write: Write) -> None:
    write({"报告.txt": BAD + "\U0001f600㐀##paidend##\n"})

    done = _program(folder, "报告.txt", "--lang", "zh", PYTHONIOENCODING="gbk")

    text = done.stdout.decode("gbk")
    assert "报告.txt:1:3: 错误 M001 paid-marker  正文里留有付费标签 ##paidbegin##" in text
    assert "切实〖##paidbegin##〗加强预算约束。" in text
    assert "位于" not in text
    assert "??〖##paidend##〗" in text
    assert done.stderr == b""


def test_help_on_a_gbk_terminal_loses_nothing(folder: Path) -> None:
    for page in (["--help"], ["explain", "M001"], ["rules"]):
        done = subprocess.run(
            [sys.executable, "-m", "reportlint", "--lang", "zh", *page],
            cwd=folder, env={"PYTHONIOENCODING": "gbk", "LC_ALL": "C.UTF-8"}, capture_output=True, check=True,
        )  # fmt: skip
        assert "?" not in done.stdout.decode("gbk")


def test_json_is_utf8_on_any_terminal(folder: Path, write: Write) -> None:
    write({"报告.txt": BAD})

    done = _program(folder, "报告.txt", "--output-format", "json", PYTHONIOENCODING="gbk")

    assert json.loads(done.stdout.decode("utf-8"))["findings"][0]["path"] == "报告.txt"


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes")
def test_file_names_in_odd_bytes(folder: Path) -> None:
    name = b"\xb1\xa8\xb8\xe6.txt"  # GBK
    with open(bytes(folder) + b"/" + name, "wb") as file:
        file.write(BAD.encode())

    assert _program(folder, ".").stdout.startswith(name + b":1:3: error M001")
    found = json.loads(_program(folder, ".", "--output-format", "json").stdout.decode("utf-8"))
    assert found["findings"][0]["path"] == name.decode("utf-8", "surrogateescape")


@pytest.mark.parametrize("form", ["full", "concise", "json", "github"])
def test_reader_that_goes_away(folder: Path, write: Write, form: str) -> None:
    write({"a.txt": BAD * 5000})

    with subprocess.Popen(
        [sys.executable, "-m", "reportlint", "--select", "M001", "--output-format", form, "a.txt"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode in (1, 141)  # Python may take a write for done of which the pipe took a part


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_output_that_cannot_be_written(folder: Path, write: Write) -> None:
    write({"a.txt": BAD})

    for arguments in (["a.txt"], ["--help"]):
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "reportlint", *arguments],
                cwd=folder, env={"LC_ALL": "C.UTF-8"}, stdout=full, stderr=subprocess.PIPE, check=False,
            )  # fmt: skip
        assert (done.returncode, done.stderr) == (2, b"reportlint: the output cannot be written: the disk is full\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_closed_streams(folder: Path, write: Write) -> None:
    write({"a.txt": BAD})
    program = f"{sys.executable} -m reportlint --select M001"

    for command, code in (("a.txt >&-", 1), ("a.txt 2>&-", 1), ("- <&-", 2), ("nothing.txt >&- 2>&-", 2)):
        done = subprocess.run(["sh", "-c", f"{program} {command}"], cwd=folder, env={"LC_ALL": "C.UTF-8"}, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (code, b"")


def test_a_fault_of_the_program_is_no_finding(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a.txt": BAD})
    monkeypatch.setattr("reportlint.cli.check.discover", lambda *_, **__: 1 / 0)

    outcome = cli("a.txt")

    assert outcome.code == 2
    assert outcome.err.startswith("Traceback")
    assert outcome.err.endswith("ZeroDivisionError: division by zero\nreportlint: internal error: please report the above\n")
