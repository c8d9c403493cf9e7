"""Results as bytes and back. What is read back is data and nothing else: no file in a cache can make the program run code.

It is JSON in which every array begins with what it stands for, compressed; the compression has a checksum, so that a damaged
entry is known as such.
"""

from __future__ import annotations

import zlib
from array import array
from base64 import b64decode, b64encode
from enum import IntEnum
from json import JSONDecodeError, JSONEncoder, loads
from typing import Any

from reportlint.engine import FileResult
from reportlint.finding import Confidence, Edit, Excerpt, Finding, Fix, Position, RelatedPlace, Severity
from reportlint.location import Box, Location
from reportlint.report import Known, Subject
from reportlint.text import Bilingual, SourceSpan, Span

_CLASSES: tuple[type[tuple[Any, ...]], ...] = (
    Bilingual, Box, Edit, Excerpt, FileResult, Finding, Fix, Known, Location, Position, RelatedPlace, SourceSpan, Span, Subject,
)  # fmt: skip
_ENUMS: tuple[type[IntEnum], ...] = (Confidence, Severity)
_NUMBERS: dict[type, int] = {cls: i for i, cls in enumerate(_CLASSES)}
_TUPLE, _LIST, _SET, _FROZENSET, _BYTES, _ARRAY, _DICT, _ENUM = range(-8, 0)
_PLAIN = (type(None), bool, int, float, str)
_text = JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_LEVEL = 1
"""Of compression: the higher ones take longer than they save."""


class UnkeepableError(Exception):
    """A value has something that cannot be told in bytes, as a rule of somebody may give."""


class DamagedError(Exception):
    """Bytes are not those that were written."""


def encoded(value: object) -> bytes:
    """`value` in bytes. Raises UnkeepableError."""
    try:
        text = _text(_told(value))
    except RecursionError as error:
        raise UnkeepableError from error
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def decoded(data: bytes) -> Any:
    """What was encoded as `data`. Raises DamagedError."""
    try:
        return _understood(loads(zlib.decompress(data).decode("utf-8", "surrogatepass")))
    except (zlib.error, UnicodeDecodeError, JSONDecodeError, TypeError, ValueError, IndexError, KeyError, RecursionError) as error:
        raise DamagedError from error


def _told(value: object) -> object:
    kind = type(value)
    if kind in _PLAIN:
        return value
    number = _NUMBERS.get(kind)
    if number is not None:
        return [number, *map(_told, value)]  # type: ignore[call-overload]  # it is a tuple
    if kind is tuple:
        return [_TUPLE, *map(_told, value)]  # type: ignore[call-overload]
    if kind is dict:
        return [_DICT, *(part for pair in value.items() for part in map(_told, pair))]  # type: ignore[attr-defined]
    if kind is list:
        return [_LIST, *map(_told, value)]  # type: ignore[call-overload]
    if kind in (set, frozenset):
        return [_SET if kind is set else _FROZENSET, *map(_told, value)]  # type: ignore[call-overload]
    if kind in _ENUMS:
        return [_ENUM, _ENUMS.index(kind), int(value)]  # type: ignore[call-overload]
    if isinstance(value, array):
        return [_ARRAY, value.typecode, b64encode(value.tobytes()).decode("ascii")]
    if kind is bytes:
        return [_BYTES, b64encode(value).decode("ascii")]  # type: ignore[arg-type]  # it is bytes
    raise UnkeepableError(repr(kind))


def _understood(told: Any) -> Any:
    if type(told) is not list:
        return told
    kind = told[0]
    items = [
        _understood(item) if type(item) is list else item for item in told[1:]
    ]  # most are plain: a call for each would double the time
    if kind >= 0:
        return _CLASSES[kind]._make(items)  # type: ignore[attr-defined]  # they are NamedTuples
    if kind == _TUPLE:
        return tuple(items)
    if kind == _DICT:
        return dict(zip(items[::2], items[1::2], strict=True))
    if kind == _ENUM:
        return _ENUMS[items[0]](items[1])
    if kind == _ARRAY:
        return array(items[0], b64decode(items[1]))
    if kind == _BYTES:
        return b64decode(items[0])
    return {_LIST: list, _SET: set, _FROZENSET: frozenset}[kind](items)
