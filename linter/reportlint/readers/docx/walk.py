"""The text of a Word document in reading order, each stretch with the run that it stands in.

What is read is the document as its author would send it: insertions accepted, deletions and hidden text aside, text boxes
once and not twice, footnotes behind the text. Source: ECMA-376-1 clause 17.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reportlint.document import HEADING, NOTE, TITLE
from reportlint.extract import PLAIN, Role
from reportlint.location import Location
from reportlint.readers.builder import CellText, Piece
from reportlint.readers.docx.names import COMPATIBILITY, integer, switched, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from reportlint.readers.builder import Builder
    from reportlint.readers.docx.numbering import Numbering
    from reportlint.readers.docx.styles import Styles

_LONGEST_CELL = 120
"""Characters. A cell of several paragraphs that holds more is no value but running text, which must keep its paragraphs."""
_LONGEST_HEADING = 60

_WHOLE = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "dir", "bdo")))
"""Elements that only stand around others."""
_GONE = frozenset(map(w, ("del", "moveFrom")))
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_MARKS = {w("tab"): " ", w("ptab"): " ", w("noBreakHyphen"): "-"}
_PICTURES = frozenset(map(w, ("drawing", "pict", "object")))


class Words(NamedTuple):
    """Characters of one run."""

    text: str
    location: Location
    node: etree._Element | None
    """The ``w:t`` that they are the text of; None for what Word makes itself."""


class Break(NamedTuple):
    """The end of a line inside a paragraph."""


class Set(NamedTuple):
    """Words set aside."""

    kind: str
    text: str


Token = Words | Break | Set


class Walk:
    """One way through a document. It numbers lists and counts pages as it goes, so it is good for one time."""

    def __init__(self, builder: Builder, styles: Styles, numbering: Numbering, comments: Mapping[str, str]) -> None:
        """`comments`: their words by id."""
        self._comments = comments
        self.commented: set[str] = set()
        """The comments that stand at a place of the text, by their ids."""
        self._builder = builder
        self._styles = styles
        self._numbering = numbering
        self._page: int | None = None
        self._tables = 0
        self._boxes: list[etree._Element] = []
        self._waiting: list[Token] = []
        """A paragraph whose mark was deleted: the next one goes on with it."""
        self.notes: list[tuple[str, str]] = []
        """The footnotes and endnotes referred to: kind and id, in the order of the text."""
        self.nodes: list[tuple[int, etree._Element]] = []
        """Where in the text that of each ``w:t`` begins, and the element."""

    def body(self, body: etree._Element, *, pages: bool) -> None:
        """Write the body down. `pages`: the file says where its pages ended when it was last shown."""
        self._page = 1 if pages else None
        self._blocks(body, Location(), PLAIN)

    def beside(self, element: etree._Element, part: str) -> None:
        """Write down what stands beside the body: a footnote, a header."""
        self._page = None
        self._blocks(element, Location(part=part), Role(NOTE))

    def _blocks(self, parent: etree._Element, place: Location, role: Role) -> None:
        paragraphs = 0
        for block in _inside(parent):
            if block.tag == w("p"):
                paragraphs += 1
                self._paragraph(block, place._replace(paragraph=paragraphs), role)
            elif block.tag == w("tbl"):
                self._table(block, place)
            elif block.tag == w("altChunk"):
                self._builder.note("嵌入的另一份文件没有读", "another document embedded here was not read", failed=True)

    def _paragraph(self, paragraph: etree._Element, place: Location, role: Role) -> None:
        properties = paragraph.find(w("pPr"))
        style = value(properties, "pStyle")
        first_page = self._page
        tokens = self._tokens(paragraph, style, place)
        if self._styles.is_contents(style):
            self._builder.aside("contents", _text(tokens))
            return
        if role is PLAIN:
            role = self._role(properties, style, _text(tokens))
        tokens = [*self._waiting, *self._numbered(tokens, properties, style, place._replace(page=first_page))]
        self._waiting = []
        mark = properties.find(w("rPr")) if properties is not None else None
        if mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None):
            self._waiting = tokens
            return
        above, self._boxes = self._boxes, []
        top = self._builder.length == 0  # the red head of a document often stands in a box, and its title with it
        if top:
            self._write_boxes(above, PLAIN)
        self._write(tokens, role)
        if not top:
            self._write_boxes(above, Role(NOTE))

    def _numbered(self, tokens: list[Token], properties: etree._Element | None, style: str, place: Location) -> list[Token]:
        """`tokens` with the number of the paragraph before them; one without words has none that anybody sees."""
        label = self._numbering.label(properties, style)
        return [Words(label, place, None), *tokens] if label and _text(tokens).strip() else tokens

    def _write_boxes(self, boxes: list[etree._Element], role: Role) -> None:
        for box in boxes:
            self._blocks(box, Location(page=self._page, part="textbox"), role)

    def _role(self, properties: etree._Element | None, style: str, text: str) -> Role:
        if self._styles.is_title(style):
            return Role(TITLE)
        own = value(properties, "outlineLvl")
        level = integer(own, 9) if own else self._styles.outline(style)
        if level is None or level > 8 or not text.strip() or len(text) > _LONGEST_HEADING or text.rstrip().endswith("。"):
            return PLAIN
        if level == 0 and self._builder.length == 0:
            return Role(TITLE)
        return Role(HEADING, level + 2)

    def _write(self, tokens: list[Token], role: Role) -> None:
        for is_break, line in groupby(tokens, key=lambda token: isinstance(token, Break)):
            if not is_break:
                self._builder.line(self._pieces(list(line)), role)

    def _pieces(self, tokens: list[Token]) -> Iterator[Piece]:
        """The words of a line. What is set aside is told at the moment when the text has reached its place."""
        for token in tokens:
            if isinstance(token, Set):
                if token.text:
                    self._builder.aside(token.kind, token.text)
            elif isinstance(token, Words):
                if token.node is not None:
                    self.nodes.append((self._builder.length, token.node))
                yield Piece(token.text, token.location)

    def _tokens(self, paragraph: etree._Element, style: str, place: Location) -> list[Token]:
        hidden = self._styles.hidden(style)
        tokens: list[Token] = []
        run = 0
        for element, gone, added in _runs(paragraph, gone=False, added=False):
            run += 1
            here = place._replace(run=run)
            if gone:
                words = "".join(node.text or "" for node in element.iter(w("delText"), w("t")))
                if words:
                    tokens.append(Set("deleted", words))
                continue
            found = list(self._run(element, here))
            own = switched(element.find(w("rPr")), "vanish")
            if own or (own is None and (hidden or self._styles.hidden(value(element.find(w("rPr")), "rStyle") or "\0"))):
                words = _text(found)
                tokens += [Set("hidden", words)] if words else []
                continue
            if added and (words := _text(found)):
                tokens.append(Set("inserted", words))
            tokens += found
        return tokens

    def _run(self, run: etree._Element, place: Location) -> Iterator[Token]:
        for child in run:
            tag = child.tag
            if tag == w("t"):
                if child.text:
                    yield Words(child.text, place._replace(page=self._page), child)
            elif tag in _MARKS:
                yield Words(_MARKS[tag], place._replace(page=self._page), None)
            elif tag == w("br"):
                if child.get(w("type")) == "page" and self._page and run.find(w("lastRenderedPageBreak")) is None:
                    self._page += 1
                yield Break()
            elif tag == w("cr"):
                yield Break()
            elif tag == w("lastRenderedPageBreak"):
                self._page = (self._page or 0) + 1
            elif tag == w("sym"):
                yield Words(_symbol(child), place._replace(page=self._page), None)
            elif tag == w("ruby"):
                base = child.find(w("rubyBase"))
                for inner in base.iter(w("r")) if base is not None else ():
                    yield from self._run(inner, place)
            elif tag in _NOTES:
                self.notes.append((_NOTES[tag], child.get(w("id"), "")))
            elif tag == w("commentReference"):
                number = child.get(w("id"), "")
                self.commented.add(number)
                yield Set("annotation", self._comments.get(number, ""))
            elif tag in _PICTURES:
                self._boxes += list(_boxes(child))
            elif tag == COMPATIBILITY + "AlternateContent":
                self._boxes += list(_boxes(_chosen(child)))

    def _table(self, table: etree._Element, place: Location) -> None:
        self._tables += 1
        place = place._replace(table=self._tables, paragraph=None)
        rows = [row for row in _inside(table) if row.tag == w("tr")]
        framed = all(sum(cell.tag == w("tc") for cell in _inside(row)) == 1 for row in rows)
        for number, row in enumerate(rows, 1):
            properties = row.find(w("trPr"))
            if properties is not None and properties.find(w("del")) is not None:
                self._builder.aside("deleted", " ".join(_text(self._tokens(p, "", place)) for p in row.iter(w("p"))))
            else:
                self._row(row, properties, place._replace(row=number), framed=framed)

    def _row(self, row: etree._Element, properties: etree._Element | None, place: Location, *, framed: bool) -> None:
        """A row as a line; with `framed` a table of one column, which is only a frame round paragraphs."""
        column = 1
        cells: list[CellText] = []
        later: list[tuple[etree._Element, Location]] = []
        before = integer(value(properties, "gridBefore"), 0)
        if before:
            cells.append(CellText((), columns=before))
            column += before
        for cell in _inside(row):
            if cell.tag != w("tc"):
                continue
            about = cell.find(w("tcPr"))
            columns = max(integer(value(about, "gridSpan"), 1), 1)
            merged = about.find(w("vMerge")) if about is not None else None
            goes_on = merged is not None and merged.get(w("val"), "continue") == "continue"
            here = place._replace(column=column)
            column += columns
            if framed:
                self._blocks(cell, here, PLAIN)
                continue
            paragraphs = [p for p in cell.iter(w("p")) if _owner(p).tag == w("tc") and _raw(p)]
            if len(paragraphs) > 1 and sum(len(_raw(p)) for p in paragraphs) > _LONGEST_CELL:
                later.append((cell, here))
                paragraphs = []
            cells.append(CellText(self._cell(paragraphs, here), columns, 0 if goes_on else 1))
        if not framed:
            self._builder.row(cells)
        for cell, here in later:
            self._blocks(cell, here, PLAIN)

    def _cell(self, paragraphs: list[etree._Element], place: Location) -> Iterator[Piece]:
        for i, paragraph in enumerate(paragraphs):
            properties = paragraph.find(w("pPr"))
            style = value(properties, "pStyle")
            tokens = self._numbered(self._tokens(paragraph, style, place), properties, style, place)
            if i:
                yield Piece(" ", place)
            yield from self._pieces([Words(" ", place, None) if isinstance(token, Break) else token for token in tokens])


def _owner(paragraph: etree._Element) -> etree._Element:
    """The cell around a paragraph in a table, or the text box, whichever is nearer."""
    return next(paragraph.iterancestors(w("tc"), w("txbxContent")))


def _raw(paragraph: etree._Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(w("t"))).strip()


def _inside(parent: etree._Element) -> Iterator[etree._Element]:
    """The blocks, rows or cells in `parent`, those inside of wrappers, too."""
    for child in parent:
        if child.tag == w("sdt") and _is_contents(child):
            continue
        if child.tag in _WHOLE:
            yield from _inside(child)
        elif child.tag == COMPATIBILITY + "AlternateContent":
            yield from _inside(_chosen(child))
        elif child.tag not in _GONE:
            yield child


def _is_contents(block: etree._Element) -> bool:
    gallery = next(block.iter(w("docPartGallery")), None)
    return gallery is not None and gallery.get(w("val")) == "Table of Contents"


def _runs(parent: etree._Element, *, gone: bool, added: bool) -> Iterator[tuple[etree._Element, bool, bool]]:
    """The runs of a paragraph in order; whether each is deleted and whether inserted by a revision."""
    for child in parent:
        if child.tag == w("r"):
            yield child, gone, added
        elif child.tag in _WHOLE:
            yield from _runs(child, gone=gone, added=added or child.tag in {w("ins"), w("moveTo")})
        elif child.tag in _GONE:
            yield from _runs(child, gone=True, added=added)
        elif child.tag == COMPATIBILITY + "AlternateContent":
            yield from _runs(_chosen(child), gone=gone, added=added)


def _chosen(alternatives: etree._Element) -> etree._Element:
    """Of alternatives, which say the same twice, the first that newer programs take."""
    choice = alternatives.find(COMPATIBILITY + "Choice")
    fallback = alternatives.find(COMPATIBILITY + "Fallback")
    chosen = choice if choice is not None else fallback
    return chosen if chosen is not None else alternatives


def _boxes(picture: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes in a picture, outermost only, each once."""
    for child in picture:
        if child.tag == w("txbxContent"):
            yield child
        elif child.tag == COMPATIBILITY + "AlternateContent":
            yield from _boxes(_chosen(child))
        else:
            yield from _boxes(child)


def _symbol(symbol: etree._Element) -> str:
    """A character of a symbol font; in the private area of such a font it cannot be known which one."""
    try:
        character = chr(int(symbol.get(w("char"), ""), 16))
    except (ValueError, OverflowError):
        return ""
    return "□" if "\ue000" <= character <= "\uf8ff" else character


def _text(tokens: list[Token]) -> str:
    return "".join(token.text for token in tokens if isinstance(token, Words))
