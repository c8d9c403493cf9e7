"""Dates that do not exist, and ranges of years that cannot be (Y005, Y006)."""

from __future__ import annotations

from calendar import monthrange

import pytest

from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.settings import Settings

RULES = load()
NUMERALS = "零一二三四五六七八九"


def found(code: str, text: str) -> list[str]:
    return [finding.text for finding in Linter(RULES, Settings(select=(code,))).check_bytes("report.txt", text.encode()).findings]


def in_words(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else NUMERALS[tens] + "十") + (NUMERALS[ones] if ones else "")


def exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


@pytest.mark.parametrize("year", [2023, 2024, 1900, 2000])
@pytest.mark.parametrize("form", ["{}年{}月{}日", "{}年{:02d}月{:02d}日", "{}-{}-{}", "{}/{:02d}/{:02d}"])
def test_every_day_of_a_year(year: int, form: str) -> None:
    """Exactly the days that are not in the calendar."""
    dates = [(form.format(year, month, day), exists(year, month, day)) for month in range(15) for day in range(34)]

    assert found("Y005", "，".join(date for date, _ in dates) + "。") == [date for date, real in dates if not real]


def test_every_day_in_words() -> None:
    """The same in Chinese numerals."""
    dates = [
        (f"二〇二三年{in_words(month)}月{in_words(day)}日", exists(2023, month, day)) for month in range(1, 15) for day in range(1, 34)
    ]

    assert found("Y005", "，".join(date for date, _ in dates) + "。") == [date for date, real in dates if not real]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2月29日召开会议。", []),
        ("2月30日召开会议。", ["2月30日"]),
        ("6月31号前报送。", ["6月31号"]),
        ("4月1日至31日开展检查。", ["31日"]),
        ("4月1—31日开展检查。", ["4月1—31日"]),
        ("2023年1月1日至2月29日。", ["2月29日"]),
        ("2024年1月1日至2月29日。", []),
        ("截至2023年13月底。", ["2023年13月"]),
        ("2023年1—13月累计。", ["13月"]),
        ("13月份的报表。", ["13月"]),
        ("满24月龄、36个月、第13月薪、期限18月。", []),
        ("农历二月三十日，四月三十一日。", ["四月三十一日"]),
        ("X月31日，6月*日，20XX年2月30日。", ["2月30日"]),
        ("版本2023.13.1，路径/2023/13/45/，编号A2023-02-30。", []),
        ("于2023.2.30印发，于2023/13/5修订。", ["2023.2.30", "2023/13/5"]),
    ],
)
def test_dates(text: str, dates: list[str]) -> None:
    """Ranges, months without days, ages and spans, dates of the lunar calendar, masks, codes."""
    assert found("Y005", text) == dates


@pytest.mark.parametrize("dash", ["-", "－", "–", "—", "——", "～", "~", "至", " - "])
@pytest.mark.parametrize("year", ["", "年"])
def test_every_dash(dash: str, year: str) -> None:
    """Reversed and collapsed with any dash; the right order is silent."""
    assert found("Y006", f"实施纲要（2021{year}{dash}2025年）。") == []
    assert found("Y006", f"实施纲要（2025{year}{dash}2021年）。") == [f"2025{year}{dash}2021年"]
    assert found("Y006", f"实施纲要（2023{year}{dash}2023年）。") == [f"2023{year}{dash}2023年"]


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("纲要（20212025年）和规划(20162020)。", ["20212025年", "20162020"]),
        ("纲要（2021年2025年）。", ["2021年2025年"]),
        ("纲要（2021 2025年）。", ["2021 2025年"]),
        ("规划（2025—2021）和纲要2035—2020。", ["2025—2021", "2035—2020"]),
        ("2021—20255年和2021—205年，202—2025年。", ["2021—20255年", "2021—205年", "202—2025年"]),
        ("2024年3月至2023年12月。", ["2024年3月至2023年12月"]),
        ("2023年至2024年，2021—2025年，1996—2000年，2021—25年。", []),
        ("2023年初至2023年末，2023年1月—2023年6月，2023年至2023年底。", []),
        ("2023—2023学年，2024—2023学年。", []),
        ("距今3000—2000年，公元前206—2023年。", []),
        ("电话0571-20252021，编号2025-2021，身份证330102202520210012。", []),
        ("每吨2050—2000元，2025-2021=4。", []),
        ("截至2021年，由2020年增至2025年。", []),
    ],
)
def test_ranges(text: str, ranges: list[str]) -> None:
    """Glued and damaged years; school years, codes, amounts and ancient times are something else."""
    assert found("Y006", text) == ranges
