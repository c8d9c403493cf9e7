"""Names of rules and kinds in a configuration that nothing goes by. This needs the plug-ins, so it comes after reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reportlint.config.config import Config
from reportlint.errors import UsageError, guess
from reportlint.plugins import PluginError, Registry, load
from reportlint.select import unknown
from reportlint.structure.kind import WrongChangeError
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from reportlint.config.config import Override
    from reportlint.structure.kind import Kind

Wrong = tuple[tuple[str | int, ...], Bilingual]
"""Where in the file, and what is wrong there."""


def registry_of(configs: Sequence[Config]) -> Registry:
    """What the plug-ins and folders that `configs` name contribute. Raises UsageError, with file and line, for those that cannot be used."""
    plugins = dict.fromkeys(name for config in configs for name in config.plugins)
    grammars = dict.fromkeys(folder for config in configs for folder in config.grammars)
    rules = dict.fromkeys(folder for config in configs for folder in config.rules)
    try:
        return load(plugins, grammars, rules)
    except PluginError as error:
        told = [_at_its_line(name, message, configs) for name, message in error.faults]
        raise UsageError(Bilingual("\n".join(text.zh for text in told), "\n".join(text.en for text in told))) from error


def _at_its_line(name: str, message: Bilingual, configs: Sequence[Config]) -> Bilingual:
    """What is wrong with the plug-in or folder `name`, and where a configuration names it."""
    from reportlint.config.faults import FaultyConfigError
    from reportlint.places import Fault

    for part in (part for config in configs for part in config.parts or (config,)):
        for key, names in (("plugins", part.plugins), ("grammars", part.grammars), ("rules", part.rules)):
            if name in names:
                return FaultyConfigError(part, [Fault((key, names.index(name)), message)]).message
    return message


def check_names(config: Config, registry: Registry) -> None:
    """Raise UsageError with every name in `config` that is no rule or kind, and every wrong change to a kind."""
    for part in config.parts or (config,):
        if wrong := list(_wrong(part, registry)):
            from reportlint.config.faults import FaultyConfigError
            from reportlint.places import Fault

            raise FaultyConfigError(part, [Fault(*item) for item in wrong])


def completed(error: UsageError) -> UsageError:
    """`error`, together with the wrong names in the file if it is about a configuration file: all is said at once."""
    from reportlint.config.faults import FaultyConfigError
    from reportlint.places import Fault

    if not isinstance(error, FaultyConfigError):
        return error
    try:
        registry = load(error.config.plugins, error.config.grammars, error.config.rules)
    except UsageError:
        return error
    return FaultyConfigError(error.config, [*error.faults, *(Fault(*item) for item in _wrong(error.config, registry))])


def unknown_kind(name: str, registry: Registry) -> Bilingual | None:
    """That no kind of report goes by `name`, and which there are; None when one does."""
    if registry.kind_called(name):
        return None
    listed = ", ".join(kind.name for kind in registry.kinds)
    known = [known for kind in registry.kinds for known in (kind.name, kind.title.zh)]
    rest = guess(name, known, Bilingual(f"；现有：{listed}", f"; there are: {listed}"))
    return Bilingual(f"没有文种 {name}{rest.zh}", f"no kind of report {name}{rest.en}")


def _wrong(config: Config, registry: Registry) -> Iterator[Wrong]:
    yield from _about(config, (), registry)
    for i, override in enumerate(config.overrides):
        yield from _about(override, ("overrides", i), registry)
    for pattern, codes in config.per_file_ignores.items():
        for i, name in enumerate(codes):
            if message := unknown(name, registry.rules):
                yield ("per-file-ignores", pattern, i), message
    kinds = {kind.name: kind for kind in registry.kinds}
    for name, changes in config.kinds.items():
        if message := unknown_kind(name, registry):
            yield ("kinds", name), message
            continue
        yield from _wrong_changes(kinds[name], changes)
    yield from _wrong_facts(config, registry)


def _wrong_changes(kind: Kind, changes: Mapping[str, object]) -> Iterator[Wrong]:
    """Change by change, so that every wrong one is told at its own line."""
    for part, what in changes.items():
        single = [{part: {key: value}} for key, value in what.items()] if isinstance(what, dict) and part in kind.parts else [{part: what}]
        for change in single:
            try:
                kind.overridden(change)  # type: ignore[arg-type]  # it checks them itself
            except WrongChangeError as error:
                yield ("kinds", kind.name, *error.path), error.problem
            except UsageError as error:
                yield ("kinds", kind.name, "parts", part), error.message


def _wrong_facts(config: Config, registry: Registry) -> Iterator[Wrong]:
    for facts in registry.facts if config.facts else ():
        try:
            facts(config.facts)
        except ValueError as error:
            yield ("facts",), Bilingual(f"用不了：{error}", f"cannot be used: {error}")


def _about(config: Config | Override, at: tuple[str | int, ...], registry: Registry) -> Iterator[Wrong]:
    lists = [("select", config.select or ()), ("extend-select", config.extend_select), ("ignore", config.ignore)]
    lists += [("mandatory", config.mandatory)] if isinstance(config, Config) else []
    for key, names in lists:
        for i, name in enumerate(names):
            if message := unknown(name, registry.rules):
                yield (*at, key, i), message
    for name in config.severity:
        if message := unknown(name, registry.rules):
            yield (*at, "severity", name), message
    if config.kind and (message := unknown_kind(config.kind, registry)):
        yield (*at, "kind"), message
