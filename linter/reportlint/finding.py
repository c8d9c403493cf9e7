"""What a rule says (`Hit`) and what a user gets (`Finding`)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from reportlint.location import NOWHERE, Location
from reportlint.text import Bilingual, SourceSpan, Span


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
    location: Location = NOWHERE


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
    context: tuple[str, ...] = ()
    """What it is known by beside its text: the titles of the sections around it, without their numbers, and the words next to it."""
    nth: int = 1
    """Which one it is of those in the file that are alike in all of this."""
    location: Location = NOWHERE
    """The place in a document; `position` counts in the text taken out of it."""

    @property
    def likeness(self) -> tuple[object, ...]:
        """What is the same in findings that only their order tells apart: rule, text, part and context, white space apart."""
        return self.code, "".join(self.text.split()), str(self.data.get("part", "")), self.context

    @property
    def fingerprint(self) -> str:
        """A name for the finding in its file that survives edits elsewhere: 24 hexadecimal digits, with ``:2`` for the second one alike.

        No line number goes in and no path, so that a paragraph added above or a new name of the file changes nothing.
        """
        from hashlib import blake2b  # 5 ms: only who needs a name pays for it

        name = blake2b(repr(self.likeness).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        return name if self.nth == 1 else f"{name}:{self.nth}"


class Suppressed(NamedTuple):
    """A finding that is not shown and does not fail the run, and why."""

    finding: Finding
    by: str
    """What suppressed it: one of `SUPPRESSED_BY`."""
    reason: str = ""
    """What whoever suppressed it gave as the reason; empty where nobody is asked for one."""


SUPPRESSED_BY = ("sidecar", "config", "comment", "baseline", "unchanged")
"""An entry of the ignore file, the configuration, a comment in the text, the baseline, or that it stands in what git says did not change."""
