"""Pairs of characters that give patterns away, looked for once for all rules.

A pattern that looks at every character of a text takes longer than all else that its rule does, and most find nothing. But
nearly each of them holds two certain characters side by side: 付费, 上传, 点击. One pass tells which of all these pairs stand
in a text, and a rule whose pairs do not has nothing to look for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLACE = re.compile(r"\[([^\]]+)\]|(\S)")
_RANGE = re.compile(r"(\S)-(\S)")


class Clues:
    """Pairs of characters of which one stands in whatever a pattern finds; see `Report.has` and `Report.places`.

    They are given as words of two characters, each a character or a ``[class]``: ``Clues("付费 [点浏]击")``. Of a longer
    word take the two that are rarest together, of two such the ones with the rarer last character: there the pass stops.
    """

    __slots__ = ("pairs",)

    def __init__(self, words: str) -> None:
        """Raises ValueError for a word that is not two characters or classes."""
        self.pairs = frozenset(pair for word in words.split() for pair in _pairs(word))
        _all.update(self.pairs)

    @classmethod
    def together(cls, several: Iterable[Clues]) -> Clues:
        """The clues of all of `several`."""
        clues = cls("")
        clues.pairs = frozenset[str]().union(*(some.pairs for some in several))
        return clues


def clues_in(text: str) -> frozenset[str]:
    """Those of the pairs of all `Clues` that stand in `text`."""
    global _pass, _compiled_for
    if _compiled_for != len(_all):
        first, last = ("".join(map(re.escape, sorted({pair[i] for pair in _all}))) for i in (0, 1))
        _pass, _compiled_for = re.compile(f"[{last}](?<=([{first}][{last}]))"), len(_all)
    found: set[str] = set()
    for start in range(0, len(text), _AT_ONCE):
        found.update(_pass.findall(text, start, start + _AT_ONCE))
    return frozenset(_all.intersection(found))


_all: set[str] = set()
_pass = re.compile("")
_compiled_for = 0
_AT_ONCE = 1 << 20
"""Characters of which the pairs are listed at one time: a bound on memory."""


def _pairs(word: str) -> list[str]:
    places = [_RANGE.sub(_between, m[1]) if m[1] else m[2] for m in _PLACE.finditer(word)]
    if len(places) != 2:
        raise ValueError(f"a clue is two characters, not {word}")
    return [first + last for first in places[0] for last in places[1]]


def _between(m: re.Match[str]) -> str:
    return "".join(map(chr, range(ord(m[1]), ord(m[2]) + 1)))
