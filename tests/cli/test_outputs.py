"""Several formats in one run, each to its file; nothing half-written, no report overwritten."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from reportlint.cli.outputs import FileSink
from reportlint.errors import UsageError
from reportlint.formats import Destination, destination

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

BAD = "切实##paidbegin##加强预算约束。\n"
LINE = "bad.txt:1:3: error M001 pay-wall tag ##paidbegin## left in the text\n"


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("json", Destination("json")),
        ("json:-", Destination("json")),
        ("json:out.json", Destination("json", "out.json")),
        (r"json:C:\报告\out.json", Destination("json", r"C:\报告\out.json")),
        ("json：结果.json", Destination("json", "结果.json")),
        ("json: a：b.json ", Destination("json", "a：b.json")),
    ],
)
def test_destination(text: str, there: Destination) -> None:
    assert destination(text) == there


def test_each_format_goes_to_its_file(cli: Cli, write: Write, folder: Path) -> None:
    write({"bad.txt": BAD})

    outcome = cli("bad.txt", "-f", "concise", "-f", "json:out/深/a.json", "-f", "checkstyle:c.xml")

    assert (outcome.code, outcome.out, outcome.err) == (1, LINE, "written: out/深/a.json, c.xml\n")
    assert json.loads((folder / "out/深/a.json").read_text("utf-8"))["findings"][0]["code"] == "M001"
    assert ET.parse(folder / "c.xml").find("file/error") is not None
    assert sorted(os.listdir(folder)) == ["bad.txt", "c.xml", "out"]


def test_without_results_on_stdout_the_numbers_are_said(cli: Cli, write: Write, folder: Path) -> None:
    write({"bad.txt": BAD})

    outcome = cli("bad.txt", "--output-format", "concise", "--output-file", "out.txt")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == "1 file: 1 error; 1 can be mended with --fix.\nwritten: out.txt\n"
    assert (folder / "out.txt").read_text("utf-8") == LINE


def test_a_file_has_no_colours(cli: Cli, write: Write, folder: Path) -> None:
    write({"bad.txt": BAD})

    cli("bad.txt", "--color", "always", "-f", "full:a.txt")

    assert "\x1b" not in (folder / "a.txt").read_text("utf-8")


def test_the_configuration_names_files_from_its_folder(cli: Cli, write: Write, folder: Path) -> None:
    write({"reportlint.toml": 'output-format = ["concise", "json:out/a.json"]\n', "sub/bad.txt": BAD})
    os.chdir(folder / "sub")

    assert cli("bad.txt").out == LINE
    assert (folder / "out/a.json").exists()
    assert cli("bad.txt", "-f", "json").out.startswith('{"version"')


def test_what_was_there_stays_until_the_run_is_done(cli: Cli, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"bad.txt": BAD, "out.txt.old": b"old"})

    def interrupted(*_: object) -> None:
        assert (folder / "out.txt.old").read_bytes() == b"old"
        raise KeyboardInterrupt

    monkeypatch.setattr("reportlint.cli.running.check_file", interrupted)

    assert cli("bad.txt", "-o", "out.txt.old").code == 130
    assert (folder / "out.txt.old").read_bytes() == b"old"
    assert sorted(os.listdir(folder)) == ["bad.txt", "out.txt.old"]


def test_a_link_and_the_permissions_stay(cli: Cli, write: Write, folder: Path) -> None:
    write({"bad.txt": BAD, "real/out": b"old"})
    os.chmod(folder / "real/out", 0o640)
    (folder / "link").symlink_to("real/out")

    cli("bad.txt", "-f", "concise", "-o", "link")

    assert (folder / "link").is_symlink()
    assert (folder / "real/out").read_text("utf-8") == LINE
    assert (folder / "real/out").stat().st_mode & 0o777 == 0o640


def test_a_pipe_is_written_to_as_it_is(cli: Cli, write: Write) -> None:
    write({"bad.txt": BAD})

    assert cli("bad.txt", "-o", os.devnull).code == 1
    assert not os.path.isfile(os.devnull)


@pytest.mark.parametrize(("file", "reason"), [("folder", "it is a folder, not a file"), ("bad.txt/out", "not a folder")])
def test_a_file_that_cannot_be_written(cli: Cli, write: Write, folder: Path, file: str, reason: str) -> None:
    write({"bad.txt": BAD})
    (folder / "folder").mkdir()

    outcome = cli("bad.txt", "-f", "concise", "-f", "json:a.json", "-f", f"jsonl:{file}")

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"reportlint: the results cannot be written to {file}: ")
    assert reason in outcome.err
    assert sorted(os.listdir(folder)) == ["bad.txt", "folder"]


def test_a_report_is_never_overwritten(cli: Cli, write: Write, folder: Path) -> None:
    write({"bad.txt": BAD, "sub/more.md": BAD})

    for arguments in (["bad.txt", "-o", "bad.txt"], [".", "-f", "json:./sub/more.md"], [".", "-o", str(folder / "bad.txt")]):
        outcome = cli(*arguments)
        assert outcome.code == 2
        assert "is one of the files to check, the results cannot go there: name another file" in outcome.err
    assert (folder / "bad.txt").read_text("utf-8") == (folder / "sub/more.md").read_text("utf-8") == BAD


def test_what_the_last_run_wrote_is_no_report(cli: Cli, write: Write, folder: Path) -> None:
    write({"bad.txt": BAD})

    for _ in range(2):
        assert cli(".", "-f", "markdown:out.md").err.startswith("1 file: 1 error;")
    assert "pay-wall tag" in (folder / "out.md").read_text("utf-8")


def test_github_gets_a_summary(cli: Cli, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"bad.txt": BAD, "summary": "before\n"})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder / "summary"))

    outcome = cli("bad.txt", "-f", "github")
    cli("bad.txt", "-f", "concise")

    assert outcome.out.startswith("::error ")
    text = (folder / "summary").read_text("utf-8")
    assert text.startswith("before\n<!-- reportlint -->\n## Results of checking the reports\n")
    assert text.count("| error | bad.txt:1:3 | M001 | pay-wall tag ##paidbegin## left in the text |\n") == 1


def test_a_summary_that_cannot_be_written_stops_nothing(cli: Cli, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"bad.txt": BAD})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(folder))

    outcome = cli("bad.txt", "-f", "github")

    assert outcome.code == 1
    assert outcome.err == "no step summary: the file of GITHUB_STEP_SUMMARY cannot be written: it is a folder, not a file\n"


def test_processes_write_the_same(cli: Cli, write: Write, folder: Path) -> None:
    write({f"{n}.txt": BAD * n for n in range(9)})

    for jobs in ("1", "3"):
        cli(".", "-j", jobs, *(argument for name in ("junit", "jsonl", "gitlab") for argument in ("-f", f"{name}:{jobs}/{name}")))

    assert [(folder / "1" / name).read_bytes() for name in os.listdir(folder / "1")] == [
        (folder / "3" / name).read_bytes() for name in os.listdir(folder / "1")
    ]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_a_full_disk_is_said(folder: Path) -> None:
    sink = FileSink(str(folder / "out"), machine=True)
    sink._file.close()
    sink._file = open("/dev/full", "wb")  # noqa: SIM115 - closed by abandon

    with pytest.raises(UsageError, match="the disk is full"):
        sink.write("x" * 100_000)
    sink.abandon()
    assert os.listdir(folder) == []


@pytest.mark.parametrize("name", ["csv", "xlsx", "markdown"])
def test_an_earlier_list_is_known_whatever_it_is_called(cli: Cli, write: Write, name: str) -> None:
    write({"bad.txt": BAD})

    outcomes = [cli(".", "--include", "*", "-f", f"{name}:list.{name}").err for _ in range(2)]

    assert outcomes[0] == outcomes[1] == f"1 file: 1 error; 1 can be mended with --fix.\nwritten: list.{name}\n"


def test_a_workbook_needs_a_file_and_the_library(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"bad.txt": BAD})

    assert cli("bad.txt", "-f", "xlsx").err == "reportlint: xlsx is no text, name a file: xlsx:out.xlsx\n"
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    outcome = cli("bad.txt", "-f", "xlsx:out.xlsx", "--lang", "zh")
    assert (outcome.code, outcome.err) == (2, "reportlint: xlsx 格式需要先安装：pip install 'reportlint[xlsx]'\n")
    assert os.listdir() == ["bad.txt"]
