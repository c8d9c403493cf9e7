"""The numbers that Word makes itself: 一、（一）1. stand in no run, only in the rules for lists.

Source: ECMA-376-1 clause 17.9 (numbering).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reportlint.readers.docx.names import integer, value, w

if TYPE_CHECKING:
    from lxml import etree

    from reportlint.readers.docx.styles import Styles

_DIGITS = "零一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
          (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


class Level(NamedTuple):
    """One level of a list: how its numbers count and look."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    """The number with its marks, ``（%1）``; ``%2`` stands for the number of the second level."""
    suffix: str = "tab"
    restart: int | None = None
    """The level, counting from 1, whose numbers let this one begin again; 0: none does; None: every higher one."""
    legal: bool = False
    """Whether all numbers in it are to be Arabic."""
    style: str = ""


class Numbering:
    """The lists of a document, counting along as paragraphs are read in order."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, Level]] = {}
        """By abstract list."""
        self._lists: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        """By list: its abstract list, levels of its own, starts of its own."""
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def label(self, properties: etree._Element | None, style: str) -> str:
        """The number before a paragraph with these properties and this style, with what parts it from the text; ``""`` without one."""
        found = self._list(properties, style)
        if found is None:
            return ""
        number, depth = found
        abstract, own, starts = self._lists[number]
        levels = {**self._levels.get(abstract, {}), **own}
        level = levels.get(depth)
        if level is None:
            return ""
        counts = self._counts[abstract]
        if depth in starts and (number, depth) not in self._begun:
            self._begun.add((number, depth))
            counts[depth] = starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for lower in [k for k in counts if k > depth]:
            restart = levels[lower].restart if lower in levels else None
            if restart is None or 0 < depth + 1 <= restart:
                del counts[lower]
        return self._written(level, levels, counts)

    def _written(self, level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
        if level.format == "bullet":
            return "• "
        text = level.text
        for k in range(9):
            sign = f"%{k + 1}"
            if sign in text:
                there = levels.get(k, Level())
                text = text.replace(sign, numeral(counts.get(k, there.start), "decimal" if level.legal else there.format))
        return text + " " if text and level.suffix != "nothing" and text[-1].isascii() else text

    def _list(self, properties: etree._Element | None, style: str) -> tuple[str, int] | None:
        """The list and level of a paragraph, by itself or by its style."""
        number, depth = _reference(properties)
        if number is None:
            number, styled = self._styles.list_of(style)
            if number is not None and depth is None:
                linked = self._level_of(number, style)
                depth = styled if linked is None else linked
        if number is None or number not in self._lists:
            return None  # 0 takes the number away
        return number, depth or 0

    def _level_of(self, number: str, style: str) -> int | None:
        """The level that is tied to a style of headings."""
        abstract, own, _ = self._lists.get(number, ("", {}, {}))
        levels = {**self._levels.get(abstract, {}), **own}
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def _read(self, root: etree._Element) -> None:
        linked: dict[str, str] = {}
        """The abstract lists that only point to a style of lists."""
        styled: dict[str, str] = {}
        """The abstract list behind each style of lists."""
        for abstract in root.findall(w("abstractNum")):
            name = abstract.get(w("abstractNumId"), "")
            self._levels[name] = {integer(level.get(w("ilvl")), 0): _level(level) for level in abstract.findall(w("lvl"))}
            if link := value(abstract, "numStyleLink"):
                linked[name] = link
            if link := value(abstract, "styleLink"):
                styled[link] = name
        for name, link in linked.items():
            if link in styled:
                self._levels[name] = self._levels[styled[link]]
        for number in root.findall(w("num")):
            own: dict[int, Level] = {}
            starts: dict[int, int] = {}
            for override in number.findall(w("lvlOverride")):
                depth = integer(override.get(w("ilvl")), 0)
                level = override.find(w("lvl"))
                if level is not None:
                    own[depth] = _level(level)
                start = value(override, "startOverride")
                if start:
                    starts[depth] = integer(start, 1)
            self._lists[number.get(w("numId"), "")] = (value(number, "abstractNumId"), own, starts)


def _reference(properties: etree._Element | None) -> tuple[str | None, int | None]:
    """The list and level that the properties of a paragraph or style name."""
    reference = properties.find(w("numPr")) if properties is not None else None
    if reference is None:
        return None, None
    depth = value(reference, "ilvl")
    return value(reference, "numId") or None, integer(depth, 0) if depth else None


def _level(level: etree._Element) -> Level:
    restart = value(level, "lvlRestart")
    legal = level.find(w("isLgl"))
    return Level(
        integer(value(level, "start"), 1),
        value(level, "numFmt") or "decimal",
        value(level, "lvlText"),
        value(level, "suff") or "tab",
        integer(restart, 0) if restart else None,
        legal is not None and legal.get(w("val")) not in {"0", "false", "off"},
        value(level, "pStyle"),
    )


def numeral(number: int, format_: str) -> str:
    """`number` as Word writes it in one of its formats; formats of other scripts become Arabic."""
    if format_ in _CHINESE:
        return chinese(number)
    if format_ in {"ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital"}:
        return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))
    if format_ in {"chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"}:
        return chinese(number, _FORMAL, "拾佰仟")
    if format_ == "ideographTraditional":
        return _STEMS[(number - 1) % 10]
    if format_ == "ideographZodiac":
        return _BRANCHES[(number - 1) % 12]
    if format_ in {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"} and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if format_ == "ideographEnclosedCircle" and 1 <= number <= 10:
        return chr(ord("㊀") + number - 1)
    if format_ == "decimalEnclosedParen" and 1 <= number <= 20:
        return chr(ord("⑴") + number - 1)
    if format_ == "decimalEnclosedFullstop" and 1 <= number <= 20:
        return chr(ord("⒈") + number - 1)
    if format_ == "decimalZero":
        return f"{number:02}"
    if format_ in {"upperRoman", "lowerRoman"} and 0 < number < 4000:
        return _roman(number) if format_ == "upperRoman" else _roman(number).lower()
    if format_ in {"upperLetter", "lowerLetter"} and number > 0:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if format_ == "upperLetter" else letter.lower()
    return "" if format_ in {"none", "bullet"} else str(number)


_CHINESE = frozenset({
    "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting", "koreanCounting",
})  # fmt: skip


def chinese(number: int, digits: str = _DIGITS, units: str = "十百千") -> str:
    """A number from 0 to 9999 in words: 十二, 一百零五; a larger one in figures."""
    if not 0 <= number < 10_000:
        return str(number)
    words, gap = "", False
    for place, digit in zip(range(3, -1, -1), map(int, f"{number:04}"), strict=True):
        if not digit:
            gap = bool(words)
            continue
        words += (digits[0] if gap else "") + digits[digit] + (units[place - 1] if place else "")
        gap = False
    words = words or digits[0]
    return words[1:] if 10 <= number < 20 and digits is _DIGITS else words


def _roman(number: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        written += sign * (number // worth)
        number %= worth
    return written
