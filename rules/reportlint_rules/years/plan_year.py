"""The section of next year's arrangements names another year.

What it finds:
    下一年度安排部分写的年份不是报告年度的下一年：标题里的，以及段首“××年，……将……”里的。

    The section on the coming year names a year that is not the one after the year reported on, in its heading or where a
    paragraph begins with a year.

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

from reportlint import Bilingual, Edit, Example, Fix, Hit, LazyPattern, Report, Rule, Severity, Span, stated_years

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
        Example(_HEAD + "四、下一年度主要安排\n落实普法规划（2021—2025年），补充人员。\n"),
        Example("青禾区民政局2023年上半年工作总结\n一、主要工作\n办案五件。\n二、存在问题\n人手少。\n三、2023年下半年工作计划\n补充人员。\n"),
    ),
    bad=(
        Example(_HEAD + "四、⟦2025年⟧度主要安排\n补充人员。\n"),
        Example(_HEAD + "四、下一步打算\n⟦2023年⟧，我局将继续补充人员。\n"),
    ),
    doc=__doc__,
)  # fmt: skip

_HEADED = LazyPattern(r"[\n。]((?:19|20)[0-9]{2})年(?![-—－–～~至])")
"""A year at the head of a paragraph, or of the text behind a run-in heading."""
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
            behind = words[stated.span.end : stated.span.end + 3]
            if stated.year != expected and not (stated.year == year and ("工作" in behind or "情况" in words or "总结" in words)):
                yield _hit(heading.title.start + stated.span.start, stated.year, year, expected)
        for m in _HEADED.finditer(report.text, max(section.body - 1, 0), section.end):
            sentence = report.text[m.start(1) : report.sentence(m.end()).end]
            if int(m[1]) != expected and any(word in sentence for word in _AHEAD):
                yield _hit(m.start(1), int(m[1]), year, expected)


def _hit(start: int, stated: int, year: int, expected: int) -> Hit:
    fix = Fix(_FIX, (Edit(Span(start, start + 4), str(expected)),), safe=False)
    return Hit(
        Span(start, start + 5),
        values={"stated": stated, "year": year, "expected": expected},
        data={"stated": stated, "expected": expected},
        fix=fix,
    )
