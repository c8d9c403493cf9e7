"""Two figures and the change between them that do not agree: differences, growth rates, a rise that is a fall."""

from __future__ import annotations

import re

from reportlint import Hit, LazyPattern, Span
from reportlint_rules.figures.figure import FIGURE, Figures, Quantity
from reportlint_rules.figures.reading import NO_PERCENT, VAGUE, number, percent, sentence_start

_CHANGE = "净增加?|新增加?|增加|增长|增幅|涨幅|升幅|提高|提升|上升|扩大|增|多|净减少?|减少|下降|降低|降幅|跌幅|缩短|压缩|压减|精简|减|少|降"
_TO = r"[到至为](?<=[加长高升大少降低短缩减增涨扩跌][到至为])"
_FROM_TO = LazyPattern(
    rf"{_TO}(?:了)?(?:今年|本年|当年|[0-9]{{4}}年)?(?:的|底的?)?(?P<after>{FIGURE})(?P<between>[^。；\n]{{0,12}}?)(?:{_CHANGE})(?:幅度?|率)?[了为达约]{{0,2}}(?P<change>{FIGURE})"
)
_COMPARED = LazyPattern(
    rf"年(?:度|同期)?[^，。；、（）\n0-9]{{0,14}}?(?P<before>{FIGURE})[）)]?(?P<between>[^。；、\n]{{0,24}}?)(?:{_CHANGE})[了为达约]{{0,2}}(?P<change>{FIGURE})"
)
_THEN_NOW = LazyPattern(
    rf"年(?:度|同期)?[^，。；、（）\n0-9]{{0,14}}?(?P<first>{FIGURE})，(?:今年|本年|当年|[0-9]{{4}}年)[^，。；、\n0-9]{{0,14}}?(?P<after>{FIGURE})，"
    rf"[^，。；\n0-9]{{0,8}}?(?:{_CHANGE})[了为达约]{{0,2}}(?P<change>{FIGURE})"
)
_CHANGED_BY = LazyPattern(
    rf"(?:同期)?(?P<verb>净增|新增|增[加长产收]?|多|减[少收产]?|少|下降|降低)[了为达]{{0,2}}(?P<change>{FIGURE})，(?:同比)?(?P<way>增长|增幅|上升|下降|降幅|减少)[率为达了]{{0,2}}(?P<rate>[0-9.]+[%％])"
)
_FROM = LazyPattern(r"[由从][^，。；：、\n]{0,10}\Z")
_TOWARDS = LazyPattern(r"(?:增加|增长|提高|提升|上升|扩大|减少|下降|降低|缩短|压缩|压减|增|升|降|涨)(?=[到至为]|\Z)")
_DOWN = ("减少", "下降", "降低", "缩短", "压缩", "压减", "降")
_UNLIKE = LazyPattern("第|(?<!同)期|[每时日天名位]|排名|周期|分钟|小时")
"""Ranks and spans of time are raised by going down."""
_YEARLY = LazyPattern("年均|每年|逐年")
"""How much it was a year, not in all."""
_STOP = LazyPattern("[，。；\n]")
_CHANGED = LazyPattern(
    rf"(?:{_CHANGE})(?=[0-9]|[加产收至到了为达]{{1,2}}[0-9])|增加|增长|提高|提升|上升|扩大|减少|下降|降低|缩短|压缩|压减"
)
"""Behind it stands how much something changed, not what it was."""
_BOTH_WAYS = LazyPattern(r"[、，](?:退出|注销|减少|核减|核销|撤|淘汰|吊销|移出|注吊销|关停)")
"""What was added is not all of the change: 由12家增加到15家，新增5家、退出2家."""


def changes(figures: Figures, at: int) -> Hit | None:
    """由5件增加到8件，增加3件."""
    text = figures.text
    before = figures.within(sentence_start(text, at), at)
    told = text[sentence_start(text, at) : before[-1].span.start] if before else ""
    if not ("由" in told or "从" in told):
        return None
    found = _direction(figures, before[-1], at)
    if found:
        return found
    m = _FROM_TO.match(text, at)
    if m is None or "其中" in m["between"] or _BOTH_WAYS.match(text, m.end()):
        return None
    return _difference(figures, before[-1], m, "after")


def _direction(figures: Figures, first: Quantity, at: int) -> Hit | None:
    """由45件增加到30件: the figure in front of the verb and the one behind 到 at `at` tell the contrary of the verb."""
    text = figures.text
    begin = _FROM.search(text, max(0, first.span.start - 12), first.span.start)
    verb = _TOWARDS.search(text, first.span.end, at)
    found = figures.within(at + 1, at + 24)
    if begin is None or verb is None or not found or found[0].span.start != at + 1 or found[0].unit != first.unit:
        return None
    second, up = found[0], verb[0] not in _DOWN
    if second.value == first.value or (second.value > first.value) == up:
        return None
    span = Span(first.span.start, second.span.end)
    stop = _STOP.search(text, span.end)
    around = max(begin.start() - 8, sentence_start(text, at)), min(span.end + 4, stop.start() if stop else len(text))
    if VAGUE.search(text, first.span.start - 1, second.span.end + 1) or _UNLIKE.search(text, *around):
        return None
    values = {"first": figures.words(first), "second": figures.words(second), "verb": verb[0]}
    return Hit(span, "direction", values, data=values)


def growth(figures: Figures, at: int) -> Hit | None:
    """260件，同比增加60件，增长30%: the first figure holds the change already."""
    text = figures.text
    m = _CHANGED_BY.match(text, at + 1)
    now = figures.within(sentence_start(text, at), at) if m else []
    change = figures.within(m.start("change"), m.end("change")) if m else []
    if (
        m is None
        or not now
        or not change
        or at - now[-1].span.end > 4
        or now[-1].unit != change[0].unit
        or change[0].unit in ("%", "个百分点")
    ):
        return None
    start, down = now[-1].span.start, m["verb"][0] in "减少下降"
    if down != (m["way"][0] in "下降减") or VAGUE.search(text, start - 1, m.end() + 1):
        return None
    if text[now[-1].span.end] != "，" or any(word in text[max(0, start - 40) : m.end()] for word in NO_PERCENT):
        return None
    before = now[-1].value + (change[0].value if down else -change[0].value)
    slack = (now[-1].step + change[0].step) / 2 if now[-1].step != 1 or change[0].step != 1 else 0
    stated, step = percent(m["rate"])
    if before <= slack:
        return None
    low, high = (100 * (change[0].value - slack) / (before + slack), 100 * (change[0].value + slack) / (before - slack))
    if low - step <= stated <= high + step:
        return None
    values = {
        "first": figures.words(now[-1]), "verb": m["verb"], "second": figures.words(change[0]),
        "result": number(100 * change[0].value / before, step) + "%", "stated": m["rate"],
    }  # fmt: skip
    return Hit(Span(start, m.end()), "rate", values, data=values)


def comparisons(figures: Figures, at: int) -> Hit | None:
    """今年8件，上年5件，增加3件; 8件，比上年的5件增加3件; 上年5件，今年8件，增加3件."""
    text = figures.text
    turned = _THEN_NOW.match(text, at)
    if turned:
        return _difference(figures, figures.within(turned.start("first"), turned.end("first"))[0], turned, "after")
    m = _COMPARED.match(text, at)
    if m is None or any(c.isdigit() for c in m["between"]) or _CHANGED.search(text, at, m.start("before") + 1):
        return None
    now = figures.within(sentence_start(text, at), at)
    return _difference(figures, now[-1], m, "before") if now else None


def _difference(figures: Figures, first: Quantity, m: re.Match[str], name: str) -> Hit | None:
    """The finding if the difference of `first` and the figure called `name` in `m` is not what the sentence says."""
    text = figures.text
    second = figures.within(m.start(name), m.end(name))
    stated = figures.within(m.start("change"), m.end("change"))
    if not second or not stated or first.unit != second[0].unit or VAGUE.search(text, first.span.start - 1, m.end() + 1):
        return None
    if any(c in text[first.span.end : m.start()] for c in "；。") or text[first.span.end : m.start(name)].count("，") > 1:
        return None
    if _YEARLY.search(text, first.span.start, m.end()):
        return None
    low, high, unit = _bounds(text, first, second[0], stated[0], backwards=name == "before")
    change = stated[0]
    if high < low or low - change.step / 2 <= change.value <= high + change.step / 2:
        return None
    middle = (low + high) / 2
    values = {
        "first": figures.words(first), "second": figures.words(second[0]), "result": number(middle, change.step) + unit,
        "stated": figures.words(change),
    }  # fmt: skip
    return Hit(Span(min(first.span.start, m.start(name)), m.end()), "difference", values, data=values)


def _bounds(text: str, first: Quantity, second: Quantity, stated: Quantity, *, backwards: bool) -> tuple[float, float, str]:
    """Between what the difference lies, rounding considered; an empty range if it cannot be told."""
    slack = (first.step + second.step) / 2 if first.step != 1 or second.step != 1 else 0
    size = abs(second.value - first.value)
    if (stated.unit == first.unit and first.unit != "%") or (stated.unit == "个百分点" and first.unit == "%"):
        return size - slack, size + slack, stated.unit
    if stated.unit != "%" or first.unit == "%":
        return 1, 0, ""
    start = max(0, first.span.start - 40)
    if any(word in text[start : stated.span.end] for word in NO_PERCENT):
        return 1, 0, ""
    base = second if backwards else first
    if base.value <= 0:
        return 1, 0, ""
    half = base.step / 2 if slack else 0  # counts are exact
    cut = stated.step / 2  # 66.6% for two thirds
    return 100 * (size - slack) / (base.value + half) - cut, 100 * (size + slack) / max(base.value - half, base.step / 2) + cut, "%"
