"""Sums that do not come out, and what they have in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reportlint import Bilingual, Cell, Hit, Related
from reportlint_rules.disclosure.form import APPLICANTS

LAST = len(APPLICANTS) - 1


class Break(NamedTuple):
    """A sum that does not make its total."""

    at: int
    """Index of the row or of the column."""
    cell: Cell
    """The total."""
    result: int
    stated: int

    @property
    def excess(self) -> int:
        """How much the parts are too many."""
        return self.result - self.stated


def total(figures: Iterable[int | None]) -> int | None:
    """The sum of `figures`; None if one of them cannot be read."""
    result = 0
    for figure in figures:
        if figure is None:
            return None
        result += figure
    return result


def hit(broken: Break, message: str, **names: str) -> Hit:
    """The finding for one broken sum."""
    by = broken.excess
    off = Bilingual(f"{'多' if by > 0 else '少'} {abs(by)}", f"{abs(by)} too {'many' if by > 0 else 'few'}")
    data: dict[str, str | int | Bilingual] = {**names, "result": broken.result, "stated": broken.stated}
    return Hit(broken.cell.span, message, {**data, "off": off}, data=data)


def by_columns(broken: list[Break], message: str) -> list[Hit]:
    """Findings for columns; one for two of which one has as many too few as the other has too many.

    The column 总计 is told only where the others do not explain it.
    """
    others = [column for column in broken if column.at != LAST]
    if others and sum(column.excess for column in others) == sum(column.excess for column in broken if column.at == LAST):
        broken = others
    hits: list[Hit] = []
    waiting = list(broken)
    while waiting:
        column = waiting.pop(0)
        other = next((c for c in waiting if c.excess == -column.excess and c.at != LAST), None)
        if other is None:
            hits.append(hit(column, message, column=APPLICANTS[column.at]))
        else:
            waiting.remove(other)
            hits.append(_mixed_up(column, other))
    return hits


def _mixed_up(column: Break, other: Break) -> Hit:
    values: dict[str, str | int | Bilingual] = {
        "column": APPLICANTS[column.at], "result": column.result, "stated": column.stated,
        "other": APPLICANTS[other.at], "result2": other.result, "stated2": other.stated, "off": abs(column.excess),
    }  # fmt: skip
    note = Bilingual(f"“{APPLICANTS[other.at]}”列", f"column {APPLICANTS[other.at]}")
    return Hit(column.cell.span, "columns", values, data=values, related=(Related(other.cell.span, note),))
