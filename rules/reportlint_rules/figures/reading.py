"""What the readers of sums, changes and shares have in common: sentences, approximations, how figures are written."""

from __future__ import annotations

from reportlint import LazyPattern
from reportlint_rules.figures.figure import Figures, Quantity

VAGUE = LazyPattern(r"等(?!级)|[0-9一二三四五六七八九十]余|[约近]|[0-9]多")
"""Words that make a figure, or a list, incomplete or approximate."""
NO_PERCENT = ("生产总值", "增加值", "GDP", "可比", "年均", "同口径")
"""Beside these a growth rate is worked out at other prices."""
_BRACKETS = LazyPattern(r"（[^（）\n]*）|\([^()\n]*\)")
_SENTENCE_BEFORE = 80


def sentence_start(text: str, at: int) -> int:
    """Where the sentence around `at` begins, or how far back is looked."""
    return max(text.rfind(mark, max(0, at - _SENTENCE_BEFORE), at) for mark in "。；！\n") + 1 or max(0, at - _SENTENCE_BEFORE)


def outside_brackets(figures: Figures, start: int, end: int) -> list[Quantity]:
    """The figures between two offsets that do not stand in brackets: those are parts of parts."""
    inside = [m.span() for m in _BRACKETS.finditer(figures.text, start, end)]
    return [q for q in figures.within(start, end) if not any(a <= q.span.start < b for a, b in inside)]


def number(value: float, step: float) -> str:
    """`value` with as many decimals as `step` has."""
    return f"{value:.{max(0, len(f'{step:.6f}'.rstrip('0').partition('.')[2]))}f}"


def percent(digits: str) -> tuple[float, float]:
    """What a percentage such as 98.5% says, and what one more in its last digit would add."""
    digits = digits.rstrip("%％").rstrip(".")
    return float(digits), 1 / 10 ** len(digits.partition(".")[2])
