"""What a rule sees: the document, its outline, what it is about, and how it fits its grammar."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar, cast

from reportlint.clues import Clues, clues_in
from reportlint.document import Block, Document
from reportlint.text import Bilingual, Span

T = TypeVar("T")


class Known(NamedTuple, Generic[T]):
    """A fact about the report and where it comes from.

    `origin` is ``"option"``, ``"configuration"``, ``"title"``, ``"opening"``, ``"headings"``, ``"signature"`` or
    ``"file name"``; the value is None and the origin empty when the fact is unknown.
    """

    value: T | None
    origin: str = ""


UNKNOWN: Known[str] = Known(None)
UNKNOWN_YEAR: Known[int] = Known(None)


class Subject(NamedTuple):
    """What the report is about, found once and used by all rules."""

    kind: Known[str] = UNKNOWN
    year: Known[int] = UNKNOWN_YEAR
    """The year reported on, not the year of issue."""
    issuer: Known[str] = UNKNOWN
    several_years: bool = True
    """Whether headings may rightly name the years beside the one reported on: unknown kinds, reports on past and plan alike."""
    issued: Known[str] = UNKNOWN
    """The date of issue, YYYY-MM-DD."""
    own_year: int | None = None
    """The year of which the text itself says that it is its own, whatever `year` was set to from outside."""


class Section(NamedTuple):
    """A heading with all that stands under it."""

    block: Block
    title: str
    """The words of the heading without its number."""
    depth: int
    """1 for the top level of this document, whatever its numbers look like."""
    parent: int
    """Index of the section around it, -1 at the top."""
    start: int
    end: int
    """From the heading to the next one of the same or a higher level."""
    body: int
    """Where the text under (or behind) the heading begins."""

    @property
    def heading(self) -> str:
        """The words of the heading with its number."""
        return (self.block.heading.label if self.block.heading else "") + self.title


class Part(NamedTuple):
    """A part that the grammar of a kind of report knows, found or missing."""

    name: str
    """``measures``, ``problems`` …: the name used in ``data.part``."""
    title: Bilingual
    """What it is called in the mandate."""
    sections: tuple[Section, ...]
    """Where it stands at the top level."""
    evidence: Span | None = None
    """Where it is told inside another part, if only there."""
    asks: tuple[str, ...] = ()
    """What the mandate wants it to tell beside itself: ``"cause"``."""


class Fault(NamedTuple):
    """Where the report does not fit the grammar of its kind."""

    what: str
    """``"missing"``, ``"nested"``, ``"duplicate"``, ``"order"``, ``"no-title"``."""
    part: str
    title: Bilingual
    span: Span
    """The place: of the nested or second part; for a missing one where it belongs."""
    severity: str
    """The highest severity the kind allows: ``"error"``, ``"warning"``, ``"info"``."""
    after: Span | None = None
    """For a missing part: the heading of the section behind which it belongs; None at the beginning."""
    before: Span | None = None
    """For a missing part: the heading before which it belongs; None at the end."""
    first: Span | None = None
    """For a second part: where the first one stands."""


class Report:
    """A document with everything that was found out about it before the rules ran. Rules only read it."""

    __slots__ = (
        "_clues",
        "_clues_of",
        "_heads",
        "_shared",
        "_starts",
        "document",
        "facts",
        "faults",
        "parts",
        "sections",
        "subject",
        "text",
    )

    def __init__(
        self,
        document: Document,
        subject: Subject,
        sections: tuple[Section, ...],
        parts: Mapping[str, Part],
        faults: tuple[Fault, ...],
        facts: Mapping[str, object] | None = None,
    ) -> None:
        self.document = document
        self.text = document.text
        self.subject = subject
        self.sections = sections
        """All sections in the order of the text."""
        self.parts = parts
        """The parts of the grammar by name, the missing ones too."""
        self.faults = faults
        self.facts = facts or {}
        """The ``[facts]`` table of the configuration; what is in it is the business of the rules that use it."""
        self._shared: dict[Callable[[Report], object], object] = {}
        self._clues: frozenset[str] | None = None
        self._clues_of = 0
        self._starts: list[int] | None = None
        self._heads: list[int] | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the document."""
        return self.document.blocks

    def first(self, kind: str) -> Block | None:
        """The first block of this kind, or None."""
        for block in self.document.blocks:
            if block.kind == kind:
                return block
        return None

    def block_at(self, offset: int) -> Block:
        """The block in which `offset` lies; raises IndexError in an empty document."""
        if self._starts is None:
            self._starts = [block.start for block in self.document.blocks]
        return self.document.blocks[max(bisect_right(self._starts, offset) - 1, 0)]

    def section_at(self, offset: int) -> Section | None:
        """The innermost section around `offset`, or None before the first heading."""
        if self._heads is None:
            self._heads = [section.start for section in self.sections]
        index = bisect_right(self._heads, offset) - 1
        while index >= 0 and self.sections[index].end <= offset:
            index = self.sections[index].parent
        return self.sections[index] if index >= 0 else None

    def sections_at(self, offset: int) -> tuple[Section, ...]:
        """The sections around `offset`, outermost first."""
        section = self.section_at(offset)
        path: list[Section] = []
        while section is not None:
            path.append(section)
            section = self.sections[section.parent] if section.parent >= 0 else None
        return tuple(reversed(path))

    def headings_at(self, offset: int) -> tuple[str, ...]:
        """The headings around `offset` with their numbers, outermost first."""
        return tuple(section.heading for section in self.sections_at(offset))

    def sentence(self, offset: int) -> Span:
        """The sentence around `offset`: up to 。！？； or the ends of its block."""
        block = self.block_at(offset)
        start, end = block.start, block.end
        for mark in "。！？；":
            start = max(start, self.text.rfind(mark, block.start, offset) + 1)
            stop = self.text.find(mark, offset, block.end)
            end = min(end, stop + 1 if stop >= 0 else end)
        return Span(start, end)

    def has(self, clues: Clues) -> bool:
        """Whether one of `clues` stands in the text."""
        return not clues.pairs.isdisjoint(self._standing())

    def which(self, clues: Clues) -> frozenset[str]:
        """Those of `clues` that stand in the text."""
        return clues.pairs & self._standing()

    def places(self, clues: Clues) -> list[int]:
        """Where `clues` stand in the text, in order."""
        return sorted(at for pair in self.which(clues) for at in _places(self.text, pair))

    def _standing(self) -> frozenset[str]:
        """The clues of all rules that stand in the text, found in one pass; again where a rule was imported since then."""
        if self._clues is None or self._clues_of != Clues.count():
            self._clues, self._clues_of = clues_in(self.text), Clues.count()
        return self._clues

    def shared(self, extract: Callable[[Report], T]) -> T:
        """`extract(self)`, worked out once per report however many rules ask."""
        if extract not in self._shared:
            self._shared[extract] = extract(self)
        return cast("T", self._shared[extract])


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
