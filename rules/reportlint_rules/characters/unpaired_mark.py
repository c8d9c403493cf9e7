"""A quotation mark, bracket or title mark without its partner.

What it finds:
    引号、括号、书名号有左无右、有右无左，或者左右方向弄反（“三项制度“）。一段只报一处。

    A quotation mark, bracket or title mark that is not closed, not opened, or turned the wrong way (“三项制度“). One finding per
    paragraph.

Why:
    引文、篇名从哪里到哪里，读者无从判断。

    The reader cannot tell where the quotation or title begins or ends.

Instead:
    补上缺失的一半，或者改正方向。

    Add the missing half, or turn it round.

Silent on:
    序号的半边括号（1）、①）），英文撇号，全角与半角括号混配，跨段的引文和括注，表格。

    List numbers with half a bracket, apostrophes, a full-width bracket closed by a half-width one, quotations that run over
    several paragraphs, tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint.document import CODE, TABLE_ROW

rule = Rule(
    code="T004",
    name="unpaired-mark",
    severity=Severity.WARNING,
    title=Bilingual("标点不成对", "unpaired mark"),
    clause=Bilingual(
        "GB/T 15834《标点符号用法》：引号、括号、书名号成对使用", "GB/T 15834: quotation marks, brackets and title marks come in pairs"
    ),
    messages={
        "opened": Bilingual("“{mark}”缺少与之配对的“{partner}”", "{mark} has no {partner}"),
        "reversed": Bilingual("“{mark}”左右弄反，应为“{partner}”", "{mark} is turned the wrong way; it should be {partner}"),
        "turned": Bilingual("“{mark}”重复出现，此处应为“{partner}”，或前一处缺少“{partner}”", "{mark} twice without {partner} between"),
    },
    help=Bilingual("补上缺失的一半，或改正方向", "Add the missing half, or turn it round"),
    good=(
        Example("落实“三项制度”（公示、记录、审核），学习《预算法》。"),
        Example("主要任务：1）完善制度；2）加强监督；a）培训。（见附件)"),
        Example("他说：“第一，要守法。\n“第二，要公正。\n“第三，要为民。”\n"),
        Example("It is the people’s court."),
    ),
    bad=(
        Example("落实⟦“三项制度⟧，规范行政执法。\n坚持“放管服”改革。\n"),
        Example("学习宣传《预算法》⟦会计法》⟧等法律法规。"),
        Example("全面推行“双随机、一公开⟦“监管⟧。"),
        Example("全面落实⟦”三项制度“⟧，规范执法。"),
        Example("加强监督⟦（含专项检查⟧。\n"),
    ),
    doc=__doc__,
)

_OPENING, _CLOSING = "“（《〈【〔「『‘", "”）》〉】〕」』’"
_RARE = tuple(zip(_OPENING[3:], _CLOSING[3:], strict=True))
_PARTNER = dict(zip(_OPENING + _CLOSING, _CLOSING + _OPENING, strict=True))
_HALF_WIDTH = {"(": "（", ")": "）"}
_MARKS = LazyPattern(f"[{_OPENING}{_CLOSING}()]")
_NUMBER = LazyPattern(r"(?:[0-9]{1,3}|[a-zA-Z]|[①-⑳])[）)]")
_LONGEST_NUMBER = 3
_FAR = 20
"""Paragraphs over which a quotation may run."""
_RECENT = 40
"""Marks without partner that may still be waiting for one."""
_EXCERPT = 12
_AT_END = LazyPattern("“(?=[，。；、：！？）\n])")
_LONGEST_REVERSED = 24
_STOPS = "，。；：、！？\n"


class _Odd(NamedTuple):
    """A mark without partner."""

    at: int
    mark: str
    block: int
    turned: bool = False


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Only if some mark and its partner are not equally many in the whole text: hardly ever.

    Of a quotation over several paragraphs each begins with an opening mark, and only the last one has the closing mark.
    """
    text = report.text
    if _even(text):
        yield from _reversed(report)
        return
    blocks = [block for block in report.blocks if block.kind not in (TABLE_ROW, CODE)]
    odd: list[_Odd] = []
    for i, block in enumerate(blocks):
        following = text[blocks[i + 1].start] if i + 1 < len(blocks) else ""
        odd += [mark for mark in _odd(text, block.start, block.end, i) if mark.turned or mark.mark != following]
    last = -1
    for found in _alone(odd):
        if found.block != last:
            last = found.block
            values = {"mark": found.mark, "partner": _PARTNER[found.mark]}
            yield Hit(_place(text, found), "turned" if found.turned else "opened", values, data=values)


def _reversed(report: Report) -> Iterator[Hit]:
    """”三项制度“，: both marks of a quotation are turned; a clause never ends with an opening mark."""
    text = report.text
    for m in _AT_END.finditer(text):
        start = text.rfind("”", max(0, m.start() - _LONGEST_REVERSED), m.start())
        if (
            start >= 0
            and "“" not in text[start : m.start()]
            and "\n" not in text[start : m.start()]
            and report.block_at(start).kind not in (TABLE_ROW, CODE)
        ):
            yield Hit(Span(start, m.end()), "reversed", {"mark": "”", "partner": "“"}, data={"mark": "”", "partner": "“"})


def _even(text: str) -> bool:
    """Whether every mark occurs as often as its partner; the rare ones are not even counted where none stands."""
    count = text.count
    if count("“") != count("”") or count("《") != count("》"):
        return False
    if count("（") != count("）") and count("（") + count("(") != count("）") + count(")"):
        return False
    return all(opening not in text or count(opening) == count(closing) for opening, closing in _RARE)


def _odd(text: str, start: int, end: int, block: int) -> list[_Odd]:
    """The marks of one paragraph that have no partner in it."""
    open_: list[tuple[int, str]] = []
    odd: list[_Odd] = []
    for m in _MARKS.finditer(text, start, end):
        mark, at = _HALF_WIDTH.get(m[0], m[0]), m.start()
        if mark in _OPENING:
            if open_ and open_[-1][1] == mark == "“":
                # “甲、“乙”: the second has its partner, the first has none; “甲“: the second is turned the wrong way.
                if _closed(text, at, end):
                    odd.append(_Odd(*open_.pop(), block))
                    open_.append((at, mark))
                else:
                    odd.append(_Odd(at, mark, block, turned=True))
                    open_.pop()
            else:
                open_.append((at, mark))
            continue
        partner = _PARTNER[mark]
        if any(opening == partner for _, opening in open_):
            while open_[-1][1] != partner:
                odd.append(_Odd(*open_.pop(), block))
            open_.pop()
        elif not (mark == "）" and _is_number(text, start, at)) and not (mark == "’" and _is_apostrophe(text, at)):
            odd.append(_Odd(at, mark, block))
    odd += [_Odd(at, mark, block) for at, mark in open_]
    return sorted(odd)


def _closed(text: str, at: int, end: int) -> bool:
    """Whether the quotation mark at `at` is followed by a closing one before another opens."""
    closing, opening = text.find("”", at, end), text.find("“", at + 1, end)
    return closing >= 0 and not 0 <= opening < closing


def _is_number(text: str, start: int, at: int) -> bool:
    """Whether the closing bracket at `at` belongs to the number of an item."""
    return any(
        _NUMBER.fullmatch(text, at - length, at + 1) is not None
        and (at - length == start or not (text[at - length - 1].isalnum() and text[at - length - 1].isascii()))
        for length in range(1, min(_LONGEST_NUMBER, at - start) + 1)
    )


def _is_apostrophe(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isascii() and text[at - 1].isalnum()


def _alone(odd: list[_Odd]) -> list[_Odd]:
    """`odd` without the marks whose partner stands in a later paragraph: a quotation over several paragraphs."""
    alone: list[_Odd] = []
    for mark in odd:
        if mark.mark in _CLOSING:
            recent = alone[-_RECENT:]
            waiting = [o for o in recent if o.mark == _PARTNER[mark.mark] and not o.turned and 0 < mark.block - o.block <= _FAR]
            if waiting:
                alone[-_RECENT:] = [o for o in recent if o not in waiting]
                continue
        alone.append(mark)
    return alone


def _place(text: str, odd: _Odd) -> Span:
    """The mark with the words that it should enclose, up to the next mark."""
    start, end = odd.at, odd.at + 1
    if odd.mark in _CLOSING:
        while start > 0 and odd.at - start < _EXCERPT and text[start - 1] not in _STOPS and text[start - 1] not in _PARTNER:
            start -= 1
    else:
        while end < len(text) and end - odd.at < _EXCERPT and text[end] not in _STOPS and text[end] not in _PARTNER:
            end += 1
    return Span(start, end)
