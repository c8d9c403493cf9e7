"""One figure told twice in neighbouring clauses (F001)."""

from __future__ import annotations

import pytest

from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.settings import Settings

LINTER = Linter(load(), Settings(select=("F001",)))


def found(text: str) -> list[str]:
    return [finding.text for finding in LINTER.check_bytes("report.txt", text.encode()).findings]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("对九个部门开展评价，涉及预算资金35.72亿元。涉及财政资金35.72亿元，比上年增加。", "35.72亿元"),
        ("共安排补助资金1,236.5万元，安排各类补助1236.5万元，惠及群众。", "1236.5万元"),
        ("组织检查人员236人次；组织检查干部236人次。", "236人次"),
        ("完成政府投资37.62亿元，同比增长8%，完成各类投资37.62亿元。", "37.62亿元"),
        ("开展评价的部门预算资金35.72亿元，涉及资金35.72亿元。", "35.72亿元"),
    ],
)
def test_told_twice(text: str, figure: str) -> None:
    """The second one, with the first as related place."""
    assert found(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "收入总计3256.24万元，支出总计3256.24万元。",
        "一般公共预算收入总计3256.24万元，一般公共预算支出总计3256.24万元。",
        "收到群众来信236件，办结群众来信236件。",
        "信访受理236件，信访办结236件。",
        "应收水费3256.24万元，实收水费3256.24万元。",
        "年初预算3256.24万元，年末决算3256.24万元。",
        "城市低保标准每月1235元，农村低保标准每月1235元。",
        "完成投资37.62亿元，其中完成工业投资37.62亿元。",
        "划分397个警格、222个安格、397个消格。",
        "增长12.35%，增幅12.35%。",
        "投入资金500万元，投入财政资金500万元。",
        "涉及预算资金35.72亿元。\n涉及财政资金35.72亿元。",
        "| 涉及预算资金35.72亿元 | 涉及财政资金35.72亿元 |",
        "投入资金35.72亿元，" + "扎实推进各项工作，" * 8 + "投入财政资金35.72亿元。",
        "2023年完成投资，2023年完成产值。",
    ],
)
def test_told_once_of_each(text: str) -> None:
    """Figures that correspond, that belong to different things, round ones, shares, rows, other paragraphs, far away."""
    assert found(f"云岭县水利局2023年工作总结\n一、主要工作\n{text}\n") == []
