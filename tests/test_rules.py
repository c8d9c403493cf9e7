"""Every rule does what its own page says."""

from __future__ import annotations

import pytest

from reportlint.plugins import load
from reportlint.rule import Rule
from reportlint.testing import problems

RULES = [rule for rule in load().rules if rule.code not in {"E001", "E002", "E003", "E004", "E006", "E007"}]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_examples_and_page(rule: Rule) -> None:
    """Good examples are silent, bad ones give exactly the marked findings, and the page is complete."""
    assert list(problems(rule)) == []
