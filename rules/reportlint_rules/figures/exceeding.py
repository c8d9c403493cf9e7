"""Parts behind 其中 that are more than the whole."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Hit, LazyPattern, Span
from reportlint_rules.figures.figure import Figures, Quantity

_UNIT = r"(?:万亿|亿|万|千)?(?:元|人次|[人件户宗起份吨亩篇名场次])"
_PARTS = LazyPattern(
    rf"，其中[：:]?"
    rf"(?P<first>[^，。；：、（）\n0-9]{{1,14}})[0-9][0-9.]*{_UNIT}(?:[、和](?P<second>[^，。；：、（）\n0-9]{{1,14}})[0-9][0-9.]*{_UNIT})?"
)
_SHARES = LazyPattern(
    r"男(?:性|生|职工|干部|党员)?占?比?[例为达]?([0-9.]+)[%％][，、和]女(?:性|生|职工|干部|党员)?占?比?[例为达]?([0-9.]+)[%％]"
)
_CHANGE = LazyPattern(r"[增减升降多少超][^，。；\n]{0,3}\Z")
_OTHER = LazyPattern(r"累计|历年|以来|计划|目标|往年|上年|去年|余|约|近|多")
_WHOLE = LazyPattern(r"[0-9][0-9,.]*(?:万亿|亿|万|千)?(?:元|人次|[人件户宗起份吨亩篇名场次])\Z")
_ENDING = 3
"""Characters at the end that two labels have in common when they name kinds of one thing: 一般程序案件, 简易程序案件."""


def exceeding(figures: Figures) -> Iterator[Hit]:
    """One part alone above its whole, or two parts of one division together; 男, 女 with more than 100% in all."""
    text = figures.text
    for m in _PARTS.finditer(text):
        whole = _WHOLE.search(text, max(0, m.start() - 16), m.start())
        found = figures.within(whole.start(), m.end()) if whole else []
        if len(found) < 2 or any(q.unit != found[0].unit for q in found) or _told_otherwise(text, found[0], m.end()):
            continue
        total, parts = found[0], found[1:]
        slack = sum(q.step for q in found if q.step != 1) / 2
        if parts[0].value > total.value + slack:
            yield _hit(text, total, parts[:1])
        elif len(parts) > 1 and _divide(m["first"], m["second"] or "") and sum(q.value for q in parts) > total.value + slack:
            yield _hit(text, total, parts)
    for m in _SHARES.finditer(text) if "男" in text else ():
        if float(m[1].rstrip(".")) + float(m[2].rstrip(".")) > 101:
            values = {"part": f"{m[1]}%+{m[2]}%", "total": "100%"}
            yield Hit(Span(*m.span()), "more", values, data=values)


def _told_otherwise(text: str, total: Quantity, end: int) -> bool:
    """Whether the first figure is a change, or the figures are of different times or approximate."""
    start = total.span.start
    return _CHANGE.search(text, max(0, start - 4), start) is not None or _OTHER.search(text, max(0, start - 2), end) is not None


def _divide(first: str, second: str) -> bool:
    return first != second and len(first) > _ENDING and first[-_ENDING:] == second[-_ENDING:]


def _hit(text: str, total: Quantity, parts: list[Quantity]) -> Hit:
    values = {
        "part": "+".join(text[q.span.start : q.span.end] for q in parts), "total": text[total.span.start : total.span.end],
    }  # fmt: skip
    return Hit(Span(total.span.start, parts[-1].span.end), "more", values, data=values)
