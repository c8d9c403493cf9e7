"""``--time``: where the processor time goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

GOOD = "各级各部门切实加强预算约束。\n"
BAD = "切实##paidbegin##加强预算约束。\n"
LINE = re.compile(r" *(?P<ms>\d+\.\d) +(?P<share>\d+\.\d)% +(?P<calls>\d*)  (?P<name>.+)")

PHASES = [
    "start", "finding files", "loading rules and settings", "cache", "opening files", "reading", "structure and kind", "rules",
    "placing findings", "rules about several reports", "writing", "the rest", "total",
]  # fmt: skip


def _table(text: str) -> list[tuple[str, float, str]]:
    """Name, milliseconds and calls of each line with a time."""
    return [(found["name"], float(found["ms"]), found["calls"]) for found in map(LINE.fullmatch, text.splitlines()) if found]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_tells_phases_and_rules(cli: Cli, write: Write, jobs: str) -> None:
    write({"a.txt": BAD, "b.txt": GOOD, "c.txt": GOOD * 400})

    done = cli("--isolated", "--time", "-f", "concise", "--no-cache", "-j", jobs, ".", rules="M001,T003,C001")

    plain = cli("--isolated", "-f", "concise", "--no-cache", "-j", jobs, ".", rules="M001,T003,C001")
    assert (done.code, done.out) == (plain.code, plain.out)
    rows = _table(done.err)
    names = [name for name, _, _ in rows]
    assert names[: len(PHASES)] == PHASES
    rules = rows[len(PHASES) :]
    assert {"M001 paid-marker", "T003 doubled-punctuation", "C001 duplicate-report"} <= {name for name, _, _ in rules}
    assert {calls for name, _, calls in rules if name[:4] in ("M001", "T003", "C001")} == {"3"}
    assert [ms for _, ms, _ in rules] == sorted((ms for _, ms, _ in rules), reverse=True)
    assert {name: calls for name, _, calls in rows}["reading"] == "3"
    parts = [ms for name, ms, _ in rows[: len(PHASES)] if name != "total"]
    assert sum(parts) == pytest.approx({name: ms for name, ms, _ in rows}["total"], abs=0.1 * len(parts))
    assert "slowest file: " in done.err


def test_counts_what_the_cache_saves(cli: Cli, write: Write) -> None:
    write({f"{i:02}.txt": GOOD + f"共{i}件。\n" for i in range(25)})
    cli("--isolated", "-q", ".")

    calls = {name: count for name, _, count in _table(cli("--isolated", "--time", ".").err)}

    assert calls["opening files"] == "25"
    assert calls["reading"] == ""
    assert "M001 paid-marker" not in calls


def test_leaves_results_alone(cli: Cli, write: Write) -> None:
    write({"a.txt": BAD})

    timed, plain = (cli("--isolated", "-f", "json", *more, "a.txt") for more in (["--time"], []))

    assert timed.out == plain.out
    assert plain.err == ""
    assert "处理器时间" in cli("--isolated", "--lang", "zh", "--time", "a.txt").err


def test_counts_rules_that_fail(cli: Cli, write: Write) -> None:
    code = '''"""{name}"""
from reportlint import Bilingual, Example, Hit, Rule, Severity, Span
both = Bilingual("一", "one")
rule = Rule(code="U001", name="breaks", severity=Severity.ERROR, title=both, clause=both, messages={{"found": both}}, help=both,
            good=(Example("好。"),), bad=(Example("⟦坏⟧。"),))
@rule.check
def check(report):
    yield Hit(Span(0, 1))
    raise ValueError("no")
'''.format(name="x")
    write({"a.txt": GOOD, "reportlint.toml": 'rules = ["own"]\n', "own/breaks.py": code})

    done = cli("--time", "-f", "concise", "--extend-select", "U001", "a.txt")

    assert "a.txt:1:1: error U001 one" in done.out
    assert "E003" in done.out
    assert ("U001 breaks", "1") in [(name, calls) for name, _, calls in _table(done.err)]
