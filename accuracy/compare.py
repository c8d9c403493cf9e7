"""What changed between two builds of reportlint, over a folder of texts."""

from __future__ import annotations

import json
import shlex
import subprocess
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple


class Place(NamedTuple):
    """A finding, as two builds can be compared by it."""

    code: str
    rule: str
    path: str
    line: int
    column: int
    text: str


class BuildError(Exception):
    """A build did not give its findings."""


def findings(command: str, folder: str) -> Counter[Place]:
    """What the build called `command` finds in `folder`. Raises BuildError."""
    run = subprocess.run(
        [*shlex.split(command), "--isolated", "--output-format", "json", "--exit-zero", "--no-cache", folder],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    try:
        told = json.loads(run.stdout)["findings"]
    except ValueError as error:
        raise BuildError(f"{command}: exit {run.returncode}: {run.stderr.strip()[-500:]}") from error
    return Counter(Place(f["code"], f["rule"], f["path"], f["line"], f["column"], f.get("text") or "") for f in told)


def differences(old: Counter[Place], new: Counter[Place]) -> Iterator[str]:
    """Lines that tell what `new` has and has not any more, rule by rule; none when nothing changed."""
    added, removed = new - old, old - new
    for code, rule in sorted({(place.code, place.rule) for place in [*added, *removed]}):
        more, fewer = ([p for p in sorted(places.elements()) if p.code == code] for places in (added, removed))
        yield f"{code} {rule}  +{len(more)} -{len(fewer)}"
        for sign, places in (("-", fewer), ("+", more)):
            yield from (f"  {sign} {place.path}:{place.line}:{place.column}  {' '.join(place.text.split())}" for place in places)
