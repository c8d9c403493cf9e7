"""The report for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportlint.finding import Excerpt, Severity
from reportlint.reporters.full import Full
from reportlint.tally import Tally

if TYPE_CHECKING:
    from tests.reporters.conftest import Make, Result


def test_everything_in_both_languages(finding: Make, result: Result) -> None:
    assert Full("zh").render(result(finding())) == (
        "a/报告.txt:3:3: 错误 Y001 inconsistent-year  此处为2022年，标题为2023年\n"
        "    一、〖2022年〗工作情况\n"
        "    位于：一、2022年工作情况\n"
        "    另见：1:1 2023年  标题中的年份\n"
        "    修改（请核对）：改为2023年\n"
        "    怎么改：核对年份\n"
        "\n"
    )
    assert Full("en").render(result(finding())) == (
        "a/报告.txt:3:3: error Y001 inconsistent-year  2022 here, 2023 in the title\n"
        "    一、〖2022年〗工作情况\n"
        "    in: 一、2022年工作情况\n"
        "    see: 1:1 2023年  the year in the title\n"
        "    fix, to be checked: write 2023\n"
        "    help: Check the years\n"
        "\n"
    )


def test_nothing_found_says_nothing_about_the_file(result: Result) -> None:
    assert Full("zh").render(result()) == ""


def test_a_finding_without_a_place_has_no_excerpt(finding: Make, result: Result) -> None:
    whole = finding(excerpt=Excerpt("", "", ""), headings=(), related=(), fix=None)

    assert Full("en").render(result(whole)).splitlines()[1:] == ["    help: Check the years", ""]


def test_advice_stands_once_per_rule_and_file(finding: Make, result: Result) -> None:
    text = Full("en").render(result(finding(), finding(code="Y002"), finding()))

    assert text.count("    help: Check the years") == 2


def test_colour_marks_in_place_without_brackets(finding: Make, result: Result) -> None:
    lines = Full("en", colour=True).render(result(finding())).splitlines()

    assert lines[0].startswith("\x1b[1ma/报告.txt:3:3\x1b[0m: \x1b[1;31merror\x1b[0m Y001")
    assert lines[1] == "    一、\x1b[4;1;31m2022年\x1b[0m工作情况"


@pytest.mark.parametrize("marked", ["", " ", "\u3000"])
def test_what_has_no_ink_is_bracketed_even_in_colour(finding: Make, result: Result, marked: str) -> None:
    blank = finding(excerpt=Excerpt("一、", marked, "工作"))

    assert f"一、〖{marked}〗工作" in Full("en", colour=True).render(result(blank))


def test_text_cannot_command_the_terminal(finding: Make, result: Result) -> None:
    nasty = finding(path="a\x1b[2Jb.txt", excerpt=Excerpt("甲\t乙\x1b[31m", "丙\u200b丁\r\n 戊", "\u202e己\u2028庚"))

    text = Full("en").render(result(nasty))

    assert "\x1b" not in text
    assert "a<U+001B>[2Jb.txt:3:3" in text
    assert "    甲 乙<U+001B>[31m〖丙<U+200B>丁 戊〗<U+202E>己<U+2028>庚\n" in text


def test_long_headings_are_cut(finding: Make, result: Result) -> None:
    deep = finding(headings=("一、" + "长" * 40, "（二）短"))

    assert f"    in: 一、{'长' * 22}… > （二）短\n" in Full("en").render(result(deep))


@pytest.mark.parametrize(
    ("tally", "zh", "en"),
    [
        (Tally(3, 3), "共检查 3 个文件，未发现问题。\n", "3 files checked, nothing found.\n"),
        (Tally(1, 1, warnings=1, code="S005"), "共 1 个文件：警告 1 项。\n规则说明：reportlint explain S005\n",
         "1 file: 1 warning.\nMore about a rule: reportlint explain S005\n"),
        (Tally(9, 7, 4, 2, 1, 3, code="P001"), "共 9 个文件：错误 4 项，警告 2 项，提示 1 项，已豁免 3 项；其中 2 个文件未能查完。\n规则说明：reportlint explain P001\n",
         "9 files: 4 errors, 2 warnings, 1 info, 3 suppressed; 2 could not be checked in full.\nMore about a rule: reportlint explain P001\n"),
        (Tally(), "", ""),
    ],
)  # fmt: skip
def test_last_lines(tally: Tally, zh: str, en: str) -> None:
    assert "".join(Full("zh").end(tally)) == zh
    assert "".join(Full("en").end(tally)) == en


def test_the_example_is_of_the_highest_severity(finding: Make, result: Result) -> None:
    warning = Tally.of(result(finding(code="S005", severity=Severity.WARNING)), None)
    error = Tally.of(result(finding(code="S010", severity=Severity.WARNING), finding(code="P001")), None)

    assert error.code == "P001"
    assert Tally().plus(warning).plus(error).plus(warning).code == "P001"
    assert Tally().plus(warning).code == "S005"
