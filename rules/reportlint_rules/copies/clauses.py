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

_MARKS = "。；：！？（）\n"
"""What parts clauses, beside the comma."""
_SHORTEST = 8
_DIGITS = "0123456789"
_LEADING = "。；，：、！？）\n \u3000"
_CLAUSE = LazyPattern(rf"[^，{_MARKS}]{{{_SHORTEST},}}")
_COMMON = LazyPattern(
    "习近平|中国特色社会主义|党的[一二三四五六七八九十]|党中央|第一责任人|谁执法|双随机|责任制|政府信息公开|衷心|民主党派|人民团体|各位代表|两个确立|新发展[格理]|现代化国家|统筹发展和安全|稳中求进|法治政府建设|指导思想|意识形态|贯彻落实|法律法规"
)
"""Wording of the state: reports share it rightly."""
_TERMS = LazyPattern(
    r"\n[附第]?[件录注]?[一二三四五六七八九十0-9]{0,2}(?:部分)?[：:、 .]?[（(]?(?:有关|相关|专有|专业|部分|报告|缩略|《?政府工作报告》?中?)*"
    r"(?:名词|术语|用语|词语|词汇|缩略语|缩略词)(?:解释|释义|注释|说明)[）)]?[：:]?(?=\n)"
)
"""The heading of a glossary: terms are explained everywhere in the same words."""
_FEW = 4
"""A clause that stands in more reports than this is common wording."""
_AT_ONCE = 400_000
"""Clauses compared at one time, at some 100 bytes each."""

PASSAGE = 60
"""Characters in shared clauses that make a passage, whatever was changed between them."""
LIKELY = 40
"""Characters in shared clauses behind which the passage may be the same to the letter, short clauses and all."""
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
        if length >= LIKELY and len(clauses) > 1:
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


class Passage(NamedTuple):
    """A place of a report with clauses of another one."""

    span: Span
    clauses: frozenset[int]


def passages(report: Report, clauses: frozenset[int], other: Report) -> list[Passage]:
    """Where the shared `clauses` stand close together in `report`, or the text around them is that of `other` to the letter."""
    found: list[Passage] = []
    here: list[tuple[int, int, int]] = []
    terms = _TERMS.search(report.text)
    glossary = terms.start() if terms else len(report.text)
    for clause in (*report.shared(_clauses), (0, len(report.text) + 2 * _GAP, 0)):
        number, begin, _ = clause
        if here and begin - here[-1][2] > _GAP:
            passage = _passage(report, here, other)
            if passage:
                found.append(passage)
            here = []
        if number in clauses and begin < glossary and not _COMMON.search(report.text, begin, clause[2]):
            here.append(clause)
    return found


def _passage(report: Report, here: list[tuple[int, int, int]], other: Report) -> Passage | None:
    """The passage that the neighbouring clauses `here` make, if it is long enough."""
    known = frozenset(number for number, _, _ in here)
    if len(known) < 2:
        return None
    if sum(end - begin for _, begin, end in here) >= PASSAGE:
        return Passage(Span(here[0][1], here[-1][2]), known)
    span = max((_same(report.text, begin, end, other.text) for _, begin, end in here), key=lambda span: span.end - span.start)
    sentences = report.text.count("。", span.start, span.end - 1)
    return Passage(span, known) if sentences and span.end - span.start >= PASSAGE else None


def _same(text: str, begin: int, end: int, other: str) -> Span:
    """How far `text` is that of `other` to the letter, figures apart, around the clause from `begin` to `end`."""
    at = other.find(text[begin:end])
    if at < 0:
        return Span(begin, end)
    there = at + end - begin
    while end < len(text) and there < len(other):
        if text[end] == other[there]:
            end, there = end + 1, there + 1
        elif text[end] in _DIGITS and other[there] in _DIGITS:
            while text[end : end + 1] and text[end] in _DIGITS:
                end += 1
            while other[there : there + 1] and other[there] in _DIGITS:
                there += 1
        else:
            break
    while begin and at:
        if text[begin - 1] == other[at - 1]:
            begin, at = begin - 1, at - 1
        elif text[begin - 1] in _DIGITS and other[at - 1] in _DIGITS:
            while begin and text[begin - 1] in _DIGITS:
                begin -= 1
            while at and other[at - 1] in _DIGITS:
                at -= 1
        else:
            break
    while begin < end and text[begin] in _LEADING:
        begin += 1
    return Span(begin, end)
