"""Wrong and former names of laws.

What it finds:
    书名号里写错的法律、条例、文件名称（《招投标法》《妇女权益保护法》），以及早已被取代的旧名称（《行政复议条例》）。

    Names in 《》 that are no names of laws, such as 《招投标法》 and 《妇女权益保护法》, and former names such as 《行政复议条例》.

Why:
    法律名称有误，等于引用了不存在的依据，属于硬伤。

    A wrong name cites a law that does not exist.

Instead:
    按公布的名称写，可以省去“中华人民共和国”。

    Write the name as promulgated; 中华人民共和国 may be left out.

Silent on:
    通用的简称（《预算法》《保密法》）；前文已用“以下简称”说明的简称；地方性法规；草案。

    Short names in use, short names that the text itself introduces, regulations of provinces and cities, drafts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportlint import Bilingual, Confidence, Edit, Example, Fix, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint_rules import facts
from reportlint_rules.laws.titles import Title, titles
from reportlint_rules.years.plans import mentions

rule = Rule(
    code="L001",
    name="law-name",
    severity=Severity.WARNING,
    title=Bilingual("法律名称有误", "wrong name of a law"),
    clause=Bilingual(
        "全国人大常委会公布的现行有效法律目录；各法规文本", "The list of laws in force of the National People's Congress; the texts"
    ),
    messages={
        "found": Bilingual("没有《{wrong}》，应为《{right}》", "there is no 《{wrong}》; the name is 《{right}》"),
        "short": Bilingual("《{wrong}》是俗称，正式名称是《{right}》", "《{wrong}》 is colloquial; the name is 《{right}》"),
        "span": Bilingual("“{wrong}”的起止年份不对，应为“{right}”", "the years of {wrong} are wrong; it is {right}"),
        "near": Bilingual("没有《{wrong}》这部法，疑为《{right}》", "there is no law 《{wrong}》; probably 《{right}》"),
    },
    help=Bilingual("按公布的名称改正", "Write the name as promulgated"),
    good=(
        Example("深入学习《预算法》《中华人民共和国行政复议法》和《行政处罚法（2021年修订）》，宣传《保密法》。"),
        Example("落实“十四五”规划（2021—2025年）、“十四五”环保规划（2022—2025年），《青禾省法治政府建设实施纲要（2021—2035年）》。"),
        Example("落实《青禾省重大行政决策程序条例》，《重大行政决策程序条例》施行以来运行平稳。"),
        Example("《中小企业服务条例》（以下简称《统计条例》）施行，《统计条例》共六章。"),
        Example("印发《行政执法案卷评查办法》，学习《孙子兵法》，就《住房租赁法（草案）》提出意见。"),
    ),
    bad=(
        Example("认真贯彻⟦《行政复议条例》⟧和⟦《招投标法》⟧，宣传⟦《中华人民共和国治安处罚法》⟧。"),
        Example("开展⟦《妇女权益保护法》⟧⟦《突发事件应急法》⟧和⟦《中华人民共和国乡村振兴法》⟧宣传。"),
        Example("学习⟦《中国人民共和国行政复议法》⟧⟦《行政诉颂法》⟧⟦《政府信息公开条列》⟧，宣传⟦《行政处罚条例》⟧。"),
        Example("落实⟦《法治政府建设实施纲要（2021—2035年）》⟧，实施“十四五”规划⟦（2021—2026年）⟧。"),
        Example("落实⟦《法治政府建设与责任落实督查工作规定》⟧和⟦《法治政府建设实施纲要（2020-2025年）》⟧。"),
    ),
    doc=__doc__,
)

_FIX = Bilingual("改为正式名称", "write the right name")
_NOT_LAWS = ("办法", "方法", "做法", "兵法", "书法", "说法", "看法", "语法", "文法", "手法", "历法", "疗法", "枪法")
_SHORTEST, _SHORTEST_FULL, _LONG, _SHORTEST_RULE = 6, 5, 8, 12
"""Shorter names are too easily like one another: 《电信法》, a plan of the legislator, is one character away from 《电力法》."""


_STATE_MISSPELT = LazyPattern("中国人民共和国|中华人名共和国|中华人民共合国|中华人民和国|中华共和国|中华人共和国|中华人民共国|中华民共和国")
_KIND_MISSPELT = LazyPattern("(?:条列|条理|条利|调例|条侧)$")
_YEARS = LazyPattern("（([0-9]{4})—([0-9]{4})年）$")
_SPAN_BEHIND = LazyPattern("[^，。；“”《》（(]{0,12}([（(]([0-9]{4})年?[-—－–～~至]{1,2}([0-9]{4})年?[)）])")


class _Right(NamedTuple):
    name: str
    message: str


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Names of the table of wrong names, and names that differ in one place from one of the complete list of laws."""
    yield from _spans(report)
    found = report.shared(titles)
    if not found:
        return
    known = facts.of(report)
    for title in found:
        if title.name in known.laws or title.whole in known.laws or title.draft:
            continue
        right = _tabled(title, known) or _slip(title, known) or _near(title, known.laws)
        if right and not _introduced(title, found, report.text):
            wrong = title.whole if title.whole in known.misnomers or right.message == "span" else title.name
            yield Hit(
                title.span,
                right.message,
                {"wrong": wrong, "right": right.name},
                {"right": right.name},
                severity=Severity.INFO if right.message == "short" else None,
                confidence=Confidence.MEDIUM if right.message == "near" else Confidence.HIGH,
                fix=Fix(_FIX, (Edit(_wrong_part(title, wrong), right.name),), safe=False),
            )


def _tabled(title: Title, known: facts.Facts) -> _Right | None:
    misnomer = known.misnomers.get(title.whole) or known.misnomers.get(title.name)
    return _Right(misnomer.right, "short" if misnomer.doubtful else "found") if misnomer else None


def _slip(title: Title, known: facts.Facts) -> _Right | None:
    """A slip in 中华人民共和国 or in the word for the kind of text, or years that are not those of the plan."""
    state = _STATE_MISSPELT.match(title.name)
    if state and title.name[state.end() :] in known.laws:
        return _Right("中华人民共和国" + title.name[state.end() :], "found")
    kind = _KIND_MISSPELT.search(title.name)
    if kind and title.name[: kind.start()] + "条例" in known.laws:
        return _Right(title.name[: kind.start()] + "条例", "found")
    years = _YEARS.search(title.whole)
    if years is None or years[1] >= years[2]:
        return None
    plans = [plan for plan in known.plans.values() if plan.kind == "outline" and plan.name.startswith(title.name + "（")]
    fitting = [plan for plan in plans if str(plan.start) == years[1] or str(plan.end) == years[2]]
    wrong = len(fitting) == 1 and fitting[0].name != title.whole and title.whole not in known.plans
    return _Right(fitting[0].name, "span") if wrong else None


def _spans(report: Report) -> Iterator[Hit]:
    """“十四五”规划（2021—2026年）: years in brackets that reach beyond those of the plan."""
    for mention in report.shared(mentions):
        years = _SPAN_BEHIND.match(mention.right)
        if years and "远景" not in years[0] and years[2] < years[3]:
            start, end = int(years[2]), int(years[3])
            plan = mention.plan
            if (
                (start, end) != (plan.start, plan.end)
                and (start == plan.start or end == plan.end)
                and not plan.start <= start < end <= plan.end
            ):
                span = Span(mention.span.end + years.start(1), mention.span.end + years.end(1))
                values = {"wrong": plan.name + years[1], "right": f"{plan.name}（{plan.start}—{plan.end}年）"}
                yield Hit(span, "span", values, {"right": values["right"]})


def _near(title: Title, laws: Mapping[str, facts.Law]) -> _Right | None:
    """The one known name that differs from this one in one place: the list of laws in force is complete."""
    name = title.name
    if name.endswith("法"):
        kind, shortest = "law", _SHORTEST_FULL if title.full else _SHORTEST
    else:
        kind, shortest = "rule", _SHORTEST_RULE
    if kind == "law" and len(name) == _SHORTEST_FULL and not title.full:
        # So short a name must differ by one character behind its first two.
        close = [law.name for law in laws.values() if law.kind == kind and _one_off(name, law.name)]
        return _Right(close[0], "near") if len(close) == 1 else None
    if len(name) < shortest or name.endswith(_NOT_LAWS):
        return None
    limit = 2 if title.full or len(name) >= _LONG else 1
    close = [
        law.name for law in laws.values() if law.kind == kind and abs(len(law.name) - len(name)) <= 2 and _close(name, law.name, limit)
    ]
    return _Right(close[0], "near") if len(close) == 1 else None


def _one_off(a: str, b: str) -> bool:
    return len(a) == len(b) and a[:2] == b[:2] and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _close(a: str, b: str, limit: int) -> bool:
    """Whether the wrong name `a` differs from `b` in one place only.

    By one character; behind the beginning, which says what a law is about, also by up to `limit`, by one word too much, or by words that
    changed places.
    """
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    x, y = a[start : len(a) - end], b[start : len(b) - end]
    longest = max(len(x), len(y))
    if start == 0:
        return longest <= 1
    return longest <= limit or (len(x) == len(y) <= 4 and x in y + y) or (not y and longest == 2 and len(b) >= _SHORTEST_FULL)


def _introduced(title: Title, found: list[Title], text: str) -> bool:
    """Whether the text itself gives this short name to a text of a longer name."""
    return any(
        (other.name == title.name and text[max(0, other.span.start - 4) : other.span.start].endswith(("简称", "简称为")))
        or (other.name != title.name and other.name.endswith(title.name) and not other.name.startswith("保障"))
        for other in found
    )


def _wrong_part(title: Title, wrong: str) -> Span:
    """The characters that the right name replaces: a span of years at the end only where it is wrong itself."""
    inner = title.inner
    return inner if wrong == title.whole else Span(inner.start, inner.start + len(wrong))
