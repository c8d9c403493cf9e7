"""Figures with their units as numbers: 1.2亿元, 六件, 98.5%."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportlint import LazyPattern, Span

_UNIT = (
    "个百分点|[%％]|(?:万亿|亿|万|千)?(?:元|美元|欧元|港元|人次|人民币|户次|件次|家次|场次|批次|台次|人天"
    "|[人件个家户项次宗起条份篇期场名册亩吨辆套台所座处批门类队支位间栋幢株米枚张例棵]"
    "|公顷|平方公里|平方米|公里|千米|立方米|千瓦时?|岁|分钟|小时)"
)
_FIGURES = LazyPattern(rf"[0-9][0-9,.]*(?P<unit>{_UNIT})")
_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 10**3}
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_CHINESE = LazyPattern(r"[一二两三四五六七八九十百千零〇]+(?=(?:人次|[人件个家户项次宗起条份篇期场名册亩吨辆套台所座处批门类队支]))")


class Quantity(NamedTuple):
    """A figure as a number: 1.2亿元 is 120000000 元, of which the last digit stands for 10000000."""

    value: float
    step: float
    """What one more in the last digit written would add."""
    unit: str
    """Without 万, 亿; ％ as %."""
    span: Span


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


def quantities(text: str, start: int, end: int) -> list[Quantity]:
    """The figures between two offsets, those in Chinese numerals too, in order."""
    found = [quantity(m) for m in _FIGURES.finditer(text, start, end)]
    if _CHINESE.search(text, start, end):
        for m in _CHINESE.finditer(text, start, end):
            unit = _FIGURES.match("1" + text[m.end() : m.end() + 6])
            if unit:
                found.append(Quantity(numeral(m[0]), 1, unit["unit"], Span(m.start(), m.end() + len(unit["unit"]))))
        found.sort(key=lambda q: q.span)
    return found


def numeral(words: str) -> int:
    """The value of a Chinese numeral up to the thousands: 一百零五 is 105."""
    total = digit = 0
    for c in words:
        if c in _STEPS:
            total, digit = total + (digit or 1) * _STEPS[c], 0
        else:
            digit = _DIGITS[c]
    return total + digit
