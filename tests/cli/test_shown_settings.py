"""`--show-settings`, `reportlint kinds`, and what shortens the output."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

GOLDEN = Path(__file__).parent.parent / "golden"
FILES = {
    "shared/strict.toml": 'fail-on = "warning"\nignore = ["T"]\nmandatory = ["T002"]\n\n[severity]\nM001 = "info"\n',
    "reportlint.toml": """extend = "shared/strict.toml"
extend-select = ["S003"]

[severity]
placeholder-mask = "warning"

[per-file-ignores]
"2022/*.txt" = ["L"]
"2022/a.txt#一" = ["M003"]

[[overrides]]
paths = ["2023/"]
year = 2023

[[overrides]]
paths = ["2022/"]
year = 2022
ignore = ["S012"]
severity = { S010 = "error" }
""",
    "2022/a.txt": "青禾区民政局法治政府建设年度报告\n一、主要举措\n制定制度。##paidbegin##\n",
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_value_with_its_origin(cli: Cli, write: Write, language: str) -> None:
    write(FILES)
    golden = GOLDEN / f"show-settings.{language}.txt"

    out = cli("--lang", language, "--show-settings", "2022/a.txt", "--ignore", "Y,C", "--severity", "F001=info", rules=None).out
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(out, encoding="utf-8", newline="\n")

    assert out == golden.read_text(encoding="utf-8")


def test_for_programs(cli: Cli, write: Write) -> None:
    write(FILES)

    told = json.loads(cli("--show-settings", "2022/a.txt", "--output-format", "json", rules=None).out)

    assert told["settings"]["year"] == {"value": 2022, "origin": "reportlint.toml:17 overrides[2].year"}
    assert told["settings"]["kind"] == {"value": "law-based-government", "origin": "title"}
    rules = {rule["code"]: rule for rule in told["rules"]}
    assert (rules["T001"]["on"], rules["T001"]["origin"]) == (False, "shared/strict.toml:2 ignore")
    assert (rules["T002"]["on"], rules["T002"]["origin"]) == (True, "shared/strict.toml:3 mandatory")
    assert told["settings"]["ignore #一"] == {"value": ["M003"], "origin": "reportlint.toml:9 per-file-ignores.2022/a.txt#一"}
    assert (rules["S010"]["severity"], rules["S010"]["severity_origin"]) == ("error", "reportlint.toml:19 overrides[2].severity.S010")


def test_it_says_what_runs(cli: Cli, write: Write) -> None:
    """The page and the run agree, rule by rule."""
    write(FILES)
    told = json.loads(cli("--show-settings", "2022/a.txt", "--output-format", "json", rules=None).out)
    running = {rule["code"] for rule in told["rules"] if rule["on"]}
    found = json.loads(cli("2022/a.txt", "--output-format", "json", rules=None).out)["findings"]

    assert {finding["code"] for finding in found} <= running
    levels = {rule["code"]: rule["severity"] for rule in told["rules"]}
    assert [finding["severity"] for finding in found if finding["code"] == "M001"] == [levels["M001"]] == ["info"]


def test_it_wants_one_file(cli: Cli, write: Write) -> None:
    write({"a.txt": "", "b.txt": ""})

    assert cli("--show-settings", ".").err == "reportlint: --show-settings wants one file\n"
    assert cli("--show-settings", "none.txt").err == "reportlint: none.txt: no such file or folder\n"


def test_kinds(cli: Cli, write: Write) -> None:
    write({"reportlint.toml": "[kinds.law-based-government.parts.plan]\nrequired = false\nseverity = 'info'\n"})

    assert cli("kinds", "法治政府建设年度报告", rules=None).out.splitlines()[2:6] == [
        "  in any order, for 2019 and later:",
        "    measures    main measures and results (required, error)",
        "    problems    shortcomings and their causes (required, error)",
        "    leadership  how the leaders met the duty of first responsible person (required, error)",
    ]
    told = json.loads(cli("kinds", "--output-format", "json", rules=None).out)["kinds"]
    (kind,) = (kind for kind in told if kind["name"] == "law-based-government")
    assert [(part["name"], part["required"]) for part in kind["parts"]][3] == ("plan", False)
    assert cli("kinds", "law-base-government", rules=None).err == (
        "reportlint: no kind of report law-base-government, did you mean law-based-government?\n"
    )


MIXED = {"a.txt": "青禾区民政局2023年工作总结\n一、主要工作\n走访##paidbegin##群众，走访群众##paidend##。\n三、下一步打算\n继续努力。\n"}


def test_statistics(cli: Cli, write: Write) -> None:
    write(MIXED)

    lines = cli("a.txt", "--statistics", rules="M001,S010").out.splitlines()
    told = json.loads(cli("a.txt", "--statistics", "--output-format", "json", rules="M001,S010").out)

    assert [line.split()[:2] for line in lines[:2]] == [["2", "M001"], ["1", "S010"]]
    assert lines[0].split()[2:4] == ["[*]", "error"]
    assert [(row["code"], row["count"], row["fixable"]) for row in told["statistics"]] == [("M001", 2, 2), ("S010", 1, 0)]
    assert told["summary"]["errors"] == 2
    assert "text or json only" in cli("a.txt", "--statistics", "--output-format", "sarif").err


def test_least_severity_shown(cli: Cli, write: Write) -> None:
    write(MIXED)

    outcome = cli(
        "a.txt", "--min-severity", "error", "--fail-on", "warning", "--output-format", "concise", "--ignore", "M001", rules="M001,S010"
    )

    assert (outcome.code, outcome.out) == (1, "")


def test_too_many_warnings(cli: Cli, write: Write) -> None:
    write(MIXED)

    assert cli("a.txt", "--max-warnings", "0", rules="S010").code == 1
    assert cli("a.txt", "--max-warnings", "1", rules="S010").code == 0
    assert "expected 0 or a positive integer, found x" in cli("a.txt", "--max-warnings", "x").err


def test_quiet(cli: Cli, write: Write) -> None:
    write({**MIXED, "b.ppt": ""})

    loud, quiet = cli("."), cli(".", "-q")

    assert loud.out.startswith(quiet.out)
    assert loud.out != quiet.out
    assert (bool(loud.err), quiet.err) == (True, "")
    assert json.loads(cli(".", "-q", "--output-format", "json").out)["summary"]["errors"] == 2
