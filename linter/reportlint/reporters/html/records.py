"""What the page knows of a run, as JSON in blocks that no browser executes. `page/data.js` reads them.

A text in two languages is ``[Chinese, English]``, a place ``[line, column, end line, end column]`` as in the JSON format.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reportlint import __version__
from reportlint.document import HEADING
from reportlint.engine import COMPARED
from reportlint.location import NOWHERE
from reportlint.position import LineIndex
from reportlint.reporters.html.page import words
from reportlint.reporters.words import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportlint.document import Block, Document
    from reportlint.engine import FileResult
    from reportlint.finding import Finding, Fix, RelatedPlace
    from reportlint.rule import Rule
    from reportlint.tally import Tally
    from reportlint.text import Bilingual

_LONG = 120
"""Characters of a related place that are shown; a copied passage has thousands."""


def blocks(result: FileResult) -> str:
    """What there is about one file: its findings, and apart from them its text, which is read only when it is shown."""
    findings = [_finding(finding) for finding in result.findings]
    findings += [
        {**_finding(finding), "suppressed": {"by": by, "reason": reason}}
        for finding, by, reason in sorted(result.suppressed, key=lambda suppressed: suppressed.finding.span)
    ]
    if result.status == COMPARED:
        return _block("more", {"path": result.path, "findings": findings}) if findings else ""
    subject = result.subject
    facts = {
        "path": result.path,
        "status": result.status,
        "encoding": result.encoding,
        "kind": subject.kind.value,
        "year": subject.year.value,
        "issuer": subject.issuer.value,
        "issued": subject.issued.value,
        "fixed": result.fixed,
        "findings": findings,
    }
    document = result.document
    text = _block("text", {"text": document.source.text, "lines": list(_lines(document))}) if document else ""
    return _block("report", facts) + text


def common(tally: Tally, rules: Iterable[Rule], kinds: Mapping[str, Bilingual], language: str) -> str:
    """What all reports share: the numbers, the rules that found something, and the words of the page."""
    return _block(
        "common",
        {
            "version": __version__,
            "language": language,
            "tally": tally._asdict(),
            "rules": {
                rule.code: {
                    "name": rule.name,
                    "title": rule.title,
                    "help": rule.help,
                    "clause": rule.clause,
                    "severity": rule.severity.label,
                }
                for rule in rules
            },
            "kinds": dict(kinds),
            "levels": {level.label: name for level, name in LEVELS.items()},
            "words": words(),
        },
    )


def _block(kind: str, value: object) -> str:
    """`value` as a block of data. No ``<`` is in it, so that nothing can end the block or begin another one."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    text = text.encode("utf-8", "backslashreplace").decode()  # half a surrogate, in JSON as here, is written \udc80
    return f'<script type="application/json" data-block="{kind}">{text}</script>\n'


def _finding(finding: Finding) -> dict[str, object]:
    found: dict[str, object] = {
        "code": finding.code,
        "rule": finding.rule,
        "level": finding.severity.label,
        "sure": finding.confidence.label,
        "message": finding.message,
        "at": finding.position,
        "excerpt": finding.excerpt,
        "headings": finding.headings,
    }
    if finding.location != NOWHERE:
        found["place"] = finding.location.words()
    if finding.related:
        found["related"] = [_related(there) for there in finding.related]
    if finding.fix:
        found["fix"] = _fix(finding.fix)
    return found


def _related(there: RelatedPlace) -> dict[str, object]:
    text = there.text if len(there.text) <= _LONG else there.text[:_LONG] + "…"
    return {"at": there.position, "text": text, "note": there.note, **({"path": there.path} if there.path else {})}


def _fix(fix: Fix) -> dict[str, object]:
    return {"title": fix.title, "safe": fix.safe, "edits": [[edit.position, edit.text] for edit in fix.edits]}


def _lines(document: Document) -> Iterator[tuple[str, int, int, int, int, int]]:
    """Each block as ``kind, first line, last line, level, line and column where the words of a heading end``, zeros where it is none."""
    index = LineIndex(document.source.text)
    for block in document.blocks:
        place = index.position(document.map.span(block.span))
        yield (block.kind, place.line, place.end_line, *_heading(block, document, index))


def _heading(block: Block, document: Document, index: LineIndex) -> tuple[int, int, int]:
    if block.kind != HEADING or not block.heading:
        return 0, 0, 0
    title = index.position(document.map.span(block.heading.title))
    return block.heading.level, title.end_line, title.end_column
