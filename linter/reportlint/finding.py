"""What a rule says (`Hit`) and what a user gets (`Finding`)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from reportlint.text import Bilingual, SourceSpan, Span

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(IntEnum):
    """What a finding does to publication."""

    INFO = 1
    """Good to know."""
    WARNING = 2
    """A person must look."""
    ERROR = 3
    """Must not be published."""

    @property
    def label(self) -> str:
        """The name in output and configuration."""
        return self.name.lower()

    @classmethod
    def named(cls, label: str) -> Severity:
        """The severity called `label`; raises KeyError when there is none."""
        return cls[label.upper()]


class Confidence(IntEnum):
    """How sure the rule is of this one finding."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3

    @property
    def label(self) -> str:
        """The name in output and configuration."""
        return self.name.lower()


class Edit(NamedTuple):
    """Replace the characters of `span` by `text`."""

    span: Span | SourceSpan
    text: str
    position: Position | None = None
    """Where that is for people; rules leave it to the engine."""


class Fix(NamedTuple):
    """Edits that mend a finding. `safe`: the meaning of the report cannot change."""

    title: Bilingual
    edits: tuple[Edit, ...]
    safe: bool


class Related(NamedTuple):
    """Another place that belongs to the finding, with what it is."""

    span: Span | SourceSpan
    note: Bilingual


class Elsewhere(NamedTuple):
    """A place in another file of the run that belongs to the finding."""

    file: int
    """Its index in the run."""
    span: Span
    note: Bilingual


Value = str | int | Bilingual
"""What a message may be filled with; a Bilingual is put in in the language of the message."""


class Hit(NamedTuple):
    """One defect, as a rule yields it.

    `span` is where it stands: a `Span` of the logical text, or the `SourceSpan` of an aside.
    `message` names one of the rule's messages, `values` fill its braces.
    `data` are facts for machines. `severity` can only lower what the rule has by default.
    """

    span: Span | SourceSpan
    message: str = "found"
    values: Mapping[str, Value] = {}
    data: Mapping[str, object] = {}
    severity: Severity | None = None
    confidence: Confidence = Confidence.HIGH
    related: tuple[Related | Elsewhere, ...] = ()
    fix: Fix | None = None


class Position(NamedTuple):
    """A place for people: lines and columns count from 1, in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Excerpt(NamedTuple):
    """The text around a finding, cut to a window: paragraphs have 1,000 characters and more."""

    before: str
    marked: str
    after: str


class RelatedPlace(NamedTuple):
    """A `Related`, found again in the file."""

    position: Position
    text: str
    note: Bilingual
    path: str = ""
    """The file, where it is another one than that of the finding."""


class Finding(NamedTuple):
    """A `Hit` at its place in a file, complete: reporters need nothing else."""

    code: str
    rule: str
    severity: Severity
    confidence: Confidence
    message: Bilingual
    help: Bilingual
    path: str
    span: SourceSpan
    position: Position
    text: str
    excerpt: Excerpt
    headings: tuple[str, ...]
    data: Mapping[str, object]
    related: tuple[RelatedPlace, ...]
    fix: Fix | None
    """Its edits are `SourceSpan`s here."""


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A name for each finding of one file that survives edits elsewhere: rule, text, headings, occurrence.

    No line number goes in, so that a paragraph added above changes nothing.
    """
    from hashlib import blake2b  # 5 ms: only machine-readable output pays for it

    seen: dict[tuple[str, str, tuple[str, ...], str], int] = {}
    names = []
    for finding in findings:
        key = (finding.code, "".join(finding.text.split()), finding.headings, str(finding.data.get("part", "")))
        seen[key] = nth = seen.get(key, 0) + 1
        names.append(blake2b(repr((key, nth)).encode(), digest_size=12).hexdigest())
    return names
