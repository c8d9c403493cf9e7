"""Which rules run: --select, --ignore, --extend-select and the per-file ignores."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.errors import UsageError, guess
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from reportlint.rule import Rule


class Selection(NamedTuple):
    """What one place says about which rules run."""

    select: tuple[str, ...] | None = None
    """None means: as before, at first those on by default."""
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def check_names(names: Iterable[str], rules: Sequence[Rule], where: str) -> None:
    """Raise UsageError, with what may have been meant, for a name that no rule goes by (see `precision`)."""
    for name in names:
        wrong = unknown(name, rules)
        if wrong:
            raise UsageError(Bilingual(f"{where}：{wrong.zh}", f"{where}: {wrong.en}"))


def unknown(name: str, rules: Sequence[Rule]) -> Bilingual | None:
    """That no rule goes by `name`, and what may have been meant; None when one does."""
    if any(precision(rule, name) >= 0 for rule in rules):
        return None
    known = [known for rule in rules for known in (rule.code, rule.name, rule.title.zh)]
    rest = guess(name, known, Bilingual("；reportlint rules 列出全部规则", "; reportlint rules lists them"))
    return Bilingual(f"没有规则 {name}{rest.zh}", f"no rule {name}{rest.en}")


DEFAULT_ON = ("on",)
POSSIBLE = ("on", "off")
"""Defaults of rules that may run if a kind of report switches them on."""


def selected(
    rules: Sequence[Rule],
    select: Sequence[str] | None,
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    defaults: Collection[str] = DEFAULT_ON,
) -> tuple[Rule, ...]:
    """The rules to run. `select` None means those whose default is one of `defaults`.

    Of what selects a rule and what ignores it the more precise wins, as in ruff: a name or whole code, then the
    longer prefix; a draw goes to ignoring. Rules that are always on stay.
    """
    layer = Selection(None if select is None else tuple(select), tuple(extend_select), tuple(ignore))
    return tuple(rule for rule in rules if rule.default == "always" or runs(rule, layer, before=rule.default in defaults))


def layered(rules: Sequence[Rule], layers: Iterable[Selection], defaults: Collection[str] = DEFAULT_ON) -> tuple[str, ...]:
    """The codes of the rules to run after each of `layers` has had its say, the last one having the last word."""
    chosen = {rule.code for rule in rules if rule.default in defaults}
    for layer in layers:
        chosen = {rule.code for rule in rules if runs(rule, layer, before=rule.code in chosen)}
    return tuple(sorted(chosen))


def runs(rule: Rule, layer: Selection, *, before: bool) -> bool:
    """Whether `rule` runs after `layer` has had its say; `before`: whether it did so far."""
    default = 0 if layer.select is None and before else -1
    yes = max([default, *(precision(rule, name) for name in (*(layer.select or ()), *layer.extend_select))])
    return yes > max([-1, *(precision(rule, name) for name in layer.ignore)])


def precision(rule: Rule, name: str) -> int:
    """How precisely `name`, a code, prefix of codes, name or Chinese title, means `rule`.

    -1 not at all, 0 all rules, then the length of the prefix.
    """
    if name == "ALL":
        return 0
    if name in (rule.name, rule.title.zh):
        return 99
    return len(name) if name and rule.code.startswith(name.upper()) else -1
