"""From findings to what a user or a program reads. One module per format; imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from reportlint.finding import Severity
from reportlint.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.engine import FileResult
    from reportlint.rule import Rule
    from reportlint.tally import Tally
    from reportlint.text import Bilingual

R = TypeVar("R")


class Reporter(Protocol[R]):
    """Turns results into text, file by file, so that a run of any length needs no more memory than a short one."""

    def render(self, result: FileResult) -> R:
        """What there is to say about one file. Called in any process, in any order; changes nothing."""

    def show(self, rendered: R) -> str:
        """The text to write now; called once per file in the order of the run."""

    def end(self, tally: Tally) -> Iterable[str | bytes]:
        """The text to write when all files are done, in pieces; bytes for a format that is no text."""


class Streaming:
    """A reporter whose text about a file can be written as soon as it is there."""

    def show(self, rendered: str) -> str:
        """`rendered`, as it is."""
        return rendered


class Series:
    """The items of a list, written as they come."""

    def __init__(self, head: str, between: str = ",\n") -> None:
        """`head` is written before the first item."""
        self._head = head
        self._before = head
        self._between = between

    def add(self, items: Iterable[str]) -> str:
        """The text for more items."""
        text = self._between.join(items)
        if not text:
            return ""
        before, self._before = self._before, self._between
        return before + text

    def end(self, tail: str) -> str:
        """The text behind the last item."""
        return tail if self._before is self._between else self._head + tail


class Setup(NamedTuple):
    """What a reporter may know about the run beside the results; see `reportlint.formats.Format.takes`."""

    language: str
    colour: bool = False
    rules: Mapping[str, Rule] = {}
    """All rules that findings may be of, by code."""
    kinds: Mapping[str, Bilingual] = {}
    """The titles of all kinds of reports, by name."""
    fail_on: Severity | None = Severity.ERROR
    """The lowest severity that makes the run fail; None: none does."""


def reporter(name: str, setup: Setup) -> Reporter[Any]:
    """The reporter for one of the formats in `reportlint.formats.FORMATS`."""
    from importlib import import_module

    made = FORMATS[name]
    module, _, maker = made.maker.partition(":")
    make = getattr(import_module(f"reportlint.reporters.{module}"), maker)
    return make(setup.language, **{field: getattr(setup, field) for field in made.takes})  # type: ignore[no-any-return]
