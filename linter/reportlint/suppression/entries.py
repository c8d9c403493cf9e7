"""Findings that somebody wrote down: in the ignore file, because they are right, in the baseline, because they were there before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportlint.finding import Finding


class Entry(NamedTuple):
    """One finding that is known."""

    file: str
    """The file in which the entry stands, for people."""
    line: int
    path: str
    """The report, relative to the folder of `file`, with /."""
    rule: str
    """The code or name of the rule."""
    fingerprint: str
    text: str = ""
    """What stands there, for people."""
    reason: str = ""
    by: str = ""
    expires: str = ""
    """The last day on which it holds, YYYY-MM-DD; empty: it holds for ever."""
    fault: str = ""
    """Why it does not hold: a message of E004."""
    moved: bool = False
    """Whether there is no such report any more, so that it may be found under another name."""


def excerpt(finding: Finding) -> str:
    """What an entry says of its finding to people: the text with the words beside it, or what is missing."""
    text = " ".join(finding.text.split())
    if not text:
        return finding.message.zh[:_LONGEST]
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"
    before, after = finding.context[-2:] if len(finding.context) >= 2 else ("", "")
    return f"{before}〖{text}〗{after}"


_LONGEST = 60


class Candidates(NamedTuple):
    """The entries that may mean findings of one report."""

    own: tuple[Entry, ...]
    """Those that name it."""
    moved: Mapping[str, tuple[Entry, ...]] = {}
    """Those whose report is gone, by their `kin`; the same for all reports of a run."""


def matched(findings: Sequence[Finding], candidates: Candidates) -> dict[int, Entry]:
    """Which finding each entry means, by the index of the finding.

    The fingerprint decides. Of findings that are alike the first, second … have their own entries; when some of them are gone,
    an entry of one that is not there any more stands for one that is left: nobody could tell them apart.
    """
    if not findings:
        return {}
    names = [finding.fingerprint for finding in findings]
    alike = Counter(map(kin, names))
    moved = (entry for name in alike for entry in candidates.moved.get(name, ())) if candidates.moved else ()
    by_name: dict[str, Entry] = {}
    for entry in (*candidates.own, *moved):
        if not entry.fault:
            by_name.setdefault(entry.fingerprint, entry)
    meant = {i: by_name[name] for i, name in enumerate(names) if name in by_name}
    spare: dict[str, list[Entry]] = {}
    for name in sorted(by_name, key=_nth):
        if _nth(name) > alike[kin(name)] > 0:
            spare.setdefault(kin(name), []).append(by_name[name])
    for i, name in enumerate(names) if spare else ():
        if i not in meant and spare.get(kin(name)):
            meant[i] = spare[kin(name)].pop(0)
    return meant


def used(meant: Mapping[int, Entry], candidates: Candidates | None) -> frozenset[Entry]:
    """The entries that are of use, `meant` being what `matched` says. Of reports that are gone and had the same finding, any may be this one."""
    twins = (twin for entry in meant.values() if entry.moved and candidates for twin in candidates.moved.get(kin(entry.fingerprint), ()))
    names = {entry.fingerprint for entry in meant.values()}
    return frozenset([*meant.values(), *(twin for twin in twins if twin.fingerprint in names)])


def kin(fingerprint: str) -> str:
    """What the fingerprints of findings that are alike have in common."""
    return fingerprint.partition(":")[0]


def _nth(fingerprint: str) -> int:
    nth = fingerprint.partition(":")[2]
    return int(nth) if nth.isdecimal() else 1
