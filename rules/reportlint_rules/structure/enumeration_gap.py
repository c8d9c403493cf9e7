"""Runs of 一是 二是 三是 that jump or repeat a number.

What it finds:
    “一是……二是……三是……”一类的列举跳号、重号，或者没有“一是”就出现“二是”。“一要……二要……”同样检查。

    Runs of 一是 二是 三是 (or 一要 二要) that jump, repeat a number, or start at 二是.

Why:
    列举断号，多半是删了一条没有顺号，或者漏写了一条。

    A break means that an item was deleted without renumbering, or that one is missing.

Instead:
    核对有无缺漏的一条，再按顺序改正序数。

    Check whether an item is missing, then number them in order.

Silent on:
    列举里套列举、重新从“一是”开始的列举、分段书写的列举；“一是一、二是二”。

    Runs inside runs, runs that start anew, runs that go on in the next paragraph; 一是一，二是二.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportlint import Bilingual, Block, Clues, Example, Hit, LazyPattern, Related, Report, Rule, Severity, Span
from reportlint.document import PROSE

rule = Rule(
    code="S013",
    name="enumeration-gap",
    severity=Severity.WARNING,
    title=Bilingual("列举序数不连续", "gap in an enumeration"),
    clause=Bilingual("公文写作通例：“一是”“二是”依次列举", "Practice of official writing: 一是, 二是 … count in order"),
    messages={
        "found": Bilingual(
            "“{label}”与前面的“{previous}”不衔接，应为“{expected}”", "{label} does not follow {previous}; expected {expected}"
        ),
        "repeated": Bilingual("“{label}”重复，应为“{expected}”", "{label} is used twice; expected {expected}"),
        "late": Bilingual("有“{label}”而没有“{expected}”", "{label} without {expected} before it"),
    },
    help=Bilingual("核对是否漏了一条，再顺改序数", "Check whether an item is missing, then renumber"),
    good=(
        Example("主要做法有三点：一是抓学习，二是抓执法，三是抓监督。"),
        Example("一是抓学习。一是集中学，二是个人学。二是抓执法。三是抓监督。今后重点，一是抓落实，二是抓问效。"),
        Example("工作扎实推进。\n一是抓学习。全员参加。\n二是抓执法。规范有序。\n三是抓监督。公开透明。\n"),
        Example("针对上述问题，我局一是充实人员，二是强化培训，三是完善制度。"),
        Example("办事要一是一、二是二，不掺水分。"),
        Example("第一，抓学习；第二，抓执法；第三，抓监督。县域经济第一、第二、第三产业协调发展，总量位居全市第三，增速列第二，均有提升。"),
    ),
    bad=(
        Example("主要做法有四点：一是抓学习，二是抓执法，⟦二是抓监督⟧，四是抓服务。"),
        Example("一是抓学习。二是抓执法。⟦二是抓监督⟧。"),
        Example("一是抓学习；⟦三是抓监督⟧；四是抓服务。"),
        Example("主要做法：⟦二要抓执法⟧，三要抓监督。"),
        Example("会议强调：第一，抓学习；⟦第三，抓执法⟧；第四，抓监督。其一，人员偏少；⟦其三，经费偏紧⟧。"),
        Example("主要做法：抓学习，⟦二是抓执法⟧，三是抓监督。"),
        Example("存在两点不足：一是人员偏少，⟦一是经费偏紧⟧。"),
        Example("一是抓学习。全员参加。\n二是抓执法。规范有序。\n⟦四是抓监督⟧。公开透明。\n"),
    ),
    doc=__doc__,
)


class _Marker(NamedTuple):
    """一是, 二要 and so on."""

    start: int
    number: int
    form: str
    """Its words with {} for the numeral."""

    @property
    def label(self) -> str:
        """Its words."""
        return self.told(self.number)

    def told(self, number: int) -> str:
        """The words of the marker of that number."""
        return self.form.format(_DIGITS[number - 1] if number <= 10 else "十" + _DIGITS[number - 11])


_Run = list[_Marker]
_DEEPEST = 12
"""How many open runs are kept in mind."""

_DIGITS = "一二三四五六七八九十"
_BEFORE = r"[^。；;，,：:！？”）)、…—*\s]"
"""What a marker cannot stand behind: 统一是, 唯一是."""
_MARKERS = {
    f"{{}}{word}": LazyPattern(
        rf"{word}(?<=[一二三四五六七八九十]{word})(?:(?<!{_BEFORE}[一二三四五六七八九十]{word})|(?<=十[一二三四五六七八九]{word})(?<!{_BEFORE}十.{word}))"
        r"(?![一二三][，,、。；])"
    )
    for word in "是要"
} | {
    f"{word}{{}}": LazyPattern(
        rf"，(?<={word}[一二三四五六七八九十]，)(?<!{_BEFORE}{word}.，)(?!{word})"
    )  # 、 joins what is no list: 第一、第二产业
    for word in "第其"
}
"""By the form of the marker: what stands behind its numeral."""
_CLUES = {"{}要": Clues("[一二]要"), "第{}": Clues("第[二三]"), "其{}": Clues("其[二三]")}
"""One of these a text with a run of the form has; nearly every text has 一是."""
_FIRST = ("一是", "一要", "首先", "第一", "其一", "一方面", "一来", "一则", "一个是", "一、", "（一）", "1.", "（1）")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Each paragraph, with the runs that were left open in those before it under the same heading."""
    for form, pattern in _MARKERS.items():
        if form not in _CLUES or report.has(_CLUES[form]):
            places = [m.start() for m in pattern.finditer(report.text)]
            if not _in_order(report.text, places):
                yield from _check(report, [_marker(report.text, at, form) for at in places])


def _marker(text: str, at: int, form: str) -> _Marker:
    """The marker whose numeral ends at `at`."""
    number = _DIGITS.index(text[at - 1]) + 1
    teen = text[at - 2] == "十" and at > 1
    return _Marker(at - 1 - teen - form.index("{"), number + 10 * teen, form)


def _in_order(text: str, places: list[int]) -> bool:
    """Whether each paragraph counts 1, 2, 3 … to ten at most, and at least to two: so it is in most texts.

    `places` are those of the words 是 behind the numbers.
    """
    last = expected = 0
    for at in places:
        if not last or text.find("\n", last, at) >= 0:
            if expected == 1:
                return False
            expected = 0
        if expected > 9 or text[at - 1] != _DIGITS[expected] or text[at - 2] == "十":
            return False
        expected += 1
        last = at
    return expected != 1


def _check(report: Report, markers: list[_Marker]) -> Iterator[Hit]:
    left_open: list[_Run] = []
    section = 0
    sections = report.sections
    paragraphs = _paragraphs(report, markers)
    for i, (block, inside) in enumerate(paragraphs):
        while section < len(sections) and sections[section].start <= block.start:
            section += 1
            left_open = []
        hits, left_open = _read(report, block, inside, left_open)
        yield from hits
        alone = _alone(block, left_open)
        if alone and (i + 1 == len(paragraphs) or paragraphs[i + 1][1][0].number != 2):
            yield _hit(report, alone, left_open[-2][-1].number + 1, left_open[-2][-1])


def _paragraphs(report: Report, markers: list[_Marker]) -> list[tuple[Block, list[_Marker]]]:
    """The paragraphs that hold markers, with these."""
    found: list[tuple[Block, list[_Marker]]] = []
    for marker in markers:
        block = report.block_at(marker.start)
        if block.kind in PROSE:
            if not found or found[-1][0] is not block:
                found.append((block, []))
            found[-1][1].append(marker)
    return found


def _read(report: Report, block: Block, markers: list[_Marker], left_open: list[_Run]) -> tuple[list[Hit], list[_Run]]:
    """What is wrong in one paragraph, and the runs that are open behind it.

    A number goes on in any open run, which closes those inside it; a one opens another run.
    """
    hits: list[Hit] = []
    runs: list[_Run] = []
    for i, marker in enumerate(markers):
        open_ = runs if i else left_open
        near = range(len(open_) - 1, max(len(open_) - _DEEPEST, 0) - 1, -1)
        at = next((k for k in near if open_[k][-1].number + 1 == marker.number), -1)
        if at < 0 and marker.number == 1:
            runs.append([marker])
            continue
        if at < 0:
            following = markers[i + 1].number if i + 1 < len(markers) else 0
            known = open_ if i or marker.start == block.start else []
            hit, at = _break(report, block, marker, known, following)
            hits += hit
        if at < 0:
            runs = [[marker]]
            continue
        if open_[at][-1].start < marker.start:
            open_[at].append(marker)
        del open_[at + 1 :]
        if not i:
            runs = [left_open.pop()]
    return hits, (left_open + runs)[-_DEEPEST:]


def _break(report: Report, block: Block, marker: _Marker, open_: list[_Run], following: int) -> tuple[list[Hit], int]:
    """The finding for a number that goes on in no open run, and the index of the run in which it shall go on, -1 for a new one."""
    if not open_:
        inside = report.text[block.start : marker.start]
        return [] if not inside or any(first in inside for first in _FIRST) else [_hit(report, marker, 1, None)], -1
    run = open_[-1]
    if len(run) == 1 and len(open_) > 1 and open_[-2][-1].number + 2 == marker.number:
        return [_hit(report, run[0], marker.number - 1, open_[-2][-1])], len(open_) - 2  # 一是 … 一是 … 三是
    expected = run[-1].number + 1
    hits = [] if _hidden(report, run[-1].start, marker.start, expected) else [_hit(report, marker, expected, run[-1])]
    if following == expected + 1:  # this one alone is wrong
        run.append(marker._replace(number=expected))
    return hits, len(open_) - 1


def _alone(block: Block, runs: list[_Run]) -> _Marker | None:
    """A last 一是 of a paragraph that opens no run, because nothing follows it: it stands for the next number of the run before."""
    if len(runs) < 2 or len(runs[-1]) > 1 or runs[-2][-1].start < block.start:
        return None
    return runs[-1][0] if runs[-1][0].number == 1 else None


def _hidden(report: Report, start: int, end: int, number: int) -> bool:
    """Whether the missing number stands in between in other words."""
    digit = _Marker(0, number, "{}").label
    words = rf"{digit}[是要为来则]|[第其]{digit}[，、,是]|[。；：，]{digit}、|[（(](?:{digit}|{number})[）)]"
    return re.search(words, report.text[start:end]) is not None


def _hit(report: Report, marker: _Marker, expected: int, previous: _Marker | None) -> Hit:
    words = report.text[marker.start : marker.start + 16]
    for i, c in enumerate(words):
        if c in "，。；：\n" and i > len(marker.label):
            words = words[:i]
            break
    values = {"label": marker.label, "expected": marker.told(expected)}
    span = Span(marker.start, marker.start + len(words))
    if previous is None:
        return Hit(span, "late", values, data=values)
    label = previous.label
    related = (Related(Span(previous.start, previous.start + len(label)), Bilingual("前一条", "the item before it")),)
    if previous.number == marker.number:
        return Hit(span, "repeated", values, data=values, related=related)
    return Hit(span, "found", {**values, "previous": label}, data=values, related=related)
