"""What is wrong with the .toml file of a kind: every fault, by its key, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint.errors import guess
from reportlint.structure.table import END, Table
from reportlint.text import Bilingual

_BASE = {"TITLE", "ADDRESSEE", "OPENING", "SIGNATURE", "DATE", "ATTACHMENT", "THEME", END}
"""Terminals that need no part."""
_LEVELS = ("error", "warning", "info")
_WORDS = ("", "-not", "-not-unless", "-need")


def _patterns(*keys: str) -> dict[str, str]:
    return {key + end: "patterns" for key in keys for end in _WORDS}


_KIND = {
    "name": "name", "title": "both", "clause": "both", "order": "names", "fixed-order": "flag", "severity": "level", "since": "number",
    "title-year": "number", "recognise": "table", "parts": "table",
}  # fmt: skip
_PART = {
    "title": "both", "required": "flag", "severity": "level", "level": "number", "themes": "flag", "repeats": "flag", "asks": "names",
    **_patterns("headings", "weak", "behind", "sentences"),
}  # fmt: skip
_RECOGNISE = _patterns("title", "opening", "topic")

_EXPECTED = {
    "name": Bilingual("小写字母和连字符组成的名称", "a name of small letters and hyphens"),
    "both": Bilingual('表 { zh = "…", en = "…" }', 'a table { zh = "…", en = "…" }'),
    "names": Bilingual("名称的数组", "an array of names"),
    "flag": Bilingual("true 或 false", "true or false"),
    "level": Bilingual("error、warning、info 之一", "one of error, warning, info"),
    "number": Bilingual("整数", "an integer"),
    "table": Bilingual("表", "a table"),
    "patterns": Bilingual("正则表达式的数组", "an array of patterns"),
}


def faults(data: Mapping[str, object], shared: Mapping[str, Mapping[str, object]], table: Table) -> Iterator[Bilingual]:
    """What is wrong in `data`, the content of the file, with `shared` words of common parts and the compiled grammar."""
    for key in ("name", "title", "clause"):
        if key not in data:
            yield Bilingual(f"缺少 {key}：{_EXPECTED[_KIND[key]].zh}", f"{key} is missing: {_EXPECTED[_KIND[key]].en}")
    yield from _wrong(data, _KIND, "")
    parts = data.get("parts", {})
    if not isinstance(parts, Mapping):
        return
    yield from _wrong(data.get("recognise", {}), _RECOGNISE, "recognise.")
    for name, part in parts.items():
        yield from _wrong(part, _PART, f"parts.{name}.")
        if isinstance(part, Mapping) and "title" not in {**shared.get(name, {}), **part}:
            yield Bilingual(f"parts.{name} 缺少 title：{_EXPECTED['both'].zh}", f"parts.{name} lacks its title: {_EXPECTED['both'].en}")
    order = data.get("order", ())
    if isinstance(order, Sequence):
        for name in order:
            if name not in parts:
                yield Bilingual(f"order 里的 {name} 不在 parts 里", f"{name} of order is not among the parts")
    terminals = {symbol for state in table.states for symbol in state if symbol.isupper()} - _BASE
    for terminal in sorted(terminals - {name.upper().replace("-", "_") for name in parts}):
        yield Bilingual(
            f"语法里的 {terminal} 没有对应的 [parts.{terminal.lower()}]", f"{terminal} of the grammar has no [parts.{terminal.lower()}]"
        )


def _wrong(table: object, known: Mapping[str, str], at: str) -> Iterator[Bilingual]:
    if not isinstance(table, Mapping):
        yield Bilingual(f"{at.rstrip('.')} 应为表", f"{at.rstrip('.')} is no table")
        return
    for key, value in table.items():
        expected = known.get(key)
        if expected is None:
            rest = guess(key, known)
            yield Bilingual(f"没有 {at}{key} 这一项{rest.zh}", f"no key {at}{key}{rest.en}")
        elif not _fits(value, expected):
            yield Bilingual(f"{at}{key} 应为{_EXPECTED[expected].zh}", f"{at}{key} should be {_EXPECTED[expected].en}")


def _fits(value: object, expected: str) -> bool:
    if expected == "flag":
        return isinstance(value, bool)
    if expected == "number":
        return isinstance(value, int) and not isinstance(value, bool)
    if expected == "level":
        return value in _LEVELS
    if expected == "name":
        return isinstance(value, str) and value.replace("-", "").isalnum() and value == value.lower()
    if expected == "both":
        return isinstance(value, Mapping) and all(isinstance(value.get(language), str) for language in ("zh", "en"))
    if expected == "table":
        return isinstance(value, Mapping)
    if isinstance(value, str):
        return expected == "patterns"
    return isinstance(value, Sequence) and all(isinstance(item, str) for item in value)
