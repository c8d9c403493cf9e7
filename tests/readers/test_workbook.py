"""Workbooks: rows with their sheet, row and column."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest

pytest.importorskip("python_calamine", reason="needs reportlint[documents]")

from openpyxl import Workbook

from reportlint import Report, Subject, tables
from reportlint.extract import Limits
from reportlint.location import Location
from reportlint.readers import UnreadableFile, read
from reportlint.text import SourceSpan


def workbook() -> bytes:
    """Two sheets, one of them hidden, with merged cells, numbers and a date."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "统计表"
    for row in (["项目", "数量", None], [None, "新收", "结转"], ["案件", 12, 3.5], ["日期", date(2024, 1, 3), "XX件"]):
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("B1:C1")
    hidden = book.create_sheet("草稿")
    hidden.append(["内部", "数据"])
    hidden.sheet_state = "hidden"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_cells() -> None:
    document = read("表.xlsx", workbook())
    (table,) = tables(Report(document, Subject(), (), {}, ()))

    assert [[(cell.text, cell.columns, cell.rows) for cell in row] for row in table.rows] == [
        [("项目", 1, 2), ("数量", 2, 1)],
        [("", 1, 0), ("新收", 1, 1), ("结转", 1, 1)],
        [("案件", 1, 1), ("12", 1, 1), ("3.5", 1, 1)],
        [("日期", 1, 1), ("2024年1月3日", 1, 1), ("XX件", 1, 1)],
    ]
    extract = document.source.extract
    assert extract is not None
    at = document.source.text.index("XX")
    assert extract.places.at(SourceSpan(at, at + 2)) == Location(sheet="统计表", row=4, column=3)
    assert [(aside.kind, aside.text) for aside in document.asides] == [("hidden", "内部\t数据")]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 cut off", b"\xd0\xcf\x11\xe0" + b"\0" * 100, workbook()[:2000]])
def test_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read("表.xlsx", data)


def test_a_bomb_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="larger than 1000 bytes"):
        read("表.xlsx", workbook(), Limits(unpacked=1000))
