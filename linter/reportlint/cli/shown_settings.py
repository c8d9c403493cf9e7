"""``--show-settings FILE``: every setting that holds for a report, and where it comes from."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reportlint.cli import caching, terminal
from reportlint.config.resolve import Given, PathRules, Resolver
from reportlint.engine import Linter
from reportlint.errors import UsageError, reason
from reportlint.extract import Limits
from reportlint.finding import Severity
from reportlint.places import Path, line_of, named
from reportlint.readers import UndecodableText, UnreadableFile, read
from reportlint.reporters.listing import ORIGINS
from reportlint.reporters.words import shown
from reportlint.select import Selection, precision, runs
from reportlint.settings import Settings
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from reportlint.config.config import Config, Override
    from reportlint.plugins import Registry
    from reportlint.report import Subject
    from reportlint.rule import Rule

_DEFAULT = Bilingual("默认", "default")
_NEAREST = Bilingual("最近的一份，或 --config；依次为它所引用的", "the nearest one, or --config; then what it extends")
_NONE = Bilingual("没有配置文件", "there is no configuration file")
_COMMAND_LINE = Bilingual("命令行 {option}", "command line {option}")
_KIND = Bilingual("文种 {kind}", "the kind {kind}")
_ALWAYS = Bilingual("始终开启", "always on")
_SETTINGS = Bilingual("设置", "Settings")
_RULES = Bilingual("规则", "Rules")
_STATE = {True: Bilingual("开", "on"), False: Bilingual("关", "off")}
_UNKNOWN = Bilingual("未知", "unknown")
_PLAIN = (
    "include", "exclude", "extend-exclude", "respect-gitignore", "force-exclude", "lang", "output-format", "plugins", "rules", "grammars",
    "kinds", "facts", "rule-timeout", "max-bytes", *(f"max-{limit}" for limit in Limits._fields), "jobs", "cache-dir", "baseline",
    "mandatory", "required-version",
)  # fmt: skip
"""Keys that only a configuration file sets, as far as reports are concerned."""


class Setting(NamedTuple):
    """A setting with its origin."""

    key: str
    value: object
    origin: Bilingual


class State(NamedTuple):
    """Whether a rule runs, how severe its findings are by default, and what decided either."""

    rule: Rule
    on: bool
    because: Bilingual
    severity: str
    severity_because: Bilingual


_Layer = tuple[Selection, Mapping[str, Severity], Callable[..., Bilingual]]
"""What one place says about rules (a configuration, an ``[[overrides]]``, the command line, a per-file ignore), and the origin of
a name under a key of it."""


def show(path: str, config: Config, given: Given, registry: Registry, output_format: str, language: str) -> int:
    """Print the settings for the report `path` and return the exit code. Raises UsageError."""
    resolved = Resolver(registry, given).of(path, config)
    linter = Linter(registry, resolved.settings)
    subject = _subject(path, linter)
    settings = list(_settings(path, config, given, subject, resolved.settings))
    states = list(_states(path, config, given, registry, subject.kind.value if subject else None))
    if output_format == "json":
        terminal.write_utf8(sys.stdout)
        sys.stdout.write(_as_json(path, settings, states, language))
    else:
        sys.stdout.writelines(f"{text}\n" for text in _page(path, settings, states, language))
    return 0


def _subject(path: str, linter: Linter) -> Subject | None:
    """What the report is about; None when it cannot be read, which checking it will tell."""
    try:
        with open(path, "rb") as file:
            data = file.read(linter.settings.max_bytes + 1)
        return linter.read_report(read(path, data, linter.settings.limits)).subject
    except OSError as error:
        why = reason(error)
        raise UsageError(Bilingual(f"{shown(path)}：{why.zh}", f"{shown(path)}: {why.en}")) from None
    except (UnreadableFile, UndecodableText):
        return None


def _settings(path: str, config: Config, given: Given, subject: Subject | None, settings: Settings) -> Iterator[Setting]:
    files = [part.file for part in reversed(config.parts)] or config.file or None
    yield Setting("configuration", files, _NEAREST if config.file else _NONE)
    matching = _matching(path, config, given)
    for key in ("kind", "year"):
        known = getattr(subject, key) if subject else None
        origin = ORIGINS.get(known.origin, Bilingual("", "")) if known else Bilingual("", "")
        if getattr(given, key):
            origin = _option(f"--{key}")
        elif getattr(settings, key):
            origin = _last_said(key, config, matching)
        yield Setting(key, known.value if known and known.value is not None else getattr(settings, key), origin)
    if given.fail_on:
        yield Setting("fail-on", given.fail_on, _option("--fail-on"))
    else:
        yield Setting("fail-on", config.fail_on or "error", _of_key("fail-on", config))
    for key in _PLAIN:
        field = key.replace("-", "_")
        value = getattr(config, field)
        if value is None and hasattr(settings, field):
            value = getattr(settings, field)
        elif value is None and field.startswith("max_"):
            value = getattr(settings.limits, field.removeprefix("max_"))
        if key == "cache-dir" and value is None:
            value = caching.FOLDER
        yield Setting(key, value, _of_key(key, config))
    for ignore in settings.sections:
        origin = (
            _of_key("per-file-ignores", config, ignore.origin)
            if ignore.origin in config.per_file_ignores
            else _option("--per-file-ignores")
        )
        yield Setting(f"ignore #{'/'.join(ignore.address)}", ignore.rules, origin)


def _matching(path: str, config: Config, given: Given) -> list[int]:
    return list(PathRules.of(config, given).matching(path))


def _last_said(key: str, config: Config, matching: Sequence[int]) -> Bilingual:
    for i in reversed([i for i in matching if i < len(config.overrides)]):
        if getattr(config.overrides[i], key) is not None:
            return _of_override(i, key, config)
    return _of_key(key, config)


def _of_key(key: str, config: Config, *inside: str | int) -> Bilingual:
    """Where a configuration says something under `key`: file and line of the last one that does."""
    for part in reversed(config.parts or (config,)):
        if key.replace("-", "_") in part.said and (not inside or _has(part, key, inside[0])):
            return _at(part, (key, *inside))
    return _DEFAULT


def _has(part: Config, key: str, name: str | int) -> bool:
    value = getattr(part, key.replace("-", "_"))
    return isinstance(name, int) or not isinstance(value, Mapping) or name in value


def _of_override(index: int, key: str, config: Config, *inside: str | int) -> Bilingual:
    for part in config.parts or (config,):
        if index < len(part.overrides):
            return _at(part, ("overrides", index, key, *inside))
        index -= len(part.overrides)
    return _DEFAULT


def _at(part: Config, path: Path) -> Bilingual:
    with open(part.file, encoding="utf-8-sig") as file:
        line = line_of(file.read(), path, ("tool", "reportlint") if part.file.endswith("pyproject.toml") else ())
    text = f"{part.file}:{line} {named(tuple(step for step in path if step is not path[-1] or not isinstance(step, int)))}"
    return Bilingual(text, text)


def _option(name: str) -> Bilingual:
    return Bilingual(_COMMAND_LINE.zh.format(option=name), _COMMAND_LINE.en.format(option=name))


def _states(path: str, config: Config, given: Given, registry: Registry, kind: str | None) -> Iterator[State]:
    layers = list(_layers(path, config, given))
    raises = next((other.raises for other in registry.kinds if other.name == kind), {})
    for rule in registry.of((*config.plugins, *config.rules)):
        on, because = rule.default != "off", _ALWAYS if rule.default == "always" else _DEFAULT
        severity, severity_because = rule.severity.label, _DEFAULT
        possible, anyhow = True, on
        if rule.name in raises:
            severity, severity_because = raises[rule.name].label, Bilingual(_KIND.zh.format(kind=kind), _KIND.en.format(kind=kind))
        for selection, levels, where in layers:
            if rule.default != "always":
                before = on
                on = runs(rule, selection, before=on)
                possible = runs(rule, selection, before=possible)
                anyhow = runs(rule, selection._replace(ignore=()), before=anyhow)
                if said := _deciding(rule, selection, on=on, changed=on != before):
                    because = where(*said)
            name = max(levels, key=lambda name: precision(rule, name), default="")
            if name and precision(rule, name) >= 0:
                severity, severity_because = levels[name].label, where("severity", name)
        if not on and anyhow and (mandatory := _mandatory(rule, config, given)):
            on, because = True, mandatory
        if rule.name in raises and possible and not on:
            on, because = True, Bilingual(_KIND.zh.format(kind=kind), _KIND.en.format(kind=kind))
        yield State(rule, on, because, severity, severity_because)


def _mandatory(rule: Rule, config: Config, given: Given) -> Bilingual | None:
    """What makes the rule run in spite of all that ignores it."""
    if any(precision(rule, name) >= 0 for name in given.mandatory):
        return _option("--mandatory")
    return _of_key("mandatory", config) if any(precision(rule, name) >= 0 for name in config.mandatory) else None


def _layers(path: str, config: Config, given: Given) -> Iterator[_Layer]:
    """What says something about the rules for this report, the last word last."""
    matching = _matching(path, config, given)
    yield config.selection, config.severity, lambda key, *inside: _of_key(key, config, *inside)
    overrides = [i for i in matching if i < len(config.overrides)]
    for i in overrides:
        override: Override = config.overrides[i]
        yield override.selection, override.severity, lambda key, *inside, i=i: _of_override(i, key, config, *inside)
    command_line = Selection(given.select, given.extend_select, given.ignore)
    yield command_line, given.severity, lambda key, *_: _option(f"--{key}")
    patterns = [*config.per_file_ignores, *(pattern for pattern, _ in given.per_file_ignores)]
    ignores = PathRules.of(config, given).ignores
    for i in matching:
        at = i - len(config.overrides)
        if at >= 0 and not ignores[at].address:
            pattern = patterns[at]
            written = at < len(config.per_file_ignores)
            origin = _of_key("per-file-ignores", config, pattern) if written else _option("--per-file-ignores")
            yield Selection(ignore=ignores[at].rules), {}, lambda *_, origin=origin: origin


def _deciding(rule: Rule, selection: Selection, *, on: bool, changed: bool) -> tuple[str, ...] | None:
    """The key that made the rule run or not; None where this place says nothing about it."""
    if on:
        for key, names in (("extend-select", selection.extend_select), ("select", selection.select or ())):
            if any(precision(rule, name) >= 0 for name in names):
                return (key,)
        return None
    if any(precision(rule, name) >= 0 for name in selection.ignore):
        return ("ignore",)
    return ("select",) if selection.select is not None and changed else None


def _page(path: str, settings: Iterable[Setting], states: Sequence[State], language: str) -> Iterator[str]:
    say = language
    yield shown(path)
    yield f"{_SETTINGS.in_(say)}{'：' if say == 'zh' else ':'}"
    rows = [(key, _told(value, say), origin.in_(say)) for key, value, origin in settings]
    left, middle = max(len(row[0]) for row in rows), min(max(len(row[1]) for row in rows), 40)
    for key, value, origin in rows:
        yield f"  {key.ljust(left)}  {value.ljust(middle)}  {origin}".rstrip()
    yield f"{_RULES.in_(say)}{'：' if say == 'zh' else ':'}"
    widest = max(len(state.rule.name) for state in states)
    for rule, on, because, severity, severity_because in states:
        why = (
            because.in_(say)
            if severity_because in (_DEFAULT, because) or not on
            else f"{because.in_(say)}; {severity} {severity_because.in_(say)}"
        )
        level = severity if on else "-"
        yield f"  {rule.code}  {rule.name.ljust(widest)}  {_STATE[on].in_(say).ljust(3)}  {level.ljust(7)}  {why}"


def _told(value: object, language: str) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key} = {_told(item, language)}" for key, item in value.items()) + "}" if value else "-"
    if isinstance(value, tuple | list) and not hasattr(value, "_fields"):
        return ", ".join(_told(item, language) for item in value) or "-"
    if isinstance(value, tuple):
        return ":".join(str(item) for item in value if item)
    return str(value)


def _as_json(path: str, settings: Iterable[Setting], states: Iterable[State], language: str) -> str:
    from json import dumps

    return (
        dumps(
            {
                "version": 1,
                "path": path,
                "settings": {key: {"value": value, "origin": origin.in_(language)} for key, value, origin in settings},
                "rules": [
                    {
                        "code": state.rule.code,
                        "rule": state.rule.name,
                        "on": state.on,
                        "origin": state.because.in_(language),
                        "severity": state.severity,
                        "severity_origin": state.severity_because.in_(language),
                    }
                    for state in states
                ],
            },
            ensure_ascii=False,
            indent=1,
            default=str,
        )
        + "\n"
    )
