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

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportlint import HAN, Bilingual, Confidence, Example, Hit, LazyPattern, Related, Report, Rule, Severity, Span
from reportlint.document import PROSE

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
    ),
    bad=(
        Example("全年召开党组会6次，研究法治议题。各项工作有序开展。全年⟦召开党组会8次⟧，研究重大事项。"),
        Example("一、主要做法\n（一）加强学习。全年组织集体学法12次。\n（二）严格执法。规范处罚。全年共⟦组织集体学法10次⟧。\n"),
        Example("全年办理提案56件，全部办结。全年⟦办理提案65件⟧，满意率100%。"),
        Example("2023年办理行政复议案件16件，全部办结。2023年⟦办理行政复议案件18件⟧。"),
    ),
    doc=__doc__,
)

_INSIDE = r"[^，。；：！？”）\n]"
"""What a period cannot stand behind: it begins its clause."""
_STATED = LazyPattern(
    rf"年(?:(?<=[全今本当一]年)(?<!{_INSIDE}.年)|(?<=[0-9]{{4}}年)(?<!{_INSIDE}[0-9]{{4}}年))(?:度|内|来|以来)?(?P<words>[{HAN}“”《》]{{4,30}}+)(?P<figure>[0-9]+(?:人次|件次|场次|户次|[次件场期份起户人个家宗批条项篇名]))(?!以上|左右|以内)"
)
"""What was counted over a period: acts and cases, not money."""
_PERIOD = LazyPattern(r"(?:[全今本当一]|[0-9]{4})\Z")
_FILLER = LazyPattern(r"\A(?:我局|我区|我市|我县|全局|先后|同时|还|共计?|累计|总计|合计)*|(?:共计?|累计|达到?|了|为|是|有|总计|合计)+\Z")
_PLANNED = LazyPattern(r"力争|目标|预期|计划|确保|争取|下一步|不少于|不低于|不超过|每[年月季半]|将|[约近超]\Z")
_SHORTEST = 4


class _Stated(NamedTuple):
    """A figure with what it counts and when."""

    span: Span
    """Of the words and the figure."""
    words: str
    period: str
    figure: str


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Counts with their period, by what they count."""
    found = [stated for m in _STATED.finditer(report.text) for stated in [_stated(report.text, m)] if stated]
    first: dict[tuple[str, str, str, int], _Stated] = {}
    for stated in found if len(found) > 1 else ():
        if report.block_at(stated.span.start).kind in PROSE:
            unit = stated.figure.lstrip("0123456789")
            before = first.setdefault((stated.words, unit, stated.period, _part(report, stated.span.start)), stated)
            if before.figure != stated.figure:
                yield _hit(before, stated)


def _stated(text: str, m: re.Match[str]) -> _Stated | None:
    """What `m` says, if the figure is told as a result."""
    period = _PERIOD.search(text, max(0, m.start() - 4), m.start())
    if period is None or _PLANNED.search(m["words"]):
        return None
    words = _FILLER.sub("", m["words"])
    if len(words) < _SHORTEST:
        return None
    start = text.find(words, m.start("words"))
    return _Stated(Span(start, m.end()), words, period[0] if period[0].isdigit() else "", m["figure"])


def _part(report: Report, at: int) -> int:
    """Where the section of the highest level around `at` begins: results and plans are told in different ones."""
    section = report.section_at(at)
    while section is not None and section.parent >= 0:
        section = report.sections[section.parent]
    return section.start if section else -1


def _hit(before: _Stated, here: _Stated) -> Hit:
    values = {"label": here.words, "first": before.figure, "second": here.figure}
    related = (Related(before.span, Bilingual("前面的数字", "the figure before")),)
    return Hit(here.span, values=values, data=values, confidence=Confidence.MEDIUM, related=related)
