"""Files made to do harm: each is refused for its true reason, or read in bounded time and memory; nothing else is touched."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from copy import copy
from io import BytesIO
from pathlib import Path
from struct import pack_into
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

pytest.importorskip("olefile", reason="needs reportlint[documents]")
pytest.importorskip("lxml", reason="needs reportlint[documents]")
pytest.importorskip("justhtml", reason="needs reportlint[documents]")
pytest.importorskip("pypdfium2", reason="needs reportlint[documents]")
pytest.importorskip("python_calamine", reason="needs reportlint[documents]")

from reportlint.extract import Limits
from reportlint.readers import UndecodableText, UnreadableFile, office, read
from reportlint.readers.formats import reader
from tests.conftest import Cli, Write
from tests.readers.drawn import Words, pdf
from tests.readers.test_ofd import ofd
from tests.readers.test_ofd import text as placed
from tests.readers.test_workbook import workbook
from tests.readers.word import document, packed, paragraph, table

FEW = Limits(characters=100_000, unpacked=10_000_000, members=100, pages=20, seconds=20)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def main_part(xml: str) -> bytes:
    """A .docx with this as its main part."""
    return packed({"word/document.xml": xml})


def body(inside: str) -> bytes:
    return main_part(f"<w:document {W}><w:body>{inside}</w:body></w:document>")


def zeros(name: str, size: int) -> bytes:
    """A packed file in which this member unpacks to so many bytes."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        file.writestr(name, bytes(size))
    return out.getvalue()


def lying(data: bytes, size: int) -> bytes:
    """`data` with the first member said to be of `size` bytes unpacked."""
    changed = bytearray(data)
    pack_into("<I", changed, data.index(b"PK\x01\x02") + 24, size)
    return bytes(changed)


def sheet(cells: str) -> bytes:
    """A workbook whose only sheet has these rows, as XML."""
    with ZipFile(BytesIO(workbook())) as old:
        members = {name: old.read(name).decode() for name in old.namelist()}
    members["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
    )
    return packed(members)


BILLION = "<!DOCTYPE w:document [<!ENTITY a0 '一二三四五六七八九十'>" + "".join(f"<!ENTITY a{i + 1} '{f'&a{i};' * 10}'>" for i in range(9))
REFUSED: dict[str, tuple[str, bytes, str]] = {
    "a bomb": ("报告.docx", zeros("word/document.xml", 20_000_000), r"larger than 10000000 bytes \(max-unpacked\)"),
    "a bomb that says it is small": ("报告.docx", lying(zeros("word/document.xml", 20_000_000), 100), "damaged"),
    "too many members": ("报告.docx", packed({f"word/{i}.xml": "" for i in range(101)}), r"101 files, the limit is 100 \(max-members\)"),
    "entities upon entities": (
        "报告.docx", main_part(f"{BILLION}]><w:document {W}><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"),
        "document type",
    ),
    "an entity of another file": (
        "报告.docx",
        main_part(
            f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document {W}><w:body><w:p><w:r><w:t>甲&x;乙</w:t></w:r></w:p>'
            "</w:body></w:document>"
        ),
        "document type",
    ),
    "a DTD of the network": ("报告.docx", main_part(f'<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/x"><w:document {W}/>'), "document type"),
    "deep wrappers": ("报告.docx", body("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000), "nested too deep"),
    "deep tables": ("报告.docx", body("<w:tbl><w:tr><w:tc>" * 3000 + "</w:tc></w:tr></w:tbl>" * 3000), "nested too deep"),
    "a word without end": ("报告.docx", body(f"<w:p><w:r><w:t>{'长' * 3_500_000}</w:t></w:r></w:p>"), "max-characters|max-unpacked|parser"),
    "much text": ("报告.docx", document(*["甲县全年开展培训" * 20] * 700), r"more than 100000 characters \(max-characters\)"),
    "a folder as the main part": ("报告.docx", packed({"word/document.xml/x": "", "word/y.xml": ""}), "main part is missing"),
    "a .pdf of no pages": ("报告.pdf", pdf(), "no PDF|no text|damaged"),
    "many pages": ("报告.pdf", pdf(*[[Words(80, 100, "字")]] * 21), r"21 pages, the limit is 20 \(max-pages\)"),
    "an OFD of many pages": ("报告.ofd", ofd(*[placed(20, 40, "字")] * 21), r"more than 20 pages \(max-pages\)"),
    "an OFD that leads out": (
        "报告.ofd", packed({"OFD.xml": "<OFD><DocBody><DocRoot>../../../etc/hostname</DocRoot></DocBody></OFD>"}), "is missing",
    ),
    "a sheet from corner to corner": (
        "表.xlsx", sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "too much memory",
    ),
    "long rows": ("表.xlsx", sheet("".join(f'<row r="{i}"><c r="A{i}" t="inlineStr"><is><t>{"长" * 60}</t></is></c></row>' for i in range(1, 2001))),
        r"more than 100000 characters \(max-characters\)",
    ),
    "a field without end": ("表.csv", b'a,"' + b"x" * 200_000, "CSV|max-characters"),
    "nothing": ("报告.docx", b"", "damaged"),
    "an archive as a text": ("报告.txt", zeros("a.txt", 10), "archive"),
    "an archive as a page": ("报告.html", zeros("a.txt", 10), "archive"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "why"), REFUSED.values(), ids=REFUSED)
def test_refused(name: str, data: bytes, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        read(name, data, FEW)


READ: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "styles in a circle": (
        "报告.docx",
        lambda: packed({
            "word/document.xml": f"<w:document {W}><w:body>{paragraph('甲县', style='x')}</w:body></w:document>",
            "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="1" Type="x/styles" Target="styles.xml"/></Relationships>',
            "word/styles.xml": f'<w:styles {W}><w:style w:styleId="x"><w:basedOn w:val="y"/></w:style><w:style w:styleId="y"><w:basedOn w:val="x"/>'
            "</w:style></w:styles>",
        }),
        "甲县",
    ),
    "deep elements": ("报告.html", ("<html><body>" + "<div>" * 20_000 + "甲县").encode, "甲县"),
    "deep tables": ("报告.html", ("<html><body>" + "<table><tr><td>" * 100 + "甲县").encode, "甲县"),
    "cells over everything": (
        "报告.html", ("<html><body><table><tr>" + '<td rowspan="99999" colspan="99999">' * 50 + "甲县<tr><td>乙县").encode, "甲县",
    ),
    "numbers that are none": ("报告.html", "<html><body><ol start='²'><li>甲县<li colspan='٣'>乙县".encode, "甲县"),
    "a page that says a wrong encoding": ("报告.html", lambda: "<html><meta charset=utf-16><body>甲县".encode("gb18030"), "甲县"),
    "formulas": ("表.csv", '=HYPERLINK("x"),甲县\n'.encode, "甲县"),
    "a place that is none": ("报告.ofd", lambda: ofd(placed(20, 40, "甲县").replace('Boundary="20', 'Boundary="nan').replace('X="0"', 'X="inf"')), "甲县"),
    "a page without end": ("报告.pdf", lambda: pdf([Words(80, 100, "Jia", size=1e30), Words(1e38, 1e38, "Yi"), Words(80, 200, "Bing")]), "Bing"),
    "titles in titles": ("报告.html", ("<html><body>" + "<div class=title>" * 5_000 + "<p>甲县").encode, "甲县"),
    "one paragraph without end": ("报告.txt", ("甲县全年开展行政执法培训十二场次参训人员三百余人次甲县全年开展行政\n" * 20_000).encode, "甲县"),
    "steps without number": ("报告.ofd", lambda: ofd(placed(20, 40, "甲县", steps="g nan 1 g 99999999999 2 inf")), "甲县"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "made", "words"), READ.values(), ids=READ)
def test_read(name: str, made: Callable[[], bytes], words: str) -> None:
    assert words in read(name, made(), FEW).text


def test_cut_off_anywhere() -> None:
    """A file that was not copied whole: read as far as that can be trusted, or refused, and nothing else."""
    whole = {
        "报告.docx": document("甲县法治政府建设情况", table(["新收", "12"])),
        "报告.pdf": pdf([Words(80, 100, "甲县法治政府建设情况")]),
        "报告.ofd": ofd(placed(20, 40, "甲县")),
        "表.xlsx": workbook(),
    }
    for name, data in whole.items():
        for end in range(0, len(data), max(len(data) // 25, 1)):
            with suppress(UnreadableFile, UndecodableText):
                assert read(name, data[:end], FEW).text


def _children() -> str:
    """The processes that this one started, where the system tells."""
    return "".join(path.read_text() for path in Path("/proc/self/task").glob("*/children"))


def test_files_that_overlap(cli: Cli, write: Write) -> None:
    """Thousands of members that are the same few bytes again and again: small on the disk, endless unpacked."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        file.writestr("0.txt", "甲县。" * 1000)
        for i in range(1, 500):
            file.filelist.append(copy(file.filelist[0]))
            file.filelist[-1].filename = f"{i}.txt"
    write({"包.zip": out.getvalue()})
    outcome = cli("--isolated", "包.zip")

    assert outcome.code == 2
    assert "files in it overlap each other" in outcome.out
    assert "1.txt" not in outcome.out


def test_nothing_is_left(cli: Cli, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that lead out of the archive write nothing; no process and no file stays behind."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    out = BytesIO()
    with ZipFile(out, "w") as file:
        file.writestr("../../出去.txt", "甲县。")
        file.writestr("/出去.txt", "乙县。")
        file.writestr("里面.docx", document("甲县法治政府建设情况"))
    write({"包.zip": out.getvalue()})
    before = _children()
    outcome = cli("--isolated", "--no-cache", "--select", "P", "包.zip")

    assert outcome.code == 0, outcome.out
    assert not list(tmp_path.parent.rglob("出去.txt"))
    assert not Path("/出去.txt").exists()
    assert not list((tmp_path / "temporary").iterdir())
    assert _children() == before


def test_known_by_what_is_in_it() -> None:
    """What is embedded in a document, or looks like the sign of another format by chance, makes no other format of it."""
    with ZipFile(BytesIO(ofd(placed(20, 40, "甲县")))) as file:
        members = {name: file.read(name).decode() for name in file.namelist()}
    with ZipFile(BytesIO(workbook())) as file:
        cells = {name: file.read(name).decode() for name in file.namelist()}
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument\0ObjectPool\0Workbook\0".encode("utf-16-le")

    assert read("报告.ofd", packed({"Doc_0/Res/word/xl/1.png": "xl/", **members})).text == "甲县\n"
    assert "案件" in read("表.xlsx", packed({"xl/embeddings/word/a.docx": "word/document.xml", **cells})).text
    assert reader("报告.doc", old) is office.source
