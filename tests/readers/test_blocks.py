"""What each paragraph is."""

from __future__ import annotations

import pytest

from reportlint import Document, Source
from reportlint.outline import outline
from reportlint.readers import parse
from reportlint.readers.blocks import value


def document(text: str) -> Document:
    return parse(Source("a.txt", text))


def kinds(text: str) -> list[str]:
    return [block.kind for block in document(text).blocks]


BODY = "一、主要工作\n全年办理行政复议案件二十六件，答复信访事项一百余项。\n"
LEAD = "2023年，我局认真落实上级部署，扎实推进法治建设，较好完成了各项任务。"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("云岭县水利局2023年工作报告", ["title"]),
        ("云岭县水利局关于\n2023年法治政府建设情况的报告", ["title"]),
        ("云岭县水利局2023年工作报告\n（2024年1月10日）", ["title", "title"]),
        ("云岭县水利局2023年工作报告\n——在全县水利工作会议上", ["title", "title"]),
        ("云岭县水利局2023年工作报告\n县人民政府：\n" + LEAD, ["title", "addressee", "opening"]),
        ("云岭县水利局2023年工作报告\n2024年1月10日\n" + LEAD, ["title", "date", "opening"]),
        ("各位代表：\n现在，我向大会报告工作，请予审议。", ["addressee", "opening"]),
        (LEAD, ["opening"]),
        ("全年任务完成。群众满意", ["paragraph"]),
        ("附件：", ["attachment"]),
    ],
)
def test_head(head: str, expected: list[str]) -> None:
    """Title in one line or two, subtitle, date, addressee and opening; sentences are no title."""
    assert kinds(f"{head}\n{BODY}") == [*expected, "heading", "paragraph"]


@pytest.mark.parametrize(
    ("line", "label", "number", "style", "title", "run_in"),
    [
        ("一、主要工作", "一、", 1, "cjk", "主要工作", False),
        ("十二、下步打算", "十二、", 12, "cjk", "下步打算", False),
        ("二.存在问题", "二.", 2, "cjk", "存在问题", False),
        ("（三）规范执法", "（三）", 3, "cjk-paren", "规范执法", False),
        ("(三)规范执法", "(三)", 3, "cjk-paren", "规范执法", False),
        ("（三）、规范执法", "（三）", 3, "cjk-paren", "规范执法", False),
        ("（四）规范执法。开展检查六次，立案查处两件。", "（四）", 4, "cjk-paren", "规范执法", True),
        ("（五）加强制度建设，一是健全规章。二是狠抓落实。", "（五）", 5, "cjk-paren", "加强制度建设", True),
        ("1.完善制度", "1.", 1, "arabic", "完善制度", False),
        ("12、完善制度", "12、", 12, "arabic", "完善制度", False),
        ("（2）完善制度", "（2）", 2, "arabic-paren", "完善制度", False),
        ("3）完善制度", "3）", 3, "arabic-paren", "完善制度", False),
        ("①完善制度", "①", 1, "circled", "完善制度", False),
        ("第二部分 主要工作", "第二部分", 2, "part", "主要工作", False),
        ("第十章 附则", "第十章", 10, "part", "附则", False),
    ],
)
def test_numbered_heading(line: str, label: str, number: int, style: str, title: str, *, run_in: bool) -> None:
    """Number, style and words; text that goes on in the same line does not belong to the words."""
    found = document(f"{LEAD}\n{line}\n全年办理案件二十六件。\n")
    heading = found.blocks[1].heading

    assert heading is not None
    assert (heading.label, heading.number, heading.style, found.read(heading.title), heading.run_in) == (
        label,
        number,
        style,
        title,
        run_in,
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("2.5亿元已经拨付到位，其余资金年底前拨付。", "paragraph"),
        ("2023年，我局办理案件二十六件。", "paragraph"),
        ("一季度完成投资三千万元，二季度加快进度。", "paragraph"),
        ("1.营业执照复印件；", "list-item"),
        ("（2）开展检查六次，立案查处两件，收缴罚款三万元，责令整改四家企业，移送公安机关一件；", "list-item"),
        ("- 营业执照复印件", "list-item"),
        ("● 营业执照复印件", "list-item"),
        ("| 项目 | 金额 |", "table-row"),
        ("项目\t2022年\t2023年", "table-row"),
        ("> 摘自通报", "quote"),
        ("附件1：检查情况统计表", "attachment"),
        ("培训**次，检查**次，整改**处。", "paragraph"),
    ],
)
def test_other_lines(line: str, kind: str) -> None:
    """Lines with a figure, list items, rows, quotations, notes on attachments."""
    assert kinds(f"{LEAD}\n一、主要工作\n全年办理案件二十六件。\n{line}\n全年任务按期完成。\n")[3] == kind


def test_headings_without_numbers() -> None:
    """In a text where nothing is numbered, short lines over paragraphs are headings."""
    text = f"云岭县水利局2023年工作总结\n{LEAD}\n主要工作\n全年办理案件二十六件。\n存在问题\n人手不足，经费偏紧。\n"

    assert kinds(text) == ["title", "opening", "heading", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("云岭县水利局\n2024年1月10日", ["signature", "date"]),
        ("云岭县水利局\n云岭县财政局\n2024年1月10日", ["signature", "signature", "date"]),
        ("王大明\n2024年1月10日", ["signature", "date"]),
        ("云岭县水利局", ["signature"]),
        ("2024年1月10日", ["date"]),
        ("附件：检查情况统计表\n云岭县水利局\n2024年1月10日", ["attachment", "signature", "date"]),
        ("下一步，我局将继续", ["paragraph"]),
        ("执法检查的频次和覆盖", ["paragraph"]),
        ("扫一扫在手机打开当前页", ["paragraph"]),
    ],
)
def test_tail(tail: str, expected: list[str]) -> None:
    """Signatures are names of bodies, or what stands over a date; the stump of a sentence is none."""
    assert kinds(f"{LEAD}\n{BODY}{tail}\n")[3:] == expected


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("一", 1), ("十", 10), ("十一", 11), ("二十", 20), ("三十五", 35), ("一百零二", 102), ("7", 7), ("23", 23), ("⑫", 12), ("", 0)],
)
def test_value(numeral: str, number: int) -> None:
    """Numerals of headings."""
    assert value(numeral) == number


def test_outline() -> None:
    """Sections nest by the level of their numbers; the last one ends before the signature."""
    text = f"{LEAD}\n一、主要工作\n（一）学习。全员参加。\n1.集中学。每月一次。\n（二）执法\n开展检查六次。\n二、存在问题\n人手不足。\n云岭县水利局\n2024年1月10日\n"
    found = document(text)
    sections = outline(found)

    assert [(s.title, s.depth, s.parent) for s in sections] == [
        ("主要工作", 1, -1), ("学习", 2, 0), ("集中学", 3, 1), ("执法", 2, 0), ("存在问题", 1, -1),
    ]  # fmt: skip
    assert [found.text[s.start : s.end].count("\n") for s in sections] == [5, 2, 1, 2, 2]
    assert [found.text[s.body : s.end].strip() for s in sections][1:] == [
        "全员参加。\n1.集中学。每月一次。", "每月一次。", "开展检查六次。", "人手不足。",
    ]  # fmt: skip


def test_outline_of_lower_levels_only() -> None:
    """The depth comes from nesting, not from the look of the numbers."""
    sections = outline(document("（一）学习\n全员参加。\n1.集中学\n每月一次。\n（二）执法\n开展检查六次。\n"))

    assert [(s.title, s.depth) for s in sections] == [("学习", 1), ("集中学", 2), ("执法", 1)]
