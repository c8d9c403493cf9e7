"""A part, its whole and the share between them that do not agree."""

from __future__ import annotations

import re

from reportlint import Hit, LazyPattern, Span
from reportlint_rules.figures.figure import Figures, Quantity
from reportlint_rules.figures.reading import VAGUE, number, percent, sentence_start

_SHARE = LazyPattern(r"占(?:总数|全部|总量|总额|总人数|比)?(?:的|比|达|为)?(?P<stated>[0-9.]+[%％])")
_RATE = LazyPattern(r"率[为达]?到?(?P<stated>[0-9.]+[%％])")
_OF_THEM = LazyPattern(r"其中|中，?有")
_CAME = LazyPattern(r"应(?P<due>[到检参收出签])[^，。0-9]{0,6}[0-9]+[^，。0-9]{1,3}，实(?P=due)")
"""What was due, and what came."""
_DOWN_TO = LazyPattern(r"[至到为]\Z")
"""56项精简至21项: the second figure is no part, it is what is left."""
_SLIPPED = 1.2
"""How much more than was tried may be told to have succeeded, by a slip; what was done can also be more: cases of the year before."""
_FARTHEST = 40
"""Characters before a rate in which its name is looked for."""
_NEAR = 12
"""Characters between the part and its share, at most."""
_BESIDE = LazyPattern(r"[均各]|同比|平均|每|上年|去年|历年|累计")
"""Beside these the share is not that of the two figures."""


def shares(figures: Figures, at: int) -> Hit | None:
    """共200人，其中甲50人，占25%; 200个村中有50个达标，占25%."""
    m = _SHARE.match(figures.text, at)
    pair = _pair(figures, at) if m else None
    if m is None or pair is None:
        return None
    total, part = pair
    return _hit(figures, total, part, m) if _OF_THEM.search(figures.text, total.span.end, part.span.start) else None


def rates(figures: Figures, at: int) -> Hit | None:
    """受理118件，办结115件，办结率97.5%: the rate has its name from the part. 应到200人，实到180人，到会率90%."""
    text = figures.text
    name = text[at - 2 : at]
    near = text[max(at - _FARTHEST, 0) : at - 2]
    came = _CAME.search(near) if "实" in near else None
    m = _RATE.match(text, at) if came or name in near else None
    pair = _pair(figures, at, above=_SLIPPED if name == "成功" else 1) if m else None
    if m is None or pair is None:
        return None
    total, part = pair
    between = text[total.span.end : part.span.start]
    said = came is not None or name in between or name in text[part.span.end : min(part.span.end + 3, at - 2)]
    return _hit(figures, total, part, m) if said and text[part.span.end] in "，（" and (came or not _DOWN_TO.search(between)) else None


def _pair(figures: Figures, at: int, above: float = 1) -> tuple[Quantity, Quantity] | None:
    """The last two figures of the sentence before `at`, if they are of one unit and the last one stands near; it is at most `above` times the first."""
    text = figures.text
    counts = figures.within(sentence_start(text, at), at)
    if len(counts) < 2 or counts[-1].unit != counts[-2].unit or counts[-1].unit in ("%", "个百分点"):
        return None
    total, part = counts[-2:]
    gap = text[part.span.end : at]
    if (
        not 0 < part.value <= above * total.value
        or gap.count("，") > 1
        or len(gap) > _NEAR
        or len(text[total.span.end : part.span.start]) > 24
    ):
        return None
    return total, part


def _hit(figures: Figures, total: Quantity, part: Quantity, m: re.Match[str]) -> Hit | None:
    text = figures.text
    if VAGUE.search(text, total.span.start - 1, m.end() + 1) or _BESIDE.search(text, total.span.end, m.end()):
        return None
    stated, step = percent(m["stated"])
    result = 100 * part.value / total.value
    rounded = 0 if total.step == part.step == 1 else 100 * (part.step + total.step) / 2 / total.value
    if abs(result - stated) <= max(step / 2 + rounded, step) + 1e-9:
        return None
    values = {"part": figures.words(part), "total": figures.words(total), "result": number(result, step) + "%", "stated": m["stated"]}
    return Hit(Span(total.span.start, m.end()), "share", values, data=values)
