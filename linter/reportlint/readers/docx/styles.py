"""What a paragraph has from its style: level in the outline, list, hidden text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.readers.docx.names import integer, switched, value, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_DEEPEST = 20
"""Styles based on each other; a file may make a circle of them."""
_TITLES = frozenset({"title", "标题", "大标题", "公文标题"})


class Styles:
    """The styles of a document by their ids. An unknown id stands for the default style."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        for style in root.findall(w("style")) if root is not None else ():
            name = style.get(w("styleId"), "")
            self._styles[name] = style
            if style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true", "on"}:
                self._default = name
        self._outline: dict[str, int | None] = {}
        self._hidden: dict[str, bool] = {}

    def outline(self, style: str) -> int | None:
        """The level that a style has in the outline, 0 the highest; None for running text."""
        if style not in self._outline:
            self._outline[style] = None
            for element in self._chain(style):
                level = value(element.find(w("pPr")), "outlineLvl")
                if level:
                    self._outline[style] = integer(level, 9) if integer(level, 9) < 9 else None
                    break
        return self._outline[style]

    def list_of(self, style: str) -> tuple[str | None, int | None]:
        """The list of a style and its level in it, each from the nearest style that says it."""
        depth: int | None = None
        for element in self._chain(style):
            properties = element.find(w("pPr"))
            reference = properties.find(w("numPr")) if properties is not None else None
            if reference is not None:
                level = value(reference, "ilvl")
                depth = integer(level, 0) if level and depth is None else depth
                if number := value(reference, "numId"):
                    return number, depth
        return None, depth

    def hidden(self, style: str) -> bool:
        """Whether the style hides its text."""
        if style not in self._hidden:
            said = (switched(element.find(w("rPr")), "vanish") for element in self._chain(style))
            self._hidden[style] = next((is_hidden for is_hidden in said if is_hidden is not None), False)
        return self._hidden[style]

    def is_title(self, style: str) -> bool:
        """Whether the style is that of a document's title."""
        return self._name(style) in _TITLES

    def is_contents(self, style: str) -> bool:
        """Whether the style is that of an entry in a table of contents."""
        return self._name(style).startswith(("toc ", "目录 "))

    def _name(self, style: str) -> str:
        element = self._styles.get(style)
        return value(element, "name").lower() if element is not None else ""

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """The style and those that it is based on."""
        name = style if style in self._styles else self._default
        for _ in range(_DEEPEST):
            element = self._styles.get(name)
            if element is None:
                return
            yield element
            name = value(element, "basedOn")
