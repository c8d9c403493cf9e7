"""``reportlint facts``: what rules judge by, as TOML or JSON."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from reportlint.cli import terminal
from reportlint.config.load import Configs
from reportlint.config.names import check_names, registry_of
from reportlint.text import Bilingual

_NONE = Bilingual("没有这样的事实", "there are no such facts")

Tables = dict[str, object]


def facts(words: Sequence[str], output_format: str, config: str | None, *, isolated: bool, language: str) -> int:
    """Print the facts that the rules judge by, with those of the configuration under ``facts``. Raises UsageError.

    With `words` only tables of these names, and entries that have one of them in the name or content.
    """
    here = Configs(config, isolated=isolated).of(os.getcwd())
    registry = registry_of([here])
    check_names(here, registry)
    texts = [text for of in registry.facts if (text := of(here.facts))]
    if output_format != "json" and not words:
        sys.stdout.write("\n".join(texts))
        return 0
    import tomli

    tables: Tables = {}
    for text in texts:
        tables |= tomli.loads(text)
    found = _matching(tables, words) if words else tables
    if output_format == "json":
        from json import dumps

        terminal.write_utf8(sys.stdout)
        sys.stdout.write(dumps(found, ensure_ascii=False, indent=1, default=str) + "\n")
    else:
        sys.stdout.write(_toml(found) or f"# {_NONE.in_(language)}\n")
    return 0


def _matching(tables: Mapping[str, object], words: Sequence[str]) -> Tables:
    found: Tables = {}
    named, words = [word for word in words if word in tables], [word for word in words if word not in tables]
    for name, table in tables.items():
        if name in named:
            found[name] = table
        elif isinstance(table, dict):
            inner = _matching(table, words) if name == "facts" else {key: e for key, e in table.items() if _has(words, key, e)}
            found |= {name: inner} if inner else {}
        elif isinstance(table, list) and (entries := [entry for entry in table if _has(words, entry)]):
            found[name] = entries
    return found


def _has(words: Sequence[str], *values: object) -> bool:
    text = " ".join(map(str, values))
    return any(word in text for word in words)


def _toml(tables: Mapping[str, object], above: str = "") -> str:
    """Tables as TOML, an entry a line."""
    lines = [f"{_key(key)} = {_value(value)}" for key, value in tables.items() if not isinstance(value, dict) and not _of_tables(value)]
    for key, value in tables.items():
        name = above + _key(key)
        if isinstance(value, list) and _of_tables(value):
            for entry in value:
                lines += ["", f"[[{name}]]", *(f"{_key(inner)} = {_value(item)}" for inner, item in entry.items())]
        elif isinstance(value, dict):
            if key == "facts" and not above:
                lines.append(_toml(value, "facts."))
            else:
                lines += ["", f"[{name}]", *(f"{_key(inner)} = {_value(item)}" for inner, item in value.items())]
    return "\n".join(lines).lstrip("\n") + "\n" * bool(lines)


def _of_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("-", "").replace("_", "").isalnum() else _value(key)


def _value(value: object) -> str:
    from json import dumps

    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items()) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return dumps(value, ensure_ascii=False) if isinstance(value, str | bool | int | float) else str(value)
