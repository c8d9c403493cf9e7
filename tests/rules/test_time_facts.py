"""Anachronisms, stale references and periods: what the examples of the rules cannot show."""

from __future__ import annotations

import pytest

from reportlint.rule import Rule
from reportlint.testing import findings
from reportlint_rules.years import anachronism, period_mismatch, stale_reference

_REPORT = "青禾区民政局关于{year}年度法治政府建设情况的报告\n一、主要举措和成效\n{done}\n二、存在的不足和原因\n人手少，主要是编制少。\n三、第一责任人履职情况\n局长带头述法。\n四、{next}年主要安排\n{plan}\n{issue}"


def found(rule: Rule, year: int, *, done: str = "办案五件。", plan: str = "补充人员。", issue: str = "") -> list[tuple[str, str]]:
    text = _REPORT.format(year=year, next=year + 1, done=done, plan=plan, issue=issue)
    return [(f.text, f.severity.label) for f in findings(rule, text)]


def test_a_congress_that_was_not_yet() -> None:
    assert found(anachronism.rule, 2021, done="深入学习贯彻党的二十大精神。") == [("党的二十大", "error")]
    assert found(anachronism.rule, 2022, done="深入学习贯彻党的二十大精神。") == []
    assert found(anachronism.rule, 2021, plan="学习宣传贯彻党的二十大精神。") == []
    assert found(anachronism.rule, 2020, plan="学习宣传贯彻党的二十大精神。") == [("党的二十大", "error")]


@pytest.mark.parametrize(
    "text", ["以优异成绩迎接党的二十大胜利召开。", "为党的二十大献礼。", "做好党的二十大安保工作。", "实施二十大工程。"]
)
def test_looking_ahead_is_not_telling(text: str) -> None:
    assert found(anachronism.rule, 2021, done=text) == []


def test_the_date_of_issue_counts() -> None:
    late = "青禾区民政局\n2024年8月20日\n"
    assert found(anachronism.rule, 2023, done="学习贯彻党的二十届三中全会精神。") == [("二十届三中全会", "error")]
    assert found(anachronism.rule, 2023, done="学习贯彻党的二十届三中全会精神。", issue=late) == []


def test_unverified_dates_are_no_errors() -> None:
    assert found(anachronism.rule, 2019, done="学习贯彻党的十九届五中全会精神，深刻领悟“两个确立”。") == [
        ("十九届五中全会", "warning"),
        ("“两个确立”", "warning"),
    ]


def test_plans_before_their_time() -> None:
    assert found(anachronism.rule, 2023, done="按照“九五”普法规划要求开展普法。") == [("“九五”", "error")]
    assert found(anachronism.rule, 2024, done="谋划“十五五”规划，做好“九五”普法规划编制准备。") == []
    assert found(anachronism.rule, 2025, plan="实施“九五”普法规划。") == []


def test_laws_before_their_time() -> None:
    assert found(anachronism.rule, 2018, done="宣传《民法典》和《劳动法》。") == [("《民法典》", "error")]
    assert found(anachronism.rule, 2018, done="就《民法典（草案）》征求意见。") == []


@pytest.mark.parametrize(
    "text", ["“七五”普法期间获评先进。", "总结“七五”普法规划实施经验。", "“十三五”以来办案百件。", "落实“十三五”搬迁后续扶持。"]
)
def test_what_is_over_may_be_told(text: str) -> None:
    assert found(stale_reference.rule, 2023, done=text) == []


def test_what_is_over_is_no_guide() -> None:
    assert found(stale_reference.rule, 2023, done="深入实施“七五”普法规划。") == [("“七五”普法", "warning")]
    assert found(stale_reference.rule, 2023, done="全面贯彻党的十九大精神。") == [("党的十九大", "warning")]
    assert found(stale_reference.rule, 2023, done="全面贯彻党的十九大、二十大精神。") == []
    assert found(stale_reference.rule, 2023, done="学习党的十九届六中全会精神。") == [("党的十九届六中全会", "warning")]
    assert found(stale_reference.rule, 2023, done="按照“七五”普法规划的要求完成任务。") == [("“七五”普法", "warning")]
    assert found(stale_reference.rule, 2023, done="今年是“七五”普法的攻坚之年。") == [("“七五”普法", "warning")]
    assert found(stale_reference.rule, 2021, done="2020年是“七五”普法收官之年。") == []
    assert found(stale_reference.rule, 2021, done="开展第七个国家宪法日活动。") == [("七个国家宪法日", "warning")]
    assert found(stale_reference.rule, 2021, done="开展第八个国家宪法日活动。") == []


_HALF = "青禾县财政局2023年上半年工作总结\n一、主要工作\n{}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年度我局主要负责同志带头开展宣讲。", ["2023年度"]),
        ("上半年开展检查，全年累计办理信访18件。", ["全年"]),
        ("一年来，开展宣讲8次。2023年，全年受理申请9件。", ["一年来", "全年"]),
        ("截至12月底，办理信访18件；力争截至12月底办理40件，截至6月底完成过半。", ["截至12月底"]),
        ("印发2023年度普法计划，2023年度预算执行良好，争取全年完成8件。", []),
        ("2022年度考核优秀，2022年，全年办理信访18件。", []),
    ],
)
def test_the_whole_year_in_half_a_year(text: str, expected: list[str]) -> None:
    assert [f.text for f in findings(period_mismatch.rule, _HALF.format(text))] == expected
