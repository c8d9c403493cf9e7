"""Findings as highlights of PDF: the file itself stays, what is new is added behind it, at the page and words meant."""

from __future__ import annotations

import pytest

pytest.importorskip("pypdfium2", reason="needs reportlint[documents]")

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

from reportlint.engine import Linter
from reportlint.extract import Limits
from reportlint.plugins import load
from reportlint.settings import Settings
from reportlint.text import SourceSpan
from reportlint.writers import annotated, is_ours
from tests.readers.drawn import Words, pdf

LINTER = Linter(load(), Settings(select=("P002",)))


def notes(data: bytes) -> list[tuple[int, int, str, str, list[str]]]:
    """Page, kind, author and words of each annotation, and the text under each of its quads."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for number in range(len(document)):
        page = document[number]
        for i in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
            annotation = pdfium.FPDFPage_GetAnnot(page.raw, i)
            quads = []
            for k in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
                quad = pdfium.FS_QUADPOINTSF()
                pdfium.FPDFAnnot_GetAttachmentPoints(annotation, k, quad)
                corners = ((quad.x1, quad.y1), (quad.x2, quad.y2), (quad.x3, quad.y3), (quad.x4, quad.y4))
                xs, ys = zip(*corners, strict=True)
                quads.append(page.get_textpage().get_text_bounded(min(xs), min(ys), max(xs), max(ys)))
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            found.append((number + 1, kind, _string(annotation, b"T"), _string(annotation, b"Contents"), quads))
            pdfium.FPDFPage_CloseAnnot(annotation)
        page.close()
    document.close()
    return found


def _string(annotation: pdfium.FPDF_ANNOTATION, name: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, name, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetStringValue(annotation, name, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw[: size - 2].decode("utf-16-le")


def drawn(x: float, y: float, text: str, turned: int) -> Words:
    """Words that are seen at this place on a page that is shown turned."""
    there = {0: (x, y), 90: (y, 842 - x), 180: (595 - x, 842 - y), 270: (595 - y, x)}[turned]
    return Words(*there, text, angle=turned)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_at_the_page_and_words(turned: int) -> None:
    """Also on pages that are shown turned; what stands at no words gets a sign on its page."""
    data = pdf(
        [drawn(100, 100, "第一页没有要填写的数字。", turned)], [drawn(100, 200, "全年组织开展培训XX次，成效明显。", turned)], turned=turned
    )
    result = LINTER.check_bytes("a.pdf", data)
    (finding,) = result.findings
    wide = finding._replace(span=SourceSpan(finding.span.start - 2, finding.span.end))
    new = annotated("pdf", data, [finding._replace(span=SourceSpan(0, 0)), finding, wide], "zh", Limits())

    assert new.startswith(data)
    assert [is_ours(data), is_ours(new)] == [False, True]
    assert LINTER.check_bytes("a.pdf", new).text == result.text
    said = "错误 P002：数据“XX次”没有填写\n处理：填入核实过的数据，或删去这一句"
    assert notes(new) == [
        (1, pdfium.FPDF_ANNOT_TEXT, "reportlint", said, []),
        (2, pdfium.FPDF_ANNOT_HIGHLIGHT, "reportlint", said, ["XX次"]),
        (2, pdfium.FPDF_ANNOT_HIGHLIGHT, "reportlint", said, ["培训XX次"]),
    ]
