"""Which rules run: --select, --ignore, --extend-select and the per-file ignores."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from reportlint.errors import UsageError
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.rule import Rule


def check_names(names: Iterable[str], rules: Sequence[Rule], where: str) -> None:
    """Raise UsageError, with what may have been meant, for a name that is no rule's code, prefix of codes, or name."""
    for name in names:
        if name != "ALL" and not any(_matches(rule, name) for rule in rules):
            known = [rule.code for rule in rules] + [rule.name for rule in rules]
            near = get_close_matches(name, known, 1)
            raise UsageError(
                Bilingual(
                    f"{where}：没有规则 {name}" + (f"，是否指 {near[0]}？" if near else "；`reportlint rules` 列出全部规则"),
                    f"{where}: no rule {name}" + (f", did you mean {near[0]}?" if near else "; `reportlint rules` lists them"),
                )
            )


def selected(
    rules: Sequence[Rule], select: Sequence[str] | None, extend_select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """The rules to run. `select` None means those on by default.

    Of what selects a rule and what ignores it the more precise wins, as in ruff: a name or whole code, then the
    longer prefix; a draw goes to ignoring. Rules that are always on stay.
    """
    chosen = []
    for rule in rules:
        default = 0 if select is None and rule.default == "on" else -1
        yes = max([default, *(_precision(rule, name) for name in (*(select or ()), *extend_select))])
        no = max([-1, *(_precision(rule, name) for name in ignore)])
        if rule.default == "always" or yes > no:
            chosen.append(rule)
    return tuple(chosen)


def _matches(rule: Rule, name: str) -> bool:
    return rule.name == name or rule.code.startswith(name)


def _precision(rule: Rule, name: str) -> int:
    """How precisely `name` means `rule`: -1 not at all, 0 all rules, then the length of the prefix."""
    if name == "ALL":
        return 0
    if rule.name == name:
        return 99
    return len(name) if name and rule.code.startswith(name) else -1
