"""Valid files changed at random: whatever comes of it, a reader reads it or says why not, and never fails by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("olefile", reason="needs reportlint[documents]")
pytest.importorskip("lxml", reason="needs reportlint[documents]")
pytest.importorskip("justhtml", reason="needs reportlint[documents]")
pytest.importorskip("pypdfium2", reason="needs reportlint[documents]")
pytest.importorskip("python_calamine", reason="needs reportlint[documents]")

from reportlint.extract import Limits
from reportlint.readers import UndecodableText, UnreadableFile, doc97, parse, read
from tests.readers.drawn import Stroke, Words, pdf
from tests.readers.test_ofd import ofd
from tests.readers.test_ofd import text as placed
from tests.readers.test_office import OLD
from tests.readers.test_workbook import workbook
from tests.readers.word import document, listed, paragraph, table

FEW = Limits(characters=100_000, unpacked=10_000_000, pages=20, seconds=20)
PAGE = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>甲县工作总结</title></head><body><div class="nav"><a href="/">首页</a></div>'
    '<div id="zoom"><h1>甲县工作总结</h1><p>全年开展培训&nbsp;12次。<br>效果良好。</p><ol start="3"><li>其一</ol><!-- 注 -->'
    '<table><tr><td rowspan="2">新收</td><td colspan="2">12</td></tr><tr><td>3<td>4</table></div></body></html>'
)


@cache
def whole(name: str) -> bytes:
    """A valid file."""
    made: dict[str, Callable[[], bytes]] = {
        "报告.docx": lambda: _stored(
            document(paragraph("甲县工作总结", style="t"), listed("主要工作", 1), table(["新收", "12"]), footnotes="")
        ),
        "报告.ofd": lambda: _stored(
            ofd(placed(20, 40, "甲县"), placed(20, 50, "乙县", matrix="1 0 0 1 0 0"), template=placed(80, 10, "丙县"))
        ),
        "报告.html": PAGE.encode,
        "表.csv": '项目,数量\n"案件,合计",12\n"分两期：\n上半年",3\n'.encode,
        "报告.pdf": lambda: pdf([Words(80, 100, "甲县工作总结"), Stroke(80, 120, 300, 1), Words(80, 150, "全年")]),
        "表.xlsx": lambda: _stored(workbook()),
        "报告.md": "# 甲县工作总结\n\n| 新收 | 12 |\n|---|---|\n| 结 | 3 |\n\n- 其一\n\n> 引文 `码` &amp; **重**\n".encode,
    }
    return made[name]()


def _stored(data: bytes) -> bytes:
    """The same packed file with members as they are, so that a change hits what is in them."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


VALUES = st.sampled_from(
    [b"", b"\0", b"<", b">", b"&#0;", b"-1", b"nan", b"inf", b"1e400", b"9" * 30, b"\xff\xff\xff\xff", "²".encode(), "٣".encode()]
)
CHANGE = st.tuples(
    st.sampled_from(["flip", "cut", "end", "splice", "value"]), st.floats(0, 1, exclude_max=True), st.floats(0, 1, exclude_max=True), VALUES
)


def changed(data: bytes, changes: list[tuple[str, float, float, bytes]]) -> bytes:
    """`data` with bits turned over, parts cut out or put elsewhere, its end missing, numbers replaced."""
    for what, where, other, value in changes:
        at, more = int(where * len(data)), int(other * 200)
        if what == "flip":
            data = data[:at] + bytes([data[at] ^ 1 << more % 8]) + data[at + 1 :] if data else data
        elif what == "cut":
            data = data[:at] + data[at + more :]
        elif what == "end":
            data = data[:at]
        elif what == "splice":
            begin = int(other * len(data))
            data = data[:at] + data[begin : begin + more] + data[at:]
        else:
            start = next((i for i in range(at, len(data)) if data[i : i + 1].isdigit()), at)
            end = next((i for i in range(start, len(data)) if not data[i : i + 1].isdigit()), start)
            data = data[:start] + value + data[end:]
    return _valid(data)


def _valid(data: bytes) -> bytes:
    """A packed file with the checksums that belong to what is in it now, as far as it can still be taken apart."""
    if not data.startswith(b"PK"):
        return data
    mended = bytearray(data)
    try:
        with ZipFile(BytesIO(data)) as packed:
            for entry in packed.infolist():
                start = entry.header_offset + 30 + len(entry.filename.encode())
                crc = crc32(mended[start : start + entry.file_size]).to_bytes(4, "little")
                mended[entry.header_offset + 14 : entry.header_offset + 18] = crc
                at = mended.index(b"PK\x01\x02", start)
                while mended[at + 46 : at + 46 + len(entry.filename.encode())] != entry.filename.encode():
                    at = mended.index(b"PK\x01\x02", at + 1)
                mended[at + 16 : at + 20] = crc
    except Exception:  # noqa: BLE001 - then it is a damaged one
        pass
    return bytes(mended)


@pytest.mark.parametrize("name", ["报告.docx", "报告.ofd", "报告.html", "表.csv"])
@given(st.lists(CHANGE, min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_read_or_refused(name: str, changes: list[tuple[str, float, float, bytes]]) -> None:
    """In this process, where any other exception is seen."""
    source = import_module(f"reportlint.readers.{name.rpartition('.')[2]}").source
    try:
        parse(source(name, changed(whole(name), changes), FEW))
    except (UnreadableFile, UndecodableText) as error:
        assert str(error)  # noqa: PT017 - either is right


@pytest.mark.parametrize("name", ["报告.pdf", "表.xlsx", "报告.md"])
@given(st.lists(CHANGE, min_size=1, max_size=6))
@settings(max_examples=30, deadline=None)
def test_foreign_readers(name: str, changes: list[tuple[str, float, float, bytes]]) -> None:
    """In a process of their own: a crash is allowed to them, an exception of our code is not."""
    try:
        read(name, changed(whole(name), changes), FEW)
    except (UnreadableFile, UndecodableText) as error:
        assert "the file may be damaged (" not in str(error)  # noqa: PT017 - either is right


@given(st.lists(CHANGE, min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_old_word_files(changes: list[tuple[str, float, float, bytes]]) -> None:
    try:
        doc97.paragraphs(changed(OLD, changes))
    except UnreadableFile as error:
        assert str(error)  # noqa: PT017 - either is right
