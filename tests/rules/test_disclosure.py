"""Tables three and four of the disclosure report, in the shapes in which they are published."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from reportlint import Finding
from reportlint.testing import findings
from reportlint_rules.disclosure.disclosure_balance import rule as balance
from reportlint_rules.disclosure.disclosure_form import rule as gaps
from reportlint_rules.disclosure.disclosure_total import rule as totals

TITLE = "云岭县水利局2023年政府信息公开工作年度报告\n一、总体情况\n{told}\n三、收到和处理政府信息公开申请情况\n"
COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
LABELS = (
    ("一、本年新收政府信息公开申请数量",),
    ("二、上年结转政府信息公开申请数量",),
    ("三、本年度办理结果", "（一）予以公开"),
    ("", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ("", "（三）不予公开", "1.属于国家秘密"),
    ("", "", "2.其他法律行政法规禁止公开"),
    ("", "", "3.危及“三安全一稳定”"),
    ("", "", "4.保护第三方合法权益"),
    ("", "", "5.属于三类内部事务信息"),
    ("", "", "6.属于四类过程性信息"),
    ("", "", "7.属于行政执法案卷"),
    ("", "", "8.属于行政查询事项"),
    ("", "（四）无法提供", "1.本机关不掌握相关政府信息"),
    ("", "", "2.没有现成信息需要另行制作"),
    ("", "", "3.补正后申请内容仍不明确"),
    ("", "（五）不予处理", "1.信访举报投诉类申请"),
    ("", "", "2.重复申请"),
    ("", "", "3.要求提供公开出版物"),
    ("", "", "4.无正当理由大量反复申请"),
    ("", "", "5.要求行政机关确认或重新出具已获取信息"),
    ("", "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("", "", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("", "", "3.其他"),
    ("", "（七）总计"),
    ("四、结转下年度继续办理",),
)
FIGURES = {
    0: (1204, 3, 0, 0, 2, 1, 1210), 1: (2, 0, 0, 0, 0, 0, 2), 2: (900, 2, 0, 0, 1, 0, 903), 3: (104, 1, 0, 0, 0, 1, 106),
    12: (150, 0, 0, 0, 1, 0, 151), 22: (40, 0, 0, 0, 0, 0, 40), 23: (1194, 3, 0, 0, 2, 1, 1200), 24: (12, 0, 0, 0, 0, 0, 12),
}  # fmt: skip
Figures = Mapping[int, tuple[object, ...]]
Layout = Callable[[tuple[str, ...], tuple[str, ...]], str]


def piped(label: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """A row of Markdown in which merged cells are left blank."""
    return "| " + " | ".join((*label, *[""] * (3 - len(label)), *cells)) + " |"


def repeated(label: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """A row of Markdown in which merged cells are repeated."""
    return "|" + "|".join((*label, *[label[-1]] * (3 - len(label)), *cells)) + "|"


def tabbed(label: tuple[str, ...], cells: tuple[str, ...]) -> str:
    return "\t".join((*label, *cells))


def spaced(label: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """Columns by spaces: words of the last label cell only."""
    return label[-1] + "    " + "    ".join(cells)


def table(figures: Figures, layout: Layout = piped) -> str:
    """Table three, with noughts where `figures` say nothing."""
    rows = [layout(label, tuple(str(n) for n in figures.get(i, (0,) * 7))) for i, label in enumerate(LABELS)]
    return "\n".join([layout(("",), COLUMNS), *rows]) + "\n"


def report(figures: Figures, layout: Layout = piped, told: str = "全年工作有序开展，公开渠道畅通。") -> str:
    return TITLE.format(told=told) + table(figures, layout)


def changed(row: int, column: int, figure: object) -> Figures:
    """FIGURES with one other cell."""
    line: list[object] = list(FIGURES.get(row, (0,) * 7))
    line[column] = figure
    return {**FIGURES, row: tuple(line)}


def said(found: list[Finding]) -> list[tuple[str, str, str]]:
    return [(f.severity.label, f.text, f.message.zh) for f in found]


LAYOUTS = pytest.mark.parametrize("layout", [piped, repeated, tabbed, spaced])


@LAYOUTS
def test_table_that_comes_out(layout: Layout) -> None:
    text = report(FIGURES, layout)

    assert said(findings(totals, text)) == said(findings(balance, text)) == []


@LAYOUTS
def test_one_wrong_cell_is_found_where_row_and_column_meet(layout: Layout) -> None:
    assert said(findings(totals, report(changed(3, 0, 140), layout))) == [
        ("error", "140", "表三“部分公开”行、“自然人”列的 140 应为 104：这一行和这一列都差 36")
    ]


def test_wrong_total_of_column_and_row() -> None:
    """The row of totals is a row, too; the balance leaves it to K001."""
    text = report(changed(23, 0, 1195))

    assert said(findings(totals, text)) == [("error", "1195", "表三“总计”行、“自然人”列的 1195 应为 1194：这一行和这一列都差 1")]
    assert findings(balance, text) == []


def test_wrong_total_of_row() -> None:
    assert said(findings(totals, report(changed(0, 6, 1211)))) == [
        ("error", "1211", "表三“本年新收”行：各类申请人之和 1210，总计 1211，少 1")
    ]


@LAYOUTS
def test_booked_in_the_wrong_column(layout: Layout) -> None:
    """One request stands in another column than in the totals: rows come out, two columns are off by one."""
    figures = {**FIGURES, 3: (103, 1, 0, 0, 0, 2, 106)}

    (found,) = findings(totals, report(figures, layout))

    assert found.message.zh == "表三“自然人”列之和 1193、总计 1194，“其他”列之和 2、总计 1：可能有 1 件记错了列"
    assert (found.text, [place.text for place in found.related]) == ("1194", ["1"])


def test_column_that_lacks_a_request() -> None:
    """A request forgotten among the results, in its column and in the last one: told once."""
    figures = {**FIGURES, 2: (899, 2, 0, 0, 1, 0, 902)}

    assert said(findings(totals, report(figures))) == [("error", "1194", "表三“自然人”列：各项办理结果之和 1193，总计 1194，少 1")]


@LAYOUTS
def test_balance(layout: Layout) -> None:
    figures = {**FIGURES, 24: (11, 0, 0, 0, 0, 0, 11)}

    assert said(findings(balance, report(figures, layout))) == [
        ("error", "11", "表三“自然人”列：新收加上年结转 1206，总计加结转下年度 1205，多 1")
    ]
    assert findings(totals, report(figures, layout)) == []


@pytest.mark.parametrize("figure", ["1O4", "**", "XX", "若干", "104件"])
def test_unreadable_cell_is_no_pass(figure: str) -> None:
    """What depends on the cell is said to be unchecked; the rest is checked."""
    found = findings(totals, report({**changed(3, 0, figure), 22: (40, 0, 0, 0, 0, 1, 41)}))

    assert [f.severity.label for f in found] == ["info", "error"]
    assert "无法核对" in found[0].message.zh


def test_row_that_is_not_there() -> None:
    lines = report(FIGURES).split("\n")
    text = "\n".join(line for line in lines if "部分公开" not in line)

    assert said(findings(totals, text)) == [("info", "一、本年新收政府信息公开申请数量", "表三缺少“部分公开”行，各列总计无法核对")]


def test_no_table() -> None:
    text = TITLE.format(told="全年工作有序开展。") + "详见附件。\n"

    assert said(findings(totals, text)) == [("info", "三、收到和处理政府信息公开申请情况", "没有读到表三，勾稽关系无法核对")]


def test_rows_with_other_words_count_too() -> None:
    """The form changes; a new row between the old ones is part of the total."""
    text = report({**FIGURES, 23: (1195, 3, 0, 0, 2, 1, 1201), 24: (11, 0, 0, 0, 0, 0, 11)})
    new = text.replace("| 5.属于三类内部事务信息 |", "| 5.属于工作秘密 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n|  |  | 5.属于三类内部事务信息 |")

    assert findings(totals, new) == []
    assert len(findings(totals, text)) == 1


FOUR = (
    "云岭县水利局2023年政府信息公开工作年度报告\n一、总体情况\n{told}\n四、政府信息公开行政复议、行政诉讼情况\n"
    "| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |\n| | | | | | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |\n"
    "|" + " 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |" * 3 + "\n| {figures} |\n"
)


def four(figures: str, told: str = "全年工作有序开展，公开渠道畅通。") -> str:
    return FOUR.format(figures=figures.replace(" ", " | "), told=told)


def test_table_four() -> None:
    assert findings(totals, four("3 1 0 1 5 0 0 0 0 0 2 0 0 0 2")) == []
    assert said(findings(totals, four("3 1 0 1 5 0 0 0 0 0 2 0 0 1 2"))) == [
        ("error", "2", "表四“复议后起诉”：维持、纠正、其他、尚未审结之和 3，总计 2，多 1")
    ]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("全年收到政府信息公开申请1210件。", None),
        ("全年收到依申请公开1212件（含上年结转2件）。", None),
        ("全年收到政府信息公开申请1,210件，其中通过网络收到公开申请30件。", None),
        ("全年收到政府信息公开申请1120件。", "收到政府信息公开申请1120件"),
        ("全年未收到政府信息公开申请。", "未收到政府信息公开申请"),
        ("办理群众来信1120件，收到取水许可申请30件。", None),
    ],
)
def test_requests_told(told: str, place: str | None) -> None:
    assert [f.text for f in findings(balance, report(FIGURES, told=told))] == ([place] if place else [])


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("因政府信息公开引发行政复议5件、行政诉讼2件。", []),
        ("因政府信息公开引发行政复议4件、行政诉讼3件。", ["行政诉讼3件"]),
        ("全年未发生因政府信息公开引发的行政诉讼。", ["未发生因政府信息公开引发的行政诉讼"]),
        ("全局办理行政复议案件30件。", []),
    ],
)
def test_disputes_told(told: str, place: list[str]) -> None:
    assert [f.text for f in findings(balance, four("3 1 0 1 5 0 0 0 0 0 2 0 0 0 2", told))] == place


def test_table_four_with_a_cell_that_is_no_number() -> None:
    assert said(findings(totals, four("3 1 若干 1 5 0 0 0 0 0 2 0 0 0 2"))) == [
        ("info", "若干", "表四“行政复议”“其他结果”列的 若干 读不出数字，相关勾稽关系无法核对")
    ]
    assert [f.message.zh for f in findings(totals, four("3 1 1 5 0 0 0 0 0 2 0 0 0 2"))] == [
        "表四“行政复议、未经复议直接起诉、复议后起诉”分不出各列数字，无法核对"
    ]


def test_gaps() -> None:
    found = findings(gaps, report({**changed(5, 2, "/"), 6: ("",) * 7}))

    assert said(found) == [
        ("warning", "/", "“其他法律行政法规禁止公开”行的“科研机构”列没有填数字，没有的填 0"),
        ("warning", "3.危及“三安全一稳定”", "“危及“三安全一稳定””行的各列没有填数字，没有的填 0"),
    ]


def test_blank_at_the_end_of_a_tabbed_row() -> None:
    """The reader trims lines; the file still has the tab."""
    found = findings(gaps, report(changed(2, 6, ""), tabbed))

    assert [f.message.zh for f in found] == ["“予以公开”行的“总计”列没有填数字，没有的填 0"]


def test_many_gaps_are_told_once() -> None:
    empty = dict.fromkeys(range(4, 12), ("",) * 7)

    assert said(findings(gaps, report({**FIGURES, **empty}))) == [
        ("warning", "1.属于国家秘密", "表三有 8 行没有填满，没有的填 0；第一处是“属于国家秘密”行的各列")
    ]


def test_group_in_place_of_its_parts() -> None:
    """The form of 2019 has one row （六）其他处理."""
    lines = report(FIGURES).split("\n")
    short = [line for line in lines if "不再处理其政府信息公开申请" not in line and "3.其他" not in line]
    at = next(i for i, line in enumerate(short) if "（七）总计" in line)
    text = "\n".join([*short[:at], piped(("", "（六）其他处理"), ("40", "0", "0", "0", "0", "0", "40")), *short[at:]])

    assert findings(totals, text) == []
    assert len(findings(totals, text.replace("| 40 |", "| 41 |"))) == 1


def test_group_with_its_own_figures_is_not_counted_twice() -> None:
    text = report(FIGURES).replace("|  | （四）无法提供 | 1.本", "|  | （四）无法提供 |  | 150 | 0 | 0 | 0 | 1 | 0 | 151 |\n|  |  | 1.本")

    assert findings(totals, text) == []
