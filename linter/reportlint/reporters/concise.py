"""One line per finding, for editors and grep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.reporters import Streaming
from reportlint.reporters.words import STYLES, Paint, line, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.engine import FileResult
    from reportlint.finding import Finding
    from reportlint.tally import Tally


class Concise(Streaming):
    """``path:line:column: error P001 message``; the level is English in every language, so that programs can rely on it."""

    def __init__(self, language: str, *, colour: bool = False) -> None:
        self._language = language
        self._paint = Paint(colour)

    def render(self, result: FileResult) -> str:
        """A line for each finding."""
        return "".join(map(self.one_line, result.findings))

    def end(self, tally: Tally) -> Iterable[str]:  # noqa: ARG002 - as every reporter
        """Nothing: whoever reads lines wants no other."""
        return ()

    def one_line(self, finding: Finding) -> str:
        """The line about a finding."""
        at = finding.position
        level = self._paint(finding.severity.label, STYLES[finding.severity])
        return f"{shown(finding.path)}:{at.line}:{at.column}: {level} {finding.code} {line(finding.message.in_(self._language))}\n"
