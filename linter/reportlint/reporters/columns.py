"""Columns as other programs count them: ours are code points."""

from __future__ import annotations

from reportlint.position import LineIndex


class Utf8Columns:
    """Columns in bytes of UTF-8, from 1, for the places of one text. Asked in ascending order they take linear time together."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = LineIndex(text)
        self._known = (1, 1, 1)
        """A line, a column in code points, and the same column in bytes."""

    def column(self, line: int, column: int) -> int:
        """The column in bytes of what stands at `column` of `line`."""
        known_line, known_column, known_bytes = self._known
        if line != known_line or column < known_column:
            known_column = known_bytes = 1
        start = self._lines.start(line)
        between = self._text[start + known_column - 1 : start + column - 1]
        counted = known_bytes + len(between.encode("utf-8", "surrogatepass"))
        self._known = (line, column, counted)
        return counted
