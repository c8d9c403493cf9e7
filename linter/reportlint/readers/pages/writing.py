"""Write pages down as a text: paragraphs and rows of tables, every character with its page and box."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from reportlint.location import NOWHERE, Box, Location
from reportlint.readers.builder import Builder, CellText, Piece
from reportlint.readers.pages.flow import Paragraph, paragraphs
from reportlint.readers.pages.layout import Line, Run, lines, without_furniture
from reportlint.readers.unreadable import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.document import Source
    from reportlint.extract import Limits
    from reportlint.readers.pages.glyph import Page
    from reportlint.text import SourceSpan


def read_pages(path: str, medium: str, pages: Iterable[Page], limits: Limits) -> Source:
    """The document that these pages are. Raises UnreadableFile when all of them are pictures or there is too much text."""
    found: list[list[Line]] = []
    heights, watermarks, scanned = [], dict[str, None](), []
    for number, page in enumerate(pages, 1):
        found.append(lines(page, number))
        heights.append(page.height)
        if page.watermark:
            watermarks[page.watermark] = None
        if page.pictured and not page.glyphs:
            scanned.append(number)
    if scanned and not any(found):
        raise UnreadableFile(
            "没有文字层，全部是图片：请先做文字识别（OCR）", "there is no text layer, all pages are pictures: run OCR on it first"
        )
    found, furniture = without_furniture(found, heights)
    builder = Builder(limits)
    places = _Places()
    for paragraph in paragraphs([line for page_lines in found for line in page_lines]):
        while scanned and scanned[0] < paragraph.lines[0].page:
            _note(builder, scanned.pop(0))
        _write(paragraph, builder, places)
    for number in scanned:
        _note(builder, number)
    for words in watermarks:
        builder.aside("watermark", words)
    for words in furniture:
        builder.aside("header", words)
    return builder.source(path, medium, places=places)


def _note(builder: Builder, page: int) -> None:
    builder.note(f"第 {page} 页没有文字层，只有图片", f"page {page} has no text layer, only a picture", failed=True)


def _write(paragraph: Paragraph, builder: Builder, places: _Places) -> None:
    if paragraph.row:
        line = paragraph.lines[0]
        cells = line.cells or tuple((run,) for run in line.runs)
        spans = line.spans or (1,) * len(cells)
        builder.row([CellText(_cell(runs, line, builder, places), columns) for runs, columns in zip(cells, spans, strict=True)])
        return
    builder.line(_joined(paragraph.lines, builder, places))


def _cell(runs: tuple[Run, ...], line: Line, builder: Builder, places: _Places) -> Iterator[Piece]:
    for run in runs:
        places.add(builder.length, line._replace(runs=(run,)))
        yield Piece(run.text, NOWHERE)


def _joined(lines_: list[Line], builder: Builder, places: _Places) -> Iterator[Piece]:
    """The words of the lines; between two Latin words at the ends of lines a space."""
    last = ""
    for line in lines_:
        text = line.text
        if last and last.isascii() and last.isalpha() and text[0].isascii() and text[0].isalpha():
            yield Piece(" ", NOWHERE)
        places.add(builder.length, line)
        yield Piece(text, NOWHERE)
        last = text[-1]


class _Places:
    """The page and box of every character, in flat arrays: a book has a million of them."""

    def __init__(self) -> None:
        self._starts = array("q")
        """Where each line begins in the text,"""
        self._pages = array("l")
        """its page,"""
        self._first = array("q")
        """and the number of its first character in the arrays below."""
        self._boxes = array("f")
        """Left, top, right, bottom of each character, one behind the other; a tab has those of the gap."""

    def add(self, start: int, line: Line) -> None:
        """A line that begins at `start` of the text."""
        self._starts.append(start)
        self._pages.append(line.page)
        self._first.append(len(self._boxes) // 4)
        end = line.left
        for i, run in enumerate(line.runs):
            if i:
                self._boxes.extend((end, line.base - line.size, run.left, line.base))
            for glyph in run.glyphs:
                for _ in glyph.text:
                    self._boxes.extend((glyph.left, glyph.top, glyph.right, glyph.bottom))
            end = run.right

    def at(self, span: SourceSpan) -> Location:
        """The page of the first character, and the box round those of the span that stand on that page."""
        line = max(bisect_right(self._starts, span.start) - 1, 0)
        if line >= len(self._starts):
            return NOWHERE
        page = self._pages[line]
        boxes: list[array[float]] = []
        while line < len(self._starts) and self._pages[line] == page and (self._starts[line] < span.end or not boxes):
            first = self._first[line]
            after = self._first[line + 1] if line + 1 < len(self._first) else len(self._boxes) // 4
            begin = first + max(span.start - self._starts[line], 0)
            stop = min(first + max(span.end - self._starts[line], 1), after)
            boxes += [self._boxes[4 * k : 4 * k + 4] for k in range(min(begin, after - 1), max(stop, begin + 1)) if k < after]
            line += 1
        if not boxes:
            return Location(page=page)
        left, top, right, bottom = (pick(box[i] for box in boxes) for i, pick in enumerate((min, min, max, max)))
        return Location(page=page, box=Box(round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)))
