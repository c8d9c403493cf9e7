"""The tables of a page by the lines that are drawn round their cells."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.location import Box

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


def grids(shapes: Sequence[Box]) -> list[Grid]:
    """The tables of a page, from top to bottom, by all shapes that are drawn on it."""
    level: list[Segment] = []
    upright: list[Segment] = []
    if len(shapes) <= _MOST_SHAPES:
        for shape in shapes:
            _edges(shape, level, upright)
    return [grid for rows in _groups(level) if (grid := _grid(rows, upright))]


def _edges(shape: Box, level: list[Segment], upright: list[Segment]) -> None:
    """The edges of a shape: a thin one is a line, another one a box."""
    left, top, right, bottom = shape
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
