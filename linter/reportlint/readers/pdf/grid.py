"""The tables of a page by the lines that are drawn round their cells."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pypdfium2 import PdfPage

_THIN = 3.0
"""Points. What is thinner is a line."""
_LONG = 12.0
"""Points. What is shorter is the edge of no cell, but an underline or a sign."""
_NEAR = 4.0
"""Points between two lines that are drawn for one."""
_FARTHEST = 400.0
"""Points between two edges of one row."""
_MOST_SHAPES = 20_000
"""A page with more is a drawing."""


class Grid(NamedTuple):
    """A table: where the edges of its rows and columns are, in points from the upper left corner of the page."""

    rows: tuple[float, ...]
    columns: tuple[float, ...]
    upright: tuple[tuple[float, float, float], ...]
    """The upright lines: place, from where to where."""

    def row(self, base: float) -> int | None:
        """The row in which a line on `base` stands, from 0; None outside of the table."""
        return _between(self.rows, base - 2)

    def edges(self, base: float) -> list[int]:
        """Which columns begin with a line that is drawn at the height of `base`: cells that were merged have none between them."""
        drawn = [at for at, top, bottom in self.upright if top - _NEAR <= base - 2 <= bottom + _NEAR]
        return [i for i, edge in enumerate(self.columns[:-1]) if i == 0 or any(abs(edge - at) <= _NEAR for at in drawn)]


def _between(edges: tuple[float, ...], at: float) -> int | None:
    return bisect_right(edges, at) - 1 if edges[0] <= at < edges[-1] else None


Segment = tuple[float, float, float]
"""A line of an edge: its place across, from where to where it goes."""


def grids(page: PdfPage, place: Callable[[float, float], tuple[float, float]]) -> list[Grid]:
    """The tables of a page, from top to bottom."""
    level: list[Segment] = []
    upright: list[Segment] = []
    for number, shape in enumerate(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=4)):
        if number > _MOST_SHAPES:
            return []
        left, bottom, right, top = shape.get_bounds()
        (x1, y1), (x2, y2) = place(left, top), place(right, bottom)
        _edges(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), level, upright)
    return [grid for rows in _groups(level) if (grid := _grid(rows, upright))]


def _edges(left: float, top: float, right: float, bottom: float, level: list[Segment], upright: list[Segment]) -> None:
    """The edges of a shape: a thin one is a line, another one a box."""
    wide, high = right - left, bottom - top
    if high <= _THIN and wide >= _LONG:
        level.append(((top + bottom) / 2, left, right))
    elif wide <= _THIN and high >= _LONG:
        upright.append(((left + right) / 2, top, bottom))
    elif wide >= _LONG and high >= _LONG:
        level += [(top, left, right), (bottom, left, right)]
        upright += [(left, top, bottom), (right, top, bottom)]


def _groups(level: list[Segment]) -> Iterable[list[Segment]]:
    """The level lines of each table: none is far from the next."""
    group: list[Segment] = []
    for segment in sorted(level):
        if group and segment[0] - group[-1][0] > _FARTHEST:
            yield group
            group = []
        group.append(segment)
    if group:
        yield group


def _grid(level: list[Segment], upright: list[Segment]) -> Grid | None:
    """The table of these level lines, where enough upright lines cross them; the parts that none crosses are left out."""
    top, bottom = level[0][0], level[-1][0]
    inside = [segment for segment in upright if segment[1] >= top - _NEAR and segment[2] <= bottom + _NEAR]
    if len(inside) < 2:
        return None
    first, last = min(s[1] for s in inside), max(s[2] for s in inside)
    rows = _merged(s[0] for s in level if first - _NEAR <= s[0] <= last + _NEAR)
    columns = _merged(s[0] for s in inside)
    if len(rows) < 3 or len(columns) < 3:
        return None
    return Grid(rows, columns, tuple(inside))


def _merged(places: Iterable[float]) -> tuple[float, ...]:
    """Places in order, those drawn for one line as one."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _NEAR:
            kept.append(place)
    return tuple(kept)
