"""Runs of mask characters in their place: what stands in front of them and behind them.

A *token* is a run of letters or signs that may mask something, together with the figures in it: XX, 20XX, 1*, X.X.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint import LazyPattern
from reportlint_rules.placeholders.masks import words
from reportlint_rules.placeholders.masks.emphasis import emphasis
from reportlint_rules.placeholders.masks.words import CIRCLES, NUMERALS, SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint import Report

TOKEN = (
    rf"(?<![A-Za-z&@\\%][Xx])(?<![A-Za-z][./][Xx])[{SIGNS}]*(?:(?:[.,0-9]+| (?=[Xx*×_]))[{SIGNS}]+)*[0-9]*(?:\.[0-9]+)?"
    r"(?!(?<=[Xx])(?!APP|App|app|OA|GIS|(?<=xx)[A-WYZ])[A-Za-z])"
)
"""The rest of a token behind its first character; an x of a Latin word or an address is none."""
_FIGURES = "0123456789.,"
_RUN = LazyPattern(r"[*＊_]+|[^*＊_]+")
_RANGE_MARKS = frozenset("—–-~～至到")
_DIGITS = LazyPattern(r"[0-9]")


class Token(NamedTuple):
    """A run of mask characters in its place."""

    text: str
    start: int
    """The first mask character."""
    end: int
    lead: int
    """Where the figures begin that stand in front of it and belong to it; `start` when there are none."""
    signs: str
    """Its mask characters alone."""
    before: str
    after: str
    """The characters beside it; a line feed at the ends of a paragraph."""
    unit: int
    """Where the measure word behind it ends; 0 without one."""
    date: int
    """Where the unit of time behind it ends; 0 without one."""

    @property
    def figures(self) -> str:
        """The token with the figures in front of it."""
        return self.text[self.lead : self.end]

    @property
    def numbered(self) -> bool:
        """Whether figures stand directly in front of it."""
        return self.lead < self.start

    @property
    def behind_year(self) -> bool:
        """Whether the figures in front of it are a whole year, which belongs to what stands before: 2023XX会议."""
        return self.start - self.lead == len("2023") and self.text.startswith(("19", "20"), self.lead)

    @property
    def ends_in_digit(self) -> bool:
        """Whether its last character is a figure: x013."""
        return self.text[self.end - 1].isdigit()

    @property
    def stands(self) -> bool:
        """Whether it stands where only a number or a name can."""
        return self.unit > 0 or self.dates or words.noun(self.text, self.end) > 0 or self.posted

    @property
    def dates(self) -> bool:
        """Whether it stands where only a date can."""
        return self.date > 0 or self.year

    @property
    def year(self) -> bool:
        """Whether it is the figures of a year: 20XX."""
        return self.numbered and words.YEAR.fullmatch(self.figures) is not None

    @property
    def posted(self) -> bool:
        """Whether a post stands beside it, so that it is a person."""
        return words.POST.search(self.left(6)) is not None or words.BEFORE_PERSON.match(self.text, self.end) is not None

    def left(self, width: int) -> str:
        """Up to `width` characters in front of it, of the same paragraph."""
        left = self.text[max(0, self.start - width) : self.start]
        return left.rpartition("\n")[2] if "\n" in left else left


def tokens(report: Report, start: int, end: int) -> Iterator[Token]:
    """The tokens between `start` and `end`: without the asterisks of emphasis and the zero of a Chinese year."""
    text = report.text
    run = text[start:end]
    if "*" in run or "__" in run:
        marks = report.shared(emphasis)
        if marks:
            for a, b in _without(text, start, end, marks):
                yield _token(text, a, b)
            return
    elif run[0] in CIRCLES and start and text[start - 1] in NUMERALS:
        while start < end and text[start] in CIRCLES:
            start += 1
        if start == end or text[start] not in SIGNS:
            return
    yield _token(text, start, end)


def _without(text: str, start: int, end: int, marks: frozenset[int]) -> Iterator[tuple[int, int]]:
    """What is left between `start` and `end` of runs that are no emphasis."""
    first = start
    for run in _RUN.finditer(text, start, end):
        if run.start() in marks:
            if first < run.start() and _masks(text, first, run.start()):
                yield first, run.start()
            first = run.end()
    if first < end and _masks(text, first, end):
        yield first, end


def _masks(text: str, start: int, end: int) -> bool:
    return any(c in SIGNS for c in text[start:end])


def _token(text: str, start: int, end: int) -> Token:
    """The token in the piece of text from `start` to `end`, which begins with a mask character or with figures."""
    while text[start] not in SIGNS:
        start += 1
    lead = start
    while lead and text[lead - 1] in _FIGURES:
        lead -= 1
    while lead < start and text[lead] in ".,":
        lead += 1
    run = text[start:end]
    signs = run if end - start == 1 or run.isalpha() or not _DIGITS.search(run) else "".join(c for c in run if c in SIGNS)
    after = text[end] if end < len(text) else "\n"
    reach = end
    if after in _RANGE_MARKS:
        m = words.RANGE.match(text, end)
        if m and (words.unit(text, m.end()) or words.DATE_UNIT.match(text, m.end())):
            reach = m.end()
    unit, date = words.unit(text, reach), words.DATE_UNIT.match(text, reach)
    if lead < start and text[start - 1] in ".," and not (unit or date):
        lead = start  # the number of a list item
    before = text[start - 1] if start else "\n"
    return Token(text, start, end, lead, signs, before, after, unit, date.end() if date else 0)
