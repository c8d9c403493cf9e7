"""SARIF: valid, and what code scanning makes use of."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema.validators import validator_for

from reportlint.engine import FAILED, FileResult
from reportlint.finding import Position, Severity, Suppressed
from reportlint.plugins import load
from reportlint.reporters.sarif import Sarif, uri
from reportlint.tally import Tally
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from tests.conftest import Cli, Write
    from tests.reporters.conftest import Make, Result

RULES = {rule.code: rule for rule in load().rules}
SCHEMA = next((path for up in Path(__file__).parents if (path := up / "shared/schemas/sarif-schema-2.1.0.json").is_file()), None)
"""That of OASIS, which we do not carry along."""


def _run(results: list[FileResult], language: str = "zh") -> dict[str, Any]:
    reporter, tally, text = Sarif(language, rules=RULES), Tally(), ""
    for result in results:
        text += reporter.show(reporter.render(result))
        tally = tally.plus(Tally.of(result, Severity.ERROR))
    log = json.loads(text + "".join(reporter.end(tally)))
    if SCHEMA:
        assert _faults(log) == []
    (run,) = log["runs"]
    return dict(run)


def _faults(log: object) -> list[str]:
    assert SCHEMA
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return [f"{error.json_path}: {error.message}" for error in validator_for(schema)(schema).iter_errors(log)]


@pytest.mark.skipif(not SCHEMA, reason="the schema of SARIF is not at hand")
def test_a_whole_run_is_valid(cli: Cli, write: Write, folder: Path) -> None:
    write(
        {
            "a/报告.txt": "关于2023年工作的报告\n一、举措\n切实##paidbegin##加强。\n2022年XX局投入X万元。\n",
            "坏.txt": b"\xe4\xb8\x80\xff\xff\xff",
        }
    )

    cli(".", "missing.txt", "-f", "sarif:out", rules=None)

    log = json.loads((folder / "out").read_text("utf-8"))
    assert len(log["runs"][0]["results"]) > 4
    assert _faults(log) == []
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert len(_faults(log)) == 1


def test_a_result(finding: Make, result: Result) -> None:
    run = _run([result(finding())])

    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"] == [{
        "ruleIndex": 0, "ruleId": "Y001", "level": "error",
        "message": {"text": "此处为2022年，标题为2023年（另见：[标题中的年份](1)）"},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": {"uri": "a/%E6%8A%A5%E5%91%8A.txt", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 8, "snippet": {"text": "2022年"}},
            },
            "logicalLocations": [{"fullyQualifiedName": "一、2022年工作情况", "kind": "heading"}],
        }],
        "partialFingerprints": {"primaryLocationLineHash": finding().fingerprint, "reportlint/v1": finding().fingerprint},
        "relatedLocations": [{
            "id": 1, "message": {"text": "标题中的年份"},
            "physicalLocation": {
                "artifactLocation": {"uri": "a/%E6%8A%A5%E5%91%8A.txt", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 6},
            },
        }],
        "fixes": [{
            "description": {"text": "改为2023年（请核对）"},
            "artifactChanges": [{
                "artifactLocation": {"uri": "a/%E6%8A%A5%E5%91%8A.txt", "uriBaseId": "%SRCROOT%"},
                "replacements": [{
                    "deletedRegion": {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 7}, "insertedContent": {"text": "2023"},
                }],
            }],
        }],
        "properties": {"confidence": "high"},
    }]  # fmt: skip


def test_only_rules_that_found_something_each_in_both_languages(finding: Make, result: Result) -> None:
    run = _run([result(finding(), finding(code="P001")), result(finding(severity=Severity.INFO))], "en")
    first, second = run["tool"]["driver"]["rules"]

    assert [one["ruleIndex"] for one in run["results"]] == [0, 1, 0]
    assert [one["level"] for one in run["results"]] == ["error", "error", "note"]
    assert (first["id"], second["id"], second["name"]) == ("Y001", "P001", "placeholder-mask")
    for language in ("zh", "en"):
        assert RULES["P001"].clause.in_(language) in second["help"]["text"]
        assert RULES["P001"].title.in_(language) in second["help"]["markdown"]
    assert second["shortDescription"]["text"] == RULES["P001"].title.en
    assert len(second["fullDescription"]["text"]) <= 1024


def test_what_could_not_be_checked_is_told_twice(finding: Make, result: Result) -> None:
    """As a result, which is all that GitHub shows, and as a notification: the run was not whole."""
    broken = finding(code="E001", rule="unreadable-file", position=Position(1, 1, 1, 1), text="", related=(), fix=None, headings=())

    run = _run([result(broken, status=FAILED)])

    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    (note,) = invocation["toolExecutionNotifications"]
    assert note["descriptor"] == {"id": "E001"}
    (one,) = run["results"]
    assert one["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_nothing_found(result: Result) -> None:
    run = _run([result()])

    assert run["results"] == run["tool"]["driver"]["rules"] == []
    assert run["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_suppressed_results_say_why(finding: Make, result: Result) -> None:
    suppressed = (Suppressed(finding(), "sidecar", "名称是范本要求的"), Suppressed(finding(), "comment"))

    one, two = _run([result(suppressed=suppressed)])["results"]

    assert one["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "名称是范本要求的", "properties": {"by": "sidecar"}}
    ]
    assert two["suppressions"] == [{"kind": "inSource", "status": "accepted", "properties": {"by": "comment"}}]


def test_what_looks_like_a_link_or_a_placeholder_is_none(finding: Make, result: Result) -> None:
    text = Bilingual("第{0}项[甲](乙)", "")

    assert _run([result(finding(message=text, related=()))])["results"][0]["message"]["text"] == r"第{{0}}项\[甲](乙)"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("a/报告 1.txt", ("a/%E6%8A%A5%E5%91%8A%201.txt", True)),
        ("./a.txt", ("a.txt", True)),
        ("b/../a:b#?%.txt", ("a%3Ab%23%3F%25.txt", True)),
        ("{here}/a.txt", ("a.txt", True)),
        ("/outside/a.txt", ("file:///outside/a.txt", False)),
        ("a\udcff.txt", ("a%FF.txt", True)),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of POSIX")
def test_addresses(folder: Path, path: str, address: tuple[str, bool]) -> None:
    assert uri(path.format(here=folder) if "{here}" in path else path) == address
    assert uri("../a.txt") == (f"{folder.parent.as_uri()}/a.txt", False)


def test_more_than_github_takes_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    reporter = Sarif("en", rules=RULES)
    reporter.show(([("Y001", "{}")] * 5_001, []))

    list(reporter.end(Tally()))

    assert capsys.readouterr().err.startswith(
        "5001 results in SARIF: GitHub shows the worst 5,000 and refuses a file with more than 25,000"
    )
