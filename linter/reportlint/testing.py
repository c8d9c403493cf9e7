"""For authors of rules and kinds: run one rule over a text, and turn its examples into tests."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reportlint.engine import Linter
from reportlint.explain import Page
from reportlint.finding import Severity
from reportlint.fix import mend
from reportlint.plugins import Registry, load
from reportlint.rule import CODE, NAME
from reportlint.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlint.engine import FileResult
    from reportlint.finding import Finding
    from reportlint.rule import Example, Rule
    from reportlint.structure.kind import Kind

OPEN, CLOSE = "⟦", "⟧"


def findings(
    rule: Rule,
    text: str,
    *,
    year: int | None = None,
    kind: str | None = None,
    path: str = "example.txt",
    kinds: Sequence[Kind] | None = None,
) -> list[Finding]:
    """What `rule` alone finds in `text`, read as the file `path`. Errors inside the rule are not caught up: E003 shows them.

    `kinds` are the kinds of reports there are, the shipped ones if None.
    """
    return list(_linter(rule, year, kind, kinds).check_bytes(path, text.encode()).findings)


def _linter(rule: Rule, year: int | None, kind: str | None, kinds: Sequence[Kind] | None) -> Linter:
    registry = Registry((rule,), _shipped_kinds() if kinds is None else tuple(kinds))
    return Linter(registry, Settings(select=(rule.code,), year=year, kind=kind))


def marked(text: str) -> tuple[str, list[str]]:
    """`text` without its ⟦ ⟧, and the marked pieces as ``offset:words``."""
    clean, pieces, start = "", [], 0
    for c in text:
        if c == OPEN:
            start = len(clean)
        elif c == CLOSE:
            pieces.append(f"{start}:{clean[start:]}")
        else:
            clean += c
    return clean, pieces


def problems(rule: Rule, kinds: Sequence[Kind] | None = None) -> Iterator[str]:
    """What is wrong with `rule` as its author described it: nothing, for a good rule. `kinds` as for `findings`.

    Checked are the docstring, the texts in both languages, that each example gives exactly the marked findings, and that fixes mend
    what they are for.
    """
    try:
        Page.of(rule.doc)
    except ValueError as error:
        yield f"docstring: {error}"
    for name, text in {"title": rule.title, "clause": rule.clause, "help": rule.help, **rule.messages}.items():
        if not text.zh.strip() or not text.en.strip():
            yield f"{name} is missing in one language"
    if not re.fullmatch(CODE, rule.code) or not re.fullmatch(NAME, rule.name):
        yield f"{rule.code} {rule.name}: a code is capitals and three digits, a name small words joined by -"
    if not isinstance(rule.severity, Severity):
        yield f"severity is {rule.severity!r}, not a Severity"
        return
    if rule.compare is None and (not rule.good or not rule.bad):
        yield "good and bad examples are missing"
    for example in rule.good:
        for finding in _run(rule, example, example.text, kinds):
            yield f"good example gives {finding.code} {finding.text!r}: {example.text!r}"
    for example in rule.bad:
        clean, expected = marked(example.text)
        found = _run(rule, example, clean, kinds)
        for finding in found:
            if "{" in finding.message.en and finding.message in rule.messages.values():
                yield f"a message is not filled, its values are missing in the Hit: {finding.message.en!r}"
        places = [f"{f.span.start}:{f.text}" for f in found]
        if example.findings:
            places = [place for place in places if place in expected] + ["…"] * sum(place not in expected for place in places)
            expected = expected + ["…"] * example.findings
        if sorted(places) != sorted(expected):
            yield f"bad example: expected {expected}, found {places}: {example.text!r}"
        elif example.fixed or any(finding.fix for finding in found):
            yield from _fixing(rule, example, clean, kinds)


def _run(rule: Rule, example: Example, text: str, kinds: Sequence[Kind] | None) -> list[Finding]:
    return findings(rule, text, year=example.year, kind=example.kind, path=example.path, kinds=kinds)


def _fixing(rule: Rule, example: Example, text: str, kinds: Sequence[Kind] | None) -> Iterator[str]:
    """What is wrong with the fixes in a bad example: they must leave the text that is asked for, and nothing more to fix."""
    linter = _linter(rule, example.year, example.kind, kinds)

    def check(new: str) -> FileResult:
        return linter.check_bytes(example.path, new.encode())

    mended = mend(text, check, check(text), unsafe=True)
    if example.fixed and mended.text != example.fixed:
        yield f"bad example: the fixes give {mended.text!r}, not {example.fixed!r}"
    for finding in mended.result.findings if mended.fixes else ():
        if finding.fix:
            yield f"bad example: a fix does not mend {finding.text!r}: {mended.text!r}"


@cache
def _shipped_kinds() -> tuple[Kind, ...]:
    """Loading the grammars once is enough for a whole test run."""
    return load().kinds
