"""PDF files: their text in reading order, put together to paragraphs again, each word with its page and place on it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

import pypdfium2

from reportlint.location import NOWHERE, Box, Location
from reportlint.readers.builder import Builder, CellText, Piece
from reportlint.readers.isolated import isolated
from reportlint.readers.pdf.flow import Paragraph, paragraphs
from reportlint.readers.pdf.glyphs import page_of
from reportlint.readers.pdf.layout import Line, Run, lines, without_furniture
from reportlint.readers.unreadable import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.document import Source
    from reportlint.extract import Limits
    from reportlint.text import SourceSpan


def source(path: str, data: bytes, limits: Limits) -> Source:
    """The text of a PDF. Raises UnreadableFile.

    A process of its own reads it: PDFium is a large C++ program, and what a file does to it must not end the run.
    """
    return isolated(lambda: _source(path, data, limits), limits.seconds)


def _source(path: str, data: bytes, limits: Limits) -> Source:
    document = _opened(data)
    if len(document) > limits.pages:
        raise UnreadableFile(
            f"有 {len(document)} 页，超过 {limits.pages} 页的上限（max-pages）",
            f"it has {len(document)} pages, the limit is {limits.pages} (max-pages)",
        )
    pages, heights, watermarks, scanned = [], [], dict[str, None](), []
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        found = page_of(page)
        page.close()
        pages.append(lines(found, number))
        heights.append(found.height)
        if found.watermark:
            watermarks[found.watermark] = None
        if found.pictured and not found.glyphs:
            scanned.append(number)
    document.close()
    if scanned and not any(pages):
        raise UnreadableFile(
            "没有文字层，全部是图片：请先做文字识别（OCR）", "there is no text layer, all pages are pictures: run OCR on it first"
        )
    pages, furniture = without_furniture(pages, heights)
    builder = Builder(limits)
    places = _Places()
    unread = iter(scanned)
    waiting = next(unread, None)
    for paragraph in paragraphs([line for page_lines in pages for line in page_lines]):
        while waiting is not None and waiting < paragraph.lines[0].page:
            _note(builder, waiting)
            waiting = next(unread, None)
        _write(paragraph, builder, places)
    while waiting is not None:
        _note(builder, waiting)
        waiting = next(unread, None)
    for words in watermarks:
        builder.aside("watermark", words)
    for words in furniture:
        builder.aside("header", words)
    return builder.source(path, "pdf", places=places)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableFile("文件已加密，请先去掉密码", "the file is encrypted: remove the password first") from None
        raise UnreadableFile(f"文件已损坏或不是 PDF（{error}）", f"the file is damaged or no PDF ({error})") from None


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
