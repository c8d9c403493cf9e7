"""Comments in Markdown: what they silence, and what is said about those that are of no use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

RULES = "P001,M001"


def concise(cli: Cli, *arguments: str, rules: str = RULES) -> list[str]:
    """The lines of the output without the message."""
    return [" ".join(line.split(" ")[:3]) for line in cli("--output-format", "concise", *arguments, rules=rules).out.splitlines()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<!-- reportlint-ignore P001 模板示例 -->\n指导XX镇。\n\n指导XX乡。\n", ["a.md:4:3: error P001"]),
        ("<!-- reportlint-ignore P001 模板示例 -->\n\n指导XX镇。\n\n指导XX乡。\n", ["a.md:5:3: error P001"]),
        ("指导XX镇。<!-- reportlint-ignore P001 模板示例 -->\n\n指导XX乡。\n", ["a.md:3:3: error P001"]),
        ("指导<!-- reportlint-ignore P001 模板示例 -->XX镇。\n\n指导XX乡。\n", ["a.md:3:3: error P001"]),
        ("指导XX镇。<!-- 待核 --> <!-- reportlint-ignore P001 模板示例 -->\n\n指导XX乡。\n", ["a.md:3:3: error P001"]),
        ("> <!-- reportlint-ignore P001 模板示例 -->\n> 指导XX镇。\n\n指导XX乡。\n", ["a.md:4:3: error P001"]),
        ("- <!-- reportlint-ignore P001 模板示例 --> 指导XX镇。\n- 指导XX乡。\n", ["a.md:2:5: error P001"]),
        ("| 单位 | 件数 |\n|---|---|\n| XX镇 | 3 | <!-- reportlint-ignore P001 模板示例 -->\n| XX乡 | 4 |\n", ["a.md:4:3: error P001"]),
        ("<!-- reportlint-ignore P001 模板示例 -->\n## 一、XX镇工作情况\n\n指导XX乡。\n", ["a.md:4:3: error P001"]),
        ("<!-- reportlint-ignore placeholder-mask: 模板示例 -->\n指导XX镇。\n", []),
        ("<!-- reportlint-ignore P -- 模板示例 -->\n指导XX镇。\n", []),
        ("<!--reportlint-ignore P001，M001 模板示例-->\n指导XX镇##paidbegin##。\n", []),
        ("<!-- reportlint-ignore P001 M001 模板示例 -->\n指导XX镇##paidbegin##。\n", []),
        ("<!-- reportlint-ignore M001 模板示例 -->\n##paidbegin##\n指导群众。\n\n##paidend##\n", ["a.md:5:1: error M001"]),
        (
            "<!-- reportlint-disable P001 以下为样本 -->\n指导XX镇。\n\n指导XX乡。\n<!-- reportlint-enable P001 -->\n\n指导XX村。\n",
            ["a.md:7:3: error P001"],
        ),
        ("指导XX镇。\n\n<!-- reportlint-disable P001 以下为样本 -->\n指导XX乡。\n\n指导XX村。\n", ["a.md:1:3: error P001"]),
        ("指导XX镇。\n\n指导XX乡。\n\n<!-- reportlint-ignore-file P001 全文为样本 -->\n", []),
    ],
)
def test_what_a_comment_silences(cli: Cli, write: Write, text: str, found: list[str]) -> None:
    write({"a.md": text})

    assert concise(cli, "a.md") == found


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("<!-- reportlint-ignore P001 -->", "a suppression without a reason does not hold"),
        ("<!-- reportlint-ignore P001 ： -->", "a suppression without a reason does not hold"),
        ("<!-- reportlint-ignore 模板示例 -->", "not understood; write <!-- reportlint-ignore RULE REASON -->"),
        ("<!-- reportlint-ignroe P001 模板示例 -->", "not understood; write <!-- reportlint-ignore RULE REASON -->"),
        ("<!-- reportlint: ignore P001 -->", "not understood; write <!-- reportlint-ignore RULE REASON -->"),
        ("<!-- reportlint-ignore P999 模板示例 -->", "the suppression does not hold: no rule P999"),
        ("<!-- reportlint-ignore E001 模板示例 -->", "E001 is mandatory and cannot be suppressed"),
        ("<!-- reportlint-enable P001 -->", "nothing was disabled before that this enables"),
        ("<!-- reportlint-ignore M001 模板示例 -->", "nothing here is suppressed for M001"),
    ],
)
def test_a_comment_that_does_not_hold(cli: Cli, write: Write, comment: str, message: str) -> None:
    """The finding stays, and the comment is told at its place."""
    write({"a.md": f"# 工作情况\n\n{comment}\n指导XX镇。\n"})

    said, found = cli("--output-format", "concise", "a.md", rules=RULES).out.splitlines()

    assert said.startswith(f"a.md:3:1: warning E004 {message}")
    assert found.startswith("a.md:4:3: error P001")


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- reportlint-ignore P001 示例 -->\n```\n指导XX镇。\n",
        "~~~html\n<!-- reportlint-disable P001 示例 -->\n~~~\n\n指导XX镇。\n",
        "写作`<!-- reportlint-ignore P001 示例 -->`，指导XX镇。\n",
        "写作``<!-- reportlint-ignore-file P001 `示例` -->``。\n\n指导XX镇。\n",
    ],
)
def test_an_example_of_a_comment_is_none(cli: Cli, write: Write, text: str) -> None:
    """In a code block or between backticks it is neither obeyed nor complained about."""
    write({"a.md": text})

    (found,) = concise(cli, "a.md")

    assert found.endswith("error P001")


def test_text_files_carry_no_comments(cli: Cli, write: Write) -> None:
    """Everybody would see them there."""
    write({"a.txt": "<!-- reportlint-ignore P001 模板示例 -->\n指导XX镇。\n"})

    assert cli("--output-format", "concise", "a.txt", rules=RULES).out.splitlines() == [
        "a.txt:1:1: warning E004 comments are obeyed in Markdown and HTML only: use reportlint ignore here, and delete the comment",
        "a.txt:2:3: error P001 “XX镇” is a placeholder: the real name is missing",
    ]


PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>某局工作情况</title></head><body><h1>某局2023年工作情况</h1>
<!-- reportlint-ignore P001 样本 -->
<p>指导XX镇规范执法。</p>
<p>指导XX乡规范执法。<!-- reportlint-ignore P001 样本 --></p>
<p>指导XX社区规范执法。</p>
<ul><!-- reportlint-ignore P001 样本 --><li>指导XX街道。</li><li>指导XX村组。</li></ul>
<!-- reportlint-disable P001 样本 --><p>指导XX县。</p><p>指导XX市。</p><!-- reportlint-enable P001 -->
<pre>&lt;!-- reportlint-ignore P001 举例 --&gt;</pre>
<p>指导XX区。</p><!-- reportlint-ignore M001 没有 -->
</body></html>
"""


def test_html(cli: Cli, write: Write) -> None:
    """The same in a web page, where comments are no part of the text."""
    pytest.importorskip("lxml", reason="web pages are read with an extra")
    write({"a.html": PAGE})

    outcome = cli("-f", "concise", "a.html", rules=RULES)

    assert [line.split(": ", 1)[1].split(" ")[1] for line in outcome.out.splitlines()] == ["P001", "P001", "P001", "E004"], outcome
    assert [name for name in ("镇", "乡", "社区", "街道", "村", "县", "市", "区") if f"XX{name}”" in outcome.out] == [
        "社区",
        "村",
        "区",
    ]


def test_what_a_comment_says_is_not_read_as_the_report(cli: Cli, write: Write) -> None:
    write({"a.md": "# 工作情况\n\n<!-- reportlint-ignore-file P001 指导XX镇、二〇二三年XX乡的样本 -->\n\n指导XX村。\n"})

    outcome = cli("a.md", "--output-format", "concise", rules=RULES)

    assert (outcome.code, outcome.out) == (0, "")


def test_a_part_that_is_missing_is_silenced_for_the_file(cli: Cli, write: Write) -> None:
    write({"a.md": "# 临溪县财政局2023年工作总结\n\n<!-- reportlint-ignore-file S001 另文报送 -->\n\n## 一、主要工作\n\n全年办案六件。\n"})

    assert concise(cli, "a.md", "--kind", "law-based-government", rules="S001") == []
    assert set(concise(cli, "a.md", "--kind", "law-based-government", "--no-suppressions", rules="S001")) == {"a.md:1:1: error S001"}


def test_rules_that_did_not_run_are_not_judged(cli: Cli, write: Write) -> None:
    """A run over a part of the rules says nothing about the others."""
    write({"a.md": "<!-- reportlint-ignore P001,C001 模板示例 -->\n全年办案六件。\n"})

    assert concise(cli, "a.md", rules="M001") == []
    assert concise(cli, "a.md", rules="P001") == ["a.md:1:1: warning E004"]


def test_rules_that_compare_reports_are_judged_by_the_whole_run(cli: Cli, write: Write) -> None:
    """Only a run over the folder can tell that there is no copy."""
    text = "# 工作情况\n\n<!-- reportlint-ignore-file C001 联合报送 -->\n\n" + "".join(
        f"第{n}季度开展执法检查{n}次，发现问题{n * 7}个，全部督促整改到位，并向社会公布了检查的结果。\n\n" for n in range(1, 9)
    )
    write(
        {
            "a.md": text.replace("<!--", "<!-- x "),
            "b.md": text,
            "c.md": text.replace("执法检查", "政策宣讲").replace("发现问题", "走访企业").replace("整改", "办理"),
        }
    )

    folder = concise(cli, ".", rules="C001")
    files = concise(cli, "a.md", "b.md", "c.md", rules="C001")

    assert folder == ["c.md:3:1: warning E004"]
    assert files == []


def test_fix_leaves_what_is_silenced(cli: Cli, write: Write, folder: object) -> None:
    text = "<!-- reportlint-ignore M001 留作证据 -->\n切实##paidbegin##加强。\n\n切实##paidbegin##改进。\n"
    write({"a.md": text})

    cli("--fix", "a.md")

    from pathlib import Path

    assert Path(str(folder), "a.md").read_text(encoding="utf-8") == text.replace("切实##paidbegin##改进", "切实改进")
