"""The script of ci/gitlab.yml, run as a runner does. No GitLab is there to read what comes out; the formats have tests of their own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.ci.places import read, with_program


@pytest.mark.parametrize(("options", "code"), [("", 1), ("--exit-zero --lang=zh", 0)])
def test_a_failed_check_leaves_its_reports(tmp_path: Path, options: str, code: int) -> None:
    (tmp_path / "2023年报告.txt").write_text("切实##paidbegin##加强。\n", encoding="utf-8")
    (tmp_path / "reportlint.toml").write_text('select = ["M001"]\n', encoding="utf-8")
    template = read("ci/gitlab.yml")
    job = template["reportlint"]
    environment = with_program({**template["variables"], "REPORTLINT_ARGS": options})
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(job["script"])], cwd=tmp_path, env=environment, check=False, capture_output=True
    )
    assert done.returncode == code
    kept = job["artifacts"]["reports"]
    (found,) = json.loads((tmp_path / kept["codequality"]).read_text(encoding="utf-8"))
    assert (found["check_name"], found["location"]["path"]) == ("paid-marker", "2023年报告.txt")
    (failure,) = ET.parse(tmp_path / kept["junit"]).getroot().iter("failure")
    assert "2023年报告.txt:1:3" in "".join(failure.itertext())
