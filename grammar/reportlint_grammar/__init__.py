"""The shipped kinds of reports: what a report looks like. A .lark file is the mandate, the .toml beside it has the words."""

from __future__ import annotations

import os

from reportlint import hookimpl
from reportlint.structure.kind import Kind
from reportlint.structure.store import load_kinds

FOLDER = os.path.dirname(__file__)


@hookimpl
def reportlint_kinds() -> list[Kind]:
    """Every shipped kind."""
    return load_kinds(FOLDER)
