"""Tables in .csv and .tsv: each record is a row, wherever its fields break lines."""

from __future__ import annotations

import csv
from io import StringIO
from posixpath import splitext
from typing import TYPE_CHECKING

from reportlint.location import Location
from reportlint.readers.builder import Builder, CellText, Piece
from reportlint.readers.encoding import decode
from reportlint.readers.unreadable import UnreadableFile

if TYPE_CHECKING:
    from reportlint.document import Source
    from reportlint.extract import Limits


def source(path: str, data: bytes, limits: Limits) -> Source:
    """The rows of the table, cells by their row and column. Raises UndecodableText, UnreadableFile."""
    text, _ = decode(data)
    builder = Builder(limits)
    csv.field_size_limit(limits.characters)
    try:
        for row, fields in enumerate(csv.reader(StringIO(text, newline=""), delimiter=_delimiter(path, text), strict=True), 1):
            cells = [CellText((Piece(field.strip(), Location(row=row, column=column)),)) for column, field in enumerate(fields, 1)]
            builder.row(cells)
    except csv.Error as error:
        raise UnreadableFile(f"不是完好的 CSV：{error}", f"it is no well-formed CSV: {error}") from None
    return builder.source(path, "csv")


def _delimiter(path: str, text: str) -> str:
    """What parts the fields: a tab in .tsv; else the comma, or the semicolon or tab if the first line has more of them."""
    if splitext(path)[1].lower() == ".tsv":
        return "\t"
    first = text.partition("\n")[0]
    return max(",", ";", "\t", key=first.count)
