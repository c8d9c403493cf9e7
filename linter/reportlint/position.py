"""Offsets to lines and columns, and the window of text around a finding. Only made when something was found."""

from __future__ import annotations

from bisect import bisect_right

from reportlint.finding import Excerpt, Position
from reportlint.text import LazyPattern, SourceSpan

_NEWLINE = LazyPattern(r"\r\n|\r|\n")
WINDOW = 36
"""Characters of context on each side of a finding."""
_FAR = 8 * WINDOW
"""Characters that are looked at for them: a whole text may stand in one line."""


class LineIndex:
    """Where the lines of a text begin. Lines end at CR LF, LF or CR, as in an editor; a form feed ends none."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        if "\r" in text:
            self._starts += [m.end() for m in _NEWLINE.finditer(text)]
        else:
            at = text.find("\n")
            while at >= 0:
                self._starts.append(at + 1)
                at = text.find("\n", at + 1)

    def position(self, span: SourceSpan) -> Position:
        """Lines and columns of `span`, counting from 1 in code points; the end is exclusive."""
        line = bisect_right(self._starts, span.start)
        end_line = bisect_right(self._starts, max(span.end - 1, span.start))
        return Position(line, span.start - self._starts[line - 1] + 1, end_line, span.end - self._starts[end_line - 1] + 1)

    def start(self, line: int) -> int:
        """The offset at which `line`, counting from 1, begins."""
        return self._starts[line - 1]

    @property
    def lines(self) -> int:
        """How many lines there are; behind a newline at the end an empty one."""
        return len(self._starts)

    def line(self, line: int) -> str:
        """The text of `line`, counting from 1, without its newline."""
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return self._text[self._starts[line - 1] : end].rstrip("\r\n")

    def excerpt(self, span: SourceSpan) -> Excerpt:
        """The finding with what stands around it in its lines, cut to a window and marked with … where cut."""
        text = self._text
        begin = self._starts[bisect_right(self._starts, span.start) - 1]
        line = bisect_right(self._starts, max(span.end - 1, span.start))
        stop = self._starts[line] if line < len(self._starts) else len(text)
        before = text[max(begin, span.start - _FAR) : span.start].lstrip()
        after = text[span.end : min(stop, span.end + _FAR)].rstrip()
        marked = text[span.start : span.end]
        if len(before) > WINDOW:
            before = "…" + before[-WINDOW:]
        if len(after) > WINDOW:
            after = after[:WINDOW] + "…"
        if len(marked) > 4 * WINDOW:
            marked = marked[: 2 * WINDOW] + "…" + marked[-WINDOW:]
        return Excerpt(before, marked, after)
