"""Which asterisks are Markdown emphasis, and not masks.

Markdown would pair the masks of ``培训**次，检查**次``. So a run of asterisks that stands where a mask stands, before a
measure word or a noun such as 市财政局, is no end of emphasis when the one that would open it stands so, too.

Source: CommonMark 0.31, 6.2 for what may open and close emphasis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint import LazyPattern
from reportlint_rules.placeholders.masks.words import DATE_UNIT, OFFICE, TITLED, noun, unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint import Report

_RUN = LazyPattern(r"\*+|_{1,3}")
_SURE = 2
_LEAD_ENDS = frozenset("。：；！？:;")
"""How words in bold that lead a paragraph end."""
_CLAUSE_END = LazyPattern(r"[，。；]")


class _Run(NamedTuple):
    report: Report
    block: int
    start: int
    end: int

    @property
    def mark(self) -> str:
        return self.report.text[self.start : self.end]

    @property
    def evidence(self) -> int:
        """How much it looks like a mask: 2 in front of a measure word, place or post, 1 in front of a body, else 0."""
        text, end = self.report.text, self.end
        if unit(text, end) or DATE_UNIT.match(text, end) or TITLED.match(text, end):
            return _SURE
        if OFFICE.search(text[max(self.block, self.start - 4) : self.start]):
            return _SURE
        body = noun(text, end)
        return 0 if not body else _SURE if body == end + 1 else 1

    @property
    def beside(self) -> tuple[str, str]:
        """What stands beside it in the file, where a space that the reader closed up tells where emphasis ends."""
        way, source = self.report.document.map, self.report.document.source.text
        left, right = way.offset(self.start), way.offset(self.end - 1) + 1
        return source[left - 1] if left else " ", source[right : right + 1] or " "

    @property
    def opens(self) -> bool:
        before, after = self.beside
        return not after.isspace() and (after.isalnum() or not before.isalnum())

    @property
    def closes(self) -> bool:
        before, after = self.beside
        return not before.isspace() and (before.isalnum() or not after.isalnum())

    @property
    def inside(self) -> bool:
        before, after = self.beside
        return before.isalnum() and after.isalnum()


def emphasis(report: Report) -> frozenset[int]:
    """The offsets at which asterisks (and underscores) that only emphasise begin."""
    marks: set[int] = set()
    text = report.text
    if "*" in text or "__" in text:
        markdown = report.document.source.medium == "markdown"
        for block in report.blocks:
            if text.find("*", block.start, block.end) >= 0 or text.find("__", block.start, block.end) >= 0:
                runs = [_Run(report, block.start, m.start(), m.end()) for m in _RUN.finditer(text, block.start, block.end)]
                marks.update(_pairs(runs, markdown=markdown))
    return frozenset(marks)


def _pairs(runs: list[_Run], *, markdown: bool) -> Iterator[int]:
    i = 0
    while i + 1 < len(runs):
        left, right = runs[i], runs[i + 1]
        if left.mark == right.mark and _emphasise(left, right, markdown=markdown):
            yield from (left.start, right.start)
            i += 2
        else:
            i += 1


def _emphasise(left: _Run, right: _Run, *, markdown: bool) -> bool:
    if left.mark[0] == "_":
        return left.opens and right.closes and not left.beside[0].isalnum() and not right.beside[1].isalnum()
    first, second = left.evidence, right.evidence
    if (first == _SURE and second == _SURE) or not left.opens or right.beside[0].isspace():
        return False
    if not first and right.beside[0] in _LEAD_ENDS and (markdown or left.start == left.block):
        return True  # **（一）抓学习。**镇党委…: the lead in bold, whatever the sentence behind it begins with
    if not markdown and left.inside:
        clauses = _CLAUSE_END.search(left.report.text, left.end, right.start) is not None
        if len(left.mark) == 1 or first or second or clauses:
            return False
    return not second or right.closes
