"""What the server knows about a text, without an editor: above all that it is never out of date."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from reportlint.cli.server.checker import Checker
from reportlint.cli.server.places import Places
from tests.conftest import Write

PAID = "切实##paidbegin##加强。\n"


@pytest.fixture
def checker(folder: Path) -> Checker:  # noqa: ARG001 - to be there
    return Checker(None, isolated=False, lang=None, language="en")


def codes(checker: Checker, path: Path, text: str = PAID) -> list[str] | None:
    checked = checker.check(str(path), text)
    assert checked is None or checked.result
    return [finding.code for finding in checked.result.findings] if checked and checked.result else None


def test_every_file_that_a_configuration_is_made_of_is_watched(checker: Checker, folder: Path, write: Write) -> None:
    report = folder / "a" / "b" / "report.txt"
    write({"base.toml": 'select = ["M001"]\n', "a/reportlint.toml": 'extend = "../base.toml"\n', "a/b/report.txt": ""})
    assert codes(checker, report) == ["M001"]
    write({"base.toml": 'select = ["P", "Y"]\n'})
    assert codes(checker, report) == []
    write({"a/b/.reportlint.toml": 'select = ["M001"] # nearer\n'})
    assert codes(checker, report) == ["M001"]
    write({"a/b/.reportlint.toml": 'select = ["M001"]\nexclude = ["*.txt"]\n'})
    assert codes(checker, report) is None
    (folder / "a/b/.reportlint.toml").unlink()
    assert codes(checker, report) == []


def test_a_wrong_configuration_is_told_until_it_is_right(checker: Checker, folder: Path, write: Write) -> None:
    write({"reportlint.toml": 'select = ["M901"]\nkind = 3\n'})
    for _ in range(2):
        checked = checker.check(str(folder / "report.txt"), PAID)
        assert checked
        assert checked.problem
        assert "reportlint.toml:1: select" in checked.problem.en
        assert "reportlint.toml:2: kind" in checked.problem.en
    write({"reportlint.toml": 'select = ["M001"]\n'})
    assert codes(checker, folder / "report.txt") == ["M001"]


def test_baseline_and_comments_hold(checker: Checker, folder: Path, write: Write) -> None:
    write({"reportlint.toml": 'select = ["M001"]\nbaseline = "old.jsonl"\n', "report.md": PAID})
    checked = checker.check(str(folder / "report.md"), PAID)
    assert checked
    assert checked.problem
    assert "there is no baseline old.jsonl" in checked.problem.en
    write({"old.jsonl": ""})
    assert codes(checker, folder / "report.md") == ["M001"]
    assert codes(checker, folder / "report.md", f"<!-- reportlint-ignore M001 a sample -->\n{PAID}") == []


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 8), ("utf-16", 4), ("utf-32", 3)])
def test_places_there_and_back(encoding: str, column: int) -> None:
    text = "一\r\n𠀀a一\f\u2028x\rend"
    places = Places(text, encoding)
    at = text.index("\f")
    assert places.place(at) == types.Position(1, column)
    assert [places.offset(places.place(offset)) for offset in range(len(text)) if text[offset] != "\n"] == [
        offset for offset in range(len(text)) if text[offset] != "\n"
    ]
    assert places.offset(types.Position(1, 99)) == text.index("\r", 3)
    assert places.offset(types.Position(9, 0)) == len(text)
    assert places.offset(types.Position(1, 1)) == (3 if encoding != "utf-32" else 4)  # inside of the first character it is that
