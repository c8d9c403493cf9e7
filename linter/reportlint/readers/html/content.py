"""Which element of a page holds the report.

Pages of different systems have nothing in common but this: the report is where the sentences are, and few of them are links.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from justhtml import Element, Node

UNSEEN = frozenset((
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "svg", "math", "iframe", "object", "embed", "audio", "video",
    "canvas", "map", "datalist", "select", "option", "button", "input", "textarea",
))  # fmt: skip
_AROUND = frozenset(("nav", "header", "footer", "aside", "menu", "dialog"))
_AROUND_NAMES = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|menu|breadcrumbs?|crumbs?|position|dqwz|footer|foot|copyright|header|topbar|sidebar|share|bshare|bdsharebuttonbox"
    r"|qrcode|ewm|print|toolbar|tools|pagination|pager|related|recommend|xgwz|search|login|banner|advert|ads?|comments?|hidden|sr-only)"
    r"(?:$|[-_\s\d])",
    re.IGNORECASE,
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ENOUGH = 0.7
"""Of the sentences of an element: who holds so much of them inside it, holds the report."""
_TITLE_NAMES = re.compile(
    r"(?:^|[-_\s])(?:article|content|doc|main|news|info|detail|xl|zw|page)?[-_]?(?:title|bt|tit)(?:$|[-_\s])", re.IGNORECASE
)
_LONGEST_TITLE = 80
_MOST_PARTS = 100
"""Elements and texts in an element that is looked at for a title; one with more is none."""


def content(page: Node) -> Element | None:
    """The innermost element that holds nearly all sentences of the page; None for a page without elements."""
    weights = _weights(page)
    at = next((node for node in descendants(page) if node.name == "body"), None)
    if at is None:
        return None
    while True:
        inner = max(elements(at), key=lambda child: weights.get(id(child), 0), default=None)
        if inner is None or weights.get(id(inner), 0) < _ENOUGH * weights.get(id(at), 0) or not weights.get(id(at), 0):
            return at
        if inner.name in _TEXT_LEVEL or inner.name in {"tr", "td", "tbody"}:
            return at
        at = inner


_TEXT_LEVEL = frozenset(
    ("p", "span", "font", "b", "strong", "em", "i", "u", "a", "h1", "h2", "h3", "h4", "li", "pre", "blockquote", "table")
)


def title_before(page: Node, main: Element) -> str:
    """The title of the report, where the page has it outside of the content; ``""`` when it has none.

    The page says its title in its head, often with the name of the site behind; the words that stand in both places are it.
    """
    told = [_joined(words) for words in _told_titles(page)]
    heads = []
    for node in descendants(page):
        if node is main:
            break
        if node.name in {"h1", "h2", "h3"} or _TITLE_NAMES.search(_names(node)):
            words = " ".join(text(node, _MOST_PARTS).split())
            if 4 <= len(words) <= _LONGEST_TITLE and not any(mark in words for mark in ">》：:。") | (node.name in UNSEEN):
                heads.append((words, node.name))
    said_twice = (words for words, _ in heads if any(_joined(words) in title for title in told))
    return next(said_twice, "") or next((words for words, name in heads if name == "h1"), "")


def _told_titles(page: Node) -> Iterator[str]:
    for node in descendants(page):
        if node.name == "title":
            yield "".join(str(child.data) for child in node.children or ())
        elif node.name == "meta" and ((node.attrs or {}).get("name") or "").lower() in {"articletitle", "title"}:
            yield (node.attrs or {}).get("content") or ""
        elif node.name == "body":
            return


def _joined(words: str) -> str:
    return "".join(words.split())


def shown(element: Element) -> bool:
    """Whether an element belongs to what the reader of the report sees: it is neither hidden nor one of those around it."""
    if element.name in UNSEEN or element.name in _AROUND:
        return False
    attributes = element.attrs or {}
    if "hidden" in attributes or _NOT_SHOWN.search(attributes.get("style") or ""):
        return False
    return not _AROUND_NAMES.search(_names(element))


def _names(element: Element) -> str:
    attributes = element.attrs or {}
    return f"{attributes.get('id') or ''} {attributes.get('class') or ''}"


def elements(node: Node) -> Iterator[Element]:
    """The elements in `node`, without text and comments between them."""
    return (cast("Element", child) for child in node.children or () if child.name[0] not in "#!")


def descendants(node: Node) -> Iterator[Element]:
    """All elements below `node` in the order of the text. A stack and no recursion, as pages may nest deep."""
    waiting = list(elements(node))[::-1]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(reversed(list(elements(element))))


def text(node: Node, most: int | None = None) -> str:
    """All words below `node` as they stand in the file, those of scripts apart; ``""`` for one of more than `most` parts."""
    words: list[str] = []
    waiting: list[Node] = [node]
    seen = 0
    while waiting:
        at = waiting.pop()
        seen += 1
        if most is not None and seen > most:
            return ""
        if at.name == "#text":
            words.append(str(at.data))
        elif at.name not in UNSEEN:
            waiting.extend(reversed(at.children or ()))
    return "".join(words)


def _weights(page: Node) -> dict[int, int]:
    """How many characters of sentences each element holds, those of links and of what is not shown left out."""
    weights: dict[int, int] = {}
    order: list[tuple[Element, Element | None]] = []
    waiting: list[tuple[Element, Element | None]] = [(element, None) for element in elements(page)]
    while waiting:
        element, parent = waiting.pop()
        if element.name == "a" or (element.name not in {"html", "body"} and not shown(element)):
            continue
        order.append((element, parent))
        own = "".join(str(child.data) for child in element.children or () if child.name == "#text")
        weights[id(element)] = len(own.strip()) if any(mark in own for mark in "。，；：、") else 0
        waiting.extend((child, element) for child in elements(element))
    for element, parent in reversed(order):
        if parent is not None:
            weights[id(parent)] += weights[id(element)]
    return weights
