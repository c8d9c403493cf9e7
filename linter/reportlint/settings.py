"""What the engine needs to know about one file, whatever said it: defaults, configuration or command line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from reportlint.extract import Limits
from reportlint.finding import Severity

if TYPE_CHECKING:
    from reportlint.sections import SectionIgnore


class Settings(NamedTuple):
    """How one file is to be checked."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    possible: tuple[str, ...] | None = None
    """Codes of the rules that may run where the kind of report switches them on; None: all that nobody deselected."""
    kind: str | None = None
    """The kind of report, given and not guessed."""
    kind_origin: str = "option"
    year: int | None = None
    year_origin: str = "option"
    severities: Mapping[str, Severity] = {}
    """Default severity by rule code or name."""
    parts: Mapping[str, Mapping[str, Mapping[str, object]]] = {}
    """Overrides of single parts: kind, then part, then what: see `reportlint.structure.kind.Part`."""
    facts: Mapping[str, object] = {}
    """Facts of the user, for the rules that judge by facts."""
    mandatory: frozenset[str] = frozenset()
    """Codes of the rules whose findings nothing can suppress."""
    sections: tuple[SectionIgnore, ...] = ()
    """Rules that are silent in single sections."""
    rule_timeout: float = 10.0
    """Seconds of processor time that one rule may take for one file, plus one second per million characters."""
    max_bytes: int = 200_000_000
    """Files over this size are not read."""
    limits: Limits = Limits()
    """What a document may ask for."""
