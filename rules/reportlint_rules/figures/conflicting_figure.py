"""One thing counted twice with two results.

What it finds:
    同一部分里，同一事项、同一时期出现两个不同的数字，如“全年召开党组会6次”与“全年召开党组会8次”。

    Within one part two different figures for one thing and one period, such as 全年召开党组会6次 and 全年召开党组会8次.

Why:
    前后数字矛盾，至少有一个是错的。

    The figures contradict each other; at least one is wrong.

Instead:
    核对台账，改成一致；若口径不同，写明口径。

    Check the records and use one figure; if they count different things, say which.

Silent on:
    不同年份、上半年与全年、总数与其中数、目标与结果、不同部门或地区的数字，表格。

    Different years, half-year and year, totals and parts, targets and results, figures of different bodies or places, tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from reportlint import HAN, Bilingual, Confidence, Example, Hit, LazyPattern, Related, Report, Rule, Severity, Span
from reportlint.document import PROSE
from reportlint_rules.figures.figure import COUNTED, figures

rule = Rule(
    code="F002",
    name="conflicting-figure",
    severity=Severity.WARNING,
    title=Bilingual("数字前后矛盾", "conflicting figures"),
    clause=Bilingual("公文写作通例：同一事项数字一致", "Practice of official writing: one thing has one figure"),
    messages={"found": Bilingual("“{label}”前面是 {first}，这里是 {second}", "{label}: {first} before, {second} here")},
    help=Bilingual("核对后改成一致，或写明口径", "Check and use one figure, or say what each counts"),
    good=(
        Example("2022年召开党组会6次，研究议题二十项。2023年召开党组会8次，研究议题三十项。"),
        Example("上半年召开党组会6次。全年召开党组会12次。"),
        Example("一、工作成效\n全年开展专项检查6次，规范有序。\n二、下一步安排\n全年开展专项检查8次以上，覆盖各行业。\n"),
        Example("局机关组织业务培训6次，下属单位组织业务培训8次。围绕预算，组织业务培训3次；围绕会计，组织业务培训5次。"),
        Example("全年完成投资6.5亿元，道路畅通。全年完成投资3.2亿元，管网改造到位。"),
        Example("（一）加强食品安全监管\n全年开展专项检查6次。\n（二）加强特种设备监管\n全年开展专项检查8次。\n"),
    ),
    bad=(
        Example("全年召开党组会6次，研究法治议题。各项工作有序开展。全年⟦召开党组会8次⟧，研究重大事项。"),
        Example("一、主要做法\n（一）加强学习。全年组织集体学法12次。\n（二）严格执法。规范处罚。全年共⟦组织集体学法10次⟧。\n"),
        Example("全年办理提案56件，全部办结。全年⟦办理提案65件⟧，满意率100%。"),
        Example("今年以来，我局共编印工作简报12期。信息渠道畅通。今年以来⟦编印工作简报15期⟧。"),
        Example("2023年办理行政复议案件16件，全部办结。2023年⟦办理行政复议案件18件⟧。"),
    ),
    doc=__doc__,
)

_PERIOD = LazyPattern(
    r"(?:(?P<half>[上下]半年)|全年|[今本当]年(?P<half_now>[上下]半年)?|一年来|本年度|(?P<year>[0-9]{4})年(?P<half_of>[上下]半年)?)(?:度|以来|内|来)?"
)
"""Of which time a count is."""
_BODY = "[我本全](?:[局县市区镇乡办委院厅处所站]|街道)"
_FILLER = LazyPattern(
    rf"\A(?:{_BODY}|局党组|各单位|各部门|截至目前|先后|同时|还|[共总]计?|累计|合计|一共|，)*|(?:共计?|累计|达到?|了|为|是|有|总计|合计)+\Z"
)
_ACT = LazyPattern(r"\A(?:召开|开展|组织|举办|举行)(?=.{3})")
"""Verbs for holding something: 开展业务培训 and 组织业务培训 are the same."""
_LEAD = LazyPattern(rf"(?:截至目前|{_BODY})?，?\Z")
"""What may stand before the period in its clause."""
_CLAUSE = "，。；：！？“”（）、\n"
_WORDS = LazyPattern(rf"[{HAN}“”《》，]*\Z")
_PLANNED = LazyPattern(r"力争|目标|预期|计划|确保|争取|下一步|不少于|不低于|不超过|每[年月季半]|将|[约近超]\Z")
_NOT_EXACT = ("以上", "左右", "以内")
_GENERIC = LazyPattern(
    "(?:专[题项]|各[类项种]|业务|集中|重点|联合|现场|会议?|培训|检查|活动|学习|宣传|调研|督[查导]|行动|执法|服务|座谈|演练|讲座|工作|开展|召开|组织|举办|集体|相关|有关|主题)+"
)
"""Labels that do not say what of: two parts of a text count two things by them."""
_AHEAD = LazyPattern("安排|打算|计划|思路|目标|展望|下一?步|明年|今后")
_SHORTEST = 4
_LONGEST = 44
"""Characters before a figure in which its label and its period are looked for."""
_FILLERS = "了达到共约为有计是"
_UNITS = frozenset(("小时", "公里", "平方米")) | frozenset(COUNTED.replace("[", "").replace("]", "")) | frozenset(COUNTED.split("|"))


class _Stated(NamedTuple):
    """A figure with what it counts and when."""

    span: Span
    """Of the words and the figure."""
    words: str
    period: str
    value: str
    figure: str


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Counts that end alike and differ, then by what exactly they count."""
    text = report.text
    alike: dict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
    for m in report.shared(figures).matches:
        begin = m.start()
        unit = m["unit"]
        if unit in _UNITS and text.find("年", max(0, begin - _LONGEST), begin) >= 0:
            while text[begin - 1 : begin] in _FILLERS and begin > m.start() - 3:
                begin -= 1
            alike[text[max(begin - 2, 0) : begin], unit].append((m.start(), m.end(), m[0][: -len(unit)]))
    first: dict[tuple[str, str, str, int], _Stated] = {}
    for (_, unit), places in alike.items():
        if len({value for _, _, value in places}) > 1:
            for stated in (found for place in places if (found := _stated(report, *place))):
                before = first.setdefault((stated.words, unit, stated.period, _part(report, stated)), stated)
                if before.value != stated.value:
                    yield _hit(before, stated)


def _stated(report: Report, start: int, end: int, value: str) -> _Stated | None:
    """What is counted from `start` to `end`, if it is told as a result, with its period."""
    text = report.text
    begin = max(text.rfind(mark, max(0, start - _LONGEST), start) for mark in "。；：！？（）\n") + 1 or max(0, start - _LONGEST)
    periods = list(_PERIOD.finditer(text, begin, start))
    if not periods or text.startswith(_NOT_EXACT, end) or report.block_at(start).kind not in PROSE:
        return None
    period = periods[-1]
    between = text[period.end() : start]
    lead = max(text.rfind("，", begin, period.start()), begin - 1) + 1
    if _LEAD.fullmatch(text, lead, period.start()) is None or _WORDS.fullmatch(between) is None or _PLANNED.search(between):
        return None
    head, _, rest = between.rpartition("，")
    if head and _FILLER.sub("", head + "，"):
        return None  # something else is told of the period first
    words = _FILLER.sub("", rest)
    if len(words) < _SHORTEST:
        return None
    at = start - len(rest) + rest.find(words)
    words = _ACT.sub("", words)
    year = period["year"] or ""
    half = period["half"] or period["half_now"] or period["half_of"] or ""
    when = half + ("" if year == str(report.subject.year.value) else year)
    return _Stated(Span(at, end), words, when, value.replace(",", ""), text[start:end])


def _part(report: Report, stated: _Stated) -> int:
    """Where the part of `stated` begins, within which one label has one figure; -1 for all that tells results.

    Results and plans are told in different parts; labels that do not say what of are of their section alone.
    """
    section = report.section_at(stated.span.start)
    if _GENERIC.fullmatch(stated.words):
        return section.start if section else -1
    while section is not None and section.parent >= 0:
        section = report.sections[section.parent]
    known = report.parts.get("plan")
    if section is None or (known and known.sections and section not in known.sections and not _AHEAD.search(section.title)):
        return -1
    return section.start


def _hit(before: _Stated, here: _Stated) -> Hit:
    values = {"label": here.words, "first": before.figure, "second": here.figure}
    related = (Related(before.span, Bilingual("前面的数字", "the figure before")),)
    return Hit(here.span, values=values, data=values, confidence=Confidence.MEDIUM, related=related)
