"""What a report is about: kind, year, issuer and date, and where each was found."""

from __future__ import annotations

import pytest

from reportlint import Known, Subject
from reportlint.engine import Linter
from reportlint.plugins import load
from reportlint.readers import read
from reportlint.settings import Settings

REGISTRY = load()
BODY = "一、主要工作\n办案六件。\n"


def subject(text: str, *, path: str = "报告.txt", settings: Settings | None = None) -> Subject:
    return Linter(REGISTRY, settings or Settings()).read_report(read(path, text.encode())).subject


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云岭县水利局关于2023年度法治政府建设情况的报告", "law-based-government"),
        ("云岭县2022年法治政府建设年度报告", "law-based-government"),
        ("云岭县水利局2021年依法行政工作报告", "law-based-government"),
        ("关于2023年法治建设工作情况的汇报", "law-based-government"),
        ("云岭县水利局2023年工作总结", "work-summary"),
        ("云岭县水利局2023年上半年依法治县工作总结及下半年工作计划", "work-summary"),
        ("2023年上半年法治政府建设工作情况报告", "work-summary"),
        ("云岭县水利局关于做好年度工作总结的通知", "general"),
        ("云岭县2024年政府工作报告", "government-work-report"),
        ("云岭县法治政府建设实施方案", "general"),
        ("关于法治宣传教育第八个五年规划的决议", "general"),
    ],
)
def test_kind_from_title(title: str, kind: str) -> None:
    """A title decides; a half-year summary is a summary, whatever its subject."""
    found = subject(f"{title}\n现将有关情况报告如下：\n{BODY}").kind

    assert found.value == kind
    assert found.origin == ("" if kind == "general" else "title")


def test_kind_without_title() -> None:
    """Opening and headings together tell the kind of a text that lost its title."""
    text = "2022年，县水利局深入推进法治政府建设，依法履职。\n一、健全法治机关建设机制\n成立专班。\n二、提升法治建设成效\n办案六件。\n三、存在问题\n人手少。\n"

    assert subject(text).kind == Known("law-based-government", "headings")


def test_topic_in_passing_is_no_kind() -> None:
    """A speech that mentions the rule of law is no annual report on it."""
    text = "各位代表：\n现在，我代表县政府作工作报告。\n一、过去一年工作回顾\n加快法治政府建设，依法行政水平提高。\n二、今年工作安排\n扩大内需。\n"

    assert subject(text).kind.value == "government-work-report"


def test_given_kind_and_year_win() -> None:
    settings = Settings(kind="work-summary", kind_origin="configuration", year=2020, year_origin="option")
    found = subject(f"云岭县2022年法治政府建设年度报告\n{BODY}", settings=settings)

    assert found.kind == Known("work-summary", "configuration")
    assert found.year == Known(2020, "option")


@pytest.mark.parametrize(
    ("text", "path", "year"),
    [
        ("云岭县水利局2021年依法行政工作报告\n2023年，依法履职，成效明显。\n", "a.txt", Known(2021, "title")),
        ("云岭县2021法治政府建设情况报告\n依法履职，成效明显。\n", "a.txt", Known(2021, "title")),
        ("云岭县水利局法治政府建设情况报告\n2021年，我局依法履职，成效明显。\n", "a.txt", Known(2021, "opening")),
        ("云岭县法治政府建设情况报告\n按照要求，现将我局2021年法治政府建设情况报告如下：\n", "a.txt", Known(2021, "opening")),
        ("云岭县法治政府建设情况报告\n我局依法履职，成效明显。\n一、2021年主要工作\n办案。\n", "a.txt", Known(2021, "headings")),
        (
            "云岭县法治政府建设情况报告\n依法履职。\n一、主要工作\n办案六件。\n云岭县水利局\n2022年1月15日\n",
            "a.txt",
            Known(2021, "signature"),
        ),
        ("云岭县法治政府建设情况报告\n依法履职。\n一、主要工作\n办案六件。\n", "夹/2021年报告.txt", Known(2021, "file name")),
        ("云岭县20XX年法治政府建设情况报告\n2021年，依法履职，成效明显。\n", "a.txt", Known(None, "")),
        ("云岭县法治政府建设情况报告\n根据《实施纲要（2021—2025年）》，依法履职，成效明显。\n", "a.txt", Known(None, "")),
    ],
)
def test_year_and_where_it_was_found(text: str, path: str, year: Known[int]) -> None:
    """In the order of places; years of plans and documents are not the report's."""
    assert subject(text, path=path).year == year


def test_issuer_and_date() -> None:
    found = subject("云岭县水利局关于2021年依法行政工作情况的报告\n依法履职。\n一、主要工作\n办案六件。\n云岭县水利局\n2022年1月5日\n")

    assert found.issuer == Known("云岭县水利局", "title")
    assert found.issued == Known("2022-01-05", "signature")


def test_date_in_chinese_numerals() -> None:
    found = subject("法治政府建设情况报告\n依法履职。\n一、主要工作\n办案六件。\n云岭县水利局\n二〇二二年十二月二十一日\n")

    assert found.issuer == Known("云岭县水利局", "signature")
    assert found.issued == Known("2022-12-21", "signature")
