"""What injectors give, and what they share: places, wordings, replacements."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from accuracy.clean import Clean
from accuracy.injectors.words import WORDS

OPEN, CLOSE = "⟦", "⟧"
_SLOT = re.compile(r"\{([^{}]+)\}")
_NUMBERS = re.compile(r"([0-9]+)-([0-9]+)")


class Defect(NamedTuple):
    """A text with one defect in it."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()
    """Where the defect stands, in code points: a finding on any of them hits it. Empty: the whole text."""
    also: tuple[str, ...] = ()
    """Other rules that may tell the same defect, or what follows from it."""
    part: str = ""
    """The part that is missing."""
    made: bool = False
    """Whether the whole text was made for the defect."""


Injector = Callable[[Clean, Random], Defect | None]
"""Gives None where the text has no place for the defect."""

INJECTORS: dict[str, Injector] = {}


def injects(code: str) -> Callable[[Injector], Injector]:
    """Register the injector of the class `code`."""

    def register(injector: Injector) -> Injector:
        INJECTORS[code] = injector
        return injector

    return register


def say(template: str, rng: Random) -> str:
    """`template` with its slots filled: {3-90} a number, {a|b} one of these, {name} one of WORDS; innermost slots first."""
    while slot := _SLOT.search(template):
        numbers = _NUMBERS.fullmatch(slot[1])
        if numbers:
            words = str(rng.randint(int(numbers[1]), int(numbers[2])))
        else:
            words = rng.choice(WORDS[slot[1]] if slot[1] in WORDS else slot[1].split("|"))
        template = template[: slot.start()] + words + template[slot.end() :]
    return template


def replaced(text: str, start: int, end: int, piece: str, also: tuple[str, ...] = ()) -> Defect:
    """`text` with `piece` in place of a range; what `piece` has in ⟦⟧ is the defect, or all of it."""
    if OPEN not in piece:
        piece = OPEN + piece + CLOSE
    plain, spans, opened = "", [], 0
    for c in piece:
        if c == OPEN:
            opened = len(plain)
        elif c == CLOSE:
            spans.append((start + opened, start + len(plain)))
        else:
            plain += c
    return Defect(text[:start] + plain + text[end:], tuple(spans), also)


def sentence(
    clean: Clean, rng: Random, templates: Sequence[str], also: tuple[str, ...] = (), *, done: bool = False, plain: bool = False
) -> Defect | None:
    """One of `templates` as a sentence of its own in the running text; for `done` and `plain` see `Clean.sentence_starts`."""
    starts = clean.sentence_starts(done=done, plain=plain)
    if not starts:
        return None
    at = rng.choice(starts)
    words = say(rng.choice(templates), rng)
    if clean.half and words.startswith("全年"):
        words = "上半年" + words[2:]
    return replaced(clean.text, at, at, words, also)


def line(clean: Clean, rng: Random, templates: Sequence[str], also: tuple[str, ...] = ()) -> Defect | None:
    """One of `templates` as a line of its own before a paragraph that begins after a full stop."""
    places = [m.start() + 1 for m in re.finditer(r"。\n(?=[\u3000\n]*[（一二三四五\u4e00-\u9fff])", clean.text)]
    if not places:
        return None
    at = rng.choice(places) + 1
    return replaced(clean.text, at, at, say(rng.choice(templates), rng) + "\n", also)


def over(clean: Clean, rng: Random, pattern: str, pieces: Callable[[re.Match[str]], str]) -> Defect | None:
    """Another piece in place of a random match of `pattern` in running text (not in tables)."""
    found = [m for m in re.finditer(pattern, clean.text, re.MULTILINE) if not _in_table(clean.text, m.start())]
    if not found:
        return None
    match = rng.choice(found)
    return replaced(clean.text, match.start(), match.end(), pieces(match))


def _in_table(text: str, at: int) -> bool:
    row = text[text.rfind("\n", 0, at) + 1 : at]
    return "|" in row or "\t" in row
