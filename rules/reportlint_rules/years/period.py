"""What time a report is about, and when it was written at the latest."""

from __future__ import annotations

from reportlint import LazyPattern, Report

_GENERAL = "general"
_AHEAD = LazyPattern(r"安排|计划|打算|下一?步|思路|展望|明年|下一?年|下半年|下一?阶段|今后|努力方向|改进措施|整改措施")
_OF_THE_YEAR = ("年度", "总结", "情况")
_FIRST_MONTH_OF_SUMMARIES = "06"


def title_of(report: Report) -> str:
    """The words of the title, or an empty text."""
    block = report.first("title")
    return report.document.read(block.span) if block else ""


def half_year(report: Report) -> bool:
    """Whether the report is on the first half of a year."""
    title = title_of(report)
    return "上半年" in title or "半年" in title.replace("下半年", "")


def reported_year(report: Report) -> int | None:
    """The year reported on; for speeches whose title may name the year of the speech, the year before it. None when unknown."""
    year = report.subject.year.value
    if year is None or report.subject.kind.value != _GENERAL or report.subject.year.origin == "option":
        return year
    return year if any(word in title_of(report) for word in _OF_THE_YEAR) else year - 1


def written_by(report: Report) -> str | None:
    """The last day, as YYYY-MM-DD, on which the report can have been written; None when its year is unknown.

    The date of issue if it fits the year. Else 1 April of the next year, by which such reports must be public (督察工作规定 art. 24),
    and for the first half of a year the end of September.
    """
    year, issued = report.subject.year.value, report.subject.issued.value
    if year is None:
        return None
    if issued and issued[:4] >= str(year) and (issued[:4] > str(year) or issued[5:7] >= _FIRST_MONTH_OF_SUMMARIES):
        return issued
    return f"{year}-09-30" if half_year(report) else f"{year + 1}-04-01"


def looks_ahead(report: Report, at: int) -> bool:
    """Whether `at` lies in a section on what is to come."""
    plan = report.parts.get("plan")
    if plan is not None and any(section.start <= at < section.end for section in plan.sections):
        return True
    year = report.subject.year.value
    return any(_AHEAD.search(heading) or (year is not None and f"{year + 1}年" in heading) for heading in report.headings_at(at))


def clause(text: str, start: int, end: int, reach: int = 40) -> tuple[str, str]:
    """What stands left and right of text[start:end] within its clause, at most `reach` characters each."""
    left, right = text[max(0, start - reach) : start], text[end : end + reach]
    return left[_last(left, "，。；：！？\n") + 1 :], right[: _first(right, "，。；：！？\n")]


def _last(text: str, marks: str) -> int:
    return max(text.rfind(mark) for mark in marks)


def _first(text: str, marks: str) -> int:
    return min((at for at in (text.find(mark) for mark in marks) if at >= 0), default=len(text))
