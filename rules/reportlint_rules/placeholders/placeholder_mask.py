"""Letters or signs in the place of a name.

What it finds:
    用 XX、xx、×××、**、○○ 等代替的地名、机构名、人名、系统名；单个 X、×、* 出现在地名、机构、职务之前，或夹在词语之间，也算。同一名称中的几处（XX市XX区财政局）只报一次。

    XX, xx, ×××, **, ○○ and the like instead of the name of a place, body, person or system; a single X, × or * counts when it
    stands before a place, a body or a post, or between words. The masks of one name (XX市XX区财政局) are one finding.

Why:
    报告要向社会公开，占位符说明文稿没有写完，或是照搬了网上隐去名称的范文。

    The report will be published; a mask shows a draft that was not finished, or a model text with its names removed.

Instead:
    写出真实的名称；确属不宜公开的，改写句子，不要用符号代替。

    Write the real name; if it must not be published, rephrase instead of masking.

Silent on:
    X光、1+X证书、“数据要素×”、7×24、电话号码中的*、Markdown 的加粗、公式、法律文书样式中的××、案例中当事人的化名、申论讲义中的“论XX”。

    X光, 1+X证书, “数据要素×”, 7×24, the * inside a telephone number, Markdown bold, formulas, the ×× of statutory forms, parties
    of a case, lessons in writing.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Report, Rule, Severity
from reportlint_rules.placeholders.masks.kinds import NAME, precedence
from reportlint_rules.placeholders.masks.scan import find_masks

rule = Rule(
    code="P001",
    name=NAME,
    severity=Severity.ERROR,
    title=Bilingual("名称被符号代替", "mask instead of a name"),
    clause=Bilingual(
        "《法治政府建设与责任落实督察工作规定》第二十四条：年度报告应当公开",
        "The report must be published: Provisions on supervision, art. 24",
    ),
    messages={
        "found": Bilingual("“{text}”是占位符，没有写明真实名称", "“{text}” is a placeholder: the real name is missing"),
        "person": Bilingual("人名用“{text}”代替，没有写明", "“{text}” stands for the name of a person"),
    },
    help=Bilingual("写出真实名称，或改写句子", "Write the real name, or rephrase"),
    good=(
        Example("新购X光机两台，推广1+X证书制度和F5G+5G+X网络。"),
        Example("实施“数据要素×”行动，热线7×24小时值守，参保率=参保人数÷常住人口×100%。"),
        Example("来电人号码138****1234，已按规定隐去中间四位。"),
        Example("坚持**依法行政**，推进**政务公开**工作。", path="example.md"),
        Example("**（一）抓学习。**镇党委集中学法六次。整理×××部队番号和驻地资料。", path="example.md"),
        Example("建成3A景区一处，A股上市，停车场A区、B区投用，产业园A区派出所搬迁，甲乡遗址发掘。"),
        Example("村民张某某、李××反映的排水问题已经解决。"),
        Example("新建街区一律按照“XX路XX号”的格式统一编排门牌。"),
    ),
    bad=(
        Example("⟦XX市XX区财政局⟧关于2023年度法治政府建设情况的报告"),
        Example("加快法治⟦xx⟧建设，⟦x镇⟧、⟦*乡⟧率先完成任务，⟦××县⟧紧随其后。"),
        Example("赴⟦**集团⟧、⟦**公司⟧开展送法活动，印发《⟦**市司法局⟧工作规则》。"),
        Example("局党组书记、局长⟦***⟧同志带头述法，副局长⟦×××⟧参加。"),
        Example("与⟦○○县⟧共建执法协作机制，⟦A县B镇人民政府⟧、⟦乙县司法局⟧参加，⟦某⟧教授应邀授课。"),
    ),
    doc=__doc__,
    precedence=precedence(NAME),
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The masks that stand for a name."""
    yield from report.shared(find_masks)[NAME]
