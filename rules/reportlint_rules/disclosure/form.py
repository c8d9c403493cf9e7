"""Tables three and four of 政府信息公开工作年度报告, read by the words in them.

The form of 2021 (国办公开办函〔2021〕30号) fixes what the rows and columns are; published tables merge, repeat, leave out or
blank the cells beside them. Rows are told by their words, the figures of a row are what stands behind its last words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, zip_longest
from typing import NamedTuple

from reportlint import Cell, LazyPattern, Report, Row, Span, Table, tables

KIND = "info-disclosure-annual"

APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
"""The columns of table three."""
RESULTS = (
    "予以公开", "部分公开", "国家秘密", "禁止公开", "三安全一稳定", "第三方", "内部事务", "过程性", "执法案卷", "行政查询",
    "不掌握", "现成信息", "补正后", "举报投诉", "重复申请", "公开出版物", "反复申请", "重新出具", "逾期不补正", "缴纳费用", "其他",
)  # fmt: skip
"""By which words the rows of table three are known that make （七）总计."""
GROUPS = {"不予公开": RESULTS[2:10], "无法提供": RESULTS[10:13], "不予处理": RESULTS[13:18], "其他处理": RESULTS[18:]}
"""Which of them a group is made of; a table may give the group alone."""
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
"""The columns of each block of table four."""
DISPUTES = ("行政复议", "未经复议直接起诉", "复议后起诉")

_HAN = LazyPattern("[\u4e00-\u9fff]")
_NUMBERING = LazyPattern(r"^[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．]+\s*|[（(][^（）()]{6,}[）)]$")
_COUNT = LazyPattern(r"[0-9][0-9,]*(?![0-9,]*[.．、）)])")
_TOTAL = LazyPattern(r"[总合]\s*计")
_LONGEST_NAME = 24
"""Characters of a row's words that a message repeats."""


class Line(NamedTuple):
    """A row of figures."""

    name: str
    label: Span
    cells: Row
    """As many as there are columns; empty where they cannot be told apart."""
    figures: tuple[int | None, ...]
    """What the cells say: 0 for a blank or struck one, None for one that cannot be read."""

    @classmethod
    def of(cls, name: str, label: Span, cells: Row) -> Line:
        """The row with its cells read."""
        name = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
        return cls(name, label, cells, tuple(figure(cell) for cell in cells))


class Requests(NamedTuple):
    """Table three."""

    received: Line
    carried: Line | None
    results: tuple[Line, ...]
    """The rows that make the total."""
    total: Line | None
    left: Line | None
    """What is carried over to the next year."""

    @property
    def lines(self) -> Iterator[Line]:
        """All rows in their order."""
        yield self.received
        if self.carried:
            yield self.carried
        yield from self.results
        if self.total:
            yield self.total
        if self.left:
            yield self.left

    @property
    def missing(self) -> tuple[str, ...]:
        """The results of the form that no row gives."""
        told = [line.name for line in self.results]
        given = [word for name in told for word in GROUPS.get(name, ())]
        return tuple(
            word
            for word in RESULTS
            if word not in given and not any(name.endswith(word) if word == "其他" else word in name for name in told)
        )


class Dispute(NamedTuple):
    """One block of table four."""

    name: str
    line: Line


class Form(NamedTuple):
    """What was found of tables three and four."""

    requests: Requests | None
    disputes: tuple[Dispute, ...]


def form(report: Report) -> Form:
    """The tables of a report of this kind, empty in any other. Use it through `Report.shared`."""
    if report.subject.kind.value != KIND:
        return Form(None, ())
    found = report.shared(tables)
    rows = chain.from_iterable(table.rows for table in found)
    return Form(_requests(rows), tuple(chain.from_iterable(_disputes(table) for table in found)))


def figure(cell: Cell) -> int | None:
    """The count in a cell, 0 if it is blank or struck out, None if it cannot be read."""
    if cell.blank or cell.struck:
        return 0
    number = cell.number
    return int(number) if number is not None and number == int(number) else None


def _requests(rows: Iterable[Row]) -> Requests | None:
    received = carried = total = left = None
    results: list[Line] = []
    for row in rows:
        label, figures = _parted(row, len(APPLICANTS))
        words = label[-1].text if label else ""
        if "本年新收" in words:
            received = received or _line("本年新收", label[-1], figures)
        elif received is None or not words:
            continue
        elif "结转下" in words:
            left = _line("结转下年度继续办理", label[-1], figures)
            break
        elif total:
            continue
        elif "上年结转" in words or "上年度结转" in words:
            carried = _line("上年结转", label[-1], figures)
        elif _TOTAL.search(words):
            total = _line("总计", label[-1], figures)
        else:
            results.append(_line(_NUMBERING.sub("", words), label[-1], figures))
    return Requests(received, carried, tuple(_parts(results)), total, left) if received else None


def _parts(lines: list[Line]) -> Iterator[Line]:
    """The rows that make the total: no headings of groups, and of groups with figures only those whose parts are not given."""
    for line, after in zip_longest(lines, lines[1:]):
        closed = after is None or after.name in GROUPS
        if not line.name.endswith("办理结果") and (line.name not in GROUPS or (closed and any(cell.text for cell in line.cells))):
            yield line


def _parted(row: Row, width: int) -> tuple[Row, Row]:
    """The cells with the words of a row, and those behind them, which should be `width`: words among those are no label."""
    first = next((i for i, cell in enumerate(row) if cell.struck or _COUNT.match(cell.text)), len(row))
    words = [i for i, cell in enumerate(row[:first]) if _HAN.search(cell.text)]
    while len(words) > 1 and len(row) - words[-1] - 1 < width <= len(row) - words[-2] - 1:
        words.pop()
    end = words[-1] + 1 if words else 0
    return tuple(row[i] for i in words), row[end:]


def _line(name: str, label: Cell, figures: Row) -> Line:
    return Line.of(name, label.span, _of_width(figures, len(APPLICANTS)))


def _of_width(figures: Row, width: int) -> Row:
    """`figures` without the blank cells that merging left beside them; nothing if there are not `width` of them."""
    while len(figures) > width and figures[0].blank:
        figures = figures[1:]
    while len(figures) > width and figures[-1].blank:
        figures = figures[:-1]
    return figures if len(figures) == width else ()


def _disputes(table: Table) -> Iterator[Dispute]:
    """The blocks of five figures under 维持, 纠正, 其他, 尚未审结, 总计; the three of them may stand side by side or as rows."""
    names: list[str] = []
    inside = False
    for row in table.rows:
        text = "".join(cell.text for cell in row)
        if not any(cell.struck or cell.number is not None for cell in row):
            names += [name for name in DISPUTES if name in text and name not in names]
            inside = inside or ("维持" in text and "尚未审结" in text)
        elif inside:
            yield from _blocks(row, sorted(names, key=DISPUTES.index))
            names = []


def _blocks(row: Row, names: list[str]) -> Iterator[Dispute]:
    label, figures = _parted(row, len(OUTCOMES))
    names = [name for name in DISPUTES if any(name in cell.text for cell in label)] or names
    blocks = [figures[i : i + len(OUTCOMES)] for i in range(0, len(figures), len(OUTCOMES))]
    if len(figures) % len(OUTCOMES) or not 0 < len(blocks) <= len(DISPUTES):
        yield Dispute("、".join(names), Line.of("", row[0].span, ()))
        return
    for i, cells in enumerate(blocks):
        name = names[i] if len(names) == len(blocks) else DISPUTES[i] if len(blocks) == len(DISPUTES) else f"第{i + 1}组"
        yield Dispute(name, Line.of(name, cells[0].span, cells))
