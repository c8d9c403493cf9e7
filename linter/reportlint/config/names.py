"""Names of rules and kinds in a configuration that nothing goes by. This needs the plug-ins, so it comes after reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportlint.errors import UsageError
from reportlint.plugins import Registry, load
from reportlint.select import unknown
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from reportlint.config.config import Config, Override

Wrong = tuple[tuple[str | int, ...], Bilingual]
"""Where in the file, and what is wrong there."""


def check_names(config: Config, registry: Registry) -> None:
    """Raise UsageError with every name in `config` that is no rule or kind, and every wrong change to a kind."""
    wrong = list(_wrong(config, registry))
    if wrong:
        from reportlint.config.faults import FaultyConfigError
        from reportlint.config.schema import Fault

        raise FaultyConfigError(config, [Fault(*item) for item in wrong])


def completed(error: UsageError) -> UsageError:
    """`error`, together with the wrong names in the file if it is about a configuration file: all is said at once."""
    from reportlint.config.faults import FaultyConfigError
    from reportlint.config.schema import Fault

    if not isinstance(error, FaultyConfigError):
        return error
    try:
        registry = load(error.config.plugins, error.config.grammars)
    except UsageError:
        return error
    return FaultyConfigError(error.config, [*error.faults, *(Fault(*item) for item in _wrong(error.config, registry))])


def unknown_kind(name: str, registry: Registry) -> Bilingual | None:
    """That no kind of report goes by `name`, and which there are; None when one does."""
    known = [kind.name for kind in registry.kinds]
    listed = ", ".join(known)
    return None if name in known else Bilingual(f"没有文种 {name}；现有：{listed}", f"no kind of report {name}; there are: {listed}")


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
        try:
            kinds[name].overridden(changes)  # type: ignore[arg-type]  # it checks them itself
        except UsageError as error:
            yield ("kinds", name), error.message
    yield from _wrong_facts(config, registry)


def _wrong_facts(config: Config, registry: Registry) -> Iterator[Wrong]:
    for facts in registry.facts if config.facts else ():
        try:
            facts(config.facts)
        except ValueError as error:
            yield ("facts",), Bilingual(f"用不了：{error}", f"cannot be used: {error}")


def _about(config: Config | Override, at: tuple[str | int, ...], registry: Registry) -> Iterator[Wrong]:
    lists = (("select", config.select or ()), ("extend-select", config.extend_select), ("ignore", config.ignore))
    for key, names in lists:
        for i, name in enumerate(names):
            if message := unknown(name, registry.rules):
                yield (*at, key, i), message
    for name in config.severity:
        if message := unknown(name, registry.rules):
            yield (*at, "severity", name), message
    if config.kind and (message := unknown_kind(config.kind, registry)):
        yield (*at, "kind"), message
