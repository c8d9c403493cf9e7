"""The report for programs keeps to its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from reportlint.engine import FileResult
from reportlint.finding import Suppressed
from reportlint.reporters.json import Json
from reportlint.tally import Tally
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from tests.conftest import Cli, Write
    from tests.reporters.conftest import Make, Result


SCHEMA = json.loads(files("reportlint").joinpath("schemas/report-v1.json").read_text(encoding="utf-8"))
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}


def departures(value: Any, schema: dict[str, Any], at: str = "$") -> Iterator[str]:
    """Where `value` departs from `schema`: as much of JSON Schema as ours uses; what is not described counts as well."""
    if "$ref" in schema:
        yield from departures(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], at)
    if "oneOf" in schema and sum(not list(departures(value, choice, at)) for choice in schema["oneOf"]) != 1:
        yield f"{at}: not one of the choices"
    if "const" in schema and value != schema["const"]:
        yield f"{at}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    if "type" in schema:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(type(value) is TYPES[name] for name in names):
            yield f"{at}: {value!r} is no {names}"
            return
    if value is not None and value < schema.get("minimum", value) if isinstance(value, int) else False:
        yield f"{at}: {value} is too small"
    if isinstance(value, dict) and "properties" in schema:
        yield from (f"{at}: {key} is missing" for key in schema.get("required", ()) if key not in value)
        yield from (f"{at}: {key} is not described" for key in value if key not in schema["properties"])
        for key, inner in schema["properties"].items():
            if key in value:
                yield from departures(value[key], inner, f"{at}.{key}")
    if isinstance(value, list) and "items" in schema:
        for i, item in enumerate(value):
            yield from departures(item, schema["items"], f"{at}[{i}]")


def _written(results: list[FileResult], language: str = "en") -> Any:
    reporter, tally, text = Json(language), Tally(), ""
    for result in results:
        text += reporter.show(reporter.render(result))
        tally = tally.plus(Tally.of(result, None))
    return json.loads(text + "".join(reporter.end(tally)))


def test_everything(finding: Make, result: Result) -> None:
    found = _written([result(finding())], "zh")

    assert list(departures(found, SCHEMA)) == []
    (one,) = found["findings"]
    assert one.pop("fingerprint")
    assert one == {
        "code": "Y001", "rule": "inconsistent-year", "severity": "error", "confidence": "high",
        "message": "此处为2022年，标题为2023年", "path": "a/报告.txt", "line": 3, "column": 3, "end_line": 3, "end_column": 8, "text": "2022年",
        "location": {"heading": ["一、2022年工作情况"]}, "data": {"year": 2022},
        "related": [{"line": 1, "column": 1, "end_line": 1, "end_column": 6, "text": "2023年", "note": "标题中的年份"}],
        "fix": {"title": "改为2023年", "safe": False, "edits": [{"line": 3, "column": 3, "end_line": 3, "end_column": 7, "text": "2023"}]},
    }  # fmt: skip
    assert found["files"] == [{
        "path": "a/报告.txt", "status": "checked", "encoding": "gb18030", "kind": {"value": "general", "from": "title"},
        "year": {"value": 2023, "from": "title"}, "issuer": {"value": "某局", "from": "signature"},
        "issued": {"value": "2024-01-31", "from": "signature"},
    }]  # fmt: skip
    assert found["summary"] == {"files": 1, "checked": 1, "errors": 1, "warnings": 0, "infos": 0, "suppressed": 0}


def test_what_is_suppressed_is_counted(finding: Make, result: Result) -> None:
    quiet = result(finding())._replace(suppressed=(Suppressed(finding(), "sidecar", "示例"), Suppressed(finding(), "unchanged")))

    found = _written([quiet])

    assert (len(found["findings"]), found["summary"]["errors"], found["summary"]["suppressed"]) == (1, 1, 2)


@pytest.mark.parametrize("counts", [(), (0,), (0, 0), (1, 0, 2), (0, 3, 0)])
def test_it_is_one_object_however_findings_fall(finding: Make, result: Result, counts: tuple[int, ...]) -> None:
    found = _written([result(*[finding()] * count, path=str(i)) for i, count in enumerate(counts)])

    assert list(departures(found, SCHEMA)) == []
    assert (len(found["files"]), len(found["findings"])) == (len(counts), sum(counts))


def test_whatever_a_rule_puts_into_its_data(finding: Make, result: Result) -> None:
    data = {"both": Bilingual("甲", "a"), "many": (1, 2.5, None, True), "deep": {1: {"x"}}, "odd": 1 + 2j}

    (one,) = _written([result(finding(data=data))])["findings"]

    assert one["data"] == {"both": {"zh": "甲", "en": "a"}, "many": [1, 2.5, None, True], "deep": {"1": ["x"]}, "odd": "(1+2j)"}


def test_real_output(cli: Cli, write: Write) -> None:
    write({"a.txt": "一、举措\n切实##paidbegin##加强。\n内容已经隐藏，点击付费后查看\n", "b.md": "好。\n"})

    for rules in ("M001", None):
        found = json.loads(cli("--output-format", "json", "a.txt", "b.md", "missing.txt", rules=rules).out)
        assert list(departures(found, SCHEMA)) == []
    nothing = json.loads(cli("--output-format", "json", "--allow-empty", ".", "--exclude", "*").out)
    assert (nothing["files"], nothing["findings"], list(departures(nothing, SCHEMA))) == ([], [], [])


def test_the_check_of_the_schema_sees_faults(finding: Make, result: Result) -> None:
    found = _written([result(finding())])
    found["findings"][0]["line"] = 0
    found["findings"][0]["extra"] = 1
    del found["files"][0]["kind"]
    found["findings"][0]["fix"] = "no"

    assert sorted(departures(found, SCHEMA)) == [
        "$.files[0]: kind is missing",
        "$.findings[0].fix: not one of the choices",
        "$.findings[0].line: 0 is too small",
        "$.findings[0]: extra is not described",
    ]
