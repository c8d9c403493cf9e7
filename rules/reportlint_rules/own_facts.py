"""What a configuration may say under [facts]: every entry is looked at before rules judge by it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from reportlint_rules.facts import EVENTS, LAWS, PLANS

_DATE, _YEAR = (str, date), (int,)
_ENTRIES: Mapping[str, Mapping[str, tuple[type, ...]]] = {
    **{kind: {"adopted": _DATE, "ceases": _DATE, "replaced_by": (str,), "verified": (bool,), "source": (str,)} for kind in LAWS},
    **{kind: {"words": (list,), "known_from": _DATE, "verified": (bool,), "source": (str,)} for kind in EVENTS},
    **{kind: {"from": _YEAR, "to": _YEAR, "adopted": _DATE, "verified": (bool,), "source": (str,)} for kind in PLANS},
    "ordinal": {"first": _YEAR, "month": _YEAR, "verified": (bool,), "source": (str,)},
    "misnomer": {"right": (str,), "doubtful": (bool,), "source": (str,)},
}
_PHRASE = {"right": (str,), "pattern": (str,), "probes": (list,), "left": (str,), "since": _YEAR, "doubtful": (bool,), "source": (str,)}
"""What an entry of each table may say."""
_NEEDED = {"misnomer": ("right",), "phrase": ("right", "pattern"), "ordinal": ("first", "month"), **dict.fromkeys(PLANS, ("from", "to"))}


def check(name: str, table: object) -> None:
    """Raise ValueError, naming the entry, for anything in a table of the configuration that cannot be used."""
    if name == "places":
        if not isinstance(table, list) or not all(isinstance(place, str) for place in table):
            raise ValueError('places: expected an array of names, such as ["佛冈县"]')
        return
    entries: Iterable[tuple[str, object]]
    if name == "phrase":
        entries = ((f"phrase {i}", entry) for i, entry in enumerate(table if isinstance(table, list) else [table], 1))
        known: Mapping[str, tuple[type, ...]] = _PHRASE
    elif name in _ENTRIES:
        if not isinstance(table, dict):
            raise ValueError(f'{name}: expected a table, such as [facts.{name}] "…" = {{ … }}')
        entries, known = ((f'{name}."{key}"', entry) for key, entry in table.items()), _ENTRIES[name]
    else:
        raise ValueError(f"{name}: no such table of facts; there are: {', '.join((*_ENTRIES, 'phrase', 'places'))}")
    for where, entry in entries:
        if not isinstance(entry, dict):
            raise ValueError(f"{where}: expected a table {{ … }}")  # noqa: TRY004 - the hook promises ValueError
        for key, value in entry.items():
            if key not in known:
                raise ValueError(f"{where}: no key {key}; there are: {', '.join(known)}")
            if not isinstance(value, known[key]) or (known[key] == _DATE and not _DAY.fullmatch(str(value))):
                raise ValueError(f"{where}: {key} cannot be {value!r}")
        missing = [key for key in _NEEDED.get(name, ()) if key not in entry]
        if missing:
            raise ValueError(f"{where}: {missing[0]} is missing")
        if name == "phrase" and not _LITERAL.match(str(entry["pattern"])) and not entry.get("probes"):
            raise ValueError(f"{where}: a pattern without probes begins with a literal character")


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LITERAL = re.compile(r"\\[^\w]|[^\\.^$*+?{}\[\]|()]")
