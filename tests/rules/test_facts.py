"""The facts beside the rules: compiled freshly, complete, open to entries of one's own."""

from __future__ import annotations

import json
import os
from datetime import date

import pytest

from reportlint_rules import facts


def test_compiled_facts_are_fresh() -> None:
    with open(os.path.join(facts.FOLDER, facts.COMPILED), encoding="utf-8") as file:
        assert file.read() == facts.compiled(facts.sources()), "run python -m reportlint_rules.facts"


def test_a_changed_source_is_noticed() -> None:
    texts = facts.sources()
    changed = {**texts, "laws.toml": texts["laws.toml"] + "\n# one more word\n"}
    assert json.loads(facts.compiled(changed))["digest"] != json.loads(facts.compiled(texts))["digest"]


def test_entries_hold_what_the_sources_say() -> None:
    known = facts.shipped()
    assert known.laws["合同法"] == facts.Law("合同法", "law", "", "2021-01-01", "民法典", verified=True)
    assert known.laws["行政监察法"].verified is False
    assert known.misnomers["行政复议条例"] == facts.Misnomer("行政复议法", doubtful=False)
    assert known.events["二十大"].known_from == "2022-10-16"
    assert known.events["二十届五中全会"].verified is False
    assert (known.plans["八五"].start, known.plans["八五"].end, known.plans["八五"].adopted) == (2021, 2025, "2021-06-15")


def test_all_dates_are_dates_and_right_names_exist() -> None:
    known = facts.shipped()
    days = [d for law in known.laws.values() for d in (law.adopted, law.ceases)] + [p.adopted for p in known.plans.values()]
    for day in [d for d in days if d] + [event.known_from for event in known.events.values()]:
        date.fromisoformat(day)
    assert [m.right for m in known.misnomers.values() if m.right not in known.laws] == []
    assert [law.name for law in known.laws.values() if law.replaced_by and law.replaced_by not in known.laws] == []
    assert [name for name in known.misnomers if name in known.laws] == []


def test_own_entries_are_added_and_override() -> None:
    own = {
        "law": {"民宿法": {"adopted": date(2030, 1, 2)}, "合同法": {"ceases": date(2022, 1, 1), "verified": False}},
        "phrase": [{"right": "青禾", "pattern": "青和(?=县)"}],
    }
    known = facts.extended(own)
    assert known.laws["民宿法"].adopted == "2030-01-02"
    assert known.laws["合同法"] == facts.Law("合同法", "law", "", "2022-01-01", "", verified=False)
    assert known.laws["物权法"] == facts.shipped().laws["物权法"]
    assert any(probe.search("在青和县") for probe in known.probes)
    assert facts.shipped().laws["合同法"].ceases == "2021-01-01"


def test_an_incomplete_own_entry_is_refused() -> None:
    with pytest.raises(KeyError, match="right"):
        facts.extended({"misnomer": {"某法": {}}})
