"""What .pre-commit-hooks.yaml promises; tests/hook runs the hooks by the real pre-commit."""

from __future__ import annotations

import re

import pytest

from reportlint.readers.formats import ARCHIVES, DOCUMENTS, SUFFIXES
from tests.ci.places import read

IN_THE_EXTRA = {suffix for format_ in DOCUMENTS if format_.needs for suffix in format_.suffixes}
HOOKS = {
    "reportlint": SUFFIXES.keys() - IN_THE_EXTRA,
    "reportlint-documents": SUFFIXES.keys() | ARCHIVES,
}


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_gets_the_files_that_can_be_read(name: str) -> None:
    (hook,) = [hook for hook in read(".pre-commit-hooks.yaml") if hook["id"] == name]
    wanted = "(?i)\\.(" + "|".join(suffix[1:] for suffix in [*SUFFIXES, *sorted(ARCHIVES)] if suffix in HOOKS[name]) + ")$"
    assert hook["files"] == wanted, f"write into .pre-commit-hooks.yaml, {name}: {wanted}"
    assert re.search(hook["files"], "报告/2023年 报告.MD")
    assert not re.search(hook["files"], "报告.png")
