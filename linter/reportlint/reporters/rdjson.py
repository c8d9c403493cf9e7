"""The Diagnostic Format of reviewdog, which writes findings as review comments on GitHub, GitLab, Gitea, Gerrit and Bitbucket."""

from __future__ import annotations

from posixpath import normpath
from typing import TYPE_CHECKING

from reportlint.reporters import Series
from reportlint.reporters.columns import Utf8Columns
from reportlint.reporters.json import encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine import FileResult
    from reportlint.finding import Finding, Fix, Position, RelatedPlace
    from reportlint.tally import Tally


class RDJson:
    """One DiagnosticResult. Columns count in bytes of UTF-8, as reviewdog has it; ends are exclusive, as ours are."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._diagnostics = Series(f'{{"source": {encode({"name": "reportlint"})}, "diagnostics": [\n')

    def render(self, result: FileResult) -> list[str]:
        """A Diagnostic for each finding."""
        if not result.findings:
            return []
        columns = Utf8Columns(result.text) if result.text else None
        return [_strict(encode(self._diagnostic(finding, columns))) for finding in result.findings]

    def show(self, rendered: list[str]) -> str:
        """The diagnostics, in one array with those before."""
        return self._diagnostics.add(rendered)

    def end(self, tally: Tally) -> Iterator[str]:  # noqa: ARG002 - as every reporter
        """The end of the object."""
        yield self._diagnostics.end("\n]}\n")

    def _diagnostic(self, finding: Finding, columns: Utf8Columns | None) -> dict[str, object]:
        say = self._language
        more: dict[str, object] = {}
        if finding.fix:
            more["suggestions"] = list(_suggestions(finding.fix, columns))
        if finding.related:
            more["relatedLocations"] = [self._related(there, finding, columns) for there in finding.related]
        return {
            "message": finding.message.in_(say),
            "location": {"path": normpath(finding.path), "range": _range(finding.position, columns)},
            "severity": finding.severity.label.upper(),
            "code": {"value": finding.code},
            **more,
        }

    def _related(self, there: RelatedPlace, finding: Finding, columns: Utf8Columns | None) -> dict[str, object]:
        path, place = normpath(there.path or finding.path), _range(there.position, None if there.path else columns)
        return {"message": there.note.in_(self._language), "location": {"path": path, "range": place}}


def _strict(text: str) -> str:
    """`text` without the lone surrogates of odd file names, over which reviewdog would refuse all of it."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _suggestions(fix: Fix, columns: Utf8Columns | None) -> Iterator[dict[str, object]]:
    for edit in fix.edits:
        if edit.position:
            yield {"range": _range(edit.position, columns), "text": edit.text}


def _range(at: Position, columns: Utf8Columns | None) -> dict[str, object]:
    """The place; whole lines where the text is not at hand, which the columns need."""
    if columns is None:
        return {"start": {"line": at.line}, "end": {"line": at.end_line}}
    return {
        "start": {"line": at.line, "column": columns.column(at.line, at.column)},
        "end": {"line": at.end_line, "column": columns.column(at.end_line, at.end_column)},
    }
