"""Find and load plug-ins: the shipped ones through the same hooks as anybody's."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

import pluggy

from reportlint import hookspecs
from reportlint.errors import UsageError
from reportlint.rule import Rule
from reportlint.structure.store import load_kinds
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from reportlint.structure.kind import Kind

GRAMMARS = "reportlint_grammar"
BUILTIN = ("reportlint.trouble", GRAMMARS, "reportlint_rules")
ENTRY_POINTS = "reportlint"


class PluginError(UsageError):
    """A plug-in or folder of grammars cannot be used."""

    def __init__(self, name: str, message: Bilingual) -> None:
        """`name` is the one in the configuration."""
        super().__init__(message)
        self.name = name


class Registry(NamedTuple):
    """All that plug-ins contributed."""

    rules: tuple[Rule, ...]
    """Sorted by code."""
    kinds: tuple[Kind, ...]
    facts: tuple[Callable[[Mapping[str, object]], str | None], ...] = ()
    """See `hookspecs.reportlint_facts`."""

    def kind_called(self, name: str) -> Kind | None:
        """The kind of report with this name or Chinese title, or None."""
        return next((kind for kind in self.kinds if name in (kind.name, kind.title.zh)), None)


def load(names: Iterable[str] = (), grammars: Iterable[str] = ()) -> Registry:
    """The shipped plug-ins, those in `names`, and the kinds of reports in the folders `grammars`.

    A name is that of an entry point of the group ``reportlint``, or of a module.
    Raises UsageError when one fails to load, contributes nothing, or uses a code or name that is taken.
    """
    manager = pluggy.PluginManager("reportlint")
    manager.add_hookspecs(hookspecs)
    for name in (*BUILTIN, *names):
        plugin = import_module(name) if name in BUILTIN else _import(name)
        try:
            manager.register(plugin, name=name)
            manager.check_pending()
        except pluggy.PluginValidationError as error:
            raise PluginError(name, Bilingual(f"插件 {name} 有误：{error}", f"plug-in {name} is wrong: {error}")) from error
    rules: dict[str, tuple[Rule, str]] = {}
    named: dict[str, tuple[Rule, str]] = {}
    kinds: dict[str, tuple[Kind, str]] = {}
    for name, plugin in manager.list_name_plugin():
        added = 0
        for rule in _call(plugin, "reportlint_rules", name):
            if not isinstance(rule, Rule):
                raise PluginError(
                    name,
                    Bilingual(
                        f"插件 {name} 的 reportlint_rules 给出的 {rule!r} 不是 Rule",
                        f"reportlint_rules of plug-in {name} gives {rule!r}, which is no Rule",
                    ),
                )
            _add(rules, rule.code, rule, name)
            _add(named, rule.name, rule, name)
            added += 1
        for kind in _call(plugin, "reportlint_kinds", name):
            _add(kinds, kind.name, kind, name)
            added += 1
        if not added:
            raise PluginError(
                name,
                Bilingual(
                    f"插件 {name} 没有提供任何规则或文种：请检查它的 reportlint_rules / reportlint_kinds 是否带有 @hookimpl",
                    f"plug-in {name} adds no rule and no kind of report: does it mark reportlint_rules or reportlint_kinds with @hookimpl?",
                ),
            )
    for folder in grammars:
        try:
            own = load_kinds(folder, os.path.dirname(import_module(GRAMMARS).__file__ or ""))
        except UsageError as error:
            raise PluginError(folder, error.message) from error
        for kind in own:
            _add(kinds, kind.name, kind, folder)
    ordered = sorted((rule for rule, _ in rules.values()), key=lambda rule: rule.code)
    facts = [plugin.reportlint_facts for _, plugin in manager.list_name_plugin() if hasattr(plugin, "reportlint_facts")]
    return Registry(tuple(ordered), tuple(kind for kind, _ in kinds.values()), tuple(facts))


def _import(name: str) -> object:
    """The plug-in called `name`. Entry points are looked up only here: the lookup takes longer than linting a file."""
    from importlib.metadata import entry_points

    try:
        for entry in entry_points(group=ENTRY_POINTS, name=name):
            return entry.load()
        return import_module(name)
    except (Exception, SystemExit) as error:
        raise PluginError(
            name,
            Bilingual(
                f"插件 {name} 无法加载：{type(error).__name__}: {error}",
                f"plug-in {name} cannot be loaded: {type(error).__name__}: {error}",
            ),
        ) from error


def _call(plugin: object, hook: str, name: str) -> list:  # type: ignore[type-arg]
    """What the `hook` of one plug-in returns; raises UsageError, naming the plug-in, when it raises."""
    function = getattr(plugin, hook, None)
    if function is None or not hasattr(function, "reportlint_impl"):
        return []
    try:
        return list(function())
    except Exception as error:
        raise PluginError(
            name,
            Bilingual(
                f"插件 {name} 的 {hook} 出错：{type(error).__name__}: {error}",
                f"{hook} of plug-in {name} failed: {type(error).__name__}: {error}",
            ),
        ) from error


def _add(taken: dict, key: str, value: object, name: str) -> None:  # type: ignore[type-arg]
    if key in taken:
        raise PluginError(
            name,
            Bilingual(
                f"插件 {name} 使用的 {key} 已被 {taken[key][1]} 占用",
                f"plug-in {name} adds {key}, which {taken[key][1]} has already",
            ),
        )
    taken[key] = (value, name)
