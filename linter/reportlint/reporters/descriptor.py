"""What SARIF calls a reportingDescriptor: a rule, with its page in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.explain import SECTIONS, Page
from reportlint.finding import Severity
from reportlint.reporters.markdown import escaped
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.rule import Rule

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
"""What GitHub calls them where it lists the rules."""
_CLAUSE = Bilingual("依据", "Source")
_FULL = 1_000
"""Characters: GitHub takes 1,024 for the full description."""


def descriptor(code: str, rule: Rule | None, language: str) -> dict[str, object]:
    """The rule of this code; None: nothing is known of it."""
    if rule is None:
        return {"id": code}
    other = "en" if language == "zh" else "zh"
    sections = list(_sections(rule))
    finds = dict(sections).get(SECTIONS["What it finds"], rule.title)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title.in_(language)},
        "fullDescription": {"text": finds.in_(language)[:_FULL]},
        "help": {
            "text": "\n\n".join(_text(sections, each) for each in (language, other)),
            "markdown": "\n\n---\n\n".join(_markdown(rule, sections, each) for each in (language, other)),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.default != "off"},
        "properties": {"problem.severity": _PROBLEMS[rule.severity]},
    }


def _sections(rule: Rule) -> Iterator[tuple[Bilingual, Bilingual]]:
    """Headings and texts: those of the docstring, or the advice of a rule that has no such docstring; then what it rests on."""
    try:
        yield from ((SECTIONS[name], text) for name, text in Page.of(rule.doc).sections.items())
    except ValueError:
        yield SECTIONS["Instead"], rule.help
    yield _CLAUSE, rule.clause


def _text(sections: Iterable[tuple[Bilingual, Bilingual]], language: str) -> str:
    colon = "：" if language == "zh" else ": "
    return "\n".join(f"{title.in_(language)}{colon}{text.in_(language)}" for title, text in sections)


def _markdown(rule: Rule, sections: Iterable[tuple[Bilingual, Bilingual]], language: str) -> str:
    parts = [f"**{title.in_(language)}**\n\n{escaped(text.in_(language))}" for title, text in sections]
    return "\n\n".join([f"### {rule.code} {escaped(rule.title.in_(language))}", *parts])
