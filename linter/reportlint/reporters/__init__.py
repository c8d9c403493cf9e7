"""From findings to what a user or a program reads. One module per format; imported when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.engine import FileResult
    from reportlint.tally import Tally

R = TypeVar("R")


class Reporter(Protocol[R]):
    """Turns results into text, file by file, so that a run of any length needs no more memory than a short one."""

    def render(self, result: FileResult) -> R:
        """What there is to say about one file. Called in any process, in any order; changes nothing."""

    def show(self, rendered: R) -> str:
        """The text to write now; called once per file in the order of the run."""

    def end(self, tally: Tally) -> Iterable[str]:
        """The text to write when all files are done, in pieces."""


class Streaming:
    """A reporter whose text about a file can be written as soon as it is there."""

    def show(self, rendered: str) -> str:
        """`rendered`, as it is."""
        return rendered


def reporter(name: str, language: str, *, colour: bool = False) -> Reporter[Any]:
    """The reporter for an output format, one of ``full``, ``concise``, ``json``, ``github``."""
    if name == "json":
        from reportlint.reporters.json import Json

        return Json(language)
    if name == "github":
        from reportlint.reporters.github import GitHub

        return GitHub(language)
    if name == "concise":
        from reportlint.reporters.concise import Concise

        return Concise(language, colour=colour)
    from reportlint.reporters.full import Full

    return Full(language, colour=colour)
