"""A plan whose time is over, or an earlier congress, taken as the guide of the present.

What it finds:
    已经到期的规划、纲要仍被当作现行依据（2023年“按照‘七五’普法规划”）；2023年以后只讲学习贯彻党的十九大精神；届数对不上年份的“第九个国家宪法日”；
    2024年以后仍把常态化疫情防控当作当前任务。

    Plans and outlines followed after their time, an earlier congress as the only guide, a count that belongs to an earlier year, measures
    against the epidemic as work of today after 2023.

Why:
    多半是沿用旧稿，未按新的部署更新。

    Mostly an old text was reused.

Instead:
    改为现行规划和最新部署；确系总结前期工作的，写明“期间”“以来”。

    Name the plan in force; where the past is meant, say so with 期间 or 以来.

Silent on:
    “十三五”以来、“七五”普法期间；总结、收官、验收；最新会议同时写到的。

    “十三五”以来, what sums a plan up, texts that name the later congress too.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint_rules import facts
from reportlint_rules.laws.titles import titles
from reportlint_rules.years.ordinals import counted
from reportlint_rules.years.period import clause, looks_ahead, reported_year
from reportlint_rules.years.plans import Mention, mentions

rule = Rule(
    code="Y004",
    name="stale-reference",
    severity=Severity.WARNING,
    title=Bilingual("依据的规划或会议已经过时", "reference out of date"),
    clause=Bilingual("各规划的起止年份；党的代表大会召开日期", "The spans of the plans; the dates of the congresses"),
    messages={
        "plan": Bilingual("“{name}”规划{end}年已经到期，报告年度是{year}年", "plan {name} ended in {end}; the report is on {year}"),
        "outline": Bilingual("{name}{end}年已经到期，报告年度是{year}年", "{name} ended in {end}; the report is on {year}"),
        "congress": Bilingual(
            "报告年度是{year}年，只写了党的{name}，没有写党的{current}", "the report is on {year} and names {name} only, not {current}"
        ),
        "ordinal": Bilingual(
            "第{number}个{name}是{of}年的，报告年度是{year}年", "{name} number {number} was in {of}; the report is on {year}"
        ),
        "epidemic": Bilingual(
            "报告年度是{year}年，疫情防控已不是当前任务", "the report is on {year}, when this was no task of the day any more"
        ),
    },
    help=Bilingual("改为现行规划、最新部署；确系回顾的，写明“期间”“以来”", "Name what is in force; where the past is meant, say so"),
    good=(
        Example("“十三五”以来成效明显，“七五”普法期间获评先进，做好“七五”普法规划总结验收。", year=2023),
        Example("落实“八五”普法规划，按照《法治政府建设实施纲要（2021—2025年）》推进，学习党的十九大、二十大精神。", year=2023),
        Example("按照“七五”普法规划要求推进普法，推进“十三五”搬迁后续扶持。", year=2020),
        Example("按照“七五”普法规划要求推进普法。"),
        Example("开展第九个国家宪法日活动，党的十八大以来成绩显著。", year=2022),
        Example("学习贯彻党的十九届六中全会精神，坚持依法行政。", year=2022),
    ),
    bad=(
        Example("按照⟦“七五”普法⟧规划要求，推进普法工作，落实⟦“十三五”⟧规划任务。", year=2023),
        Example("深入贯彻落实⟦《法治政府建设实施纲要（2015—2020年）》⟧，建设法治政府。", year=2023),
        Example("全面贯彻落实⟦党的十九大⟧和十九届历次全会精神，开展第⟦九个国家宪法日⟧活动。", year=2024),
        Example("做好⟦常态化疫情防控⟧，保障民生。", year=2024),
    ),
    doc=__doc__,
)

_CURRENT = LazyPattern(
    r"(?:按照|根据|依据|依照|落实|贯彻|执行|实施|对照|围绕|紧扣|推进|对标|启动|开展|抓[好实]|做好|深化|制定|编制|印发|出台)[^，。；]{0,12}$"
)
_OVER = LazyPattern(r"总结|验收|收官|终期|评估|以来|期间|时期|末|先进|表彰|获评|荣获|圆满|回顾|接续|衔接|基础上|到期|曾|上一轮")
_COMPLETED = LazyPattern(r"(?:完成|巩固)[^，。；]{0,4}$")
_PLAN_WORDS = LazyPattern(
    r"(?:[^，。；“”《》]{0,14}(?:规划|纲要|方案)(?:纲要)?|(?:普法)?(?:依法治理)?(?:规划|各项工作|工作|任务|宣传教育|宣传|教育|责任清单|责任|目标任务)|普法|法治宣传教育(?:规划)?)的?"
    r"(?:$|[^\u4e00-\u9fff]|要求|部署|任务|目标|确定|明确|精神|安排|完成|推进|开展|抓|做|[和及与])"
)
_YEAR_OF_PLAN = LazyPattern(r"[^，。；“”]{0,10}(?:关键|攻坚|开局|起步|收官|决胜|推进)[^，。；“”]{0,3}年")
_PAST_YEAR = LazyPattern(r"[12][0-9]{3}(?=年)")
_GUIDE = LazyPattern(
    r"大(?:(?<=党的十[八九]大)|(?<=[和、]十[八九]大))(?!以来|报告)|届(?<=十[八九]届)(?:历次|[一二三四五六七]中[、和一二三四五六七中]*)全会"
)
_GUIDING = LazyPattern(r"(?:学习|贯彻|落实|宣传|领会|学懂|按照|围绕|以)[^，。；]{0,40}$")
_SPIRIT = LazyPattern(r"[^，。；“]{0,30}精神")
_EPIDEMIC = LazyPattern(r"疫(?:(?<=常态化疫)情防控|(?<=统筹疫)情防控和|(?<=统筹推进疫)情防控和)")
_EPIDEMIC_LEADS = ("常态化", "统筹推进", "统筹")
_EPIDEMIC_OVER = 2023
_SPAN = LazyPattern(r"（([0-9]{4})—([0-9]{4})年）$")
_CONGRESSES = ("十八大", "十九大", "二十大", "二十一大")
_SETTLED = "01-01"


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Plans in “” and 《》, the guiding congress, counted days and the epidemic, for reports of a known year."""
    year = reported_year(report)
    if year is None:
        return
    known = facts.of(report)
    for mention in report.shared(mentions):
        if mention.plan.end < year:
            yield from _plan(report, mention, year)
    yield from _outlines(report, year)
    yield from _congress(report, known, year)
    for day in report.shared(counted):
        if day.year < year and not _is_dated(report, day.span.start, day.year):
            yield Hit(day.span, "ordinal", {"name": day.name, "number": day.number, "of": day.year, "year": year})
    if year > _EPIDEMIC_OVER and "疫情防控" in report.text:
        yield from _epidemic(report, year)


def _plan(report: Report, mention: Mention, year: int) -> Iterator[Hit]:
    """A five-year plan that is called current, or of which this is said to be a year."""
    span, plan, left, right = mention
    followed = _CURRENT.search(left) and _PLAN_WORDS.match(right) and not _OVER.search(left + right) and not _COMPLETED.search(left)
    years = [int(m[0]) for m in _PAST_YEAR.finditer(report.text, report.sentence(span.start).start, span.start)]
    lived = "是" in left and _YEAR_OF_PLAN.match(right) and (not years or years[-1] > plan.end)
    if followed or lived:
        end = span.end + 2 if right.startswith("普法") else span.end
        yield Hit(Span(span.start, end), "plan", {"name": plan.name, "end": plan.end, "year": year}, {"end": plan.end})


def _outlines(report: Report, year: int) -> Iterator[Hit]:
    """Documents in 《》 with a span of years that is over, also those of provinces and cities; a collapsed span is Y006's."""
    for title in report.shared(titles):
        years = _SPAN.search(title.whole) if title.whole.endswith("年）") else None
        if years and years[1] < years[2] and int(years[2]) < year:
            left, right = clause(report.text, *title.span)
            if _CURRENT.search(left) and not _OVER.search(left + right) and not _COMPLETED.search(left):
                end = int(years[2])
                yield Hit(title.span, "outline", {"name": report.document.read(title.span), "end": end, "year": year}, {"end": end})


def _congress(report: Report, known: facts.Facts, year: int) -> Iterator[Hit]:
    """The first earlier congress taken as guide in a text that does not name the one before the year, nor a later one."""
    text = report.text
    if "党的十" not in text:  # two characters would cost twice as much, and a list begins with 党的
        return
    held = [name for name in _CONGRESSES if name in known.events and known.events[name].known_from < f"{year}-{_SETTLED}"]
    if not held or any(name in text or name.replace("大", "届") in text for name in _CONGRESSES[_CONGRESSES.index(held[-1]) :]):
        return
    for m in _GUIDE.finditer(text):
        start = m.start() - 2 - (2 if text.startswith("党的", max(0, m.start() - 4)) else 0)
        left, right = clause(text, start, m.end())
        if _GUIDING.search(left) and _SPIRIT.match(right):
            values: dict[str, str | int] = {"name": text[m.start() - 2 : m.end()], "current": held[-1], "year": year}
            yield Hit(Span(start, m.end()), "congress", values, {"current": held[-1]})
            return


def _is_dated(report: Report, at: int, year: int) -> bool:
    """Whether the sentence says that it is about that earlier year."""
    sentence = report.document.read(report.sentence(at))
    return f"{year}年" in sentence or any(word in sentence for word in ("去年", "上年", "上一年"))


def _epidemic(report: Report, year: int) -> Iterator[Hit]:
    text = report.text
    for m in _EPIDEMIC.finditer(text):
        left, right = clause(text, m.start(), m.end())
        if not _OVER.search(left + right) and not looks_ahead(report, m.start()):
            lead = next(word for word in _EPIDEMIC_LEADS if text[: m.start()].endswith(word))
            yield Hit(Span(m.start() - len(lead), m.start() + 4), "epidemic", {"year": year})
