"""The tables of a report: neighbouring rows, each cut into cells with their places and, where they hold one, their number."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reportlint.document import TABLE_ROW, Block, Document
from reportlint.text import LazyPattern, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from reportlint.extract import CellSpan
    from reportlint.report import Report

_PIPE = LazyPattern(r"(?<!\\)\|")
_TAB = LazyPattern(r"\t")
_GAP = LazyPattern(r" {3,}|\u3000{2,}")
_NUMBER = LazyPattern(r"[-－−]?(?:[0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]+)(?:[.．][0-9]+)?")
_RULE = LazyPattern(r":?-+:?")
_NOTHING = frozenset({"-", "--", "—", "——", "–", "－", "/", "／", "\\", "无"})


class Cell(NamedTuple):
    """One cell of a table. `text` is trimmed, without the marks of bold type; `span` is empty where the cell is."""

    text: str
    span: Span
    columns: int = 1
    """Columns that it goes over."""
    rows: int = 1
    """Rows that it goes over; 0: it is the rest of the cell above. Only documents know this of their cells."""

    @property
    def number(self) -> Decimal | None:
        """The number that the cell holds and nothing else: 12, 1,234.5, -3; None without one."""
        if not _NUMBER.fullmatch(self.text):
            return None
        from decimal import Decimal  # 1 ms: only reports with tables that somebody adds up pay for it

        return Decimal(self.text.replace(",", "").replace("，", "").replace("．", ".").replace("－", "-").replace("−", "-"))

    @property
    def blank(self) -> bool:
        """Whether nothing stands in the cell."""
        return not self.text

    @property
    def struck(self) -> bool:
        """Whether a sign for nothing stands in the cell: a stroke, a dash, 无."""
        return self.text in _NOTHING


Row = tuple[Cell, ...]


class Table(NamedTuple):
    """Rows that follow each other. Rows may differ in length: merged cells are repeated, left blank or left out."""

    rows: tuple[Row, ...]


def tables(report: Report) -> tuple[Table, ...]:
    """All tables in the order of the text; the rule line ``|---|---|`` of Markdown is no row. Use it through `Report.shared`."""
    document = report.document
    found = []
    for is_row, blocks in groupby(document.blocks, key=lambda block: block.kind == TABLE_ROW):
        if is_row:
            rows = tuple(row for row in (tuple(_cells(document, block)) for block in blocks) if not _is_rule(row))
            if rows:
                found.append(Table(rows))
    return tuple(found)


def _cells(document: Document, block: Block) -> Iterator[Cell]:
    text = document.read(block.span)
    if document.source.extract:
        role = document.source.extract.role(document.map.offset(block.start))
        if role.cells:
            yield from (_known(document, cell) for cell in role.cells)
            return
    if "|" in text:
        yield from _between_pipes(text, block.start)
    elif "\t" in text:
        before, behind = _tabs_around(document, block)
        yield from [Cell("", Span(block.start, block.start))] * before
        yield from _split(text, block.start, _TAB)
        yield from [Cell("", Span(block.end, block.end))] * behind
    else:
        yield from _split(text, block.start, _GAP)


def _known(document: Document, cell: CellSpan) -> Cell:
    span = Span(document.map.logical(cell.start), document.map.logical(cell.end))
    return Cell(document.read(span).strip(), span, cell.columns, cell.rows)


def _between_pipes(text: str, start: int) -> Iterator[Cell]:
    """The cells of a row of Markdown, whose outer bars may be missing."""
    head = 1 if text.startswith("|") else 0
    end = len(text) - 1 if len(text) > 1 and text.endswith("|") and not text.endswith("\\|") else len(text)
    return _split(text[head:end], start + head, _PIPE)


def _split(text: str, start: int, separator: LazyPattern) -> Iterator[Cell]:
    at = 0
    for m in separator.finditer(text):
        yield _cell(text, start, at, m.start())
        at = m.end()
    yield _cell(text, start, at, len(text))


def _cell(text: str, start: int, a: int, b: int) -> Cell:
    """The cell from `a` to `b` of a row that begins at `start`, trimmed."""
    a += len(text[a:b]) - len(text[a:b].lstrip())
    inside = text[a:b].rstrip()
    if len(inside) > 4 and inside.startswith("**") and inside.endswith("**"):
        return Cell(inside[2:-2].strip(), Span(start + a + 2, start + a + len(inside) - 2))
    return Cell(inside, Span(start + a, start + a + len(inside)))


def _tabs_around(document: Document, block: Block) -> tuple[int, int]:
    """How many tabs stand in the file before and behind the row: the reader trims lines, and with them blank cells."""
    text = document.source.text
    start, end = document.map.span(block.span)
    head = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    tail = text.find("\n", end)
    return text.count("\t", head, start), text.count("\t", end, tail if tail >= 0 else len(text))


def _is_rule(row: Row) -> bool:
    """Whether this is the line between head and body of a Markdown table."""
    return all(_RULE.fullmatch(cell.text) for cell in row) and any(len(cell.text) > 1 for cell in row)
