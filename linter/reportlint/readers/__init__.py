"""From bytes to a Document."""

from __future__ import annotations

from itertools import takewhile
from posixpath import splitext

from reportlint.document import TITLE, Aside, Document, Source, SourceMap
from reportlint.extract import Extract, Limits
from reportlint.readers import blocks, reflow
from reportlint.readers.encoding import UndecodableText, decode
from reportlint.readers.formats import SUFFIXES, TEXT, reader
from reportlint.readers.lines import Line, aside, close_up, lines, set_aside, view
from reportlint.readers.unreadable import UnreadableFile
from reportlint.text import LazyPattern

__all__ = ["SUFFIXES", "UndecodableText", "UnreadableFile", "parse", "read"]

_NO_LIMITS = Limits()
_HEAD = 3_000
"""Characters at the beginning in which a table of contents is looked for,"""
_TOP = 40
"""the lines among which it begins,"""
_MOST_ENTRIES = 300
"""and how many it has at most."""
_LONGEST_ENTRY = 60
_CONTENTS = LazyPattern(r"目\s*录")
_LEADER = LazyPattern(r"(?:[.．…·]{2,}|\t)?[0-9]{0,3}$")


def read(path: str, data: bytes, limits: Limits = _NO_LIMITS) -> Document:
    """The document in the file `path`, whose bytes are `data`. Raises UndecodableText, UnreadableFile."""
    document_reader = reader(path, data)
    if document_reader:
        source = document_reader(path, data, limits)
    else:
        text, encoding = decode(data)
        source = Source(path, text, encoding, TEXT.get(splitext(path)[1].lower(), "plain"))
    document = parse(source)
    if not document.blocks:
        raise UnreadableFile("文件里没有文字", "there is no text in it")
    return document


def parse(source: Source) -> Document:
    """The document of a decoded file."""
    clean = view(source.text)
    markers = set_aside(clean)
    if source.medium == "markdown":
        from reportlint.readers import markdown  # brings a parser along: only for Markdown

        markers = markdown.set_aside(clean, markers)
    extract = source.extract
    found = lines(clean, markers)
    wrapped = not (extract and extract.flowed) and reflow.is_wrapped(found)
    kept, numbers = _without_page_numbers(found, wrapped=wrapped)
    groups = _with_title(reflow.join(kept) if wrapped else [[line] for line in kept], extract)
    if _CONTENTS.search(clean, 0, _HEAD):
        groups, listed = _without_contents(groups)
        numbers += listed
    text, paragraphs, way = _logical(groups, wrapped=wrapped)
    roles = [extract.role(group[0].runs[0][0]) for group in groups] if extract else ()
    asides = _asides(sorted([*markers, *numbers], key=lambda found: found[1]), source.text, way, len(text))
    if extract and extract.asides:
        told = [Aside(kind, span, words, min(way.logical(span.start), len(text))) for kind, span, words in extract.asides]
        asides = tuple(sorted([*asides, *told], key=lambda found: found.span))
    return Document(source, text, blocks.classify(paragraphs, roles), asides, way)


def _with_title(groups: list[list[Line]], extract: Extract | None) -> list[list[Line]]:
    """`groups` with the lines of a title that was set in several lines put together; what the format says is something else stays."""
    first = groups[:4]
    if extract:
        first = list(takewhile(lambda group: extract.role(group[0].runs[0][0]).kind in ("", TITLE), first))
    count = blocks.title_lines(["".join(line.text for line in group) for group in first])
    return [[line for group in groups[:count] for line in group], *groups[count:]] if count > 1 else groups


def _without_contents(groups: list[list[Line]]) -> tuple[list[list[Line]], list[tuple[str, int, int]]]:
    """`groups` without the table of contents, and that as an aside: from 目录 to where its first entry comes again as a heading."""
    for i, group in enumerate(groups[:_TOP]):
        if group[0].text[0] != "目" or _entry(group) != "目录" or i + 2 >= len(groups):
            continue
        first = _entry(groups[i + 1])
        for j in range(i + 3, min(i + _MOST_ENTRIES, len(groups))):
            if _entry(groups[j]) == first:
                return [*groups[:i], *groups[j:]], [("contents", group[0].runs[0][0], groups[j - 1][-1].runs[-1][1])]
            if len(_entry(groups[j])) > _LONGEST_ENTRY:
                break
    return groups, []


def _entry(group: list[Line]) -> str:
    """The words of a line without the dots and the number of the page behind them."""
    return _LEADER.sub("", "".join("".join(line.text for line in group).split()))


def _without_page_numbers(found: list[Line], *, wrapped: bool) -> tuple[list[Line], list[tuple[str, int, int]]]:
    kept: list[Line] = []
    numbers: list[tuple[str, int, int]] = []
    turned = False
    for line in found:
        if len(line.text) <= 20 and reflow.page_number(line.text, wrapped=wrapped):
            numbers.append(("page-number", line.runs[0][0], line.runs[-1][1]))
            turned = True
        else:
            kept.append(line._replace(gap=False) if turned else line)  # a blank line round a page number says nothing
            turned = False
    return kept, numbers


def _logical(groups: list[list[Line]], *, wrapped: bool) -> tuple[str, list[tuple[int, str]], SourceMap]:
    """The logical text of the paragraphs, where each starts, and the way back."""
    paragraphs: list[tuple[int, str]] = []
    logical: list[int] = []
    source: list[int] = []
    at = 0
    for group in groups:
        begin = at
        words: list[str] = []
        for line in group:
            if _has_spaces(line.text):
                line = close_up(line, wrapped=wrapped)  # noqa: PLW2901
            if words and _needs_space(words[-1], line.text):
                logical.append(at)
                source.append(line.runs[0][0] - 1)
                words.append(" ")
                at += 1
            for start, end in line.runs:
                logical.append(at)
                source.append(start)
                at += end - start
            words.append(line.text)
        paragraphs.append((begin, "".join(words)))
        logical.append(at)
        source.append(group[-1].runs[-1][1])
        at += 1
    return "".join([f"{text}\n" for _, text in paragraphs]), paragraphs, SourceMap(logical, source)


def _has_spaces(text: str) -> bool:
    return " " in text or "\u3000" in text or "\u00a0" in text


def _needs_space(left: str, right: str) -> bool:
    """Whether joining two lines would glue two Latin words together."""
    return left[-1].isascii() and left[-1].isalpha() and right[0].isascii() and right[0].isalpha()


def _asides(found: list[tuple[str, int, int]], text: str, way: SourceMap, end: int) -> tuple[Aside, ...]:
    return tuple(aside(kind, text, a, b, min(way.logical(a), end)) for kind, a, b in found)
