"""A copy of a PDF with what was found highlighted, each highlight with its message. The file itself stays; what is new is added behind it.

Source: ISO 32000-1, 12.5.6.4 and 12.5.6.10 (text and highlight annotations), 7.5.6 (incremental updates).
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from reportlint.location import Box
from reportlint.readers.isolated import isolated
from reportlint.readers.pdf import downright, opened, source
from reportlint.readers.unreadable import UnreadableFile
from reportlint.reporters.words import LEVELS
from reportlint.text import Bilingual, SourceSpan
from reportlint.writers import AUTHOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.extract import Limits
    from reportlint.finding import Finding
    from reportlint.location import Places

_TEXT = Bilingual("{level} {code}：{message}\n处理：{help}", "{level} {code}: {message}\nHelp: {help}")
_COLOUR = (255, 214, 0, 110)
_NOTE = 18
"""Points: the side of the sign for what stands at no words."""
_MOST = 2_000
"""Characters of one finding that are highlighted."""


def annotated(data: bytes, findings: Sequence[Finding], language: str, limits: Limits) -> bytes:
    """`data` with an annotation at each of `findings`. Raises UnreadableFile."""
    extract = source("", data, limits).extract
    assert extract is not None
    notes = [(_words(finding, language), *_boxes(finding.span, extract.places)) for finding in findings]
    return isolated(lambda: _written(data, notes), limits.seconds)


def _words(finding: Finding, language: str) -> str:
    level = LEVELS[finding.severity].in_(language)
    return _TEXT.in_(language).format(
        level=level, code=finding.code, message=finding.message.in_(language), help=finding.help.in_(language)
    )


def _boxes(span: SourceSpan, places: Places) -> tuple[int, list[Box]]:
    """The page on which `span` begins, and the boxes of its characters on it, one for each line; for an empty span there is none."""
    page = places.at(span).page or 1
    lines: list[Box] = []
    for at in range(span.start, min(span.end, span.start + _MOST)):
        there = places.at(SourceSpan(at, at + 1))
        if there.page != page or there.box is None:
            continue
        box = there.box
        if lines and abs(lines[-1].bottom - box.bottom) < 1 and box.left >= lines[-1].left:
            old = lines[-1]
            lines[-1] = Box(old.left, min(old.top, box.top), max(old.right, box.right), max(old.bottom, box.bottom))
        else:
            lines.append(box)
    return page, lines


def _written(data: bytes, notes: Sequence[tuple[str, int, list[Box]]]) -> bytes:
    document = opened(data)
    for words, number, boxes in notes:
        page = document[min(number, len(document)) - 1]
        place = downright(page)
        corners = [(place(box.left, box.top), place(box.right, box.bottom)) for box in boxes]
        quads = [(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)) for (x1, y1), (x2, y2) in corners]
        annotation = pdfium.FPDFPage_CreateAnnot(page.raw, pdfium.FPDF_ANNOT_HIGHLIGHT if quads else pdfium.FPDF_ANNOT_TEXT)
        if not annotation:
            raise UnreadableFile("PDF 不能写入批注", "no annotation can be put into this PDF")
        for left, bottom, right, top in quads:
            pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom))
        if quads:
            left, bottom, right, top = (pick(quad[i] for quad in quads) for i, pick in enumerate((min, min, max, max)))
        else:
            left, top = place(_NOTE, _NOTE)
            right, bottom = place(2 * _NOTE, 2 * _NOTE)
        pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(min(left, right), max(top, bottom), max(left, right), min(top, bottom)))
        pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *_COLOUR)
        for name, text in ((b"Contents", words), (b"T", AUTHOR)):
            wide = (text + "\0").encode("utf-16-le")
            pdfium.FPDFAnnot_SetStringValue(annotation, name, (pdfium.FPDF_WCHAR * (len(wide) // 2)).from_buffer_copy(wide))
        pdfium.FPDFPage_CloseAnnot(annotation)
        page.close()
    out = BytesIO()
    try:
        document.save(out, flags=pdfium.FPDF_INCREMENTAL)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(f"PDF 写不出来（{error}）", f"the PDF cannot be written ({error})") from None
    document.close()
    return out.getvalue()
