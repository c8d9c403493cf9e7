"""When two checks must come to the same: content, name, settings, and the program itself with its plug-ins and libraries.

Nothing here is trusted to a version number alone: the files of the program count with their sizes and times of change, those of
plug-ins, rules and grammars of users with their content.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from posixpath import basename
from typing import TYPE_CHECKING, NamedTuple

from reportlint import __version__
from reportlint.plugins import BUILTIN

if TYPE_CHECKING:
    from reportlint.engine import Linter
    from reportlint.plugins import Registry

SIZE = 16
"""Bytes of a key."""
_FORMAT = 1
"""Changes when keys or values are made in another way."""
_OWN = ("reportlint", *(name.partition(".")[0] for name in BUILTIN))
_NOT_CODE = frozenset({"__pycache__", ".git", "node_modules"})


class Program(NamedTuple):
    """What judges: the program and all that users added to it."""

    digest: bytes
    foreign: bool
    """Whether there are rules that are not shipped. They may look at the whole path of a report, the shipped ones do not."""


def of_program(registry: Registry, folders: Iterable[str] = ()) -> Program:
    """The program: its files, Python, the libraries beside it, plug-ins, and the `folders` of rules and grammars of users."""
    seen = blake2b(repr((_FORMAT, __version__, sys.version, sys.platform)).encode(), digest_size=SIZE)
    roots = [os.path.dirname(sys.modules[name].__file__ or "") for name in dict.fromkeys(_OWN)]
    for root in roots:
        for path, stat in _files(root):
            seen.update(f"\0{path[len(root) :]}\0{stat.st_size}\0{stat.st_mtime_ns}".encode("utf-8", "surrogateescape"))
    seen.update("\0".join(_libraries()).encode("utf-8", "surrogateescape"))
    foreign = sorted({*_foreign(registry), *folders})
    for place in foreign:
        _add_content(seen, place)
    return Program(seen.digest(), bool(foreign))


def of_settings(program: Program, linter: Linter) -> blake2b:
    """All that the result for a file rests on beside the file, ready to take in name and content."""
    collects = [f"{collect.__module__}.{collect.__qualname__}" for collect in linter.collects]
    rules = [f"{rule.code} {rule.default}" for rule in linter.rules]
    settings = linter.settings._replace(sections=(), mandatory=frozenset())  # what is suppressed is settled after remembering
    told = repr((_plain(settings._asdict()), collects, rules))
    return blake2b(program.digest + told.encode("utf-8", "surrogatepass"), digest_size=SIZE)


def of_file(program: Program, settings: blake2b, path: str, data: bytes) -> bytes:
    """The key of a file. Its name counts, from which year and format are read; so a file that was moved is known again."""
    seen = settings.copy()
    seen.update(f"\0{path if program.foreign else basename(path)}\0".encode("utf-8", "surrogateescape"))
    seen.update(data)
    return seen.digest()


def of_run(program: Program, files: Iterable[tuple[str, bytes]]) -> bytes:
    """The key of what rules about several reports say: their paths and keys, in order."""
    seen = blake2b(program.digest, digest_size=SIZE)
    for path, key in files:
        seen.update(f"\0{path}\0".encode("utf-8", "surrogateescape") + key)
    return seen.digest()


def _foreign(registry: Registry) -> Iterator[str]:
    """Where the code of rules lies that are not shipped: the folder of the package, or the file of a single module."""
    for rule in registry.rules:
        if rule.file:
            yield rule.file
        for function in (rule.run, rule.collect, rule.compare):
            top = getattr(function, "__module__", "").partition(".")[0]
            if top in _OWN or not function:
                continue
            file = getattr(sys.modules.get(top), "__file__", None) or getattr(getattr(function, "__code__", None), "co_filename", "")
            if file:
                yield os.path.dirname(file) if os.path.basename(file) == "__init__.py" else file


def _libraries() -> list[str]:
    """The installed distributions with their versions, by the names of their metadata: no file is opened."""
    beside = os.path.dirname(os.path.dirname(sys.modules["pluggy"].__file__ or ""))
    return sorted(name for name in os.listdir(beside) if name.endswith(".dist-info"))


def _add_content(seen: blake2b, place: str) -> None:
    files = [path for path, _ in _files(place)] if os.path.isdir(place) else [place]
    for path in files:
        seen.update(f"\0{path}\0".encode("utf-8", "surrogateescape"))
        try:
            with open(path, "rb") as file:
                seen.update(file.read())
        except OSError as error:
            seen.update(repr(error.errno).encode())


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files below `folder` with what the system says of them, in a stable order."""
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _NOT_CODE:
                yield from _files(entry.path)
        elif entry.is_file():
            yield entry.path, entry.stat()


def _plain(value: object) -> object:
    """`value` in an order of its own, so that equal settings read alike."""
    if isinstance(value, Mapping):
        return sorted((str(key), _plain(item)) for key, item in value.items())
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return repr(value)
