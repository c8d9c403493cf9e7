"""What is wrong with the .toml file of a kind: every fault, by its key, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint.keys import BOTH, FLAG, LEVEL, NAMES, NUMBER, PATTERNS, TABLE, Expected, wrong
from reportlint.places import Fault
from reportlint.structure.table import END, Table
from reportlint.text import Bilingual

_BASE = {"TITLE", "ADDRESSEE", "OPENING", "SIGNATURE", "DATE", "ATTACHMENT", "THEME", END}
"""Terminals that need no part."""
_WORDS = ("", "-not", "-not-unless", "-need")
_NAME = Expected(
    Bilingual("小写字母和连字符组成的名称", "a name of small letters and hyphens"),
    lambda value: isinstance(value, str) and value.replace("-", "").isalnum() and value == value.lower(),
)


def _patterns(*keys: str) -> dict[str, Expected]:
    return {key + end: PATTERNS for key in keys for end in _WORDS}


_KIND = {
    "name": _NAME, "title": BOTH, "clause": BOTH, "order": NAMES, "fixed-order": FLAG, "severity": LEVEL, "since": NUMBER,
    "title-year": NUMBER, "recognise": TABLE, "parts": TABLE,
}  # fmt: skip
_PART = {
    "title": BOTH, "required": FLAG, "severity": LEVEL, "level": NUMBER, "themes": FLAG, "repeats": FLAG, "asks": NAMES,
    **_patterns("headings", "weak", "behind", "sentences"),
}  # fmt: skip
_RECOGNISE = _patterns("title", "opening", "topic")


def faults(data: Mapping[str, object], shared: Mapping[str, Mapping[str, object]], table: Table) -> Iterator[Fault]:
    """What is wrong in `data`, the content of the file, with `shared` words of common parts and the compiled grammar."""
    yield from wrong(data, _KIND, needed=("name", "title", "clause"))
    parts = data.get("parts", {})
    if not isinstance(parts, Mapping):
        return
    yield from wrong(data.get("recognise", {}), _RECOGNISE, ("recognise",))
    for name, part in parts.items():
        known = isinstance(part, Mapping) and "title" in {**shared.get(name, {}), **part}
        yield from wrong(part, _PART, ("parts", name), needed=() if known else ("title",))
    order = data.get("order", ())
    if isinstance(order, Sequence):
        for name in order:
            if name not in parts:
                yield Fault(("order",), Bilingual(f"{name} 不在 parts 里", f"{name} is not among the parts"))
    terminals = {symbol for state in table.states for symbol in state if symbol.isupper()} - _BASE
    for terminal in sorted(terminals - {name.upper().replace("-", "_") for name in parts}):
        yield Fault(
            ("parts",),
            Bilingual(
                f"语法里的 {terminal} 没有对应的 [parts.{terminal.lower()}]",
                f"{terminal} of the grammar has no [parts.{terminal.lower()}]",
            ),
        )
