"""Mend what can be mended: edits of findings applied to a text or a document. Pure; writing is the business of `run`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from reportlint.engine import FileResult
    from reportlint.finding import Edit, Finding, Fix

_ROUNDS = 10
"""Mending may bring up what could not be seen before; this often the text is looked at again."""


T = TypeVar("T")


class Mended(NamedTuple, Generic[T]):
    """A text, or the bytes of a document, with the fixes in it."""

    content: T
    fixes: int
    """How many findings were mended."""
    result: FileResult
    """What is left to say about the mended text."""


def mend(
    content: T,
    write: Callable[[T, Sequence[Fix]], tuple[T, int]],
    check: Callable[[T], FileResult],
    first: FileResult,
    *,
    unsafe: bool,
) -> Mended[T]:
    """Apply the fixes of `first`, the result for `content`, and of what `check` finds in what is mended, until none is left.

    `write` puts fixes in, as far as it can, and says how many it could. Only safe fixes unless `unsafe`. Of fixes that overlap
    the first one is applied; the other comes up again.
    """
    result, count = first, 0
    for _ in range(_ROUNDS):
        fixes = _apart(_fixes(result.findings, unsafe=unsafe))
        if not fixes:
            break
        content, done = write(content, fixes)
        if not done:
            break
        count += done
        result = check(content)
    return Mended(content, count, result)


def edited(text: str, fixes: Sequence[Fix]) -> tuple[str, int]:
    """A text with all of `fixes`, for `mend`."""
    return _edited(text, [edit for fix in fixes for edit in fix.edits]), len(fixes)


def _fixes(findings: Iterable[Finding], *, unsafe: bool) -> list[Fix]:
    return [finding.fix for finding in findings if finding.fix and finding.fix.edits and (finding.fix.safe or unsafe)]


def _apart(fixes: list[Fix]) -> list[Fix]:
    """Those whose edits touch no edit of one before."""
    taken: list[tuple[int, int]] = []
    kept = []
    for fix in sorted(fixes, key=lambda fix: fix.edits[0].span):
        spans = [(edit.span.start, edit.span.end) for edit in fix.edits]
        if not any(a < end and start < b for start, end in spans for a, b in taken[-8:]):
            taken += spans
            kept.append(fix)
    return kept


def _edited(text: str, edits: Iterable[Edit]) -> str:
    pieces = []
    at = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < at:  # the same edit, for two findings
            continue
        pieces += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*pieces, text[at:]])
