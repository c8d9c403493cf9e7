"""In documents a place has a page and a paragraph; the line of the text taken out says nothing to anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportlint.location import Location
from reportlint.reporters import Setup, reporter
from reportlint.tally import Tally

if TYPE_CHECKING:
    from tests.reporters.conftest import Make, Result


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("grouped", "  第 3 页，第 2 段  错误  Y001  此处为2022年，标题为2023年\n"),
        ("markdown", "| 错误 | a.docx:第 3 页，第 2 段 | Y001 | 此处为2022年，标题为2023年 |\n"),
        ("junit", ">a.docx:第 3 页，第 2 段: 错误 此处为2022年，标题为2023年\n"),
        ("github", "::第 3 页，第 2 段：此处为2022年，标题为2023年\n"),
        ("gitlab", '"description": "Y001 第 3 页，第 2 段：此处为2022年，标题为2023年"'),
        ("checkstyle", 'message="第 3 页，第 2 段：此处为2022年，标题为2023年"'),
        ("csv", "\r\na.docx,3,3,第 3 页，第 2 段,error,Y001,"),
        ("sarif", '{"fullyQualifiedName": "第 3 页，第 2 段", "kind": "place"}'),
    ],
)
def test_place(finding: Make, result: Result, name: str, shown: str) -> None:
    made = reporter(name, Setup("zh"))
    one = result(finding(path="a.docx", location=Location(page=3, paragraph=2)), path="a.docx")

    assert shown in made.show(made.render(one)) + "".join(str(piece) for piece in made.end(Tally(1, 1, 1)))
