"""Texts that break off (S015)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.settings import Settings

LINTER = Linter(load(), Settings(select=("S015",)))
EMPTY = Linter(load(), Settings(select=("S005",)))
HEAD = "云岭县水利局2023年工作报告\n2023年，我局认真落实上级部署，各项工作取得新成效。\n一、主要工作\n"
LONG = "（一）规范行政执法。全面推行执法公示制度，组织专项检查六十次，立案查处十七件。建立案卷评查机制，评查案卷四十份，通报典型问题五个"
PLAIN = "全年组织培训十二期，参训人员二百余人次，考试合格率达到百分之九十八，队伍的业务能力得到提升"


def found(text: str) -> list[str]:
    return [finding.text for finding in LINTER.check_bytes("report.txt", text.encode()).findings]


@pytest.mark.parametrize("paragraph", [LONG, PLAIN])
@pytest.mark.parametrize(
    "behind", ["二、存在问题\n人手不足。\n", "（二）加强监督\n公开透明。\n", "云岭县水利局\n2024年1月5日\n", "附件：统计表\n", ""]
)
def test_a_paragraph_without_an_end(paragraph: str, behind: str) -> None:
    """Before a heading, a signature, an attachment, and at the end."""
    assert found(f"{HEAD}{paragraph}\n{behind}") == [paragraph[paragraph.rindex("，") + 1 :]]
    assert found(f"{HEAD}{paragraph}。\n{behind}") == []


@given(st.integers(1, len(LONG) - 1))
def test_the_tail_cut_anywhere(at: int) -> None:
    """Wherever the text is cut, this rule or the one for empty sections says so; a cut behind a full stop cannot be seen."""
    text = HEAD + "1.学习培训。" + PLAIN + "。\n" + LONG[:at] + "\n"
    findings = [*LINTER.check_bytes("a.txt", text.encode()).findings, *EMPTY.check_bytes("a.txt", text.encode()).findings]

    if len(LONG[:at].strip("（一）")) > 1 and not LONG[:at].endswith("。"):
        assert len(findings) == 1
        assert findings[0].span.end > text.index(LONG[:5])


@pytest.mark.parametrize(
    "end",
    [
        "群众较为满意。",
        "“群众的事无小事。”",
        "群众较为满意（满意率为百分之九十八）。",
        "群众较为满意。（责任单位：法规股、办公室）",
        "群众较为满意。\n（以上数据截至年底。联系人：办公室）",
        "群众较为满意！",
        "群众较为满意。\n相关报道：",
        "群众较为满意。\n责任编辑：办公室",
        "群众较为满意。\n扫一扫在手机打开当前页",
        "群众较为满意。\n联系电话：0000-0000000，传真：0000-0000001",
        "群众较为满意。\n　　　　　　　　二〇二四年一月五日",
        "群众较为满意。\n1.统计表\n2.汇总表",
        "群众较为满意。\n| 项目 | 金额 |\n| 收入 | 35 |",
        "群众较为满意。\n项目\t收入\t支出",
    ],
)
def test_complete(end: str) -> None:
    """Final marks, notes, labels, notices of the page, dates, lists and tables."""
    assert found(f"{HEAD}各项任务按期完成，{end}\n") == []


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("下一步，我局将", "我局将"),
        ("按照《法治政府建设实施纲要", "法治政府建设实施纲要"),
        ("落实“三项制度”", "三项制度”"),
        ("办理案件二十六件，", "办理案件二十六件"),
        ("同时加强督...", "同时加强督"),
        ("群众较为满意，主要表现在以下三个方面：", "主要表现在以下三个方面"),
        ("同比增长18.", "同比增长18"),
    ],
)
def test_unfinished(end: str, words: str) -> None:
    """Open marks, commas, dots, and a colon after which nothing follows."""
    assert found(f"{HEAD}各项任务按期完成。{end}\n") == [words]
