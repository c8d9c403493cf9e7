"""The shipped rules: what we object to. They know nothing of the linter but its public API."""

from __future__ import annotations

from importlib import import_module

from reportlint import Rule, hookimpl

RULES = (
    "markers.paid_marker",
)  # fmt: skip
"""The modules of the rules, by family."""


@hookimpl
def reportlint_rules() -> list[Rule]:
    """Every shipped rule."""
    return [import_module(f"{__name__}.{name}").rule for name in RULES]
