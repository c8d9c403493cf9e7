"""A configuration that builds on another, and the version that one asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from reportlint import __version__
from reportlint.config.config import Config
from reportlint.text import Bilingual

_OWN = frozenset({"extend", "required_version"})
"""What every file says for itself."""


def merged(base: Config, own: Config) -> Config:
    """`own` over `base`: keys of `own` stand, of tables entry by entry; lists that add (``extend-…``, overrides) come one behind the other."""
    values: dict[str, object] = {}
    for field in base.said - _OWN:
        below, above = getattr(base, field), getattr(own, field)
        if field not in own.said:
            values[field] = below
        elif field == "overrides" or field.startswith("extend_"):
            values[field] = below + above
        elif isinstance(above, Mapping):
            values[field] = _over(below, above)
    parts = (*(base.parts or (base,)), own)
    return own._replace(**values, said=own.said | base.said, parts=parts)  # type: ignore[arg-type]  # each is of its field


def _over(below: Mapping[str, object], above: Mapping[str, object]) -> Mapping[str, object]:
    both = dict(below)
    for key, value in above.items():
        there = both.get(key)
        both[key] = _over(there, value) if isinstance(there, Mapping) and isinstance(value, Mapping) else value
    return both


_CLAUSES = ("==", "!=", ">=", "<=", ">", "<")


def wrong_version(wanted: object, version: str = __version__) -> Bilingual | None:
    """What is wrong when a configuration wants the version `wanted`, such as ``>=0.2,<1``; None: nothing."""
    if not isinstance(wanted, str) or not all(_numbers(_clause(part)[1]) for part in wanted.split(",")):
        return Bilingual(f'应为版本，如 ">=0.2,<1"，实际是 {wanted}', f'expected a version such as ">=0.2,<1", found {wanted}')
    if all(_fits(*_clause(part), version) for part in wanted.split(",")):
        return None
    return Bilingual(
        f"这份配置要求 reportlint {wanted}，现在的版本是 {version}：请安装所要求的版本",
        f"this configuration requires reportlint {wanted}, and this is {version}: install a version that it asks for",
    )


def _clause(part: str) -> tuple[str, str]:
    part = part.strip()
    sign = next((sign for sign in _CLAUSES if part.startswith(sign)), "")
    return sign or "==", part[len(sign) :].strip()


def _fits(sign: str, wanted: str, version: str) -> bool:
    want, have = cast("tuple[int, ...]", _numbers(wanted)), _numbers(version.partition("+")[0]) or (0,)
    length = max(len(want), len(have))
    a, b = ((*numbers, *[0] * (length - len(numbers))) for numbers in (have, want))
    return {"==": a == b, "!=": a != b, ">=": a >= b, "<=": a <= b, ">": a > b, "<": a < b}[sign]


def _numbers(version: str) -> tuple[int, ...] | None:
    parts = version.split(".")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() for part in parts) else None
