"""Title, opening and section headings disagree about the year reported on.

What it finds:
    标题、开头、一级标题写的报告年度不一致；年度报告的落款日期早于当年7月（提示）。

    The title, the opening and the top-level headings name different years as the one reported on; a report on a whole year that
    was signed before July of that year (a warning).

Why:
    多半是拿上一年的报告改写，漏改了年份；公开后最容易被指出。

    Mostly last year's report was taken and one year was left unchanged.

Instead:
    核对报告年度，把各处改成同一年。

    Make all of them the year reported on.

Silent on:
    与上一年比较的数字；法律、规划、文件名称里的年份；跨年的起止年份；下一年安排部分（见 Y002）。

    Comparisons with the year before; years in names of laws, plans and documents; ranges; the plan for next year (see Y002).
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import (
    Bilingual,
    Clues,
    Confidence,
    Example,
    Hit,
    LazyPattern,
    Related,
    Report,
    Rule,
    Section,
    Severity,
    Span,
    StatedYear,
    opening_years,
    stated_years,
)  # fmt: skip
from reportlint.document import DATE

_REST = "二、存在的不足和原因\n力量偏弱，主要是编制少。\n三、第一责任人履职情况\n局长带头述法。\n四、2024年主要安排\n补充人员。\n"

rule = Rule(
    code="Y001",
    name="inconsistent-year",
    severity=Severity.ERROR,
    title=Bilingual("年度前后不一", "years disagree"),
    clause=Bilingual("同一报告的年度应当一致；见于沿用上年文稿的报告", "A report is about one year; seen where last year's text was reused"),
    messages={
        "signed": Bilingual(
            "落款日期{issued}早于报告年度{year}年的年底，请核对", "signed on {issued}, in the first half of {year} or before it, the year reported on"
        ),
        "found": Bilingual("此处写 {year} 年，{origin}写的是 {expected} 年", "{year} here, but the {origin} says {expected}"),
    },
    help=Bilingual("核对后改成同一年度", "Make both the year reported on"),
    good=(
        Example("青禾区民政局关于2023年度法治政府建设情况的报告\n2023年，我局依法履职。\n一、2023年主要举措和成效\n办案五件，比2022年多两件。\n" + _REST),
        Example("青禾区民政局关于2023年度法治政府建设情况的报告\n与2022年相比，2023年全区依法履职。\n一、主要举措和成效\n办案五件。\n" + _REST),
        Example("青禾区2025年政府工作报告\n一、2024年工作回顾\n经济平稳。\n二、2025年重点工作\n扩大内需。\n"),
        Example("青禾镇2023年工作总结\n一、2023年主要工作\n办案五件。\n二、2024年面临的困难和挑战\n人手少。\n三、2024年工作计划\n补充人员。\n"),
        Example("2023年政府工作报告\n本届政府2018年3月就职，任期即将结束。\n一、过去五年工作回顾\n经济平稳。\n二、2023年重点工作\n扩大内需。\n"),
        Example("2024年政府工作报告\n——2025年1月9日在青禾区第七届人民代表大会第五次会议上\n一、2024年工作回顾\n经济平稳。\n二、2025年重点工作\n扩大内需。\n"),
    ),
    bad=(
        Example("青禾镇2023年工作总结\n一、2023年主要工作\n办案五件。\n二、⟦2024年⟧存在的不足\n人手少。\n三、2024年工作计划\n补充人员。\n"),
        Example(
            "青禾区民政局2023年度部门决算\n第一部分 部门概况\n主管社会救助。\n第二部分 2023年度部门决算情况说明\n一、关于2023年度收入情况说明\n收入三百万元。\n"
            "二、关于⟦2022年⟧度支出情况说明\n支出三百万元。\n"
        ),
        Example("青禾区民政局关于2023年度法治政府建设情况的报告\n2023年，我局依法履职。\n一、主要举措和成效\n办案五件。\n" + _REST + "\n青禾区民政局\n⟦2023年1月16日⟧\n"),
        Example("青禾区民政局关于2023年度法治政府建设情况的报告\n⟦2022年⟧，我局依法履职。\n一、⟦2021年⟧度主要举措和成效\n办案五件。\n" + _REST),
        Example("青禾区民政局关于2023年度法治政府建设情况的报告\n2023年，我局依法履职。\n一、⟦2024年⟧主要举措和成效\n办案五件。\n" + _REST),
        Example(
            "青禾区2024年政府信息公开工作年度报告\n本报告所列数据统计期限自⟦2023年1月1日⟧起至2024年12月31日止。\n一、总体情况\n公开信息三百条。\n",
        ),
        Example("青禾区民政局关于2023年度法治政府建设情况的报告\n现将⟦2022年⟧度法治政府建设情况报告如下：\n一、主要举措和成效\n办案五件。\n" + _REST),
    ),
    doc=__doc__,
)  # fmt: skip

_ORIGINS = {
    "option": Bilingual("命令行", "command line"),
    "configuration": Bilingual("配置", "configuration"),
    "title": Bilingual("标题", "title"),
    "opening": Bilingual("开头", "opening"),
    "headings": Bilingual("前面的标题", "heading before"),
}
_WHOLE_YEAR = LazyPattern(r"年度?[^，。]{0,24}(?:情况|总结|报告|述)")
_NOT_WHOLE = LazyPattern(r"计划|方案|要点|安排|部署|季度|半年|月|周|政府工作报告|预算|专项|复函")
_PLANNED = LazyPattern(r"安排|打算|计划|思路|目标|任务|要点|下一?步|下半年|方向|展望|部署")
"""In headings of the plan; one that tells of problems by the next year's number is taken for the plan, too."""
_PERIOD = LazyPattern(
    r"统计(?<=统计)(?:的?(?:期限|时限|周期|时间|区间|时段|范围|口径))?[^0-9，。；\n]{0,4}(?P<first>(?:19|20)[0-9]{2}年)1月1日起?[^0-9，。；\n]{1,2}"
    r"(?P<last>(?:19|20)[0-9]{2}年)12月31日"
)
"""The whole year that the figures of a report are of."""
_STATISTICS = Clues("统计")
_AHEAD = LazyPattern(r"挑战|形势|机遇|面临")
"""What the next year brings: 2025年面临的困难和挑战 in a report on 2024."""
_COMPARED = ("相比", "以来", "较", "同比", "与")
_NOTE = Bilingual("这里写的是另一年", "another year stands here")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Years of title, opening and top-level headings against the year of the report."""
    year = report.subject.year
    if year.value is None or year.origin not in _ORIGINS:
        return
    places = list(_places(report))
    several = report.subject.several_years
    first = next((stated for stated in places if stated.year == year.value), None)
    for stated in places:
        apart = abs(stated.year - year.value)
        if apart == 0 or (several and apart < 2):
            continue
        yield Hit(
            stated.span,
            values={"year": stated.year, "expected": year.value, "origin": _ORIGINS[year.origin]},
            data={"year": stated.year, "expected": year.value},
            confidence=Confidence.MEDIUM if several else Confidence.HIGH,
            related=(Related(first.span, _NOTE),) if first else (),
        )
    if not several:
        yield from _counted(report, year.value, _ORIGINS[year.origin])
    yield from _signed_too_early(report, year.value)


def _counted(report: Report, year: int, origin: Bilingual) -> Iterator[Hit]:
    """Either end of the year that the figures are of: 统计期限自2022年1月1日至2023年12月31日."""
    for m in _PERIOD.finditer(report.text) if report.has(_STATISTICS) else ():
        for end, month in (("first", "1月1日"), ("last", "12月31日")):
            stated = int(m[end][:4])
            if stated != year and year in (int(m["first"][:4]), int(m["last"][:4])):
                span = Span(m.start(end), m.end(end) + len(month))
                yield Hit(span, values={"year": stated, "expected": year, "origin": origin}, data={"year": stated, "expected": year})


def _signed_too_early(report: Report, year: int) -> Iterator[Hit]:
    """A report on a whole year that was signed before the middle of it. Reports of December are early, but true."""
    issued = report.subject.issued.value or ""
    title = report.first("title")
    words = report.document.read(title.span) if title else ""
    if not f"{year - 1}-01-01" <= issued < f"{year}-07-01" or not _WHOLE_YEAR.search(words) or _NOT_WHOLE.search(words):
        return
    signature = next((block for block in reversed(report.blocks) if block.kind == DATE), None)
    if signature is not None:
        yield Hit(signature.span, "signed", {"issued": issued, "year": year}, {"issued": issued}, severity=Severity.WARNING)


def _places(report: Report) -> Iterator[StatedYear]:
    """The years that stand for the report as a whole, with their places in the text."""
    title = report.first("title")
    start = report.sections[0].start if report.sections else len(report.text)
    if title:
        yield from _moved(stated_years(report.document.read(title.span))[:1], title.start)
    begin = title.end + 1 if title else 0
    if begin < start:
        for opened in _moved(opening_years(report.text[begin:start]), begin):
            if "届" not in report.text[max(begin, opened.span.start - 6) : opened.span.start]:  # 本届政府2018年就职
                yield opened
    plans = report.parts["plan"].sections if "plan" in report.parts else ()
    for section in report.sections:
        heading = section.block.heading
        words = report.document.read(heading.title) if heading and _on_top(report, section) else ""
        if "年" not in words or heading is None or (section in plans and _PLANNED.search(words)):
            continue
        stated = [found for found in stated_years(words) if found.span.start <= 2]
        planned = stated and stated[0].year == (report.subject.year.value or 0) + 1 and (_PLANNED.search(words) or _AHEAD.search(words))
        if stated and not planned and not any(word in words for word in _COMPARED):
            yield from _moved(stated, heading.title.start)


def _on_top(report: Report, section: Section) -> bool:
    """Whether no other heading stands above `section`, or only 第二部分."""
    above = report.sections[section.parent].block.heading if section.depth == 2 else None
    return section.depth == 1 or (above is not None and above.style == "part")


def _moved(found: list[StatedYear], by: int) -> Iterator[StatedYear]:
    for stated in found:
        yield StatedYear(stated.year, Span(stated.span.start + by, stated.span.end + by))
