"""What a plug-in can add. A plug-in is a module (or object) with functions of these names, marked with `hookimpl`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportlint.rule import Rule
    from reportlint.structure.kind import Kind

hookspec = pluggy.HookspecMarker("reportlint")
hookimpl = pluggy.HookimplMarker("reportlint")


@hookspec
def reportlint_rules() -> Iterable[Rule]:  # type: ignore[empty-body]
    """Called once at the start of a run. The rules to add; codes and names must be new."""


@hookspec(firstresult=True)
def reportlint_facts(own: Mapping[str, object]) -> str | None:
    """Called for ``reportlint facts``, and once for each configuration with a ``[facts]`` table, which is `own`.

    The facts that the plug-in's rules judge by, its own ones and those of the configuration, as TOML with their sources.
    Raises ValueError, saying which entry and why, when `own` has one that cannot be used. None: it has no such facts.
    """


@hookspec
def reportlint_kinds() -> Iterable[Kind]:  # type: ignore[empty-body]
    """Called once at the start of a run. Kinds of reports to add, each with its grammar; names must be new."""
