"""SARIF 2.1.0: for code scanning of GitHub and Azure, for viewers in editors, for whoever collects results of many tools."""

from __future__ import annotations

import os
import sys
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import quote

from reportlint import __version__
from reportlint.finding import Severity
from reportlint.reporters import Series
from reportlint.reporters.descriptor import descriptor
from reportlint.reporters.json import encode
from reportlint.text import Bilingual, LazyPattern
from reportlint.trouble import unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportlint.engine import FileResult
    from reportlint.finding import Finding, Fix, Position, Suppressed
    from reportlint.rule import Rule
    from reportlint.tally import Tally

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
"""What paths are relative to, by the name that GitHub and others know it by."""
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
SHOWN, TAKEN = 5_000, 25_000
"""Results of which GitHub shows the worst, and from which on it refuses the whole file."""
_RELATED = 900
"""Related places of a result: GitHub refuses files with more than 1,000."""
_SNIPPET = 1_000
"""Characters of a finding that are quoted."""

_ROOT_ABOUT = Bilingual("运行 reportlint 的文件夹", "The folder in which reportlint ran")
_TO_CHECK = Bilingual("{title}（请核对）", "{title} (to be checked)")
_MANY = Bilingual(
    "SARIF 有 {count} 条结果：GitHub 只显示最严重的 5,000 条，超过 25,000 条则拒收整个文件；可用 --select 或基线减少。",
    "{count} results in SARIF: GitHub shows the worst 5,000 and refuses a file with more than 25,000; --select or a baseline leave fewer.",
)
_PLACEHOLDER = LazyPattern(r"\{(\d+)\}")
_LINK = LazyPattern(r"\[(?=[^\]]*\]\()")

Rendered = tuple[list[tuple[str, str]], list[tuple[str, str]]]
"""Results and notifications of a file, each with the code of its rule."""


class Sarif:
    """One run. Results are written as they come; the tool with the rules that found something stands at the end."""

    def __init__(self, language: str, *, rules: Mapping[str, Rule]) -> None:
        self._language = language
        self._rules = rules
        self._index: dict[str, int] = {}
        """The rules that found something, by code, in the order in which they first did."""
        self._count = 0
        self._notes: list[str] = []
        run = f'"columnKind": "unicodeCodePoints", "language": "{"zh-CN" if language == "zh" else "en"}"'
        root = encode({ROOT: {"description": {"text": _ROOT_ABOUT.in_(language)}}})
        self._results = Series(
            f'{{"$schema": "{SCHEMA}", "version": "2.1.0", "runs": [\n{{{run}, "originalUriBaseIds": {root},\n"results": [\n'
        )

    def render(self, result: FileResult) -> Rendered:
        """A result for each finding, suppressed or not; a notification for each that says that something was not checked."""
        results = [(finding.code, encode(self._result(finding))) for finding in result.findings]
        results += [(one.finding.code, encode(self._suppressed(one))) for one in result.suppressed]
        notes = [(finding.code, encode(self._notification(finding))) for finding in result.findings if unchecked(finding)]
        return results, notes

    def show(self, rendered: Rendered) -> str:
        """The results, in one array with those before."""
        results, notes = rendered
        self._notes += [note for _, note in notes]
        self._count += len(results)
        return self._results.add(
            f'{{"ruleIndex": {self._index.setdefault(code, len(self._index))}, {result[1:]}' for code, result in results
        )

    def end(self, tally: Tally) -> Iterator[str]:
        """The invocation, the tool and its rules; on standard error when GitHub would not take so much."""
        yield self._results.end("\n],\n")
        successful = "false" if tally.failed else "true"
        yield f'"invocations": [{{"executionSuccessful": {successful}, "toolExecutionNotifications": [{", ".join(self._notes)}]}}],\n'
        driver = encode({"name": "reportlint", "version": __version__, "semanticVersion": __version__})
        rules = ",\n".join(encode(descriptor(code, self._rules.get(code), self._language)) for code in self._index)
        yield f'"tool": {{"driver": {driver[:-1]}, "rules": [\n{rules}\n]}}}}}}]}}\n'
        if self._count > SHOWN:
            print(_MANY.in_(self._language).format(count=self._count), file=sys.stderr)

    def _result(self, finding: Finding) -> dict[str, object]:
        say, name = self._language, finding.fingerprint
        place = finding.location.words().in_(say)
        logical = [{"fullyQualifiedName": " > ".join(finding.headings), "kind": "heading"}] if finding.headings else []
        logical += [{"fullyQualifiedName": place, "kind": "place"}] if place else []
        related = [
            {"id": i, "message": {"text": _literal(there.note.in_(say))}, **_location(there.path or finding.path, there.position)}
            for i, there in enumerate(finding.related[:_RELATED], 1)
        ]
        return {
            "ruleId": finding.code,
            "level": LEVELS[finding.severity],
            "message": {"text": _message(finding, say)},
            "locations": [
                {**_location(finding.path, finding.position, finding.text), **({"logicalLocations": logical} if logical else {})}
            ],
            "partialFingerprints": {"primaryLocationLineHash": name, "reportlint/v1": name},
            **({"relatedLocations": related} if related else {}),
            **({"fixes": [_fix(finding.fix, finding.path, say)]} if finding.fix else {}),
            "properties": {"confidence": finding.confidence.label},
        }

    def _suppressed(self, suppressed: Suppressed) -> dict[str, object]:
        kind = "inSource" if suppressed.by == "comment" else "external"
        reason = {"justification": suppressed.reason} if suppressed.reason else {}
        suppression = {"kind": kind, "status": "accepted", **reason, "properties": {"by": suppressed.by}}
        return {**self._result(suppressed.finding), "suppressions": [suppression]}

    def _notification(self, finding: Finding) -> dict[str, object]:
        return {
            "level": "error",
            "message": {"text": _literal(finding.message.in_(self._language))},
            "descriptor": {"id": finding.code},
            "associatedRule": {"id": finding.code},
            "locations": [_location(finding.path, finding.position)],
        }


def uri(path: str) -> tuple[str, bool]:
    """The URI of a file and whether it is relative to the working directory, as it is for all that lies below that."""
    absolute = os.path.abspath(path)
    here = os.getcwd().rstrip(os.sep) + os.sep
    below = absolute.startswith(here)
    name = absolute[len(here) :] if below else absolute
    encoded = quote(os.fsencode(normpath(name.replace(os.sep, "/"))))
    return (encoded, True) if below else ("file://" + ("" if encoded.startswith("/") else "/") + encoded, False)


def _artifact(path: str) -> dict[str, str]:
    address, below = uri(path)
    return {"uri": address, "uriBaseId": ROOT} if below else {"uri": address}


def _location(path: str, at: Position, text: str = "") -> dict[str, object]:
    region: dict[str, object] = {"startLine": 1} if at == (1, 1, 1, 1) else {**_region(at)}  # about the whole document
    if 0 < len(text) <= _SNIPPET:
        region["snippet"] = {"text": text}
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}


def _region(at: Position) -> dict[str, int]:
    return {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}


def _message(finding: Finding, language: str) -> str:
    """The message, with links to the related places: GitHub shows those only that are linked."""
    text = _literal(finding.message.in_(language))
    notes = [f"[{_in_link(there.note.in_(language))}]({i})" for i, there in enumerate(finding.related[:_RELATED], 1)]
    if not notes:
        return text
    return f"{text}（另见：{'；'.join(notes)}）" if language == "zh" else f"{text} (see: {'; '.join(notes)})"


def _literal(text: str) -> str:
    """`text` in which nothing looks like a placeholder or a link (SARIF 3.11.5, 3.11.6)."""
    return _LINK.sub(r"\\[", _PLACEHOLDER.sub(r"{{\1}}", text))


def _in_link(text: str) -> str:
    return _PLACEHOLDER.sub(r"{{\1}}", text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]"))


def _fix(fix: Fix, path: str, language: str) -> dict[str, object]:
    title = fix.title.in_(language) if fix.safe else _TO_CHECK.in_(language).format(title=fix.title.in_(language))
    replacements = [
        {"deletedRegion": _region(edit.position), "insertedContent": {"text": edit.text}} for edit in fix.edits if edit.position
    ]
    return {
        "description": {"text": _literal(title)},
        "artifactChanges": [{"artifactLocation": _artifact(path), "replacements": replacements}],
    }
