"""Files of entries, the ignore file and the baseline, and how their entries meet the reports of a run."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NamedTuple

from reportlint.errors import UsageError, refusal
from reportlint.suppression.entries import Candidates, Entry, kin
from reportlint.text import Bilingual

IGNORE_FILE = ".reportlint-ignore.toml"
"""The nearest one upwards from a report holds for it, and that alone."""


class Known(NamedTuple):
    """The entries of one file, by the reports that they are about."""

    shown: str
    """Its path for people."""
    root: str
    """The absolute path of the folder that the paths of its entries are relative to."""
    entries: tuple[Entry, ...]
    by_path: dict[str, list[Entry]]
    """By the absolute path of the report."""
    moved: dict[str, tuple[Entry, ...]]
    """Those whose report is not there any more, by `kin`: it may have another name now."""

    @classmethod
    def of(cls, shown: str, root: str, entries: Iterable[Entry]) -> Known:
        """The entries in the file that people know as `shown`; their paths are relative to `root`."""
        entries = tuple(entry if os.path.lexists(absolute(root, entry)) else entry._replace(moved=True) for entry in entries)
        by_path: dict[str, list[Entry]] = {}
        moved: dict[str, tuple[Entry, ...]] = {}
        for entry in entries:
            by_path.setdefault(absolute(root, entry), []).append(entry)
            if entry.moved:
                name = kin(entry.fingerprint)
                moved[name] = (*moved.get(name, ()), entry)
        return cls(shown, root, entries, by_path, moved)

    def about(self, path: str) -> Candidates | None:
        """The entries that may mean findings of the report at the absolute `path`, if there are any."""
        own = self.by_path.get(path, ())
        return Candidates(tuple(own), self.moved) if own or self.moved else None


def absolute(root: str, entry: Entry) -> str:
    """The absolute path of the report that an entry names."""
    return os.path.normpath(os.path.join(root, entry.path))


class IgnoreFiles:
    """The ignore file that holds in each folder: the nearest one upwards."""

    def __init__(self) -> None:
        self._known: dict[str, Known | None] = {}
        self.found: dict[str, Known] = {}
        """Those that hold anywhere, by their absolute paths."""

    def of(self, folder: str) -> Known | None:
        """What holds for the reports in `folder`, an absolute path. Raises UsageError."""
        if folder not in self._known:
            path = os.path.join(folder, IGNORE_FILE)
            above = os.path.dirname(folder)
            if os.path.isfile(path):
                from reportlint.config import ignore_file  # for those who have one

                read = ignore_file.read(path, shown(path))
                self._known[folder] = self.found[path] = Known.of(read.shown, read.root, read.entries)
            else:
                self._known[folder] = self.of(above) if above != folder else None
        return self._known[folder]


def shown(path: str) -> str:
    """An absolute path as short as it gets: relative when it lies below the working directory."""
    here = os.getcwd().rstrip(os.sep) + os.sep
    return (path.removeprefix(here) if path.startswith(here) else path).replace(os.sep, "/")


def today() -> str:
    """The day where the user is, YYYY-MM-DD."""
    from datetime import date

    return date.today().isoformat()  # noqa: DTZ011 - the user's own day


def write(path: str, text: str) -> None:
    """Put `text` into the file at `path` at once or not at all. Raises UsageError."""
    path = os.path.realpath(path)
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(temporary, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            file.write(text)
        if os.path.exists(path):
            os.chmod(temporary, os.stat(path).st_mode & 0o7777)
        os.replace(temporary, path)
    except OSError as error:
        if os.path.exists(temporary):
            os.unlink(temporary)
        why = refusal(error)
        raise UsageError(Bilingual(f"{shown(path)} 写不了：{why.zh}", f"{shown(path)} cannot be written: {why.en}")) from None
