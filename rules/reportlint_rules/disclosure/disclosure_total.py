"""Totals in tables three and four of 政府信息公开工作年度报告 that their rows and columns do not make.

What it finds:
    表三各类申请人之和不等于本行总计，各项办理结果之和不等于（七）总计；表四维持、纠正、其他、尚未审结之和不等于总计。
    两处差数相同的，指出可能填错的一格，或者可能记错的列、行。读不出数字的，提示无法核对。

    Table three: the kinds of applicants do not make the total of their row, or the results do not make （七）总计. Table four: the
    four outcomes do not make their total. Where two differences agree, the cell, columns or rows that were probably mixed up are
    named. Where a figure cannot be read, the rule says that it could not check.

Why:
    这些勾稽关系印在年度报告格式里，报送系统和社会评估都会逐一核对。

    The form itself lays these sums down, and whoever receives or evaluates the reports works them out.

Instead:
    按台账逐格核对，改正填错的一格。

    Go through the cells with the register, and correct the one that is wrong.

Silent on:
    其他文种的表格；空格和“/”按 0 计算（由 K003 提示）。

    Tables of other kinds of reports; blank cells and strokes count as 0 (K003 is about them).
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Report, Rule, Severity
from reportlint_rules.disclosure.form import APPLICANTS, KIND, OUTCOMES, Line, Requests, form
from reportlint_rules.disclosure.sums import LAST, Break, by_columns, hit, total

_HEAD = "某县2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n"
_COLUMNS = "| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|---|\n"
_DISPUTES = "某县2023年政府信息公开工作年度报告\n四、行政复议、行政诉讼情况\n| 行政复议 | | | | |\n| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n"

rule = Rule(
    code="K001",
    name="disclosure-total",
    severity=Severity.ERROR,
    title=Bilingual("信息公开年报表格总计不符", "totals of the disclosure report"),
    clause=Bilingual(
        "国办公开办函〔2021〕30号年度报告格式，表三、表四的勾稽关系", "Form of the annual disclosure report (2021), tables three and four"
    ),
    messages={
        "row": Bilingual(
            "表三“{row}”行：各类申请人之和 {result}，总计 {stated}，{off}",
            "table three, row {row}: applicants make {result}, the total is {stated}, {off}",
        ),
        "column": Bilingual(
            "表三“{column}”列：各项办理结果之和 {result}，总计 {stated}，{off}",
            "table three, column {column}: results make {result}, the total is {stated}, {off}",
        ),
        "cell": Bilingual(
            "表三“{row}”行、“{column}”列的 {stated} 应为 {result}：这一行和这一列都差 {off}",
            "table three, row {row}, column {column}: {stated} should be {result}; its row and its column are both off by {off}",
        ),
        "columns": Bilingual(
            "表三“{column}”列之和 {result}、总计 {stated}，“{other}”列之和 {result2}、总计 {stated2}：可能有 {off} 件记错了列",
            "table three: column {column} makes {result}, its total is {stated}; column {other} makes {result2}, its total is {stated2}: "
            "{off} probably booked in the wrong column",
        ),
        "block": Bilingual(
            "表四“{row}”：维持、纠正、其他、尚未审结之和 {result}，总计 {stated}，{off}",
            "table four, {row}: the outcomes make {result}, the total is {stated}, {off}",
        ),
        "unreadable": Bilingual(
            "{row}“{column}”列的 {text} 读不出数字，相关勾稽关系无法核对",
            "{row}, {column}: {text} is no number, its sums could not be checked",
        ),
        "width": Bilingual("{row}分不出各列数字，无法核对", "{row}: its figures do not fit the columns, its sums could not be checked"),
        "rows": Bilingual("表三缺少{row}，各列总计无法核对", "table three lacks {row}: its columns could not be checked"),
        "table": Bilingual("没有读到表三，勾稽关系无法核对", "no table three was found: its sums could not be checked"),
    },
    help=Bilingual("与台账核对，改正填错的数字", "Compare with the register and correct the figure"),
    good=(
        Example(_DISPUTES + "| 1 | 0 | 2 | 0 | 3 |\n", kind=KIND),
        Example("一、工作情况\n| 本年新收 | 3 | 0 | 0 | 0 | 0 | 0 | 4 |\n", kind="general"),
    ),
    bad=(
        Example(_HEAD + _COLUMNS + "| ⟦一、本年新收政府信息公开申请数量⟧ | 3 | 1 | 0 | 0 | 0 | 0 | ⟦5⟧ |\n", kind=KIND),
        Example(_DISPUTES + "| 1 | 0 | 2 | 0 | ⟦4⟧ |\n", kind=KIND),
        Example(_DISPUTES + "| 1 | 0 | ⟦？⟧ | 0 | 4 |\n", kind=KIND),
    ),
    doc=__doc__,
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Table three by rows and columns, table four by blocks."""
    if report.subject.kind.value != KIND:
        return
    found = report.shared(form)
    if found.requests:
        yield from _requests(found.requests)
    elif "requests" in report.parts and report.parts["requests"].sections:
        yield Hit(report.parts["requests"].sections[0].block.span, "table", severity=Severity.INFO)
    for dispute in found.disputes:
        yield from _unreadable(dispute.line, Bilingual(f"表四“{dispute.name}”", f"table four, {dispute.name}"), OUTCOMES)
        broken = _broken(0, dispute.line)
        if broken:
            yield hit(broken, "block", row=dispute.name)


def _requests(table: Requests) -> Iterator[Hit]:
    lines = list(table.lines)
    for line in lines:
        yield from _unreadable(line, Bilingual(f"表三“{line.name}”行", f"table three, row {line.name}"), APPLICANTS)
    lacking = [f"“{name}”" for name in (*table.missing, *(() if table.total else ("总计",)))]
    if lacking:
        named = "、".join(lacking[:4]) + ("等行" if len(lacking) > 4 else "行")
        yield Hit(table.received.label, "rows", {"row": named}, severity=Severity.INFO)
    rows = [broken for i, line in enumerate(lines) if (broken := _broken(i, line))]
    columns = [] if lacking else list(_columns(table))
    for line_break, column, by in _meeting(table, lines, rows, columns):
        yield _crossing(lines[line_break.at], column.at, by)
        rows.remove(line_break)
        columns.remove(column)
    yield from by_columns(columns, "column")
    for broken in rows:
        yield hit(broken, "row", row=lines[broken.at].name)


def _broken(at: int, line: Line) -> Break | None:
    """The row, if its total is not what its other cells make."""
    if not line.cells:
        return None
    *parts, stated = line.figures
    result = total(parts)
    return Break(at, line.cells[-1], result, stated) if result is not None and stated is not None and result != stated else None


def _columns(table: Requests) -> Iterator[Break]:
    """The columns whose （七）总计 is not what the results make."""
    if table.total is None or not table.total.cells or not all(line.cells for line in table.results):
        return
    for i, stated in enumerate(table.total.figures):
        result = total(line.figures[i] for line in table.results)
        if result is not None and stated is not None and result != stated:
            yield Break(i, table.total.cells[i], result, stated)


def _meeting(table: Requests, lines: list[Line], rows: list[Break], columns: list[Break]) -> list[tuple[Break, Break, int]]:
    """Rows and columns that one wrong cell breaks, with how much too big it is; each of them once."""
    found: list[tuple[Break, Break, int]] = []
    for row in rows:
        for column in columns:
            by = _wrong_by(table, lines[row.at], row, column)
            if by and not any(column is taken for _, taken, _ in found):
                found.append((row, column, by))
                break
    return found


def _wrong_by(table: Requests, line: Line, row: Break, column: Break) -> int:
    """By how much the cell in which both sums meet is too big, if that alone breaks them; 0 otherwise."""
    if line not in table.results and line is not table.total:
        return 0
    by_row = -row.excess if column.at == LAST else row.excess
    by_column = -column.excess if line is table.total else column.excess
    value = line.figures[column.at]
    return by_row if by_row == by_column and value is not None and value >= by_row else 0


def _crossing(line: Line, column: int, by: int) -> Hit:
    cell = line.cells[column]
    stated = line.figures[column] or 0
    values: dict[str, str | int] = {"row": line.name, "column": APPLICANTS[column], "stated": stated, "result": stated - by, "off": abs(by)}
    return Hit(cell.span if cell.text else line.label, "cell", values, data=values)


def _unreadable(line: Line, row: Bilingual, columns: tuple[str, ...]) -> Iterator[Hit]:
    if not line.cells:
        yield Hit(line.label, "width", {"row": row}, severity=Severity.INFO)
        return
    for cell, column, read in zip(line.cells, columns, line.figures, strict=True):
        if read is None:
            yield Hit(cell.span, "unreadable", {"row": row, "column": column, "text": cell.text}, severity=Severity.INFO)
