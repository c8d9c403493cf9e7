"""Sums, differences and shares that do not come out.

What it finds:
    一句话里写明了总数和各部分、前后两个数和增减数、部分和占比，但算不拢：共10件，包括甲6件、乙5件；由5件增加到8件，增加2件；
    260件，同比增加60件，增长50%。升降说反（由45件增加到30件），“其中”超过总数的，也报。

    A sentence that states a total and its parts, two figures and their difference, or a part and its share, which do not agree:
    共10件，包括甲6件、乙5件; 由5件增加到8件，增加2件; 260件，同比增加60件，增长50%. Also a rise that is a fall (由45件增加到30件) and parts behind 其中
    above the whole.

Why:
    其中至少一个数字是错的。

    At least one of the figures is wrong.

Instead:
    按台账重算，改正数字。

    Work it out again from the records, and correct the figure.

Silent on:
    “其中”“等”只列一部分的，约数和四舍五入造成的出入，按可比价计算的增速，年均增速。

    其中 and 等 that name only some of the parts, rounding and approximate figures, growth at constant prices, average growth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint.document import PROSE
from reportlint_rules.figures.exceeding import exceeding
from reportlint_rules.figures.figure import Quantity, quantities

rule = Rule(
    code="F003",
    name="figure-arithmetic",
    severity=Severity.WARNING,
    title=Bilingual("数字算不拢", "figures that do not add up"),
    clause=Bilingual("公文写作通例：数字准确，总分相符", "Practice of official writing: figures are exact, parts make the total"),
    messages={
        "sum": Bilingual("总数 {total}，各部分之和是 {result}", "the total is {total}, the parts make {result}"),
        "difference": Bilingual("{first}与{second}相差 {result}，不是 {stated}", "{first} and {second} differ by {result}, not {stated}"),
        "rate": Bilingual(
            "{first}比原来{verb}{second}，变动幅度是 {result}，不是 {stated}",
            "{first} after a change of {second} is a change of {result}, not {stated}",
        ),
        "direction": Bilingual("由{first}到{second}，不是{verb}", "from {first} to {second}: that is not {verb}"),
        "more": Bilingual("其中 {part} 超过总数 {total}", "{part} of it is more than the total, {total}"),
        "share": Bilingual("{part}占{total}的 {result}，不是 {stated}", "{part} of {total} is {result}, not {stated}"),
    },
    help=Bilingual("重算并改正数字", "Work it out again and correct the figure"),
    good=(
        Example("全年办理案件10件，包括行政处罚6件、行政许可4件。共10件，其中甲类4件、乙类5件。"),
        Example("全年办理案件10件，包括行政处罚6件、行政许可3件等。共接待群众十二人次，分别为信访七人次、咨询五人次。"),
        Example("行政复议案件由5件增加到8件，增加3件。合格率由96.5%提高到98%，提高1.5个百分点。案件由30件下降到20件，下降33.3%。"),
        Example("办理信访件12件、投诉件8件，共计20件。受理申请118件，办结115件，办结率97.5%。"),
        Example("粮食总产25.6万吨，比上年增产0.6万吨，增长2.4%。市场主体3200户，比上年净增200户，增长6.7%。"),
        Example("排名由第5名上升到第3名，办理时限由15个工作日提升到10个工作日。收入比上年增加12亿元，其中税收收入15亿元。"),
        Example("共办案200件，其中涉农案件120件、涉企案件100件。参训200人，其中女性150人、党员100人。"),
        Example("财政收入由3.1亿元增加到3.4亿元，年均增长5%。项目共6个，包括道路3个、管网3个，投资5亿元。"),
    ),
    bad=(
        Example("全年共办理案件⟦10件，包括行政处罚6件、行政许可5件⟧。"),
        Example("受理申请⟦十二件，分别为许可七件、处罚六件⟧。"),
        Example("办理信访件⟦12件、投诉件8件，共计21件⟧。"),
        Example("行政复议案件由⟦5件增加到8件，增加2件⟧。合格率由⟦96.5%提高到98%，提高2.5个百分点⟧。"),
        Example("今年办理案件⟦8件，上年办理5件，增加2件⟧。办理案件⟦26件，比上年的20件增加5件⟧。"),
        Example("办案⟦260件，同比增加60件，增长50%⟧。粮食总产⟦25.6万吨，比上年增产0.6万吨，增长5.4%⟧。"),
        Example("投诉由⟦45件增加到30件⟧，合格率由⟦98%提高到95%⟧，信访由⟦30件下降到45件⟧。"),
        Example("办案⟦1260件，其中一般程序案件860件、简易程序案件500件⟧。收入⟦12亿元，其中税收收入15亿元⟧。⟦男性占60%、女性占50%⟧。"),
        Example("受理申请⟦118件，办结115件，办结率99.5%⟧。全年共培训⟦200人，其中领导干部50人，占35%⟧。"),
    ),
    doc=__doc__,
)

_DIGIT = "[0-9一二两三四五六七八九十]"
_UNIT = r"(?:个百分点|[%％]|(?:万亿|亿|万|千)?(?:元|人次|[人件个家户项次宗起条份篇期场名册亩吨辆套台所座处批支间栋幢张例]|公顷|平方公里|平方米|公里|千瓦时?))"
_FIGURE = rf"[0-9一二两三四五六七八九十百千零][0-9,.一二两三四五六七八九十百千零]*{_UNIT}"
_CHANGE = "增加|增长|提高|提升|上升|扩大|多|减少|下降|降低|缩短|压缩|压减|少|降"
_CUE = LazyPattern(
    rf"[括含别分计共占率年到至为比](?:(?P<rates>(?:(?<=，同比)|(?<=，[比较][上去]年)|(?<=，[比较]上一年))(?:同期)?[净新增减多少下降])|(?P<sums>(?<=包[括含])|(?<=分别)[为是有]|(?<=分)为)"
    rf"|(?P<totals>(?:(?<=[合共总]计)|(?<=，共)){_DIGIT})"
    rf"|(?P<shares>(?<=占)(?:总数|全部|总量|总额|总人数|比)?(?:的|比|达|为)?[0-9]|(?<=办结率)[为达]?到?[0-9])"
    rf"|(?P<comparisons>(?:(?<=[去上]年)|(?<=上一年))(?=[^，。；、（）\n0-9]{{0,14}}{_DIGIT}))"
    rf"|(?P<changes>(?<=[加长高升大少低短缩减降][到至为]){_DIGIT}))"
)
"""What each form of statement is known by; a pattern of its own reads it."""
_FROM_TO = LazyPattern(
    rf"[到至为](?<=[加长高升大少降低短缩减][到至为])(?P<after>{_FIGURE})(?P<between>[^。；\n]{{0,12}}?)(?:{_CHANGE})(?:幅度?)?[了为达约]{{0,2}}(?P<change>{_FIGURE})"
)
_COMPARED = LazyPattern(
    rf"年(?:度|同期)?[^，。；、（）\n0-9]{{0,14}}?(?P<before>{_FIGURE})[）)]?(?P<between>[^。；、\n]{{0,24}}?)(?:{_CHANGE})[了为达约]{{0,2}}(?P<change>{_FIGURE})"
)
_CHANGED_BY = LazyPattern(
    rf"(?:同期)?(?P<verb>净增|新增|增[加长产收]?|多|减[少收产]?|少|下降|降低)[了为达]{{0,2}}(?P<change>{_FIGURE})，(?:同比)?(?P<way>增长|增幅|上升|下降|降幅|减少)[率为达了]{{0,2}}(?P<rate>[0-9.]+[%％])"
)
_FROM = LazyPattern(r"[由从][^，。；：、\n]{0,10}\Z")
_TOWARDS = LazyPattern(r"(?:增加|增长|提高|提升|上升|扩大|减少|下降|降低|缩短|压缩|压减)\Z")
_DOWN = ("减少", "下降", "降低", "缩短", "压缩", "压减")
_UNLIKE = LazyPattern("第|[每时期日天名位]|排名|周期|分钟|小时")
"""Ranks and spans of time are raised by going down."""
_THEN_NOW = LazyPattern(
    rf"年(?:度|同期)?[^，。；、（）\n0-9]{{0,14}}?(?P<first>{_FIGURE})，(?:今年|本年|当年|[0-9]{{4}}年)[^，。；、\n0-9]{{0,14}}?(?P<after>{_FIGURE})，"
    rf"[^，。；\n0-9]{{0,8}}?(?:{_CHANGE})[了为达约]{{0,2}}(?P<change>{_FIGURE})"
)
_CHANGED = LazyPattern(rf"{_CHANGE}|[增减升降多少](?=[0-9]|[加产收至到了]{{1,2}}[0-9])")
"""Behind it stands how much something changed, not what it was."""
_PARTS = LazyPattern(r"[括含别分](?:(?<=包[括含])|(?<=分别)[为是有]|(?<=分)为)[:：]?")
_TOTAL_BEHIND = LazyPattern(rf"计(?<=[，、][合共总]计){_FIGURE}|共(?<=，共){_FIGURE}")
_SHARE = LazyPattern(
    r"占(?:总数|全部|总量|总额|总人数|比)?(?:的|比|达|为)?(?P<share>[0-9.]+[%％])|率(?<=办结率)[为达]?到?(?P<rate>[0-9.]+[%％])"
)
_LIST_ENDS = LazyPattern(r"[。；！？\n]|，(?!(?:[^，。；、\n]{0,16}[0-9一二两三四五六七八九十]))")
_VAGUE = LazyPattern(r"等(?!级)|[0-9一二三四五六七八九十]余|[约近]|[0-9]多")
_BRACKETS = LazyPattern(r"（[^（）\n]*）|\([^()\n]*\)")
_NO_PERCENT = ("生产总值", "增加值", "GDP", "可比", "年均", "同口径")
_SENTENCE_BEFORE = 80
_LONGEST_LIST = 300
_TOTAL_WORDS = ("共", "总", "合计", "全部", "受理", "办理", "收到", "案件")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Each statement by what it is known by."""
    text = report.text
    for cue in _CUE.finditer(text):
        hit = _READERS[cue.lastgroup or ""](text, cue.start())
        if hit and isinstance(hit.span, Span) and report.block_at(hit.span.start).kind in PROSE:
            yield hit
    for hit in exceeding(text):
        if report.block_at(hit.span.start).kind in PROSE:
            yield hit


def _sums(text: str, at: int) -> Hit | None:
    """A total, then all its parts: 共10件，包括甲6件、乙5件."""
    m = _PARTS.match(text, at)
    start = _sentence_start(text, at)
    before = [q for q in quantities(text, max(start, at - 40), at) if at - q.span.end <= 16] if m else []
    if m is None or not before or not _whole(text, before[-1], start, m):
        return None
    total = before[-1]
    limit = min(len(text), m.end() + _LONGEST_LIST)
    stop = _LIST_ENDS.search(text, m.end(), limit)
    end = stop.start() if stop else limit
    parts = [q for q in _outside_brackets(text, m.end(), end) if q.unit == total.unit]
    if len(parts) < 2 or _VAGUE.search(text, total.span.start - 1, end):
        return None
    if any(_same(total, parts[:n]) for n in range(2, len(parts) + 1)):
        return None
    return _sum_hit(text, Span(total.span.start, parts[-1].span.end), total, parts)


def _whole(text: str, total: Quantity, start: int, cue: re.Match[str]) -> bool:
    """Whether the parts behind `cue` are all parts of `total`."""
    if "，" in text[total.span.end + 1 : cue.start()] or any(c.isdigit() for c in text[total.span.end : cue.start()]):
        return False
    words = text[max(start, total.span.start - 12) : total.span.start]
    return not cue[0].startswith(("括", "含")) or any(word in words for word in _TOTAL_WORDS)


def _totals(text: str, at: int) -> Hit | None:
    """The parts, then their total: 甲6件、乙5件，共计11件."""
    m = _TOTAL_BEHIND.match(text, at)
    found = quantities(text, at, m.end()) if m else []
    start = _sentence_start(text, at)
    lead = at - (text[at] == "计")
    parts = _last_list(text, _outside_brackets(text, start, lead), lead)
    if m is None or not found or len(parts) < 2 or any(q.unit != found[0].unit for q in parts):
        return None
    if _VAGUE.search(text, parts[0].span.start - 1, m.end() + 1):
        return None
    if any(_same(found[0], parts[n:]) for n in range(len(parts) - 1)):
        return None
    return _sum_hit(text, Span(parts[0].span.start, m.end()), found[0], parts)


def _last_list(text: str, found: list[Quantity], end: int) -> list[Quantity]:
    """The figures right before `end` that one list joins: 甲6件、乙5件 and not what stands before a comma."""
    parts: list[Quantity] = []
    for q in reversed(found):
        between = text[q.span.end : parts[-1].span.start if parts else end]
        if not between.startswith(("、", "和", "及") if parts else ("，", "、")) or any(c in between[1:] for c in "，。；："):
            break
        parts.append(q)
    return parts[::-1]


def _changes(text: str, at: int) -> Hit | None:
    """由5件增加到8件，增加3件."""
    m = _FROM_TO.match(text, at)
    start = _sentence_start(text, at)
    before = quantities(text, start, at)
    told = text[start : before[-1].span.start] if before else ""
    if not ("由" in told or "从" in told):
        return None
    return _direction(text, before[-1], at) or (_difference(text, before[-1], m, "after") if m else None)


def _direction(text: str, first: Quantity, at: int) -> Hit | None:
    """由45件增加到30件: the figure in front of the verb and the one behind 到 at `at` tell the contrary of the verb."""
    begin = _FROM.search(text, max(0, first.span.start - 12), first.span.start)
    verb = _TOWARDS.search(text, first.span.end, at)
    found = quantities(text, at + 1, at + 24)
    if begin is None or verb is None or not found or found[0].span.start != at + 1 or found[0].unit != first.unit:
        return None
    second, up = found[0], verb[0] not in _DOWN
    if second.value == first.value or (second.value > first.value) == up:
        return None
    span = Span(first.span.start, second.span.end)
    if _VAGUE.search(text, first.span.start - 1, second.span.end + 1) or _UNLIKE.search(text, begin.start() - 8, span.end + 4):
        return None
    values = {"first": _words(text, first), "second": _words(text, second), "verb": verb[0]}
    return Hit(span, "direction", values, data=values)


def _rates(text: str, at: int) -> Hit | None:
    """260件，同比增加60件，增长30%: the first figure holds the change already."""
    m = _CHANGED_BY.match(text, at + 1)
    now = quantities(text, _sentence_start(text, at), at) if m else []
    change = quantities(text, m.start("change"), m.end("change")) if m else []
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
    if down != (m["way"][0] in "下降减") or _VAGUE.search(text, start - 1, m.end() + 1):
        return None
    if text[now[-1].span.end] != "，" or any(word in text[max(0, start - 40) : m.end()] for word in _NO_PERCENT):
        return None
    before = now[-1].value + (change[0].value if down else -change[0].value)
    slack = (now[-1].step + change[0].step) / 2 if now[-1].step != 1 or change[0].step != 1 else 0
    digits = m["rate"][:-1].rstrip(".")
    step = 1 / 10 ** len(digits.partition(".")[2])
    if before <= slack:
        return None
    low, high = (100 * (change[0].value - slack) / (before + slack), 100 * (change[0].value + slack) / (before - slack))
    if low - step <= float(digits) <= high + step:
        return None
    values = {
        "first": _words(text, now[-1]), "verb": m["verb"], "second": _words(text, change[0]),
        "result": _number(100 * change[0].value / before, step) + "%", "stated": m["rate"],
    }  # fmt: skip
    return Hit(Span(start, m.end()), "rate", values, data=values)


def _comparisons(text: str, at: int) -> Hit | None:
    """今年8件，上年5件，增加3件; 8件，比上年的5件增加3件; 上年5件，今年8件，增加3件."""
    turned = _THEN_NOW.match(text, at)
    if turned:
        return _difference(text, quantities(text, turned.start("first"), turned.end("first"))[0], turned, "after")
    m = _COMPARED.match(text, at)
    if m is None or any(c.isdigit() for c in m["between"]) or _CHANGED.search(text, at, m.start("before") + 1):
        return None
    now = quantities(text, _sentence_start(text, at), at)
    return _difference(text, now[-1], m, "before") if now else None


def _difference(text: str, first: Quantity, m: re.Match[str], name: str) -> Hit | None:
    """The finding if the difference of `first` and the figure called `name` in `m` is not what the sentence says."""
    second = quantities(text, m.start(name), m.end(name))
    stated = quantities(text, m.start("change"), m.end("change"))
    if not second or not stated or first.unit != second[0].unit or _VAGUE.search(text, first.span.start - 1, m.end() + 1):
        return None
    if any(c in text[first.span.end : m.start()] for c in "；。") or text[first.span.end : m.start(name)].count("，") > 1:
        return None
    if "年均" in text[first.span.start : m.end()]:
        return None
    low, high, unit = _bounds(text, first, second[0], stated[0], backwards=name == "before")
    change = stated[0]
    if high < low or low - change.step / 2 <= change.value <= high + change.step / 2:
        return None
    middle = (low + high) / 2
    values = {
        "first": _words(text, first), "second": _words(text, second[0]), "result": _number(middle, change.step) + unit, "stated": _words(text, change),
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
    if any(word in text[start : stated.span.end] for word in _NO_PERCENT):
        return 1, 0, ""
    base = second if backwards else first
    if base.value <= 0:
        return 1, 0, ""
    return 100 * (size - slack) / (base.value + base.step / 2), 100 * (size + slack) / max(base.value - base.step / 2, base.step / 2), "%"


def _shares(text: str, at: int) -> Hit | None:
    """共200人，其中甲50人，占25%; 受理118件，办结115件，办结率97.5%."""
    m = _SHARE.match(text, at)
    start = _sentence_start(text, at)
    counts = quantities(text, start, at) if m else []
    if m is None or len(counts) != 2 or counts[0].unit != counts[1].unit or at - counts[1].span.end > 4:
        return None
    total, part = counts
    before, between = text[max(start, total.span.start - 10) : total.span.start], text[total.span.end : part.span.start]
    fits = "其中" in between and ("共" in before or "总" in before) if m["share"] else "办结" in between or "办理" in between
    if not fits or not 0 < part.value <= total.value or _VAGUE.search(text, total.span.start - 1, m.end() + 1):
        return None
    stated = m["share"] or m["rate"]
    digits = stated[:-1].rstrip(".")
    step = 1 / 10 ** len(digits.partition(".")[2])
    result = 100 * part.value / total.value
    rounded = 0 if total.step == part.step == 1 else 100 * (part.step + total.step) / 2 / total.value
    if abs(result - float(digits)) <= max(step / 2 + rounded, step) + 1e-9:
        return None
    values = {"part": _words(text, part), "total": _words(text, total), "result": _number(result, step) + "%", "stated": stated}
    return Hit(Span(total.span.start, m.end()), "share", values, data=values)


_READERS: dict[str, Callable[[str, int], Hit | None]] = {
    "sums": _sums, "totals": _totals, "shares": _shares, "comparisons": _comparisons, "changes": _changes, "rates": _rates,
}  # fmt: skip


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(mark, max(0, at - _SENTENCE_BEFORE), at) for mark in "。；！\n") + 1 or max(0, at - _SENTENCE_BEFORE)


def _outside_brackets(text: str, start: int, end: int) -> list[Quantity]:
    """The figures between two offsets that do not stand in brackets: those are parts of parts."""
    inside = [m.span() for m in _BRACKETS.finditer(text, start, end)]
    return [q for q in quantities(text, start, end) if not any(a <= q.span.start < b for a, b in inside)]


def _same(total: Quantity, parts: list[Quantity]) -> bool:
    """Whether `parts` make `total`, each rounded to its last digit."""
    exact = all(q.step == 1 for q in (total, *parts))
    slack = 0 if exact else (total.step + sum(q.step for q in parts)) / 2
    return abs(total.value - sum(q.value for q in parts)) <= slack * 1.000001


def _sum_hit(text: str, span: Span, total: Quantity, parts: list[Quantity]) -> Hit:
    scale = next((s for s, n in (("亿", 1e8), ("万", 1e4)) if s in _words(text, total) and total.unit != s), "")
    value = sum(q.value for q in parts) / {"亿": 1e8, "万": 1e4, "": 1}[scale]
    values = {"total": _words(text, total), "result": f"{value:.10g}{scale}{total.unit}"}
    return Hit(span, "sum", values, data=values)


def _words(text: str, q: Quantity) -> str:
    return text[q.span.start : q.span.end]


def _number(value: float, step: float) -> str:
    """`value` with as many decimals as `step` has."""
    return f"{value:.{max(0, len(f'{step:.6f}'.rstrip('0').partition('.')[2]))}f}"
