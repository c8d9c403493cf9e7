"""What kind of report a document is, and how it fits the grammar of that kind."""

from __future__ import annotations

from reportlint.structure.fit import check_structure
from reportlint.structure.recognise import recognise

__all__ = ["check_structure", "recognise"]
