"""Say what is wrong in a configuration file, and at which line. Only imported when something is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint.config.config import Config
from reportlint.config.schema import Fault, Path
from reportlint.errors import UsageError
from reportlint.text import Bilingual

_PART = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]")
_KEY = re.compile(rf"\s*({_DOTTED})\s*=")


class FaultyConfigError(UsageError):
    """A configuration file with faults. `config` is what could be read of it, so that more can be looked for."""

    def __init__(self, config: Config, faults: list[Fault]) -> None:
        self.config = config
        self.faults = faults
        with open(config.file, encoding="utf-8-sig") as file:
            places = list(_places(file.read()))
        prefix = ("tool", "reportlint") if config.file.endswith("pyproject.toml") else ()
        located = sorted((_line(places, (*prefix, *fault.path)), fault) for fault in faults)
        super().__init__(
            Bilingual(
                "\n".join(f"{config.file}:{line}：{_name(fault.path)}：{fault.message.zh}" for line, fault in located),
                "\n".join(f"{config.file}:{line}: {_name(fault.path)}: {fault.message.en}" for line, fault in located),
            )
        )


def _name(path: Path) -> str:
    """The path as the user would write it, array indexes counting from 1: ``overrides[2].kind``."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")


def _line(places: list[tuple[Path, int]], path: Path) -> int:
    """The first line that leads furthest towards `path`, or into it: a table may be there by its parts only. 1 if none does."""
    best, at = 0, 1
    for place, line in places:
        common = min(len(place), len(path))
        if common > best and path[:common] == place[:common]:
            best, at = common, line
    return at


def _places(text: str) -> Iterator[tuple[Path, int]]:
    """Every key and table header of a TOML file with its path and line. tomli keeps no positions."""
    header: Path = ()
    arrays: dict[Path, int] = {}
    for line, source in enumerate(text.splitlines(), 1):
        if opened := _HEADER.match(source):
            header = ()
            for key in _keys(opened[2]):
                header = (*header, key)
                if header in arrays:
                    header = (*header, arrays[header])
            if opened[1] == "[[":
                array = header[:-1] if isinstance(header[-1], int) else header
                arrays[array] = arrays.get(array, -1) + 1
                header = (*array, arrays[array])
            yield header, line
        elif assigned := _KEY.match(source):
            yield (*header, *_keys(assigned[1])), line


def _keys(dotted: str) -> list[str]:
    return [key[1:-1] if key[0] in "\"'" else key for key in re.findall(_PART, dotted)]
