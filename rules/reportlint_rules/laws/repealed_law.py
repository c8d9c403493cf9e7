"""A law that was no longer in force, cited as current.

What it finds:
    报告年度已经废止的法律、条例仍被当作现行依据引用，如2023年报告中的《合同法》。

    Laws and regulations cited as current although they were no longer in force in the year reported on: 《合同法》 in 2023.

Why:
    依据已经失效，说明沿用了旧稿或者工作依据没有更新。

    The basis is gone: an old text was reused, or the work still follows the old law.

Instead:
    改引取代它的法律；确要提旧法的，写明“原”或者“当时施行的”。

    Cite the law that took its place; where the old one is meant, say so with 原 or 当时施行的.

Silent on:
    讲废止、修改、衔接的句子；“原《合同法》”；写明是废止以前的事；报告年度不明的文本。

    Sentences about the repeal, 原《合同法》, what happened before the repeal, texts of unknown year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportlint import Bilingual, Clues, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint_rules import facts
from reportlint_rules.laws.titles import Title, titles
from reportlint_rules.years.period import clause, half_year, reported_year

rule = Rule(
    code="L002",
    name="repealed-law",
    severity=Severity.ERROR,
    title=Bilingual("引用已废止的法律", "law no longer in force"),
    clause=Bilingual("各法律的废止条款，如民法典第一千二百六十条", "The repeal clauses, such as article 1260 of the Civil Code"),
    messages={
        "found": Bilingual("《{name}》自{date}起不再施行", "《{name}》 has not been in force since {date}"),
        "replaced": Bilingual(
            "《{name}》自{date}起不再施行，现为《{by}》", "《{name}》 has not been in force since {date}; it is 《{by}》 now"
        ),
        "unsure": Bilingual("《{name}》可能已经失效，请核对", "《{name}》 is probably no longer in force; please check"),
    },
    help=Bilingual("改引现行法律；确指旧法的，写明“原”", "Cite the law in force; where the old one is meant, write 原"),
    good=(
        Example("宣传《民法典》《劳动合同法》，废止《合同法》配套文件3件，原《物权法》的规定并入。", year=2023),
        Example("依据当时施行的《合同法》审结积案，2019年签订的协议适用《担保法》。", year=2023),
        Example("宣传《合同法》和《信访条例》。", year=2020),
        Example("依据劳动合同法、民法典办理，按照合同法律关系处理，根据物权法定原则，依据原合同法审结积案。", year=2023),
        Example("宣传《合同法》和《信访条例》。"),
        Example("举办从《婚姻法》到《民法典》的变迁讲座。", year=2023),
    ),
    bad=(
        Example("依据⟦合同法⟧、⟦物权法⟧办理案件。", year=2023),
        Example("宣传⟦《合同法》⟧《预算法》和⟦《中华人民共和国物权法》⟧，贯彻⟦《信访条例》⟧。", year=2023),
        Example("组织学习《民法典》⟦《侵权责任法》⟧等法律，2023年依据⟦《公司登记管理条例（2016年修订）》⟧办理登记。", year=2023),
    ),
    doc=__doc__,
)

_PAST_WORDS = LazyPattern(r"废止|失效|当时|不再|取代|替代|代替|更名|旧法|同时停止|不一致|[以之]前|变迁|沿革|衔接|相比|修改为|上升为|编纂")
_STATED = LazyPattern(r"[12][0-9]{3}(?=年(?!以来|起))")
_REACH = 200
"""Characters of a clause that are read: laws are named in long rows."""
_BASIS = Clues("[依根]据 [按依]照")
_LAW = LazyPattern(r"[^，。；《\n法]{2,18}法")
_ITEM = LazyPattern(r"(?:^|[、和与及])(?:中华人民共和国)?(?P<name>[^、和与及《》，]{2,11}?法)(?=$|[、和与及的第规等办审处依执])")
_MID_YEAR = "07-01"


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Names in 《》 of laws with a date of repeal."""
    year = reported_year(report)
    if year is None:
        return
    known = facts.of(report).laws if "《" in report.text else {}
    limit = f"{year}-{_MID_YEAR}" if half_year(report) else f"{year}-12-31"
    for title in report.shared(titles) if known else ():
        law = known.get(title.name)
        if law and law.ceases and law.ceases <= limit and not _told_as_past(report, title, law):
            yield _hit(title, law, year)
    yield from _unmarked(report, facts.of(report).laws, limit, year)


def _unmarked(report: Report, laws: Mapping[str, facts.Law], limit: str, year: int) -> Iterator[Hit]:
    """Names without 《》 behind 依据, 根据, 按照, 依照: only laws, and only where the name ends there."""
    text = report.text
    for start in (at + 2 for at in report.places(_BASIS) if _LAW.match(text, at + 2)):
        items = clause(text, start, start, _REACH)[1]
        if "法" not in items or _PAST_WORDS.search(items):
            continue
        for item in _ITEM.finditer(items):
            law = laws.get(item["name"])
            if law and law.kind == "law" and law.verified and law.ceases and law.ceases <= limit:
                span = Span(start + item.start("name"), start + item.end("name"))
                yield _hit(Title(span, law.name, law.name, full=False, draft=False), law, year)


def _hit(title: Title, law: facts.Law, year: int) -> Hit:
    """An error; a warning where the law was in force for more than half of the year; information where the date is unverified."""
    message = "unsure" if not law.verified else "replaced" if law.replaced_by else "found"
    severity = Severity.INFO if not law.verified else Severity.WARNING if law.ceases > f"{year}-{_MID_YEAR}" else None
    values = {"name": law.name, "date": law.ceases, "by": law.replaced_by}
    return Hit(title.span, message, values, {"ceases": law.ceases, "replaced_by": law.replaced_by}, severity=severity)


def _told_as_past(report: Report, title: Title, law: facts.Law) -> bool:
    """Whether the clause is about the repeal or about what happened before it."""
    left, right = clause(report.text, *title.span, _REACH)
    if left.endswith(("原", "旧", "老", "从")) or right.startswith(("到", "升级")) or _PAST_WORDS.search(left) or _PAST_WORDS.search(right):
        return True
    before = [m[0] for m in _STATED.finditer(left)]
    return bool(before) and before[-1] < law.ceases[:4]
