"""Annotations for GitHub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.engine import FileResult
from reportlint.finding import Finding, Position, Severity
from reportlint.reporters.github import GitHub
from reportlint.tally import Tally
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from tests.reporters.conftest import Make, Result


def _written(results: list[FileResult], language: str = "en") -> str:
    reporter, tally, text = GitHub(language), Tally(), ""
    for result in results:
        text += reporter.show(reporter.render(result))
        tally = tally.plus(Tally.of(result, None))
    return text + "".join(reporter.end(tally))


def test_levels_in_order_and_escapes(finding: Make, result: Result) -> None:
    text = _written([
        result(finding(severity=Severity.INFO), finding(severity=Severity.WARNING)),
        result(finding(path="a,b:c%.txt", message=Bilingual("甲", "100% of\r\na, b: c"))),
    ])  # fmt: skip

    assert text == (
        "::error file=a%2Cb%3Ac%25.txt,line=3,col=3,endLine=3,endColumn=8,title=Y001 inconsistent-year::100%25 of%0D%0Aa, b: c\n"
        "::warning file=a/报告.txt,line=3,col=3,endLine=3,endColumn=8,title=Y001 inconsistent-year::2022 here, 2023 in the title\n"
        "::notice file=a/报告.txt,line=3,col=3,endLine=3,endColumn=8,title=Y001 inconsistent-year::2022 here, 2023 in the title\n"
        "2 files: 1 error, 1 warning, 1 info.\n"
    )


def test_what_github_would_not_show_is_not_lost(finding: Make, result: Result) -> None:
    def at(line: int) -> Finding:
        return finding(position=Position(line, 1, line, 2), severity=Severity.WARNING)

    lines = _written([result(*map(at, range(1, 9))), result(*map(at, range(9, 13))), result(finding())]).splitlines()

    assert lines[0] == "::group::Not shown as annotations (GitHub shows 10 of each level)"
    assert lines[1:3] == [f"a/报告.txt:{n}:1: warning Y001 2022 here, 2023 in the title" for n in (11, 12)]
    assert lines[3] == "::endgroup::"
    assert lines[4].startswith("::error ")
    assert [line.split(",")[1] for line in lines[5:15]] == [f"line={n}" for n in range(1, 11)]
    assert lines[15:] == ["3 files: 1 error, 12 warnings.", "2 of them are no annotations, but lines of the folded group above."]


def test_nothing_found(result: Result) -> None:
    assert _written([result()], "zh") == "共检查 1 个文件，未发现问题。\n"
