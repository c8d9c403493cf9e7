"""Names left over in masked texts, and the list of names behind it."""

from __future__ import annotations

import pytest

from reportlint.testing import findings
from reportlint_rules.privacy.places import full_names, places
from reportlint_rules.privacy.redaction_leak import rule

MASKED = "XX县财政局2023年法治工作总结\nXX县财政局局长XXX带头学法，XX县成绩突出。\n"
NAMELESS = "县财政局2023年法治工作总结\n2023年，县财政局认真履行职责。\n"


def found(text: str) -> list[str]:
    return [f.text for f in findings(rule, text)]


def test_list_of_names() -> None:
    known = places()
    assert "佛冈县" in known.full and "和安县" in known.full and "恩施土家族苗族自治州" in known.full
    assert {"佛冈", "连山", "恩施"} & (known.counties | known.cities | known.others) == {"佛冈", "连山", "恩施"}
    assert "市辖区" not in known.full and "朝阳" not in known.counties and "北京市" not in known.full
    text = "广东省清远市佛冈县财政局"
    assert [text[a:b] for a, b in full_names(text, places().full)] == ["清远市", "佛冈县"]


@pytest.mark.parametrize("head", [MASKED, NAMELESS])
@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("推进法治佛冈建设。", "佛冈"),
        ("推进平安佛冈、清廉机关建设。", "佛冈"),
        ("推进法治朝阳建设。", "朝阳"),
        ("印发《佛冈县财政局工作规则》。", "佛冈县"),
        ("落实清远市佛冈县部署。", "清远市佛冈县"),
        ("“佛冈发布”推送信息。", "佛冈"),
    ],
)
def test_own_place(head: str, sentence: str, name: str) -> None:
    assert found(head + sentence) == [name]


@pytest.mark.parametrize("head", [MASKED, NAMELESS])
@pytest.mark.parametrize(
    "sentence",
    [
        "赴浙江省安吉县考察，学习安吉县做法。",
        "与佛冈县开展对口协作。",
        "执行《广州市依法行政条例》。",
        "推进法治中国、法治广东、平安中国、美丽新宁夏建设。",
        "推进法治文明、法治平安建设，朝阳产业发展。",
        "佛冈县甲。佛冈县乙。佛冈县丙。佛冈县丁。",
    ],
)
def test_other_places(head: str, sentence: str) -> None:
    assert found(head + sentence) == []


def test_a_text_that_names_its_place() -> None:
    assert found("佛冈县财政局2023年法治工作总结\n推进法治佛冈建设，慰问某企业。") == []


def test_persons() -> None:
    assert found(MASKED + "副局长李建军主持会议，局长任组长，书记方案审定，主任高度重视。") == ["李建军"]
    assert found(NAMELESS + "副局长李建军主持会议。") == []
