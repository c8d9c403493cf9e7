"""What holds for one report: the defaults, under its configuration, under what that says about its path, under the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reportlint.config.config import Config, Override
from reportlint.finding import Severity
from reportlint.patterns import Patterns, rooted
from reportlint.sections import SectionIgnore, split_address
from reportlint.select import POSSIBLE, Selection, layered, precision
from reportlint.settings import Settings

if TYPE_CHECKING:
    from reportlint.plugins import Registry
    from reportlint.rule import Rule

T = TypeVar("T")


class Given(NamedTuple):
    """What the command line says about how to check; None and nothing: it does not say."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    mandatory: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    kind: str | None = None
    year: int | None = None
    fail_on: str | None = None


class Resolved(NamedTuple):
    """What holds for a report."""

    settings: Settings
    fail_on: Severity | None
    """The lowest severity that makes the run fail; None: none does."""


class Resolver:
    """Gives reports for which the same holds the same `Resolved`, so that each is made once."""

    def __init__(self, registry: Registry, given: Given) -> None:
        self._registry = registry
        self._given = given
        self._paths: dict[int, PathRules] = {}
        self._known: dict[tuple[int, ...], Resolved] = {}

    def of(self, path: str, config: Config) -> Resolved:
        """What holds for the report `path`, whose configuration is `config`."""
        by_path = self._paths.get(id(config))
        if by_path is None:
            by_path = self._paths[id(config)] = PathRules.of(config, self._given)
        matching = by_path.matching(path) if by_path else ()
        key = (id(config), *matching)
        resolved = self._known.get(key)
        if resolved is None:
            overrides = [config.overrides[i] for i in matching if i < len(config.overrides)]
            ignored = [ignore for i, ignore in enumerate(by_path.ignores, len(config.overrides)) if i in matching]
            resolved = self._known[key] = self._resolved(config, overrides, ignored)
        return resolved

    def _resolved(self, config: Config, overrides: list[Override], ignored: list[SectionIgnore]) -> Resolved:
        given = self._given
        on_command_line = Selection(given.select, given.extend_select, given.ignore)
        per_file = [Selection(ignore=ignore.rules) for ignore in ignored if not ignore.address]
        layers = [config.selection, *(override.selection for override in overrides), on_command_line, *per_file]
        severities = [config.severity, *(override.severity for override in overrides), given.severity]
        kind = _last(config.kind, *(override.kind for override in overrides))
        year = _last(config.year, *(override.year for override in overrides))
        fail_on = given.fail_on or config.fail_on or Severity.ERROR.label
        standard = Settings()
        rules = self._registry.of((*config.plugins, *config.rules))
        mandatory = frozenset(rule.code for name in (*config.mandatory, *given.mandatory) for rule in rules if precision(rule, name) >= 0)
        whatever = [layer._replace(ignore=()) for layer in layers] if mandatory else []
        settings = Settings(
            select=(*layered(rules, layers), *mandatory.intersection(layered(rules, whatever))),
            possible=(*layered(rules, layers, POSSIBLE), *mandatory.intersection(layered(rules, whatever, POSSIBLE))),
            kind=self._kind(given.kind or kind),
            kind_origin="option" if given.kind else "configuration",
            year=given.year or year,
            year_origin="option" if given.year else "configuration",
            severities=_severities(rules, severities),
            parts=config.kinds,  # type: ignore[arg-type]  # the kinds themselves check what is inside
            facts=config.facts,
            mandatory=mandatory,
            sections=tuple(ignore for ignore in ignored if ignore.address),
            rule_timeout=config.rule_timeout or standard.rule_timeout,
            max_bytes=config.max_bytes or standard.max_bytes,
            limits=config.limits,
        )
        return Resolved(settings, None if fail_on == "never" else Severity.named(fail_on))

    def _kind(self, name: str | None) -> str | None:
        """The name of the kind that is called `name`."""
        kind = self._registry.kind_called(name) if name else None
        return kind.name if kind else name


class PathRules(NamedTuple):
    """What a configuration and the command line say about single paths, as patterns."""

    patterns: tuple[tuple[Patterns, bool], ...]
    """First those of the overrides, then those of `ignores`; whether the pattern is turned round by a ``!``."""
    ignores: tuple[SectionIgnore, ...]
    """The rules of the per-file ignores; without an address they are about the whole file."""

    @classmethod
    def of(cls, config: Config, given: Given) -> PathRules:
        """Those of `config`, then those of the command line."""
        overrides = [(Patterns(config.root, rooted(config.root, override.paths)), False) for override in config.overrides]
        here = os.getcwd()
        ignores = [(config.root, *item) for item in config.per_file_ignores.items()] + [(here, *item) for item in given.per_file_ignores]
        split = [(root, *split_address(line), line, codes) for root, line, codes in ignores]
        patterns = [(Patterns(root, rooted(root, [path.removeprefix("!")])), path.startswith("!")) for root, path, *_ in split]
        return cls((*overrides, *patterns), tuple(SectionIgnore(address, codes, line) for _, _, address, line, codes in split))

    def matching(self, path: str) -> tuple[int, ...]:
        """The indexes of the patterns that are about `path`."""
        if not self.patterns:
            return ()
        absolute = os.path.abspath(path)
        return tuple(i for i, (patterns, turned) in enumerate(self.patterns) if patterns.cover(absolute) != turned)


def _last(*values: T | None) -> T | None:
    return next((value for value in reversed(values) if value is not None), None)


def _severities(rules: Iterable[Rule], layers: Iterable[Mapping[str, Severity]]) -> dict[str, Severity]:
    """The severity of each rule that one is given for; in one layer the most precise name counts."""
    levels: dict[str, Severity] = {}
    for layer in layers:
        for rule in rules if layer else ():
            name = max(layer, key=lambda name: precision(rule, name))
            if precision(rule, name) >= 0:
                levels[rule.code] = layer[name]
    return levels
