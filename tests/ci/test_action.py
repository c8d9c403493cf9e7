"""The shell steps of action.yml, run as GitHub runs them: by bash, with the inputs in the environment. No runner is there to run the rest."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.ci.places import read, with_program

PAID = "切实##paidbegin##加强。\n"


class Ran(NamedTuple):
    """What the step did."""

    code: int
    out: str
    outputs: str
    summary: str


def filled(template: str, inputs: Mapping[str, Any], given: Mapping[str, str]) -> str:
    """A value of `env` with its expressions replaced."""

    def value(expression: re.Match[str]) -> str:
        if expression[1] == "steps.install.outputs.program":
            return str(Path(sys.executable).with_name("reportlint"))
        area, _, name = expression[1].partition(".")
        assert area == "inputs", expression[0]
        return given.get(name, str(inputs[name].get("default", "")))

    return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", value, template)


def check(folder: Path, **given: str) -> Ran:
    """Run the step that checks, in `folder`."""
    action = read("action.yml")
    (step,) = [step for step in action["runs"]["steps"] if step.get("id") == "check"]
    output, summary = folder / "output.env", folder / "summary.env"
    environment = {name: filled(text, action["inputs"], given) for name, text in step["env"].items()}
    environment |= {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(summary), "GITHUB_ACTIONS": "true"}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder, env=with_program(environment), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    written = [path.read_text(encoding="utf-8") if path.exists() else "" for path in (output, summary)]
    return Ran(done.returncode, done.stdout + done.stderr, *written)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "一 组").mkdir()
    (tmp_path / "一 组" / "报告 1.txt").write_text(PAID, encoding="utf-8")
    (tmp_path / "-好.md").write_text("切实加强。\n", encoding="utf-8")
    (tmp_path / "reportlint.toml").write_text('select = ["M001"]\n', encoding="utf-8")
    return tmp_path


def test_lines_are_annotated_and_the_run_is_summed_up(reports: Path) -> None:
    ran = check(reports)
    assert ran.code == 1
    assert "::error file=一 组/报告 1.txt,line=1,col=3" in ran.out
    assert "M001" in ran.summary
    assert ran.outputs == "exit-code=1\n"


def test_paths_and_options_are_taken_line_by_line_and_never_run(reports: Path) -> None:
    ran = check(reports, paths="-好.md\n\n", args="--lang=zh\n--fail-on=warning")
    assert (ran.code, ran.outputs) == (0, "exit-code=0\n")
    ran = check(reports, paths="一 组\n$(touch here)\n`touch here`; touch here")
    assert ran.code == 2
    assert not (reports / "here").exists()
    assert check(reports, args="--ignore\nM001").code == 0


def test_other_formats(reports: Path) -> None:
    ran = check(reports, format="concise", sarif="out/reports.sarif", args="--exit-zero")
    assert ran.code == 0
    assert ": error M001 " in ran.out
    found = json.loads((reports / "out/reports.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in found["runs"][0]["results"]] == ["M001"]


def test_no_input_stands_in_a_script() -> None:
    for step in read("action.yml")["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "what a user writes would be run: hand it over in env"
