"""The sections of a document: headings with what stands under them."""

from __future__ import annotations

from reportlint.document import ATTACHMENT, DATE, HEADING, NOTE, SIGNATURE, Block, Document, Heading
from reportlint.report import Section


def outline(document: Document) -> tuple[Section, ...]:
    """The sections in the order of the text, each with the index of the one around it.

    The depth comes from nesting, not from the look of the number: a text that has only （一）（二） has them at depth 1.
    """
    end = _end_of_body(document)
    found: list[tuple[Block, Heading, int, int]] = []  # block, heading, depth, parent
    ends: list[int] = []
    open_: list[tuple[int, int]] = []  # (level, index) of the sections around the current place
    for block in document.blocks:
        heading = block.heading
        if heading is None or block.kind != HEADING:
            continue
        level = _rank(heading.style, heading.level)
        while open_ and open_[-1][0] >= level:
            ends[open_.pop()[1]] = block.start
        found.append((block, heading, len(open_) + 1, open_[-1][1] if open_ else -1))
        open_.append((level, len(ends)))
        ends.append(max(end, block.end))
    text = document.text
    return tuple(
        Section(
            block,
            text[heading.title.start : heading.title.end].strip("*_# "),
            depth,
            parent,
            block.start,
            stop,
            min(heading.title.end + 1, block.end) if heading.run_in else block.end,
        )
        for (block, heading, depth, parent), stop in zip(found, ends, strict=True)
    )


def _rank(style: str, level: int) -> int:
    """How high a heading stands: numbers and Markdown marks on one scale, 第一部分 over 一、 over （一）."""
    if style == "markdown":
        return level - 2 if level > 1 else -1
    return 1 if style == "bare" else level


def _end_of_body(document: Document) -> int:
    """Where the last section ends: before signature, date and attachments."""
    end = len(document.text)
    tail: Block | None = None
    for block in reversed(document.blocks):
        if block.kind not in (SIGNATURE, DATE, ATTACHMENT, NOTE):
            break
        tail = block
    return tail.start if tail else end
