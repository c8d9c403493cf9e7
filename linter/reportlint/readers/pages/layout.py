"""From characters on a page to its lines in reading order, column by column, without headers and page numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlint.readers.pages.glyph import Glyph, Page
    from reportlint.readers.pages.grid import Grid

_APART = 1.4
"""Of the size: a gap between two characters of a line that no space makes; beyond it another cell or column begins."""
_LEVEL = 0.35
"""Of the size: how far the bases of one line may differ."""
_EDGE = 0.12
"""Of the height of a page: where headers, footers and page numbers stand."""
_PAGE_NUMBER = re.compile(r"[-—–―·・.\s]*(?:第\s*)?[0-9０-９]{1,4}\s*(?:页)?(?:\s*[/／,，]?\s*共?\s*[0-9０-９]{1,4}\s*页?)?[-—–―·・.\s]*")
_DIGITS = re.compile(r"[0-9０-９一二三四五六七八九十]+")
_WIDE = 0.55
"""Of a column: lines of running text fill at least so much of it."""


class Run(NamedTuple):
    """Characters of a line without a wide gap between them."""

    glyphs: tuple[Glyph, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.glyphs[-1].right

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.text for glyph in self.glyphs)


class Line(NamedTuple):
    """A line of a page or of one of its columns."""

    page: int
    """Counting from 1."""
    column: int
    """0: over the whole page; 1, 2: the left, the right one."""
    runs: tuple[Run, ...]
    base: float
    size: float
    cells: tuple[tuple[Run, ...], ...] = ()
    """Of a row of a table with drawn lines: what stands in each cell, from top to bottom; `runs` are all of them."""
    spans: tuple[int, ...] = ()
    """Over how many columns each of these cells goes."""

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.runs[-1].right

    @property
    def text(self) -> str:
        """Its characters, with a tab at every wide gap."""
        return "\t".join(run.text for run in self.runs)


def lines(page: Page, number: int) -> list[Line]:
    """The lines of a page in reading order."""
    rows = _rows(page.glyphs)
    found: list[Line] = []
    for grid, same in groupby(rows, key=lambda row: _grid_of(row, page.grids)):
        inside = list(same)
        found += _text(inside, number) if grid is None else _table(inside, grid, number)
    return found


def _grid_of(row: list[Run], grids: list[Grid]) -> Grid | None:
    base = row[0].glyphs[0].base
    return next((grid for grid in grids if grid.row(base) is not None), None)


def _table(rows: list[list[Run]], grid: Grid, number: int) -> Iterator[Line]:
    """The rows of a table with drawn lines; a cell may hold several lines, and go over several columns."""
    for _, same in groupby(rows, key=lambda row: grid.row(row[0].glyphs[0].base)):
        level = list(same)
        edges = grid.edges(level[0][0].glyphs[0].base)
        starts = [grid.columns[edge] for edge in edges]
        cells: list[list[Run]] = [[] for _ in edges]
        for row in level:
            for run in row:
                for cell, glyphs in groupby(run.glyphs, key=lambda glyph: max(bisect_right(starts, (glyph.left + glyph.right) / 2) - 1, 0)):
                    cells[cell] += _trimmed(list(glyphs))
        spans = [after - edge for edge, after in pairwise([*edges, len(grid.columns) - 1])]
        runs = [run for cell in cells for run in cell]
        if runs:
            yield _line(runs, number, 0)._replace(runs=tuple(runs), cells=tuple(map(tuple, cells)), spans=tuple(spans))


def _text(rows: list[list[Run]], number: int) -> list[Line]:
    """The lines outside of tables, the left column before the right one."""
    gutter = _gutter(rows)
    if gutter is None:
        return [_line(row, number, 0) for row in rows]
    found: list[Line] = []
    for crossing, band in _bands(rows, gutter):
        if crossing:
            found += [_line(row, number, 0) for row in band]
        else:
            sides = [[[run for run in row if (run.left >= gutter) == right] for row in band] for right in (False, True)]
            found += [_line(row, number, column) for column, side in enumerate(sides, 1) for row in side if row]
    return found


def _line(row: Sequence[Run], page: int, column: int) -> Line:
    glyphs = [glyph for run in row for glyph in run.glyphs]
    size = sorted(glyph.size for glyph in glyphs)[len(glyphs) // 2]
    runs = tuple(row)
    if len(row) > 2 and all(len(run.glyphs) == 1 for run in row):  # letter-spaced: 文　件
        runs = (Run(tuple(glyphs)),)
    return Line(page, column, runs, row[0].glyphs[0].base, size)


def _rows(glyphs: Iterable[Glyph]) -> list[list[Run]]:
    """Characters on one level, cut into runs, from top to bottom. The order of painting says nothing."""
    levels: list[list[Glyph]] = []
    bases: list[float] = []
    for glyph in sorted(glyphs, key=lambda glyph: (round(glyph.base, 1), glyph.left)):
        if levels and abs(glyph.base - bases[-1]) <= _LEVEL * glyph.size:
            levels[-1].append(glyph)
        else:
            levels.append([glyph])
            bases.append(glyph.base)
    rows = []
    for level in levels:
        level.sort(key=lambda glyph: glyph.left)
        if runs := list(_runs(level)):
            rows.append(runs)
    return rows


def _runs(level: list[Glyph]) -> Iterator[Run]:
    run: list[Glyph] = []
    end = 0.0
    for glyph in level:
        if glyph.text.isspace() and not glyph.text.isascii():
            continue
        if run and glyph.text != " " and glyph.left - end > _APART * glyph.size:
            yield from _trimmed(run)
            run = []
        run.append(glyph)
        if glyph.text != " ":
            end = glyph.right
    yield from _trimmed(run)


def _trimmed(run: list[Glyph]) -> Iterator[Run]:
    """The run without spaces at its ends and between two characters of which one is Chinese."""
    while run and run[-1].text == " ":
        run.pop()
    while run and run[0].text == " ":
        run.pop(0)
    kept = [
        glyph
        for i, glyph in enumerate(run)
        if glyph.text != " " or (run[i - 1].text.isascii() and run[i - 1].text != " " and run[i + 1].text.isascii())
    ]
    if kept:
        yield Run(tuple(kept))


def _gutter(rows: list[list[Run]]) -> float | None:
    """Where the page is parted into two columns of running text; None where it is not, or where a table makes the gaps."""
    runs = [run for row in rows for run in row]
    if len(runs) < 12:
        return None
    left, right = min(run.left for run in runs), max(run.right for run in runs)
    best: tuple[int, float] | None = None
    for step in range(35, 66):
        x = left + (right - left) * step / 100
        crossing = sum(run.left < x < run.right for run in runs)
        wide_left = sum(run.right <= x and run.right - run.left > _WIDE * (x - left) for run in runs)
        wide_right = sum(run.left >= x and run.right - run.left > _WIDE * (right - x) for run in runs)
        both = sum(len(row) == 2 and row[0].right <= x <= row[1].left for row in rows)
        if wide_left >= 5 and wide_right >= 5 and both >= 4 and crossing <= 0.2 * len(runs) and (best is None or crossing < best[0]):
            best = (crossing, x)
    return best[1] if best else None


def _bands(rows: list[list[Run]], gutter: float) -> Iterator[tuple[bool, list[list[Run]]]]:
    """Rows that follow each other and are alike: over the gutter, or on its sides."""
    band: list[list[Run]] = []
    was = False
    for row in rows:
        crossing = any(run.left < gutter < run.right for run in row)
        if band and crossing != was:
            yield was, band
            band = []
        band.append(row)
        was = crossing
    if band:
        yield was, band


def without_furniture(pages: list[list[Line]], heights: list[float]) -> tuple[list[list[Line]], list[str]]:
    """The lines without page numbers and without what stands at the edge of half of the pages, and the words of that."""

    def edge(line: Line, height: float) -> bool:
        return line.base < _EDGE * height or line.base > (1 - _EDGE) * height

    seen = Counter(
        key for lines_, height in zip(pages, heights, strict=True) for key in {_key(line) for line in lines_ if edge(line, height)}
    )
    often = {key for key, count in seen.items() if len(pages) > 1 and count >= max(2, len(pages) / 2)}
    kept, words = [], dict[str, None]()
    for lines_, height in zip(pages, heights, strict=True):
        mine = []
        for line in lines_:
            if edge(line, height) and (_key(line) in often or _PAGE_NUMBER.fullmatch(line.text.replace("\t", " "))):
                if not _PAGE_NUMBER.fullmatch(line.text):
                    words[line.text] = None
            else:
                mine.append(line)
        kept.append(mine)
    return kept, list(words)


def _key(line: Line) -> str:
    return _DIGITS.sub("#", "".join(line.text.split()))


def is_row(line: Line) -> bool:
    """Whether a line is cut into cells."""
    return len(line.runs) > 1 or bool(line.cells)


def usual_pitch(lines_: list[Line]) -> float:
    """The usual distance from line to line, in points; 0 where there are none."""
    steps = sorted(
        after.base - line.base for line, after in pairwise(lines_) if line.page == after.page and 0 < after.base - line.base < 4 * line.size
    )
    return steps[len(steps) // 2] if steps else 0.0
