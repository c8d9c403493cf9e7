"""A kind whose order is laid down by law switches section-order on, as an error."""

from __future__ import annotations

import pytest

from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.settings import Settings

REGISTRY = load()
PARTS = (
    "总体情况\n全年主动公开信息一千条。\n", "主动公开政府信息情况\n见附表。\n", "收到和处理政府信息公开申请情况\n收到申请三件。\n",
    "政府信息公开行政复议、行政诉讼情况\n没有。\n", "存在的主要问题及改进情况\n更新不够及时。\n", "其他需要报告的事项\n没有收取信息处理费。\n",
)  # fmt: skip


def found(order: tuple[int, ...], settings: Settings | None = None) -> list[tuple[str, str]]:
    text = "青禾区2023年政府信息公开工作年度报告\n" + "".join(f"{n}、{PARTS[i]}" for n, i in zip("一二三四五六", order, strict=False))
    result = Linter(REGISTRY, settings or Settings(select=None)).check_bytes("a.txt", text.encode())
    return [(f.rule, f.severity.label) for f in result.findings if f.code.startswith("S00")]


def test_order_of_the_law_is_silent() -> None:
    assert found((0, 1, 2, 3, 4, 5)) == []


def test_other_order_is_an_error() -> None:
    assert found((0, 1, 3, 2, 4, 5)) == [("section-order", "error")]


def test_every_one_of_the_six_is_demanded() -> None:
    assert found((0, 1, 2, 3, 4)) == [("missing-section", "error")]


@pytest.mark.parametrize("settings", [Settings(ignore=("S003",)), Settings(select=("P",))])
def test_deselected_stays_off(settings: Settings) -> None:
    assert ("section-order", "error") not in found((0, 1, 3, 2, 4, 5), settings)


def test_annual_report_on_law_based_government_is_free() -> None:
    text = "青禾区2023年法治政府建设年度报告\n一、下步打算\n补充人员。\n二、存在问题\n人手少，因编制少。\n三、主要举措\n办案。\n四、第一责任人履职情况\n述法。\n"
    result = Linter(REGISTRY, Settings()).check_bytes("a.txt", text.encode())

    assert [f.rule for f in result.findings if f.code.startswith("S00")] == []
