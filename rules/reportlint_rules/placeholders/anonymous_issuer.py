"""某 in the place of the reporting body itself.

What it finds:
    报告单位把自己写成“某县”“某某局”：在标题、开头、落款中，或者作为履行职责的主语（某局党组认真……）。

    The reporting body calls itself 某县 or 某某局: in the title, the opening or the signature, or as the subject of its duties.

Why:
    报告必须写明是谁的报告；“某县”多半来自网上的范文。

    A report must say whose it is; 某县 mostly comes from a model text.

Instead:
    写出本单位的名称。

    Write the name of your body.

Silent on:
    案例和隐私中的化名：张某某、某公司、某某诉某某；“某些”“某项”等词。

    Parties of a case and private persons: 张某某, 某公司; words such as 某些 and 某项.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Report, Rule, Severity
from reportlint_rules.placeholders.masks.kinds import ISSUER, precedence
from reportlint_rules.placeholders.masks.scan import find_masks

rule = Rule(
    code="P005",
    name=ISSUER,
    severity=Severity.ERROR,
    title=Bilingual("报告单位匿名", "anonymous issuer"),
    clause=Bilingual(
        "GB/T 9704—2012：发文机关用全称或者规范化简称", "GB/T 9704—2012: the issuer is named in full or by its official short name"
    ),
    messages={"found": Bilingual("报告单位写作“{text}”，没有写明名称", "the reporting body calls itself “{text}”")},
    help=Bilingual("写出本单位的名称", "Write the name of your body"),
    good=(
        Example("某公司拖欠货款一案中，张某某、某某公司分别提出申请。"),
        Example("某些单位在某一环节、某个时段存在短板，某镇村民反映的问题已经解决。"),
        Example("一、主要做法\n依据《某省行政处罚听证程序规定》范本组织听证。"),
    ),
    bad=(
        Example(
            "⟦某县⟧2025年度法治政府建设情况报告\n2025年，⟦某县⟧认真落实上级部署，成效明显。\n一、主要做法\n⟦某县政府⟧常务会议带头学法。"
        ),
        Example("一、主要做法\n在⟦某县委⟧、县政府的坚强领导下，⟦某镇⟧狠抓落实，我⟦某局⟧成效明显。"),
        Example("一、主要做法\n⟦某局⟧党组认真履行职责，制定《⟦某市财政局⟧工作规则》。"),
    ),
    doc=__doc__,
    precedence=precedence(ISSUER),
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Where 某 stands for the issuer."""
    yield from report.shared(find_masks)[ISSUER]
