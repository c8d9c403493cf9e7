"""Annotations for GitHub Actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.finding import Severity
from reportlint.reporters.concise import Concise
from reportlint.reporters.words import located, summary
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine import FileResult
    from reportlint.finding import Finding
    from reportlint.tally import Tally

SHOWN = 10
"""Annotations of each level that GitHub shows per step."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_REST = Bilingual("未作为标注显示的（GitHub 每级最多显示 10 项）", "Not shown as annotations (GitHub shows 10 of each level)")
_MORE = Bilingual(
    "其中 {count} 项未作为标注显示，见上面折叠的一组。", "{count} of them are no annotations, but lines of the folded group above."
)

Rendered = list[tuple[Severity, str, str]]
"""The findings of a file: severity, annotation, plain line."""


class GitHub:
    """Workflow commands, errors first. What is over GitHub's limit stands in a folded group, so that nothing is lost."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._plain = Concise(language)
        self._annotations: dict[Severity, list[str]] = {severity: [] for severity in _COMMANDS}
        self._rest = 0

    def render(self, result: FileResult) -> Rendered:
        """Each finding in both forms."""
        return [(finding.severity, self._annotation(finding), _inert(self._plain.one_line(finding))) for finding in result.findings]

    def show(self, rendered: Rendered) -> str:
        """What is over the limit; the annotations wait for the end, as errors of later files come before warnings of this one."""
        rest = []
        for severity, annotation, plain in rendered:
            if len(self._annotations[severity]) < SHOWN:
                self._annotations[severity].append(annotation)
            else:
                rest.append(plain)
        group = f"::group::{_REST.in_(self._language)}\n" if rest and not self._rest else ""
        self._rest += len(rest)
        return group + "".join(rest)

    def end(self, tally: Tally) -> Iterator[str]:
        """All annotations and the numbers."""
        say = self._language
        if self._rest:
            yield "::endgroup::\n"
        for texts in self._annotations.values():
            yield from texts
        if tally.files:
            yield summary(tally, say) + "\n"
        if self._rest:
            yield _MORE.in_(say).format(count=self._rest) + "\n"

    def _annotation(self, finding: Finding) -> str:
        at = finding.position
        where = f"file={_property(finding.path)},line={at.line},col={at.column},endLine={at.end_line},endColumn={at.end_column}"
        title = _property(f"{finding.code} {finding.rule}")
        return f"::{_COMMANDS[finding.severity]} {where},title={title}::{_data(located(finding, self._language))}\n"


def _inert(text: str) -> str:
    """A line that the runner takes for no command: those begin with ``::``, or have ``##[`` anywhere."""
    text = text.replace("##[", "##\u2060[")
    return f"./{text}" if text.lstrip().startswith("::") else text


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
