"""Rules that the configuration silences in one section of a report: ``"报告.txt#二/（三）" = ["P"]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.text import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL = LazyPattern(
    r"(第[一二三四五六七八九十百0-9]+(?:部分|章|篇|编)|[（(][一二三四五六七八九十百0-9]+[）)]|[①-⑳]|[一二三四五六七八九十百0-9]+(?=[、．.：:）)]))[、．.，,：:）)\s]*"
)
_MARKS = str.maketrans("", "", "（）()、．.，,：:第章篇编部分 \u3000")
_HALF = str.maketrans("（）：，．", "():,.")


class SectionIgnore(NamedTuple):
    """Rules that are silent in a section."""

    address: tuple[str, ...]
    """The headings from the top level down, each by its number (``二``, ``（三）``), its words, or a pattern of them (``*问题*``)."""
    rules: tuple[str, ...]
    origin: str
    """As it stands in the configuration."""

    def holds(self, headings: Sequence[str]) -> bool:
        """Whether a place under these `headings`, outermost first and with their numbers, lies in the section."""
        return len(headings) >= len(self.address) and all(map(_means, self.address, headings))


def split_address(pattern: str) -> tuple[str, tuple[str, ...]]:
    r"""A key of per-file ignores as path pattern and headings; ``\#`` in a path is no address."""
    at = pattern.find("#")
    while at > 0 and pattern[at - 1] == "\\":
        at = pattern.find("#", at + 1)
    if at <= 0:
        return pattern, ()
    return pattern[:at], tuple(step.strip() for step in pattern[at + 1 :].split("/") if step.strip())


def _means(step: str, heading: str) -> bool:
    """Whether `step` of an address means `heading`."""
    from fnmatch import fnmatchcase  # for those who have such an address

    heading = "".join(heading.split())
    step = "".join(step.split())
    found = _LABEL.match(heading)
    label, words = (found[1], heading[found.end() :]) if found else ("", heading)
    if fnmatchcase(words, step) or fnmatchcase(heading.translate(_HALF), step.translate(_HALF)):
        return True
    if not label or step.translate(_MARKS) != label.translate(_MARKS):
        return False
    return ("（" in label or "(" in label) or not ("（" in step or "(" in step)
