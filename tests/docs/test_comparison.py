"""docs/comparison.md says the same in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
ROW = re.compile(r"^\| (?P<row>\d+|[a-p]) \| .+? \| (?P<verdict>yes|partly|no|是|部分|否) \| .+? \| (?P<missing>.*?) ?\|$", re.MULTILINE)
ENGLISH = {"是": "yes", "部分": "partly", "否": "no"}

pytestmark = pytest.mark.skipif(not (DOCS / "comparison.md").exists(), reason="the pages are not beside the tests")


def rows(name: str) -> list[tuple[str, str, bool]]:
    """Each row with its verdict in English, and whether something is said to be missing."""
    found = ROW.finditer((DOCS / name).read_text(encoding="utf-8"))
    return [(m["row"], ENGLISH.get(m["verdict"], m["verdict"]), bool(m["missing"])) for m in found]


def test_verdicts_are_the_same_in_both_languages() -> None:
    english = rows("comparison.md")

    assert [row for row, _, _ in english] == [*(str(n) for n in range(1, 25)), *"abcdefghijklmnop"]
    assert rows("comparison.zh.md") == english


def test_what_is_not_there_in_full_is_named() -> None:
    assert [row for row, verdict, missing in rows("comparison.md") if verdict != "yes" and not missing] == []
