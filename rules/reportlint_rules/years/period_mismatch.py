"""A half-year report that tells of the whole year as done, or a report on a year that presents itself as one on half a year.

What it finds:
    半年总结里把全年、全年度的事写成已经完成；年度报告的标题、小标题、开头写成“上半年工作情况”“下半年工作计划”。

    A report on half a year that tells of the whole year as done; a report on a year with headings on the first or second half.

Why:
    时间口径和报告期不符，说明文稿是由另一份报告改成的。

    What is told does not fit the period: the text was made from another report.

Instead:
    核对报告期，把“年度”“全年”改为“上半年”或者“截至6月底”；年度报告改为全年、下一年的口径。

    Check the period and name it rightly.

Silent on:
    全年计划、年度预算等名称；全年目标、预计；上一年度的情况；年度报告正文里提到的上半年、下半年。

    Plans and budgets of the year, forecasts, the year before, the halves of the year within the text of an annual report.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint_rules.years.period import half_year, looks_ahead, title_of

rule = Rule(
    code="Y007",
    name="period-mismatch",
    severity=Severity.WARNING,
    title=Bilingual("时间口径和报告期不符", "period does not fit"),
    clause=Bilingual(
        "报告内容应与报告期一致；见于由年度报告改成的半年总结",
        "What is told belongs to the period reported on; seen in half-year texts made from annual ones",
    ),
    messages={
        "found": Bilingual("报告期是上半年，这里写的是“{words}”", "the report is on half a year, but this says {words}"),
        "half": Bilingual("这是年度报告，这里写的是“{words}”", "this is a report on a year, but this says {words}"),
    },
    help=Bilingual("核对报告期，统一时间口径", "Check the period and name it rightly"),
    good=(
        Example(
            "青禾县财政局2023年上半年工作总结\n一、主要工作\n制定2023年度普法计划，在2022年度考核中获优秀。上半年开展宣传3次，全年预计完成6次。\n2023年度重点任务清单已印发。\n"
        ),
        Example("青禾县财政局2023年上半年工作总结\n一、主要工作\n2022年，全年召开会议6次。\n二、下半年工作计划\n全年完成培训4次。\n"),
        Example("青禾县财政局关于2023年度法治政府建设情况的报告\n一、主要举措\n上半年，梳理下半年资金需求。全年召开会议6次。\n"),
    ),
    bad=(
        Example(
            "青禾县财政局2023年上半年工作总结\n一、主要工作\n领导干部带头学法，⟦2023年度⟧局主要负责人带头宣讲《宪法》3次。⟦全年⟧共召开会议6次。\n"
        ),
        Example("青禾县财政局关于2023年度法治政府建设情况的报告\n一、⟦上半年⟧工作情况\n召开会议6次。\n二、⟦下半年⟧工作计划\n补充人员。\n"),
    ),
    doc=__doc__,
)

_WHOLE = LazyPattern(
    r"年(?:(?<=全年)来?|度(?:(?<=[12][0-9]{3}年度)|(?<=本年度))|来(?<=一年来)|(?<=[12][0-9]{3}年)1月?[-—－–～~至到]{1,2}12月份?(?<=月份|2月))"
)
_TO_THE_END = LazyPattern(r"截至(?:[12][0-9]{3}年)?(?:(?:9|1[0-2])月(?:底|末|[0-9]{1,2}日)?|年底|年末)")
_BEGINS = "，。；：、！？\n （）”"
_NAMES = LazyPattern(
    r"[^，。；：\n已共]{0,14}?(?:计划|要点|预算|目标|任务|清单|方案|考核|规划|安排|决算|审计|报告|指标|绩效|总结|项目|序时|工作会)"
)
_DONE = LazyPattern(
    r"[共累已了过结]|先后|带头|组织|召开|开展|举办|办理|受理|完成|印发|实现|处理|审查|培训|宣[传讲]|检查|接收|收到|培育|落实|未发生|没有|发放|投入|走访|建成|新建|化解|调解|排查|整改|查处|立案|接待|解决|修订|制定|出台|取得|荣获|获评"
)
_SURELY_DONE = LazyPattern(r"[^，。；]{0,4}(?:共|累计|已|未发生|没有|实际)|[^，。；]{0,24}(?:圆满|全部|全面|顺利|如期|超额)完成")
_FORECAST = LazyPattern(r"预计|力争|确保|计划|预期|争取|有望|预测|目标|打算|以来|不少于|不低于")
_WISH = LazyPattern(r"^[^，。；]{0,6}(?:将|拟|(?<![主重])要(?![求点]))|预计|力争|确保|预期|争取|有望|打算|不少于|不低于")
_HALVES = LazyPattern(r"[上下]半年(?=[^，。；]{0,8}(?:工作|情况|总结|计划|安排|打算|思路|重点))")
_ANNOUNCED = LazyPattern(r"现将[^，。；《]{0,20}(上半年)[^，。；]{0,20}(?:情况|工作|总结)")
_ANNUAL_KINDS = ("law-based-government", "work-summary")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """全年 and 2023年度 at the head of a clause in half-year reports; 上半年 and 下半年 in headings of annual ones."""
    text = report.text
    if "半年" not in text:
        return
    if half_year(report):
        yield from _whole_year(report)
    elif report.subject.kind.value in _ANNUAL_KINDS and report.subject.year.value is not None and "半年" not in title_of(report):
        yield from _half_a_year(report)


def _whole_year(report: Report) -> Iterator[Hit]:
    """The whole year, or a day near its end, as the time of something done."""
    for m in _WHOLE.finditer(report.text):
        start = m.start() - (1 if report.text[m.start() - 1] in "全本一" else 4)
        reviewed = report.text.endswith("回顾", 0, start) and not looks_ahead(report, start)
        if reviewed or (_begins_clause(report, start, report.text[start : m.end()]) and _is_done(report, start, m.end())):
            yield Hit(Span(start, m.end()), values={"words": report.text[start : m.end()]})
    for m in _TO_THE_END.finditer(report.text) if "截至" in report.text else ():
        if _is_done(report, *m.span()):
            yield Hit(Span(*m.span()), values={"words": m[0]})


def _begins_clause(report: Report, start: int, words: str) -> bool:
    """Whether the words stand at the head of their clause, where they are its time, and mean the year reported on."""
    text, year = report.text, report.subject.year.value
    if words[0].isdigit() and not words.startswith(str(year)):
        return False
    return not start or text[start - 1] in _BEGINS or (words.startswith("全年") and text[:start].endswith(f"{year}年"))


def _is_done(report: Report, start: int, end: int) -> bool:
    """Whether a verb of doing and no forecast stands behind in the clause, outside of headings, plans and what is about last year."""
    heading = report.block_at(start).heading
    if report.block_at(start).kind == "title" or (heading and start < heading.title.end):
        return False
    sentence = report.sentence(start)
    before = report.text[sentence.start : start]
    behind = report.text[end : min(sentence.end, end + 60)].removeprefix("，").partition("，")[0]
    if _WISH.search(behind) or _FORECAST.search(before[-8:]) or _of_another_year(before, report.subject.year.value):
        return False
    if _SURELY_DONE.match(behind):
        return True
    return bool(_DONE.search(behind)) and not (_NAMES.match(behind) or _FORECAST.search(behind) or looks_ahead(report, start))


def _of_another_year(before: str, year: int | None) -> bool:
    """Whether the sentence is about last year."""
    return "去年" in before or "上年" in before or (year is not None and f"{year - 1}年" in before)


def _half_a_year(report: Report) -> Iterator[Hit]:
    """Headings on half of the year, and an opening that announces one."""
    for section in report.sections:
        heading = section.block.heading
        m = _HALVES.search(section.title) if heading and "半年" in section.title else None
        if heading and m and not section.title[: m.start()].endswith((f"{_next(report)}年", "明年")):
            start = report.text.index(section.title[m.start() : m.end()], heading.title.start)
            yield Hit(Span(start, start + 3), "half", {"words": m[0]})
    end = report.sections[0].start if report.sections else 0
    announced = _ANNOUNCED.search(report.text, 0, end)
    if announced:
        yield Hit(Span(*announced.span(1)), "half", {"words": announced[1]})


def _next(report: Report) -> int:
    """The year after the one reported on."""
    return (report.subject.year.value or 0) + 1
