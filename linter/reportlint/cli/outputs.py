"""Where the results go: each format to its own file, or to standard output."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from stat import S_ISREG
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from reportlint.cli import terminal
from reportlint.discovery import NAMED, File, LeftOut
from reportlint.errors import UsageError, refusal
from reportlint.formats import FORMATS, Destination, clash
from reportlint.reporters import Reporter, reporter
from reportlint.reporters.words import summary
from reportlint.tally import Tally
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reportlint.engine import FileResult
    from reportlint.reporters import Setup

_WRITTEN = Bilingual("结果已写入：{list}", "written: {list}")
_NO_SUMMARY = Bilingual(
    "GITHUB_STEP_SUMMARY 指的文件写不了，没有写摘要：{why}", "no step summary: the file of GITHUB_STEP_SUMMARY cannot be written: {why}"
)
_MARK, _HEAD = b"reportlint", 4096
"""What the formats that may be taken for a report say of themselves, and in how many bytes from the start."""
CSV_HEAD = "\ufeffpath,line,column,place,severity,".encode()


_FOR_PEOPLE = ("full", "grouped")
"""Formats with a summary that is no result."""


class Sink(Protocol):
    """Takes the pieces of one output."""

    def write(self, piece: str | bytes) -> object:
        """Take one more."""

    def commit(self) -> None:
        """All pieces are there."""

    def abandon(self) -> None:
        """There will be no more, and what was written does not count; nothing after `commit`."""


class Screen:
    """Standard output."""

    def __init__(self, output: terminal.Output) -> None:
        self._output = output

    def write(self, piece: str | bytes) -> None:
        """Write it, above the progress bar if there is one."""
        assert isinstance(piece, str), "a binary format has a file"
        self._output.write(piece)

    def commit(self) -> None:
        """Nothing: it is out."""

    def abandon(self) -> None:
        """Nothing: it is out."""


class FileSink:
    """A file that is there as a whole or not at all: it is written beside its place and put there at the end.

    Folders that are missing are made. A device or a pipe is written to as it is.
    """

    def __init__(self, path: str, *, machine: bool) -> None:
        """Raises UsageError when it cannot be written."""
        self._shown = path
        self._errors = "backslashreplace" if machine else "surrogateescape"
        self._path = os.path.realpath(path)  # a link stays a link
        self._temporary = ""
        try:
            self._file = open(self._open(path), "wb")  # noqa: SIM115 - until `commit` or `abandon`
        except OSError as error:
            raise self._refused(error) from None

    def write(self, piece: str | bytes) -> None:
        """Add a piece. Raises UsageError when the disk refuses it."""
        try:
            self._file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8", self._errors))
        except OSError as error:
            raise self._refused(error) from None

    def commit(self) -> None:
        """Put the file in its place. Raises UsageError."""
        try:
            self._file.close()
            if self._temporary:
                if os.path.exists(self._path):
                    os.chmod(self._temporary, os.stat(self._path).st_mode & 0o7777)
                os.replace(self._temporary, self._path)
                self._temporary = ""
        except OSError as error:
            raise self._refused(error) from None

    def abandon(self) -> None:
        """Leave what stood in its place."""
        with suppress(OSError):
            self._file.close()
        if self._temporary:
            with suppress(OSError):
                os.unlink(self._temporary)

    def _open(self, path: str) -> str:
        """What to open for writing."""
        if os.path.exists(path) and not S_ISREG(os.stat(path).st_mode):
            if os.path.isdir(path):
                raise IsADirectoryError(errno.EISDIR, "")
            return path
        folder = os.path.dirname(self._path)
        os.makedirs(folder, exist_ok=True)
        self._temporary = os.path.join(folder, f".reportlint-{os.getpid()}-{id(self):x}.tmp")
        return self._temporary

    def _refused(self, error: OSError) -> UsageError:
        why = refusal(error)
        return UsageError(
            Bilingual(f"结果文件 {self._shown} 写不了：{why.zh}", f"the results cannot be written to {self._shown}: {why.en}")
        )


class StepSummary:
    """The file that GitHub shows on the page of a run; other steps have written to it before."""

    def __init__(self, path: str, language: str) -> None:
        self._path = path
        self._language = language
        self._pieces: list[str] = []

    def write(self, piece: str | bytes) -> None:
        """Keep it; the format keeps it short."""
        assert isinstance(piece, str), "the summary is Markdown"
        self._pieces.append(piece)

    def commit(self) -> None:
        """Add it to the file; a summary that cannot be written is said and stops nothing."""
        try:
            with open(self._path, "a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write("".join(self._pieces))
        except OSError as error:
            print(_NO_SUMMARY.in_(self._language).format(why=refusal(error).in_(self._language)), file=sys.stderr)

    def abandon(self) -> None:
        """Write nothing."""


class Outlet(NamedTuple):
    """A reporter and where its text goes."""

    reporter: Reporter[Any]
    sink: Sink
    quiet: bool = False
    """Whether what it says about the run as a whole is not wanted."""


class Outputs:
    """All outputs of a run."""

    def __init__(self, outlets: Sequence[Outlet]) -> None:
        self._outlets = outlets

    def render(self, result: FileResult) -> list[object]:
        """What each reporter makes of one file. Called in any process."""
        return [outlet.reporter.render(result) for outlet in self._outlets]

    def show(self, rendered: Iterable[object]) -> None:
        """Write what can be written about one file."""
        for outlet, one in zip(self._outlets, rendered, strict=True):
            if text := outlet.reporter.show(one):
                outlet.sink.write(text)

    def end(self, tally: Tally) -> None:
        """Write the rest and put the files in their places. Raises UsageError."""
        for outlet in self._outlets:
            for text in outlet.reporter.end(Tally() if outlet.quiet else tally):
                outlet.sink.write(text)
        for outlet in self._outlets:
            outlet.sink.commit()

    def close(self) -> None:
        """Let go of what did not come to its end."""
        for outlet in self._outlets:
            outlet.sink.abandon()


def planned(chosen: Sequence[Destination], configured: Sequence[Destination], file: str | None) -> tuple[Destination, ...]:
    """The destinations that hold: those of the command line, else of the configuration, else ``full``.

    `file` is that of ``--output-file``: where the format goes that would go to standard output. Raises UsageError.
    """
    there = tuple(chosen or configured) or (Destination("full"),)
    if file and file != "-":
        if all(one.file for one in there):
            raise UsageError(
                Bilingual("--output-file 没有对应的格式：各格式已有自己的文件", "--output-file is left over: every format has its own file")
            )
        there = tuple(one if one.file else one._replace(file=file) for one in there)
    if wrong := clash(there):
        raise UsageError(wrong)
    return there


def opened(
    there: Sequence[Destination], setup: Setup, output: terminal.Output, environment: Mapping[str, str], *, quiet: bool = False
) -> Outputs:
    """The outputs, ready to be written. `setup.colour` is for standard output only, and so is `quiet`. Raises UsageError."""
    outlets: list[Outlet] = []
    try:
        for format_, file in there:
            machine = FORMATS[format_].machine
            made = reporter(format_, setup._replace(colour=setup.colour and not file))
            if file:
                sink: Sink = FileSink(file, machine=machine)
            else:
                if machine and not sys.stdout.isatty():
                    terminal.write_utf8(sys.stdout)
                sink = Screen(output)
            outlets.append(Outlet(made, sink, quiet and not file and format_ in _FOR_PEOPLE))
        if (page := environment.get("GITHUB_STEP_SUMMARY")) and any(one.format == "github" for one in there):
            outlets.append(Outlet(reporter("markdown", setup), StepSummary(page, setup.language)))
    except BaseException:
        Outputs(outlets).close()
        raise
    return Outputs(outlets)


def without_outputs(items: Iterable[File | LeftOut], there: Sequence[Destination]) -> list[File | LeftOut]:
    """`items` without the files that an earlier run wrote where this one will write.

    Raises UsageError when a report would be overwritten by what is said about it.
    """
    files = {os.path.realpath(one.file): one.file for one in there if one.file}
    kept = []
    for item in items:
        shown = files.get(os.path.realpath(item.path)) if files and isinstance(item, File) else None
        if shown is None:
            kept.append(item)
        elif isinstance(item, File) and (item.how == NAMED or not _ours(item.path)):
            raise UsageError(
                Bilingual(
                    f"{shown} 是要检查的文件，结果不能写在那里：请换一个文件名",
                    f"{shown} is one of the files to check, the results cannot go there: name another file",
                )
            )
    return kept


def tell(there: Sequence[Destination], tally: Tally, language: str, say: Callable[[str], object]) -> None:
    """Where standard output has no results, say what came out and where it is."""
    if files := [one.file for one in there if one.file]:
        if len(files) == len(there) and tally.files:
            say(summary(tally, language))
        say(_WRITTEN.in_(language).format(list=("、" if language == "zh" else ", ").join(files)))


def _ours(path: str) -> bool:
    """Whether a file is one that an earlier run wrote; only formats that are read as reports are known."""
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    if head.startswith(b"PK"):
        from zipfile import BadZipFile, ZipFile

        try:
            with ZipFile(path) as book:
                return _MARK in book.read("docProps/core.xml")
        except (BadZipFile, KeyError, OSError):
            return False
    return _MARK in head or head.startswith(CSV_HEAD)
