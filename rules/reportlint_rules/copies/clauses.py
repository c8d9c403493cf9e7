"""Which reports of a run share their text: by the clauses that few of them have.

A clause is a run of characters between punctuation marks. Two reports that have the same clauses, and many of them, have a
common source, however much was changed between; what many reports of the run share is common wording, and so are laws and
slogans. Of each report only the checksums of its clauses are kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple
from zlib import crc32

from reportlint import LazyPattern, Report, Run, Span

_MARKS = "。；：！？、“”《》（）\n"
"""What parts clauses, beside the comma."""
_SHORTEST = 10
_CLAUSE = LazyPattern(rf"[^，{_MARKS}]{{{_SHORTEST},}}")
_COMMON = LazyPattern(
    "习近平|中国特色社会主义|党的[一二三四五六七八九十]|党中央|第一责任人|谁执法|双随机|责任制|政府信息公开|法治政府建设|指导思想|意识形态|贯彻落实|法律法规"
)
"""Wording of the state: reports share it rightly."""
_FEW = 4
"""A clause that stands in more reports than this is common wording."""
_AT_ONCE = 400_000
"""Clauses compared at one time, at some 100 bytes each."""

PASSAGE = 60
"""Characters in shared clauses that make a passage."""
_GAP = 120
"""Characters between two shared clauses of one passage."""
DUPLICATE = 0.8
"""The share of its rare clauses that a copy has in common with the original."""


def digest(report: Report) -> array[int]:
    """The clauses of a report, each as its checksum and length in one number; short ones are left out."""
    text = report.text
    for mark in _MARKS:  # a dozen searches for one character each are quicker than one pattern for all of them
        text = text.replace(mark, "，")
    return array("Q", [crc32(clause.encode()) | len(clause) << 32 for clause in text.split("，") if len(clause) >= _SHORTEST])


class Pair(NamedTuple):
    """Two files with the clauses that they, and few others, have in common."""

    first: int
    second: int
    clauses: frozenset[int]
    share: float
    """How much of the shorter one they are, 0 to 1; 1 for copies to the letter."""


def pairs(run: Run) -> list[Pair]:
    """The pairs of files with shared clauses enough for a passage."""
    digests = run.digests(digest)
    same, others = _identical(digests)
    shared: dict[tuple[int, int], list[int]] = {}
    for clause, files in _rare(digests, others):
        for pair in combinations(files, 2):
            shared.setdefault(pair, []).append(clause)
    found = same
    for (a, b), clauses in shared.items():
        length = sum(clause >> 32 for clause in clauses)
        if length >= PASSAGE:
            shorter = min(_length(digests[a]), _length(digests[b]))
            found.append(Pair(a, b, frozenset(clauses), length / shorter if shorter else 0.0))
    return sorted(found)


def _identical(digests: Sequence[array[int] | None]) -> tuple[list[Pair], list[int]]:
    """Pairs of files with the very same clauses, and one file of each set of such."""
    first: dict[bytes, int] = {}
    same: list[Pair] = []
    for file, taken in enumerate(digests):
        if not taken:
            continue
        key = taken.tobytes()
        if key in first:
            same.append(Pair(first[key], file, frozenset(taken), 1.0))
        else:
            first[key] = file
    return same, list(first.values())


def _rare(digests: Sequence[array[int] | None], files: list[int]) -> list[tuple[int, list[int]]]:
    """The clauses that at least two and at most few of `files` have. In portions, so that memory does not grow with the run."""
    portions = 1 + sum(len(digests[file] or ()) for file in files) // _AT_ONCE
    rare = []
    for portion in range(portions):
        once: set[int] = set()
        again: set[int] = set()
        for file in files:
            clauses = _portion(digests[file] or (), portion, portions)
            again |= once & clauses
            once |= clauses
        where: dict[int, list[int]] = {clause: [] for clause in again}
        for file in files:
            for clause in again.intersection(digests[file] or ()):
                where[clause].append(file)
        rare += [(clause, found) for clause, found in where.items() if len(found) <= _FEW]
    return rare


def _portion(clauses: Iterable[int], portion: int, portions: int) -> set[int]:
    return set(clauses) if portions == 1 else {clause for clause in clauses if clause % portions == portion}


def _length(taken: array[int] | None) -> int:
    return sum(clause >> 32 for clause in set(taken or ()))


def passages(report: Report, clauses: frozenset[int]) -> list[tuple[Span, frozenset[int]]]:
    """Where the shared `clauses` stand close together in `report`, with those that stand there."""
    found: list[tuple[Span, frozenset[int]]] = []
    start = end = -1
    here: set[int] = set()
    length = 0
    for m in _CLAUSE.finditer(report.text):
        number = crc32(m[0].encode()) | len(m[0]) << 32
        if number not in clauses or _COMMON.search(m[0]):
            continue
        if start >= 0 and m.start() - end > _GAP:
            if length >= PASSAGE and len(here) > 1:
                found.append((Span(start, end), frozenset(here)))
            start, here, length = -1, set(), 0
        start = m.start() if start < 0 else start
        end = m.end()
        here.add(number)
        length += len(m[0])
    if start >= 0 and length >= PASSAGE and len(here) > 1:
        found.append((Span(start, end), frozenset(here)))
    return found
