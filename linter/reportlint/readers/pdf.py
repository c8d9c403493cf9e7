"""PDF files: their text in reading order, put together to paragraphs again, each word with its page and place on it."""

from __future__ import annotations

import ctypes
from collections import Counter
from math import isfinite, pi
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from reportlint.location import Box
from reportlint.readers.pages.glyph import Glyph, Page
from reportlint.readers.pages.grid import grids
from reportlint.readers.pages.writing import read_pages
from reportlint.readers.unreadable import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pypdfium2 import PdfDocument, PdfPage

    from reportlint.document import Source
    from reportlint.extract import Limits

_TILT = 0.1
"""Radians by which a character may lean against most others; a watermark leans by half a right angle."""
_SAME = 0.3
"""Of the size: two equal characters so near to each other are one in false bold."""


def source(path: str, data: bytes, limits: Limits) -> Source:
    """The text of a PDF. Raises UnreadableFile."""
    return read_pages(path, "pdf", _pages(data, limits), limits)


def _pages(data: bytes, limits: Limits) -> Iterator[Page]:
    document = opened(data)
    if len(document) > limits.pages:
        raise UnreadableFile(
            f"有 {len(document)} 页，超过 {limits.pages} 页的上限（max-pages）",
            f"it has {len(document)} pages, the limit is {limits.pages} (max-pages)",
        )
    for i in range(len(document)):
        try:
            page = document[i]
            found = _page(page)
        except pypdfium2.PdfiumError as error:
            raise UnreadableFile(f"第 {i + 1} 页已损坏（{error}）", f"page {i + 1} is damaged ({error})") from None
        yield found
        page.close()
    document.close()


def opened(data: bytes) -> PdfDocument:
    """The document; to be opened in a process of its own only. Raises UnreadableFile."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableFile("文件已加密，请先去掉密码", "the file is encrypted: remove the password first") from None
        raise UnreadableFile(f"文件已损坏或不是 PDF（{error}）", f"the file is damaged or no PDF ({error})") from None


def _page(page: PdfPage) -> Page:
    """The characters of `page`."""
    width, height = page.get_size()
    place = _upright(page)
    textpage = page.get_textpage()
    try:
        found = _characters(textpage.raw, place)
    finally:
        textpage.close()
    turned = Counter(round(angle / _TILT) for _, angle in found if _.text.strip())
    usual = turned.most_common(1)[0][0] * _TILT if turned else 0.0
    straight: list[Glyph] = []
    watermark = []
    for glyph, angle in found:
        lean = abs(angle - usual) % (2 * pi)
        if min(lean, 2 * pi - lean) > 1.5 * _TILT and glyph.text.strip():
            watermark.append(glyph.text)
        elif not (straight and _struck_twice(straight[-1], glyph)):
            straight.append(glyph)
    pictured = any(item.type == pdfium.FPDF_PAGEOBJ_IMAGE for item in page.get_objects(max_depth=3)) if not straight else False
    return Page(width, height, straight, "".join(watermark), pictured, grids(list(_shapes(page, place))) if straight else [])


def _shapes(page: PdfPage, place: Callable[[float, float], tuple[float, float]]) -> Iterator[Box]:
    for shape in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=4):
        left, bottom, right, top = shape.get_bounds()
        (x1, y1), (x2, y2) = place(left, top), place(right, bottom)
        yield Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def _characters(textpage: pdfium.FPDF_TEXTPAGE, place: Callable[[float, float], tuple[float, float]]) -> list[tuple[Glyph, float]]:
    """All characters with the angle at which each stands. Spaces that PDFium only supposes stay between Latin words."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    found: list[tuple[Glyph, float]] = []
    for i in range(pdfium.FPDFText_CountChars(textpage)):
        code = pdfium.FPDFText_GetUnicode(textpage, i)
        if code < 0x20 or code in {0xFFFE, 0xFFFF, 0xFFFD} or 0xD800 <= code < 0xE000:
            continue
        if code == 0x20 and pdfium.FPDFText_IsGenerated(textpage, i) == 1:
            if found and found[-1][0].text.isascii():
                glyph, angle = found[-1]
                found.append((glyph._replace(text=" ", left=glyph.right), angle))
            continue
        pdfium.FPDFText_GetLooseCharBox(textpage, i, box)
        pdfium.FPDFText_GetCharOrigin(textpage, i, x, y)
        x1, y1 = place(box.left, box.bottom)
        x2, y2 = place(box.right, box.top)
        _, base = place(x.value, y.value)
        size = abs(y2 - y1) or pdfium.FPDFText_GetFontSize(textpage, i)
        glyph = Glyph(chr(code), min(x1, x2), max(x1, x2), base, min(size, 2 * abs(x2 - x1) or size))
        angle = pdfium.FPDFText_GetCharAngle(textpage, i)
        if all(map(isfinite, (x1, x2, base, size))):  # else it stands nowhere on the page
            found.append((glyph, angle if isfinite(angle) else 0.0))
    return found


def _upright(page: PdfPage) -> Callable[[float, float], tuple[float, float]]:
    """From the coordinates of the file to those of the page as it is shown, which may be turned."""
    left, bottom, right, top = page.get_bbox()
    turned = page.get_rotation()
    if turned == 90:
        return lambda x, y: (y - bottom, x - left)
    if turned == 180:
        return lambda x, y: (right - x, y - bottom)
    if turned == 270:
        return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)


def downright(page: PdfPage) -> Callable[[float, float], tuple[float, float]]:
    """From the coordinates of the page as it is shown to those of the file."""
    left, bottom, right, top = page.get_bbox()
    turned = page.get_rotation()
    if turned == 90:
        return lambda x, y: (y + left, x + bottom)
    if turned == 180:
        return lambda x, y: (right - x, y + bottom)
    if turned == 270:
        return lambda x, y: (right - y, top - x)
    return lambda x, y: (x + left, top - y)


def _struck_twice(before: Glyph, glyph: Glyph) -> bool:
    near = _SAME * glyph.size
    return before.text == glyph.text and glyph.text != " " and abs(before.left - glyph.left) < near and abs(before.base - glyph.base) < near
