"""What the offices of a county ask of their reports beside what reportlint knows."""

from __future__ import annotations

from pathlib import Path

from reportlint import Kind, Rule, hookimpl, kinds_in, rules_in

HERE = Path(__file__).parent


@hookimpl
def reportlint_rules() -> list[Rule]:
    """The rules in the files of rules/."""
    return rules_in(HERE / "rules")


@hookimpl
def reportlint_kinds() -> list[Kind]:
    """The kinds of reports in kinds/."""
    return kinds_in(HERE / "kinds")
