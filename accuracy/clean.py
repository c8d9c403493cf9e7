"""Clean texts: generated reports without a defect, and those of accuracy/texts, written by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import count, islice
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus

GENERATED = 250
"""How many generated reports are measured; with the written ones they have about 600,000 characters."""

_TEXTS = Path(__file__).parent / "texts"
_YEAR = re.compile(r"(20[0-9]{2})年")
_HEADING = re.compile(r"^[ \u3000]*[一二三四五六七八九十]+、([^。\n]{2,45})$", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[^。\n]{8}。)(?=[\u4e00-\u9fff])")
_LISTED = re.compile(r"[一二三四五六七八九]是")
_OTHER_FORM = re.compile(r"20[0-9]{2} 年|^[ \u3000]*[一二]、[^\n]*第一责任人[^\n]*\n(?s:.*)^[ \u3000]*[二三]、[^\n]*(?:举措|成效|做法|开展情况|工作情况)", re.MULTILINE)
_NOT_PROSE = re.compile(r"^[ \u3000]*(?:[|#>*\-]|第[一二三四五六七八九十]+[章条])|\t")


class Clean(NamedTuple):
    """A text in which there is nothing to find."""

    name: str
    text: str
    year: int
    """The year that its title tells, or 0."""

    @property
    def generated(self) -> bool:
        """Is it a report out of benchmarks.corpus?"""
        return self.name[0].isdigit()

    @property
    def markdown(self) -> bool:
        """May it use the signs of Markdown?"""
        return self.name.endswith(".md")

    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines with their offsets, without line ends."""
        at = 0
        for line in self.text.split("\n"):
            yield at, line
            at += len(line) + 1

    @property
    def half(self) -> bool:
        """Does it report on half a year?"""
        return "半年" in self.text[:60]

    def sentence_starts(self, *, done: bool = False, plain: bool = False) -> list[int]:
        """Where a sentence of running text begins, with another one before it in its line, outside quotations.

        `done`: before the last section, which tells plans. `plain`: in lines that do not count 一是, 二是.
        """
        end = self.headings()[-1][0] if done and self.headings() else len(self.text)
        return [at for at, listed in _sentence_starts(self) if at < end and not (plain and listed)]

    def headings(self) -> list[tuple[int, int, str]]:
        """Start and end of the lines of level one (一、 …), with their words."""
        return [(m.start(), m.end(), m[1]) for m in _HEADING.finditer(self.text)]


@cache
def _sentence_starts(clean: Clean) -> list[tuple[int, bool]]:
    return [
        (at + m.start(), bool(_LISTED.search(line)))
        for at, line in clean.lines()
        if not _NOT_PROSE.search(line)
        for m in _SENTENCE.finditer(line)
        if line.count("“", 0, m.start()) == line.count("”", 0, m.start())
    ]


def clean(name: str, text: str) -> Clean:
    """The text with its year, read off its first lines."""
    year = _YEAR.search(text[:60])
    return Clean(name, text, int(year[1]) if year else 0)


def written() -> list[Clean]:
    """The texts written by hand, in the order of their names."""
    return [clean(path.name, path.read_text(encoding="utf-8")) for path in sorted(_TEXTS.iterdir())]


def generated(seed: int, number: int = GENERATED) -> list[Clean]:
    """The first `number` generated reports without a defect.

    Left out are those with a form that rules look for that are off by default: leadership first (S003), spaces in dates (T006).
    """
    samples = (corpus.report(seed * 1_000_000 + i) for i in count())
    return [clean(sample.name, sample.text) for sample in islice((s for s in samples if not s.defects and not _OTHER_FORM.search(s.text)), number)]
