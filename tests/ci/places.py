"""The files of the repository that are for CI, which stand beside the tests or not."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]


def there(name: str) -> Path:
    """A file of the repository; without it the test is skipped."""
    if not (ROOT / name).exists():
        pytest.skip(f"{name} is not beside the tests")
    return ROOT / name


def read(name: str) -> Any:
    """A YAML file of the repository."""
    return yaml.safe_load(there(name).read_text(encoding="utf-8"))


def with_program(environment: Mapping[str, str]) -> dict[str, str]:
    """`environment`, in which the shell finds the program under test."""
    return {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", **environment}
