"""Figures with their units as numbers, worked out once per report: 1.2亿元, 六件, 98.5%."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from reportlint import LazyPattern, Report, Span

COUNTED = (
    "人次|户次|件次|家次|场次|批次|台次|人天|车次"
    "|[人件个家户项次宗起条份篇期场名册亩吨辆套台所座处批门类队支位间栋幢株米枚张例棵部本幅块盏艘只卷笔轮天]"
)
UNIT = rf"(?:个百分点|[%％]|(?:万亿|亿|万|千)?(?:元|美元|欧元|港元|人民币|{COUNTED}|公顷|平方公里|平方米|公里|千米|立方米|千瓦时?|岁|分钟|小时))"
FIGURE = rf"[0-9一二两三四五六七八九十百千零][0-9,.一二两三四五六七八九十百千零]*{UNIT}"
"""A figure with its unit, in either kind of numerals."""
_FIGURES = LazyPattern(rf"[0-9][0-9,.]*(?P<unit>{UNIT})")
_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 10**3}
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_CHINESE = LazyPattern(rf"[一二两三四五六七八九十百千零〇]+(?P<unit>{COUNTED})")


class Quantity(NamedTuple):
    """A figure as a number: 1.2亿元 is 120000000 元, of which the last digit stands for 10000000."""

    value: float
    step: float
    """What one more in the last digit written would add."""
    unit: str
    """Without 万, 亿; ％ as %."""
    span: Span


class Figures:
    """The figures of a text in Arabic numerals, found once; what they say is worked out when asked for."""

    __slots__ = ("_known", "_starts", "matches", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.matches = tuple(_FIGURES.finditer(text))
        """Every figure with its unit (the group ``unit``), in order."""
        self._starts = [m.start() for m in self.matches]
        self._known: dict[int, Quantity] = {}

    def within(self, start: int, end: int) -> list[Quantity]:
        """The figures between two offsets, those in Chinese numerals too, in order."""
        found = []
        for i in range(bisect_left(self._starts, start), len(self._starts)):
            m = self.matches[i]
            if m.end() > end:
                break
            known = self._known.get(i)
            if known is None:
                known = self._known[i] = quantity(m)
            found.append(known)
        if _CHINESE.search(self.text, start, end):
            found += [
                Quantity(numeral(m[0][: -len(m["unit"])]), 1, m["unit"], Span(*m.span())) for m in _CHINESE.finditer(self.text, start, end)
            ]
            found.sort(key=lambda q: q.span)
        return found

    def words(self, q: Quantity) -> str:
        """How `q` is written."""
        return self.text[q.span.start : q.span.end]


def figures(report: Report) -> Figures:
    """The figures of a report. Use it through `Report.shared`."""
    return Figures(report.text)


def quantity(figure: re.Match[str]) -> Quantity:
    """The number that `figure` says."""
    unit = figure["unit"].replace("％", "%")
    digits = figure.string[figure.start() : figure.start("unit")].replace(",", "").rstrip(".")
    whole, _, decimals = digits.partition(".")
    scale = next((s for s in _SCALES if unit.startswith(s) and unit != s), "")
    factor = _SCALES.get(scale, 1)
    try:
        value = float(digits or whole)
    except ValueError:  # 1.2.3
        value = float("nan")
    return Quantity(value * factor, factor / 10 ** len(decimals), unit[len(scale) :], Span(*figure.span()))


def numeral(words: str) -> int:
    """The value of a Chinese numeral up to the thousands: 一百零五 is 105."""
    total = digit = 0
    for c in words:
        if c in _STEPS:
            total, digit = total + (digit or 1) * _STEPS[c], 0
        else:
            digit = _DIGITS[c]
    return total + digit
