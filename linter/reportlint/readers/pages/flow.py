"""From lines to paragraphs, by their geometry: what is indented begins one, what ends short ends one, also over a page."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reportlint.readers.pages.layout import Line, is_row, usual_pitch

if TYPE_CHECKING:
    from collections.abc import Iterator

_INDENT = 1.2
"""Of the size: what begins so far inside of the margin is indented; Chinese paragraphs are by two characters."""
_SHORT = 1.6
"""Of the size: a line that leaves so much room could have taken the next character."""
_ENDS = frozenset("。！？；：:!?;…”）)》")
_SENTENCE_ENDS = frozenset("。！？!?")
_LABEL = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\([一二三四五六七八九十]{1,3}\)|[0-9]{1,2}[．、]|[0-9]{1,2}\.(?![0-9])|（[0-9]{1,2}）|第[一二三四五六七八九十]{1,3}[章节条部])"
)
_FIGURES = frozenset("0123456789")
_FULL = 4
"""Lines that end together; fewer say nothing of a margin."""
_RUNS_ON = frozenset("、，第和及与至（“")
_WORD = re.compile(r"[!-~]+")


class Margins(NamedTuple):
    """Where the lines of a column begin and end that go on."""

    left: float
    right: float


class Paragraph(NamedTuple):
    """Lines that belong together; `row`: it is a row of a table."""

    lines: list[Line]
    row: bool


def paragraphs(lines: list[Line]) -> Iterator[Paragraph]:
    """`lines` put together."""
    margins = _margins(lines)
    rows = _table_rows(lines)
    pitch = usual_pitch(lines)
    open_: list[Line] = []
    for i, line in enumerate(lines):
        if rows[i]:
            if open_:
                yield Paragraph(open_, row=False)
                open_ = []
            yield Paragraph([line], row=True)
        elif open_ and _goes_on(open_, line, margins, pitch):
            open_.append(line)
        else:
            if open_:
                yield Paragraph(open_, row=False)
            open_ = [line]
    if open_:
        yield Paragraph(open_, row=False)


def _margins(lines: list[Line]) -> dict[tuple[int, int], Margins]:
    """The margins of each column of each page; a page with few full lines has those of the whole document."""
    whole = {column: _edges([line for line in lines if line.column == column]) for column in {line.column for line in lines}}
    found = {}
    for key, mine in groupby(sorted(lines, key=_column), key=_column):
        page_lines = list(mine)
        margins = _edges(page_lines)
        size = page_lines[0].size
        full = sum(abs(line.right - margins.right) < size for line in page_lines)
        left = min(margins.left, whole[key[1]].left) if abs(margins.left - whole[key[1]].left) < 3 * size else margins.left
        found[key] = Margins(left, margins.right) if full >= _FULL else whole[key[1]]
    return found


def _column(line: Line) -> tuple[int, int]:
    return line.page, line.column


def _edges(lines: list[Line]) -> Margins:
    """Where most longer lines begin, and what the longest reach."""
    longer = [line for line in lines if len(line.text) > 12 and not line.cells] or lines
    lefts = Counter(round(line.left / 2) * 2 for line in longer)
    most = max(lefts.values())
    rights = sorted(line.right for line in longer)
    return Margins(min(at for at, count in lefts.items() if count >= 0.4 * most), rights[int(len(rights) * 0.85)])


def _table_rows(lines: list[Line]) -> list[bool]:
    """Which lines are rows: two or more in sequence are cut into cells; what stands between two such is the rest of a cell."""
    cut = [is_row(line) for line in lines]
    rows = [bool(lines[i].cells) or (here and ((i > 0 and cut[i - 1]) or (i + 1 < len(cut) and cut[i + 1]))) for i, here in enumerate(cut)]
    last = None
    for i, row in enumerate(rows):
        if row:
            if last is not None and 1 < i - last <= 3 and lines[last].page == lines[i].page:
                rows[last + 1 : i] = [True] * (i - last - 1)
            last = i
    return rows


def _goes_on(before: list[Line], line: Line, margins: dict[tuple[int, int], Margins], pitch: float) -> bool:
    """Whether `line` goes on with the paragraph whose lines are `before`."""
    last = before[-1]
    size = last.size
    if abs(line.size - size) > 0.12 * size:
        return False
    same = line.page == last.page and line.column == last.column
    if same and pitch and line.base - last.base > 1.7 * pitch:
        return False
    here, there = margins[_column(last)], margins[_column(line)]
    if line.left - there.left > _INDENT * size:
        return False
    word = _WORD.match(line.text)
    first = word.end() * 0.5 if word else 1.0
    room = here.right - last.right
    if room > max(_SHORT, first + 0.6) * size:
        return False
    if _LABEL.match(line.text) and (last.text[-1] in _ENDS or (line.text[0] not in _FIGURES and last.text[-1] not in _RUNS_ON)):
        return False
    indented = before[0].left - margins[_column(before[0])].left > _INDENT * size
    return indented or last.text[-1] not in _SENTENCE_ENDS or len(before) == 1
