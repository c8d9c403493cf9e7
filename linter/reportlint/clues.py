"""Pairs of characters that give patterns away, looked for once for all rules.

A pattern that looks at every character of a text takes longer than all else that its rule does, and most find nothing. But
nearly each of them holds two certain characters side by side: 付费, 上传, 点击. One pass tells which of all these pairs stand
in a text, and a rule whose pairs do not has nothing to look for.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reportlint.text import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLACE = re.compile(r"\[([^\]]+)\]|(\S)")
_RANGE = re.compile(r"(\S)-(\S)")


class Clues:
    """Pairs of characters of which one stands in whatever a pattern finds; see `Report.has` and `Report.places`.

    They are given as words of two characters, each a character or a ``[class]``: ``Clues("付费 [点浏]击")``. Of a longer
    word take the two that are rarest together; the pass stops at the rarer one of them.
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

    @staticmethod
    def count() -> int:
        """How many pairs there are in all so far."""
        return len(_all)


def clues_in(text: str) -> frozenset[str]:
    """Those of the pairs of all `Clues` that stand in `text`."""
    ends, begins = _patterns(len(_all))
    found: set[str] = set()
    for start in range(0, len(text), _AT_ONCE):
        end = start + _AT_ONCE
        found.update(ends.findall(text, start, end))
        found.update(begins.findall(text, start, end))
        found.add(text[end - 1 : end + 1])
    return frozenset(_all.intersection(found))


@lru_cache(1)
def _patterns(_count: int) -> tuple[LazyPattern, LazyPattern]:
    """What finds the pairs, of which there are `_count` now, by the last character and by the first: by the rarer one.

    A pair found by its first character ends with a common one, with which no other such pair begins: it may be taken as a whole.
    """
    by_first = {pair for pair in _all if pair[0] not in _COMMON and pair[1] in _COMMON}
    (a, b), (c, d) = (
        ["".join(map(re.escape, sorted({pair[i] for pair in some}))) or "\0" for i in (0, 1)] for some in (_all - by_first, by_first)
    )
    return LazyPattern(f"[{b}](?<=([{a}][{b}]))"), LazyPattern(f"[{c}][{d}]")


_all: set[str] = set()
_AT_ONCE = 1 << 20
"""Characters of which the pairs are listed at one time: a bound on memory."""
_COMMON = (
    "，。、的\n业建\u3000法全1和0设区化新2大政“”工展实一发人进推行中动务加项作制国年力理成开等产市3体5生公重高强是治会提改个合度深地4持民不资保有学城平要部规"
    "管对增在服事办创用企文6机上完主能家施点社为以.经件入造8基面出水目定心7%9现程好量三质科场（）通安次快环育府应范系执性升立级分技落方与关领信革策责各共 案监到坚专标时优效"
)
"""The characters that reports have most of."""


def _pairs(word: str) -> list[str]:
    places = [_RANGE.sub(_between, m[1]) if m[1] else m[2] for m in _PLACE.finditer(word)]
    if len(places) != 2:
        raise ValueError(f"a clue is two characters, not {word}")
    return [first + last for first in places[0] for last in places[1]]


def _between(m: re.Match[str]) -> str:
    return "".join(map(chr, range(ord(m[1]), ord(m[2]) + 1)))
