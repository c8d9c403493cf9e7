"""For people who work through one file after the other: the name once, the findings in columns below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.reporters import Streaming
from reportlint.reporters.words import LEVELS, STYLES, Paint, counts, line, place, summary
from reportlint.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine import FileResult


class Grouped(Streaming):
    """One table per file, with a blank line behind it; a sentence with the numbers at the end."""

    def __init__(self, language: str, *, colour: bool = False) -> None:
        self._language = language
        self._paint = Paint(colour)

    def render(self, result: FileResult) -> str:
        """The table of the file; nothing when nothing was found."""
        return "\n".join([*self._lines(result), "", ""]) if result.findings else ""

    def end(self, tally: Tally) -> Iterator[str]:
        """The numbers."""
        if tally.files:
            yield summary(tally, self._language) + "\n"

    def _lines(self, result: FileResult) -> Iterator[str]:
        say, paint = self._language, self._paint
        yield f"{paint(line(result.path), '1;4')}  {counts(Tally.of(result, None), say)}"
        places = [place(finding, say) for finding in result.findings]
        levels = [LEVELS[finding.severity].in_(say) for finding in result.findings]
        place_width, level_width = max(map(len, places)), max(map(len, levels))
        for finding, where, level in zip(result.findings, places, levels, strict=True):
            name = paint(level.ljust(level_width), STYLES[finding.severity])
            yield f"  {where.ljust(place_width)}  {name}  {finding.code}  {line(finding.message.in_(say))}"
