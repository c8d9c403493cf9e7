"""Workbooks, .xlsx and .xls, and .ods: each sheet is a table, each row of it a line."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, cast

import python_calamine as calamine

from reportlint.location import Location
from reportlint.readers.builder import Builder, CellText, Piece
from reportlint.readers.unreadable import UnreadableFile

if TYPE_CHECKING:
    from reportlint.document import Source
    from reportlint.extract import Limits

    Value = str | float | bool | date | time | timedelta

_PACKED = b"PK\x03\x04"


def source(path: str, data: bytes, limits: Limits) -> Source:
    """The cells of all sheets as they are shown last, formulas by their values. Raises UnreadableFile."""
    if data.startswith(_PACKED):
        from reportlint.readers.packed import Package

        Package(data, limits).check_size()
    builder = Builder(limits)
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        for about in workbook.sheets_metadata:
            if about.typ == calamine.SheetTypeEnum.WorkSheet:
                hidden = about.visible != calamine.SheetVisibleEnum.Visible
                _sheet(workbook.get_sheet_by_name(about.name), builder, hidden=hidden)
    except calamine.PasswordError:
        raise UnreadableFile("文件已加密，请先去掉密码", "the file is encrypted: remove the password first") from None
    except (calamine.CalamineError, ValueError) as error:
        raise UnreadableFile(f"文件已损坏或不是表格文件（{error}）", f"the file is damaged or no workbook ({error})") from None
    return builder.source(path, "workbook")


def _sheet(sheet: calamine.CalamineSheet, builder: Builder, *, hidden: bool) -> None:
    first_row, first_column = sheet.start or (0, 0)
    merged = {start: (end[0] - start[0] + 1, end[1] - start[1] + 1) for start, end in sheet.merged_cell_ranges or ()}
    below = {
        (row, column): width if column == start[1] else 0
        for start, (height, width) in merged.items()
        for row in range(start[0] + 1, start[0] + height)
        for column in range(start[1], start[1] + width)
    } if len(merged) < _MOST_MERGED else {}  # fmt: skip
    for number, values in enumerate(sheet.iter_rows(), first_row):
        if hidden:
            if words := "\t".join(filter(None, map(shown, cast("list[Value]", values)))):
                builder.aside("hidden", words)
            continue
        cells: list[CellText] = []
        skip = 0
        for column, value in enumerate(cast("list[Value]", values), first_column):
            if skip:
                skip -= 1
                continue
            rows, columns = merged.get((number, column), (1, 1))
            goes_on = below.get((number, column))
            if goes_on is not None:
                rows, columns = 0, goes_on
            skip = columns - 1
            where = Location(sheet=sheet.name, row=number + 1, column=column + 1)
            cells.append(CellText((Piece(shown(value), where),), columns, rows))
        builder.row(cells)


_MOST_MERGED = 10_000
"""Merged cells of a sheet; with more it is no table."""


def shown(value: Value) -> str:
    """A value as text. How the sheet formats numbers is not known; whole ones are written without a point."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if isinstance(value, datetime):
        return f"{value.year}年{value.month}月{value.day}日" if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value).strip()
