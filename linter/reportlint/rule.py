"""What a rule is: its description, its examples, and a generator that finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from reportlint.finding import Hit, Severity
from reportlint.report import Report
from reportlint.text import Bilingual

Check = Callable[[Report], Iterator[Hit]]


class Example(NamedTuple):
    """A text that shows what a rule is about; it is a test of the rule and stands in its documentation.

    In a bad example ``⟦`` and ``⟧`` enclose each finding; they are taken out before the text is checked.
    A finding about the whole document has no marks: `findings` says how many there are.
    """

    text: str
    findings: int = 0
    """Bad examples only: how many findings the text has beside the marked ones."""
    year: int | None = None
    kind: str | None = None
    path: str = "example.txt"


class Rule:
    """One thing that the linter objects to.

    Write one file per rule: a module docstring under the headings that `reportlint.testing` checks, then
    ``rule = Rule(...)``, then a generator decorated with ``@rule.check``. It keeps no state and does no I/O.
    """

    __slots__ = (
        "bad", "clause", "code", "default", "doc", "good", "help", "messages", "name", "precedence", "run", "severity", "title",
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
    ) -> None:
        """Describe a rule.

        `code` and `name` identify it for ever. `title` says in a few words what is wrong. `clause` is the law,
        standard or observation that the rule rests on. `messages` are templates for `str.format`; ``found`` is the
        default one. `help` tells the clerk what to do. `doc` is the docstring of the module. `default` is ``"on"``, ``"off"``
        or ``"always"`` (cannot be deselected). Of rules that meet on the same characters the one with the highest
        `precedence` above 0 speaks.
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
        self.run: Check = _nothing

    def check(self, function: Check) -> Check:
        """Decorator: `function` is the check of this rule."""
        self.run = function
        return function

    def __repr__(self) -> str:
        return f"Rule({self.code} {self.name})"


def _nothing(_: Report) -> Iterator[Hit]:
    yield from ()
