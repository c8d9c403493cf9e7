"""Dates that do not exist.

What it finds:
    不存在的日期、时刻、年份，如2月30日、4月31日、13月、平年的2月29日、21时75分、20223年。

    Dates that are in no calendar: 2月30日, 4月31日, 13月, 29 February of a common year; also times and years such as 21时75分, 20223年.

Why:
    日期填错，事项的时间就无从核对。

    A date was mistyped; what happened when cannot be checked any more.

Instead:
    按原始记录改正日期。

    Correct the date from the records.

Silent on:
    月龄、时长（“24月龄”“36个月”）、小数、被遮盖的日期、农历日期。

    Ages and spans in months, decimals, masked dates, dates of the lunar calendar.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span

rule = Rule(
    code="Y005",
    name="impossible-date",
    severity=Severity.ERROR,
    title=Bilingual("日期不存在", "impossible date"),
    clause=Bilingual("公历历法（GB/T 7408）", "The Gregorian calendar (GB/T 7408)"),
    messages={
        "month": Bilingual("“{date}”不存在：一年只有12个月", "{date} does not exist: a year has 12 months"),
        "day": Bilingual("“{date}”不存在：{month}月只有{days}天", "{date} does not exist: month {month} has {days} days"),
        "time": Bilingual("“{date}”不存在：一小时只有60分，一天只有24时", "{date} does not exist: an hour has 60 minutes, a day 24 hours"),
        "year": Bilingual("“{date}”不是年份：年份是四位数字", "{date} is no year: a year has four digits"),
        "zero": Bilingual("“{date}”不存在：月、日从1开始", "{date} does not exist: months and days start at 1"),
    },
    help=Bilingual("按原始记录改正日期", "Correct the date from the records"),
    good=(
        Example("2024年2月29日召开会议，12月31日前完成整改，最长36个月。"),
        Example("18月龄儿童接种率达到98%，累计10.30月均值下降。"),
        Example("会议于8时30分开始、24时00分结束，历时25时30分，指标2：75分，公元203年建城，距今20000年前。"),
        Example("2023年4月1日至30日开展检查，农历二月三十日休市。"),
    ),
    bad=(
        Example("⟦2023年2月29日⟧召开会议，⟦2月30日⟧印发通知，⟦4月31日⟧前完成整改。"),
        Example("会议于⟦25：70分⟧召开，⟦21时75分⟧接警。⟦20223年⟧全县平稳，⟦203年⟧全县办案五件，⟦二〇二三年二月卅日⟧印发。"),
        Example("截至⟦2023年13月⟧底，⟦13月5日⟧检查，⟦0月5日⟧复查，⟦6月45日⟧通报。"),
        Example("于⟦二〇二三年二月二十九日⟧印发，⟦九月三十一日⟧施行。"),
        Example("4月1日至⟦31日⟧开展检查，⟦2023-02-30⟧通报结果。"),
    ),
    doc=__doc__,
)

_SUSPECT = LazyPattern(
    r"月(?:(?<=[2-9][0-9]月|1[3-9]月|[^1]0月|十[三四五六七八九]月)"
    r"|(?<=[0-9]月)(?=(?:[0-9]{1,2}(?:[-—–－～~至到]|——))?(?:29|3[0-9]|[4-9][0-9]|00?)[日号])"
    r"|(?<=[一二三四五六七八九十]月)(?=(?:二十九|三十[一二三四五六七八九]?|廿九|卅一?|[四五六七八九]十[一二三四五六七八九]?)[日号]))"
)
_BEFORE = LazyPattern(r"(?<![0-9.])(?:([12][0-9]{3})年)?(?:[0-9]{1,2}月?[-—–－～~至])?([0-9]{1,2})$")
_BEFORE_IN_WORDS = LazyPattern(r"(?:([一二][〇○零一二三四五六七八九]{3})年)?(?<![一二三四五六七八九十百])([一二三四五六七八九十]{1,2})$")
_YEAR_FURTHER_UP = LazyPattern(r"([12][0-9]{3})年[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:[-—–－～~至到]|——)$")
_DAY = LazyPattern(r"(?:[0-9]{1,2}(?:[-—–－～~至到]|——))?([0-9]{1,2})[日号]")
_DAY_IN_WORDS = LazyPattern(r"([廿卅][一二三四五六七八九]?|[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]")
_MINUTES = LazyPattern(
    r"分(?:(?<=[0-9]时[6-9][0-9]分)|(?<=[于日午晨从自][0-9][：:][6-9][0-9]分)|(?<=[于日午晨从自][0-9][0-9][：:][6-9][0-9]分))(?!钟)"
)
_CLOCK = LazyPattern(r"[0-9]{1,2}[时：:][0-9]{2}分\Z")
_NO_YEAR = LazyPattern(
    r"年(?:(?<=[^0-9.,]20[0-9]{3}年)(?<!00年)(?=度|全|我|[，底初]|[0-9]{1,2}月)|(?<=[\n。，；]20[0-9]年)(?=度|全[县市区省镇]|我[县市区局镇]|[底初]|[0-9]{1,2}月))"
)
"""A year with a digit too many or too few, where a clause begins with it."""
_CALENDAR = LazyPattern(r"份|底|初|末|[上中下]旬|[0-9]{1,2}日")
_TO_A_DAY = LazyPattern(r"日(?:[-—–－～~至到、]|——)((?:29|3[0-9]|[4-9][0-9])[日号])")
_FROM_A_DAY = LazyPattern(r"(?:([12][0-9]{3})年)?(?<![0-9.])([0-9]{1,2})月[0-9]{1,2}$")
_NUMERIC = {
    mark: LazyPattern(rf"\{mark}(?<=(?:19|20)[0-9]{{2}}\{mark})([0-9]{{1,2}})\{mark}([0-9]{{1,2}})(?![0-9A-Za-z/.\-])") for mark in "-/."
}
_CLAUSE = LazyPattern(r"[，。；、]")
_LUNAR = ("农历", "阴历", "旧历", "闰")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Dates with 月 and 日 in digits or words, ends of ranges without a month, and dates such as 2023-02-30."""
    text = report.text
    for m in _SUSPECT.finditer(text):
        words = not "0" <= text[m.start() - 1] <= "9"
        yield from _in_words(text, m.end()) if words else _in_digits(text, m.end())
    for m in _MINUTES.finditer(text):
        clock = _CLOCK.search(text, max(0, m.start() - 6), m.end())
        if clock:
            yield Hit(Span(*clock.span()), "time", {"date": clock[0]})
    for m in _NO_YEAR.finditer(f"\n{text}"):  # offsets one further
        digits = 5 if text[m.start() - 5].isdigit() else 3
        start = m.start() - 1 - digits
        yield Hit(Span(start, m.end() - 1), "year", {"date": text[start : m.end() - 1]})
    for m in _TO_A_DAY.finditer(text):
        first = _FROM_A_DAY.search(text[max(0, m.start() - 12) : m.start()])
        if first:
            hit = _judge(Span(*m.span(1)), f"{first[2]}月{m[1]}", _number(first[1]), int(first[2]), int(m[1][:-1]))
            yield from hit if 1 <= int(first[2]) <= 12 else ()
    for mark, pattern in _NUMERIC.items():
        for m in pattern.finditer(text) if mark in text else ():
            start = m.start() - 4
            month = int(m[1])
            if _stands_alone(text[start - 1 : start]) and (month <= 12 or mark != "."):
                yield from _judge(Span(start, m.end()), text[start : m.end()], int(text[start : start + 4]), month, int(m[2]))


def _in_digits(text: str, at: int) -> Iterator[Hit]:
    """The date whose 月 ends at `at`."""
    before = _BEFORE.search(text[max(0, at - 13) : at - 1])
    if before is None:
        return
    month, day = int(before[2]), _DAY.match(text, at)
    start = at - 1 - len(before[2]) - (5 if before[1] and len(before[0]) == 5 + len(before[2]) else 0)
    year = _number(before[1])
    if year is None:
        further_up = _YEAR_FURTHER_UP.search(text[max(0, start - 14) : start])
        year = int(further_up[1]) if further_up else None
    if not 1 <= month <= 12 and before[1] is None and not _CALENDAR.match(text, at):
        return  # a span of time or an age
    end = day.end() if day else at
    yield from _judge(Span(start, end), text[start:end], year, month, int(day[1]) if day else None)


def _in_words(text: str, at: int) -> Iterator[Hit]:
    """The date in Chinese numerals whose 月 ends at `at`; without a year it may be one of the lunar calendar."""
    before = _BEFORE_IN_WORDS.search(text[max(0, at - 9) : at - 1])
    day = _DAY_IN_WORDS.match(text, at)
    if before is None or any(word in _CLAUSE.split(text[max(0, at - 12) : at])[-1] for word in _LUNAR):
        return
    year = int("".join(str(_DIGITS[c]) for c in before[1])) if before[1] else None
    month, number = _value(before[2]), _value(day[1].replace("廿", "二十").replace("卅", "三十")) if day else None
    if year is None and (number is None or number == 30):
        return
    start, end = at - 1 - len(before[0]), day.end() if day else at
    yield from _judge(Span(start, end), text[start:end], year, month, number)


def _judge(span: Span, date: str, year: int | None, month: int, day: int | None) -> Iterator[Hit]:
    """A finding if the date does not exist; without a year February has 29 days."""
    values: dict[str, str | int] = {"date": date}
    if month == 0 or day == 0:
        yield Hit(span, "zero", values)
    elif month > 12:
        yield Hit(span, "month", values)
    elif day is not None:
        days = 29 if month == 2 and (year is None or _leap(year)) else 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
        if day > days:
            yield Hit(span, "day", {**values, "month": month, "days": days})


def _stands_alone(before: str) -> bool:
    """Whether the character before a numeric date does not make it part of a path, a code or a version."""
    return not (before.isascii() and before.isalnum()) and before not in ("/", ".", "-")


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _value(numeral: str) -> int:
    """The value of a Chinese numeral below 100."""
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS.get(tens, 1) if ten else 0) * 10 + _DIGITS.get(ones, 0)
