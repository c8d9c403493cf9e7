"""A table of contents is no second outline of the report."""

from __future__ import annotations

import pytest

from reportlint.document import Source
from reportlint.readers import parse

BODY = "一、主要做法\n全年工作平稳有序。\n二、存在问题\n力量不足。\n三、下步打算\n继续努力。\n"


@pytest.mark.parametrize("leader", ["", "……3", "\t3", ".......12"])
def test_it_is_set_aside(leader: str) -> None:
    """From 目录 to where its first entry comes again, with or without the pages behind the entries."""
    listed = "".join(f"{entry}{leader}\n" for entry in ("一、主要做法", "二、存在问题", "三、下步打算"))
    document = parse(Source("a.txt", f"甲局工作总结\n目 录\n{listed}{BODY}"))

    assert document.text == f"甲局工作总结\n{BODY}"
    assert [(aside.kind, aside.text.split("\n")[0]) for aside in document.asides if aside.kind == "contents"] == [("contents", "目 录")]


@pytest.mark.parametrize("text", ["甲局工作总结\n目录\n一、主要做法\n全年工作平稳有序。\n二、存在问题\n力量不足。\n", "目录\n", "目录\n甲"])
def test_what_does_not_come_again_stays(text: str) -> None:
    assert parse(Source("a.txt", text)).text.startswith(text.split("\n", maxsplit=1)[0])
    assert [aside for aside in parse(Source("a.txt", text)).asides if aside.kind == "contents"] == []
