"""Comma-separated values (RFC 4180), for spreadsheets and data teams: a heading, then a row for each finding."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from reportlint.reporters import Streaming
from reportlint.reporters.table import COLUMNS, row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.engine import FileResult
    from reportlint.tally import Tally

_MARK = "\ufeff"
"""Without a byte order mark Excel and WPS take UTF-8 for GBK on a Chinese Windows."""
_ACTIVE = tuple("=+-@＝＋－＠\t\r'")
"""What a spreadsheet may take for the start of a formula; an apostrophe as well, so that ours can be told from one of the text."""


class Csv(Streaming):
    """UTF-8 with byte order mark, the names of columns English in every language so that programs can rely on them.

    A text that a spreadsheet would calculate gets an apostrophe in front.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._head = _MARK + _written([[column.key for column in COLUMNS]])

    def render(self, result: FileResult) -> str:
        """The rows of a file."""
        return _written([[harmless(cell) for cell in row(finding, self._language)] for finding in result.findings])

    def show(self, rendered: str) -> str:
        """`rendered`, behind the names of the columns if it is the first."""
        head, self._head = self._head, ""
        return head + rendered

    def end(self, tally: Tally) -> Iterable[str]:  # noqa: ARG002 - as every reporter
        """Nothing more; the names of the columns if there was no file."""
        return (self._head,) if self._head else ()


def harmless(cell: str | int) -> str | int:
    """`cell` as a spreadsheet shows it instead of calculating it."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(_ACTIVE) else cell


def _written(rows: Iterable[Iterable[str | int]]) -> str:
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()
