"""A mask inside a word.

What it finds:
    占位符把一个词从中间切开：实X区生产总值（现地→X）、工业X区（园→X）、人X政府、镇X委。

    A mask that cuts a word in two: 实X区生产总值 (现地 became X), 工业X区 (园 became X), 人X政府, 镇X委.

Why:
    这是全文盲目查找替换的铁证：地名中的字在别的词里也被换掉了。整篇都要核对。

    Proof that a name was searched and replaced blindly: its characters went in other words, too. Check the whole text.

Instead:
    恢复原词，并查找全文中其他被误换的字。

    Restore the word, and look for others of the kind.

Silent on:
    代替整个地名的 XX区、XX市。

    XX区 and XX市, where the mask stands for a whole name.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Report, Rule, Severity
from reportlint_rules.placeholders.masks.kinds import CUT, precedence
from reportlint_rules.placeholders.masks.scan import find_masks

rule = Rule(
    code="P011",
    name=CUT,
    severity=Severity.ERROR,
    title=Bilingual("误替换", "mask inside a word"),
    clause=Bilingual("网上公开样本所见的批量替换痕迹", "Traces of search and replace, as seen in public samples"),
    messages={
        "found": Bilingual("“{text}”：占位符切断了词语，是盲目替换留下的", "“{text}”: the mask cuts a word; it was replaced blindly")
    },
    help=Bilingual("恢复原词，并检查全文", "Restore the word, and check the whole text"),
    good=(Example("XX区实现生产总值两百亿元，推进XX市工业园区建设。"),),
    bad=(
        Example("全年⟦实X区生产总值⟧两百亿元，⟦工业X区⟧产值过半，⟦建X区⟧、强产业。"),
        Example("⟦人×政府⟧常务会议听取汇报，⟦镇X委⟧书记带头学法，推动⟦高质X发展⟧，加强⟦市场×管⟧和⟦普×教育⟧。"),
    ),
    doc=__doc__,
    precedence=precedence(CUT),
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The masks that cut a word."""
    yield from report.shared(find_masks)[CUT]
