"""The lines of a file, clean: markers set aside, odd breaks made plain, spaces that typesetting put in taken out.

Everything here works on a *view* of the text that has the same length, so that offsets stay those of the file.
"""

from __future__ import annotations

from typing import NamedTuple

from reportlint.document import Aside
from reportlint.text import LazyPattern, SourceSpan

_BREAKS = "\v\x85\u2028\u2029\x1c\x1d\x1e"
_TO_HALF = {code: code - 0xFEE0 for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
            for code in range(first, last + 1)}  # fmt: skip
_LONE_FORM_FEED = LazyPattern(r"\f(?<!\n\f)(?!\n)")
_FULL_WIDTH = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_WIDE = LazyPattern(f"[{_FULL_WIDTH}]")
_ODD = LazyPattern(f"[\r\f\0{_BREAKS}{_FULL_WIDTH}]")

_MARKERS = LazyPattern(
    r"""
    [\#$<\[_{](?:
      (?P<paid>(?<=\#)\#paid(?:begin|end)\#\#|(?<=\$)\$paid(?:begin|end)\$\$|(?<=<)/?paid>|(?<=\[)/?paid\])
    | (?P<cms>(?<=\#)\#pagebreak\#\#|(?<=\#)p\#[^\#\n]{0,60}\#e\#|(?<=\[)!--empirenews\.page--\]|(?<=_)ueditor_page_break_tag_
        |(?<=\[)/?(?:page|nextpage|NextPage)\]|(?<=<)!--\s*(?:more|pagebreak|nextpage)\s*-->|(?<=\{)/?(?:dede|pboot):[^}\n]{0,80}\})
    | (?P<comment>(?<=<)!--)
    )""",
    0x40,  # re.VERBOSE
)
_MARKER_SIGNS = "#$<[_{"
_LONGEST_COMMENT = 20_000

_SPACES = LazyPattern("[ \u00a0\u2002\u2003\u2009\u3000]+")
_LATIN = frozenset("0123456789%％.+-/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz*×")
_CJK_MARKS = frozenset("，。、；：？！“”‘’（）《》〈〉【】〔〕…—％")


class Line(NamedTuple):
    """A line that is not blank: the runs of source offsets that make it up, and what joining lines needs to know."""

    runs: tuple[tuple[int, int], ...]
    text: str
    indent: int
    """White space before it, U+3000 counting 2."""
    gap: bool
    """Whether a blank line stands before it, and no end of a page."""


def view(text: str) -> str:
    """`text` with every kind of line break as a line feed and every NUL as a space, at the same length.

    A form feed beside a line feed stays: it is the end of a page.
    """
    if not _ODD.search(text):
        return text
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    for mark in _BREAKS:
        if mark in text:
            text = text.replace(mark, "\n")
    if "\f" in text:
        text = _LONE_FORM_FEED.sub("\n", text)
    if "\0" in text:
        text = text.replace("\0", " ")
    return text.translate(_TO_HALF) if _WIDE.search(text) else text


def set_aside(text: str) -> list[tuple[str, int, int]]:
    """The markers in `text` as (kind, start, end), in order: pay-wall tags, CMS tags, comments."""
    if not any(map(text.__contains__, _MARKER_SIGNS)):
        return []
    found: list[tuple[str, int, int]] = []
    end = close = 0
    for m in _MARKERS.finditer(text):
        if m.start() < end:
            continue  # inside a comment
        if m.lastgroup == "comment":
            if 0 <= close < m.end():
                close = text.find("-->", m.end())
            if close < 0 or close > m.end() + _LONGEST_COMMENT:
                continue
            end = close + 3
            found.append(("comment", m.start(), end))
        else:
            found.append((f"{m.lastgroup}-marker", *m.span()))
    return found


def lines(text: str, markers: list[tuple[str, int, int]]) -> list[Line]:
    """The lines of the view `text` that hold more than white space and markers."""
    found: list[Line] = []
    start, gap, turned = 0, False, False
    waiting = [(a, b) for _, a, b in markers]
    waiting.reverse()
    for raw in text.split("\n"):
        end = start + len(raw)
        body = raw.strip()
        turned = turned or "\f" in raw
        if not body:
            gap = gap or not (waiting and waiting[-1][0] < end)
            start = end + 1
            continue
        gap = gap and not turned
        if waiting and waiting[-1][0] < end:
            runs = _without(text, start, end, waiting)
            if runs:
                joined = "".join(text[a:b] for a, b in runs)
                found.append(Line(runs, joined, 0, gap))
                gap = turned = False
        else:
            indent = raw.find(body[0])
            head = start + indent
            found.append(Line(((head, head + len(body)),), body, _width(raw[:indent]) if indent else 0, gap))
            gap = turned = False
        start = end + 1
    return found


def _without(text: str, start: int, end: int, waiting: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The line from `start` to `end` without the markers on top of the stack `waiting`, trimmed, as runs."""
    runs: list[tuple[int, int]] = []
    at = start
    while waiting and waiting[-1][0] < end:
        a, b = waiting[-1]
        if at < a:
            runs.append((at, a))
        at = max(at, min(b, end))
        if b > end:  # the marker goes on in the next line
            waiting[-1] = (end + 1, b)
            break
        waiting.pop()
    if at < end:
        runs.append((at, end))
    first = next((i for i, (a, b) in enumerate(runs) if text[a:b].strip()), len(runs))
    runs = runs[first:]
    while runs and not text[runs[-1][0] : runs[-1][1]].strip():
        runs.pop()
    if runs:
        a, b = runs[0]
        runs[0] = (b - len(text[a:b].lstrip()), b)
        a, b = runs[-1]
        runs[-1] = (a, a + len(text[a:b].rstrip()))
    return tuple(runs)


def _width(blank: str) -> int:
    return len(blank) + blank.count("\u3000") + 3 * blank.count("\t")


def close_up(line: Line, *, wrapped: bool) -> Line:
    """`line` without the spaces that typesetting put between figures and Chinese, and inside letter-spaced words.

    A single space between two Chinese characters goes only in a hard-wrapped text, where a PDF put it.
    """
    text = line.text
    mark = 7 if text[0] in "#-*+>|" else 1  # the space behind a mark of Markdown is part of the mark
    spaced_out = len(text) <= 60 and _is_spaced_out(text)
    cuts: list[tuple[int, int]] = []
    for m in _SPACES.finditer(text):
        a, b = m.span()
        if a < mark or b == len(text):
            continue
        left, right = text[a - 1], text[b]
        if b - a > 2 and ((left in "）”—" and (right.isdigit() or right in "—无")) or (right == "—" and text[b + 1 : b + 2] in ("", " "))):
            continue  # columns of figures, or of dashes for none, also behind （二）部分公开（…）
        if (
            spaced_out
            or left in _CJK_MARKS
            or right in _CJK_MARKS
            or right == "%"
            or (b - a <= 2 and (left in _LATIN) != (right in _LATIN))
            or (wrapped and b - a == 1 and left not in _LATIN)
        ):
            cuts.append((a, b))
    if not cuts:
        return line
    runs: list[tuple[int, int]] = []
    kept: list[str] = []
    if len(line.runs) == 1:
        (start, end), at = line.runs[0], 0
        for a, b in cuts:
            runs.append((start + at, start + a))
            kept.append(text[at:a])
            at = b
        return Line((*runs, (start + at, end)), "".join([*kept, text[at:]]), line.indent, line.gap)
    base = done = 0
    for start, end in line.runs:
        at = start
        while done < len(cuts) and cuts[done][0] - base < end - start:
            a, b = cuts[done]
            done += 1
            if start + a - base > at:
                runs.append((at, start + a - base))
                kept.append(text[at - start + base : a])
            at = min(start + b - base, end)
        if at < end:
            runs.append((at, end))
            kept.append(text[at - start + base : base + end - start])
        base += end - start
    return line._replace(runs=tuple(runs), text="".join(kept))


def _is_spaced_out(text: str) -> bool:
    """汇　报　材　料."""
    characters = text.split() if text[1:2].isspace() else []
    return len(characters) > 1 and all(len(c) == 1 and "\u3400" <= c <= "\ufaff" for c in characters)


def aside(kind: str, text: str, start: int, end: int, at: int) -> Aside:
    """An aside over source offsets `start` to `end`, standing at logical offset `at`."""
    return Aside(kind, SourceSpan(start, end), text[start:end], at)
