"""For programs. The schema is `schemas/report-v1.json`; what it promises changes only with the version."""

from __future__ import annotations

from json import JSONEncoder
from typing import TYPE_CHECKING

from reportlint import __version__
from reportlint.engine import COMPARED
from reportlint.location import NOWHERE
from reportlint.reporters import Series
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine import FileResult
    from reportlint.finding import Finding, Fix, Position, RelatedPlace
    from reportlint.location import Location
    from reportlint.report import Known
    from reportlint.tally import Tally

VERSION = 1

_NEXT = ",\n"
encode = JSONEncoder(ensure_ascii=False).encode
"""A value as JSON, on one line."""

Rendered = tuple[str, list[str]]
"""The entry of a file, and its findings."""


class Json:
    """One object, written as the findings come; what there is to say about files and the summary stand at its end."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._files: list[bytes] = []
        self._findings = Series(_head())

    def render(self, result: FileResult) -> Rendered:
        """The file and its findings as JSON; no file where a result only adds findings to one."""
        file = encode(file_entry(result)) if result.status != COMPARED else ""
        return file, [encode(finding_entry(finding, self._language)) for finding in result.findings]

    def show(self, rendered: Rendered) -> str:
        """The findings; the entry of the file waits for the end."""
        file, findings = rendered
        if file:
            self._files.append(file.encode("utf-8", "surrogatepass"))  # half the memory
        return self._findings.add(findings)

    def end(self, tally: Tally) -> Iterator[str]:
        """The rest of the object."""
        yield self._findings.end('\n],\n"files": [\n')
        before = ""
        for file in self._files:
            yield before + file.decode("utf-8", "surrogatepass")
            before = _NEXT
        yield f'\n],\n"summary": {encode(summary_entry(tally))}}}\n'


def finding_entry(finding: Finding, language: str) -> dict[str, object]:
    """What the schema calls a finding."""
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.label,
        "confidence": finding.confidence.label,
        "message": finding.message.in_(language),
        "path": finding.path,
        **_place(finding.position),
        "text": finding.text,
        "location": {"heading": finding.headings, **_location(finding.location)},
        "data": _plain(finding.data),
        "related": [_related(there, language) for there in finding.related],
        "fix": _fix(finding.fix, language) if finding.fix else None,
        "fingerprint": finding.fingerprint,
    }


def _head() -> str:
    tool = encode({"name": "reportlint", "version": __version__})
    return f'{{"version": {VERSION},\n"tool": {tool},\n"findings": [\n'


def _place(position: Position) -> dict[str, int]:
    return position._asdict()


def _location(location: Location) -> dict[str, object]:
    """What is known of the place in a document; nothing for text files."""
    known = {name: value for name, value in location._asdict().items() if value not in (None, "")}
    if location.box:
        known["box"] = location.box._asdict()
    return known


def _related(there: RelatedPlace, language: str) -> dict[str, object]:
    path = {"path": there.path} if there.path else {}
    location = {"location": _location(there.location)} if there.location != NOWHERE else {}
    return {**path, **_place(there.position), **location, "text": there.text, "note": there.note.in_(language)}


def _fix(fix: Fix, language: str) -> dict[str, object]:
    edits = [{**(_place(edit.position) if edit.position else {}), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title.in_(language), "safe": fix.safe, "edits": edits}


def file_entry(result: FileResult) -> dict[str, object]:
    """What the schema calls a file."""
    subject = result.subject
    return {
        "path": result.path,
        "status": result.status,
        "encoding": result.encoding or None,
        "kind": _known(subject.kind),
        "year": _known(subject.year),
        "issuer": _known(subject.issuer),
        "issued": _known(subject.issued),
    }


def _known(fact: Known[str] | Known[int]) -> dict[str, object]:
    return {"value": fact.value, "from": fact.origin or None}


def summary_entry(tally: Tally) -> dict[str, int]:
    """What the schema calls the summary."""
    return {
        "files": tally.files,
        "checked": tally.checked,
        "errors": tally.errors,
        "warnings": tally.warnings,
        "infos": tally.infos,
        "suppressed": tally.suppressed,
    }


def _plain(value: object) -> object:
    """`value`, which a rule gave, as JSON has it; what JSON has not becomes its text."""
    if isinstance(value, Bilingual):
        return value._asdict()
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
