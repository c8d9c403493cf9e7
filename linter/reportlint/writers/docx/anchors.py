"""Where in a Word document a comment can be tied to, and how: runs are cut so that its range is exactly what was found.

Word takes comments in the body only. What stands in a text box, a footnote or a header is commented at the place of the box,
of the reference, or at the first paragraph. Source: ECMA-376-1 clause 17.13.4 (comments).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple

from reportlint.readers.docx.names import w
from reportlint.writers.docx import Words
from reportlint.writers.docx.edits import SPACE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

    from reportlint.text import SourceSpan
    from reportlint.writers.docx import Opened

_FED = tuple(map(w, ("dataBinding", "text", "comboBox", "dropDownList", "date", "picture")))
"""What makes Word fill a content control itself, or keeps all but plain words out of it."""


class Anchor(NamedTuple):
    """The elements that a comment begins before and ends behind; the same paragraph twice for all that is in it."""

    first: etree._Element
    last: etree._Element
    exact: bool
    """Whether these hold what was found; else it stands elsewhere, and the comment has to say where."""


class Anchors:
    """The anchors of the places in one document. Asking for them changes it, so that all must be named at once."""

    def __init__(self, document: Opened, spans: Iterable[SourceSpan]) -> None:
        self._text = document.text
        self._body = document.roots[document.main]
        self._words = document.words
        self._starts = [words.start for words in self._words]
        self._notes: dict[tuple[str, str], etree._Element] | None = None
        self._cut({at for span in spans for at in span if span.end > span.start})
        self._starts = [words.start for words in self._words]

    def at(self, span: SourceSpan) -> Anchor | None:
        """The anchor for `span`; None in a document without any paragraph."""
        inside = self._inside(span)
        if not inside:
            return self._paragraph(span.start)
        if not self._in_body(inside[0].node):
            return self._reference(inside[0].node)
        last = next(words for words in reversed(inside) if self._in_body(words.node))
        first, whole = _holder(inside[0].node)
        if not whole:
            end, whole = _holder(last.node)
            return Anchor(first, first if _is_boxed(last.node) else end, exact=True)
        return Anchor(first, first, exact=not _is_boxed(inside[0].node))

    def _inside(self, span: SourceSpan) -> Sequence[Words]:
        """The words that `span` is about."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self._words[first].end <= span.start:
            first += 1
        return self._words[first : bisect_left(self._starts, span.end)]

    def _paragraph(self, at: int) -> Anchor | None:
        """The paragraph of the line around `at`; at the end of the text the last one."""
        begin = self._text.rfind("\n", 0, at) + 1
        end = self._text.find("\n", at)
        line = self._words[bisect_left(self._starts, begin) : bisect_left(self._starts, end if end >= 0 else len(self._text))]
        line = line or self._words[: bisect_right(self._starts, at)][-1:]
        if not line:
            return self._top()
        nearest = max((words for words in line if words.start <= at), default=line[0], key=lambda words: words.start)
        if not self._in_body(nearest.node):
            return self._reference(nearest.node)
        if _is_boxed(nearest.node):
            box, _ = _holder(nearest.node)
            return Anchor(box, box, exact=False)
        around = next(nearest.node.iterancestors(w("p")))
        return Anchor(around, around, exact=True)

    def _reference(self, node: etree._Element) -> Anchor | None:
        """Where the text refers to the footnote around `node`; of a header the first paragraph."""
        if self._notes is None:
            self._notes = {}
            for kind in ("footnote", "endnote"):
                for reference in self._body.iter(w(f"{kind}Reference")):
                    self._notes.setdefault((w(kind), reference.get(w("id"), "")), reference)
        for note in node.iterancestors(w("footnote"), w("endnote")):
            referring = self._notes.get((str(note.tag), note.get(w("id"), "")))
            if referring is not None:
                run, _ = _holder(referring)
                return Anchor(run, run, exact=False)
        return self._top()

    def _top(self) -> Anchor | None:
        """The first paragraph with words, else the first."""
        first = next((words.node for words in self._words if self._in_body(words.node) and not _is_boxed(words.node)), None)
        around = next(first.iterancestors(w("p"))) if first is not None else next(self._body.iter(w("p")), None)
        return Anchor(around, around, exact=False) if around is not None else None

    def _in_body(self, node: etree._Element) -> bool:
        return node.getroottree().getroot() is self._body

    def _cut(self, edges: set[int]) -> None:
        """Let a run begin at each of `edges` that stands between words. From the end on, so that each is moved once."""
        pieces = []
        remaining = sorted(edges)
        for start, end, node in reversed(self._words):
            stop = end
            while remaining and remaining[-1] > end:
                remaining.pop()
            if not (remaining and remaining[-1] >= start and self._in_body(node) and not _holder(node)[1]):
                pieces.append(Words(start, end, node))
                continue
            if remaining[-1] == end and (behind := node.getnext()) is not None:
                _part_before(behind)
            while remaining and remaining[-1] > start:
                at = remaining[-1]
                if at < stop:
                    pieces.append(Words(at, stop, _split(node, at - start)))
                    stop = at
                remaining.pop()
            if remaining and remaining[-1] == start:
                _part_before(node)
            pieces.append(Words(start, stop, node))
        self._words = pieces[::-1]


def _holder(node: etree._Element) -> tuple[etree._Element, bool]:
    """What a comment on `node` goes round, and whether that is more than its own run, which may not be cut then."""
    run = node.getparent()
    assert run is not None
    holder = [*node.iterancestors(w("r"))][-1]  # the outermost: of a text box or of ruby the run that it hangs in
    for around in holder.iterancestors():
        if around.tag == w("p"):
            break
        if around.tag == w("fldSimple") or (around.tag == w("sdt") and _is_fed(around)):
            holder = around
    return holder, holder is not run


def _is_fed(control: etree._Element) -> bool:
    properties = control.find(w("sdtPr"))
    return properties is not None and any(properties.find(name) is not None for name in _FED)


def _is_boxed(node: etree._Element) -> bool:
    return next(node.iterancestors(w("txbxContent")), None) is not None


def _split(node: etree._Element, at: int) -> etree._Element:
    """Cut a ``w:t`` in two, the second in a run of its own, and return that."""
    text = node.text or ""
    second = node.makeelement(node.tag, dict(node.attrib))
    node.text, second.text = text[:at], text[at:]
    for half in (node, second):
        half.set(SPACE, "preserve")
    node.addnext(second)
    _part_before(second)
    return second


def _part_before(child: etree._Element) -> None:
    """Let `child` and what follows it in its run stand in a run of its own with the same properties."""
    run = child.getparent()
    before = child.getprevious()
    if run is None or before is None or before.tag == w("rPr"):
        return
    other = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(w("rPr"))
    if properties is not None:
        other.append(deepcopy(properties))
    for moved in [child, *child.itersiblings()]:
        other.append(moved)
    run.addnext(other)
