"""Numbers, levels and contents of headings, whatever the text looks like (S005, S010, S011, S012)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.settings import Settings

RULES = load()
NUMERALS = "零一二三四五六七八九十"
BODY = "全年工作按计划完成，各项指标达到要求。\n"


def found(code: str, text: str, path: str = "report.txt") -> list[str]:
    """What the rule `code` finds: the words, each with the message in Chinese."""
    return [finding.text for finding in Linter(RULES, Settings(select=(code,))).check_bytes(path, text.encode()).findings]


def headings(numbers: list[int], style: str = "（{}）", name: str = "工作{}") -> str:
    """Headings with these numbers, each with a text; the words tell which is which."""
    return "".join(style.format(NUMERALS[n]) + name.format(NUMERALS[i]) + "\n" + BODY for i, n in enumerate(numbers, 1))


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ([1, 2, 3, 4], []),
        ([1, 2, 4, 5], [3]),
        ([1, 2, 2, 3], [3]),
        ([1, 2, 2, 4], [3]),
        ([1, 3, 3, 4], [2]),
        ([2, 2, 3], [1]),
        ([2, 3, 4], [1]),
        ([1, 2, 5, 4], [3]),
        ([1, 3, 2, 4], [2]),
        ([1, 3, 4, 6], [2, 4]),
        ([1, 1, 2], [2]),
        ([1, 2, 3, 1, 2, 3], []),
        ([1, 2, 1, 4], [3]),
        ([3], [1]),
    ],
)
@pytest.mark.parametrize("style", ["{}、", "（{}）"])
def test_numbers(numbers: list[int], wrong: list[int], style: str) -> None:
    """One finding for each break, at the heading whose number is wrong; a new sequence begins at one."""
    assert found("S010", headings(numbers, style)) == [style.format(NUMERALS[numbers[i - 1]]) + f"工作{NUMERALS[i]}" for i in wrong]


@given(st.integers(2, 9), st.data())
def test_a_dropped_number_is_found_at_the_next_one(count: int, data: st.DataObject) -> None:
    """But for the last one, which nobody misses."""
    dropped = data.draw(st.integers(1, count))
    numbers = [n for n in range(1, count + 2) if n != dropped]
    at = numbers.index(dropped + 1)

    assert found("S010", headings(numbers, "{}、")) == [f"{NUMERALS[dropped + 1]}、工作{NUMERALS[at + 1]}"]


@pytest.mark.parametrize(
    "text",
    [
        "一、甲\n" + headings([1, 2]) + "二、乙\n" + headings([3, 4]) + "三、丙\n" + headings([5, 6]),
        "一、甲\n" + headings([1, 2]) + "二、乙\n" + headings([1, 2]),
        "第一章 甲\n" + headings([1, 2], "{}、") + "第二章 乙\n" + headings([3, 4], "{}、"),
        "一、甲\n1.学习。全员参加。\n2.检查。逐项落实。\n二、乙\n3.整改。限期完成。\n4.问责。严肃处理。\n",
        headings([1, 2], "{}、") + "附件：\n" + headings([1, 2], "{}、"),
        headings([1, 2], "{}、") + "云岭县财政局工作总结\n2024年1月5日\n" + headings([1], "{}、"),
        "各项目标如下：1.产值增长。\n2.税收增长。\n3.就业增长。\n",
        "一、甲\n5、6月份，我局开展检查，发现问题三个，已经全部整改到位。\n",
        "一、甲\n1.建设学校。\n2.建设医院。\n3.6个项目开工。\n4.建设公园。\n",
        "## 一、甲\n\n### 1. 学习\n\n1. 集中学\n2. 个人学\n\n### 2. 检查\n\n1. 自查\n2. 互查\n",
    ],
)
def test_numbers_in_order(text: str) -> None:
    """Numbers that run on, begin anew, or belong to lists inside; numbers told in the line above; months and decimals."""
    assert found("S010", text, "report.md" if text.startswith("#") else "report.txt") == []


def test_message_says_which_number_was_expected() -> None:
    """With the one before it as related place."""
    finding = Linter(RULES, Settings(select=("S010",))).check_bytes("a.txt", headings([1, 2, 4]).encode()).findings[0]

    assert finding.message.zh == "编号“（四）”与前面的“（二）”不衔接，应为“（三）”"
    assert dict(finding.data) == {"label": "（四）", "expected": "（三）"}
    assert [place.text for place in finding.related] == ["（二）工作二"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("一、甲\n" + BODY + "二、乙\n三、丙\n" + BODY, ["乙"]),
        ("一、甲\n" + BODY + "二、乙\n", ["乙"]),
        ("一、甲\n（一）学习\n" + BODY + "（二）检查\n" + BODY + "（三）整改\n二、乙\n" + BODY, ["整改"]),
        ("一、甲\n（一）学习\n" + BODY + "（二）检查\n（三）整改\n（四）问责\n" + BODY + "二、乙\n" + BODY, ["检查", "整改"]),
        ("## 甲\n\n" + BODY + "\n## 乙\n\n## 丙\n\n" + BODY, ["乙"]),
        ("一、甲\n（一）申请表\n（二）身份证\n（三）户口簿\n二、乙\n" + BODY, []),
        ("一、甲\n二、乙\n三、丙\n", []),
        ("一、甲\n二、乙\n一、甲\n" + BODY + "二、乙\n" + BODY, []),
        ("一、甲\n1.建设学校\n2.建设医院\n" + BODY + "二、乙\n" + BODY, []),
        ("一、甲\n" + BODY + "二、乙\n| 项目 | 金额 |\n| 收入 | 35 |\n", []),
        ("一、甲\n" + BODY + "二、承办单位：办公室\n三、乙\n" + BODY, []),
        ("一、甲\n" + BODY + "二、样例\n\n```\n代码\n```\n\n三、乙\n" + BODY, []),
    ],
)
def test_empty_sections(text: str, wrong: list[str]) -> None:
    """Headings without text; not lists, tables of contents, labels, tables and code."""
    assert found("S005", text, "report.md" if "#" in text or "```" in text else "report.txt") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("一、甲\n（1）学习。全员参加。\n", ["（1）学习"]),
        ("一、甲\n本年有两项。\n（1）学习。全员参加。\n", ["（1）学习"]),
        ("一、甲\n（一）学习\n（1）集中学。每月一次。\n", ["（1）集中学"]),
        ("一、甲\n1.学习。全员参加。\n2.检查。逐项落实。\n", []),
        ("一、甲\n（一）学习。全员参加。\n二、乙\n1.检查。逐项落实。\n", ["1.检查"]),
        ("一、甲\n" + BODY * 3 + "1.四上企业：规模以上企业。\n（一）说明。\n", []),
        ("第一部分 甲\n（一）学习。全员参加。\n", []),
    ],
)
def test_levels(text: str, wrong: list[str]) -> None:
    """A level left out directly under a heading; two levels 一、 and 1. are a custom."""
    assert found("S011", text) == wrong


def test_forms_are_reported_once() -> None:
    """The first place of each form, with the count of all."""
    text = "一.甲\n(一)、学习\n" + BODY + "(二)、检查\n" + BODY + "1、整改\n2、问责\n" + BODY
    findings = Linter(RULES, Settings(select=("S012",))).check_bytes("a.txt", text.encode()).findings

    assert [(finding.text, finding.data["count"]) for finding in findings] == [("一.", 1), ("(一)", 2), ("(一)、", 2), ("1、", 2)]
