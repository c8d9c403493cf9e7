"""The published schema of rules in TOML says what the program says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import pytest
import tomli
from jsonschema.validators import validator_for

from reportlint.keys import TABLE, Expected
from reportlint.own.about import CHECKS, EXAMPLE, NEEDED, RULE, SCOPE, faults
from reportlint.own.scaffold import files as written

SCHEMA: Any = json.loads(files("reportlint").joinpath("schemas", "rule.json").read_text(encoding="utf-8"))
HOW = "Keys of rules in TOML stand in own/about.py and, described in both languages, in schemas/rule.json."
TABLES: Mapping[str, tuple[Any, Mapping[str, Expected]]] = {
    "rule": (SCHEMA, RULE),
    "scope": (SCHEMA["properties"]["scope"], SCOPE),
    "example": (SCHEMA["definitions"]["example"], EXAMPLE),
    **{name: (SCHEMA["properties"][name], keys) for name, keys in CHECKS.items()},
}
VALUES: tuple[Any, ...] = (
    True, False, 0, 1, -1, 2023, "", " ", "x", "U001", "u001", "empty-phrase", "error", "on", "title", "section", "report",
    [], ["x"], ["title"], ["x", 1], [""], [["x", "y"]], [["x"]], [{}], [{"text": "x"}], [["x", 1]],
    {}, {"zh": "x"}, {"zh": "x", "en": "y"}, {"zh": "x", "en": ""}, {"x": "y"}, {"x": 1},
)  # fmt: skip


def valid(schema: Any, value: object) -> bool:
    return bool(validator_for(SCHEMA)({**schema, "definitions": SCHEMA["definitions"]}).is_valid(value))


@pytest.mark.parametrize("table", TABLES)
def test_the_keys_are_the_same_and_described(table: str) -> None:
    schema, keys = TABLES[table]

    assert list(schema["properties"]) == list(keys), HOW
    assert [key for key, about in schema["properties"].items() if "。" not in about.get("description", "")] == [], HOW


@pytest.mark.parametrize(("table", "key"), [(table, key) for table, (_, keys) in TABLES.items() for key in keys])
def test_a_value_is_right_for_both_or_wrong_for_both(table: str, key: str) -> None:
    schema, keys = TABLES[table]
    if keys[key] is TABLE:
        return
    for value in VALUES:
        if key in ("good", "bad") and isinstance(value, list) and {} in value:
            continue  # what an example lacks is told by another check
        assert valid(schema["properties"][key], value) == keys[key].fits(value), (value, HOW)


def test_what_is_needed() -> None:
    assert SCHEMA["required"] == list(NEEDED)
    rule: dict[str, Any] = {"code": "U001", "name": "a", "title": "甲", "help": "乙"}

    assert not valid(SCHEMA, rule)
    assert not valid(SCHEMA, {**rule, "existence": {}, "count": {}})
    assert valid(SCHEMA, {**rule, "existence": {"words": ["丙"]}})


def test_a_new_rule_is_valid() -> None:
    rule = tomli.loads(written("U001", "empty-phrase", toml=True)["empty_phrase.toml"])

    assert list(faults(rule)) == []
    assert valid(SCHEMA, rule)
