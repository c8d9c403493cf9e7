"""What Markdown adds: code, comments and front matter are set aside, marks of headings and lists are read."""

from __future__ import annotations

import pytest

from reportlint import Document, Source
from reportlint.outline import outline
from reportlint.readers import parse, read


def document(text: str) -> Document:
    return parse(Source("a.md", text, "utf-8", "markdown"))


@pytest.mark.parametrize(("path", "medium"), [("a.md", "markdown"), ("a.MARKDOWN", "markdown"), ("a.txt", "plain"), ("a", "plain")])
def test_by_file_name(path: str, medium: str) -> None:
    """The ending says how a file is read."""
    assert read(path, "报告".encode()).source.medium == medium


def test_headings_and_lists() -> None:
    """Marks go with the kind of their line, and numbers count under the marks."""
    text = "# 工作报告\n\n## 一、主要工作\n\n全年办案六件。\n\n### （一）学习\n\n- 集中学\n* 个人学\n\n**二、存在问题**\n\n> 摘自通报\n"
    found = document(text)

    assert [(block.kind, found.read(block.span)) for block in found.blocks] == [
        ("title", "# 工作报告"),
        ("heading", "## 一、主要工作"),
        ("paragraph", "全年办案六件。"),
        ("heading", "### （一）学习"),
        ("list-item", "集中学"),
        ("list-item", "个人学"),
        ("heading", "**二、存在问题**"),
        ("quote", "摘自通报"),
    ]
    assert [(section.title, section.depth) for section in outline(found)] == [("主要工作", 1), ("学习", 2), ("存在问题", 1)]


def test_a_numbered_heading_is_no_title() -> None:
    """A text that begins with ## 一、 has no title."""
    assert [block.kind for block in document("## 一、主要工作\n\n全年办案六件。\n").blocks] == ["heading", "paragraph"]


def test_depth_of_headings_without_numbers() -> None:
    """The marks nest them, the one at the top is the title."""
    found = document("# 报告\n\n## 主要工作\n\n### 学习\n\n全员参加。\n\n## 存在问题\n\n人手不足。\n")

    assert [(s.title, s.depth, s.parent) for s in outline(found)] == [("主要工作", 1, -1), ("学习", 2, 0), ("存在问题", 1, -1)]


@pytest.mark.parametrize(
    ("source", "asides", "text"),
    [
        ("---\ntitle: 报告\n---\n全年办案。\n", [("front-matter", "---\ntitle: 报告\n---\n")], "全年办案。\n"),
        ("+++\na = 1\n+++\n全年办案。\n", [("front-matter", "+++\na = 1\n+++\n")], "全年办案。\n"),
        ("全年办案。\n\n```\n一、样例\n```\n\n成效明显。\n", [("code", "```\n一、样例\n```")], "全年办案。\n成效明显。\n"),
        ("```\n<!-- a -->\n```\n全年办案。\n", [("code", "```\n<!-- a -->\n```")], "全年办案。\n"),
        ("全年<!-- 待改 -->办案。\n", [("comment", "<!-- 待改 -->")], "全年办案。\n"),
        ("全年办案。\n\n---\n\n成效明显。\n", [], "全年办案。\n---\n成效明显。\n"),
    ],
)
def test_set_aside(source: str, asides: list[tuple[str, str]], text: str) -> None:
    """Front matter only at the top, a marker inside code once, a rule of dashes not at all."""
    found = document(source)

    assert [(aside.kind, aside.text) for aside in found.asides] == asides
    assert found.text == text


def test_masks_are_not_emphasis() -> None:
    """Two masks in one line would be bold for Markdown."""
    assert document("培训**次，检查**次。\n").text == "培训**次，检查**次。\n"


def test_hard_wrapped() -> None:
    """A wrapped paragraph is joined, the heading under it is not."""
    lines = [
        "## 一、主要工作",
        "",
        "全面落实上级关于法治政府建设的各项部署要求，结合工作",
        "实际制定年度计划，明确牵头科室和完成时限，定期通报各",
        "项任务的进展情况，压实工作责任，推动学习培训、规范执",
        "法和政务公开等工作落地见效，群众的满意度得到提升。",
        "",
        "## 二、存在问题",
        "",
        "基层执法人员数量偏少，业务能力与新形势新任务的要求还",
        "有差距，个别案卷制作不够规范，普法宣传的形式还比较单",
        "一，对新媒体的运用不够。",
    ]

    assert document("\n".join(lines) + "\n").text.splitlines() == [
        "## 一、主要工作", "".join(lines[2:6]), "## 二、存在问题", "".join(lines[9:12]),
    ]  # fmt: skip
