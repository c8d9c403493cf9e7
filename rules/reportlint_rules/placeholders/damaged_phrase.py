"""A fixed phrase that lost a name or number by masking or deletion.

What it finds:
    固定表述残缺：XXX新时代中国特色社会主义思想、XXX法治思想、习新时代……、以XXX同志为核心的党中央、党的XX大、X届X中全会、“四个XX”；以及名字被整个删掉的“以新时代中国特色社会主义思想为指导”。

    Fixed phrases with something missing: XXX新时代中国特色社会主义思想, XXX法治思想, 习新时代……, 党的XX大, X届X中全会, “四个XX”; and
    those from which the name was deleted without a trace.

Why:
    属于严重表述错误，政府网站检查中单项否决。多由网站按关键词屏蔽后再被抄下来。

    A serious wrong expression: one such hit fails a government website. Mostly a site cut the name by keyword, and the rest was copied.

Instead:
    恢复规范表述。届次按报告年度确定，请核对。

    Restore the phrase. The number of a congress follows the year of the report: check it.

Silent on:
    完整的规范表述；“党的二十大”；单说“总书记”；“中国式XX”。

    The whole phrase, 党的二十大, 总书记 by itself, 中国式XX.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Report, Rule, Severity
from reportlint_rules.placeholders.masks.kinds import PHRASE, precedence
from reportlint_rules.placeholders.masks.scan import find_masks

rule = Rule(
    code="P010",
    name=PHRASE,
    severity=Severity.ERROR,
    title=Bilingual("固定表述残缺", "damaged fixed phrase"),
    clause=Bilingual(
        "国务院办公厅政府网站检查指标：严重表述错误单项否决",
        "Inspection of government websites: one serious wrong expression fails the site",
    ),
    messages={
        "found": Bilingual("“{text}”残缺，应为“{canonical}”", "“{text}” is damaged and should read “{canonical}”"),
        "deleted": Bilingual("“{text}”缺字，应为“{canonical}”", "“{text}” has lost something and should read “{canonical}”"),
        "congress": Bilingual(
            "“{text}”的届次被隐去；该年度前后有不同届次，请核对后填写", "the congress in “{text}” is masked; check which one is meant"
        ),
        "congress-unknown": Bilingual(
            "“{text}”的届次被隐去；报告年度不明，请核对后填写", "the congress in “{text}” is masked, and the year of the report is unknown"
        ),
        "plenum": Bilingual("“{text}”的届次被隐去，请核对后填写", "the plenum in “{text}” is masked: check which one is meant"),
        "leader": Bilingual("“{text}”残缺，请恢复完整表述", "“{text}” is damaged: restore the whole phrase"),
    },
    help=Bilingual("恢复规范表述；届次按报告年度核对", "Restore the phrase; check the number of a congress against the year of the report"),
    good=(
        Example("坚持以习近平新时代中国特色社会主义思想为指导，学习习近平法治思想和党的二十大、二十届三中全会精神。"),
        Example("牢记总书记嘱托，学习法治思想史，贯彻习近平新时代中国特色社会主义经济思想。"),
    ),
    bad=(
        Example("坚持以⟦XXX新时代中国特色社会主义思想⟧为指导，践行⟦XXX法治思想⟧。"),
        Example("学习⟦习新时代中国特色社会主义思想⟧，团结在以⟦XXX同志为核心的党中央⟧周围，落实⟦***总书记⟧指示。"),
        Example("以⟦新时代中国特色社会主义思想⟧为指导，贯彻⟦法治思想⟧。"),
        Example("学习贯彻⟦党的XX大⟧精神和⟦XX届X中全会⟧精神，增强“⟦四个XX⟧”。", year=2023),
        Example("学习⟦党的XX大⟧精神。", year=2022),
        Example("学习⟦十九届中全会⟧和党的⟦届三中全会⟧精神。"),
    ),
    doc=__doc__,
    precedence=precedence(PHRASE),
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The fixed phrases that a mask or a deletion damaged."""
    yield from report.shared(find_masks)[PHRASE]
