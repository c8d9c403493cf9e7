"""Characters at their places on a page: what PDF and OFD files are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportlint.readers.pages.grid import Grid


class Glyph(NamedTuple):
    """A character on a page; points from the upper left corner of the page as it is shown."""

    text: str
    left: float
    right: float
    base: float
    """The line that it stands on."""
    size: float

    @property
    def top(self) -> float:
        """Its upper edge, nearly."""
        return self.base - 0.88 * self.size

    @property
    def bottom(self) -> float:
        """Its lower edge, nearly."""
        return self.base + 0.14 * self.size


class Page(NamedTuple):
    """What is written on a page."""

    width: float
    height: float
    glyphs: list[Glyph]
    """In the order in which they were painted."""
    watermark: str
    """What is written across it."""
    pictured: bool
    """Whether there is a picture on it, though no text."""
    grids: list[Grid]
    """Its tables."""
