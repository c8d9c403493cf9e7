"""Runs of 一是 二是 三是 in one paragraph and over several (S013)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.settings import Settings

LINTER = Linter(load(), Settings(select=("S013",)))
NUMERALS = "零一二三四五六七八九十"


def found(text: str) -> list[str]:
    return [finding.text for finding in LINTER.check_bytes("report.txt", text.encode()).findings]


def run(numbers: list[int], word: str = "是", between: str = "，成效明显。") -> str:
    """An enumeration with these numbers; the words tell which item is which."""
    return between.join(f"{NUMERALS[n]}{word}事项{NUMERALS[i]}" for i, n in enumerate(numbers, 1)) + "。"


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ([1, 2, 3], []),
        ([1, 2, 2], [3]),
        ([1, 3, 4], [2]),
        ([1, 2, 2, 4], [3]),
        ([1, 3, 3, 4], [2]),
        ([1, 1, 3], [2]),
        ([1, 1], [2]),
        ([1, 2, 3, 1, 2], []),
        ([1, 1, 2, 2, 3], []),
        ([1, 2, 1, 2, 3, 3, 4], []),
        ([1, 2, 1, 2, 4], [5]),
        ([1, 2, 5, 6], [3]),
    ],
)
@pytest.mark.parametrize("word", ["是", "要"])
def test_one_paragraph(numbers: list[int], wrong: list[int], word: str) -> None:
    """Jumps and repeats; runs inside runs and new runs are in order."""
    expected = [f"{NUMERALS[numbers[i - 1]]}{word}事项{NUMERALS[i]}" for i in wrong]

    assert found("主要做法：" + run(numbers, word)) == expected


@given(st.integers(3, 9), st.data())
def test_a_dropped_item_is_found_at_the_next_one(count: int, data: st.DataObject) -> None:
    """Also the first one, if something stands before the second."""
    dropped = data.draw(st.integers(1, count - 1))
    numbers = [n for n in range(1, count + 1) if n != dropped]
    at = numbers.index(dropped + 1)

    assert found("主要做法有：扎实推进，" + run(numbers)) == [f"{NUMERALS[dropped + 1]}是事项{NUMERALS[at + 1]}"]


@pytest.mark.parametrize(
    "text",
    [
        "一是抓学习。\n全员参加。\n二是抓执法。\n规范有序。\n三是抓监督。\n",
        "重点是：一是抓学习。\n二是抓执法。三是抓监督。\n四是抓服务。\n",
        "一是抓学习：一是集中学；二是个人学。\n二是抓执法：一是查处；二是整改。\n",
        "一、甲\n一是抓学习。二是抓执法。\n二、乙\n一是抓监督。二是抓服务。\n",
        "我局一是抓学习，二是抓执法。",
        "首先抓学习，二是抓执法，三是抓监督。",
        "一是抓学习；第二，抓执法；三是抓监督。",
        "坚持一是一、二是二，决不含糊。",
        "标准统一是前提，唯一是关键；十一是假期。",
        "二是抓执法。三是抓监督。\n",
    ],
)
def test_in_order(text: str) -> None:
    """Runs over several paragraphs, an item in other words, words that only look like a number."""
    assert found(text) == []


def test_over_several_paragraphs() -> None:
    """A gap between paragraphs is one, too."""
    assert found("一是抓学习。\n全员参加。\n三是抓监督。\n公开透明。\n") == ["三是抓监督"]
