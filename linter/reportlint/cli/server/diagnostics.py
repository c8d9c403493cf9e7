"""From findings to what an editor shows and offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lsprotocol import types

from reportlint.cli.server.checker import Checked
from reportlint.cli.server.places import Places
from reportlint.finding import Finding, Fix, Severity
from reportlint.text import Bilingual, SourceSpan
from reportlint.trouble import unchecked

SOURCE = "reportlint"
FIX_ALL = types.CodeActionKind.SourceFixAll.value + "." + SOURCE
IGNORE = "reportlint.ignore"
"""The command that asks for a reason and writes a finding into the ignore file."""

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_TAGS = {"repealed-law": [types.DiagnosticTag.Deprecated]}
"""Rules that find what does not hold any more, which editors strike through."""
_START = types.Range(types.Position(0, 0), types.Position(0, 0))

_SAFE = Bilingual("修正：{title}（{code}）", "Fix: {title} ({code})")
_UNSAFE = Bilingual("修改（需人工核对）：{title}（{code}）", "Change, to be checked by a person: {title} ({code})")
_IGNORE = Bilingual("豁免这一处，注明理由（{code}）", "Ignore this one, with a reason ({code})")
_FIX_ALL = Bilingual("修正全部有把握的问题", "Fix all that is certain")
_NOT_CHECKED = Bilingual("未检查，配置有误：{why}", "not checked, the configuration is wrong: {why}")


class Page(NamedTuple):
    """A text that an editor shows, with what was found in it."""

    uri: str
    version: int | None
    checked: Checked
    places: Places

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found; nothing when nothing could be checked."""
        return self.checked.result.findings if self.checked.result else ()

    def within(self, wanted: types.Range) -> list[Finding]:
        """The findings that touch a range."""
        start, end = self.places.offset(wanted.start), self.places.offset(wanted.end)
        return [finding for finding in self.findings if finding.span.start <= end and start <= finding.span.end]

    def diagnostics(self) -> list[types.Diagnostic]:
        """What is to be shown in the text."""
        if self.checked.problem:
            why = self.checked.problem.in_(self.checked.language)
            message = _NOT_CHECKED.in_(self.checked.language).format(why=why)
            return [types.Diagnostic(_START, message, types.DiagnosticSeverity.Error, source=SOURCE)]
        return [self.diagnostic(finding) for finding in self.findings]

    def diagnostic(self, finding: Finding) -> types.Diagnostic:
        """A finding with its advice, and the places that it is related to in the same text."""
        say = self.checked.language
        related = [
            types.DiagnosticRelatedInformation(types.Location(self.uri, self.places.position(other.position)), other.note.in_(say))
            for other in finding.related
            if not other.path
        ]
        return types.Diagnostic(
            self.places.span(finding.span),
            "\n".join(text for text in (finding.message.in_(say), finding.help.in_(say)) if text),
            _SEVERITIES[finding.severity],
            code=finding.code,
            source=SOURCE,
            tags=_TAGS.get(finding.rule),
            related_information=related or None,
        )


def fixes(page: Page, findings: Iterable[Finding], *, versioned: bool) -> Iterator[types.CodeAction]:
    """The quick fixes of `findings`: safe ones are preferred, the others say that a person must look."""
    say = page.checked.language
    for finding in findings:
        fix = finding.fix
        if fix and fix.edits:
            title = (_SAFE if fix.safe else _UNSAFE).in_(say).format(title=fix.title.in_(say), code=finding.code)
            yield types.CodeAction(
                title,
                types.CodeActionKind.QuickFix,
                diagnostics=[page.diagnostic(finding)],
                is_preferred=fix.safe or None,
                edit=_change(page, _edits(page, fix), versioned=versioned),
            )


def ignoring(page: Page, findings: Iterable[Finding]) -> Iterator[types.CodeAction]:
    """The way to have each of `findings` ignored from now on, where that is allowed."""
    for finding in findings:
        if finding.code not in page.checked.protected and not unchecked(finding):
            title = _IGNORE.in_(page.checked.language).format(code=finding.code)
            command = types.Command(title, IGNORE, arguments=[page.uri, finding.fingerprint])
            yield types.CodeAction(title, types.CodeActionKind.QuickFix, diagnostics=[page.diagnostic(finding)], command=command)


def fix_all(page: Page, mended: str, *, versioned: bool) -> Iterator[types.CodeAction]:
    """All that is certain at once, if there is anything: `mended` is the text with it."""
    old = page.checked.text
    if mended == old:
        return
    start = _alike(old, mended)
    end = _alike(old[start:][::-1], mended[start:][::-1])
    edit = types.TextEdit(page.places.span(SourceSpan(start, len(old) - end)), mended[start : len(mended) - end])
    change = _change(page, [edit], versioned=versioned)
    yield types.CodeAction(_FIX_ALL.in_(page.checked.language), FIX_ALL, edit=change)


def _alike(one: str, other: str) -> int:
    """How many characters are the same at the beginning."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _edits(page: Page, fix: Fix) -> list[types.TextEdit]:
    return [types.TextEdit(page.places.span(SourceSpan(*edit.span)), edit.text) for edit in fix.edits]


def _change(page: Page, edits: list[types.TextEdit], *, versioned: bool) -> types.WorkspaceEdit:
    """`edits` of this version of the text, as far as the editor knows versions."""
    if not versioned:
        return types.WorkspaceEdit(changes={page.uri: edits})
    document = types.OptionalVersionedTextDocumentIdentifier(page.uri, page.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(edits))])
