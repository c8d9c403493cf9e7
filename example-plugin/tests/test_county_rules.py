"""The examples of the rules hold, and the kind of report is known with its parts."""

from __future__ import annotations

import pytest

from county_rules import reportlint_kinds, reportlint_rules
from reportlint import Rule
from reportlint.testing import lint, problems

SURVEY = "云岭县农村供水调研报告\n受局党组委托，调研组走访了九个村。\n一、调研方法和对象\n入户访谈六十户，成效显著。\n二、主要结论\n水费收缴率不足七成。\n"


@pytest.mark.parametrize("rule", reportlint_rules(), ids=lambda rule: rule.code)
def test_examples(rule: Rule) -> None:
    assert list(problems(rule, reportlint_kinds())) == []


def test_whole_report() -> None:
    """With all rules of the plug-in and those of reportlint together."""
    assert [(f.code, f.text) for f in lint(SURVEY, plugins=["county_rules"])] == [("XCTY001", "成效显著")]


def test_part_left_out() -> None:
    found = lint(SURVEY.replace("二、主要结论\n水费收缴率不足七成。\n", ""), plugins=["county_rules"])

    assert [(f.code, f.data["part"]) for f in found if f.code.startswith("S")] == [("S001", "results")]
