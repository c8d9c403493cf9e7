"""Fixed expressions written wrongly.

What it finds:
    固定表述写错：遵法学法（尊法）、双随机一公开（缺顿号）、“12.4”（12·4）、谁执法、谁普法（无顿号）、法治审核（法制审核）、
    推进法治建设第一责任人责任（职责）、智慧普发（普法）、截止目前（截至）等。

    Fixed expressions with a wrong character or mark: 遵法学法 for 尊法学法, 双随机一公开 without its 、, “12.4” for “12·4”, 法治审核
    for 法制审核, 第一责任人责任 for 职责, 普发平台 for 普法平台, 截止目前 for 截至目前.

Why:
    这些表述有中央文件或者法律的固定写法，写错会被检查通报。

    Laws and central documents fix how these are written; inspections name those who write them wrongly.

Instead:
    按固定写法改正。

    Write the fixed form.

Silent on:
    书名号里其他文件的名称；“法制审核”“法制机构”等正确用法；2016年以前文本里的“法制宣传教育”。

    Names of other texts in 《》; 法制 where it is right; older texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportlint import Bilingual, Edit, Example, Fix, Hit, Report, Rule, Severity, Span
from reportlint_rules import facts
from reportlint_rules.years.period import reported_year

rule = Rule(
    code="L003",
    name="fixed-phrase",
    severity=Severity.WARNING,
    title=Bilingual("固定表述有误", "fixed phrase written wrongly"),
    clause=Bilingual(
        "《法治宣传教育法》、国办发〔2018〕118号、GB/T 15835—2011 等",
        "The Law on Legal Publicity, circular 118 of 2018, GB/T 15835—2011 and others",
    ),
    messages={
        "found": Bilingual("“{wrong}”应为“{right}”", "{wrong} should be {right}"),
        "doubtful": Bilingual("“{wrong}”一般写作“{right}”", "{wrong} is usually written {right}"),
    },
    help=Bilingual("按固定写法改正", "Write the fixed form"),
    good=(
        Example("推动尊法学法守法用法，落实“谁执法谁普法”，遵法守纪，开展重大执法决定法制审核。"),
        Example("推行“双随机、一公开”监管，增长12.4%，12.4万人参加“12·4”国家宪法日活动，“1.5”倍。"),
        Example("履行推进法治建设第一责任人职责，压实安全生产第一责任人责任，截至目前已办结。"),
        Example("执行《关于加强“双随机一公开”监管的通知》，报名截止时间为5月，加强法制宣传教育。"),
        Example("学习习近平法治思想，增强意识，坚定自信，做到两个同步，党的二十届三中全会精神，复兴时代，推行一公示一承诺。", year=2023),
        Example("坚定“三个自信”。", year=2014),
        Example("在法制宣传教育中心普及经济发展知识，针对经济开展调研，普发通知。", year=2023),
    ),
    bad=(
        Example("营造⟦遵法学法⟧守法用法氛围，模范⟦遵法、守法⟧，落实“⟦谁执法、谁普法⟧”和“⟦双随机一公开⟧”。"),
        Example("认真履行推进法治建设⟦第一责任人责任⟧，利用“智慧⟦普发平台⟧”学习，⟦截止⟧2023年底办结。"),
        Example("坚持以习近平新时代中国特色⟦社会主意思想⟧为指导。"),
        Example("利用“⟦12.4⟧”国家宪法日、“⟦3.15⟧”消费者权益日开展活动，办好⟦国家宪法宣传日⟧。"),
        Example("落实重大执法决定⟦法治审核⟧，建设⟦法制政府⟧，优化⟦法制化营商环境⟧，坚定⟦做到“四个自信”⟧。"),
        Example("加强⟦法制宣传教育⟧。", year=2022),
        Example("依法⟦做出行政处罚决定⟧3件。"),
        Example(
            "⟦增强“意识”⟧、⟦坚定“自信”⟧、⟦做到“维护”⟧，⟦增强四个⟧、⟦坚定四个⟧、⟦做到两个⟧，深刻⟦领悟“两个”⟧，坚定⟦“三个自信”⟧。", year=2023
        ),
        Example("贯彻党的⟦二十精神⟧和党的⟦二十三中全会⟧精神，深入⟦学习近平⟧法治思想，以习近平新时代中国特色⟦社会主义⟧为指导。"),
        Example("团结在以习近平同志⟦为中心⟧的党中央周围，⟦以习近平为核心⟧，以习近平同志⟦为核心党中央⟧。"),
        Example(
            "推行⟦双随机、一公示⟧监管，落实谁执法⟦谁普发⟧，深化⟦放管服务改革⟧，制定⟦规犯性文件⟧，负责人⟦出庭应述⟧，⟦金山银矿⟧，⟦伟大复新⟧。"
        ),
    ),
    doc=__doc__,
)

_FIX = Bilingual("改为固定写法", "write the fixed form")
_LEFT = 24


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The patterns of those phrases of which a clue stands in the text."""
    text, known = report.text, facts.of(report)
    keys = report.which(known.clues).union(m[0][0] for probe in known.probes for m in probe.finditer(text))
    for phrase in known.phrases if keys else ():
        if not keys.isdisjoint(phrase.keys) and _applies(report, phrase):
            for m in phrase.pattern.finditer(text):
                if phrase.left is None or phrase.left.search(text[max(0, m.start() - _LEFT) : m.start()]):
                    yield from _hit(text, m, phrase)


def _applies(report: Report, phrase: facts.Phrase) -> bool:
    """Whether the form is wrong in a text of this year."""
    return phrase.since == 0 or phrase.since <= (reported_year(report) or 0)


def _hit(text: str, m: re.Match[str], phrase: facts.Phrase) -> Iterator[Hit]:
    """The finding; what a group inside a look-behind took belongs to it."""
    start = min([m.start(), *(m.start(group) for group in range(1, len(m.groups()) + 1) if m[group])])
    if _in_title(text, start):
        return
    right = m.expand(phrase.right)
    yield Hit(
        Span(start, m.end()),
        "doubtful" if phrase.doubtful else "found",
        {"wrong": text[start : m.end()], "right": right},
        {"right": right},
        severity=Severity.INFO if phrase.doubtful else None,
        fix=Fix(_FIX, (Edit(Span(start, m.end()), right),), safe=False),
    )


def _in_title(text: str, at: int) -> bool:
    """Whether `at` lies inside 《》."""
    line = text.rfind("\n", 0, at)
    return text.rfind("《", line + 1, at) > text.rfind("》", line + 1, at)
