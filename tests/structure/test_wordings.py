"""Headings, sentences and titles in words that nobody had in mind when the patterns were written."""

from __future__ import annotations

import re

import pytest

from reportlint import Subject
from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.readers import read
from reportlint.settings import Settings
from reportlint.structure.fit import named_parts
from tests.structure.generate import WORDINGS, YEAR

REGISTRY = load()
KIND = next(kind for kind in REGISTRY.kinds if kind.name == "law-based-government")
LINTER = Linter(REGISTRY, Settings())


def dated(text: str) -> str:
    return text.replace("{Y}", str(YEAR)).replace("{N}", str(YEAR + 1))


@pytest.mark.parametrize("part", ["problems", "leadership", "plan", "other"])
def test_headings_name_their_part(part: str) -> None:
    wrong = {heading: got for heading in WORDINGS[part] if (got := named_parts(dated(heading), KIND, YEAR)) != (part,)}

    assert wrong == {}


@pytest.mark.parametrize("part", ["measures", "themes"])
def test_themes_name_no_other_part(part: str) -> None:
    wrong = {heading: got for heading in WORDINGS[part] if (got := named_parts(dated(heading), KIND, YEAR)) not in ((), ("measures",))}

    assert wrong == {}


def test_one_heading_may_name_two_parts() -> None:
    wrong = {
        double["text"]: got
        for double in WORDINGS["two_parts"]
        if set(got := named_parts(dated(double["text"]), KIND, YEAR)) != set(double["parts"])
    }

    assert wrong == {}


@pytest.mark.parametrize("part", ["problems", "leadership", "plan"])
def test_sentences_tell_their_part(part: str) -> None:
    silent = [text for text in WORDINGS[f"sentences_{part}"] if not _tells(part, text)]

    assert silent == []


@pytest.mark.parametrize("part", ["problems", "leadership", "plan"])
def test_sentences_about_something_else_tell_nothing(part: str) -> None:
    assert [text for text in WORDINGS["sentences_none"] if _tells(part, text)] == []


def _tells(part: str, text: str) -> bool:
    return any(KIND.parts[part].sentences.find(sentence, YEAR) >= 0 for sentence in re.findall(r"[^。！？；\n]+", dated(text)))


@pytest.mark.parametrize(("titles", "kind"), [("annual", "law-based-government"), ("summary", "work-summary")])
def test_titles_tell_the_kind(titles: str, kind: str) -> None:
    wrong = {}
    for title in WORDINGS[f"titles_{titles}"]:
        subject = _subject(title)
        if subject.kind.value != kind or ("{Y}" in title and subject.year.value != YEAR):
            wrong[title] = subject

    assert wrong == {}


def test_other_titles_are_something_else() -> None:
    kinds = {title: _subject(title).kind.value for title in WORDINGS["titles_other"]}

    assert {title: kind for title, kind in kinds.items() if kind in {"law-based-government", "work-summary"}} == {}


def _subject(title: str) -> Subject:
    text = f"{dated(title)}\n{YEAR}年，我局依法履职，成效明显。现将有关情况报告如下：\n一、主要工作\n办案六件。\n"
    return LINTER.read_report(read("报告.txt", text.encode())).subject
