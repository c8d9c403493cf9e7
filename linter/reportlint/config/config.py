"""What a configuration says, read and checked: plain data. Without a file the defaults hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reportlint.extract import Limits
from reportlint.finding import Severity
from reportlint.formats import Destination
from reportlint.select import Selection

LANGUAGES = ("zh", "en")
LEVELS = ("error", "warning", "info")
FAIL_ON = (*LEVELS, "never")
YEARS = range(1949, 2100)


class Override(NamedTuple):
    """One ``[[overrides]]``: what holds for the reports that its patterns match."""

    paths: tuple[str, ...] = ()
    kind: str | None = None
    year: int | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}

    @property
    def selection(self) -> Selection:
        """Which rules run."""
        return Selection(self.select, self.extend_select, self.ignore)


class Config(NamedTuple):
    """One configuration file; the defaults are what holds without one. None: the file does not say."""

    file: str = ""
    """Its path for people; empty when there is no file."""
    root: str = ""
    """The absolute path of the folder that its patterns are relative to."""
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = {}
    mandatory: tuple[str, ...] = ()
    """Rules that nothing can suppress."""
    severity: Mapping[str, Severity] = {}
    include: tuple[str, ...] | None = None
    exclude: tuple[str, ...] | None = None
    extend_exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    force_exclude: bool = False
    kind: str | None = None
    year: int | None = None
    kinds: Mapping[str, Mapping[str, object]] = {}
    """Changes to kinds of reports: kind, then part, then what."""
    overrides: tuple[Override, ...] = ()
    facts: Mapping[str, object] = {}
    lang: str | None = None
    fail_on: str | None = None
    output_format: tuple[Destination, ...] = ()
    """The files are absolute paths."""
    plugins: tuple[str, ...] = ()
    grammars: tuple[str, ...] = ()
    """Absolute paths of folders with grammars."""
    rules: tuple[str, ...] = ()
    """Absolute paths of folders with rules."""
    baseline: str | None = None
    """The absolute path of the file with the findings that were there before."""
    rule_timeout: float | None = None
    max_bytes: int | None = None
    max_characters: int | None = None
    max_unpacked: int | None = None
    max_members: int | None = None
    max_pages: int | None = None
    max_seconds: float | None = None
    jobs: int | None = None
    cache_dir: str | None = None
    """The folder of the cache, relative to the root."""
    extend: str | None = None
    """The configuration that this one builds on, relative to it."""
    required_version: str | None = None
    said: frozenset[str] = frozenset()
    """The fields that the file, or one that it builds on, says something about."""
    parts: tuple[Config, ...] = ()
    """The files, each by itself, where this one builds on others: those come first."""

    @property
    def limits(self) -> Limits:
        """What a document may ask for."""
        said = {name: value for name in Limits._fields if (value := getattr(self, f"max_{name}")) is not None}
        return Limits()._replace(**said)

    @property
    def selection(self) -> Selection:
        """Which rules run."""
        return Selection(self.select, self.extend_select, self.ignore)
