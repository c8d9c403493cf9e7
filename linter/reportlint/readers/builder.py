"""Write down an extracted text line by line, with what each line is and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.document import TABLE_ROW, Source
from reportlint.extract import PLAIN, CellSpan, Extract, Limits, Note, Role
from reportlint.location import Location, Pieces
from reportlint.readers.unreadable import UnreadableFile
from reportlint.text import Bilingual, SourceSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.location import Places

_BREAKS = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


class Piece(NamedTuple):
    """Some characters of a line that stand in one place."""

    text: str
    location: Location


class CellText(NamedTuple):
    """What stands in a cell, and over how many columns and rows (0: it goes on from above)."""

    pieces: Iterable[Piece]
    columns: int = 1
    rows: int = 1


class Builder:
    """The text of one document so far. A line never holds a line break; those inside become spaces, so that offsets stay."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._texts: list[str] = []
        self._starts: list[int] = []
        self._roles: list[Role] = []
        self._offsets: list[int] = []
        self._locations: list[Location] = []
        self._asides: list[tuple[str, SourceSpan, str]] = []
        self._notes: list[Note] = []
        self.length = 0
        """Characters so far: the offset at which the next line will begin."""

    def line(self, pieces: Iterable[Piece], role: Role = PLAIN) -> None:
        """A paragraph, or a line of one. One without any characters is left out. Raises UnreadableFile over the limit."""
        begin = self.length
        for piece in pieces:
            self._write(piece)
        if self.length > begin:
            self._end_line(begin, role)

    def row(self, cells: Sequence[CellText]) -> None:
        """A row of a table: its cells with tabs between them. A row of blank cells only is left out. Raises UnreadableFile."""
        begin = self.length
        spans = []
        for i, cell in enumerate(cells):
            if i:
                self._write(Piece("\t", self._locations[-1] if self._locations else Location()))
            start = self.length
            for piece in cell.pieces:
                self._write(piece._replace(text=piece.text.replace("\t", " ")))
            spans.append(CellSpan(start, self.length, cell.columns, cell.rows))
        if any(span.end > span.start for span in spans):
            self._end_line(begin, Role(TABLE_ROW, 0, tuple(spans)))
        else:
            self._take_back(begin)

    def aside(self, kind: str, words: str) -> None:
        """Something kept out of the text, at the place that the text has reached."""
        self._asides.append((kind, SourceSpan(self.length, self.length), words))

    def note(self, zh: str, en: str, *, failed: bool) -> None:
        """Something that could not be read at the place that the text has reached; `failed`: text is missing because of it."""
        self._notes.append(Note(Bilingual(zh, en), SourceSpan(self.length, self.length), failed))

    def source(self, path: str, medium: str, *, places: Places | None = None, flowed: bool = True) -> Source:
        """The whole document. `places`: the way back, if the reader has a better one than the pieces."""
        way = places or Pieces(tuple(self._offsets), tuple(self._locations))
        extract = Extract(tuple(self._starts), tuple(self._roles), way, tuple(self._asides), tuple(self._notes), flowed)
        return Source(path, "".join(self._texts), "", medium, extract)

    def _write(self, piece: Piece) -> None:
        if not piece.text:
            return
        if not self._locations or self._locations[-1] != piece.location:
            self._offsets.append(self.length)
            self._locations.append(piece.location)
        self._texts.append(piece.text.translate(_BREAKS))
        self.length += len(piece.text)
        if self.length > self._limits.characters:
            most = self._limits.characters
            raise UnreadableFile(
                f"取出的文字超过 {most} 字的上限（max-characters）", f"it holds more than {most} characters (max-characters)"
            )

    def _end_line(self, begin: int, role: Role) -> None:
        self._starts.append(begin)
        self._roles.append(role)
        self._texts.append("\n")
        self.length += 1

    def _take_back(self, begin: int) -> None:
        while self.length > begin:
            self.length -= len(self._texts.pop())
        while self._offsets and self._offsets[-1] >= begin:
            self._offsets.pop()
            self._locations.pop()
