"""The sections of a document: headings with what stands under them."""

from __future__ import annotations

from reportlint.document import ATTACHMENT, DATE, HEADING, SIGNATURE, Block, Document
from reportlint.report import Section


def outline(document: Document) -> tuple[Section, ...]:
    """The sections in the order of the text, each with the index of the one around it.

    The depth comes from nesting, not from the look of the number: a text that has only （一）（二） has them at depth 1.
    """
    headings = [block for block in document.blocks if block.kind == HEADING and block.heading]
    end = _end_of_body(document)
    sections: list[Section] = []
    open_: list[tuple[int, int]] = []  # (level, index) of the sections around the current place
    for block in headings:
        heading = block.heading
        assert heading is not None
        level = _rank(heading.style, heading.level, markdown=document.source.medium == "markdown")
        while open_ and open_[-1][0] >= level:
            _close(sections, open_.pop()[1], block.start)
        parent = open_[-1][1] if open_ else -1
        body = min(heading.title.end + 1, block.end) if heading.run_in else block.end
        title = document.read(heading.title).strip("*_# ")
        sections.append(Section(block, title, len(open_) + 1, parent, block.start, max(end, block.end), body))
        open_.append((level, len(sections) - 1))
    return tuple(sections)


def _close(sections: list[Section], index: int, end: int) -> None:
    sections[index] = sections[index]._replace(end=end)


def _rank(style: str, level: int, *, markdown: bool) -> int:
    """How high a heading stands: numbers and Markdown marks on one scale, 第一部分 over 一、 over （一）."""
    if style == "markdown":
        return level - 2 if level > 1 else -1
    return 1 if style == "bare" else level


def _end_of_body(document: Document) -> int:
    """Where the last section ends: before signature, date and attachments."""
    end = len(document.text)
    tail: Block | None = None
    for block in reversed(document.blocks):
        if block.kind not in (SIGNATURE, DATE, ATTACHMENT):
            break
        tail = block
    return tail.start if tail else end
