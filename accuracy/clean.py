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
_AHEAD = re.compile("问题|不足|短板|打算|安排|思路|计划|下一?步")
_LISTED = re.compile(r"[一二三四五六七八九]是")
_OTHER_FORM = re.compile(
    r"20[0-9]{2} 年|^[ \u3000]*[一二]、[^\n]*第一责任人[^\n]*\n(?s:.*)^[ \u3000]*[二三]、[^\n]*(?:举措|成效|做法|开展情况|工作情况)",
    re.MULTILINE,
)
_NOT_PROSE = re.compile(r"^[ \u3000]*(?:[|#>*\-]|第[一二三四五六七八九十]+[章条])|\t")


class Clean(NamedTuple):
    """A text in which there is nothing to find."""

    name: str
    text: str
    year: int
    """The year that its title tells, or 0."""

    @property
    def generated(self) -> bool:
        """Whether it comes out of benchmarks.corpus."""
        return self.name[0].isdigit()

    @property
    def markdown(self) -> bool:
        """Whether signs of Markdown are no defects in it."""
        return self.name.endswith(".md")

    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines with their offsets, without line ends."""
        at = 0
        for line in self.text.split("\n"):
            yield at, line
            at += len(line) + 1

    @property
    def half(self) -> bool:
        """Whether it reports on half a year."""
        return "半年" in self.text[:60]

    def sentence_starts(self, *, done: bool = False, plain: bool = False) -> list[int]:
        """Where a sentence of running text begins, with another one before it in its line, outside quotations.

        `done`: in the sections that tell what was done. `plain`: in lines that do not count 一是, 二是.
        """
        return [at for at, listed in _sentence_starts(self) if not (plain and listed) and not (done and self._ahead(at))]

    def _ahead(self, at: int) -> bool:
        """Whether the section of `at` tells problems or plans."""
        above = [words for start, _, words in self.headings() if start < at]
        return not above or bool(_AHEAD.search(above[-1]))

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
    """The text with its year, read off its title: of generated texts it may have two lines."""
    year = _YEAR.search(text[:60] if name[0].isdigit() else text[: text.find("\n")])
    return Clean(name, text, int(year[1]) if year else 0)


def written() -> list[Clean]:
    """The texts written by hand, in the order of their names."""
    return [clean(path.name, path.read_text(encoding="utf-8")) for path in sorted(_TEXTS.iterdir())]


def generated(seed: int, number: int = GENERATED) -> list[Clean]:
    """The first `number` generated reports without a defect.

    Left out are those with a form that rules look for that are off by default: leadership first (S003), spaces in dates (T006).
    """
    samples = (corpus.report(seed * 1_000_000 + i) for i in count())
    return [
        clean(sample.name, sample.text)
        for sample in islice((s for s in samples if not s.defects and not _OTHER_FORM.search(s.text)), number)
    ]
