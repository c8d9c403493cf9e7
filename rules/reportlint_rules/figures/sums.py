"""Totals and their parts that do not add up."""

from __future__ import annotations

import re

from reportlint import Hit, LazyPattern, Span
from reportlint_rules.figures.figure import FIGURE, Figures, Quantity
from reportlint_rules.figures.reading import VAGUE, outside_brackets, sentence_start

_PARTS = LazyPattern(r"[括含别分](?:(?<=包[括含])|(?<=分别)[为是有]|(?<=分)为)[:：]?")
_TOTAL_BEHIND = LazyPattern(rf"计(?<=[，、][合共总]计)(?:[为有达])?{FIGURE}|共(?<=，共){FIGURE}")
_LIST_ENDS = LazyPattern(r"[。；！？\n]|，(?!(?:[^，。；、\n]{0,16}[0-9一二两三四五六七八九十]))")
_LONGEST_LIST = 300
_TOTAL_WORDS = ("共", "总", "合计", "全部", "受理", "办理", "收到", "案件")
_NO_PARTS = LazyPattern(r"其中|含|等|不|未|已|多|余|约|近|均|各|每|占|同比|比|上年|去年|以上|以下|[增减升降]|率|[—～~-]")
"""What a bracket says that does not divide the figure before it: 16件（含上年结转2件）, 56户（已整改50户）."""
_OVERLAPPING = frozenset("人名户家")
"""Units of what can be counted under several heads: 56人（女性20人、党员45人）."""


def stated_parts(figures: Figures, at: int) -> Hit | None:
    """A total, then all its parts: 共10件，包括甲6件、乙5件."""
    text = figures.text
    m = _PARTS.match(text, at)
    start = sentence_start(text, at)
    before = [q for q in figures.within(max(start, at - 40), at) if at - q.span.end <= 16] if m else []
    if m is None or not before or not _whole(text, before[-1], start, m):
        return None
    total = before[-1]
    limit = min(len(text), m.end() + _LONGEST_LIST)
    stop = _LIST_ENDS.search(text, m.end(), limit)
    end = stop.start() if stop else limit
    parts = [q for q in outside_brackets(figures, m.end(), end) if q.unit == total.unit]
    if len(parts) < 2 or VAGUE.search(text, total.span.start - 1, end):
        return None
    if any(_same(total, parts[:n]) for n in range(2, len(parts) + 1)):
        return None
    return _hit(figures, Span(total.span.start, parts[-1].span.end), total, parts)


def _whole(text: str, total: Quantity, start: int, cue: re.Match[str]) -> bool:
    """Whether the parts behind `cue` are all parts of `total`."""
    if "，" in text[total.span.end + 1 : cue.start()] or any(c.isdigit() for c in text[total.span.end : cue.start()]):
        return False
    if "、" in text[total.span.end + 1 : cue.start()]:
        return False  # 第一产业3亿元，第二、第三产业分别为12亿元、18亿元
    words = text[max(start, total.span.start - 12) : total.span.start]
    return not cue[0].startswith(("括", "含")) or any(word in words for word in _TOTAL_WORDS)


def stated_total(figures: Figures, at: int) -> Hit | None:
    """The parts, then their total: 甲6件、乙5件，共计11件."""
    text = figures.text
    m = _TOTAL_BEHIND.match(text, at)
    found = figures.within(at, m.end()) if m else []
    if m is None or not found:
        return None
    lead = at - (text[at] == "计")
    parts = _last_list(text, outside_brackets(figures, sentence_start(text, at), lead), lead, found[0].unit, loose=text[at] == "计")
    if len(parts) < 2 or any(q.unit != found[0].unit for q in parts):
        return None
    if VAGUE.search(text, parts[0].span.start - 1, m.end() + 1):
        return None
    if any(_same(found[0], parts[n:]) for n in range(len(parts) - 1)):
        return None
    return _hit(figures, Span(parts[0].span.start, m.end()), found[0], parts)


def _last_list(text: str, found: list[Quantity], end: int, unit: str, *, loose: bool) -> list[Quantity]:
    """The figures right before `end` that one list joins: 甲6件、乙5件; `loose`: commas join, too, what has the same unit."""
    parts: list[Quantity] = []
    joined = ("、", "和", "及", "，") if loose else ("、", "和", "及")
    for q in reversed(found):
        between = text[q.span.end : parts[-1].span.start if parts else end]
        if not between.startswith(joined if parts else ("，", "、")) or any(c in between[1:] for c in "，。；："):
            break
        if between[0] == "，" and parts and q.unit != unit:
            break
        parts.append(q)
    return parts[::-1]


def bracketed(figures: Figures, total: Quantity) -> Hit | None:
    """A total, then its parts in brackets: 受理16件（维持10件、撤销5件）."""
    text, begin = figures.text, total.span.end
    if total.unit[-1] in _OVERLAPPING or total.unit in ("%", "个百分点"):
        return None
    end = text.find("）", begin, begin + _LONGEST_LIST)
    if end < 0 or text.find("（", begin + 1, end) >= 0 or _NO_PARTS.search(text, begin + 1, end):
        return None
    parts = figures.within(begin + 1, end)
    if len(parts) < 2 or any(q.unit != total.unit for q in parts) or parts[-1].span.end != end:
        return None
    if any(text[a.span.end] not in "、，" for a in parts[:-1]) or VAGUE.search(text, total.span.start - 1, begin + 1):
        return None
    if any(
        not text[a + 1 : b].strip("、，")
        for a, b in zip((begin, *(q.span.end - 1 for q in parts)), (q.span.start for q in parts), strict=False)
    ):
        return None  # 6件、5件: nobody knows of what
    if _same(total, parts) or any(q.value > total.value for q in parts) or abs(sum(q.value for q in parts) - total.value) > total.value / 2:
        return None
    return _hit(figures, Span(total.span.start, end + 1), total, parts)


def _same(total: Quantity, parts: list[Quantity]) -> bool:
    """Whether `parts` make `total`, each rounded to its last digit."""
    exact = all(q.step == 1 for q in (total, *parts))
    slack = 0 if exact else (total.step + sum(q.step for q in parts)) / 2
    return abs(total.value - sum(q.value for q in parts)) <= slack * 1.000001


def _hit(figures: Figures, span: Span, total: Quantity, parts: list[Quantity]) -> Hit:
    scale = next((s for s, n in (("亿", 1e8), ("万", 1e4)) if s in figures.words(total) and total.unit != s), "")
    value = sum(q.value for q in parts) / {"亿": 1e8, "万": 1e4, "": 1}[scale]
    values = {"total": figures.words(total), "result": f"{value:.10g}{scale}{total.unit}"}
    return Hit(span, "sum", values, data=values)
