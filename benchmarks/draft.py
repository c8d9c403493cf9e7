"""One generated report in the making: what it is about, its sections and sentences, and the defects put into it.

A defect is marked in the text by a private-use character before it, which stays where it is while sentences are
shuffled and lines wrapped; `Draft.settle` turns these marks into lines and takes them out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.layout import HEADING, MARK, SIGNATURE, TITLE, Paragraph

RATES = {
    "masked": 0.12,  # the whole report: XX, xx, ** or 某某 for its place, some figures and its date
    "missing-section": 0.067,  # annual reports only: 5 % of all
    "nested-section": 0.12,
    "paid-marker": 0.03,
    "cms-marker": 0.015,
    "site-residue": 0.02,
    "duplicate-figure": 0.04,
    "heading-numbering": 0.03,
    "enumeration-gap": 0.03,
    "impossible-date": 0.02,
    "inconsistent-year": 0.02,
    "plan-year": 0.02,
    "year-range": 0.015,
    "template-slot": 0.02,
    "empty-section": 0.015,
    "missing-title": 0.03,
    "truncated-text": 0.02,
}
"""How often each defect is put into a report, where the report has room for it (a summary has no leadership part)."""

RUN_IN = 0.35
"""Share of reports whose subsections run in: （一）heading。text."""

_PHRASES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text(encoding="utf-8"))
_NUMERALS = "零一二三四五六七八九十"
_SLOT = re.compile(r"\{([^{}]+)\}")
_FIGURE = re.compile(r"([0-9]+)(\.[0-9]+)?-([0-9]+)(?:\.[0-9]+)?")
_DEFECTIVE = re.compile(r"⟦(.*?)⟧")
_MARKS = re.compile("[\ue000-\uefff]")
_PARTS = ("measures", "problems", "leadership", "plan")
_SENTENCES = ("duplicate-figure", "impossible-date", "year-range", "template-slot", "paid-marker")
_LINES = ("cms-marker", "site-residue")
_MASKED_FIGURES = {"XX": "X", "xx": "x", "**": "**"}
_MASKED_DATES = {"XX": "20XX年X月X日", "xx": "20xx年x月x日", "**": "20**年*月*日", "某某": "20XX年X月X日"}


class Defect(NamedTuple):
    """A defect put into a report: the rule that should find it, and the characters, up to white space."""

    rule: str
    text: str = ""
    """Empty when something is missing from the whole report."""
    line: int = 0
    """Where `text` starts, counting from 1; 0 for the whole report."""
    part: str = ""
    """Which part is missing."""


class _Passage:
    """The text under one heading while it grows: sentences used, and those left to use."""

    def __init__(self, heading: str, texts: Iterable[str], items: Iterable[str] = (), *, enumerated: bool = False) -> None:
        self.heading = heading
        self.left = list(texts)
        self.items = list(items)
        self.enumerated = enumerated
        self.sentences: list[str] = []


class _Section(NamedTuple):
    part: str
    heading: str
    passages: list[_Passage]


class Draft:
    """One report in the making: its facts, and the defects marked so far."""

    def __init__(self, seed: int, size: int | None) -> None:
        self.rng = rng = Random(seed)
        self.size = size or min(max(int(rng.lognormvariate(8.748, 0.31)), 3_250), 15_400)
        self.wanted = {rule for rule, rate in RATES.items() if rng.random() < rate}
        self.annual = rng.random() < 0.75
        self.defects: list[Defect] = []
        self.figures: set[str] = set()
        self.mask = rng.choices(("XX", "xx", "**", "某某"), (45, 20, 20, 15))[0] if "masked" in self.wanted else ""
        self.words: dict[str, list[str]] = dict(_PHRASES["words"])
        self.facts = self._facts()

    def _facts(self) -> dict[str, str]:
        rng = self.rng
        body = rng.choice(_PHRASES["bodies"])
        half = not self.annual and rng.random() < 0.4
        year = rng.randint(2022 if half else 2021, 2025)
        level = rng.choice("区县市")
        self.words["law"] = body["laws"]
        self.level = level
        return {
            "body": body["name"], "we": body["we"], "field": body["field"], "object": body["object"], "matter": body["matter"],
            "place": rng.choice(_PHRASES["places"]["first"]) + rng.choice(_PHRASES["places"]["second"]) + level,
            "year": str(year), "title_year": str(year), "next": str(year + 1), "wrong": str(year - 2),
            "higher": f"{level}委、{level}政府", "thought": "习近平法治思想",
            "congress": "党的二十大" if year > 2022 or (year == 2022 and not half) else "党的十九大",
            "period": "上半年" if half else "全年", "half": "上半年" if half else "",
            "thisyear": "今年以来" if half else "一年来", "after": "下半年" if half else f"{year + 1}年",
            "period_ahead": "全年" if half else "年度", "figure": f"{rng.randint(12, 980)}.{rng.randint(11, 99)}",
        }  # fmt: skip

    def mark(self, rule: str, text: str, part: str = "") -> str:
        """`text`, to be found again as a defect."""
        self.defects.append(Defect(rule, text, part=part))
        return chr(MARK + len(self.defects) - 1) + text

    def say(self, template: str, rule: str = "") -> str:
        """`template` with its slots filled; what it has in ⟦⟧ is a defect found by `rule`."""
        while "{" in template:
            template = _SLOT.sub(lambda slot: self._fill(slot[1]), template)
        return _DEFECTIVE.sub(lambda m: self.mark(rule, m[1]), template) if rule else template

    def _fill(self, slot: str) -> str:
        figure = _FIGURE.fullmatch(slot)
        if figure:
            return self._figure(int(figure[1]), int(figure[3]), "." in slot)
        if slot == "issuer":
            return "{place}{body}"
        if self.mask and slot in ("place", "congress", "thought"):
            return self._masked(slot)
        if slot in self.facts:
            return self.facts[slot]
        return self.rng.choice(self.words[slot] if slot in self.words else slot.split("|"))

    def _figure(self, low: int, high: int, point: bool) -> str:
        """A figure; one of three digits or more stands only once in a report, lest it look like a repetition."""
        rng = self.rng
        if self.mask in _MASKED_FIGURES and rng.random() < 0.06:
            return self.mark("masked-figure", _MASKED_FIGURES[self.mask])
        while True:
            figure = f"{rng.randint(low, high)}.{rng.randint(1, 9)}" if point else str(rng.randint(low, high))
            if len(figure) < 3 or figure == "100" or figure not in self.figures:
                self.figures.add(figure)
                return figure

    def _masked(self, slot: str) -> str:
        if slot == "place":
            return self.mark("anonymous-issuer" if self.mask == "某某" else "placeholder-mask", self.mask) + self.level
        fact = self.facts[slot]
        if self.mask != "XX" or self.rng.random() < 0.7:
            return fact
        return self.mark("damaged-phrase", fact.replace("二十", "XX").replace("十九", "XX").replace("习近平", "XXX"))

    # -- composition

    def compose(self) -> list[Paragraph]:
        """The paragraphs of the report, marks still in them."""
        kind = _PHRASES["annual" if self.annual else "summary"]
        title = self.say(self.rng.choice(kind["titles"]))
        head = [Paragraph(self.say(self.rng.choice(kind["openings"])))]
        if "missing-title" in self.wanted:
            self.defects.append(Defect("missing-title"))
        else:
            head.insert(0, Paragraph(title, TITLE))
        sections = self._sections(kind)
        self._fill_up(sections, head)
        body = self._body(sections)
        self._add_lines(body)
        tail = [] if self._truncate(body) else self._signature()
        return head + body + tail

    def _sections(self, kind: dict[str, Any]) -> list[_Section]:
        names = [name for name in _PARTS if name in kind["headings"]]
        if self.annual and self.rng.random() < 0.3:
            names.remove("leadership")
            names.insert(0, "leadership")
        if self.annual and "missing-section" in self.wanted:
            missing = self.rng.choice(("problems", "leadership", "plan"))
            names.remove(missing)
            self.defects.append(Defect("missing-section", part=missing))
        nested = "nested-section" in self.wanted and "leadership" in names
        if nested:
            names.remove("leadership")
        if self.annual and self.rng.random() < 0.25:
            names.append("other")
        return [self._section(name, kind, nested=nested) for name in names]

    def _section(self, name: str, kind: dict[str, Any], *, nested: bool) -> _Section:
        rng = self.rng
        heading = self._heading(name, kind)
        if name == "measures":
            themes = rng.sample([t for t in _PHRASES["themes"] if ("annual" if self.annual else "summary") in t["kinds"]],
                                min(max(self.size // 1_250, 2), 13))  # fmt: skip
            passages = [_Passage(self.say(rng.choice(t["headings"])), self._shuffled(t["texts"]), self._shuffled(t["items"]),
                                 enumerated=rng.random() < 0.5) for t in themes]  # fmt: skip
            if nested:
                words = self.mark("nested-section", rng.choice(kind["headings"]["leadership"]), "leadership")
                passages.append(_Passage(words, self._shuffled(kind["texts"]["leadership"])))
            return _Section(name, heading, passages)
        texts = self._shuffled(kind["texts"][name])
        return _Section(name, heading, [_Passage("", texts, enumerated=name == "problems" or (name == "plan" and rng.random() < 0.5))])

    def _heading(self, name: str, kind: dict[str, Any]) -> str:
        if name == "measures" and "inconsistent-year" in self.wanted:
            return self.say("⟦{wrong}年⟧度工作开展情况", "inconsistent-year")
        if name == "plan" and "plan-year" in self.wanted:
            return self.say("⟦{wrong}年⟧度工作打算", "plan-year")
        return self.say(self.rng.choice(kind["headings"][name]))

    def _shuffled(self, texts: list[str]) -> list[str]:
        return self.rng.sample(texts, len(texts))

    def _fill_up(self, sections: list[_Section], head: list[Paragraph]) -> None:
        """Two sentences for each passage, then more here and there until the report has its size."""
        measures = next(section for section in sections if section.part == "measures")
        for rule in _SENTENCES:
            if rule in self.wanted:
                template = self.rng.choice(_PHRASES["defects"][rule])
                self.rng.choice(measures.passages).sentences.append(self.say(template, rule))
        passages = [passage for section in sections for passage in section.passages]
        bytes_ = sum(len(p.text.encode()) for p in head) + 100 + 60 * len(passages)  # what headings and signature add
        for passage in [*passages, *passages]:
            bytes_ += self._grow(passage)
        while bytes_ < self.size:
            growing = [passage for passage in passages if passage.left]
            if not growing:
                break
            bytes_ += self._grow(self.rng.choice(growing))

    def _grow(self, passage: _Passage) -> int:
        if not passage.left:
            return 0
        sentence = self.say(passage.left.pop())
        passage.sentences.insert(self.rng.randint(0, len(passage.sentences)), sentence)
        return len(sentence.encode()) + (9 if passage.enumerated else 0)

    def _body(self, sections: list[_Section]) -> list[Paragraph]:
        run_in = self.rng.random() < RUN_IN
        paragraphs: list[Paragraph] = []
        for number, section in enumerate(sections, 1):
            paragraphs.append(Paragraph(f"{_NUMERALS[number]}、{section.heading}", HEADING))
            if section.part == "measures":
                paragraphs.extend(self._subsections(section, run_in=run_in))
            elif section.part == "other" and "empty-section" in self.wanted:
                heading = paragraphs.pop().text
                paragraphs.append(Paragraph(self.mark("empty-section", heading), HEADING))
            else:
                paragraphs.extend(self._prose(section.passages[0]))
            if section.part == "problems" and self.annual and self.rng.random() < 0.6:
                paragraphs.append(Paragraph(self.say(self.rng.choice(_PHRASES["annual"]["texts"]["remedies"]))))
        return paragraphs

    def _subsections(self, section: _Section, *, run_in: bool) -> Iterator[Paragraph]:
        skipped = self.rng.randint(2, len(section.passages) - 1) if "heading-numbering" in self.wanted and len(section.passages) > 2 else 0
        for number, passage in enumerate(section.passages, 1):
            label = f"（{_numeral(number + 1 if 0 < skipped <= number else number)}）"
            if number == skipped:
                label = self.mark("heading-numbering", label)
            prose = self._prose(passage)
            if run_in:
                yield Paragraph(f"{label}{passage.heading}。{prose[0].text}")
                yield from prose[1:]
            else:
                yield Paragraph(label + passage.heading, HEADING)
                yield from prose

    def _prose(self, passage: _Passage) -> list[Paragraph]:
        sentences = passage.sentences
        if passage.enumerated and len(sentences) > 1:
            return [Paragraph(self._enumeration(sentences, passage.items))]
        if len(sentences) > 5:
            middle = len(sentences) // 2
            return [Paragraph("".join(sentences[:middle])), Paragraph("".join(sentences[middle:]))]
        return [Paragraph("".join(sentences))]

    def _enumeration(self, sentences: list[str], items: list[str]) -> str:
        """一是 … 二是 …, each with one of `items` or, where there are none, with its sentence."""
        count = min(len(sentences), len(items) or 6)
        gap = count > 2 and "enumeration-gap" in self.wanted
        self.wanted -= {"enumeration-gap"} if gap else set()
        text = ""
        for i in range(count):
            label = f"{_NUMERALS[i + 2 if gap and i == count - 1 else i + 1]}是"
            if gap and i == count - 1:
                label = self.mark("enumeration-gap", label)
            text += label + (f"{items[i]}。" if items else "") + "".join(sentences[i::count])
        return text

    def _add_lines(self, body: list[Paragraph]) -> None:
        for rule in _LINES:
            if rule in self.wanted:
                line = Paragraph(self.say(self.rng.choice(_PHRASES["defects"][rule]), rule))
                body.insert(self.rng.randint(1, len(body) - 1), line)

    def _truncate(self, body: list[Paragraph]) -> bool:
        """Cut the last paragraph inside a sentence."""
        text = body[-1].text
        middle = len(text) // 2
        if "truncated-text" not in self.wanted or body[-1].role == HEADING or middle < 60 or _MARKS.search(text, middle - 30):
            return False
        text = text[: self.rng.randint(middle, len(text) - 20)].rstrip("，。、；：“《（0123456789.")
        body[-1] = Paragraph(text[:-4] + self.mark("truncated-text", text[-4:]))
        return True

    def _signature(self) -> list[Paragraph]:
        if self.rng.random() < 0.4:
            return []
        month, day = self.rng.randint(1, 3), self.rng.randint(1, 28)
        date = f"{int(self.facts['year']) + 1}年{month}月{day}日"
        if self.facts["half"]:
            date = f"{self.facts['year']}年7月{day}日"
        if self.mask and self.rng.random() < 0.4:
            date = self.mark("masked-date", _MASKED_DATES[self.mask])
        return [Paragraph(self.say("{issuer}"), SIGNATURE), Paragraph(date, SIGNATURE)]

    def settle(self, laid_out: str) -> tuple[str, tuple[Defect, ...]]:
        """The text without marks, and the defects that are really in it, in its order, with their lines."""
        whole = [defect for defect in self.defects if not defect.text]
        placed = [self.defects[ord(m[0]) - MARK]._replace(line=laid_out.count("\n", 0, m.start()) + 1) for m in _MARKS.finditer(laid_out)]
        return _MARKS.sub("", laid_out), (*whole, *placed)


def _numeral(number: int) -> str:
    return _NUMERALS[number] if number <= 10 else "十" + _NUMERALS[number - 10]
