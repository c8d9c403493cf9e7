"""Pairs of characters that give patterns away."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpus import reports
from reportlint import Clues, Document, Report, Source, SourceMap, Subject
from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.settings import Settings
from reportlint.testing import marked

_CLUES = Clues("付费 [点浏]击 ，[，。] 第[2-4]")


def _report(text: str) -> Report:
    return Report(Document(Source("a.txt", text), text, (), (), SourceMap([], [])), Subject(), (), {}, ())


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", []),
        ("付", []),
        ("付费", [0]),
        ("请付费，，点击", [1, 3, 5]),
        ("付\n费，点\n击", []),
        ("付费付费", [0, 2]),
        ("第3，第5", [0]),
    ],
)
def test_where_clues_stand(text: str, places: list[int]) -> None:
    assert _report(text).places(_CLUES) == places
    assert _report(text).has(_CLUES) == bool(places)


@given(st.text(alphabet="付费点浏击，。第2345", max_size=40))
def test_clues_are_what_a_search_for_each_would_find(text: str) -> None:
    report = _report(text)
    assert report.places(_CLUES) == [at for at in range(len(text)) if text[at : at + 2] in _CLUES.pairs]


@pytest.mark.parametrize("word", ["付", "付费后", "[付费]"])
def test_a_clue_is_two_characters(word: str) -> None:
    with pytest.raises(ValueError, match="two characters"):
        Clues(word)


def test_no_finding_is_lost_for_lack_of_a_clue(monkeypatch: pytest.MonkeyPatch) -> None:
    """All rules find the same whether they ask for their clues or look at everything.

    The texts are the bad examples of all rules, each read by every rule, and generated reports with defects.
    """
    registry = load()
    linter = Linter(registry, Settings(select=("ALL",)))
    texts = [marked(example.text)[0] for rule in registry.rules for example in rule.bad]
    texts += [report.text for report in islice(reports(7, 40), 40)]
    asked = [linter.check_bytes("a.txt", text.encode()).findings for text in texts]
    monkeypatch.setattr(Report, "has", lambda *_: True)
    monkeypatch.setattr(Report, "places", lambda self, clues: [at for at in range(len(self.text)) if self.text[at : at + 2] in clues.pairs])
    looked = [linter.check_bytes("a.txt", text.encode()).findings for text in texts]
    assert asked == looked
