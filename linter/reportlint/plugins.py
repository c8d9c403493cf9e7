"""Find and load plug-ins: the shipped ones through the same hooks as anybody's."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import pluggy

from reportlint import hookspecs
from reportlint.errors import UsageError, WrongFilesError, guess
from reportlint.rule import CODE, NAME, Rule
from reportlint.structure.store import load_kinds
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from reportlint.structure.kind import Kind

T = TypeVar("T")

GRAMMARS = "reportlint_grammar"
BUILTIN = ("reportlint.trouble", GRAMMARS, "reportlint_rules")
ENTRY_POINTS = "reportlint"


class PluginError(UsageError):
    """Plug-ins or folders that cannot be used."""

    def __init__(self, faults: Sequence[tuple[str, Bilingual]]) -> None:
        """Each with the name of the plug-in or folder in the configuration; empty where the message names the file itself."""
        super().__init__(Bilingual("\n".join(text.zh for _, text in faults), "\n".join(text.en for _, text in faults)))
        self.faults = faults


class Registry(NamedTuple):
    """All that plug-ins contributed."""

    rules: tuple[Rule, ...]
    """Sorted by code."""
    kinds: tuple[Kind, ...]
    facts: tuple[Callable[[Mapping[str, object]], str | None], ...] = ()
    """See `hookspecs.reportlint_facts`."""
    origins: Mapping[str, str] = {}
    """Where the rules of users come from, by code: a plug-in by its name, a folder by its path, as a configuration has them."""

    def kind_called(self, name: str) -> Kind | None:
        """The kind of report with this name or Chinese title, or None."""
        return next((kind for kind in self.kinds if name in (kind.name, kind.title.zh)), None)

    def of(self, named: Collection[str]) -> tuple[Rule, ...]:
        """The shipped rules, and those of the plug-ins and folders that are `named`."""
        return tuple(rule for rule in self.rules if self.origins.get(rule.code) in (None, *named)) if self.origins else self.rules


def load(names: Iterable[str] = (), grammars: Iterable[str] = (), rules: Iterable[str] = ()) -> Registry:
    """The shipped plug-ins, those in `names`, the kinds of reports in the folders `grammars`, the rules in the folders `rules`.

    A name is that of an entry point of the group ``reportlint``, or of a module.
    Raises PluginError, with all that is wrong, when one fails to load, contributes nothing, or uses a code or name that is taken.
    """
    manager = pluggy.PluginManager("reportlint")
    manager.add_hookspecs(hookspecs)
    found = _Found()
    for name in (*BUILTIN, *names):
        with found.faults(name):
            plugin, version = (import_module(name), "") if name in BUILTIN else _import(name)
            found.versions[name] = version
            try:
                manager.register(plugin, name=name)
                manager.check_pending()
            except (pluggy.PluginValidationError, ValueError) as error:
                raise UsageError(Bilingual(f"插件 {name} 有误：{error}", f"plug-in {name} is wrong: {error}")) from error
    for name, plugin in manager.list_name_plugin():
        with found.faults(name):
            found.add_plugin(name, plugin)
    for folder in grammars:
        with found.faults(folder):
            for kind in load_kinds(folder, os.path.dirname(import_module(GRAMMARS).__file__ or "")):
                found.add(found.kinds, kind.name, kind, folder)
    for folder in rules:
        from reportlint.own.files import load as load_rules
        from reportlint.own.files import shown

        with found.faults(folder):
            for rule, file in load_rules(folder):
                rule.origin = shown(file)
                found.add_rule(rule, rule.origin, folder)
    if not found.wrong:
        found.check_mentions()
    if found.wrong:
        raise PluginError(found.wrong)
    ordered = sorted((rule for rule, _ in found.rules.values()), key=lambda rule: rule.code)
    facts = [plugin.reportlint_facts for _, plugin in manager.list_name_plugin() if hasattr(plugin, "reportlint_facts")]
    return Registry(tuple(ordered), tuple(kind for kind, _ in found.kinds.values()), tuple(facts), found.origins)


class _Found:
    """What was loaded so far, and all that went wrong: one bad plug-in must not hide what is wrong with the next."""

    def __init__(self) -> None:
        self.rules: dict[str, tuple[Rule, str]] = {}
        self.named: dict[str, tuple[Rule, str]] = {}
        self.kinds: dict[str, tuple[Kind, str]] = {}
        self.origins: dict[str, str] = {}
        self.versions: dict[str, str] = {}
        """Of plug-ins by their names; empty for a module that no distribution names."""
        self.wrong: list[tuple[str, Bilingual]] = []

    @contextmanager
    def faults(self, name: str) -> Iterator[None]:
        """Keep a UsageError about the plug-in or folder `name` for the end."""
        try:
            yield
        except UsageError as error:
            self.wrong.append(("" if isinstance(error, WrongFilesError) else name, error.message))

    def add_plugin(self, name: str, plugin: object) -> None:
        """Add what a plug-in contributes. Raises UsageError."""
        rules = _call(plugin, "reportlint_rules", name)
        kinds = _call(plugin, "reportlint_kinds", name)
        for rule in rules:
            if not isinstance(rule, Rule):
                raise UsageError(
                    Bilingual(
                        f"插件 {name} 的 reportlint_rules 给出的 {rule!r} 不是 Rule",
                        f"reportlint_rules of plug-in {name} gives {rule!r}, which is no Rule",
                    )
                )
            if name not in BUILTIN:
                rule.origin = f"{name} {self.versions[name]}".rstrip()
            self.add_rule(rule, name, "" if name in BUILTIN else name)
        for kind in kinds:
            self.add(self.kinds, kind.name, kind, name)
        if not rules and not kinds:
            raise UsageError(
                Bilingual(
                    f"插件 {name} 没有提供任何规则或文种：请检查它的 reportlint_rules / reportlint_kinds 是否带有 @hookimpl",
                    f"plug-in {name} adds no rule and no kind of report: does it mark reportlint_rules or reportlint_kinds with @hookimpl?",
                )
            )

    def add_rule(self, rule: Rule, where: str, origin: str) -> None:
        """Add a rule that stands in `where`; `origin` is the plug-in or folder of a user. Raises UsageError."""
        if not re.fullmatch(CODE, str(rule.code)) or not re.fullmatch(NAME, str(rule.name)):
            raise UsageError(
                Bilingual(
                    f"{where}：规则 {rule.code} {rule.name} 的代码应为大写字母加三位数字（如 U001），名称应为小写英文单词以连字符相连",
                    f"{where}: rule {rule.code} {rule.name}: a code is capitals and three digits, such as U001, a name small words joined by -",
                )
            )
        self.add(self.rules, rule.code, rule, where)
        self.add(self.named, rule.name, rule, where)
        if origin:
            self.origins[rule.code] = origin

    def add(self, taken: dict[str, tuple[T, str]], key: str, value: T, where: str) -> None:
        """Raises UsageError, naming both, when the code or name is taken."""
        if key in taken:
            raise UsageError(
                Bilingual(
                    f"{where} 使用的 {key} 已被 {taken[key][1]} 占用，请换一个；自有规则宜用 U001 起的代码",
                    f"{where} adds {key}, which {taken[key][1]} has already: take another; codes from U001 on are for rules of users",
                )
            )
        taken[key] = (value, where)

    def check_mentions(self) -> None:
        """Collect the rules that are about kinds of reports or parts that nobody has."""
        for rule, where in self.rules.values():
            for names, known, what in (
                (rule.kinds, self.kinds, Bilingual("文种", "kind of report")),
                (
                    rule.parts,
                    _parts(self.kinds[kind][0] for kind in rule.kinds or self.kinds if kind in self.kinds),
                    Bilingual("部分", "part"),
                ),
            ):
                for name in names:
                    if name not in known:
                        listed = ", ".join(known)
                        rest = guess(name, known, Bilingual(f"；现有：{listed}", f"; there are: {listed}"))
                        message = Bilingual(
                            f"{where}：规则 {rule.code} 所指的{what.zh} {name} 不存在{rest.zh}",
                            f"{where}: rule {rule.code} names a {what.en} {name} that does not exist{rest.en}",
                        )
                        self.wrong.append((self.origins.get(rule.code, ""), message))


def _parts(kinds: Iterable[Kind]) -> dict[str, None]:
    return dict.fromkeys(name for kind in kinds for name in kind.parts)


def _import(name: str) -> tuple[object, str]:
    """The plug-in called `name`, and the version of its distribution. Entry points are looked up only here: the lookup takes longer than linting a file."""
    from importlib.metadata import entry_points

    try:
        for entry in entry_points(group=ENTRY_POINTS, name=name):
            return entry.load(), entry.dist.version if entry.dist else ""
        return import_module(name), ""
    except (Exception, SystemExit) as error:
        missing = isinstance(error, ModuleNotFoundError) and error.name == name
        zh, en = ("：没有安装提供它的包", ": no installed package has it") if missing else ("", "")
        raise UsageError(
            Bilingual(
                f"插件 {name} 无法加载：{type(error).__name__}: {error}{zh}",
                f"plug-in {name} cannot be loaded: {type(error).__name__}: {error}{en}",
            )
        ) from error


def _call(plugin: object, hook: str, name: str) -> list:  # type: ignore[type-arg]
    """What the `hook` of one plug-in returns; raises UsageError, naming the plug-in, when it raises."""
    function = getattr(plugin, hook, None)
    if function is None or not hasattr(function, "reportlint_impl"):
        return []
    try:
        return list(function())
    except Exception as error:
        raise UsageError(
            Bilingual(
                f"插件 {name} 的 {hook} 出错：{type(error).__name__}: {error}",
                f"{hook} of plug-in {name} failed: {type(error).__name__}: {error}",
            )
        ) from error
