"""Path patterns as in .gitignore. pathspec is imported when the first pattern is asked."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathspec import GitIgnoreSpec


class Patterns:
    """A list of patterns and the folder that they are relative to; of several that match the last one decides."""

    __slots__ = ("_prefix", "_spec", "lines", "origin")

    def __init__(self, root: str, lines: Iterable[str], origin: str = "") -> None:
        """`root` is an absolute path; `origin` says for people where the patterns stand."""
        self.lines = tuple(line for line in lines if line.strip())
        self.origin = origin
        self._prefix = root.rstrip(os.sep) + os.sep
        self._spec: GitIgnoreSpec | None = None

    def match(self, path: str, *, folder: bool = False) -> str | None:
        """The pattern that decides about the absolute `path`: as written, with ``!`` when it takes the path back in.

        None when no pattern is about it, which is so for every path outside the root. As in git, lines that are
        no patterns say nothing.
        """
        if not self.lines or not path.startswith(self._prefix):
            return None
        if self._spec is None:
            self._spec = self._compile()
        relative = path[len(self._prefix) :].replace(os.sep, "/")
        result = self._spec.check_file(relative + "/" if folder else relative, separators=())
        return None if result.index is None else self.lines[result.index]

    def _compile(self) -> GitIgnoreSpec:
        try:
            return _compiled(self.lines)
        except (ValueError, re.error):
            self.lines = tuple(line for line in self.lines if is_pattern(line))
            return _compiled(self.lines)

    def cover(self, path: str, *, folder: bool = False) -> bool:
        """Whether the patterns, all of them together, match `path`."""
        pattern = self.match(path, folder=folder)
        return pattern is not None and not pattern.startswith("!")


def rooted(root: str, lines: Iterable[str]) -> list[str]:
    """Patterns of users as patterns of git: ``./a.txt`` and absolute paths below `root` are meant from there."""
    prefix = root.rstrip(os.sep) + os.sep
    return [_rooted(line, prefix) for line in lines]


def _rooted(line: str, prefix: str) -> str:
    turned = "!" * line.startswith("!")
    path = line.removeprefix("!")
    if path.startswith("./"):
        return f"{turned}/{path[2:].lstrip('/')}"
    native = path.replace("/", os.sep)
    return turned + "/" + native[len(prefix) :].replace(os.sep, "/") if native.startswith(prefix) and native != prefix else line


def leads_out(line: str) -> bool:
    """Whether a pattern goes up by ``..``, where it can never match anything."""
    return ".." in line.removeprefix("!").split("/")


def is_pattern(line: str) -> bool:
    """Whether `line` can be used as a pattern."""
    if leads_out(line):
        return False
    try:
        _compiled([line])
    except (ValueError, re.error):
        return False
    return True


def _compiled(lines: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # 35 ms

    return GitIgnoreSpec.from_lines(lines, backend="simple")
