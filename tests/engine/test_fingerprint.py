"""The name of a finding: the same after edits elsewhere, another one after an edit of the passage."""

from __future__ import annotations

import pytest

from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.settings import Settings

LINTER = Linter(load(), Settings(select=("P001", "S001"), kind="law-based-government", year=2023))

TEXT = """临溪县财政局2023年法治政府建设年度报告

一、主要举措
（一）完善制度。制定XX镇财政管理办法，压实各方责任，传导压力。
（二）加强监督。制定XX镇财政管理办法，压实各方责任，传导压力。

二、存在的问题
由于人手不足以及经费保障尚不到位，XX镇的案卷评查没有完成。制定XX镇财政管理办法。
"""


def names(text: str) -> dict[str, tuple[int, str]]:
    """The fingerprints of the masks and missing parts in `text`, with line and rule."""
    return {finding.fingerprint: (finding.position.line, finding.code) for finding in LINTER.check_bytes("a.txt", text.encode()).findings}


def test_each_finding_has_its_own() -> None:
    assert sorted(names(TEXT).values()) == [(1, "S001"), (1, "S001"), (4, "P001"), (5, "P001"), (8, "P001"), (8, "P001")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("一、主要举措\n", "一、主要举措\n全年召开会议六次。\n\n"),
        ("二、存在的问题", "二、基本经验\n坚持党的领导。\n\n三、存在的问题"),
        ("，传导压力", "，层层传导压力"),
        ("由于人手不足", "由于部分单位人手不足"),
        ("\n", "\r\n"),
    ],
)  # fmt: skip
def test_edits_elsewhere_change_no_name(old: str, new: str) -> None:
    assert list(names(TEXT.replace(old, new))) == list(names(TEXT))


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("尚不到位，XX镇", "尚不到位，XX乡", [(8, "P001")]),
        ("XX镇的案卷", "北岸镇和XX镇的案卷", [(8, "P001")]),
        ("XX镇的案卷", "北岸镇的案卷", [(8, "P001")]),
        ("（一）完善制度。", "（一）完善党内法规制度。", [(4, "P001")]),
        ("临溪县财政局2023年", "临溪县统计局2023年", [(1, "S001"), (1, "S001")]),
    ],
)
def test_an_edit_of_the_passage_changes_its_name(old: str, new: str, lost: list[tuple[int, str]]) -> None:
    before, after = names(TEXT), names(TEXT.replace(old, new))

    assert [before[name] for name in before if name not in after] == lost


def test_the_second_of_two_alike_is_numbered() -> None:
    """Which the first is, the order says."""
    first, second = (name for name, (_, code) in names("一、举措\n制定XX镇管理办法。制定XX镇管理办法。\n").items() if code == "P001")

    assert second == f"{first}:2"
