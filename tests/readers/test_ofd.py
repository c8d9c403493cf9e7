"""OFD files: text objects at their places become paragraphs and tables, as in a PDF."""

from __future__ import annotations

import pytest

pytest.importorskip("lxml", reason="needs reportlint[documents]")

from reportlint.document import Document
from reportlint.readers import UnreadableFile, read
from reportlint.text import SourceSpan
from tests.readers.word import packed

NAMES = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE = 5.6
"""Millimetres."""


def text(x: float, y: float, words: str, *, steps: str = "", matrix: str = "", size: float = SIZE) -> str:
    """Words that stand on a line `y` millimetres from the top."""
    told = f' DeltaX="{steps or f"g {len(words) - 1} {size}"}"' if len(words) > 1 else ""
    turned = f' CTM="{matrix}"' if matrix else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y - size} 150 {size}" Font="1" Size="{size}"{turned}>'
        f'<ofd:TextCode X="0" Y="{size}"{told}>{words}</ofd:TextCode></ofd:TextObject>'
    )


def ofd(*pages: str, template: str = "") -> bytes:
    members = {
        "OFD.xml": f"<ofd:OFD {NAMES}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NAMES}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
        '</ofd:PageArea><ofd:TemplatePage ID="9" BaseLoc="Tpls/T.xml"/></ofd:CommonData><ofd:Pages>'
        + "".join(f'<ofd:Page ID="{i}" BaseLoc="Pages/Page_{i}/Content.xml"/>' for i in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
        "Doc_0/Tpls/T.xml": f"<ofd:Page {NAMES}><ofd:Content><ofd:Layer>{template}</ofd:Layer></ofd:Content></ofd:Page>",
    }
    for i, page in enumerate(pages):
        members[f"Doc_0/Pages/Page_{i}/Content.xml"] = (
            f'<ofd:Page {NAMES}><ofd:Template TemplateID="9"/><ofd:Content><ofd:Layer><ofd:PageBlock>{page}</ofd:PageBlock></ofd:Layer>'
            "</ofd:Content></ofd:Page>"
        )
    return packed(members)


def opened(*pages: str, template: str = "") -> Document:
    return read("报告.ofd", ofd(*pages, template=template))


def test_paragraphs_pages_and_templates() -> None:
    """A paragraph goes on over the page; what the template puts on each page is left out."""
    first = text(20 + 2 * SIZE, 40, "全年共办理行政复议案件若干其中经调解结案的占三成") + text(
        20, 50, "以上当事人普遍表示满意没有因复议引发的信访事项相关做"
    )
    second = text(20, 40, "法在全市推广XX次。") + text(20 + 2 * SIZE, 50, "另一段。")
    doc = opened(first, second, template=text(80, 10, "甲县文件"))
    extract = doc.source.extract
    assert extract is not None

    assert doc.source.text.splitlines() == [
        "全年共办理行政复议案件若干其中经调解结案的占三成以上当事人普遍表示满意没有因复议引发的信访事项相关做法在全市推广XX次。", "另一段。",
    ]  # fmt: skip
    at = doc.source.text.index("XX")
    location = extract.places.at(SourceSpan(at, at + 2))
    assert location.page == 2
    assert location.box is not None
    assert abs(location.box.left - (20 + 6 * SIZE) * 72 / 25.4) < 1


def test_steps_and_matrices() -> None:
    """Characters by single steps, by repeated ones, scaled by a matrix, without any."""
    page = (
        text(20, 40, "甲乙丙丁", steps="5.6 5.6 5.6")
        + text(20, 60, "一二三四五六", steps="g 2 5.6 g 3 5.6")
        + text(20, 80, "大字标题", matrix="2 0 0 2 0 0", size=4)
        + text(20, 120, "末")
    )

    assert opened(page).source.text.splitlines() == ["甲乙丙丁", "一二三四五六", "大字标题", "末"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (packed({"a.xml": "<a/>"}), "OFD.xml is missing"),
        (packed({"OFD.xml": "<ofd:OFD"}), "damaged: OFD.xml"),
        (ofd("<ofd:ImageObject ID='3'/>"), "no text layer"),
        (ofd(), "no text in it"),
        (b"PK\x03\x04", "damaged or incomplete"),
    ],
)
def test_what_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        read("报告.ofd", data)
