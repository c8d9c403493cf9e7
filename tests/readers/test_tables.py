"""Tables in Markdown and plain text, cell by cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportlint import Cell, Report, Span, Subject, Table, tables
from reportlint.readers import read


def found(text: str, path: str = "表.txt") -> tuple[Report, tuple[Table, ...]]:
    report = Report(read(path, text.encode()), Subject(), (), {}, ())
    return report, tables(report)


def words(text: str, path: str = "表.txt") -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in found(text, path)[1]]


MARKDOWN = "# 年报\n\n| 项目 | 数量 | 备注 |\n|:---|---:|---|\n| **规章** | 1,204 |  |\n| 文件 | / | 见附件 |\n\n说明如下。\n\n| 合计 | 3 |\n|---|---|\n"


@pytest.mark.parametrize("path", ["表.md", "表.txt"])
def test_markdown(path: str) -> None:
    """Rows that follow each other are one table; the rule line is none of them."""
    assert words(MARKDOWN, path) == [[["项目", "数量", "备注"], ["规章", "1,204", ""], ["文件", "/", "见附件"]], [["合计", "3"]]]


def test_cells_know_their_place() -> None:
    report, (first, _) = found(MARKDOWN, "表.md")

    for row in first.rows:
        for cell in row:
            assert report.document.read(cell.span) == cell.text
    assert [report.document.source.text[slice(*report.document.map.span(cell.span))] for cell in first.rows[1]] == ["规章", "1,204", ""]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("一、本年新收申请数量\t3\t0\t3", ["一、本年新收申请数量", "3", "0", "3"]),
        ("1.属于国家秘密    3    0    3", ["1.属于国家秘密", "3", "0", "3"]),
        ("（二）部分公开（区分处理的）   3   0   3", ["（二）部分公开（区分处理的）", "3", "0", "3"]),
        ("\t（一）予以公开\t\t4\t4\t", ["", "（一）予以公开", "", "4", "4", ""]),
        ("2.其他法律行政法规禁止公开    无    0    无", ["2.其他法律行政法规禁止公开", "无", "0", "无"]),
        ("一、本年新收申请数量    145    —    6    —", ["一、本年新收申请数量", "145", "—", "6", "—"]),
        ("规章 | 3 | 0 | 3", ["规章", "3", "0", "3"]),
        ("项目　　数量　　比例", ["项目", "数量", "比例"]),
        ("| 甲\\|乙 | ３ |", ["甲\\|乙", "3"]),
    ],
)
def test_rows(line: str, cells: list[str]) -> None:
    """A row of figures is a row although it begins like a heading; blank cells at its ends count."""
    assert words(f"年度报表说明\n以下为有关数据。\n{line}\n数据来自台账。\n") == [[cells]]


@pytest.mark.parametrize("line", ["一、   主要工作", "二、主要工作\t3", "（一）加强领导", "首页 | 机构 | 新闻"])
def test_no_rows(line: str) -> None:
    """Headings with a gap, entries of a table of contents, and bars between words are no rows."""
    assert words(f"年度报表说明\n以下为有关数据。\n{line}\n数据来自台账。\n") == []


@pytest.mark.parametrize(
    ("text", "number"),
    [("12", 12), ("1,234,567.5", Decimal("1234567.5")), ("1，234", 1234), ("-3", -3), ("−3", -3), ("0.50", Decimal("0.5"))],
)
def test_number(text: str, number: Decimal) -> None:
    cell = Cell(text, Span(0, len(text)))

    assert cell.number == number
    assert not cell.blank
    assert not cell.struck


@pytest.mark.parametrize("text", ["", "/", "—", "1O", "12件", "**", "12,34", "约3", "-"])
def test_no_number(text: str) -> None:
    """Nothing, a sign for nothing, and what cannot be read are told apart."""
    cell = Cell(text, Span(0, len(text)))

    assert cell.number is None
    assert (cell.blank, cell.struck) == (text == "", text in ("/", "—", "-"))
