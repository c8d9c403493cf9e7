"""Five-year plans by their short names: “十四五”, “八五”普法, “八五普法”."""

from __future__ import annotations

from typing import NamedTuple

from reportlint import LazyPattern, Report, Span
from reportlint_rules import facts
from reportlint_rules.years.period import clause

_NAME = LazyPattern(
    r"五”(?:(?<=“[五六七八九十]五”)|(?<=“十[一二三四五六七]五”))(?P<pufa>普法|法治宣传)?|五(?P<inside>普法”)(?<=“[五六七八九十]五普法”)"
)
_PUFA = "pufa"


class Mention(NamedTuple):
    """A plan named in the text, with its “”, and what stands around it in its clause."""

    span: Span
    plan: facts.Plan
    left: str
    right: str


def mentions(report: Report) -> list[Mention]:
    """All plans that the text names."""
    text, plans = report.text, facts.of(report).plans
    found = []
    for m in _NAME.finditer(text):
        start, end = text.rindex("“", 0, m.start()), m.end() if m["inside"] else m.start() + 2
        plan = plans.get(text[start + 1 : m.start() + 1])
        if plan and (plan.kind == _PUFA) == bool(m["pufa"] or m["inside"]):
            found.append(Mention(Span(start, end), plan, *clause(text, start, end)))
    return found
