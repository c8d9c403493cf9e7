"""What the READMEs show is what the program says. `REPORTLINT_REGENERATE=1 make test` writes it anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reportlint.plugins import load

ROOT = Path(__file__).parents[1]
SHOWN = re.compile(r"<!-- shown: reportlint (?P<arguments>.+?) -->\n```\n(?P<output>.*?)```\n", re.DOTALL)


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md", "docs/formats.md", "docs/formats.zh.md"])
def test_shown_output_is_real(readme: str) -> None:
    path = ROOT / readme
    if not path.exists():
        pytest.skip("the README is not beside the tests")
    text = path.read_text(encoding="utf-8")

    def run(match: re.Match[str]) -> str:
        command = [sys.executable, "-m", "reportlint", "--isolated", *match["arguments"].split()]
        shown = subprocess.run(
            command, cwd=ROOT, capture_output=True, check=False, env={**os.environ, "PYTHONUTF8": "1", "GITHUB_STEP_SUMMARY": ""}
        ).stdout.decode()
        return match[0].replace(f"```\n{match['output']}```", f"```\n{shown}```")

    fresh = SHOWN.sub(run, text)
    if os.environ.get("REPORTLINT_REGENERATE"):
        path.write_text(fresh, encoding="utf-8")

    assert fresh == text


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_every_rule_is_named(readme: str) -> None:
    path = ROOT / readme
    if not path.exists():
        pytest.skip("the README is not beside the tests")
    text = path.read_text(encoding="utf-8")

    assert [rule.code for rule in load().rules if f"{rule.code} " not in text] == []
