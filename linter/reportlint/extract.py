"""What a reader of Word, PDF and other documents knows beside the text that it took out."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reportlint.location import Pieces

if TYPE_CHECKING:
    from reportlint.location import Places
    from reportlint.text import Bilingual, SourceSpan


class CellSpan(NamedTuple):
    """A cell of a table row: from `start` to `end` of the extracted text, over so many columns and rows of the table."""

    start: int
    end: int
    columns: int = 1
    rows: int = 1
    """0: the cell goes on from the row above, and nothing stands in it."""


class Role(NamedTuple):
    """What the format itself says that a line is, where its words alone could only suggest it."""

    kind: str
    """One of the kinds of blocks: ``"title"``, ``"heading"``, ``"list-item"``, ``"table-row"``, ``"note"``; empty: judge by the words."""
    level: int = 0
    """Of a heading, as in Markdown: 1 is as high as the title, 2 a section."""
    cells: tuple[CellSpan, ...] = ()
    """Of a table row, blank ones too."""


PLAIN = Role("")


class Note(NamedTuple):
    """Something that could not be read, or not exactly; said as a finding of E006."""

    reason: Bilingual
    span: SourceSpan
    failed: bool
    """Whether a part of the text is not there to be checked, so that the run must not pass."""


class Extract(NamedTuple):
    """The document behind an extracted text, in which each line is one paragraph or one row of a table."""

    starts: tuple[int, ...] = ()
    """Where each line begins."""
    roles: tuple[Role, ...] = ()
    """The role of each line."""
    places: Places = Pieces((), ())
    asides: tuple[tuple[str, SourceSpan, str], ...] = ()
    """What was kept out of the text: kind, an empty span where it stood, its words. Kinds: see `reportlint.document.Aside`."""
    notes: tuple[Note, ...] = ()
    flowed: bool = True
    """Whether a line is surely a whole paragraph. If not, lines may be parts of paragraphs, as in a text file."""

    def role(self, offset: int) -> Role:
        """The role of the line around `offset`."""
        at = bisect_right(self.starts, offset) - 1
        return self.roles[at] if at >= 0 else PLAIN


class Limits(NamedTuple):
    """How much a document may ask for before it is refused: files come from strangers."""

    characters: int = 20_000_000
    """Of extracted text."""
    unpacked: int = 1_000_000_000
    """Bytes that packed parts may grow to."""
    members: int = 20_000
    """Files inside one archive."""
    pages: int = 5_000
    seconds: float = 120.0
    """For one document in another program."""
