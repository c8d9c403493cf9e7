"""Comments in Markdown and HTML that speak to the linter: ``<!-- reportlint-ignore P001 原因 -->``.

A report in any other format may carry no such comments: an entry of the ignore file does the same from outside.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from reportlint.finding import Excerpt
from reportlint.position import LineIndex
from reportlint.text import LazyPattern, SourceSpan

if TYPE_CHECKING:
    from reportlint.document import Aside, Document
    from reportlint.finding import Position

MEDIA = frozenset({"markdown", "html"})
"""Where comments are obeyed: what is not shown to a reader of the report."""

IGNORE, IGNORE_FILE, DISABLE, ENABLE = "ignore", "ignore-file", "disable", "enable"

_OURS = LazyPattern(r"<!--\s*reportlint\b")
_NAME = r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*(?![A-Za-z0-9])"
_COMMENT = LazyPattern(
    rf"<!--\s*reportlint-(?P<action>[a-z-]+)(?:\s+(?P<names>{_NAME}(?:\s*[,，、]\s*{_NAME}|\s+[A-Z][0-9]{{3}}\b)*))?[\s:：—–-]*(?P<reason>.*?)\s*-->",
    0x10,  # re.DOTALL
)
_BETWEEN = LazyPattern(r"[\s,，、]+")
_CODE_SPAN = LazyPattern(r"(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?(?<!`)\1(?!`)")
_ANY_COMMENT = LazyPattern(r"<!--.*?-->")
_MARKS = LazyPattern(r"\s*(?:[>*+-]\s*|[0-9]{1,2}[.)]\s+)*")
"""What stands before the text of a quote or list item: a comment behind it stands alone."""


class Comment(NamedTuple):
    """A comment to the linter."""

    path: str
    span: SourceSpan
    position: Position
    text: str
    excerpt: Excerpt
    scopes: tuple[tuple[str, SourceSpan], ...] = ()
    """Each rule as it is named, and where in the file it is silenced: findings that begin there. Nowhere if there is a `fault`."""
    whole: bool = False
    """Whether it is about the file as a whole, and so about findings that have no place in it, too."""
    reason: str = ""
    fault: str = ""
    """What is wrong with it: a message of E004."""


def read(document: Document) -> tuple[Comment, ...]:
    """The comments to the linter in `document`, in order."""
    asides = [aside for aside in document.asides if aside.kind == "comment" and _OURS.match(aside.text)]
    if not asides:
        return ()
    text, medium = document.source.text, document.source.medium
    index = LineIndex(text)
    if medium == "markdown" and "`" in text:
        asides = _outside_code(text, asides)
    elif medium == "html":  # there comments are no part of the text; what looks like one in it was written for readers
        asides = [aside for aside in asides if aside.span.start == aside.span.end]
    found = []
    open_: dict[str, tuple[int, SourceSpan]] = {}
    for aside in asides:
        span = aside.span
        excerpt = index.excerpt(span) if span.end > span.start else Excerpt("", aside.text, "")
        comment = Comment(document.source.path, span, index.position(span), aside.text, excerpt)
        if medium not in MEDIA:
            found.append(comment._replace(fault="medium"))
            continue
        said = _COMMENT.fullmatch(comment.text)
        names = tuple(_BETWEEN.split(said["names"])) if said and said["names"] else ()
        action = said["action"] if said else ""
        if action == ENABLE:
            closed = [name for name in names or tuple(open_) if name in open_]
            for name in closed:
                _close(found, *open_.pop(name), name, span.start)
            fault = "" if closed and len(closed) >= len(names) else "nothing-disabled"
            found.append(comment._replace(fault=fault))
        elif not said or action not in (IGNORE, IGNORE_FILE, DISABLE) or not names:
            found.append(comment._replace(fault="malformed"))
        elif not said["reason"]:
            found.append(comment._replace(fault="no-reason"))
        elif action == DISABLE:
            for name in names:
                if name in open_:
                    _close(found, *open_[name], name, span.start)
                open_[name] = (len(found), SourceSpan(span.end, len(text)))
            found.append(comment._replace(reason=said["reason"]))
        else:
            where = SourceSpan(0, len(text)) if action == IGNORE_FILE else _beside(document, span)
            scopes = tuple((name, where) for name in names)
            found.append(comment._replace(scopes=scopes, whole=action == IGNORE_FILE, reason=said["reason"]))
    for name, (at, rest) in open_.items():
        _close(found, at, rest, name, rest.end)
    return tuple(found)


def _close(found: list[Comment], at: int, opened: SourceSpan, name: str, end: int) -> None:
    """The comment at index `at` silences `name` up to `end`."""
    found[at] = found[at]._replace(scopes=(*found[at].scopes, (name, SourceSpan(opened.start, end))))


def _outside_code(text: str, asides: list[Aside]) -> list[Aside]:
    """Those that are comments and not examples of comments: ```<!-- … -->``` between backticks is code."""
    code = [m.span() for m in _CODE_SPAN.finditer(text)]
    return [aside for aside in asides if not any(a < aside.span.start and aside.span.end <= b for a, b in code)]


def _beside(document: Document, span: SourceSpan) -> SourceSpan:
    """What a comment is about: the paragraph in whose lines it stands, or from it to the end of the next paragraph."""
    text, way, blocks = document.source.text, document.map, document.blocks
    line = text.rfind("\n", 0, span.start) + 1
    stop = _end_of_line(text, span.end)
    before, after = (_ANY_COMMENT.sub("", part) for part in (text[line : span.start], text[span.end : stop]))
    marks = _MARKS.match(before)
    alone = not (before[marks.end() if marks else 0 :] + after).strip()
    at = bisect_left(blocks, span.end if alone else line, key=lambda block: way.offset(block.start if alone else block.end - 1))
    if at == len(blocks):
        return SourceSpan(span.end, len(text))
    end = _end_of_line(text, max(way.offset(blocks[at].end - 1), span.end))
    return SourceSpan(span.end if alone else text.rfind("\n", 0, way.offset(blocks[at].start)) + 1, end)


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
