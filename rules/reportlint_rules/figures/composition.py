"""A whole divided behind 其中, part by part: each with its share, or so that the parts all but make the whole."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Hit, LazyPattern, Span
from reportlint_rules.figures.figure import Figures, Quantity
from reportlint_rules.figures.reading import VAGUE, number, percent

_PART = LazyPattern(
    r"(?P<label>[^，。；：、（）\n0-9]{1,16})(?P<figure>[0-9][0-9,.]*(?P<unit>(?:万亿|亿|万|千)?[^0-9，。；：、（）\n]{1,2}))(?:（[^（）\n]{0,20}）)?"
    r"(?:，占(?:比|总数的?|[^，。；0-9]{0,8}的)?为?(?P<share>[0-9.]+[%％]))?(?P<mark>[、，；和。])"
)
_WHOLE = LazyPattern(r"[，；。：:\n（]?其中[：:，]?")
_BETWEEN = LazyPattern(r"(?:[，（](?:同比|比上年|较上年)?(?:增长|下降|增|降)[0-9.]+[%％]）?)?")
_REACH = 40
"""Characters between a whole and 其中: a note in brackets, the change since last year."""
_NOT_PARTS = LazyPattern(r"累计|历年|以来|计划|目标|往年|上年|去年|结转|[减升降超]|增(?!值)|同比|比|余|约|近|多|未|完成|成功|办结|已|涉及")
_OVERLAPPING = frozenset("人名")
"""Units of what is counted under several heads: 200人，其中女性101人、党员102人."""
_MOST = 12
_NEARLY = 0.02
"""How far above the whole the sum of parts is that were meant to make it, at most; farther off they overlap."""
_FULL = 0.5
"""Percentage points from 100 within which shares make the whole."""


def composition(figures: Figures) -> Iterator[Hit]:
    """共86件，其中甲46件、乙41件; 合计1000万元，其中：甲600万元，占60%；乙500万元，占40%."""
    text = figures.text
    at = text.find("其中")
    while at >= 0:
        found = _divided(figures, at)
        if found:
            yield from _judged(figures, *found)
        at = text.find("其中", at + 2)


def _divided(figures: Figures, at: int) -> tuple[Quantity, list[Quantity], list[str]] | None:
    """The whole before 其中 at `at`, its parts, and the share that is told of each, which may be empty."""
    text = figures.text
    begin = _WHOLE.match(text, at - 1) or _WHOLE.match(text, at)
    if begin is None or not _PART.match(text, begin.end()):
        return None
    before = figures.within(max(0, at - _REACH, text.rfind("\n", 0, at)), at)
    whole = [q for q in before if q.unit not in ("%", "个百分点")][-1:]
    if not whole or not _BETWEEN.fullmatch(text, whole[0].span.end, begin.start()):
        return None
    parts, shares, position = [], [], begin.end()
    for _ in range(_MOST):
        m = _PART.match(text, position)
        part = figures.within(m.start("figure"), m.end("figure")) if m else []
        if m is None or len(part) != 1 or part[0].unit != whole[0].unit or _NOT_PARTS.search(m["label"]):
            break
        parts.append(part[0])
        shares.append(m["share"] or "")
        position = m.end()
        if m["mark"] == "。":
            break
    around = text[max(0, whole[0].span.start - 3) : whole[0].span.start]
    return (
        (whole[0], parts, shares)
        if len(parts) > 1 and not _NOT_PARTS.search(around) and not VAGUE.search(text, begin.end(), position)
        else None
    )


def _judged(figures: Figures, whole: Quantity, parts: list[Quantity], shares: list[str]) -> Iterator[Hit]:
    for part, share in zip(parts, shares, strict=True):
        stated, step = percent(share) if share else (0.0, 0.0)
        result = 100 * part.value / whole.value if whole.value else stated
        if share and abs(result - stated) > max(step, 100 * (part.step if part.step != 1 else 0) / whole.value) + 1e-9:
            values = {"part": figures.words(part), "total": figures.words(whole), "result": number(result, step) + "%", "stated": share}
            yield Hit(Span(part.span.start, figures.text.index(share, part.span.end) + len(share)), "share", values, data=values)
    summed = sum(part.value for part in parts)
    slack = sum(q.step for q in (whole, *parts) if q.step != 1) / 2
    over = summed - whole.value
    full = all(shares) and abs(sum(percent(share)[0] for share in shares) - 100) <= _FULL
    nearly = slack < over <= max(_NEARLY * whole.value, 1) and whole.unit[-1] not in _OVERLAPPING and not any(shares)
    if nearly or (full and abs(over) > slack * 1.000001 + 1e-9):
        scale, name = next(((v, s) for s, v in (("亿", 1e8), ("万", 1e4)) if s in figures.words(whole) and whole.unit != s), (1, ""))
        values = {"total": figures.words(whole), "result": f"{summed / scale:.10g}{name}{whole.unit}"}
        yield Hit(Span(whole.span.start, parts[-1].span.end), "sum", values, data=values)


_BALANCE = LazyPattern(
    r"入(?P<kind>总计)(?<=收入总计)(?P<first>[0-9][0-9,.]*(?:万|亿)?元)[，、；]支出总计(?P<second>[0-9][0-9,.]*(?:万|亿)?元)"
)


def balances(figures: Figures) -> Iterator[Hit]:
    """收入总计1236.5万元，支出总计1263.5万元: what is carried over is in both, so that they are one figure."""
    if "支出总计" not in figures.text:
        return
    for m in _BALANCE.finditer(figures.text):
        both = figures.within(m.start("first"), m.end("second"))
        if len(both) == 2 and abs(both[0].value - both[1].value) > (both[0].step + both[1].step) / 2:
            values = {"first": m["first"], "second": m["second"]}
            yield Hit(Span(m.start() - 1, m.end()), "balance", values, data=values)


_OF_PLAN = LazyPattern(
    r"占(?<=[，（]占)(?P<of>[^，。；、（）0-9\n]{0,8}(?:计划|任务|目标|预算|总投资|总[数量额]|全[县市区镇省部年][^，。；、（）0-9\n]{0,6}))"
    r"(?P<whole>[0-9][0-9,.]*(?:万亿|亿|万|千)?[^0-9，。；、（）\n]{1,2})的(?P<share>[0-9.]+[%％])"
)


def of_plan(figures: Figures) -> Iterator[Hit]:
    """完成投资3.6亿元，占年度计划4.8亿元的85%."""
    for m in _OF_PLAN.finditer(figures.text):
        whole = figures.within(m.start("whole"), m.end("whole"))
        part = figures.within(max(0, m.start() - 24), m.start())[-1:]
        if len(whole) != 1 or not part or part[0].span.end != m.start() - 1 or part[0].unit != whole[0].unit or not whole[0].value:
            continue
        stated, step = percent(m["share"])
        result = 100 * part[0].value / whole[0].value
        rounded = 100 * sum(q.step for q in (part[0], whole[0]) if q.step != 1) / 2 * max(1, result / 100) / whole[0].value
        if abs(result - stated) <= step + rounded + 1e-9 or VAGUE.search(figures.text, part[0].span.start - 1, m.end() + 1):
            continue
        values = {
            "part": figures.words(part[0]), "total": figures.words(whole[0]), "result": number(result, step) + "%", "stated": m["share"],
        }  # fmt: skip
        yield Hit(Span(part[0].span.start, m.end()), "share", values, data=values)
