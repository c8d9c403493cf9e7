"""What a run comes to, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.engine import CHECKED, COMPARED
from reportlint.finding import Severity

if TYPE_CHECKING:
    from reportlint.engine import FileResult


class Tally(NamedTuple):
    """Counts over one file or many."""

    files: int = 0
    checked: int = 0
    """Files that were checked by all rules."""
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    suppressed: int = 0
    fixed: int = 0
    """Findings that were mended, or would be."""
    fixable: int = 0
    """Findings with a fix that is safe."""
    failing: int = 0
    """Findings at or above the severity that makes the run fail."""
    code: str = ""
    """The code of the first finding of the highest severity: an example for whoever wants to know more."""
    unmended: int = 0
    """Findings that were to be mended and could not be, as the file cannot be written."""

    @classmethod
    def of(cls, result: FileResult, fail_on: Severity | None) -> Tally:
        """The counts for one file; findings from `fail_on` upwards are failing, None: none is."""
        severities = [finding.severity for finding in result.findings]
        worst = max(severities, default=None)
        return cls(
            int(result.status != COMPARED),
            int(result.status == CHECKED),
            severities.count(Severity.ERROR),
            severities.count(Severity.WARNING),
            severities.count(Severity.INFO),
            len(result.suppressed),
            result.fixed,
            sum(finding.fix is not None and finding.fix.safe for finding in result.findings),
            sum(severity >= fail_on for severity in severities) if fail_on else 0,
            result.findings[severities.index(worst)].code if worst else "",
        )

    @property
    def failed(self) -> int:
        """Files that could not be checked, or not by all rules."""
        return self.files - self.checked

    def plus(self, other: Tally) -> Tally:
        """Both together; the example is the first of the highest severity."""
        worse = (other.errors > 0 and not self.errors) or (other.warnings > 0 and not self.errors and not self.warnings)
        return Tally(
            self.files + other.files,
            self.checked + other.checked,
            self.errors + other.errors,
            self.warnings + other.warnings,
            self.infos + other.infos,
            self.suppressed + other.suppressed,
            self.fixed + other.fixed,
            self.fixable + other.fixable,
            self.failing + other.failing,
            other.code if worse or not self.code else self.code,
            self.unmended + other.unmended,
        )
