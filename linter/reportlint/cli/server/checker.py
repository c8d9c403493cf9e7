"""Check the text of an editor as a run over its file would, by the configuration as it is now."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Mapping
from posixpath import splitext
from typing import NamedTuple

from reportlint.cli.ignore import enter, owner
from reportlint.cli.suppressing import Suppressing, Wishes
from reportlint.config.config import Config
from reportlint.config.load import NAMES, Configs
from reportlint.config.names import check_names, completed, registry_of
from reportlint.config.resolve import Given, Resolved, Resolver
from reportlint.deadline import Watch
from reportlint.discovery import STDIN, File, Wanted, discover
from reportlint.engine import FileResult, Linter
from reportlint.errors import UsageError
from reportlint.finding import Finding
from reportlint.fix import edited, mend
from reportlint.plugins import Registry
from reportlint.readers.formats import SUFFIXES, TEXT
from reportlint.rule import Rule
from reportlint.run import Task
from reportlint.run import check as check_file
from reportlint.text import Bilingual

_MOST = 16
"""Configurations that are kept; somebody who edits one makes a new one each time."""

Stamp = tuple[tuple[str, int, int], ...]
"""Files, each with its time and size: what tells that one of them changed."""


class Checked(NamedTuple):
    """What is known about a text."""

    language: str
    text: str
    result: FileResult | None = None
    rules: Mapping[str, Rule] = {}
    """All rules, by code."""
    protected: frozenset[str] = frozenset()
    """Codes of the rules whose findings nothing can suppress."""
    problem: Bilingual | None = None
    """Why nothing could be checked: the configuration is wrong."""


class _Setup(NamedTuple):
    """What a configuration comes to."""

    stamp: Stamp
    """Of what the configuration is made of beside its own file."""
    configs: Configs
    config: Config
    registry: Registry
    rules: Mapping[str, Rule]
    resolver: Resolver
    linters: dict[int, Linter]


class Checker:
    """Checks texts. Configurations are read again when a file that they are made of has changed."""

    def __init__(self, config: str | None, *, isolated: bool, lang: str | None, language: str) -> None:
        """`config`, an absolute path, holds for all files; `lang` is the language that was asked for, `language` the one without a wish."""
        self.language = language
        self._file = config
        self._isolated = isolated
        self._lang = lang
        self._watch = Watch()
        self._setups: dict[Stamp, _Setup] = {}

    def check(self, path: str, text: str) -> Checked | None:
        """What is found in `text`, which an editor shows for the file at the absolute `path`; None for what is not to be checked."""
        if not text.strip() or splitext(path)[1].lower() in SUFFIXES.keys() - TEXT.keys():
            return None  # nothing is there yet; or a document, whose places an editor cannot show
        language = self._lang or self.language
        try:
            setup = self._setup(os.path.dirname(path))
            language = self._lang or setup.config.lang or self.language
            task = self._task(setup, path, text)
        except UsageError as error:
            return Checked(language, text, problem=error.message)
        return Checked(language, text, check_file(task), setup.rules, frozenset(task.linter.protected)) if task else None

    def mended(self, path: str, checked: Checked) -> str:
        """The text of `checked` with all that is certain mended."""
        assert checked.result
        task = self._task(self._setup(os.path.dirname(path)), path, checked.text)
        if task is None:
            return checked.text
        return mend(checked.text, edited, lambda new: check_file(task._replace(data=_data(new))), checked.result, unsafe=False).content

    def ignore(self, path: str, finding: Finding, reason: str) -> str:
        """Write a finding into the ignore file of the text at `path`; the path of that. Raises UsageError."""
        entry, _ = enter(finding, path, self._setup(os.path.dirname(path)).configs, reason, owner())
        return os.path.abspath(entry.file)

    def _task(self, setup: _Setup, path: str, text: str) -> Task | None:
        """What is to be done for a text; None when its file is excluded, or is of no format that is read. Raises UsageError."""
        wanted = Wanted(force_exclude=True, stdin_filename=path)
        item = next(discover((STDIN,), setup.configs, wanted, every=True))
        if not isinstance(item, File) or item.problem:
            return None
        resolved = setup.resolver.of(item.path, item.config)
        task = Task(item.path, self._linter(setup, resolved), data=_data(text))
        return task._replace(suppression=Suppressing([task], Wishes(), (), item.config.baseline, isolated=self._isolated).suppression)

    def _linter(self, setup: _Setup, resolved: Resolved) -> Linter:
        linter = setup.linters.get(id(resolved))
        if linter is None:
            linter = setup.linters[id(resolved)] = Linter(setup.registry, resolved.settings, self._watch)
        return linter

    def _setup(self, folder: str) -> _Setup:
        """What holds in `folder`. Raises UsageError."""
        files = [self._file] if self._file else [] if self._isolated else _candidates(folder)
        key = _stamp(files)
        known = self._setups.get(key)
        if known and known.stamp == _stamp(_parts(known.config)):
            return known
        if len(self._setups) >= _MOST:
            self._setups.clear()
        configs = Configs(self._file, isolated=self._isolated)
        try:
            config = configs.of(folder)
            registry = registry_of([config])
            check_names(config, registry)
        except UsageError as error:
            raise completed(error) from None
        rules = {rule.code: rule for rule in registry.rules}
        setup = _Setup(_stamp(_parts(config)), configs, config, registry, rules, Resolver(registry, Given()), {})
        self._setups[key] = setup
        return setup


def _data(text: str) -> bytes:
    """`text` such that nobody has to guess its encoding. An editor may send half of a character, which no file can hold."""
    return BOM_UTF8 + text.encode("utf-8", "replace")


def _candidates(folder: str) -> list[str]:
    """The files in which the configuration for `folder` may stand."""
    found = [os.path.join(folder, name) for name in NAMES]
    while (above := os.path.dirname(folder)) != folder:
        folder = above
        found += [os.path.join(folder, name) for name in NAMES]
    return found


def _parts(config: Config) -> list[str]:
    """The files that a configuration builds on, and those in the folders that it names."""
    folders = [folder for folder in (*config.rules, *config.grammars) if os.path.isdir(folder)]
    inside = [os.path.join(folder, name) for folder in folders for name in sorted(os.listdir(folder))]
    return [*(os.path.abspath(part.file) for part in config.parts), *inside]


def _stamp(paths: list[str]) -> Stamp:
    stamps = []
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        stamps.append((path, status.st_mtime_ns, status.st_size))
    return tuple(stamps)
