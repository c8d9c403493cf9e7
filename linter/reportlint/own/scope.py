"""Where in a report a declared rule looks."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from reportlint import document
from reportlint.text import Bilingual, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.document import Block
    from reportlint.report import Part, Report, Section
    from reportlint.timed import TimedPattern

HEADINGS, BODY = "headings", "body"
BLOCKS = {
    "title": (document.TITLE,),
    "addressee": (document.ADDRESSEE,),
    HEADINGS: (document.HEADING,),
    BODY: (document.OPENING, document.PARAGRAPH, document.LIST_ITEM, document.QUOTE, document.ATTACHMENT),
    "tables": (document.TABLE_ROW,),
    "signature": (document.SIGNATURE, document.DATE),
}
"""What may stand under ``in``, and the blocks that it means. Text behind a heading in the same line is body."""

WHOLE = Bilingual("全文", "the report")
ONE_EACH = ("report", "section", "paragraph")


class Place(NamedTuple):
    """A stretch of a report that is looked at by itself."""

    title: Bilingual
    at: Span
    """Where to say what is wrong with the place as a whole: its heading, or the beginning of the report."""
    span: Span
    part: str = ""


class Scope(NamedTuple):
    """Where a rule looks: in these blocks, parts and sections; nothing means everywhere."""

    blocks: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    sections: tuple[TimedPattern, ...] = ()

    def places(self, report: Report) -> list[Place]:
        """The parts or sections that the rule looks at, without those that are missing; the whole report if it names none."""
        places = [place for name in self.parts if name in report.parts for place in _of_part(report, report.parts[name])]
        if self.sections:
            places += [_of_section(report, s) for s in report.sections if any(pattern.search(s.title) for pattern in self.sections)]
        if self.parts or self.sections:
            return sorted(places, key=lambda place: place.span)
        return [Place(WHOLE, Span(0, 0), Span(0, len(report.text)))]

    def each(self, report: Report, unit: str) -> list[Place]:
        """The places, or in their stead the top-level sections or the paragraphs in them."""
        if unit == "section":
            ranges = _merged(self.places(report))
            tops = (_of_section(report, section) for section in report.sections if section.depth == 1)
            return [top for top in tops if _inside(ranges, top.span.start)]
        if unit == "paragraph":
            return [Place(WHOLE, Span(span.start, span.start), span) for span in self.spans(report)]
        return self.places(report)

    def spans(self, report: Report) -> list[Span]:
        """The pieces of text to look at, in order, none reaching beyond its paragraph."""
        found: dict[Scope, list[Span]] = report.shared(_known)
        if self not in found:
            found[self] = self._spans(report)
        return found[self]

    def _spans(self, report: Report) -> list[Span]:
        pieces = [span for block in report.blocks for span in self._pieces(block)]
        if not self.parts and not self.sections:
            return pieces
        ranges = _merged(self.places(report))
        return [piece for piece in pieces if _inside(ranges, piece.start)]

    def _pieces(self, block: Block) -> Iterator[Span]:
        heading = block.heading
        if heading is None or not heading.run_in:
            if not self.blocks or any(block.kind in BLOCKS[name] for name in self.blocks):
                yield block.span
            return
        if not self.blocks or HEADINGS in self.blocks:
            yield Span(block.start, heading.title.end)
        if not self.blocks or BODY in self.blocks:
            yield Span(heading.title.end, block.end)


def _known(_: Report) -> dict[Scope, list[Span]]:
    """What rules with the same scope share."""
    return {}


def _merged(places: list[Place]) -> list[Span]:
    """The stretches that the places cover, in order and apart from each other."""
    merged: list[Span] = []
    for place in places:
        if merged and place.span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, place.span.end))
        else:
            merged.append(place.span)
    return merged


def _inside(ranges: list[Span], at: int) -> bool:
    index = bisect_right(ranges, at, key=lambda span: span.start) - 1
    return index >= 0 and at < ranges[index].end


def _of_section(report: Report, section: Section) -> Place:
    title = report.text[section.block.start : section.block.heading.title.end if section.block.heading else section.body]
    return Place(Bilingual(title, title), Span(section.block.start, section.block.start + len(title)), Span(section.start, section.end))


def _of_part(report: Report, part: Part) -> Iterator[Place]:
    for section in part.sections:
        yield _of_section(report, section)._replace(title=part.title, part=part.name)
    if part.evidence and not part.sections:
        around = report.section_at(part.evidence.start)
        own = around is not None and around.start == part.evidence.start
        yield Place(part.title, part.evidence, Span(around.start, around.end) if own and around else part.evidence, part.name)
