"""Fixes written into the runs of a Word document.

Done is what replaces characters that the author typed, all in one container. What touches numbers and fields that Word
makes itself, what is bound to data elsewhere or stands in the file twice, or would run over a paragraph, is left.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reportlint.readers.docx.names import COMPATIBILITY, w
from reportlint.readers.unreadable import UnreadableFile
from reportlint.writers.docx import Words, opened, serialised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from reportlint.extract import Limits
    from reportlint.finding import Edit, Fix

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPED = ("HYPERLINK", "FORMTEXT", "QUOTE")
"""Fields whose result is what the author typed."""


class _Change(NamedTuple):
    """Characters of one ``w:t``, counted in it, and what is to stand there."""

    start: int
    end: int
    text: str


def fixed(data: bytes, fixes: Sequence[Fix], limits: Limits) -> tuple[bytes, int]:
    """`data` with those of `fixes` in it that can be done; of edits that overlap the first one holds. Raises UnreadableFile."""
    document = opened(data, limits)
    if any(name.startswith("_xmlsignatures/") for name in document.package.names):
        raise UnreadableFile("文件带有数字签名，修改会使签名失效", "the file is signed: a change would break the signature")
    starts = [words.start for words in document.words]
    made = {node for root in document.roots.values() for node in _made(root)}
    changes: dict[etree._Element, list[_Change]] = {}
    done = 0
    for fix in fixes:
        planned = [_planned(edit, document.words, starts, made) for edit in fix.edits]
        if all(planned):
            done += 1
            for node, change in (one for plan in planned for one in plan):
                changes.setdefault(node, []).append(change)
    if not done:
        return data, 0
    for node, planned_ in changes.items():
        _rewrite(node, planned_)
    touched = {id(node.getroottree().getroot()) for node in changes}
    return document.package.replaced({name: serialised(root) for name, root in document.roots.items() if id(root) in touched}), done


def _planned(edit: Edit, words: list[Words], starts: list[int], made: set[etree._Element]) -> list[tuple[etree._Element, _Change]]:
    """What `edit` changes in which elements; nothing when it cannot be done."""
    if not edit.text.replace("\u3000", " ").isprintable():
        return []
    begin, end = edit.span.start, edit.span.end
    first = bisect_right(starts, begin) - 1
    if begin == end and first > 0 and words[first].start == begin == words[first - 1].end:
        first -= 1  # put in at the end of what stands before rather than at the beginning of what follows
    plan: list[tuple[etree._Element, _Change]] = []
    at, text = begin, edit.text
    for there in map(words.__getitem__, range(max(first, 0), len(words))):
        if there.start > at or there.end < at or there.node in made or _bound(there.node):
            return []
        if plan and _container(there.node) is not _container(plan[0][0]):
            return []
        stop = min(there.end, end)
        plan.append((there.node, _Change(at - there.start, stop - there.start, text)))
        at, text = stop, ""
        if at >= end:
            return plan
    return []


def _rewrite(node: etree._Element, changes: list[_Change]) -> None:
    text = node.text or ""
    before = len(text) + 1
    for start, end, new in sorted(changes, reverse=True):
        if end <= before:
            text = text[:start] + new + text[end:]
            before = start
    node.text = text
    if text != text.strip():
        node.set(SPACE, "preserve")


def _container(node: etree._Element) -> etree._Element | None:
    """What the run of a ``w:t`` stands in: the paragraph, a link, an insertion."""
    run = node.getparent()
    return run.getparent() if run is not None else None


def _bound(node: etree._Element) -> bool:
    """Whether Word takes the words from elsewhere when it opens the file, or the file has them twice, for old programs and new."""
    for around in node.iterancestors(w("sdt"), w("fldSimple"), COMPATIBILITY + "AlternateContent"):
        if around.tag == w("sdt"):
            if around.find(f"{w('sdtPr')}/{w('dataBinding')}") is not None:
                return True
        elif around.tag == w("fldSimple") or around.find(COMPATIBILITY + "Fallback") is not None:
            return True
    return False


def _made(root: etree._Element) -> set[etree._Element]:
    """The ``w:t`` that are results of fields."""
    made = set()
    fields: list[list[str]] = []  # of each field that is open, its instruction; then the mark that its result has begun
    for element in root.iter(w("fldChar"), w("instrText"), w("t")):
        if element.tag == w("fldChar"):
            kind = element.get(w("fldCharType"))
            if kind == "begin":
                fields.append([""])
            elif fields and kind == "separate":
                fields[-1].append("result")
            elif fields and kind == "end":
                fields.pop()
        elif element.tag == w("instrText"):
            if fields:
                fields[-1][0] += element.text or ""
        elif any(len(field) > 1 and not field[0].lstrip().upper().startswith(_TYPED) for field in fields):
            made.add(element)
    return made
