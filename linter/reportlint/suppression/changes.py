"""What git says changed, and which findings are about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlint.finding import Finding, Position


class Changed(NamedTuple):
    """What changed in one file."""

    lines: tuple[tuple[int, int], ...] = ()
    """Ranges of lines, first and last, counting from 1 as git does."""
    whole: bool = False
    """Whether all of it counts as changed: a new file, or one in which git knows no lines."""

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return self.whole or bool(self.lines)

    def touches(self, place: Position) -> bool:
        """Whether the lines of `place` changed."""
        return self.whole or any(first <= place.end_line and place.line <= last for first, last in self.lines)


UNCHANGED = Changed()


def about(finding: Finding, path: str, changes: Mapping[str, Changed]) -> bool:
    """Whether `finding` in the file `path` is about something that changed: where it stands, or a place that it points to.

    A finding without text, about something that is missing, is about the file as a whole.
    """
    here = changes.get(path, UNCHANGED)
    if here.touches(finding.position) or (not finding.text and here.any):
        return True
    return any(changes.get(there.path or path, UNCHANGED).touches(there.position) for there in finding.related)
