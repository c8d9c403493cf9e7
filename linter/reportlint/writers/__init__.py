"""Write into documents: findings as comments in a copy, fixes into the text itself. From bytes to bytes; files are the business of `run`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.extract import Limits
    from reportlint.finding import Finding, Fix

ANNOTATED = (".docx", ".docm", ".pdf")
"""Suffixes of files of which an annotated copy can be made."""
FIXED = (".docx", ".docm")
"""Suffixes of documents into which fixes can be written."""
AUTHOR = "reportlint"


def annotated(medium: str, data: bytes, findings: Sequence[Finding], language: str, limits: Limits) -> bytes:
    """A copy of a document with what was found, each at its place. Raises UnreadableFile for one that cannot be written."""
    if medium == "pdf":
        from reportlint.writers import pdf

        return pdf.annotated(data, findings, language, limits)
    from reportlint.writers.docx import comments  # brings lxml along

    return comments.annotated(data, findings, language, limits)


def fixed(data: bytes, fixes: Sequence[Fix], limits: Limits) -> tuple[bytes, int]:
    """A Word document with those of `fixes` that it can take, and how many these are. Raises UnreadableFile."""
    from reportlint.writers.docx import edits  # brings lxml along

    return edits.fixed(data, fixes, limits)


def is_ours(data: bytes) -> bool:
    """Whether a file looks like a copy that `annotated` made: another one must not be replaced by such a copy."""
    if data.startswith(b"%PDF"):
        return AUTHOR.encode("utf-16-be") in data or b"(%b)" % AUTHOR.encode() in data
    from reportlint.writers.docx import comments

    return comments.is_ours(data)
