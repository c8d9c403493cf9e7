"""For programs that read as it comes: one JSON object a line. The schema is `schemas/jsonl-v1.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint import __version__
from reportlint.engine import COMPARED
from reportlint.reporters import Streaming
from reportlint.reporters.json import VERSION, encode, file_entry, finding_entry, summary_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine import FileResult
    from reportlint.tally import Tally


class JsonLines(Streaming):
    """The findings of a file, then the file; at the end the summary, without which the run was cut short."""

    def __init__(self, language: str) -> None:
        self._language = language

    def render(self, result: FileResult) -> str:
        """A line for each finding, and one for the file unless the result only adds findings to one."""
        lines = [_line("finding", finding_entry(finding, self._language)) for finding in result.findings]
        if result.status != COMPARED:
            lines.append(_line("file", file_entry(result)))
        return "".join(lines)

    def end(self, tally: Tally) -> Iterator[str]:
        """The line with the numbers."""
        tool = {"version": VERSION, "tool": {"name": "reportlint", "version": __version__}}
        yield _line("summary", {**tool, **summary_entry(tally)})


def _line(kind: str, entry: dict[str, object]) -> str:
    return encode({"type": kind, **entry}) + "\n"
