"""Check the tables of a TOML file key by key: what is unknown, missing or not what its key expects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reportlint.errors import guess
from reportlint.places import Fault, Path
from reportlint.text import Bilingual


class Expected(NamedTuple):
    """What the value of a key must be."""

    what: Bilingual
    fits: Callable[[object], bool]


def wrong(table: object, known: Mapping[str, Expected], path: Path = (), needed: Sequence[str] = ()) -> Iterator[Fault]:
    """What is wrong in `table`, which stands at `path`: keys that are not `known`, values that do not fit, `needed` ones missing."""
    if not isinstance(table, Mapping):
        yield Fault(path, Bilingual("应为表", "expected a table"))
        return
    for key in needed:
        if key not in table:
            yield Fault(path, Bilingual(f"缺少 {key}：{known[key].what.zh}", f"{key} is missing: {known[key].what.en}"))
    for key, value in table.items():
        expected = known.get(key)
        if expected is None:
            listed = ", ".join(known)
            rest = guess(key, known, Bilingual(f"，可用：{listed}", f", there are: {listed}"))
            yield Fault((*path, key), Bilingual(f"没有这一项{rest.zh}", f"no such key{rest.en}"))
        elif not expected.fits(value):
            yield Fault((*path, key), Bilingual(f"应为{expected.what.zh}", f"expected {expected.what.en}"))


def one_of(*choices: str) -> Expected:
    """One of `choices`."""
    return Expected(Bilingual(f" {'、'.join(choices)} 之一", f"one of {', '.join(choices)}"), lambda value: value in choices)


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _both(value: object) -> bool:
    return isinstance(value, Mapping) and all(isinstance(value.get(language), str) for language in ("zh", "en"))


def _strings(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(item, str) and item for item in value)


FLAG = Expected(Bilingual(" true 或 false", "true or false"), lambda value: isinstance(value, bool))
NUMBER = Expected(Bilingual("整数", "an integer"), _whole)
LEVEL = one_of("error", "warning", "info")
TABLE = Expected(Bilingual("表", "a table"), lambda value: isinstance(value, Mapping))
BOTH = Expected(Bilingual('表 { zh = "…", en = "…" }', 'a table { zh = "…", en = "…" }'), _both)
NAMES = Expected(Bilingual('名称的数组，如 ["…"]', 'an array of names, such as ["…"]'), _strings)
WORDS = Expected(Bilingual('词语的数组，如 ["…"]', 'an array of words, such as ["…"]'), _strings)
PATTERNS = Expected(
    Bilingual("正则表达式的数组，如 ['…']", "an array of patterns, such as ['…']"), lambda value: isinstance(value, str) or _strings(value)
)
