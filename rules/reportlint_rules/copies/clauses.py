"""Which reports of a run share their text: by the clauses that few of them have.

A clause is a run of characters between punctuation marks. Two reports that have the same clauses, and many of them, have a
common source, however much was changed between; what many reports of the run share is common wording, and so are laws and
slogans. Of each report only the checksums of its clauses are kept.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, combinations
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
    """The clauses of a report as numbers; short ones are left out."""
    text = report.text
    for mark in _MARKS:  # a dozen searches for one character each are quicker than one pattern for all of them
        text = text.replace(mark, "，")
    return array("Q", [crc32(clause.encode()) << 32 | len(clause) for clause in text.split("，") if len(clause) >= _SHORTEST])


_LENGTH = (1 << 32) - 1
"""The half of the number of a clause that is its length; the other half, its checksum, makes the order of numbers one of chance."""


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
    same, others = _alike(digests)
    shared: dict[tuple[int, int], list[int]] = {}
    for clause, files in _rare(digests, others):
        for pair in combinations(files, 2):
            shared.setdefault(pair, []).append(clause)
    found = same
    for (a, b), clauses in shared.items():
        length = _weight(clauses)
        if length >= PASSAGE:
            shorter = min(_weight(digests[a] or ()), _weight(digests[b] or ()))
            found.append(Pair(a, b, frozenset(clauses), min(length / shorter, 0.99 * DUPLICATE)))
    return sorted(found)


def _alike(digests: Sequence[array[int] | None]) -> tuple[list[Pair], list[int]]:
    """Pairs of a file and an earlier one of which it is a copy, and the files that are copies of none.

    However many copies there are, each is compared only with the first of its kind that has some of its smallest
    checksums: what few of many clauses are the smallest is the same in both (min-hashing, Broder 1997).
    """
    copies: list[Pair] = []
    originals: list[int] = []
    exact: dict[int, int] = {}
    having: dict[int, list[int]] = {}
    for file, taken in enumerate(digests):
        if not taken:
            continue
        sketch = sorted(set(taken))[:_SKETCH]
        # A copy has most of the sketch, so the rarer half of what is known will do.
        known = sorted((having[number] for number in sketch if number in having), key=len)[: _SKETCH // 2]
        counts = Counter(chain.from_iterable(known)) if len(known) > 1 else {}
        likely = sorted((-count, earlier) for earlier, count in counts.items() if count > 1)[:_TRIED]
        whole = hash(taken.tobytes())
        same = [exact[whole]] if len(taken) > 1 and whole in exact else []
        copied = _copied(digests, file, (*same, *(earlier for _, earlier in likely))) if same or likely else None
        if copied:
            copies.append(copied)
            continue
        originals.append(file)
        exact.setdefault(whole, file)
        for number in sketch:
            first = having.setdefault(number, [])
            if len(first) < _TELLING:
                first.append(file)
    return copies, originals


def _copied(digests: Sequence[array[int] | None], file: int, candidates: Iterable[int]) -> Pair | None:
    """The first of `candidates` of which `file` is a copy."""
    clauses = frozenset(digests[file] or ())
    for earlier in candidates:
        others = digests[earlier] or ()
        both = clauses.intersection(others)
        if _FEWEST * len(both) >= min(len(clauses), len(others)):
            share = _weight(both) / min(_weight(clauses), _weight(others))
            if share >= DUPLICATE:
                return Pair(earlier, file, both, share)
    return None


_SKETCH, _TRIED = 12, 5
_TELLING = 100
"""Files by which a clause is known; in more it is common wording, and to count all of them would take the square of the run."""
_FEWEST = 3
"""A copy shares more than this part of its clauses: else those would have to be eight times as long as the others on the average."""


def _rare(digests: Sequence[array[int] | None], files: list[int]) -> list[tuple[int, list[int]]]:
    """The clauses that at least two and at most few of `files` have. In portions, so that memory does not grow with the run."""
    portions = 1 + sum(len(digests[file] or ()) for file in files) // _AT_ONCE
    rare: list[tuple[int, list[int]]] = []
    for portion in range(portions):
        counts = Counter(chain.from_iterable(_portion(digests[file] or (), portion, portions) for file in files))
        where: dict[int, list[int]] = {clause: [] for clause, count in counts.items() if 1 < count <= _FEW}
        del counts
        for file in files if where else ():
            for clause in where.keys() & (digests[file] or ()):
                where[clause].append(file)
        rare += where.items()
    return rare


def _portion(clauses: Iterable[int], portion: int, portions: int) -> set[int]:
    return set(clauses) if portions == 1 else {clause for clause in clauses if clause % portions == portion}


def _weight(clauses: Iterable[int]) -> int:
    """The characters in these clauses, each counted once."""
    return sum(map(_LENGTH.__and__, set(clauses)))


def _clauses(report: Report) -> list[tuple[int, int, int]]:
    """The clauses of a report as their numbers, with start and end."""
    return [(crc32(m[0].encode()) << 32 | len(m[0]), *m.span()) for m in _CLAUSE.finditer(report.text)]


def passages(report: Report, clauses: frozenset[int]) -> list[tuple[Span, frozenset[int]]]:
    """Where the shared `clauses` stand close together in `report`, with those that stand there."""
    found: list[tuple[Span, frozenset[int]]] = []
    start = end = -1
    here: set[int] = set()
    length = 0
    for number, begin, stop in report.shared(_clauses):
        if number not in clauses or _COMMON.search(report.text, begin, stop):
            continue
        if start >= 0 and begin - end > _GAP:
            if length >= PASSAGE and len(here) > 1:
                found.append((Span(start, end), frozenset(here)))
            start, here, length = -1, set(), 0
        start = begin if start < 0 else start
        end = stop
        here.add(number)
        length += stop - begin
    if start >= 0 and length >= PASSAGE and len(here) > 1:
        found.append((Span(start, end), frozenset(here)))
    return found
