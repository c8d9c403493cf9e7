"""The published schemas say what the program does, and do not drift from it."""

from __future__ import annotations

import json
import os
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema.validators import validator_for

from reportlint.config.schema import _KEYS, _OVERRIDE_KEYS, read_config
from reportlint.formats import FORMATS

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

FOLDER = files("reportlint").joinpath("schemas")
HOW = "When a key was added to config/schema.py: describe it in linter/reportlint/schemas/config.json, in both languages."

VALUES: tuple[Any, ...] = (
    True, False, 0, 1, -1, 7, 1948, 1949, 2099, 2100, 100_000, 0.5, -0.5, "", " ", "x", "zh", "en", "error", "warning", "never", "full",
    "sarif:a b.sarif", "json:", "xml", " csv ： 甲", date(2020, 1, 1),
    [], ["x"], ["x", "y/"], [""], ["x", 1], [1], [["x"]], [{}], ["full", "json:a"], ["full", "x"], [True],
    {}, {"x": "error"}, {"x": "fatal"}, {"x": ["P"]}, {"x": ["P", 3]}, {"x": {}}, {"x": 1}, {"x": True}, {"x": ""},
    {"x": {"parts": {"y": {}}}}, {"x": {"parts": {"y": 1}}}, {"x": {"parts": []}}, {"x": {"order": 1}}, {"x": {"other": 1}},
    [{"paths": ["x"]}], [{"paths": "x"}], [{"kind": "x"}], [{"paths": ["x"], "other": 1}], [{"paths": ["x"]}, 1],
)  # fmt: skip
"""Of each shape that any key may have, right ones and wrong ones."""


def _schema(name: str) -> Any:
    return json.loads(FOLDER.joinpath(name).read_text(encoding="utf-8"))


def _valid(schema: Any, value: object) -> bool:
    return bool(validator_for(schema)(schema).is_valid(value))


@pytest.mark.parametrize("name", ["report-v1.json", "jsonl-v1.json", "config.json", "rule.json"])
def test_it_is_a_schema(name: str) -> None:
    schema = _schema(name)

    validator_for(schema).check_schema(schema)


def test_the_configuration_has_the_same_keys() -> None:
    schema = _schema("config.json")

    assert list(schema["properties"]) == list(_KEYS), HOW
    assert list(schema["properties"]["overrides"]["items"]["properties"]) == list(_OVERRIDE_KEYS), HOW
    undescribed = [
        key
        for key, about in {**schema["properties"], **schema["properties"]["overrides"]["items"]["properties"]}.items()
        if "。"
        not in about.get("description", schema["definitions"].get(about.get("$ref", "").rsplit("/", 1)[-1], {}).get("description", ""))
    ]
    assert undescribed == [], HOW


@pytest.mark.parametrize("key", _KEYS)
def test_a_value_is_right_for_both_or_wrong_for_both(key: str) -> None:
    schema = _schema("config.json")
    values = VALUES if key == "overrides" else (*VALUES, *({"x": value} for value in VALUES[:12]))

    for value in values:
        assert _valid(schema, {key: value}) == (not read_config({key: value})[1]), (value, HOW)


@pytest.mark.parametrize("key", _OVERRIDE_KEYS)
def test_so_is_one_of_an_override(key: str) -> None:
    schema = _schema("config.json")

    for value in VALUES:
        table = {"overrides": [{"paths": ["x"], key: value}]}
        assert _valid(schema, table) == (not read_config(table)[1]), (value, HOW)


def test_every_format_is_named() -> None:
    schema = _schema("config.json")

    assert [name for name in FORMATS if not _valid(schema, {"output-format": [f"{name}:a"]})] == [], (
        "A format was added: name it in the pattern of `output` in linter/reportlint/schemas/config.json."
    )


def test_unknown_keys_are_wrong() -> None:
    assert not _valid(_schema("config.json"), {"selct": []})


def _lines_of(report: Any) -> Any:
    """The schema of jsonl, made from that of json: the same objects, each a line of its own that says what it is."""
    types = {"finding": report["$defs"]["finding"], "file": report["$defs"]["file"], "summary": report["properties"]["summary"]}
    head = {key: report["properties"][key] for key in ("version", "tool")}
    lines = [
        {
            "required": ["type", *(head if name == "summary" else ()), *schema["required"]],
            "properties": {"type": {"const": name}, **(head if name == "summary" else {}), **schema["properties"]},
        }
        for name, schema in types.items()
    ]
    return {
        "$schema": report["$schema"],
        "$id": "urn:reportlint:jsonl:1",
        "title": "One line of reportlint --output-format jsonl, version 1",
        "description": "The findings of a file come before the file; the summary is the last line, without it the run was cut short. "
        + report["description"],
        "type": "object",
        "oneOf": lines,
        "$defs": report["$defs"],
    }


def test_the_lines_are_those_of_the_report() -> None:
    fresh = json.dumps(_lines_of(_schema("report-v1.json")), ensure_ascii=False, indent=1) + "\n"
    if os.environ.get("REPORTLINT_REGENERATE"):
        with as_file(FOLDER) as folder:
            Path(folder, "jsonl-v1.json").write_text(fresh, encoding="utf-8", newline="\n")

    assert json.loads(fresh) == _schema("jsonl-v1.json"), "REPORTLINT_REGENERATE=1 make test writes it anew"


def test_what_is_written_is_valid(cli: Cli, write: Write) -> None:
    write(
        {"a.txt": "关于2023年工作的报告\n一、举措\n切实##paidbegin##加强。\n2022年XX局投入X万元。\n", "坏.txt": b"\xe4\xb8\x80\xff\xff\xff"}
    )

    report = json.loads(cli("-f", "json", ".", "missing.txt", rules=None).out)
    lines = [json.loads(line) for line in cli("-f", "jsonl", ".", "missing.txt", rules=None).out.splitlines()]

    assert [error.message for error in validator_for({})(_schema("report-v1.json")).iter_errors(report)] == []
    assert [line for line in lines if not _valid(_schema("jsonl-v1.json"), line)] == []
    assert not _valid(_schema("jsonl-v1.json"), {**lines[0], "line": 0})


@pytest.mark.parametrize(
    ("name", "file"), [("report", "report-v1.json"), ("jsonl", "jsonl-v1.json"), ("config", "config.json"), ("rule", "rule.json")]
)
def test_the_command_prints_it(cli: Cli, name: str, file: str) -> None:
    assert cli("schema", name, rules=None).out == FOLDER.joinpath(file).read_text(encoding="utf-8")


def test_the_command_lists_them(cli: Cli) -> None:
    outcome = cli("schema", "--lang", "zh", rules=None)

    assert [line.split()[0] for line in outcome.out.splitlines()] == ["report", "jsonl", "config", "rule"]
    assert all(Path(line.split()[-1]).is_file() for line in outcome.out.splitlines())
    wrong = cli("schema", "confg", rules=None)
    assert (wrong.code, wrong.err) == (2, "reportlint: no schema confg, did you mean config?\n")
