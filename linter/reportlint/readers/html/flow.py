"""The paragraphs, headings and tables of the part of a page that holds the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from reportlint.document import HEADING, TITLE
from reportlint.extract import PLAIN, Role
from reportlint.location import Location
from reportlint.readers.builder import CellText, Piece
from reportlint.readers.html.content import UNSEEN, descendants, elements, shown, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from justhtml import Element, Node

    from reportlint.readers.builder import Builder

_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "o:p", "q", "ruby",
    "rb", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "ucapcontent", "var", "wbr", "img",
))  # fmt: skip
_SKIPPED = frozenset(("rt", "rp", "img", "wbr"))
_SPACE = re.compile("[ \t\n\r\f\u00a0]+")
"""What a browser shows as one space; pages are typeset with no-break spaces, which mean nothing."""
_TOP = 300
"""Characters of the content among which its title stands, if it is there."""
_LONGEST_CELL = 120
"""Characters. A cell of several paragraphs that holds more is running text."""
_WIDEST = 1_000
"""Columns or rows that one cell may go over, as in the standard."""
_CHROME = re.compile(
    r"扫一扫在手机(?:上)?打开当前页(?:面)?|[【\[]?(?:打印|打印本页|关闭|关闭窗口|关闭本页|返回顶部|我要纠错|收藏|分享)[】\]]?"
    r"|分享到?[:：]?|字[号体][:：]?.{0,10}|(?:[【\[]?(?:打印|关闭|大|中|小|分享|收藏)[】\]]?[\s|]*){2,}"
)
"""Lines that the site put into the content."""
_ENTER, _LEAVE = True, False


def write(main: Element, title: str, builder: Builder) -> None:
    """Write the content of `main` down, under `title` unless that is empty or stands there again. Raises UnreadableFile."""
    flow = _Flow(builder)
    if title and "".join(title.split()) not in "".join(text(main).split())[:_TOP]:
        flow.line(title, Role(TITLE))
    flow.blocks(main)


class _Flow:
    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._paragraph = 0
        self._tables = 0
        self._words: list[str] = []
        self._place = Location()

    def line(self, words: str, role: Role = PLAIN) -> None:
        """One paragraph, which counts even if it is a row of nothing."""
        words = words.strip(" \t\n\r\f")
        if words.strip() and not _CHROME.fullmatch(words.strip()):
            self._paragraph += 1
            self._builder.line([Piece(words, self._place._replace(paragraph=self._paragraph))], role)

    def blocks(self, top: Node, place: Location | None = None) -> None:
        """Everything in `top`, in the order of the text. A stack and no recursion, as pages may nest deep."""
        before, self._place = self._place, place or self._place
        role = PLAIN
        lists: list[tuple[str, int]] = []
        preformatted = 0
        waiting = [(child, _ENTER) for child in reversed(top.children or ())]
        while waiting:
            node, entering = waiting.pop()
            name = node.name
            if name == "#text":
                *whole, rest = str(node.data).split("\n") if preformatted else (str(node.data),)
                for line in whole:
                    self._words.append(line)
                    self._flush(role)
                self._words.append(rest)
            elif name == "#comment":
                self._builder.aside("comment", f"<!--{node.data}-->")
            elif name[0] in "#!":
                continue
            elif not entering:
                self._flush(role)
                role = PLAIN
                if name in {"ol", "ul"}:
                    lists.pop()
                preformatted -= name == "pre"
            elif name in _SKIPPED or name in UNSEEN or not shown(cast("Element", node)):
                continue
            elif name == "br":
                self._flush(role)
            elif name in _INLINE:
                waiting.extend((child, _ENTER) for child in reversed(node.children or ()))
            elif name == "table":
                self._flush(role)
                self._table(cast("Element", node))
            else:
                self._flush(role)
                waiting.append((node, _LEAVE))
                preformatted += name == "pre"
                waiting.extend((child, _ENTER) for child in reversed(node.children or ()))
                if name in {"ol", "ul"}:
                    lists.append((name, _number((node.attrs or {}).get("start"), 1) - 1))
                elif name == "li" and lists:
                    kind, count = lists[-1]
                    lists[-1] = (kind, count + 1)
                    self._words.append(f"{count + 1}. " if kind == "ol" else "• ")
                elif len(name) == 2 and name[0] == "h" and name[1].isdigit():
                    role = self._heading(node, int(name[1]))
        self._flush(role)
        self._place = before

    def _heading(self, node: Node, level: int) -> Role:
        top = self._builder.length == 0 and level <= 2
        return Role(TITLE) if top else Role(HEADING, level) if len(text(node).strip()) <= 60 else PLAIN

    def _flush(self, role: Role) -> None:
        """End a paragraph. White space counts once; that of Chinese, U+3000, stays."""
        words = _SPACE.sub(" ", "".join(self._words))
        self._words = []
        self.line(words, role)

    def _table(self, table: Element) -> None:
        if _is_index(table):
            return
        rows = list(_rows(table))
        cells = [[cell for cell in elements(row) if cell.name in {"td", "th"} and shown(cell)] for row in rows]
        self._tables += 1
        place = Location(table=self._tables)
        if all(len(row) <= 1 for row in cells) or any(_nests(cell) for row in cells for cell in row):
            for number, row in enumerate(cells, 1):  # a frame for the layout of the page
                for column, cell in enumerate(row, 1):
                    self.blocks(cell, place._replace(row=number, column=column))
            return
        covered: dict[int, int] = {}
        """Columns that a cell above goes on over, and for how many rows."""
        for number, row in enumerate(cells, 1):
            self._row(row, place._replace(row=number), covered)

    def _row(self, row: list[Element], place: Location, covered: dict[int, int]) -> None:
        written: list[CellText] = []
        later: list[tuple[Element, Location]] = []
        column = 1
        waiting = row[::-1]
        while waiting or any(at >= column for at in covered):
            if covered.get(column, 0):
                covered[column] -= 1
                written.append(CellText((), rows=0))
                column += 1
                if not covered[column - 1]:
                    del covered[column - 1]
                continue
            if not waiting:
                column += 1
                continue
            cell = waiting.pop()
            attributes = cell.attrs or {}
            columns = min(max(_number(attributes.get("colspan"), 1), 1), _WIDEST)
            rows = min(max(_number(attributes.get("rowspan"), 1), 1), _WIDEST)
            here = place._replace(column=column)
            words = " ".join(_SPACE.sub(" ", part).strip() for part in _parts(cell)).strip()
            if len(words) > _LONGEST_CELL and sum(part.strip() != "" for part in _parts(cell)) > 1:
                later.append((cell, here))
                words = ""
            written.append(CellText((Piece(words, here),), columns, rows))
            for at in range(column, column + columns):
                if rows > 1:
                    covered[at] = rows - 1
            column += columns
        self._builder.row(written)
        for cell, here in later:
            self.blocks(cell, here)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, not those of tables inside it."""
    for child in elements(table):
        if child.name == "tr":
            yield child
        elif child.name in {"thead", "tbody", "tfoot"}:
            yield from (row for row in elements(child) if row.name == "tr")


def _is_index(table: Element) -> bool:
    """Whether this is the table that a site makes of number, issuer and dates of a document; what it says stands in the text."""
    words = "".join(text(table).split())
    return len(words) < 600 and "索引号" in words and any(name in words for name in ("发布日期", "成文日期", "生成日期", "发布时间"))


def _nests(cell: Element) -> bool:
    return any(node.name == "table" for node in descendants(cell))


def _parts(cell: Element) -> list[str]:
    """The words of a cell, cut where paragraphs and lines end."""
    parts = [""]
    waiting: list[Node] = list(cell.children or ())[::-1]
    while waiting:
        node = waiting.pop()
        if node.name == "#text":
            parts[-1] += str(node.data)
        elif node.name[0] in "#!" or node.name in _SKIPPED or node.name in UNSEEN:
            continue
        else:
            if node.name not in _INLINE:
                parts.append("")
            waiting.extend(reversed(node.children or ()))
    return parts


def _number(written: str | None, default: int) -> int:
    return int(written) if written and written.isascii() and written.strip().isdigit() else default
