"""What the form of 政府信息公开工作年度报告 wants filled in and is not: empty cells, and the fee in part six.

What it finds:
    表二、表三、表四里的空格和“/”“—”；第六部分没有写信息处理费收取情况。

    Blank cells and strokes in tables two, three and four; a part six that does not speak of the fee for handling information.

Why:
    没有发生的填 0，空着分不清是没有还是漏填。信息处理费收没收、收了多少，格式要求在“其他需要报告的事项”里写明。

    What did not happen is 0: a blank may as well be an omission. The form wants part six to say whether the fee was charged, and how much.

Instead:
    没有的填 0；在第六部分写明收取信息处理费的件数和金额，没有收取的也写一句。

    Write 0; say in part six for how many requests and how much was charged, or that nothing was.

Silent on:
    合并单元格留下的空格；2020年以前的报告（当时还没有信息处理费制度）。

    Blanks that merged cells leave; reports for 2020 and earlier, before the fee existed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Row, Rule, Severity, Span, tables
from reportlint_rules.disclosure.form import APPLICANTS, KIND, OUTCOMES, Line, form

_HEAD = "某县2023年政府信息公开工作年度报告\n"

rule = Rule(
    code="K003",
    name="disclosure-form",
    severity=Severity.WARNING,
    title=Bilingual("信息公开年报有漏填", "gaps in the disclosure report"),
    clause=Bilingual(
        "国办公开办函〔2021〕30号年度报告格式；《政府信息公开信息处理费管理办法》",
        "Form of the annual disclosure report (2021); Measures for the fee for handling information",
    ),
    messages={
        "blank": Bilingual("“{row}”行的{columns}没有填数字，没有的填 0", "row {row}, {columns}: no figure; write 0 if there is none"),
        "many": Bilingual(
            "表{table}有 {count} 行没有填满，没有的填 0；第一处是“{row}”行的{columns}",
            "table {table}: {count} rows with cells without a figure, write 0 if there is none; the first is row {row}, {columns}",
        ),
        "fee": Bilingual("第六部分没有写信息处理费收取情况", "part six does not speak of the fee for handling information"),
    },
    help=Bilingual("没有的填 0，信息处理费没有收取的也写明", "Write 0 where there is none, and say so where no fee was charged"),
    good=(
        Example(
            _HEAD + "二、主动公开政府信息情况\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 2 |\n", kind=KIND
        ),
        Example(_HEAD + "六、其他需要报告的事项\n本年度没有收取信息处理费。\n", kind=KIND),
        Example("一、收支情况\n| 规章 | 0 | / | 2 |\n", kind="general"),
    ),
    bad=(
        Example(
            _HEAD
            + "二、主动公开政府信息情况\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | ⟦/⟧ | 2 |\n| 行政许可 | ⟦—⟧ | | |\n",
            kind=KIND,
        ),
        Example(_HEAD + "⟦六、其他需要报告的事项⟧\n本年度没有其他需要报告的事项。\n", kind=KIND),
    ),
    doc=__doc__,
)

_MADE = ("规章", "行政规范性文件", "规范性文件")
_DONE = ("行政许可", "行政处罚", "行政强制", "行政事业性收费")
_MADE_COLUMNS = ("制发件数", "废止件数", "现行有效件数")
_FEE = LazyPattern(r"处理费|收取[^，。]{0,8}费|收费")
_FEE_SINCE = 2021
_MANY = 3
"""Rows with gaps beyond which they are told as one finding."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The rows of table two, three and four, then part six."""
    if report.subject.kind.value != KIND:
        return
    two = [gap for table in report.shared(tables) for row in table.rows if (gap := _row_of_two(row))]
    found = report.shared(form)
    three = [gap for line in (found.requests.lines if found.requests else ()) if (gap := _gap(line, APPLICANTS))]
    four = [gap for dispute in found.disputes if (gap := _gap(dispute.line, OUTCOMES))]
    for table, gaps in (("二", two), ("三", three), ("四", four)):
        yield from _told(table, gaps)
    if (report.subject.year.value or _FEE_SINCE) >= _FEE_SINCE and "other" in report.parts:
        sections = report.parts["other"].sections
        if sections and not any(_FEE.search(report.text, section.start, section.end) for section in sections):
            yield Hit(sections[0].block.span, "fee")


class _Gap(NamedTuple):
    """Cells of one row without a figure."""

    span: Span
    row: str
    columns: Bilingual


def _told(table: str, gaps: list[_Gap]) -> Iterator[Hit]:
    """A finding per row, or one for a table that is mostly empty."""
    if len(gaps) > _MANY:
        values: dict[str, str | int | Bilingual] = {"table": table, "count": len(gaps), "row": gaps[0].row, "columns": gaps[0].columns}
        yield Hit(gaps[0].span, "many", values)
        return
    for gap in gaps:
        yield Hit(gap.span, "blank", {"row": gap.row, "columns": gap.columns})


def _row_of_two(row: Row) -> _Gap | None:
    """Table two: three figures about rules and documents, one about each kind of decision, which merged cells may follow."""
    name = row[0].text
    if name in _MADE and len(row) == len(_MADE_COLUMNS) + 1:
        return _gap(Line.of(name, row[0].span, row[1:]), _MADE_COLUMNS)
    if name in _DONE and len(row) > 1 and all(cell.blank or cell.struck for cell in row[1:]):
        return _gap(Line.of(name, row[0].span, row[1:2]), ("数字",))
    return None


def _gap(line: Line, columns: tuple[str, ...]) -> _Gap | None:
    gaps = [(cell, column) for cell, column in zip(line.cells, columns, strict=False) if cell.blank or cell.struck]
    if not gaps:
        return None
    struck = [cell.span for cell, _ in gaps if cell.struck]
    span = Span(struck[0].start, struck[-1].end) if struck else line.label
    zh = "各列" if len(gaps) == len(columns) > 1 else "、".join(f"“{column}”列" for _, column in gaps)
    return _Gap(span, line.name, Bilingual(zh, ", ".join(column for _, column in gaps)))
