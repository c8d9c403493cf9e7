"""A workbook for whoever hands the list of findings on: one row each, ready to be filtered."""

from __future__ import annotations

from io import BytesIO
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from reportlint import __version__
from reportlint.errors import UsageError
from reportlint.finding import Severity
from reportlint.reporters.table import COLUMNS, row
from reportlint.reporters.words import LEVELS
from reportlint.reporters.xml import legal
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine import FileResult
    from reportlint.tally import Tally

INSTALL = "pip install 'reportlint[xlsx]'"
ROWS = 1_048_575
"""Findings that a sheet has room for, below its heading."""

_SHEET = Bilingual("问题清单", "Findings")
_COLOURS = {"error": ("#9C0006", "#FFC7CE"), "warning": ("#7F6000", "#FFEB9C"), "info": ("#1F4E78", "#DDEBF7")}
"""Of the level: text and ground, as a spreadsheet itself marks bad and neutral cells."""
_LEVEL = next(i for i, column in enumerate(COLUMNS) if column.key == "severity")
_WRAPPED = frozenset({"message", "text", "help"})

Rows = list[list[str | int]]


class Xlsx:
    """A sheet with a heading that stays, filters, and no formula whatever stands in a text. Nothing is written before the end."""

    def __init__(self, language: str) -> None:
        """Raises UsageError where the library is not installed."""
        try:
            import xlsxwriter  # 170 ms and an extra
        except ImportError:
            raise UsageError(Bilingual(f"xlsx 格式需要先安装：{INSTALL}", f"the format xlsx needs more: {INSTALL}")) from None
        self._language = language
        self._file = BytesIO()
        self._folder = TemporaryDirectory(prefix="reportlint-", ignore_cleanup_errors=True)  # rows wait on the disk, not in memory
        options = {"constant_memory": True, "tmpdir": self._folder.name}
        self._book: Any = xlsxwriter.Workbook(self._file, options)
        self._book.set_properties({"comments": f"reportlint {__version__}"})
        self._plain = self._book.add_format({"valign": "top"})
        self._wrapped = self._book.add_format({"valign": "top", "text_wrap": True})
        self._heading = self._book.add_format({"bold": True, "bg_color": "#D9D9D9", "bottom": 1, "valign": "vcenter"})
        self._levels = {
            label: self._book.add_format({"valign": "top", "font_color": ink, "bg_color": ground})
            for label, (ink, ground) in _COLOURS.items()
        }
        self._sheets = 0
        self._add_sheet()

    def render(self, result: FileResult) -> Rows:
        """A row for each finding."""
        return [row(finding, self._language) for finding in result.findings]

    def show(self, rendered: Rows) -> str:
        """No text: the rows go into the workbook."""
        for cells in rendered:
            if self._filled == ROWS:
                self._add_sheet()
            self._filled += 1
            for i, (column, cell) in enumerate(zip(COLUMNS, cells, strict=True)):
                if isinstance(cell, int):
                    self._sheet.write_number(self._filled, i, cell, self._plain)
                elif i == _LEVEL:
                    words = LEVELS[Severity.named(cell)].in_(self._language)
                    self._sheet.write_string(self._filled, i, words, self._levels[cell])
                else:
                    looks = self._wrapped if column.key in _WRAPPED else self._plain
                    self._sheet.write_string(self._filled, i, legal(cell), looks)
        return ""

    def end(self, tally: Tally) -> Iterator[bytes]:  # noqa: ARG002 - as every reporter
        """The workbook."""
        self._finish_sheet()
        self._book.close()
        yield self._file.getvalue()
        self._folder.cleanup()

    def _add_sheet(self) -> None:
        if self._sheets:
            self._finish_sheet()
        self._sheets += 1
        name = _SHEET.in_(self._language)
        self._sheet: Any = self._book.add_worksheet(name if self._sheets == 1 else f"{name} {self._sheets}")
        self._filled = 0
        self._sheet.freeze_panes(1, 1)
        self._sheet.set_landscape()
        self._sheet.repeat_rows(0)
        self._sheet.fit_to_pages(1, 0)
        for i, column in enumerate(COLUMNS):
            self._sheet.set_column(i, i, column.width)
            self._sheet.write_string(0, i, column.title.in_(self._language), self._heading)

    def _finish_sheet(self) -> None:
        self._sheet.autofilter(0, 0, self._filled, len(COLUMNS) - 1)
