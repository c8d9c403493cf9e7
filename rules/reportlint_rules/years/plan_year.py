"""The section of next year's arrangements names another year.

What it finds:
    下一年度安排部分写的年份不是报告年度的下一年：标题里的，段首“××年，……将……”里的，以及已经过去的期限（到××年底前完成）。

    The section on the coming year names a year that is not the one after the year reported on, in its heading or where a
    paragraph begins with a year; or a deadline that is over (到2022年底前完成).

Why:
    沿用旧稿时，安排部分的年份最容易漏改。

    When last year's text is reused, this is the year most often left unchanged.

Instead:
    改为报告年度的下一年；确要跨年部署的，写明起止年份。

    Write the year after the one reported on; for a longer plan give both its years.

Silent on:
    “下一年度”“下一步”等不写年份的；半年总结里对下半年的安排；规划的起止年份。

    下一年度 and the like; arrangements for the second half of the same year; spans of plans.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Edit, Example, Fix, Hit, LazyPattern, Report, Rule, Section, Severity, Span, stated_years
from reportlint_rules.years.period import clause

_HEAD = "青禾区民政局关于2023年度法治政府建设情况的报告\n一、主要举措和成效\n办案五件。\n二、存在的不足和原因\n人手少，主要是编制少。\n三、第一责任人履职情况\n局长带头述法。\n"

rule = Rule(
    code="Y002",
    name="plan-year",
    severity=Severity.ERROR,
    title=Bilingual("下年安排的年份不对", "wrong year of the plan"),
    clause=Bilingual(
        "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）：下一年度的主要安排",
        "Provisions on Supervising the Building of a Law-based Government (2019): arrangements for the coming year",
    ),
    messages={"found": Bilingual("报告年度是 {year} 年，安排应写 {expected} 年，这里写了 {stated} 年",
                                 "the report is on {year}, so its plan is for {expected}, not {stated}")},
    help=Bilingual("改为报告年度的下一年", "Write the year after the one reported on"),
    good=(
        Example(_HEAD + "四、2024年主要安排\n2024年，我局将补充人员。\n"),
        Example(_HEAD + "四、下一步打算\n巩固2022年底前完成的整改成果，到2025年底前全面完成规划任务。\n"),
        Example(_HEAD + "四、下一年度主要安排\n落实普法规划（2021—2025年），补充人员。\n"),
        Example("青禾区民政局2023年上半年工作总结\n一、主要工作\n办案五件。\n二、存在问题\n人手少。\n三、2023年下半年工作计划\n补充人员。\n"),
    ),
    bad=(
        Example(_HEAD.replace("二、存在的", "二、2024年存在的") + "四、⟦2023年⟧工作安排\n补充人员。\n"),
        Example(_HEAD + "四、⟦2023年⟧工作安排\n补充人员。\n"),
        Example(_HEAD + "四、下一步打算\n到⟦2022年⟧底前，完成培训。力争⟦2022年⟧全面完成整改，⟦2022年⟧6月底前完成验收。\n"),
        Example(_HEAD + "四、⟦2025年⟧度主要安排\n补充人员。\n"),
        Example(_HEAD + "四、下一步打算\n⟦2023年⟧，我局将继续补充人员。\n"),
        Example(_HEAD + "四、下一步打算\n我局将进一步转变作风，扎实做好⟦2023年⟧各项工作。\n"),
    ),
    doc=__doc__,
)  # fmt: skip

_HEADED = LazyPattern(r"[\n。]在?((?:19|20)[0-9]{2})年(?![-—－–～~至])")
"""A year at the head of a paragraph, or of the text behind a run-in heading."""
_SUMMED_UP = LazyPattern(r"情况|总结|回顾|成效|成绩|完成|落实|执行|开展")
_PLANNED = LazyPattern(r"安排|打算|计划|思路|目标|任务|要点")
_LATER = LazyPattern(r"季度|下半年|后[一二三四五六]?个?[月段]|年底|[0-9]月|余")
"""Plans for what is left of the same year."""
_SUMMARY = LazyPattern(r"年度|情况|总结|报告|述")
_NEXT_SUBJECT = LazyPattern(r"[，、；和及与暨]")
_DEADLINE = LazyPattern(
    r"年(?<=(?:19|20)[0-9]{2}年)(?:[0-9]{1,2}月)?[底末]?(?:之?前)?，?(?:[全面基本如期按期高质量]{2,4})?(?:完成|实现|建成|达到)(?![^，。；]{0,4}的)"
)
_WORK = LazyPattern(
    r"[做抓][好实](?P<year>(?:19|20)[0-9]{2})年度?(?:的)?(?:各项|全年|重点|全部|法治政府建设)?(?:重点)?(?:工作|任务)(?=[，。；])"
)
"""The work that a plan is about."""
_UNTIL = LazyPattern(r"(?:^|[，。；：、！？\n])[^，。；：、！？\n]{0,8}(?:到|力争|力争[到在于]|确保|争取|计划[于在]?|[拟将]于)$")
_BEFORE_THEN = LazyPattern(r"[底末月]前|年前")
_DONE = LazyPattern(r"已|曾|未|应|截至|遗留|基础上|相比|较")
_AHEAD = ("将", "继续", "计划", "拟", "着力", "进一步", "力争", "要")
_FIX = Bilingual("改为下一年", "write the next year")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Years of the plan's heading, and of sentences at the head of its paragraphs."""
    year = report.subject.year.value
    plan = report.parts.get("plan")
    if year is None or plan is None or report.subject.several_years:
        return
    title = report.first("title")
    half = title is not None and "半年" in report.document.read(title.span)
    for section in plan.sections:
        heading = section.block.heading
        if heading is None:
            continue
        words = report.document.read(heading.title)
        expected = year if half or "下半年" in words else year + 1
        for stated in stated_years(words):
            if stated.year != expected and not (stated.year == year and not _plans(words[stated.span.end :], report)):
                yield _hit(heading.title.start + stated.span.start, stated.year, year, expected)
        yield from _deadlines(report, section, year)
        for m in _WORK.finditer(report.text, section.body, section.end):
            if int(m["year"]) == year != expected and (report.subject.issued.value or "9")[:4] > str(year):
                yield _hit(m.start("year"), year, year, expected)
        for m in _HEADED.finditer(report.text, max(section.body - 1, 0), section.end):
            sentence = report.text[m.start(1) : report.sentence(m.end()).end]
            if int(m[1]) != expected and any(word in sentence for word in _AHEAD):
                yield _hit(m.start(1), int(m[1]), year, expected)


def _plans(behind: str, report: Report) -> bool:
    """Whether a heading with the year of the report plans for it: 2023年工作安排, not 2023年工作总结及下步打算."""
    subject = _NEXT_SUBJECT.split(behind)[0]
    issued = report.subject.issued.value or ""
    title = report.first("title")
    named = report.document.read(title.span) if title else ""
    if _LATER.search(subject) or issued[:4] == str(report.subject.year.value) or not _SUMMARY.search(named):
        return False
    return _PLANNED.search(subject) is not None and not _SUMMED_UP.search(subject)


def _deadlines(report: Report, section: Section, year: int) -> Iterator[Hit]:
    """Deadlines that are over: 到2022年底前，完成…. One in the year of the report is doubtful: it may have been written in that year."""
    text = report.text
    for m in _DEADLINE.finditer(text, section.body, section.end):
        start = m.start() - 4
        stated = int(text[start : m.start()])
        if stated > year or (stated == year and (report.subject.issued.value or "")[:4] <= str(year)):
            continue
        left, right = clause(text, start, m.end())
        until = _UNTIL.search(text, max(0, start - 20), start) or _BEFORE_THEN.search(m[0])
        if until and not _DONE.search(left + right):
            yield _hit(start, stated, year, year + 1)


def _hit(start: int, stated: int, year: int, expected: int) -> Hit:
    fix = Fix(_FIX, (Edit(Span(start, start + 4), str(expected)),), safe=False)
    return Hit(
        Span(start, start + 5),
        values={"stated": stated, "year": year, "expected": expected},
        data={"stated": stated, "expected": expected},
        fix=fix,
    )
