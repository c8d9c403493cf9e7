"""JUnit's XML, which GitLab, Jenkins, Azure and nearly every CI show as a test report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportlint.engine import COMPARED
from reportlint.finding import Severity
from reportlint.reporters import Streaming
from reportlint.reporters.words import LEVELS, place
from reportlint.reporters.xml import HEAD, attributes, text
from reportlint.trouble import unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine import FileResult
    from reportlint.finding import Finding
    from reportlint.tally import Tally


class JUnit(Streaming):
    """A suite per file, a case per finding; a file without findings is one case that passed.

    A finding that makes the run fail is a failure, one that says that something could not be checked an error; all other
    findings pass and say what they have to say as the output of the case. A case is named by rule and occurrence, not by its
    line: a paragraph added above must not make it another test.
    """

    def __init__(self, language: str, *, fail_on: Severity | None = Severity.ERROR) -> None:
        self._language = language
        self._fail_on = fail_on
        self._head = f"{HEAD}<testsuites{attributes(name='reportlint')}>\n"

    def render(self, result: FileResult) -> str:
        """The suite of the file."""
        if not result.findings and result.status == COMPARED:
            return ""
        seen: Counter[str] = Counter()
        cases = []
        for finding in result.findings:
            seen[finding.code] += 1
            cases.append(self._case(finding, seen[finding.code]))
        if not cases:
            cases.append(f"<testcase{attributes(name='reportlint', classname=result.path, file=result.path)}/>\n")
        kinds = Counter(map(self._kind, result.findings))
        numbers = attributes(name=result.path, tests=len(cases), failures=kinds["failure"], errors=kinds["error"])
        return f"<testsuite{numbers}>\n{''.join(cases)}</testsuite>\n"

    def show(self, rendered: str) -> str:
        """`rendered`, behind the head of the document if it is the first."""
        head, self._head = self._head, ""
        return head + rendered

    def end(self, tally: Tally) -> Iterator[str]:  # noqa: ARG002 - as every reporter
        """The end of the document."""
        yield f"{self._head}</testsuites>\n"

    def _kind(self, finding: Finding) -> str:
        if unchecked(finding):
            return "error"
        return "failure" if self._fail_on and finding.severity >= self._fail_on else "system-out"

    def _case(self, finding: Finding, nth: int) -> str:
        say, at, kind = self._language, finding.position, self._kind(finding)
        name = f"{finding.code} {finding.rule}" + (f" #{nth}" if nth > 1 else "")
        message = finding.message.in_(say)
        lines = [f"{finding.path}:{place(finding, say)}: {LEVELS[finding.severity].in_(say)} {message}"]
        if any(finding.excerpt):
            before, marked, after = finding.excerpt
            lines.append(f"{before}〖{marked}〗{after}")
        lines.append(finding.help.in_(say))
        about = "" if kind == "system-out" else attributes(message=message, type=finding.severity.label)
        body = f"<{kind}{about}>{text(chr(10).join(lines))}</{kind}>"
        return f"<testcase{attributes(name=name, classname=finding.path, file=finding.path, line=at.line)}>{body}</testcase>\n"
