"""The example of a plug-in, not installed: its own tests hold. `check_plugin.sh` installs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

PLUGIN = Path(__file__).parents[2] / "example-plugin"

pytestmark = pytest.mark.skipif(not PLUGIN.exists(), reason="the plug-in is not beside the tests")


def test_its_own_tests(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(PLUGIN), "XDG_CACHE_HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(PLUGIN / "tests"), "--rootdir", str(PLUGIN)]
    result = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=False)

    assert result.returncode == 0, result.stdout.decode()


def test_its_entry_point_is_the_module() -> None:
    project = tomli.loads((PLUGIN / "pyproject.toml").read_text(encoding="utf-8"))

    assert project["project"]["entry-points"]["reportlint"] == {"county": "county_rules"}
