"""Days, weeks and months that are counted year by year: 第十个国家宪法日 is that of 2023."""

from __future__ import annotations

from typing import NamedTuple

from reportlint import LazyPattern, Report, Span
from reportlint_rules import facts

_BEFORE = LazyPattern(r"第([一二三四五六七八九十]{1,3}|[1-9][0-9]?)[个届次](?:“?12·4”?|全国|[“”《》]|“[^”]{1,12}”){0,2}$")
_WINDOW = 24
_MONTHS = {"国家宪法日": 12, "宪法宣传周": 12, "民法典宣传月": 5, "全民国家安全教育日": 4}
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")}


class Counted(NamedTuple):
    """A mention of the n-th day, week or month, and the year that it belongs to."""

    span: Span
    """From its number to the end of its name."""
    name: str
    number: int
    year: int
    month: int
    verified: bool


def counted(report: Report) -> list[Counted]:
    """All such mentions."""
    text = report.text
    found = []
    for name, ordinal in facts.of(report).ordinals.items():
        at = text.find(name)
        while at >= 0:
            m = _BEFORE.search(text[max(0, at - _WINDOW) : at])
            if m:
                number = int(m[1]) if m[1].isdecimal() else _value(m[1])
                start = max(0, at - _WINDOW) + m.start(1)
                found.append(
                    Counted(Span(start, at + len(name)), name, number, ordinal.first + number - 1, _MONTHS.get(name, 1), ordinal.verified)
                )
            at = text.find(name, at + 1)
    return found


def _value(numeral: str) -> int:
    """The value of a Chinese numeral below 100."""
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS.get(tens, 1) if ten else 0) * 10 + _DIGITS.get(ones, 0)
