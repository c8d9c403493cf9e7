"""Where in a TOML file a key stands. tomli keeps no positions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportlint.text import Bilingual

Path = tuple[str | int, ...]
"""Where in a file: keys and, in arrays, indexes."""


class Fault(NamedTuple):
    """Something wrong in a TOML file."""

    path: Path
    message: Bilingual


_PART = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]")
_KEY = re.compile(rf"\s*({_DOTTED})\s*=")
_QUOTES = ('"""', "'''")


def told(file: str, text: str, faults: list[Fault], prefix: Path = ()) -> Bilingual:
    """All `faults` of a file with the content `text`, one a line, each with its line and key; `prefix` leads to where their paths begin."""
    places = list(_places(text))
    located = sorted((_line(places, (*prefix, *fault.path)), fault) for fault in faults)
    return Bilingual(
        "\n".join(f"{file}:{line}：{named(fault.path, '：')}{fault.message.zh}" for line, fault in located),
        "\n".join(f"{file}:{line}: {named(fault.path, ': ')}{fault.message.en}" for line, fault in located),
    )


def named(path: Path, end: str = "") -> str:
    """The path as the user would write it, array indexes counting from 1: ``overrides[2].kind``; then `end`, unless it is empty."""
    name = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
    return name + end if name else ""


def line_of(text: str, path: Path, prefix: Path = ()) -> int:
    """The line of a TOML file with the content `text` at which `path` stands, or what leads furthest towards it."""
    return _line(list(_places(text)), (*prefix, *path))


def _line(places: list[tuple[Path, int]], path: Path) -> int:
    """The first line that leads furthest towards `path`, or into it: a table may be there by its parts only. 1 if none does."""
    best, at = 0, 1
    for place, line in places:
        common = min(len(place), len(path))
        if common > best and path[:common] == place[:common]:
            best, at = common, line
    return at


def _places(text: str) -> Iterator[tuple[Path, int]]:
    """Every key and table header of a TOML file with its path and line."""
    header: Path = ()
    arrays: dict[Path, int] = {}
    inside = ""  # of a string over several lines, in these quotes
    for line, source in enumerate(text.splitlines(), 1):
        if inside:
            inside = "" if inside in source else inside
            continue
        inside = next((quotes for quotes in _QUOTES if source.count(quotes) == 1), "")
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
