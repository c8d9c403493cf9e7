"""Marks of secrecy, in the shapes and places in which they stand on paper."""

from __future__ import annotations

import pytest

from reportlint.testing import findings
from reportlint_rules.privacy.secrecy_mark import rule

BODY = "关于法治政府建设情况的报告\n一、主要做法\n全年开展培训，覆盖各个科室，严格落实保密制度和国家秘密管理要求。\n"
MARKS = (
    "机密★1年", "秘密★", "绝密★长期", "秘密级★2年", "机密 ★ 1年", "密级：机密", "内部资料 注意保存", "内部资料，请勿外传", "内部使用 不得外传",
    "内部文件 严禁外传", "注意保存 内部资料", "仅供内部参考", "此件不公开",
)  # fmt: skip


def found(text: str) -> list[str]:
    return [f.text for f in findings(rule, text)]


@pytest.mark.parametrize("mark", MARKS)
def test_in_a_line_of_its_own(mark: str) -> None:
    assert found(f"{mark}\n{BODY}") == [mark]
    assert found(f"{BODY}{mark}\n") == [mark]
    assert found(f"{BODY}{mark}\n二、下一步打算\n继续加强学习培训，提高依法办事能力。\n") == [mark]


def test_inside_a_line() -> None:
    assert found("关于法治政府建设情况的报告（内部资料 注意保存）\n") == ["内部资料 注意保存"]
    assert found(BODY + "机密★1年 工作简报2023年第5期\n") == ["机密★1年"]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "标注“内部资料 注意保存”字样，密级写作“机密★1年”。",
        "规定内部资料不得外传，内部文件注意保存。",
        "公开\n秘密\n机密\n绝密\n",
        "（此件公开发布）",
        "内部控制、内部审计、内部监督制度健全。",
    ],
)
def test_secrecy_as_a_subject(text: str) -> None:
    assert found(text) == []
