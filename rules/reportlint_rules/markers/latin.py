"""The characters of a text that code is made of, as a gate for rules about code: reports hold hardly any."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlint import Report


def latin(report: Report) -> bytes:
    """The ASCII characters of the text, in order; what stands here side by side may stand apart in the text."""
    return report.text.encode("ascii", "ignore")
