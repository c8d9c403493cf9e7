"""Places as editors count them: lines and columns from 0, columns in units of the encoding that was agreed on."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol import types

from reportlint.finding import Position
from reportlint.position import LineIndex
from reportlint.text import SourceSpan

_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}


class Places:
    """The way between offsets in a text, which count code points, and the places of an editor."""

    def __init__(self, text: str, encoding: str) -> None:
        """`encoding`: ``"utf-8"``, ``"utf-16"`` or ``"utf-32"``."""
        self._text = text
        self._index = LineIndex(text)
        self._encoding = encoding

    def place(self, offset: int) -> types.Position:
        """Where the character at `offset` stands."""
        at = self._index.position(SourceSpan(offset, offset))
        return types.Position(at.line - 1, self._units(self._text[offset - at.column + 1 : offset]))

    def span(self, span: SourceSpan) -> types.Range:
        """The range of the characters in `span`."""
        return types.Range(self.place(span.start), self.place(span.end))

    def position(self, position: Position) -> types.Range:
        """The range of a position for people."""
        start = self._index.start(position.line) + position.column - 1
        return self.span(SourceSpan(start, self._index.start(position.end_line) + position.end_column - 1))

    def offset(self, place: types.Position) -> int:
        """The offset of a place; one behind the end of its line or of the text is that end."""
        if place.line >= self._index.lines:
            return len(self._text)
        start = self._index.start(place.line + 1)
        line = self._index.line(place.line + 1)
        if self._units(line) <= place.character:
            return start + len(line)
        return start + bisect_right(range(len(line)), place.character, key=lambda count: self._units(line[: count + 1]))

    def _units(self, text: str) -> int:
        codec, size = _CODECS.get(self._encoding, ("", 0))
        return len(text.encode(codec, "surrogatepass")) // size if codec and not text.isascii() else len(text)
