"""Ranges of years that are reversed, collapsed, glued together or damaged.

What it finds:
    起止年份颠倒（2025—2021年）、相同（2023—2023年）、粘连（20212025年），或者其中一个年份残缺（2021—205年）。

    Ranges of years that run backwards, that start and end in the same year, that lost their dash, or of which one year is damaged.

Why:
    多半是替换年份、复制或转换格式时出的错；规划的起止年份写错，就成了另一份文件。

    Search and replace, copying or conversion damaged the range; with wrong years a plan is another document.

Instead:
    按文件原名改正起止年份，中间用一字线，如“2021—2025年”。

    Correct the years from the original title, with a dash between them: 2021—2025年.

Silent on:
    学年；以年初、年末为起止的写法；电话、编号、证件号；表格里的减法。

    School years; from the beginning to the end of one year; telephone numbers, codes, identity numbers; subtraction in tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint.document import TABLE_ROW

rule = Rule(
    code="Y006",
    name="year-range",
    severity=Severity.ERROR,
    title=Bilingual("起止年份有误", "wrong range of years"),
    clause=Bilingual("GB/T 15834—2011 4.13.3.2：起止年份之间用一字线", "GB/T 15834—2011, 4.13.3.2: a dash stands between two years"),
    messages={
        "reversed": Bilingual("“{range}”起止年份颠倒", "{range} runs backwards"),
        "days": Bilingual("“{range}”起止时间颠倒", "{range} runs backwards"),
        "collapsed": Bilingual("“{range}”起止年份相同", "{range} starts and ends in the same year"),
        "glued": Bilingual("“{range}”两个年份连在一起，中间缺一字线", "{range}: the dash between the two years is missing"),
        "damaged": Bilingual("“{range}”中有一个年份不对", "{range}: one of the years is damaged"),
    },
    help=Bilingual("按文件原名改正起止年份，中间用一字线", "Correct the years from the original title, with a dash between them"),
    good=(
        Example("《法治政府建设实施纲要（2021—2025年）》和2035年远景目标，2023年至2024年连续两年达标。"),
        Example("2023—2024学年，2023年1月至2023年6月，2023年初至2023年末。"),
        Example("咨询电话：0755-20252021，编号2025-2021-3号，身份证号440301202520210011。"),
        Example("| 项目 | 2025-2021 |\n|---|---|\n| 支出 | 35 |\n", path="report.md"),
    ),
    bad=(
        Example("落实《法治政府建设实施纲要（⟦2025—2021年⟧）》。"),
        Example("落实普法规划（⟦2023-2023⟧），⟦2025年至2021年⟧完成六项任务。"),
        Example("落实实施纲要（⟦20212025年⟧）和规划（⟦2021年2025年⟧），⟦20162020年⟧完成五项。"),
        Example("落实实施纲要（⟦2021—20255年⟧）和⟦2021～205年⟧规划。"),
        Example("⟦2024年3月至2023年12月⟧开展整治，⟦2023年1月10日至2023年1月5日⟧开展检查。"),
    ),
    doc=__doc__,
)

_SECOND = {
    century: LazyPattern(
        rf"{century}(?:(?<=[-‐‑–—―−－~～〜至到]{century})|(?<=[-‐‑–—―−－~～〜至到] {century}))(?P<rest>[0-9]{{1,3}})(?![0-9])"
        r"(?P<behind>年(?:[0-9]{1,2}月|[度末底初中上下学]|第)?)?"
    )
    for century in ("20", "19")
}
_FIRST = LazyPattern(
    r"(?<![0-9.])(?P<year>[0-9]{3,5})(?P<behind>年度?(?P<month>[0-9]{1,2}月(?:[0-9]{1,2}日)?|[末底初])?)?[ ]?(?P<dash>[-‐‑–—―−－~～〜至到]+)[ ]?$"
)
_GLUED = LazyPattern(r"年(?<=(?<![0-9])(?:19|20)[0-9]{2}(?:19|20)[0-9]{2}年)")
_GLUED_IN_BRACKETS = {bracket: LazyPattern(rf"\{bracket}((?:19|20)[0-9]{{2}}年?\s?(?:19|20)[0-9]{{2}}年?)(?=[）)])") for bracket in "（("}
_ANCIENT = LazyPattern(r"(?:前|距今|公元)约?$")
_FULL_DATE = LazyPattern("[0-9]{4}年([0-9]{1,2})月(?:([0-9]{1,2})日)?")
_NEVER = 2100
"""No plan reaches that far."""
_WEAK_DASH = frozenset("-‐‑−－")
"""Between bare numbers these may also be hyphens of codes and minus signs."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Two years with a dash or 至 between them, and two years with nothing between them."""
    text = report.text
    for century, pattern in _SECOND.items():
        for m in pattern.finditer(text) if century in text else ():
            offset = max(0, m.start() - 18)
            first = _FIRST.search(text[offset : m.start()])
            if first and not _ANCIENT.search(text[max(0, offset + first.start() - 4) : offset + first.start()]):
                yield from _range(report, first, m, offset + first.start())
    glued = [Span(m.start() - 8, m.end()) for m in _GLUED.finditer(text)]
    for bracket, pattern in _GLUED_IN_BRACKETS.items():
        glued += [Span(*m.span(1)) for m in pattern.finditer(text) if bracket in text]
    for span in dict.fromkeys(glued):
        yield Hit(span, "glued", {"range": text[span.start : span.end]})


def _range(report: Report, first: re.Match[str], second: re.Match[str], start: int) -> Iterator[Hit]:
    """The finding for a range of years that begins at `start`."""
    wrong = _judge(report, first, second, start)
    if wrong:
        behind = second["behind"] or ""
        end = second.end() if first["month"] or behind == "年度" else second.end("rest") + len(behind[:1])
        last = _FULL_DATE.match(report.text, second.start()) if first["month"] else None
        end = last.end() if last else end
        yield Hit(Span(start, end), wrong, {"range": report.text[start:end]})


def _judge(report: Report, first: re.Match[str], second: re.Match[str], start: int) -> str:
    """What is wrong with a range of years, or an empty text; `start` is where its first year stands."""
    text, end = report.text, second.end()
    behind = second["behind"] or ""
    if behind == "年学" or text.startswith(("学年", "前"), end):
        return ""
    marked = bool(behind or first["behind"])
    bracketed = text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")")
    if (
        not marked
        and not bracketed
        and (first["dash"][0] in _WEAK_DASH or text[end : end + 1].isalnum() or report.block_at(end - 1).kind == TABLE_ROW)
    ):
        return ""
    a, b = first["year"], second[0][:2] + second["rest"]
    if _is_year(a) and _is_year(b):
        if a > b:
            return "reversed"
        if a == b and _days_reversed(text, start, second):
            return "days"
        collapsed = a == b and behind in ("", "年", "年度") and not first["month"]
        return "collapsed" if collapsed and (marked or bracketed) else ""
    damaged = (_is_year(a) or _is_year(b)) and (_is_damaged(a) or _is_damaged(b)) and (marked or bracketed)
    return "damaged" if damaged else ""


def _days_reversed(text: str, start: int, second: re.Match[str]) -> bool:
    """Whether the range that begins at `start` runs backwards within one year: 2023年1月10日至2023年1月5日."""
    first, last = _FULL_DATE.match(text, start), _FULL_DATE.match(text, second.start())
    if first is None or last is None:
        return False
    return (int(first[1]), int(first[2] or 0)) > (int(last[1]), int(last[2] or (99 if first[1] == last[1] else 0)))


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and 1900 <= int(digits) < _NEVER


def _is_damaged(digits: str) -> bool:
    """Whether a number was a year once: one digit is missing, is too much, or is wrong."""
    return int(digits) >= _NEVER if len(digits) == 4 else digits.startswith(("19", "20"))
