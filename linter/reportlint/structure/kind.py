"""A kind of report: its grammar, and the words by which its parts are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reportlint.text import Bilingual


class Kind(NamedTuple):
    """A kind of report."""

    name: str
    title: Bilingual

    def overridden(self, parts: Mapping[str, Mapping[str, object]]) -> Kind:
        return self
