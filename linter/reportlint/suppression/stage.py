"""The stage behind the rules: what is suppressed leaves the findings of a result, with by and reason; nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from reportlint.engine import CHECKED, COMPARED, about_file
from reportlint.filters import in_order
from reportlint.finding import Suppressed
from reportlint.select import precision, unknown
from reportlint.suppression.changes import Changed, about
from reportlint.suppression.entries import Candidates, Entry, excerpt, matched, used
from reportlint.text import SourceSpan
from reportlint.trouble import UNUSED_SUPPRESSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.comments import Comment
    from reportlint.engine import FileResult, Linter
    from reportlint.finding import Finding


class Suppression(NamedTuple):
    """What may suppress findings in a run, beside the settings of each file."""

    ignored: Mapping[str, Candidates] = {}
    """The entries of ignore files that may mean findings of a report, by its path as given."""
    baseline: Mapping[str, Candidates] = {}
    """Those of the baseline."""
    recording: bool = False
    """Whether findings are to be told, so that a baseline can be written."""
    absorbing: bool = False
    """Whether what is recorded counts as suppressed already."""
    changes: Mapping[str, Changed] | None = None
    """What changed, by path as given; None: everything counts."""
    obeying: bool = True
    """Whether comments and sections of the configuration count."""


Silence = tuple[SourceSpan, str]
"""A comment and one of the rules that it names."""


class Account(NamedTuple):
    """What a result says about the suppressions themselves."""

    kind: str | None
    """The kind of the report, which decides about which rules ran."""
    complete: bool
    """Whether they all did."""
    used: frozenset[Entry] = frozenset()
    recorded: tuple[Entry, ...] = ()
    """The entries of the baseline whose findings are still there, with the path as given."""
    added: tuple[Entry, ...] = ()
    """Findings that the baseline does not have, as entries."""
    pending: tuple[tuple[Silence, Finding], ...] = ()
    """What is to be said if a comment is not used by what a comparison of reports finds, either."""
    silent: frozenset[Silence] = frozenset()
    """What comments were used for by what a comparison found."""


def apply(result: FileResult, linter: Linter, wanted: Suppression) -> FileResult:
    """`result` with what is suppressed set apart, and with E004 for comments that are of no use."""
    ignored, baseline = wanted.ignored.get(result.path), wanted.baseline.get(result.path)
    obeying = wanted.obeying and bool(result.comments or linter.settings.sections)
    if not (ignored or baseline or wanted.recording or obeying or (wanted.changes is not None and result.findings)):
        return result
    findings = list(result.findings)
    free = [i for i, finding in enumerate(findings) if finding.code not in linter.protected]
    why: dict[int, Suppressed] = {}
    silent = _by_comments(findings, free, result.comments, linter, why) if wanted.obeying else set()
    _by_sections(findings, free, linter, why) if wanted.obeying else None
    meant = matched(findings, ignored) if ignored else {}
    known = matched(findings, baseline) if baseline else {}
    recorded, added = [], []
    for i in free:
        if entry := meant.get(i):
            why.setdefault(i, Suppressed(findings[i], "sidecar", entry.reason))
        if wanted.recording and i not in why:
            if old := known.get(i):
                recorded.append(old._replace(path=result.path))
            else:
                added.append(Entry("", 0, result.path, findings[i].code, findings[i].fingerprint, excerpt(findings[i])))
        if i in known or wanted.absorbing:
            why.setdefault(i, Suppressed(findings[i], "baseline"))
    said: list[Finding] = []
    pending: tuple[tuple[Silence, Finding], ...] = ()
    if result.comments and wanted.obeying and result.status != COMPARED:
        said, pending = _about_comments(result, linter, silent)
    if wanted.changes is not None:
        for i, finding in enumerate(findings):
            if finding.code not in linter.always and not about(finding, result.path, wanted.changes):
                why.setdefault(i, Suppressed(finding, "unchanged"))
        said = [finding for finding in said if about(finding, result.path, wanted.changes)]
    account = Account(
        result.subject.kind.value, result.status in (CHECKED, COMPARED), used(meant, ignored) | used(known, baseline),
        tuple(recorded), tuple(added), pending, frozenset(silent),
    )  # fmt: skip
    return result._replace(
        findings=tuple(in_order([*(finding for i, finding in enumerate(findings) if i not in why), *said])),
        suppressed=tuple(why[i] for i in sorted(why)),
        account=account,
    )


def _by_comments(
    findings: Sequence[Finding], free: Iterable[int], comments: Sequence[Comment], linter: Linter, why: dict[int, Suppressed]
) -> set[Silence]:
    """Enter into `why` what comments suppress; the comments that do, with the rule as they name it."""
    scopes = [(name, scope, comment) for comment in comments if not comment.fault for name, scope in comment.scopes]
    used = set()
    for i in free if scopes else ():
        finding = findings[i]
        for name, scope, comment in scopes:
            inside = comment.whole or scope.start <= finding.span.start < scope.end
            if inside and precision(linter.known[finding.code], name) >= 0:
                used.add((comment.span, name))
                why.setdefault(i, Suppressed(finding, "comment", comment.reason))
    return used


def _by_sections(findings: Sequence[Finding], free: Iterable[int], linter: Linter, why: dict[int, Suppressed]) -> None:
    for section in linter.settings.sections:
        for i in free:
            finding = findings[i]
            if any(precision(linter.known[finding.code], name) >= 0 for name in section.rules) and section.holds(finding.headings):
                why.setdefault(i, Suppressed(finding, "config", section.origin))


def _about_comments(result: FileResult, linter: Linter, used: set[Silence]) -> tuple[list[Finding], tuple[tuple[Silence, Finding], ...]]:
    """What is to be said about the comments of a result: now, and if a comparison of reports makes no use of them."""
    said, pending = [], []
    for comment in result.comments:
        if comment.fault:
            said.append(_unused(comment, linter, comment.fault))
        for name, _ in comment.scopes:
            if wrong := unknown(name, tuple(linter.known.values())):
                said.append(_unused(comment, linter, "unknown", why=wrong))
                continue
            meant = [rule for rule in linter.known.values() if precision(rule, name) >= 0]
            if all(rule.code in linter.protected for rule in meant):
                said.append(_unused(comment, linter, "mandatory", code=name))
                continue
            ran = [rule for rule in linter.ran(result.subject.kind.value) if rule in meant and rule.code not in linter.protected]
            if (comment.span, name) in used or not ran or result.status != CHECKED:
                continue
            finding = _unused(comment, linter, "found", code=name)
            if any(rule.compare for rule in ran):
                pending.append(((comment.span, name), finding))
            else:
                said.append(finding)
    return said, tuple(pending)


def _unused(comment: Comment, linter: Linter, message: str, **values: object) -> Finding:
    finding = about_file(comment.path, UNUSED_SUPPRESSION, message, values)
    return finding._replace(
        severity=linter.settings.severities.get(UNUSED_SUPPRESSION.code, finding.severity),
        span=comment.span,
        position=comment.position,
        text=comment.text,
        excerpt=comment.excerpt,
    )
