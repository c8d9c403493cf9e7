"""`reportlint check`: what it checks, what it prints where, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.readers.word import document, paragraph, run

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

BAD = "切实##paidbegin##加强预算约束。\n"
GOOD = "切实加强预算约束。\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.txt"], 0),
        (["bad.txt"], 1),
        (["bad.txt", "--exit-zero"], 0),
        (["bad.txt", "--severity", "M001=warning"], 0),
        (["bad.txt", "--severity", "M001=warning", "--fail-on", "warning"], 1),
        (["bad.txt", "--severity", "paid-marker=info", "--fail-on", "warning"], 0),
        (["bad.txt", "--severity", "M=info", "--fail-on", "info"], 1),
        (["bad.txt", "--fail-on", "never"], 0),
        (["bad.txt", "missing.txt"], 2),
        (["missing.txt", "--exit-zero", "--fail-on", "never"], 2),
        (["empty"], 3),
        (["empty", "--exit-zero"], 3),
        (["empty", "--allow-empty"], 0),
        (["empty", "bad.txt"], 1),
        (["--allow-empty"], 0),
        ([], 2),
        (["bad.txt", "--no-cache"], 1),
        (["--ignore", "M001", "bad.txt"], 0),
        (["--per-file-ignores", "*.txt:M001", "bad.txt"], 0),
        (["--per-file-ignores", "other.txt:M001", "bad.txt"], 1),
        (["--per-file-ignores", "!other.txt:M001", "bad.txt"], 0),
    ],
)
def test_exit_code(cli: Cli, write: Write, folder: Path, arguments: list[str], code: int) -> None:
    write({"good.txt": GOOD, "bad.txt": BAD})
    (folder / "empty").mkdir()

    outcome = cli(*arguments)

    assert outcome.code == code, outcome


def test_check_is_the_command_without_a_name(cli: Cli, write: Write) -> None:
    write({"bad.txt": BAD})

    assert cli("check", "bad.txt", rules=None) == cli("bad.txt", rules=None)
    assert cli("--lang", "zh", "check", "bad.txt", rules=None) == cli("bad.txt", "--lang=zh", rules=None)


def test_a_file_may_be_called_like_a_command(cli: Cli, write: Write) -> None:
    write({"rules/bad.txt": BAD})

    assert cli("./rules").out.startswith("rules/bad.txt:1:3: error M001")


def test_results_on_stdout_talk_on_stderr(cli: Cli, write: Write) -> None:
    write({"bad.txt": BAD, "a.pptx": b"PK", "b.PPTX": b"PK", "c.ppt": b"%PDF"})

    outcome = cli("--output-format", "concise", ".")

    assert outcome.out == "bad.txt:1:3: error M001 pay-wall tag ##paidbegin## left in the text\n"
    assert outcome.err == "files of formats that cannot be read yet were skipped, 3 in all: .ppt 1, .pptx 2\n"


def test_nothing_to_check_is_said(cli: Cli, write: Write) -> None:
    write({"a.pptx": b"PK"})

    outcome = cli(".")

    assert outcome.code == 3
    assert outcome.out == ""
    assert "were skipped, 1 in all: .pptx 1" in outcome.err
    assert "There is nothing to check" in outcome.err


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing.txt", "no such file or folder"),
        ("missing", "no such file or folder"),
        ("a.pptx", "the format .pptx is not supported; these are: .txt"),
        ("README", "the format of a name without suffix is not supported"),
        ("loop.txt", "symbolic links run in a circle"),
        ("good.txt/x.txt", "a part of the path is not a folder"),
    ],
)
def test_what_cannot_be_read_is_a_finding(cli: Cli, write: Write, folder: Path, name: str, reason: str) -> None:
    write({"a.pptx": b"PK", "README": GOOD, "good.txt": GOOD})
    (folder / "loop.txt").symlink_to("loop.txt")

    outcome = cli("--output-format", "json", name, "good.txt")
    found = json.loads(outcome.out)

    assert outcome.code == 2
    assert [(f["code"], f["path"]) for f in found["findings"]] == [("E001", name)]
    assert reason in found["findings"][0]["message"]
    assert [file["status"] for file in found["files"]] == ["failed", "checked"]


def test_bytes_in_no_encoding(cli: Cli, write: Write) -> None:
    write({"x.txt": "一、".encode() + b"\xff\xff\xff" + bytes(range(128, 256))})

    outcome = cli("--output-format", "concise", "x.txt")

    assert outcome.code == 2
    assert outcome.out.startswith("x.txt:1:1: error E002 the bytes from offset ")


def test_file_over_the_limit(cli: Cli, write: Write) -> None:
    write({"big.txt": GOOD * 9, "reportlint.toml": "max-bytes = 100\n"})

    outcome = cli("--output-format", "concise", "big.txt")

    assert (outcome.code, outcome.out) == (
        2, "big.txt:1:1: error E001 the file cannot be read: larger than the limit of 100 bytes (max-bytes)\n",
    )  # fmt: skip


def test_other_encodings(cli: Cli, write: Write) -> None:
    write({"a.txt": BAD.encode("gb18030"), "b.txt": BAD.encode("utf-16"), "c.txt": BAD.replace("\n", "\r\n").encode("utf-8-sig")})

    found = json.loads(cli("--output-format", "json", ".").out)

    assert [(f["path"], f["line"], f["column"]) for f in found["findings"]] == [("a.txt", 1, 3), ("b.txt", 1, 3), ("c.txt", 1, 3)]
    assert [file["encoding"] for file in found["files"]] == ["gb18030", "utf-16-le-sig", "utf-8-sig"]


def test_standard_input(cli: Cli) -> None:
    assert cli("-", stdin=BAD.encode()).out.startswith("-:1:3: error M001")
    assert cli("--stdin-filename", "a/b.md", stdin=BAD.encode()).out.startswith("a/b.md:1:3: error M001")
    assert "format .pptx is not supported" in cli("--stdin-filename", "b.pptx", stdin=BAD.encode()).out


def test_standard_input_has_the_configuration_of_its_name(cli: Cli, write: Write) -> None:
    write({"sub/reportlint.toml": 'ignore = ["M001"]\nextend-exclude = ["out.txt"]\n'})

    assert cli("--stdin-filename", "b.txt", rules=None, stdin=BAD.encode()).code == 1
    assert "M001" not in cli("--stdin-filename", "sub/b.txt", rules=None, stdin=BAD.encode()).out
    assert cli("--stdin-filename", "sub/out.txt", "--force-exclude", stdin=BAD.encode()).code == 3


def test_a_crash_outside_the_rules_is_a_finding(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a.txt": BAD, "b.txt": BAD})

    def crash(path: str, data: bytes, _: object) -> None:
        raise RuntimeError(f"boom over {len(data)} bytes of {path}")

    monkeypatch.setattr("reportlint.engine.read", crash)
    outcome = cli("a.txt", "--output-format", "concise")

    assert outcome.code == 2
    assert (
        outcome.out
        == "a.txt:1:1: error E001 the file cannot be read: internal error of reportlint: RuntimeError: boom over 41 bytes of a.txt\n"
    )


def test_kind_and_year_from_the_command_line(cli: Cli, write: Write) -> None:
    write({"a.txt": GOOD})

    (file,) = json.loads(cli("--kind", "general", "--year", "2021", "--output-format", "json", "a.txt").out)["files"]

    assert (file["kind"], file["year"]) == ({"value": "general", "from": "option"}, {"value": 2021, "from": "option"})


def test_processes_give_the_same_output(cli: Cli, write: Write) -> None:
    write({f"{i:03}.txt": BAD * (i % 3) or GOOD for i in range(60)})

    for form in ("full", "concise", "json", "github"):
        assert cli(".", "--output-format", form, "-j", "3") == cli(".", "--output-format", form, "-j", "1")


def test_show_files_tells_of_documents_what_is_in_them(cli: Cli, write: Write) -> None:
    write({"报告.docx": document(paragraph(run("青石县林业局2023年法治政府建设年度报告")), paragraph(run("全年办案XX件。")))})

    shown = cli("--show-files", "报告.docx", "--select", "P").out
    assert shown.splitlines()[0] == (
        "报告.docx  in (named); kind law-based-government (title); year 2023 (title); issuer 青石县林业局 (title); "
        "date of issue unknown; 1 error"
    )
    assert cli("--show-files", "报告.docx", "--select", "P").out == shown, "as remembered"


def test_show_files(cli: Cli, write: Write) -> None:
    write({
        "a.txt": BAD.encode("gb18030"), "图.png": b"", "b.pptx": b"", "drafts/c.txt": BAD, "ignored.txt": BAD, ".gitignore": "ignored*\n",
        ".hidden/d.txt": BAD, "reportlint.toml": 'extend-exclude = ["drafts/"]\n',
    })  # fmt: skip

    outcome = cli("--show-files", ".", "missing.txt", "--kind", "general", "--year", "2023")

    assert outcome.code == 2
    lines = outcome.out.splitlines()
    assert ".hidden/  out (excluded by default)" in lines
    assert "drafts/  out (excluded by reportlint.toml: drafts/)" in lines
    assert "ignored.txt  out (excluded by .gitignore: ignored*)" in lines
    assert "b.pptx  out (.pptx cannot be read yet)" in lines
    assert "图.png  out (not a type of file to check)" in lines
    assert (
        "a.txt  in (found in a folder); encoding gb18030; kind general (command line); year 2023 (command line); "
        "issuer unknown; date of issue unknown; 1 error" in lines
    )
    assert "missing.txt  in (named); the file cannot be read: no such file or folder; 1 error" in lines
    assert lines[-1] == "2 files: 2 errors; 1 can be mended with --fix; 1 could not be checked in full."


def test_interrupted(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a.txt": BAD})

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reportlint.engine.read", interrupt)
    outcome = cli("a.txt")

    assert (outcome.code, outcome.err) == (130, "reportlint: interrupted\n")


NAME = "new\nline.txt"


def test_line_break_in_a_name_stays_visible(cli: Cli, write: Write) -> None:
    write({NAME: "切实##paidbegin##加强\n"})

    assert cli(NAME, "--output-format", "concise").out.startswith("new<U+000A>line.txt:1:3: error M001")
    assert cli(NAME).out.startswith("new<U+000A>line.txt:1:3: error M001")
    assert cli(".", "--show-files").out.startswith("new<U+000A>line.txt  in (found in a folder)")
    assert cli(NAME, "--diff").out.startswith('--- "new\\012line.txt"\n+++ "new\\012line.txt"\n')


def test_advice_fits_what_is_wrong(cli: Cli, write: Write) -> None:
    write({"a.pptx": b"PK\x03\x04"})

    assert "help: Check how the path is written" in cli("none.txt").out
    assert "convert other formats" in cli("a.pptx").out
