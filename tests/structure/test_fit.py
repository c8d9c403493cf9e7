"""How reports fit their grammar: the cases that real reports brought up."""

from __future__ import annotations

import pytest

from reportlint import Report
from reportlint.engine import Linter
from reportlint.errors import UsageError
from reportlint.plugins import load
from reportlint.readers import read
from reportlint.settings import Settings

REGISTRY = load()
TITLE = "云岭县水利局关于2023年度法治政府建设情况的报告\n"
OPENING = "2023年，县水利局认真落实上级部署，依法履行水行政职责。现将有关情况报告如下：\n"
MEASURES = "主要举措和成效\n修订水行政处罚裁量基准，开展执法检查四次，办结案件六件。\n"
PROBLEMS = "存在的不足和原因\n基层水政执法力量偏弱，主要是专业人员少。\n"
LEADERS = "党政主要负责人履行推进法治建设第一责任人职责情况\n局长带头述法，主持研究法治工作三次。\n"
PLAN = "2024年主要安排\n补充水政执法人员，开展案卷评查。\n"
ALL = (MEASURES, PROBLEMS, LEADERS, PLAN)


def report(text: str, *, path: str = "报告.txt", settings: Settings | None = None) -> Report:
    return Linter(REGISTRY, settings or Settings()).read_report(read(path, text.encode()))


def numbered(*sections: str) -> str:
    return TITLE + OPENING + "".join(f"{n}、{text}" for n, text in zip("一二三四五六七", sections, strict=False))


def faults(found: Report, *kinds: str) -> list[tuple[str, str]]:
    return [(f.what, f.part) for f in found.faults if not kinds or f.what in kinds]


def test_all_parts_no_fault() -> None:
    assert faults(report(numbered(*ALL))) == []


@pytest.mark.parametrize("left_out", range(4))
def test_each_missing_part_is_named(left_out: int) -> None:
    name = ("measures", "problems", "leadership", "plan")[left_out]
    text = numbered(*(part for i, part in enumerate(ALL) if i != left_out))

    assert faults(report(text), "missing", "nested") == [("missing", name)]


def test_all_missing_parts_in_one_pass() -> None:
    assert faults(report(numbered(LEADERS)), "missing") == [("missing", "measures"), ("missing", "problems"), ("missing", "plan")]


def test_missing_part_says_where_it_belongs() -> None:
    found = report(numbered(MEASURES, LEADERS, PLAN))
    (fault,) = found.faults

    assert fault.after and found.text[slice(*fault.after)].startswith("一、主要举措")
    assert fault.before and found.text[slice(*fault.before)].startswith("二、党政主要负责人")


def test_order_is_free() -> None:
    found = report(numbered(LEADERS, MEASURES, PLAN, PROBLEMS))

    assert faults(found, "missing", "nested", "duplicate") == []


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("（一）履行推进法治建设第一责任人职责\n局长带头述法。\n（二）规范执法\n办案六件。\n", "履行推进法治建设第一责任人职责"),
        ("（一）履行推进法治建设第一责任人职责。局长带头述法。\n（二）规范执法。办案六件。\n", "履行推进法治建设第一责任人职责"),
        (
            "一是主要负责人切实履行推进法治建设第一责任人职责。二是规范执法，办案六件。\n",
            "一是主要负责人切实履行推进法治建设第一责任人职责",
        ),
    ],
)
def test_leaders_told_inside_another_part(told: str, place: str) -> None:
    """第一责任人 as subsection, run-in heading or sentence is nested, not missing."""
    found = report(numbered("主要举措和成效\n" + told, PROBLEMS, PLAN))
    (fault,) = found.faults

    assert (fault.what, fault.part) == ("nested", "leadership")
    assert found.text[slice(*fault.span)] == place


@pytest.mark.parametrize(
    "other",
    ["层层压实安全生产第一责任人职责，开展水库巡查。", "各级河长履行第一责任人职责，巡河五十次。", "落实防汛抗旱第一责任人责任制。"],
)
def test_first_responsible_for_something_else(other: str) -> None:
    """第一责任人 of work safety or rivers is not the leaders' duty for the rule of law."""
    assert faults(report(numbered("主要举措和成效\n" + other + "\n", PROBLEMS, PLAN))) == [("missing", "leadership")]


def test_themes_are_the_measures() -> None:
    """Free-form headings that name no part are together the measures."""
    themes = ("坚持高位推动，织密责任体系\n成立专班。\n", "聚焦放管服，优化水事服务\n办件三百。\n", "严格执法，守护江河安澜\n办案六件。\n")
    found = report(numbered(*themes, PROBLEMS, LEADERS, PLAN))

    assert faults(found, "missing", "nested", "duplicate") == []
    assert [s.title[:4] for s in found.parts["measures"].sections] == ["坚持高位", "聚焦放管", "严格执法"]


def test_one_heading_carries_two_parts() -> None:
    found = report(numbered(MEASURES, LEADERS, "存在的问题及下一步打算\n人手少，主要是编制少。下一步补充人员。\n"))

    assert faults(found, "missing", "nested", "duplicate") == []
    assert found.parts["problems"].sections == found.parts["plan"].sections


def test_parts_told_in_a_text_without_headings() -> None:
    """In a report in which nothing is numbered the parts are found in sentences."""
    text = TITLE + OPENING + (
        "我局修订水行政处罚裁量基准，开展执法检查四次，办结案件六件，受理群众来信来访十五件，均按期答复，组织水法规宣讲进乡村十二场，"
        "现场解答群众咨询二百余人次，全年没有发生被纠正的行政行为，也没有败诉的行政诉讼案件，行政执法案卷评查全部合格，得到县政府通报表扬，"
        "群众满意度较上年明显提高，行政审批事项全部进驻政务大厅，办理时限压缩三成以上。\n"
        "局长切实履行推进法治建设第一责任人职责，带头述法。\n"
        "我们也清醒地看到，工作中还存在一些不足，主要是执法人员少。\n"
        "下一步，我局将补充水政执法人员，开展案卷评查。\n"
    )  # fmt: skip

    assert faults(report(text), "missing") == []
    assert [part for _, part in faults(report(text), "nested")] == ["measures", "problems", "leadership", "plan"]


def test_bare_headings() -> None:
    """Headings without numbers, on lines of their own."""
    text = TITLE + OPENING + MEASURES + PROBLEMS + LEADERS + "下一步工作打算\n补充水政执法人员，开展案卷评查。\n"

    assert faults(report(text)) == []


def test_fifth_part_is_never_demanded_but_known() -> None:
    found = report(numbered(*ALL, "其他需要报告的情况\n无。\n"))

    assert faults(found) == []
    assert len(found.parts["other"].sections) == 1


def test_no_demand_before_2019() -> None:
    text = numbered(MEASURES).replace("2023", "2017")

    assert faults(report(text)) == []


def test_head_cut_off() -> None:
    """A report that begins in the middle lacks what was cut."""
    text = "办结案件六件，没有被纠正的行政行为。\n" + "".join(
        f"{n}、{part}" for n, part in zip("二三四", (PROBLEMS, LEADERS, PLAN), strict=True)
    )
    found = report(text, settings=Settings(kind="law-based-government", year=2023))

    assert faults(found, "missing") == [("missing", "measures")]


def test_tail_cut_off() -> None:
    text = numbered(MEASURES, LEADERS, PROBLEMS)[:-6]

    assert faults(report(text), "missing") == [("missing", "plan")]


def test_duplicate_part() -> None:
    found = report(numbered(MEASURES, PROBLEMS, LEADERS, PLAN, "存在的主要问题\n人手少。\n"))
    (fault,) = found.faults

    assert (fault.what, fault.part) == ("duplicate", "problems")
    assert fault.first and found.text[slice(*fault.first)] == "存在的不足和原因"


def test_table_of_contents_is_no_second_part() -> None:
    contents = "".join(f"{n}、{part.splitlines()[0]}\n" for n, part in zip("一二三四", ALL, strict=True))
    text = TITLE + contents + OPENING + "".join(f"{n}、{part}" for n, part in zip("一二三四", ALL, strict=True))

    assert faults(report(text), "duplicate", "missing") == []


def test_summary_lacks_parts_only_as_a_warning() -> None:
    found = report("云岭县水利局2023年上半年依法治县工作总结\n一、主要工作\n办案六件。\n二、下半年打算\n补充人员。\n")
    (fault,) = found.faults

    assert found.subject.kind.value == "work-summary"
    assert (fault.what, fault.part, fault.severity) == ("missing", "problems", "warning")


def test_markdown_headings() -> None:
    text = f"# {TITLE}\n{OPENING}\n" + "\n".join(f"## {part.replace(chr(10), chr(10) * 2, 1)}" for part in ALL)

    assert faults(report(text, path="报告.md")) == []


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ({"leadership": {"required": False}}, []),
        ({"leadership": {"severity": "warning"}}, [("missing", "leadership", "warning")]),
        ({"leadership": {"headings": ["关键少数"]}}, []),
        ({"leadership": {"title": "述法情况"}}, [("missing", "leadership", "error")]),
    ],
)
def test_configuration_overrides_single_parts(overrides: dict[str, dict[str, object]], expected: list[tuple[str, str, str]]) -> None:
    """A province changes single parts without writing a grammar."""
    text = numbered(MEASURES, "抓住关键少数\n开展学法。\n", PROBLEMS, PLAN)
    found = report(text, settings=Settings(parts={"law-based-government": overrides}))

    assert [(f.what, f.part, f.severity) for f in found.faults if f.what != "order"] == expected


def test_configuration_allows_a_level() -> None:
    text = numbered("主要举措和成效\n（一）履行推进法治建设第一责任人职责\n局长带头述法。\n（二）规范执法\n办案六件。\n", PROBLEMS, PLAN)
    found = report(text, settings=Settings(parts={"law-based-government": {"leadership": {"level": 2}}}))

    assert faults(found) == []


def test_configuration_fixes_the_order() -> None:
    settings = Settings(parts={"law-based-government": {"order": "fixed"}})  # type: ignore[dict-item]
    (fault,) = report(numbered(PROBLEMS, MEASURES, LEADERS, PLAN), settings=settings).faults

    assert (fault.what, fault.severity) == ("order", "error")


@pytest.mark.parametrize("wrong", [{"leader": {}}, {"plan": {"requird": True}}, {"plan": {"headings": ["("]}}, {"plan": {"level": "2"}}])
def test_wrong_override_is_refused(wrong: dict[str, dict[str, object]]) -> None:
    with pytest.raises(UsageError):
        Linter(REGISTRY, Settings(parts={"law-based-government": wrong}))


def test_another_year_from_outside_is_no_missing_part() -> None:
    text = numbered("2023年推进法治建设的" + MEASURES, PROBLEMS, LEADERS, PLAN)

    found = report(text, settings=Settings(year=2021))

    assert (found.subject.year.value, found.subject.own_year) == (2021, 2023)
    assert faults(found) == []


def test_year_from_outside_where_the_text_has_none() -> None:
    text = "云岭县水利局法治政府建设情况的报告\n" + "".join(f"{n}、{part}" for n, part in zip("一二三四", ALL, strict=True))

    found = report(text.replace("2024年主要安排", "2024年重点工作"), settings=Settings(year=2023))

    assert (found.subject.year.value, found.subject.own_year) == (2023, None)
    assert faults(found) == []
