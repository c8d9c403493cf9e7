"""Results as bytes and back. What is read back is data and nothing else: no file in a cache can make the program run code.

It is JSON in which every array begins with what it stands for, compressed; the compression has a checksum, so that a damaged
entry is known as such.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from base64 import b64decode, b64encode
from enum import Enum
from functools import cache
from json import JSONDecodeError, JSONEncoder, loads
from typing import Any

_TUPLE, _LIST, _SET, _FROZENSET, _BYTES, _ARRAY, _DICT, _ENUM = range(8)
"""With these an array begins; a NamedTuple with its class."""
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
    except (RecursionError, DamagedError) as error:
        raise UnkeepableError from error
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def decoded(data: bytes) -> Any:
    """What was encoded as `data`. Raises DamagedError."""
    try:
        return _understood(loads(zlib.decompress(data).decode("utf-8", "surrogatepass")))
    except (zlib.error, UnicodeDecodeError, JSONDecodeError, TypeError, ValueError, IndexError, KeyError, RecursionError) as error:
        raise DamagedError from error


def _told(value: object) -> object:
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [_TUPLE if kind is tuple else _name(kind), *map(_told, value)]
    if kind is dict:
        return [_DICT, *(part for pair in value.items() for part in map(_told, pair))]  # type: ignore[attr-defined]
    if kind is list:
        return [_LIST, *map(_told, value)]  # type: ignore[call-overload]
    if kind in (set, frozenset):
        return [_SET if kind is set else _FROZENSET, *map(_told, value)]  # type: ignore[call-overload]
    if isinstance(value, Enum):
        return [_ENUM, _name(kind), value.name]
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
    if type(kind) is str:
        return tuple.__new__(_class(kind, tuple, len(items)), items)
    if kind == _TUPLE:
        return tuple(items)
    if kind == _DICT:
        return dict(zip(items[::2], items[1::2], strict=True))
    if kind == _ENUM:
        return _class(items[0], Enum).__members__[items[1]]
    if kind == _ARRAY:
        return array(items[0], b64decode(items[1]))
    if kind == _BYTES:
        return b64decode(items[0])
    return {_LIST: list, _SET: set, _FROZENSET: frozenset}[kind](items)


@cache
def _name(kind: type[object]) -> str:
    """The name by which `_class` finds `kind` again. Raises UnkeepableError."""
    name = f"{kind.__module__}:{kind.__qualname__}"
    fields = len(getattr(kind, "_fields", ()))
    if _class(name, Enum if issubclass(kind, Enum) else tuple, fields) is not kind:
        raise UnkeepableError(name)
    return name


@cache
def _class(name: str, base: type, fields: int = 0) -> Any:
    """The NamedTuple with so many fields, or the Enum, of that name in a module that is loaded. No module is loaded for it, and nothing of it is called.

    Raises DamagedError.
    """
    module, _, inside = name.partition(":")
    found = getattr(sys.modules.get(module), inside, None)
    if isinstance(found, type) and issubclass(found, base) and len(getattr(found, "_fields", ())) == fields:
        return found
    raise DamagedError(name)
