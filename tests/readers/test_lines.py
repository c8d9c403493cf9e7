"""Lines, markers and white space: what a file may hold beside its text."""

from __future__ import annotations

import time

import pytest

from reportlint import Document, Source
from reportlint.readers import parse
from reportlint.readers.lines import view


def document(text: str, medium: str = "plain") -> Document:
    return parse(Source("a.txt", text, "utf-8", medium))


def paragraphs(text: str) -> list[str]:
    return document(text).text.splitlines()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\v", "\x85", "\u2028", "\u2029", "\x1c"])
def test_every_line_end(end: str) -> None:
    """Files come from everywhere; the form feed of a page is a line end, too."""
    assert paragraphs(f"一、工作情况{end}全年办案六件。{end}") == ["一、工作情况", "全年办案六件。"]


@pytest.mark.parametrize("text", ["", "\n", "\r\n\r\n", "\u3000\u3000\n \t\n", "\ufeff".strip("\ufeff"), "\0\0"])
def test_nothing_to_read(text: str) -> None:
    """A file without words has no blocks."""
    assert document(text).blocks == ()
    assert document(text).text == ""


@pytest.mark.parametrize("text", ["甲\r\n乙\r丙\f丁\0戊\u2028己", "２０２３年Ａ", "\r\r\n\n"])
def test_the_view_keeps_offsets(text: str) -> None:
    """What is cleaned before lines are read has the length of the file."""
    assert len(view(text)) == len(text)


def test_indents_and_nul() -> None:
    """Indents of any kind go, a NUL counts as a space."""
    assert paragraphs("\u3000\u3000全年办案。\n\t完成任务。\n\0经费到位。\0\n") == ["全年办案。", "完成任务。", "经费到位。"]


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("2023 年 6 月共办理 86 件", "2023年6月共办理86件"),
        ("增长 5.2 %，其中", "增长5.2%，其中"),
        ("解 放 区 财 政 局", "解放区财政局"),
        ("总\u3000\u3000则", "总则"),
        ("张三 李四", "张三 李四"),
        ("全省推行 one stop 服务", "全省推行one stop服务"),
        ("财政厅 教育厅联合印发的通知要求各地认真贯彻执行", "财政厅 教育厅联合印发的通知要求各地认真贯彻执行"),
        ("- 第一项工作", "- 第一项工作"),
    ],
)
def test_spaces(source: str, read: str) -> None:
    """Spaces of typesetting go; those that part words stay."""
    assert document(source).text.rstrip("\n") == read


@pytest.mark.parametrize(
    ("source", "kind", "marker", "read"),
    [
        ("切实##paidbegin##加强监管。", "paid-marker", "##paidbegin##", "切实加强监管。"),
        ("$$paidend$$全年办案。", "paid-marker", "$$paidend$$", "全年办案。"),
        ("全年办案。</paid>", "paid-marker", "</paid>", "全年办案。"),
        ("全年##pagebreak##办案。", "cms-marker", "##pagebreak##", "全年办案。"),
        ("#p#第二页#e#全年办案。", "cms-marker", "#p#第二页#e#", "全年办案。"),
        ("全年办案。[!--empirenews.page--]", "cms-marker", "[!--empirenews.page--]", "全年办案。"),
        ("全年办案。[/page]", "cms-marker", "[/page]", "全年办案。"),
        ("{dede:field.body/}全年办案。", "cms-marker", "{dede:field.body/}", "全年办案。"),
        ("全年<!-- more -->办案。", "cms-marker", "<!-- more -->", "全年办案。"),
        ("全年<!-- 删去\n这句 -->办案。", "comment", "<!-- 删去\n这句 -->", "全年\n办案。"),
        ("全年<!-- ##paidbegin## -->办案。", "comment", "<!-- ##paidbegin## -->", "全年办案。"),
    ],
)
def test_markers(source: str, kind: str, marker: str, read: str) -> None:
    """Markers of sites and comments are set aside; the text reads on as if they were not there."""
    found = document(f"工作情况\n{source}\n")

    assert [(aside.kind, aside.text) for aside in found.asides] == [(kind, marker)]
    assert found.text == f"工作情况\n{read}\n"


@pytest.mark.parametrize("text", ["全年<!--办案。", "全年##办案##。", "全年[办案]。", "一套##标准", "价格为$5$"])
def test_not_a_marker(text: str) -> None:
    """An open comment and signs in other use stay where they are."""
    found = document(text)

    assert found.asides == ()
    assert found.text == text + "\n"


def test_where_a_marker_stood() -> None:
    """Its place in the logical text is between the words around it, or at the end."""
    text = "切实##paidbegin##加强监管。##paidend##"

    assert [aside.at for aside in document(text).asides] == [2, 7]


@pytest.mark.parametrize("line", ["— 3 —", "-12-", "第 3 页", "第3页 共12页", "3 / 12", "· 4 ·"])
def test_page_numbers(line: str) -> None:
    """A dressed number on a line of its own is no text, in any file."""
    found = document(f"全年办案六件。\n{line}\n成效明显。\n")

    assert found.text == "全年办案六件。\n成效明显。\n"
    assert [(aside.kind, aside.text) for aside in found.asides] == [("page-number", line)]


@pytest.mark.parametrize("line", ["12", "2023", "3.5", "—", "第3页的内容"])
def test_no_page_number(line: str) -> None:
    """A bare number may be a cell of a table."""
    assert document(f"全年办案六件。\n{line}\n成效明显。\n").asides == ()


@pytest.mark.parametrize(
    "unit",
    [
        "全年完成投资，",
        "2023 年 ",
        "| a ",
        "##paidbegin## ",
        "<!-- a --> 乙 ",
        "<!--",
        "一、",
        "1.",
        "**",
        "。",
        "\f",
        "甲\t乙\n",
        "1.抓学习。全员参加。\n",
    ],
)
@pytest.mark.parametrize("medium", ["plain", "markdown"])
def test_time_grows_with_length(unit: str, medium: str) -> None:
    """A million characters, in one line or in many, take seconds: nothing looks at a character again for each other one."""
    text = unit * (1_000_000 // len(unit))
    start = time.process_time()
    document(text, medium)

    assert time.process_time() - start < 20
