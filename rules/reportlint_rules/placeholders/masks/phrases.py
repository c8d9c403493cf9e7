"""Fixed phrases of the Party's theory and history, damaged by a mask or by deletion, and how to restore them.

Sources: the canonical forms in the resolutions of the 19th and 20th congresses; the congresses: 十八大 2012-11-08,
十九大 2017-10-18, 二十大 2022-10-16; the damaged forms were met on document-sharing sites, which cut names by keyword.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint import Bilingual, Confidence, Edit, Fix, LazyPattern, Span
from reportlint_rules.placeholders.masks.kinds import PHRASE, Mask, mask
from reportlint_rules.placeholders.masks.words import MASKS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from reportlint import Report

LEADER = "习近平"
THOUGHT = "习近平新时代中国特色社会主义思想"
DELETED = (
    r"(?:想(?<=[代义治济军交化明]思想)(?<!习近平新时代中国特色社会主义思想)(?<!习近平..思想)(?<!习近平生态文明思想)"
    r"|心(?<=同志为核心)(?<!习近平同志为核心)|中全会(?<=届中全会)|(?<=党的届)[一二三四五六七]中全会|神(?<=党的大精神)|(?<=平总书记)(?<!习近平总书记)|(?<=近总书记))"
)
"""Behind 思, 核, 届, 精 or 记: phrases from which something may be missing."""

_FIRST_YEAR = 2013
"""The first year of which every report names 习近平 as general secretary."""
_CONGRESSES = ((2013, 2016, "十八大"), (2017, 2021, "十九大"), (2023, 2026, "二十大"))
"""The guiding congress of a report, by the year reported on; in 2012 and 2022 there were two."""

_WIDTH = 16
_NAME_LEFT = LazyPattern(r"(?<![学练温演补复实研])习近?\Z|(?<=习)近\Z")
_NAME_RIGHT = LazyPattern(
    r"近?平?(?=新时代中国特色社会主义(?:经济)?思想|(?:法治|生态文明|经济|外交|强军|文化)思想|总书记|同志为核心)"
    r"(?:[^总同]{0,13}?思想|总书记|同志为核心(?:的党中央)?)"
)
_LEADER_AND_POST = LazyPattern(r"近?平?(?:同志|主席|总书记)")
_CONGRESS_LEFT = LazyPattern(r"党的(?:第?二?十?)\Z|(?:十[五六七八九]|二十)大[、和及，]\Z|(?:贯彻|学习|落实|宣传)\Z")
_CONGRESS_RIGHT = LazyPattern(r"[一二三四五六七八九十]?大(?![会家量型局幅力众政])|次全国代表大会")
_CONGRESS_NUMBER = LazyPattern(r"二?十?\Z")
_PLENUM_LEFT = LazyPattern(r"(?:党的)?第?二?十?[一二三四五六七八九]?(?:届(?:[一二三四五六七]中、)*)?\Z")
_SESSIONS = rf"中(?:、[{MASKS}一二三四五六七]{{1,4}}中)*全会"
_PLENUM_RIGHT = LazyPattern(rf"[一二三四五六七八九十]?届(?:[{MASKS}一二三四五六七]{{1,4}}{_SESSIONS}|(?:历次|[一二三四五六七]次)全会)")
_SESSION_LEFT = LazyPattern(r"届(?:[一二三四五六七]中、)*\Z")
_SESSION_RIGHT = LazyPattern(_SESSIONS)
_WORD_CUT = (
    ("中国特色", "社会", "主义"), ("中国", "特色", "社会主义"), ("", "中国", "特色社会主义"),
    ("总", "书", "记"), ("中国", "共产", "党"), ("中国共", "产", "党"), ("中国", "共", "产党"),
)  # fmt: skip
"""What stands before, inside and behind the mask of a phrase."""
_SLOGANS = (
    ("增强", "四", "意识"), ("树牢", "四", "意识"), ("坚定", "四", "自信"), ("做到", "两", "维护"), ("践行", "两", "维护"),
    ("捍卫", "两", "确立"), ("拥护", "两", "确立"), ("领悟", "两", "确立"),
)  # fmt: skip
"""Verb, number and noun of the numbered slogans."""
_SLOGAN_LEFT = LazyPattern(r"(增强|树牢|坚定|做到|捍卫|拥护|领悟|践行)[“\"]?([四两])个\Z")
_SLOGAN_RIGHT = LazyPattern(r"个(意识|自信|维护|确立)(?=[”\"])")
_RESTORE = Bilingual("恢复固定表述", "restore the fixed phrase")


def masked(report: Report, start: int, end: int) -> Mask | None:
    """The fixed phrase that the mask from `start` to `end` damages, or None."""
    text = report.text
    left = text[max(0, start - _WIDTH) : start]
    if text[end : end + 1] not in _NEIGHBOURS and not left.endswith("个") and LEADER not in left:
        return None
    right = text[end : end + _WIDTH]
    for judge in (_leader, _plenum, _congress, _slogan, _word):
        found = judge(report, start, end, left, right)
        if found:
            return found
    return None


_NEIGHBOURS = "为近平新法生经外强文总同届中大次个主特社产党一二三四五六七八九十思书记主国色会义"
"""What the rest of a damaged phrase can begin with."""


def _leader(report: Report, start: int, end: int, left: str, right: str) -> Mask | None:
    """XXX新时代…思想, XXX法治思想, 以XXX同志为核心, 习XX同志, 习近平XX."""
    rest = _NAME_LEFT.search(left)
    begin = start - len(rest[0]) if rest else start
    m = None if left.endswith(LEADER) else _NAME_RIGHT.match(right)
    if m is None and rest:
        m = _LEADER_AND_POST.match(right)
    if m:
        stop = end + len(m[0])
        name = end + (1 if right[0] == "平" else 2 if right.startswith("近平") else 0)
        sure = rest is not None or not right[name - end :].startswith(("总书记", "同志")) or _since(report, _FIRST_YEAR)
        return _restored(report, Span(begin, stop), Span(begin, name), LEADER, safe=sure)
    if right.startswith("为核心的党中央"):
        return _restored(report, Span(start, end + 7), Span(start, end), LEADER + "同志", safe=_since(report, _FIRST_YEAR))
    at = left.rfind(LEADER)
    if at < 0:
        return None
    head = left[at:]
    begin = start - len(head)
    if head == "习近平" or THOUGHT.startswith(head):
        for length in range(len(THOUGHT) - len(head) - 1, 1, -1):
            if right.startswith(THOUGHT[-length:]):
                if len(head) + length < 7:
                    break  # 习近平XX思想 may have been 法治 or any other
                return _restored(report, Span(begin, end + length), Span(start, end), THOUGHT[len(head) : -length], safe=True)
        return _open(report, begin, end + 2 if right.startswith("思想") else end, "leader")
    return _open(report, begin, end, "leader") if head in {"习近平总", "习近平总书"} else None


def _congress(report: Report, start: int, end: int, left: str, right: str) -> Mask | None:
    """党的XX大, 十九大、XX大, 第XX次全国代表大会."""
    behind, ahead = _CONGRESS_LEFT.search(left), _CONGRESS_RIGHT.match(right)
    if behind is None or ahead is None:
        return None
    if behind[0][:2] in {"贯彻", "学习", "落实", "宣传"} and not right.startswith(("大精神", "大报告")):
        return None
    number = _CONGRESS_NUMBER.search(left)
    first = start - len(number[0]) if number else start
    begin = start - len(behind[0]) if behind[0].startswith("党的") else start
    year = report.subject.year.value
    congress = next((name for a, b, name in _CONGRESSES if year is not None and a <= year <= b), "")
    if not congress or ahead[0].startswith("次"):
        return _open(report, begin, end + len(ahead[0]), "congress" if year else "congress-unknown")
    whole = Span(begin, end + len(ahead[0]))
    return _restored(report, whole, Span(first, whole.end), congress, safe=False)


def _plenum(report: Report, start: int, end: int, left: str, right: str) -> Mask | None:
    """十九届X中全会, XX届六中、X中全会."""
    ahead = _PLENUM_RIGHT.match(right) or (_SESSION_LEFT.search(left) and _SESSION_RIGHT.match(right))
    if not ahead:
        return None
    behind = _PLENUM_LEFT.search(left)
    return _open(report, start - len(behind[0]) if behind else start, end + len(ahead[0]), "plenum")


def _slogan(report: Report, start: int, end: int, left: str, right: str) -> Mask | None:
    """增强“四个XX”, “XX个维护”."""
    behind, ahead = _SLOGAN_LEFT.search(left), _SLOGAN_RIGHT.match(right)
    if behind and right[:1] in '”"':
        word = next((what for verb, count, what in _SLOGANS if behind[1] == verb and behind[2] == count), "")
        return _restored(report, Span(start - 2, end), Span(start, end), word, safe=True) if word else None
    if ahead:
        count = next(count for _, count, what in _SLOGANS if what == ahead[1])
        return _restored(report, Span(start, end + len(ahead[0])), Span(start, end), count, safe=True)
    return None


def _word(report: Report, start: int, end: int, left: str, right: str) -> Mask | None:
    """中国特色XX主义, 中国XX党."""
    for before, word, after in _WORD_CUT:
        if left.endswith(before) and right.startswith(after):
            return _restored(report, Span(start - len(before), end + len(after)), Span(start, end), word, safe=True)
    return None


def deleted(report: Report, m: re.Match[str]) -> Mask | None:
    """The phrase that ends with the match and has lost something, or None when it is whole enough."""
    text, end = report.text, m.end()
    return _DELETED[text[end - 2 : end]](report, text, end)


def _lost_name(report: Report, text: str, end: int) -> Mask | None:
    """新时代中国特色社会主义思想, 习近平新时代特色社会主义思想, 总书记法治思想."""
    at = text.rfind(LEADER, max(0, end - _WIDTH), end)
    if at >= 0:
        rest = text[at:end]
        lost = 7 <= len(rest) < len(THOUGHT) and _subsequence(rest, THOUGHT)
        return _restored(report, Span(at, end), Span(at, end), THOUGHT, safe=True, message="deleted") if lost else None
    phrase = next((thought for thought in _THOUGHTS if text.endswith(thought, 0, end)), "")
    start = end - len(phrase)
    before = text[max(0, start - 6) : start]
    rest_of_name = _REST.search(before)
    if rest_of_name:
        begin, sure = start - len(rest_of_name[0]), True
    elif phrase == _THOUGHTS[0]:
        begin, sure = start, _since(report, 2018)
    elif phrase == "法治思想" and _BEFORE_THOUGHT.search(before) and text[end : end + 1] not in "史家学体源基教观":
        begin, sure = start, False
    else:
        return None
    return _restored(report, Span(begin, end), Span(begin, start), LEADER, safe=sure, message="deleted")


_THOUGHTS = (THOUGHT[3:], "法治思想", "生态文明思想", "经济思想", "强军思想", "外交思想", "文化思想")
_REST = LazyPattern(r"(?<![学练温演补复实研])习近?\Z|(?<![公水和])近?平\Z|总书记\Z")
_BEFORE_THOUGHT = LazyPattern(r"(?:贯彻|落实|学习|践行|领会|坚持以?|宣传|把握|[，、和以用将把于对《“])\Z")


def _lost_leader(report: Report, text: str, end: int) -> Mask | None:
    """以同志为核心, 以近平同志为核心."""
    start = name = end - 5
    while start and text[start - 1] in LEADER and name - start < 3:
        start -= 1
    if text[start - 1] != "以" or text[start:name] == "平":
        return None
    sure = start < name or _since(report, _FIRST_YEAR)
    return _restored(report, Span(start, end), Span(start, name), LEADER, safe=sure, message="deleted")


def _lost_first_name(report: Report, text: str, end: int) -> Mask | None:
    """近平总书记, 习近总书记."""
    start = end - 3
    while start and text[start - 1] in LEADER:
        start -= 1
    if text[start] != "习" and text[start : start + 2] != "近平":
        return None
    return _restored(report, Span(start, end), Span(start, end - 3), LEADER, safe=True, message="deleted")


def _lost_plenum(report: Report, text: str, end: int) -> Mask | None:
    """十九届中全会, 党的届三中全会."""
    start = text.rfind("届", 0, end)
    while start and text[start - 1] in "一二三四五六七八九十":
        start -= 1
    return _open(report, start, end, "plenum") if text[start] != "届" or text.endswith("党的", 0, start) else None


def _lost_congress(report: Report, text: str, end: int) -> Mask | None:
    """党的大精神."""
    return _congress(report, end - 3, end - 3, text[max(0, end - 3 - _WIDTH) : end - 3], text[end - 3 : end])


_DELETED: dict[str, Callable[[Report, str, int], Mask | None]] = {
    "思想": _lost_name, "核心": _lost_leader, "书记": _lost_first_name, "全会": _lost_plenum, "精神": _lost_congress,
}  # fmt: skip


def _subsequence(part: str, whole: str) -> bool:
    """Whether `part` is `whole` without some of its characters."""
    rest = iter(whole)
    return all(c in rest for c in part)


def _since(report: Report, year: int) -> bool:
    return (report.subject.year.value or 0) >= year


def _restored(report: Report, span: Span, wrong: Span, right: str, *, safe: bool, message: str = "found") -> Mask:
    text = report.text
    canonical = text[span.start : wrong.start] + right + text[wrong.end : span.end]
    confidence = Confidence.HIGH if safe or message == "found" else Confidence.MEDIUM
    fix = Fix(_RESTORE, (Edit(wrong, right),), safe)
    return mask(PHRASE, text, *span, message, canonical=canonical, confidence=confidence, fix=fix)


def _open(report: Report, start: int, end: int, message: str) -> Mask:
    return mask(PHRASE, report.text, start, end, message)
