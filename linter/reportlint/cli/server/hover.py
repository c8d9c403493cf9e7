"""What an editor shows over a finding: what it says, what to do, and the page of its rule, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportlint.cli.pages import CLAUSE, accuracy, sections
from reportlint.finding import Finding
from reportlint.reporters.markdown import escaped
from reportlint.reporters.words import LEVELS
from reportlint.rule import Rule


def hover(findings: Iterable[Finding], rules: Mapping[str, Rule], language: str) -> str:
    """One part for each finding, the page of a rule only once."""
    told: set[str] = set()
    parts = []
    for finding in findings:
        lines = list(_finding(finding, language))
        if finding.code not in told and finding.code in rules:
            lines += _rule(rules[finding.code], language)
        told.add(finding.code)
        parts.append("\n\n".join(lines))
    return "\n\n---\n\n".join(parts)


def _finding(finding: Finding, language: str) -> Iterator[str]:
    yield f"**{finding.code} {finding.rule}** · {LEVELS[finding.severity].in_(language)}"
    yield escaped(finding.message.in_(language))
    if finding.help.in_(language):
        yield escaped(finding.help.in_(language))


def _rule(rule: Rule, language: str) -> Iterator[str]:
    for title, text in sections(rule):
        if text != rule.help:
            yield f"**{title.in_(language)}**  \n{escaped(text.in_(language))}"
    yield f"**{CLAUSE.in_(language)}**  \n{escaped(rule.clause.in_(language))}"
    if measured := accuracy(rule.code):
        yield escaped(measured.in_(language))
