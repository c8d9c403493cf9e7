"""Whatever stands in a report, each format for programs gives it back as it was."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from posixpath import normpath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from reportlint.finding import Excerpt, Finding, Position, Severity
from reportlint.reporters import Setup, reporter
from reportlint.reporters.csv import harmless
from reportlint.reporters.table import COLUMNS
from reportlint.reporters.words import line
from reportlint.reporters.xml import legal
from reportlint.tally import Tally
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from reportlint.engine import FileResult
    from tests.reporters.conftest import Make, Result

NASTY = (
    "<![CDATA[", "]]>", "-->", "<!--", "&amp;", "&#0;", "\x00", "\x0b", "\x1b[2J", "\ufffe", "\r\n", "\r", "\n", "\t", "\u2028", "\x85",
    "::error::", "##[error]", "%0A", "|", "\\|", "`", "``", "**", "__", "[x](y)", "![x](y)", "<b>", "@someone", "#12", "$x$", "=1+1", "+1", "-1", "@SUM(A1)",
    "＝1", '"', "'", ",", ";", "{0}", "𠀀", "é", "\u202e", "\ufeff", "a" * 500, "http://x.y", "~~", "1. ", "- ", "# ", "\\",
)  # fmt: skip
TEXT = st.lists(st.one_of(st.text(max_size=8), st.sampled_from(NASTY)), max_size=5).map("".join)
PATHS = TEXT.filter(lambda path: bool(path.strip()) and not path.startswith("./"))
PLACES = st.tuples(st.integers(1, 99), st.integers(1, 99)).map(lambda at: Position(at[0], at[1], at[0], at[1] + 2))


@st.composite
def files(draw: st.DrawFn) -> list[tuple[str, list[dict[str, Any]]]]:
    paths = draw(st.lists(PATHS, max_size=3, unique=True))
    return [
        (
            path,
            [
                {"path": path, "position": draw(PLACES), "severity": draw(st.sampled_from(Severity)), "text": draw(TEXT), "nth": nth,
                 "message": Bilingual(message := draw(TEXT), message), "excerpt": Excerpt(draw(TEXT), draw(TEXT), draw(TEXT))}
                for nth in range(1, draw(st.integers(1, 4)))
            ],
        )
        for path in paths
    ]  # fmt: skip


ROUND_TRIP = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def written(name: str, results: list[FileResult]) -> str:
    made = reporter(name, Setup("zh", rules={}))
    tally, text = Tally(), ""
    for one in results:
        text += made.show(made.render(one))
        tally = tally.plus(Tally.of(one, Severity.ERROR))
    text += "".join(piece if isinstance(piece, str) else "" for piece in made.end(tally))
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _results(drawn: list[tuple[str, list[dict[str, Any]]]], finding: Make, result: Result) -> tuple[list[FileResult], list[Finding]]:
    results = [result(*(finding(**changes) for changes in found), path=path) for path, found in drawn]
    return results, [one for result in results for one in result.findings]


def _same(name: str, read: Callable[[str], list[Any]], expected: Callable[[Finding], Any]) -> Callable[..., None]:
    """A test that what `read` takes out of the text is what is `expected` of each finding."""

    @ROUND_TRIP
    @given(drawn=files())
    def test(drawn: list[tuple[str, list[dict[str, Any]]]], finding: Make, result: Result) -> None:
        results, findings = _results(drawn, finding, result)
        assert read(written(name, results)) == [expected(one) for one in findings]

    return test


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.path, finding.position.line, finding.position.column, finding.severity.label, finding.message.zh


def _of_entry(entry: dict[str, Any]) -> tuple[object, ...]:
    return entry["path"], entry["line"], entry["column"], entry["severity"], entry["message"]


def _lines(text: str) -> list[Any]:
    entries = [json.loads(one) for one in text.split("\n")[:-1]]
    assert entries[-1]["type"] == "summary"
    return [_of_entry(entry) for entry in entries if entry["type"] == "finding"]


def _checkstyle(text: str) -> list[Any]:
    return [
        (file.get("name"), int(error.get("line", "")), int(error.get("column", "")), error.get("severity"), error.get("message"))
        for file in ET.fromstring(text.encode())
        for error in file
    ]


def _legal(values: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(legal(value) if isinstance(value, str) else value for value in values)


def _junit(text: str) -> list[Any]:
    cases = []
    for suite in ET.fromstring(text.encode()):
        names = [case.get("name") for case in suite]
        assert len(set(names)) == len(names) == int(suite.get("tests", "")), "GitLab takes cases of one name for one"
        cases += [(case.get("classname"), int(case.get("line", "")), case[0].tag, case[0].get("message")) for case in suite if len(case)]
    return cases


def _as_case(finding: Finding) -> tuple[object, ...]:
    failing = finding.severity == Severity.ERROR
    message = legal(finding.message.zh) if failing else None
    return legal(finding.path), finding.position.line, "failure" if failing else "system-out", message


def _gitlab(text: str) -> list[Any]:
    issues = json.loads(text)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return [(issue["location"]["path"], issue["location"]["lines"]["begin"], issue["severity"], issue["description"]) for issue in issues]


def _as_issue(finding: Finding) -> tuple[object, ...]:
    level = {"error": "critical", "warning": "minor", "info": "info"}[finding.severity.label]
    return finding.path, finding.position.line, level, f"Y001 {finding.message.zh}"


def _markdown(text: str) -> list[Any]:
    """The cells of the last table, as a reader of Markdown sees them."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "table_open":
            rows = []
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            shown = token.children or []
            assert {child.type for child in shown} <= {"text", "text_special", "html_inline"}, text
            assert {child.content for child in shown if child.type == "html_inline"} <= {"<!-- -->"}
            rows[-1].append("".join(child.content for child in shown if child.type != "html_inline"))
    return sorted((row[1], row[3]) for row in rows[1:])


test_json = _same("json", lambda text: [_of_entry(entry) for entry in json.loads(text)["findings"]], _place)
test_jsonl = _same("jsonl", _lines, _place)
test_checkstyle = _same("checkstyle", _checkstyle, lambda finding: _legal(_place(finding)))
test_junit = _same("junit", _junit, _as_case)
test_gitlab = _same("gitlab", _gitlab, _as_issue)


@ROUND_TRIP
@given(drawn=files())
def test_markdown(drawn: list[tuple[str, list[dict[str, Any]]]], finding: Make, result: Result) -> None:
    results, findings = _results(drawn, finding, result)

    def cell(text: str) -> str:
        text = line(text).strip()
        return text if len(text) <= 300 else text[:300] + "…"

    cells = [(f"{cell(one.path)}:{one.position.line}:{one.position.column}", cell(one.message.zh)) for one in findings]
    assert _markdown(written("markdown", results)) == sorted((place.strip(), message.strip()) for place, message in cells)


@ROUND_TRIP
@given(drawn=files())
def test_people_get_one_line_each_and_the_terminal_no_commands(
    drawn: list[tuple[str, list[dict[str, Any]]]], finding: Make, result: Result
) -> None:
    results, findings = _results(drawn, finding, result)
    text = written("grouped", results)

    rows = [row for row in text.split("\n") if row.startswith("  ")]
    assert [row.split("  Y001  ")[1] for row in rows] == [line(one.message.zh) for one in findings]
    assert not any(c in text for c in "\x00\x0b\x1b\r\u202e\x85\u2028")


def _of_sarif(text: str) -> list[Any]:
    (run,) = json.loads(text)["runs"]
    found = []
    for one in run["results"]:
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        where = one["locations"][0]["physicalLocation"]
        message = one["message"]["text"].rpartition("（另见：[标题中的年份](1)）")[0]
        message = re.sub(r"\{\{(\d+)\}\}", r"{\1}", re.sub(r"\\\[(?=[^\]]*\]\()", "[", message))
        place = unquote(where["artifactLocation"]["uri"]), where["region"]["startLine"], where["region"].get("startColumn", 1)
        found.append((*place, one["level"].replace("note", "info"), message))
    return found


def _as_sarif(finding: Finding) -> tuple[object, ...]:
    return normpath(finding.path).lstrip("/"), *_place(finding)[1:]


def _of_rdjson(text: str) -> list[Any]:
    return [
        (one["location"]["path"], one["location"]["range"]["start"]["line"], one["severity"].lower(), one["message"])
        for one in json.loads(text)["diagnostics"]
    ]


def _as_rdjson(finding: Finding) -> tuple[object, ...]:
    return normpath(finding.path), finding.position.line, finding.severity.label, finding.message.zh


def _of_csv(text: str) -> list[Any]:
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    assert rows[0] == [column.key for column in COLUMNS]
    for row in rows[1:]:
        assert len(row) == len(rows[0])
        assert not any(cell.lstrip(" ").startswith(tuple("=+-@＝＋－＠\t\r")) for cell in row)
    return [tuple(row[:3] + row[4:6] + row[7:9]) for row in rows[1:]]


def _as_csv(finding: Finding) -> tuple[object, ...]:
    at = finding.position
    cells = (finding.path, str(at.line), str(at.column), finding.severity.label, "Y001", finding.message.zh, finding.text)
    return tuple(harmless(line(cell)) for cell in cells)


test_rdjson = _same("rdjson", _of_rdjson, _as_rdjson)
test_csv = _same("csv", _of_csv, _as_csv)


@ROUND_TRIP
@given(drawn=files())
def test_sarif(drawn: list[tuple[str, list[dict[str, Any]]]], finding: Make, result: Result) -> None:
    possible = [(path, found) for path, found in drawn if not {"\x00", "/"} & set(path) and path not in {".", ".."}]
    results, findings = _results(possible, finding, result)

    assert _of_sarif(written("sarif", results)) == [_as_sarif(one) for one in findings]


@ROUND_TRIP
@given(drawn=files(), language=st.sampled_from(["zh", "en"]))
def test_a_workbook_has_no_formulas(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[tuple[str, list[dict[str, Any]]]], language: str, finding: Make, result: Result
) -> None:
    results, findings = _results(drawn, finding, result)
    made = reporter("xlsx", Setup(language))
    assert "".join(made.show(made.render(one)) for one in results) == ""
    path = tmp_path_factory.mktemp("xlsx") / "list.xlsx"
    path.write_bytes(b"".join(piece for piece in made.end(Tally()) if isinstance(piece, bytes)))

    book = load_workbook(path)
    (sheet,) = book.worksheets
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == [column.title.in_(language) for column in COLUMNS]
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n", "inlineStr"}
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:M{len(findings) + 1}"
    shown = [(unescape(row[0].value), row[1].value, unescape(row[7].value or ""), unescape(row[8].value or "")) for row in rows[1:]]
    assert shown == [
        tuple(legal(line(value)) if isinstance(value, str) else value for value in (one.path, one.position.line, one.message.zh, one.text))
        for one in findings
    ]


@ROUND_TRIP
@given(drawn=files())
def test_the_runner_of_github_obeys_nothing_but_our_annotations(
    drawn: list[tuple[str, list[dict[str, Any]]]], finding: Make, result: Result
) -> None:
    results, findings = _results(drawn, finding, result)
    text = written("github", results)

    commands = [found for row in re.split(r"\r\n|\r|\n", text) if (found := re.fullmatch(r"\s*::(\w+)(?: (.*?))?::(.*)", row))]
    assert not [row for row in text.split("\n") if "##[" in row and not row.startswith("::")]
    shown = [
        (
            command[1],
            {name: _decoded(value) for name, _, value in (one.partition("=") for one in command[2].split(","))}["file"],
            _decoded(command[3]),
        )
        for command in commands
    ]
    levels = {"error": "error", "warning": "warning", "info": "notice"}
    expected = [(levels[one.severity.label], one.path, one.message.zh) for one in sorted(findings, key=lambda one: -one.severity)]
    assert shown == expected


def _decoded(text: str) -> str:
    for code, character in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text
