"""docs/accuracy.md, the data of `explain`, and how they are counted."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

measure = pytest.importorskip("accuracy.measure", reason="accuracy/ is part of the checkout, not of the wheel")

from accuracy import clean, publish  # noqa: E402
from accuracy.__main__ import CASES, DATA, PAGE, SEED  # noqa: E402
from accuracy.injectors import INJECTORS  # noqa: E402
from accuracy.pasted import PASTED  # noqa: E402

TEXTS = [*clean.written(), *clean.generated(SEED, 40)]


def test_the_page_names_every_rule() -> None:
    named = set(re.findall(r"\b[A-Z][0-9]{3}\b", PAGE.read_text(encoding="utf-8")))
    assert {rule.code for rule in measure.linter().rules} <= named
    assert f"--seed {SEED} --cases {CASES}" in PAGE.read_text(encoding="utf-8")


def test_the_data_are_those_of_the_page() -> None:
    data = json.loads(DATA.read_text(encoding="utf-8"))
    rows = re.findall(r"^\| ([A-Z][0-9]{3}) \| \S+ \| ([0-9]+) \| ([0-9]+) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert {code: (int(cases), int(found)) for code, cases, found in rows if int(cases)} == {
        code: (counts[0], counts[1]) for code, counts in data["rules"].items() if counts[0]
    }
    assert set(data["rules"]) >= {*INJECTORS, *PASTED}


def test_measuring_twice_gives_the_same() -> None:
    first, second = measure.measure(TEXTS, 5, 4), measure.measure(TEXTS, 5, 4)
    assert first == second
    rules = measure.linter().rules
    assert publish.page(first, rules, 5, 4, 10) == publish.page(second, rules, 5, 4, 10)


def test_figures_are_possible() -> None:
    outcome = measure.measure(TEXTS, 5, 4)
    for figures in outcome.figures.values():
        assert figures.found <= figures.cases
        assert figures.right + figures.false <= figures.findings
    assert outcome.characters == sum(len(text.text) for text in TEXTS)


def test_the_texts_written_by_hand_are_many_and_varied() -> None:
    written = clean.written()
    assert len(written) >= 8
    assert {text.name.rpartition(".")[2] for text in written} == {"txt", "md"}


@pytest.mark.parametrize(
    ("language", "words"), [("zh", ("准确度", "植入缺陷", "查出")), ("en", ("Accuracy", "injected defects", "characters of clean text"))]
)
def test_explain_shows_the_figures(language: str, words: tuple[str, ...]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "reportlint", "--lang", language, "explain", "P001"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert all(word in run.stdout for word in words)
