"""Facts that rules judge by: laws, wrong names, fixed phrases, dated events, plans.

The TOML files in data/ are the only source; what rules need of them travels beside them as facts.json, because parsing the TOML
would cost more than a whole run over one file. After a change of a TOML file: ``python -m reportlint_rules.facts``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

from reportlint import Clues, LazyPattern, Report, TimedPattern

Tables = Mapping[str, Any]
"""Tables as in the TOML files: law, regulation, rule, misnomer, phrase, congress, plenum, term, ordinal, five-year-plan, pufa, outline."""

FOLDER = os.path.join(os.path.dirname(__file__), "data")
COMPILED = "facts.json"

LAWS = ("law", "regulation", "rule")
EVENTS = ("congress", "plenum", "term")
PLANS = ("five-year-plan", "pufa", "outline")


class Law(NamedTuple):
    """A law, regulation or rule under its short name. Dates are ``YYYY-MM-DD`` or empty."""

    name: str
    kind: str
    """``"law"``, ``"regulation"`` or ``"rule"``."""
    adopted: str = ""
    ceases: str = ""
    """The first day on which it is no longer in force."""
    replaced_by: str = ""
    verified: bool = True


class Misnomer(NamedTuple):
    """The right name for a wrong one."""

    right: str
    doubtful: bool


class Phrase(NamedTuple):
    """A fixed expression and the pattern of a wrong form; see phrases.toml."""

    right: str
    keys: frozenset[str]
    """Its clues; for a phrase of a configuration the characters with which its probes begin."""
    pattern: LazyPattern | TimedPattern
    left: LazyPattern | TimedPattern | None
    since: int
    doubtful: bool


class Event(NamedTuple):
    """Something that nobody could tell of before `known_from`."""

    name: str
    kind: str
    """``"congress"``, ``"plenum"`` or ``"term"``."""
    words: tuple[str, ...]
    known_from: str
    verified: bool


class Ordinal(NamedTuple):
    """A day, week or month counted year by year from `first`; it is in `month`."""

    name: str
    first: int
    month: int
    verified: bool


class Plan(NamedTuple):
    """A plan and the years that it covers, both inclusive."""

    name: str
    kind: str
    """``"five-year-plan"``, ``"pufa"`` or ``"outline"``."""
    start: int
    end: int
    adopted: str
    verified: bool


class Facts(NamedTuple):
    """All facts, by name where rules look them up."""

    laws: Mapping[str, Law]
    misnomers: Mapping[str, Misnomer]
    phrases: tuple[Phrase, ...]
    clues: Clues
    """Those of all shipped phrases: each is a key of those that may stand in the text."""
    probes: tuple[TimedPattern, ...]
    """The probes of the phrases of a configuration: a match begins with a key of those that may stand in the text."""
    events: Mapping[str, Event]
    """The latest first."""
    ordinals: Mapping[str, Ordinal]
    plans: Mapping[str, Plan]


def of(report: Report) -> Facts:
    """The facts that hold for a report: the shipped ones, and those of the configuration."""
    return _of_configuration(report.facts) if report.facts else shipped()


def _of_configuration(own: Tables) -> Facts:
    """The facts with `own`, worked out once per configuration."""
    if id(own) not in _EXTENDED:
        _EXTENDED[id(own)] = (own, extended(own))
    return _EXTENDED[id(own)][1]


_EXTENDED: dict[int, tuple[Tables, Facts]] = {}


def told(own: Tables) -> str:
    """All facts as TOML, with their sources; those of the configuration at the end. Raises ValueError for a wrong entry."""
    from reportlint_rules.own_facts import check

    for name, table in own.items():
        check(name, table)
    try:
        for pattern in _patterns(extended(own)):
            pattern.compile()
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error
    mine = f"\n# facts of the configuration\n\n{_toml(own)}" if own else ""
    return "\n".join(f"# {name}\n\n{_without_head(text)}" for name, text in sources().items()) + mine


def _patterns(facts: Facts) -> Iterator[TimedPattern]:
    """The patterns of the configuration."""
    for phrase in facts.phrases:
        yield from (pattern for pattern in (phrase.pattern, phrase.left) if isinstance(pattern, TimedPattern))
    yield from (probe for probe in facts.probes if isinstance(probe, TimedPattern))


def _without_head(text: str) -> str:
    """The text of a file with what it says of itself as a comment: all files together are one TOML file then."""
    head, table, rest = text.partition("\n[")
    return "\n".join(f"# {line}" if line and not line.startswith("#") else line for line in head.split("\n")) + table + rest


def _toml(own: Tables) -> str:
    """The facts of a configuration as they are written there."""
    lines = [f"[facts]\n{name} = {_value(table)}\n" for name, table in own.items() if isinstance(table, list) and name != "phrase"]
    for name, table in own.items():
        if isinstance(table, dict):
            lines.append(
                f"[facts.{name}]\n" + "".join(f"{json.dumps(key, ensure_ascii=False)} = {_value(e)}\n" for key, e in table.items())
            )
        elif name == "phrase":
            lines += ["[[facts.phrase]]\n" + "".join(f"{key} = {_value(value)}\n" for key, value in entry.items()) for entry in table]
    return "\n".join(lines)


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(item)}" for key, item in value.items()) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


@cache
def shipped() -> Facts:
    """The facts that travel with the rules."""
    with open(os.path.join(FOLDER, COMPILED), "rb") as file:
        return _facts(json.load(file)["rows"])


def extended(own: Tables) -> Facts:
    """The shipped facts with the entries of `own`: of two with one name the own one holds, phrases are added.

    Raises KeyError or TypeError when an entry lacks something.
    """
    with open(os.path.join(FOLDER, COMPILED), "rb") as file:
        rows = json.load(file)["rows"]
    mine = _rows(own)
    return _facts({name: table if name == "phrases" else table + mine[name] for name, table in rows.items()}, mine["phrases"])


def sources() -> dict[str, str]:
    """The texts of the TOML files by file name."""
    texts = {}
    for name in sorted(os.listdir(FOLDER)):
        if name.endswith(".toml"):
            with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
                texts[name] = file.read()
    return texts


def compiled(texts: Mapping[str, str]) -> str:
    """What facts.json holds for these texts of TOML files: their hash and the rows that rules need."""
    import tomli

    tables: dict[str, Any] = {}
    digest = blake2b(digest_size=16)
    for name, text in texts.items():
        digest.update(f"\0{name}\0{text}".encode())
        tables |= tomli.loads(text)
    return json.dumps({"digest": digest.hexdigest(), "rows": _rows(tables)}, ensure_ascii=False, separators=(",", ":"))


def _rows(tables: Tables) -> dict[str, list[list[Any]]]:
    """The entries as plain lists in the order of the fields of their classes."""

    def entries(*kinds: str) -> list[tuple[str, str, Tables]]:
        return [(name, kind, entry) for kind in kinds for name, entry in tables.get(kind, {}).items()]

    return {
        "laws": [
            _short([name, kind, _day(e, "adopted"), _day(e, "ceases"), e.get("replaced_by", ""), e.get("verified", True)])
            for name, kind, e in entries(*LAWS)
        ],
        "misnomers": [[name, e["right"], e.get("doubtful", False)] for name, _, e in entries("misnomer")],
        "phrases": [
            [
                e["right"],
                e.get("clues") or e.get("probes", [e["pattern"]]),
                e["pattern"],
                e.get("left", ""),
                e.get("since", 0),
                e.get("doubtful", False),
            ]
            for e in tables.get("phrase", [])
        ],
        "events": [
            [name, kind, e.get("words", [name]), _day(e, "known_from"), e.get("verified", True)] for name, kind, e in entries(*EVENTS)
        ],
        "ordinals": [[name, e["first"], e["month"], e.get("verified", True)] for name, _, e in entries("ordinal")],
        "plans": [[name, kind, e["from"], e["to"], _day(e, "adopted"), e.get("verified", True)] for name, kind, e in entries(*PLANS)],
    }


def _short(row: list[Any]) -> list[Any]:
    """The row of a law without the values at its end that Law has by default; most laws need but name, kind and date."""
    defaults = [None, None, *Law._field_defaults.values()]
    while row[-1] == defaults[len(row) - 1]:
        row.pop()
    return row


def _day(entry: Tables, key: str) -> str:
    return str(entry.get(key, ""))


def _facts(rows: Mapping[str, list[list[Any]]], own_phrases: Sequence[list[Any]] = ()) -> Facts:
    return Facts(
        {row[0]: Law(*row) for row in rows["laws"]},
        {name: Misnomer(*row) for name, *row in rows["misnomers"]},
        (*map(_phrase, rows["phrases"]), *map(_own_phrase, own_phrases)),
        Clues(" ".join(dict.fromkeys(words for _, words, *_ in rows["phrases"]))),
        tuple(TimedPattern(probe) for _, probes, *_ in own_phrases for probe in probes),
        {row[0]: Event(row[0], row[1], tuple(row[2]), *row[3:]) for row in sorted(rows["events"], key=lambda row: row[3], reverse=True)},
        {row[0]: Ordinal(*row) for row in rows["ordinals"]},
        {row[0]: Plan(*row) for row in rows["plans"]},
    )


def _phrase(row: list[Any]) -> Phrase:
    right, words, pattern, left, since, doubtful = row
    clues = Clues(words)
    return Phrase(right, clues.pairs, LazyPattern(pattern), LazyPattern(rf"(?:{left})$") if left else None, since, doubtful)


def _own_phrase(row: list[Any]) -> Phrase:
    right, probes, pattern, left, since, doubtful = row
    keys = frozenset(probe.removeprefix("\\")[0] for probe in probes)
    return Phrase(right, keys, TimedPattern(pattern), TimedPattern(rf"(?:{left})$") if left else None, since, doubtful)


if __name__ == "__main__":
    fresh = compiled(sources())
    with open(os.path.join(FOLDER, COMPILED), "w", encoding="utf-8") as target:
        target.write(fresh)
