"""Check one document: the same pure function for command line, hook, tests and whatever comes. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reportlint import filters, select, trouble
from reportlint.deadline import RuleTimeout, Watch
from reportlint.errors import UsageError
from reportlint.finding import (
    Confidence,
    Edit,
    Elsewhere,
    Excerpt,
    Finding,
    Fix,
    Hit,
    Position,
    Related,
    RelatedPlace,
    Severity,
    Suppressed,
)
from reportlint.location import NOWHERE
from reportlint.outline import outline
from reportlint.position import LineIndex
from reportlint.readers import UndecodableText, UnreadableFile, read
from reportlint.report import Report, Subject
from reportlint.structure import check_structure, recognise
from reportlint.text import Bilingual, SourceSpan
from reportlint.timed import PatternTimeout

if TYPE_CHECKING:
    from reportlint.comments import Comment
    from reportlint.document import Document
    from reportlint.extract import Note
    from reportlint.plugins import Registry
    from reportlint.rule import Collect, Rule
    from reportlint.settings import Settings
    from reportlint.structure.kind import Kind
    from reportlint.suppression.stage import Account

CHECKED = "checked"
COMPARED = "compared"
"""The status of a result that adds findings to a file whose own result was given before."""
FAILED = "failed"

_NOWHERE = Position(1, 1, 1, 1)


class FileResult(NamedTuple):
    """All that came of one file."""

    path: str
    status: str
    """``"checked"``, or ``"failed"`` when it or a part of it could not be checked."""
    encoding: str
    subject: Subject
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    """Findings that were suppressed, in order; `findings` does not hold them."""
    fixed: int = 0
    """How many findings were mended in the file."""
    diff: str = ""
    """What mending would change, as a unified diff, where that was asked for."""
    comments: tuple[Comment, ...] = ()
    """What comments in the file say to the linter."""
    account: Account | None = None
    """What is to be known about suppressions when all files are done."""
    digests: tuple[object, ...] = ()
    """What rules about several reports took from this one, in the order of `Linter.collects`."""
    document: Document | None = None
    """What was checked, for reporters that need the text; None when nothing could be read. It stays in the process that checked it."""

    @property
    def text(self) -> str:
        """What places count in: the decoded file, or what was taken out of a document; empty when it could not be read."""
        return self.document.source.text if self.document else ""


class Linter:
    """The rules and kinds of reports for one set of settings, ready to check any number of documents."""

    def __init__(self, registry: Registry, settings: Settings, watch: Watch | None = None, *, comparing: bool = False) -> None:
        """`watch` is for whoever has several linters: a process has but one timer.

        `comparing`: take from each report what rules about several reports need.

        Raises UsageError when the settings name a kind that is not there.
        """
        self.settings = settings
        self.known = {rule.code: rule for rule in registry.rules}
        """All rules, by their codes, whether they run or not."""
        self.always = frozenset(rule.code for rule in registry.rules if rule.default == "always")
        self.protected = self.always | settings.mandatory
        """Codes of the rules whose findings nothing can suppress."""
        self.rules = select.selected(registry.rules, settings.select, settings.extend_select, settings.ignore)
        self.kinds = tuple(kind.overridden(settings.parts.get(kind.name, {})) for kind in registry.kinds)
        unknown = [name for name in (settings.kind, *settings.parts) if name and name not in {k.name for k in self.kinds}]
        if unknown:
            known = ", ".join(kind.name for kind in self.kinds)
            raise UsageError(Bilingual(f"没有文种 {unknown[0]}；现有：{known}", f"no kind of report {unknown[0]}; there are: {known}"))
        possible = (
            set(settings.possible)
            if settings.possible is not None
            else {
                rule.code
                for rule in select.selected(registry.rules, settings.select, settings.extend_select, settings.ignore, select.POSSIBLE)
            }
        )
        self._by_kind = {kind.name: self._rules_of(kind, registry, possible) for kind in self.kinds if kind.raises}
        self._precedence = {rule.code: rule.precedence for rule in registry.rules if rule.precedence}
        self._watch = watch or Watch()
        self.collects: tuple[Collect, ...] = ()
        if comparing:
            self.collects = tuple(dict.fromkeys(rule.collect for rule in self.rules if rule.collect))

    def check_bytes(self, path: str, data: bytes) -> FileResult:
        """Check the file `path` with the content `data`; what cannot be decoded is a finding, not an exception."""
        try:
            document = read(path, data, self.settings.limits)
        except UnreadableFile as error:
            return failure(path, trouble.UNREADABLE, reason=error.reason)
        except UndecodableText as error:
            return failure(path, trouble.UNDECODABLE, offset=error.offset, encoding=error.encoding)
        return self.check(document)

    def check(self, document: Document) -> FileResult:
        """Run all rules over `document`."""
        try:
            report = self.read_report(document)
        except PatternTimeout as slow:  # of a kind of a user
            return failure(document.source.path, trouble.UNREADABLE, reason=slow.message)
        found: list[tuple[Rule, Hit]] = []
        broken: list[Finding] = []
        watch = self._watch
        watching = watch.start(self.settings.rule_timeout + len(document.text) / 1e6)
        try:
            rules, severities = self._by_kind.get(report.subject.kind.value or "", (self.rules, self.settings.severities))
            for turn, rule in enumerate(rules, 1):
                if rule.kinds and report.subject.kind.value not in rule.kinds:
                    continue
                try:
                    watch.turn = turn
                    for hit in rule.run(report):  # a plain loop: most rules find nothing, and those before a failure stay
                        found.append((rule, hit))  # noqa: PERF401
                except PatternTimeout as slow:
                    broken.append(_broken(document, rule, "pattern", pattern=slow.pattern, seconds=slow.seconds))
                except RuleTimeout:
                    broken.append(_broken(document, rule, "slow", seconds=f"{watch.limit:.3g}"))
                except (Exception, SystemExit) as error:  # noqa: BLE001 - a rule may be anybody's code; the others must go on
                    broken.append(_broken(document, rule, "found", reason=f"{type(error).__name__}: {error}"))
                finally:
                    watch.turn = 0
        finally:
            if watching:
                watch.pause()
        notes = document.source.extract.notes if document.source.extract else ()
        found += [(trouble.PARTLY_READ, _note(note)) for note in notes]
        findings = self._placed(report, found, severities, broken) if found else []
        findings = filters.one_per_defect(findings, self._precedence) if len(findings) > 1 else findings
        findings = filters.counted(filters.in_order([*findings, *broken]))
        digests = tuple(collect(report) for collect in self.collects) if self.collects else ()
        return FileResult(
            document.source.path,
            FAILED if broken or any(note.failed for note in notes) else CHECKED,
            document.source.encoding,
            report.subject,
            tuple(findings),
            comments=_comments(document),
            digests=digests,
            document=document,
        )

    def _placed(
        self, report: Report, found: list[tuple[Rule, Hit]], severities: Mapping[str, Severity], broken: list[Finding]
    ) -> list[Finding]:
        """The hits as findings; a rule whose hit is none (a message that it has not, no `Hit` at all) goes to `broken`."""
        try:
            return _located(report, found, severities)
        except Exception:  # noqa: BLE001 - which one it was is found out one by one
            findings = []
            for rule, hit in found:
                try:
                    findings += _located(report, [(rule, hit)], severities)
                except Exception as error:  # noqa: BLE001 - as above
                    broken.append(_broken(report.document, rule, "found", reason=f"{type(error).__name__}: {error}"))
            return findings

    def ran(self, kind: str | None) -> tuple[Rule, ...]:
        """The rules that run over reports of this kind."""
        return self._by_kind.get(kind or "", (self.rules, {}))[0]

    def _rules_of(self, kind: Kind, registry: Registry, possible: set[str]) -> tuple[tuple[Rule, ...], Mapping[str, Severity]]:
        """The rules and default severities for reports of a kind that switches rules on, unless somebody deselected them."""
        running = {rule.code for rule in self.rules} | {r.code for r in registry.rules if r.name in kind.raises and r.code in possible}
        rules = tuple(rule for rule in registry.rules if rule.code in running)
        return rules, {**kind.raises, **self.settings.severities}

    def located(self, report: Report, hits: Sequence[tuple[Rule, Hit]], other: Callable[[int], Report]) -> FileResult:
        """Hits of rules about several reports at their places in `report`; `other` gives the reports that they point to."""
        findings = filters.counted(filters.in_order(_located(report, hits, self.settings.severities, other)))
        source = report.document.source
        said = _comments(report.document)
        return FileResult(source.path, COMPARED, source.encoding, report.subject, tuple(findings), comments=said, document=report.document)

    def read_report(self, document: Document) -> Report:
        """What the rules will see of `document`."""
        sections = outline(document)
        subject, kind = recognise(document, sections, self.kinds, self.settings)
        fit = check_structure(document, sections, subject, kind)
        return Report(document, subject, sections, fit.parts, fit.faults, self.settings.facts)


def _comments(document: Document) -> tuple[Comment, ...]:
    """What comments in the file say to the linter."""
    if not any(aside.kind == "comment" for aside in document.asides):
        return ()
    from reportlint.comments import read as read_comments  # few files have any

    return read_comments(document)


def failure(path: str, rule: Rule, advice: Bilingual | None = None, **values: object) -> FileResult:
    """The result for a file that could not be checked at all; `advice`: what to do, where that of the rule does not fit."""
    finding = about_file(path, rule, "found", values)
    return FileResult(path, FAILED, "", Subject(), (finding._replace(help=advice) if advice else finding,))


def _note(note: Note) -> Hit:
    return Hit(note.span, values={"reason": note.reason}, severity=None if note.failed else Severity.INFO)


def _broken(document: Document, rule: Rule, message: str, **values: object) -> Finding:
    return about_file(document.source.path, trouble.RULE_FAILED, message, {**trouble.named(rule), **values})


def about_file(path: str, rule: Rule, message: str, values: Mapping[str, object]) -> Finding:
    """A finding of the linter itself about a file as a whole."""
    text = _message(rule.messages[message], values)
    data = {name: value.en if isinstance(value, Bilingual) else value for name, value in values.items()}
    return Finding(
        rule.code, rule.name, rule.severity, Confidence.HIGH, text, rule.help, path, SourceSpan(0, 0), _NOWHERE, "",
        Excerpt("", "", ""), (), data, (), None,
    )  # fmt: skip


def _located(
    report: Report,
    found: Sequence[tuple[Rule, Hit]],
    severities: Mapping[str, Severity],
    other: Callable[[int], Report] | None = None,
) -> list[Finding]:
    """Hits at their places in the file, with message, excerpt and headings."""
    document = report.document
    index = LineIndex(document.source.text)
    way = document.map
    text = document.source.text
    extract = document.source.extract
    findings = []
    for rule, hit in found:
        span = way.span(hit.span)
        if span.end > len(text):
            span = SourceSpan(min(span.start, len(text)), len(text))
        default = severities.get(rule.code, severities.get(rule.name, rule.severity))
        severity = min(default, hit.severity) if hit.severity else default
        at, end = (way.logical(span.start), way.logical(span.end)) if isinstance(hit.span, SourceSpan) else hit.span
        sections = report.sections_at(at)
        findings.append(
            Finding(
                rule.code, rule.name, severity, hit.confidence, _message(rule.messages[hit.message], hit.values), rule.help,
                document.source.path, span, index.position(span), text[span.start : span.end], index.excerpt(span),
                tuple(section.heading for section in sections), hit.data,
                tuple(_related(related, report, index, other) for related in hit.related),
                _in_source(hit.fix, report, index) if hit.fix else None,
                (*(section.title for section in sections), *_beside(document.text, at, end)),
                location=extract.places.at(span) if extract else NOWHERE,
            )
        )  # fmt: skip
    return findings


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and behind a finding in its sentence, as far as it is known by them."""
    before = text[max(start - _KNOWN_BY, 0) : start]
    after = text[end : end + _KNOWN_BY]
    first = max(before.rfind(mark) for mark in _SENTENCE_ENDS) + 1
    last = min((at for mark in _SENTENCE_ENDS if (at := after.find(mark)) >= 0), default=_KNOWN_BY)
    return "".join(before[first:].split()), "".join(after[:last].split())


_KNOWN_BY = 12
"""Characters: enough to tell two findings apart, few enough that an edit elsewhere in the sentence changes nothing."""
_SENTENCE_ENDS = "。！？；\n"


def _message(template: Bilingual, values: Mapping[str, object]) -> Bilingual:
    if not values:
        return template
    zh = en = values
    if any(isinstance(value, Bilingual) for value in values.values()):
        zh = {name: value.zh if isinstance(value, Bilingual) else value for name, value in values.items()}
        en = {name: value.en if isinstance(value, Bilingual) else value for name, value in values.items()}
    return Bilingual(template.zh.format_map(zh), template.en.format_map(en))


def _related(related: Related | Elsewhere, report: Report, index: LineIndex, other: Callable[[int], Report] | None) -> RelatedPlace:
    path, source = "", report.document.source
    if isinstance(related, Elsewhere):
        assert other is not None
        report = other(related.file)
        index = LineIndex(report.document.source.text)
        source = report.document.source
        path = source.path
    span = report.document.map.span(related.span)
    location = source.extract.places.at(span) if source.extract else NOWHERE
    return RelatedPlace(index.position(span), source.text[span.start : span.end], related.note, path, location)


def _in_source(fix: Fix, report: Report, index: LineIndex) -> Fix:
    spans = [report.document.map.span(edit.span) for edit in fix.edits]
    return fix._replace(edits=tuple(Edit(span, edit.text, index.position(span)) for span, edit in zip(spans, fix.edits, strict=True)))
