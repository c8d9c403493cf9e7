"""Something told as a fact that happened only after the report could have been written.

What it finds:
    把报告写成以后才发生的事当作已经发生的来写：2021年度报告学习贯彻党的二十大精神，2019年度报告引用《个人信息保护法》。

    Congresses, plenums, laws, plans and terms that came only after the report: 学习贯彻党的二十大精神 in a report for 2021.

Why:
    说明年份写错，或者拿后来的文稿改了年份。

    The year is wrong, or a later text was re-dated.

Instead:
    核对报告年度；确系当年报告的，删去当时还没有的内容。

    Check the year of the report; take out what was not there yet.

Silent on:
    展望：喜迎党的二十大、谋划“十五五”；下一年安排里写下一年才有的会议、规划；法律草案；日期未经核实的只作提示。

    Looking ahead: 喜迎党的二十大, 谋划“十五五”, what the next year is known to bring; drafts of laws.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint_rules import facts
from reportlint_rules.laws.titles import titles
from reportlint_rules.years.ordinals import counted
from reportlint_rules.years.period import clause, looks_ahead, written_by
from reportlint_rules.years.plans import Mention, mentions

rule = Rule(
    code="Y003",
    name="anachronism",
    severity=Severity.ERROR,
    title=Bilingual("写了当时还没有的事", "anachronism"),
    clause=Bilingual(
        "会议、规划、法律的日期；年度报告最迟次年4月1日公开（《法治政府建设与责任落实督察工作规定》）",
        "The dates of congresses, plans and laws; annual reports are public by 1 April of the next year",
    ),
    messages={
        "found": Bilingual("报告最迟写于{by}，“{name}”{date}才有", "the report was written by {by}, but {name} came only on {date}"),
        "law": Bilingual(
            "报告最迟写于{by}，《{name}》{date}才通过", "the report was written by {by}, but 《{name}》 was adopted only on {date}"
        ),
        "force": Bilingual(
            "报告最迟写于{by}，却写了修订后的法律{name}",
            "the report was written by {by}, but tells of a revised law in force from {date} ({name})",
        ),
        "plan": Bilingual(
            "报告最迟写于{by}，“{name}”规划{date}才出台", "the report was written by {by}, but plan {name} was adopted only on {date}"
        ),
    },
    help=Bilingual("核对报告年度，删改当时还没有的内容", "Check the year of the report; take out what was not there yet"),
    good=(
        Example("学习贯彻党的十九大和十九届历次全会精神，以优异成绩迎接党的二十大胜利召开。", year=2021),
        Example("学习宣传贯彻党的二十大和二十届一中全会精神，落实《民法典》。", year=2022),
        Example("高质量编制“十五五”规划，就《生态环境法典（草案）》提出意见，谋划二十大重点工程。", year=2024),
        Example("启动“九五”普法规划编制工作，市委二十届三中全会召开。", year=2023),
        Example("学习贯彻党的二十届四中全会精神。"),
        Example("学习新修订的《行政复议法》，自2024年1月1日起施行。", year=2023),
    ),
    bad=(
        Example("我局深入学习贯彻⟦党的二十大⟧精神，牢记使命。", year=2021),
        Example("学习贯彻党的二十大和⟦二十届二中、三中全会⟧精神，深入宣传⟦《学前教育法》⟧。", year=2022),
        Example("以⟦习近平法治思想⟧为指导，落实⟦《法治政府建设实施纲要（2021—2025年）》⟧，按照⟦“八五”⟧普法规划要求推进工作。", year=2019),
        Example("学习新修订的《行政复议法》，⟦自2024年1月1日起施行⟧。", year=2022),
        Example("开展第⟦十个国家宪法日⟧宣传活动。", year=2021),
    ),
    doc=__doc__,
)

_PLENUM = LazyPattern(
    r"届(?<=(十[八九]|二十)届)(?<![省市区县州盟旗委团会第]..届)((?:[一二三四五六七]中(?:全会)?[、和及]?)*[一二三四五六七]中全会)"
)
_ONES = LazyPattern(r"[一二三四五六七]")
_AHEAD = LazyPattern(r"迎|筹备|备战|即将|将(?:要|于|召开|有|在)|献礼|安保|维稳|护航|展望|准备|期待|选举|推选|预备|征求意见|谋划|前夕")
_TOLD = LazyPattern(
    r"学习|贯彻|落实|宣[传讲]|传达|收[看听]|闭幕|领会|按照|根据|围绕|部署|以来|精神|报告|召开|闭幕|提出|作出|擘画|强调|明确|要求|胜利|指引|指导"
)
_FROM_DAY = LazyPattern(r"自((?:19|20)[0-9]{2})年([0-9]{1,2})月([0-9]{1,2})日起(?:正式)?[施实]行")
_REVISED = LazyPattern("新修[订正改]|修[订正改]后")
_DRAFT = LazyPattern(r"草案|编纂|立法|起草|征求意见|审议|制定|出台|研究|建议|议案")
_PLANNING = LazyPattern(
    r"谋|编制|启动|出台|制[定订]|起草|研究|准备|前期|迎接|蓄势|衔接|面向|争取|开局|筹划|项目储备|思路|意见|调研|论证|期间|时期|将"
)
_PLAN_IN_USE = LazyPattern(r"(?:完成|按照|根据|依据|落实|贯彻|执行|实施|推进|对照|印发)[^，。；“”、和]{0,6}$")
_PLAN_DONE = LazyPattern(r"^(?:以来|[^，。；“”和]{0,10}(?:收官|完成|印发|实施以来))")
_CONGRESS_LEFT = ("大、", "大和", "大以及", "大及")
_CONGRESS_RIGHT = ("精神", "报告", "召开", "胜利", "以来", "作出", "部署", "擘画", "提出")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Events, plenums, laws, plans and counted days that came after the last day on which the report can have been written."""
    by = written_by(report)
    if by is None:
        return
    known = facts.of(report)
    for event in known.events.values():
        if event.known_from <= by:
            break
        if event.kind != "plenum" and _names(report.text, event):
            yield from (_congress if event.kind == "congress" else _term)(report, event, by)
    if "中全会" in report.text:
        yield from _plenums(report, known.events, by)
    yield from _titles(report, known, by)
    yield from _in_force(report, by)
    for mention in report.shared(mentions):
        if mention.plan.adopted > by:
            yield from _plan(report, mention, by)
    for day in report.shared(counted):
        due = f"{day.year}-{day.month:02}-01"
        if due > by and not (looks_ahead(report, day.span.start) and day.year <= int(by[:4])):
            yield _hit(day.span, "found", day.name, due, by, verified=day.verified)


def _names(text: str, event: facts.Event) -> bool:
    for word in event.words:  # noqa: SIM110 - quicker than any() over a generator, and this is asked most
        if word in text:
            return True
    return False


def _hit(span: Span, message: str, name: str, date: str, by: str, *, verified: bool) -> Hit:
    return Hit(span, message, {"name": name, "date": date, "by": by}, {"date": date}, severity=None if verified else Severity.WARNING)


def _congress(report: Report, event: facts.Event, by: str) -> Iterator[Hit]:
    """Mentions of a congress, not those of 二十大工程."""
    for word in event.words:
        at = report.text.find(word)
        while at >= 0:
            span = _as_congress(report.text, at, word)
            if span and _is_told(report, span) and not _expected(report, at, event.known_from):
                yield _hit(span, "found", event.name, event.known_from, by, verified=event.verified)
            at = report.text.find(word, at + len(word))


def _as_congress(text: str, at: int, word: str) -> Span | None:
    """The mention with its 党的, where what stands around it makes it one of the congress."""
    end = at + len(word)
    if text.startswith("党的", max(0, at - 2)):
        return Span(at - 2, end)
    plain = word.startswith("第") or text[max(0, at - 4) : at].endswith(_CONGRESS_LEFT) or text.startswith(_CONGRESS_RIGHT, end)
    return Span(at, end) if plain else None


def _term(report: Report, event: facts.Event, by: str) -> Iterator[Hit]:
    """The first mention of a term."""
    at, word = min((at, word) for word in event.words if (at := report.text.find(word)) >= 0)
    if not _AHEAD.search(clause(report.text, at, at + len(word))[0]):
        yield _hit(Span(at, at + len(word)), "found", word, event.known_from, by, verified=event.verified)


def _plenums(report: Report, events: Mapping[str, facts.Event], by: str) -> Iterator[Hit]:
    """Plenums, also several of them at once: 二十届二中、三中全会. Unlike a congress nobody plans for one by its number."""
    for m in _PLENUM.finditer(report.text):
        late = [
            event
            for number in _ONES.finditer(m[2])
            if (event := events.get(f"{m[1]}届{number[0]}中全会")) is not None and event.known_from > by
        ]
        span = Span(m.start(1), m.end())
        if late and _is_told(report, span):
            yield _hit(span, "found", late[-1].name, late[-1].known_from, by, verified=late[-1].verified)


def _titles(report: Report, known: facts.Facts, by: str) -> Iterator[Hit]:
    """Laws and outlines that were not adopted yet."""
    for title in report.shared(titles):
        law = known.laws.get(title.name) or known.laws.get(title.whole)
        if law is None or law.adopted <= by or title.draft or _had_that_name_before(law, known.laws):
            continue
        left, right = clause(report.text, *title.span)
        if not _DRAFT.search(left + right) and not _expected(report, title.span.start, law.adopted):
            yield _hit(title.span, "law", law.name, law.adopted, by, verified=law.verified)


def _in_force(report: Report, by: str) -> Iterator[Hit]:
    """新修订的《…》自2024年1月1日起施行 in a report for 2022: between revision and effect lies hardly ever more than a year."""
    year = report.subject.year.value
    if year is None:
        return
    for m in _FROM_DAY.finditer(report.text):
        sentence = report.document.read(report.sentence(m.start()))
        if int(m[1]) > year + 1 and _REVISED.search(sentence) and not _DRAFT.search(sentence) and "将" not in sentence:
            date = f"{m[1]}-{int(m[2]):02}-{int(m[3]):02}"
            yield _hit(Span(*m.span()), "force", m[0], date, by, verified=False)


def _had_that_name_before(law: facts.Law, laws: Mapping[str, facts.Law]) -> bool:
    """Whether the name could be short for the law that this one replaced: 《监察法》 for 《行政监察法》."""
    return any(old.replaced_by == law.name and old.name.endswith(law.name) for old in laws.values() if old.replaced_by)


def _plan(report: Report, mention: Mention, by: str) -> Iterator[Hit]:
    """A five-year plan told of as one that is there already."""
    span, plan, left, right = mention
    in_use = _PLAN_IN_USE.search(left) or _PLAN_DONE.search(right)
    if in_use and not _PLANNING.search(left + right) and not _expected(report, span.start, plan.adopted):
        yield _hit(span, "plan", plan.name, plan.adopted, by, verified=plan.verified)


def _is_told(report: Report, span: Span) -> bool:
    """Whether the clause tells of something as a fact, not looking ahead to it."""
    left, right = clause(report.text, *span)
    if _AHEAD.search(left) or _AHEAD.search(right) or right.startswith("代表"):
        return False
    return bool(_TOLD.search(left) or _TOLD.search(right))


def _expected(report: Report, at: int, date: str) -> bool:
    """Whether the place looks ahead to the year in which the thing is due."""
    year = report.subject.year.value
    if year is None or int(date[:4]) > year + 1:
        return False
    return looks_ahead(report, at) or f"{year + 1}年" in report.document.read(report.sentence(at))
