"""What a declared rule looks for: words as they stand, and patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reportlint.text import Span
from reportlint.timed import TimedPattern

if TYPE_CHECKING:
    from re import Match

    from reportlint.own.scope import Scope
    from reportlint.report import Report


class Wanted(NamedTuple):
    """Words and patterns, and patterns of what is none: what touches one of those does not count."""

    words: tuple[str, ...]
    patterns: tuple[TimedPattern, ...]
    unless: tuple[TimedPattern, ...] = ()

    @classmethod
    def of(cls, words: Iterable[str], patterns: Sequence[str], unless: Sequence[str] = ()) -> Wanted:
        """From what a file says."""
        words = tuple(words)
        together = (alternatives(words),) if words else ()
        return cls(words, (*together, *map(TimedPattern, patterns)), tuple(map(TimedPattern, unless)))

    def found(self, report: Report, scope: Scope) -> list[Match[str]]:
        """The matches in the scope, in order; of those that overlap the first and longest. Raises PatternTimeout."""
        text = report.text
        patterns = self.patterns
        if self.words and not any(word in text for word in self.words):
            patterns = patterns[1:]
        spans = scope.spans(report) if patterns else []
        matches = apart(m for pattern in patterns for m in pattern.within(text, spans) if m.end() > m.start())
        if not matches or not self.unless:
            return matches
        others = apart(m for pattern in self.unless for m in pattern.within(text, spans))
        return [m for m in matches if not _touched(m, others)]


def alternatives(words: Iterable[str]) -> TimedPattern:
    """One pattern for all `words`; where one begins like another the longer one is tried first."""
    return TimedPattern("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


def apart(matches: Iterable[Match[str]]) -> list[Match[str]]:
    """In order; of matches that overlap the first, of those the longest."""
    kept: list[Match[str]] = []
    for m in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if not kept or m.start() >= kept[-1].end():
            kept.append(m)
    return kept


def _touched(m: Match[str], others: Sequence[Match[str]]) -> bool:
    from bisect import bisect_left

    at = bisect_left(others, m.end(), key=lambda other: other.start())
    return at > 0 and others[at - 1].end() > m.start()


def span(m: Match[str]) -> Span:
    """Where the match stands."""
    return Span(m.start(), m.end())
