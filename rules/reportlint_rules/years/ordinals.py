"""Days, weeks and months that are counted year by year: 第十个国家宪法日 is that of 2023."""

from __future__ import annotations

from typing import NamedTuple

from reportlint import LazyPattern, Report, Span
from reportlint_rules import facts

_COUNTED = LazyPattern(
    r"第([一二三四五六七八九十]{1,3}|[1-9][0-9]?)[个届次](?:“?12·4”?|全国|[“”《》]|“[^”]{1,12}”){0,2}(?=[国宪民全])([^，。；“”]{4,12})"
)
_NUMERALS = {
    tens + ones: 10 * n + k for n, tens in enumerate(("", "十", "二十", "三十")) for k, ones in enumerate(("", *"一二三四五六七八九"))
}


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
    found = []
    for m in _COUNTED.finditer(report.text):
        ordinal = next((o for name, o in facts.of(report).ordinals.items() if m[2].startswith(name)), None)
        number = _number(m[1])
        if ordinal and number:
            span = Span(m.start(1), m.start(2) + len(ordinal.name))
            found.append(Counted(span, ordinal.name, number, ordinal.first + number - 1, ordinal.month, ordinal.verified))
    return found


def _number(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else _NUMERALS.get(numeral, 0)
