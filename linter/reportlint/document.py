"""A report as the linter reads it: one clean logical text, its blocks, and the way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reportlint.text import SourceSpan, Span

if TYPE_CHECKING:
    from reportlint.extract import Extract

TITLE = "title"
ADDRESSEE = "addressee"
OPENING = "opening"
HEADING = "heading"
PARAGRAPH = "paragraph"
LIST_ITEM = "list-item"
TABLE_ROW = "table-row"
SIGNATURE = "signature"
DATE = "date"
ATTACHMENT = "attachment"
CODE = "code"
QUOTE = "quote"
NOTE = "note"
"""What stands beside the body of a document: footnotes, text boxes."""

PROSE = frozenset({OPENING, HEADING, PARAGRAPH, LIST_ITEM, QUOTE, NOTE})
"""Kinds of blocks whose text is sentences."""


class Source(NamedTuple):
    """A file, decoded. `text` has the newlines of the file and no byte order mark.

    Of a document such as .docx it is the text taken out, one paragraph or row of a table a line.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    """Empty for documents, which are no text files."""
    medium: str = "plain"
    """``"plain"``, ``"markdown"``, or the format of a document: see `reportlint.readers.formats`."""
    extract: Extract | None = None
    """What is known of a document beside its text; None for text files."""


class Heading(NamedTuple):
    """What makes a block a heading."""

    level: int
    """0 for 第一部分 and 第一章, 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）, 5 for ①; for Markdown and bare headings
    without a number the depth of the mark."""
    style: str
    """``"part"``, ``"cjk"``, ``"cjk-paren"``, ``"arabic"``, ``"arabic-paren"``, ``"circled"``, ``"bare"``, and ``"markdown"`` for
    what is a heading without a number by its mark: # in Markdown, a style in Word, h2 in HTML."""
    label: str
    """The number as it stands: ``一、``, ``（二）``, ``3.``; empty without one."""
    number: int
    """Its value; 0 without one."""
    title: Span
    """The words of the heading, without its number."""
    run_in: bool
    """Whether text goes on in the same line behind the heading."""


class Block(NamedTuple):
    """A paragraph of the logical text; it never holds a line break."""

    kind: str
    start: int
    end: int
    heading: Heading | None = None

    @property
    def span(self) -> Span:
        """The whole block."""
        return Span(self.start, self.end)


class Aside(NamedTuple):
    """Something set aside before the text was read: a marker of a site, a page number, code, a comment, front matter.

    `kind`: ``"paid-marker"``, ``"cms-marker"``, ``"page-number"``, ``"front-matter"``, ``"comment"``, ``"code"``, ``"contents"``; in documents also
    ``"inserted"``, ``"deleted"`` (open revisions), ``"hidden"``, ``"header"``, ``"footer"``, ``"watermark"``, ``"annotation"`` (a comment of Word). Deleted and hidden words
    are not in the text of the file either: the span is empty, and `text` has them.
    `at`: the logical offset where it stood.
    """

    kind: str
    span: SourceSpan
    text: str
    at: int


class SourceMap:
    """The way from the logical text back to the file: runs of characters that lie side by side in both."""

    __slots__ = ("_logical", "_source")

    def __init__(self, logical: list[int], source: list[int]) -> None:
        """`logical[i]` is the offset where run i starts in the logical text, `source[i]` where it starts in the file."""
        self._logical = logical
        self._source = source

    def offset(self, at: int) -> int:
        """Where the character at logical offset `at` stands in the file."""
        run = bisect_right(self._logical, at) - 1
        return self._source[run] + at - self._logical[run] if run >= 0 else 0

    def logical(self, at: int) -> int:
        """The logical offset of the character at offset `at` of the file, or of the next one that is in the text."""
        run = bisect_right(self._source, at) - 1
        if run < 0:
            return 0
        inside = self._logical[run] + at - self._source[run]
        return min(inside, self._logical[run + 1]) if run + 1 < len(self._logical) else inside

    def span(self, span: Span | SourceSpan) -> SourceSpan:
        """The part of the file from the first to the last character of `span`; a SourceSpan stays as it is."""
        if isinstance(span, SourceSpan):
            return span
        start = self.offset(span.start)
        return SourceSpan(start, self.offset(span.end - 1) + 1 if span.end > span.start else start)


class Document(NamedTuple):
    """A file as a sequence of blocks.

    `text` is the logical text: one block a line, hard-wrapped lines joined, indents, page furniture and
    markers gone, ``2023 年`` written ``2023年``. All spans of blocks and rules are offsets in it.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...]
    map: SourceMap

    def read(self, span: Span) -> str:
        """The logical text of `span`."""
        return self.text[span.start : span.end]
