"""What a rule is: its description, its examples, and a generator that finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from reportlint.finding import Hit, Severity
from reportlint.report import Report
from reportlint.text import Bilingual

T = TypeVar("T")

CODE = "[A-Z]{1,4}[0-9]{3}"
NAME = "[a-z0-9]+(?:-[a-z0-9]+)*"
"""What codes and names of rules look like."""

Check = Callable[[Report], Iterator[Hit]]
Collect = Callable[[Report], object]
Compare = Callable[["Run"], Iterator[tuple[int, Hit]]]


class Example(NamedTuple):
    """A text that shows what a rule is about; it is a test of the rule and stands in its documentation.

    In a bad example ``⟦`` and ``⟧`` enclose each finding; they are taken out before the text is checked.
    A finding about the whole document has no marks: `findings` says how many there are.
    With a `path` ending in ``.docx`` it is the text of a document, in which ``⟨hidden:words⟩`` stands for what the document keeps out
    of its text, by the kinds of `reportlint.Aside`; words of ``⟨inserted:…⟩`` are in the text, too.
    """

    text: str
    findings: int = 0
    """Bad examples only: how many findings the text has beside the marked ones."""
    year: int | None = None
    kind: str | None = None
    path: str = "example.txt"
    fixed: str = ""
    """Bad examples only: the text after all fixes, where that is to be checked."""


class Rule:
    """One thing that the linter objects to.

    Write one file per rule: a module docstring under the headings that `reportlint.testing` checks, then
    ``rule = Rule(...)``, then a generator decorated with ``@rule.check``. It keeps no state and does no I/O.
    """

    __slots__ = (
        "bad", "clause", "code", "collect", "compare", "default", "doc", "file", "good", "help", "kinds", "messages", "name", "origin", "parts", "precedence", "run", "severity", "since", "title",
    )  # fmt: skip

    def __init__(
        self,
        *,
        code: str,
        name: str,
        severity: Severity,
        title: Bilingual,
        clause: Bilingual,
        messages: Mapping[str, Bilingual],
        help: Bilingual,  # noqa: A002 - what every linter calls it
        good: tuple[Example, ...],
        bad: tuple[Example, ...],
        doc: str = "",
        default: str = "on",
        precedence: int = 0,
        kinds: tuple[str, ...] = (),
        parts: tuple[str, ...] = (),
        since: str = "0.1.0",
    ) -> None:
        """Describe a rule.

        `code` and `name` identify it for ever. `title` says in a few words what is wrong. `clause` is the law,
        standard or observation that the rule rests on. `messages` are templates for `str.format`; ``found`` is the
        default one. `help` tells the clerk what to do. `doc` is the docstring of the module. `default` is ``"on"``, ``"off"``
        or ``"always"`` (cannot be deselected). Of rules that meet on the same characters the one with the highest
        `precedence` above 0 speaks. `kinds` are those of the reports that it is for, all if empty; `parts` those of a kind
        that it looks at: a rule that names one that does not exist is not loaded. `since` is the version of its
        package in which it came.
        """
        self.code = code
        self.name = name
        self.severity = severity
        self.title = title
        self.clause = clause
        self.messages = messages
        self.help = help
        self.good = good
        self.bad = bad
        self.doc = doc
        self.default = default
        self.precedence = precedence
        self.kinds = kinds
        self.parts = parts
        self.since = since
        self.file = ""
        """Where it was read from, if that was a folder of a user or plug-in."""
        self.origin = ""
        """Who brought it, for people: the file of a user, the plug-in with its version. Empty for shipped rules."""
        self.run: Check = _nothing
        self.collect: Collect | None = None
        self.compare: Compare | None = None

    def check(self, function: Check) -> Check:
        """Decorator: `function` is the check of this rule."""
        self.run = function
        return function

    def across(self, collect: Collect) -> Callable[[Compare], Compare]:
        """Decorator for a rule about several reports of one run.

        `collect` takes from each report what the comparison needs: small, as it is kept for all of them, and fit for
        pickling. The decorated function gets the `Run` and yields hits with the index of the file that each is in.
        """

        def decorate(compare: Compare) -> Compare:
            self.collect = collect
            self.compare = compare
            return compare

        return decorate

    def __repr__(self) -> str:
        return f"Rule({self.code} {self.name})"


class Run(Protocol):
    """What a rule about several reports sees of a run."""

    paths: Sequence[str]
    """The files, in the order of the run."""

    def digests(self, collect: Collect) -> Sequence[Any]:
        """What `collect` took from each file; None for one that could not be read."""

    def report(self, file: int) -> Report:
        """The report in one file, read again: only for the few that hits are about."""

    def shared(self, extract: Callable[[Run], T]) -> T:
        """`extract(self)`, worked out once per run however many rules ask."""


def _nothing(_: Report) -> Iterator[Hit]:
    yield from ()
