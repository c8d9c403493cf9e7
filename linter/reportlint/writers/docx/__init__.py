"""Write into Word documents: only the ``w:t`` and the comments that are meant; all other parts stay as they are to the byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.readers.docx import walked

if TYPE_CHECKING:
    from lxml import etree

    from reportlint.extract import Limits
    from reportlint.readers.packed import Package


class Words(NamedTuple):
    """A ``w:t`` and where its characters stand in the extracted text."""

    start: int
    end: int
    node: etree._Element


class Opened(NamedTuple):
    """A document whose text can be changed where it stands."""

    package: Package
    main: str
    """The member with the body."""
    roots: dict[str, etree._Element]
    """The members with text, by name."""
    parts: dict[str, list[str]]
    """All members that belong to the document, by type."""
    text: str
    words: list[Words]
    """In the order of the text."""


def opened(data: bytes, limits: Limits) -> Opened:
    """The document with the elements behind its text. Raises UnreadableFile."""
    builder, walk, package, main, roots, parts = walked(data, limits)
    words = [Words(start, start + len(node.text or ""), node) for start, node in walk.nodes]
    return Opened(package, main, roots, parts, builder.source("", "docx").text, words)


def serialised(root: etree._Element) -> bytes:
    """A member as Word writes it. Comments of XML, which no reader shows, are not kept."""
    from lxml import etree

    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
