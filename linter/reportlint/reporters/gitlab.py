"""GitLab's Code Quality report: ``artifacts: reports: codequality``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.finding import Severity
from reportlint.reporters import Series
from reportlint.reporters.json import encode
from reportlint.reporters.words import located
from reportlint.trouble import unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine import FileResult
    from reportlint.finding import Finding
    from reportlint.tally import Tally

_LEVELS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
"""What GitLab calls our severities; what could not be checked at all is a blocker."""


class GitLab:
    """One array with an object for each finding."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._issues = Series("[\n")

    def render(self, result: FileResult) -> list[str]:
        """An object for each finding."""
        return [encode(self._issue(finding)) for finding in result.findings]

    def show(self, rendered: list[str]) -> str:
        """The objects, in one array with those before."""
        return self._issues.add(rendered)

    def end(self, tally: Tally) -> Iterator[str]:  # noqa: ARG002 - as every reporter
        """The end of the array."""
        yield self._issues.end("\n]\n")

    def _issue(self, finding: Finding) -> dict[str, object]:
        at = finding.position
        return {
            "description": f"{finding.code} {located(finding, self._language)}",
            "check_name": finding.rule,
            "fingerprint": _name(finding),
            "severity": "blocker" if unchecked(finding) else _LEVELS[finding.severity],
            "location": {"path": finding.path.removeprefix("./"), "lines": {"begin": at.line, "end": at.end_line}},
        }


def _name(finding: Finding) -> str:
    """A name for the finding that is unique in the whole report, as GitLab demands: the path goes in."""
    from hashlib import blake2b

    return blake2b(repr((finding.path, finding.fingerprint)).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
