"""Places in documents that have pages, paragraphs and cells where a text file has lines."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.text import SourceSpan


class Box(NamedTuple):
    """A rectangle on a page, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Location(NamedTuple):
    """A place as the user's program shows it. All numbers count from 1; None and ``""``: it does not apply or is not known."""

    page: int | None = None
    box: Box | None = None
    paragraph: int | None = None
    """The paragraph of the body; in a cell, a footnote or a text box the one of that."""
    run: int | None = None
    """The run of the paragraph, a stretch of one format, in which the place begins; None for a number that Word makes itself."""
    table: int | None = None
    row: int | None = None
    column: int | None = None
    sheet: str = ""
    """The sheet of a workbook."""
    part: str = ""
    """``"footnote"``, ``"endnote"``, ``"textbox"``, ``"header"``, ``"footer"``, ``"comment"``; empty in the body."""

    def words(self) -> Bilingual:
        """The place in words; empty when nothing is known."""
        zh, en = [], []
        if self.sheet:
            zh.append(f"工作表“{self.sheet}”")
            en.append(f"sheet {self.sheet}")
        for number, chinese, english in (
            (self.page, "第 {} 页", "page {}"),
            (self.table, "第 {} 个表格", "table {}"),
            (self.row, "第 {} 行", "row {}"),
            (self.column, "第 {} 列", "column {}"),
        ):
            if number is not None:
                zh.append(chinese.format(number))
                en.append(english.format(number))
        if self.part:
            part = PARTS[self.part]
            zh.append(part.zh)
            en.append(part.en)
        if self.paragraph is not None:
            zh.append(f"第 {self.paragraph} 段")
            en.append(f"paragraph {self.paragraph}")
        return Bilingual("，".join(zh), ", ".join(en))


PARTS = {
    "footnote": Bilingual("脚注", "footnote"),
    "endnote": Bilingual("尾注", "endnote"),
    "textbox": Bilingual("文本框", "text box"),
    "header": Bilingual("页眉", "header"),
    "footer": Bilingual("页脚", "footer"),
    "comment": Bilingual("批注", "comment"),
}
NOWHERE = Location()


class Places(Protocol):
    """The way from an extracted text to the document."""

    def at(self, span: SourceSpan) -> Location:
        """Where the characters of `span` stand; where they are spread, the place of the first."""


class Pieces:
    """Places known piece by piece, each from an offset of the extracted text to the next."""

    __slots__ = ("_locations", "_offsets")

    def __init__(self, offsets: Sequence[int], locations: Sequence[Location]) -> None:
        """`offsets` ascend; `locations[i]` holds from ``offsets[i]`` on."""
        self._offsets = offsets
        self._locations = locations

    def at(self, span: SourceSpan) -> Location:
        """The location of the piece in which `span` begins."""
        piece = bisect_right(self._offsets, span.start) - 1
        return self._locations[piece] if piece >= 0 else NOWHERE
