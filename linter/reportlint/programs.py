"""Compiled patterns kept from one run to the next, as Python keeps compiled modules.

Half of a run over one file would go into compiling patterns: the `re` of the standard library does that in Python. What it comes to is a
list of numbers; with it a pattern is there at once. Where the insides of `re` are not those that this module knows, or nothing can be kept,
patterns are compiled as ever.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    Program = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
    """Flags, code, number of groups, the numbers of their names, and their names by number."""

_MOST = 3000
"""Patterns in one file: more are left over from elsewhere."""


class Programs:
    """The compiled patterns in one file."""

    def __init__(self, folder: str) -> None:
        """`folder` need not exist. A file that cannot be read is as good as none."""
        self._path = os.path.join(folder, f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}")
        self._kept: dict[tuple[str, int], Program] = {}
        self._new = 0
        with suppress(OSError, ValueError, EOFError, TypeError), open(self._path, "rb") as file:
            kept = marshal.load(file)  # noqa: S302 - written by ourselves into the folder of the user, as .pyc files are
            self._kept = kept if isinstance(kept, dict) else {}

    def compile(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """As `re.compile`."""
        key = pattern, int(flags)
        try:
            import _sre  # type: ignore[import-not-found]

            program = self._kept.get(key)
            if program is None:
                program = self._kept[key] = _program(*key)
                self._new += 1
            all_flags, code, *groups = program
            return _sre.compile(pattern, all_flags, array("I", code).tolist(), *groups)  # type: ignore[no-any-return]
        except re.error:
            raise
        except Exception:  # noqa: BLE001 - the file was damaged, or the insides of re are different
            self._kept.pop(key, None)
            return re.compile(pattern, flags)

    def keep(self) -> None:
        """Write the file if patterns were compiled; do without where that is not allowed."""
        if not self._new or not os.path.isabs(self._path):  # without a home there is no folder
            return
        kept = self._kept if len(self._kept) <= _MOST else dict(list(self._kept.items())[-self._new :])
        temporary = f"{self._path}.{os.getpid()}"
        with suppress(OSError, ValueError):
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            with open(temporary, "wb") as file:
                file.write(marshal.dumps(kept))
            os.replace(temporary, self._path)


def remove() -> list[str]:
    """Remove what is kept there, of this version and others: patterns and grammars; the paths. Raises OSError."""
    folder = cache_folder()
    if not os.path.isabs(folder) or not os.path.isdir(folder):
        return []
    ours = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.startswith(("patterns-", "grammar-"))]
    for path in ours:
        with suppress(FileNotFoundError):
            os.unlink(path)
    with suppress(OSError):  # there is more in it
        os.rmdir(folder)
    return ours


def cache_folder() -> str:
    """Where things are kept that can be made again; a relative path where the user has no home."""
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache"), "reportlint")


def _program(pattern: str, flags: int) -> Program:
    """What `re` makes of a pattern; see `re._compiler.compile`."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    names = parsed.state.groupdict
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    code = _compiler._code(parsed, flags)  # noqa: SLF001 - re has no other way to what it makes
    return flags | parsed.state.flags, array("I", code).tobytes(), parsed.state.groups - 1, names, tuple(by_number)
