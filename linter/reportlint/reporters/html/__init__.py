"""One self-contained page for people without a terminal: overview, lists to filter, every report with its findings marked in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.reporters.html import page, records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportlint.engine import FileResult
    from reportlint.rule import Rule
    from reportlint.tally import Tally
    from reportlint.text import Bilingual

Rendered = tuple[frozenset[str], str]
"""The codes of the findings of a file, and its part of the page."""


class Html:
    """The head of the page, one block of data per report as they come, then what all have in common and the program that shows it.

    Everything that comes from outside goes into the data and nowhere else: the page itself is the same for every run.
    """

    def __init__(self, language: str, *, rules: Mapping[str, Rule], kinds: Mapping[str, Bilingual]) -> None:
        """`language` is the one the page opens in; it has both. `rules` by code and the titles of `kinds` explain what is named."""
        self._language = language
        self._rules = rules
        self._kinds = kinds
        self._codes: set[str] = set()
        self._before = page.head(language)

    def render(self, result: FileResult) -> Rendered:
        """The data of one file, ready for the page."""
        findings = [*result.findings, *(suppressed.finding for suppressed in result.suppressed)]
        return frozenset(finding.code for finding in findings), records.blocks(result)

    def show(self, rendered: Rendered) -> str:
        """The data, behind the head of the page."""
        codes, text = rendered
        self._codes |= codes
        before, self._before = self._before, ""
        return before + text

    def end(self, tally: Tally) -> Iterator[str]:
        """The rest of the page."""
        if self._before:
            yield self._before
        rules = [self._rules[code] for code in sorted(self._codes & self._rules.keys())]
        yield records.common(tally, rules, self._kinds, self._language)
        yield page.tail()
