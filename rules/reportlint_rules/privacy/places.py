"""Names of cities and counties, full (佛冈县) and short (佛冈), and where they stand in a text.

A name is found by its last character: at each 县, 市, 区 … the characters in front are looked up in a set. That needs no
pattern of 3,000 names and costs what finding the last characters costs.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reportlint import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint import Report

_LAST = LazyPattern(r"[县区旗盟州市](?!(?<=市)[场值面价容]|(?<=区)[间块划分别]|(?<=旗)[帜舰下])")
_SUFFIX = LazyPattern(r"(?:自治[州县旗]|地区|林区|特区|矿区|新区|[省市县区旗盟])\Z")
_PEOPLES = (
    "蒙古族|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族"
    "|柯尔克孜|土族|达斡尔族?|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族?|阿昌族|普米族|塔吉克|怒族|乌孜别克|鄂温克族?|德昂族|保安族|裕固族|京族|独龙族|鄂伦春|门巴族|珞巴族|基诺族|蒙古|各族"
)
_PEOPLE = LazyPattern(rf"(?<=[\u4e00-\u9fff]{{2}})(?:{_PEOPLES})+\Z")
_SHORTEST, _LONGEST = 3, 16
"""Characters of a full name."""

_VAGUE = frozenset((
    "市中区", "市北区", "市南区", "城中区", "城东区", "城西区", "城北区", "城关区",
    "新城区", "老城区", "新市区", "新建区", "应城市", "中山区",
))  # fmt: skip
"""Full names that mean any such district."""


class Places(NamedTuple):
    """The names in the packaged list."""

    full: frozenset[str]
    """Cities and counties: 佛冈县."""
    counties: frozenset[str]
    """Short names of counties that are no other words: 佛冈."""
    cities: frozenset[str]
    """Short names of cities above them."""
    others: frozenset[str]
    """Short names that are words too, and full names of two characters: to be told from words by what stands around them."""
    provinces: frozenset[str]
    """Full and short names of provinces, and of the cities directly under the central government."""


@cache
def places(own: tuple[str, ...] = ()) -> Places:
    """The packaged names and `own` ones, full as 佛冈县, read when the first masked text comes by."""
    provinces, cities, counties = (line.split() for line in _data("places.txt").splitlines())
    counties += own
    told, phrases = (frozenset(block.split()) for block in _data("place_words.txt").split("\n\n"))
    words = told | phrases
    tops = frozenset((*provinces, *(name[:3] if name[:3] in ("内蒙古", "黑龙江") else name[:2] for name in provinces)))
    full = frozenset(name for name in (*cities, *counties) if len(name) >= _SHORTEST) - _VAGUE - tops
    short, above = _short(counties) - tops, _short(cities) - tops
    tiny = frozenset(name for name in counties if len(name) < _SHORTEST)
    return Places(full, short - above - words, above - words, ((short | above) & words) - phrases | tiny, tops)


def _data(name: str) -> str:
    """The file `name` beside this module, without its comments."""
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        text = file.read()
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))


def _short(names: list[str]) -> frozenset[str]:
    """佛冈 for 佛冈县, 恩施 for 恩施土家族苗族自治州; none where one character would be left."""
    stems = (_PEOPLE.sub("", _SUFFIX.sub("", name)) for name in names)
    return frozenset(stem for stem in stems if len(stem) >= 2)


def places_of(report: Report) -> Places:
    """The names that hold for a report: the packaged ones and ``facts.places`` of the configuration."""
    own = report.facts.get("places", ())
    return places(tuple(map(str, own)) if isinstance(own, list) else ())


def full_names(text: str, known: frozenset[str], start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where the full names `known` stand between `start` and `end`, the longest at each last character."""
    for m in _LAST.finditer(text, start, len(text) if end is None else end):
        stop = m.start() + 1
        for begin in range(max(start, stop - _LONGEST), stop - _SHORTEST + 1):
            if text[begin:stop] in known:
                yield begin, stop
                break


@cache
def _heads(names: frozenset[str]) -> frozenset[str]:
    """The first two characters of each name: most of what is asked for is none, and this tells it at once."""
    return frozenset(name[:2] for name in names)


@cache
def tails(names: frozenset[str]) -> frozenset[str]:
    """The last two characters of each name."""
    return frozenset(name[-2:] for name in names)


def short_name(text: str, at: int, *names: frozenset[str]) -> int:
    """Where the name ends that begins at `at` and is in one of the sets `names`; 0 without one."""
    if not any(text[at : at + 2] in _heads(known) for known in names):
        return 0
    for width in range(8, 1, -1):
        piece = text[at : at + width]
        if len(piece) == width and any(piece in known for known in names):
            return at + width
    return 0
