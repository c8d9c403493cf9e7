"""Checkstyle's XML, which Jenkins (Warnings), reviewdog, SonarQube and many more read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.reporters import Streaming
from reportlint.reporters.words import located
from reportlint.reporters.xml import HEAD, attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine import FileResult
    from reportlint.finding import Finding
    from reportlint.tally import Tally

_FORMAT = "4.3"
"""The version of Checkstyle whose format this is."""


class Checkstyle(Streaming):
    """One element per file with findings. The severities are those of Checkstyle: they have our names."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._head = f"{HEAD}<checkstyle{attributes(version=_FORMAT)}>\n"

    def render(self, result: FileResult) -> str:
        """The element of the file; nothing when nothing was found."""
        if not result.findings:
            return ""
        errors = "".join(map(self._error, result.findings))
        return f"<file{attributes(name=result.path)}>\n{errors}</file>\n"

    def show(self, rendered: str) -> str:
        """`rendered`, behind the head of the document if it is the first."""
        head, self._head = self._head, ""
        return head + rendered

    def end(self, tally: Tally) -> Iterator[str]:  # noqa: ARG002 - as every reporter
        """The end of the document."""
        yield f"{self._head}</checkstyle>\n"

    def _error(self, finding: Finding) -> str:
        at = finding.position
        values = attributes(
            line=at.line,
            column=at.column,
            severity=finding.severity.label,
            message=located(finding, self._language),
            source=f"reportlint.{finding.code}",
        )
        return f"<error{values}/>\n"
