"""What was kept out of the text of a document, and how it is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint import SourceSpan

if TYPE_CHECKING:
    from reportlint import Aside, Report

_LONGEST = 30


def of_kind(report: Report, *kinds: str) -> list[Aside]:
    """What was set aside as one of `kinds` in a document; nothing in a text file, which has no such things."""
    if report.document.source.extract is None:
        return []
    return [aside for aside in report.document.asides if aside.kind in kinds and aside.text.strip()]


def quoted(words: str) -> str:
    """The words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def place(report: Report, aside: Aside) -> SourceSpan:
    """Where it stands: inserted words in the text, the rest between words."""
    start = aside.span.start
    inside = aside.kind == "inserted" and report.document.source.text.startswith(aside.text, start)
    return SourceSpan(start, start + len(aside.text)) if inside else aside.span
