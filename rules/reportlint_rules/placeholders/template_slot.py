"""A slot of a template that nobody filled in.

What it finds:
    模板中没有填写的部分：[此处输入标题]、【单位名称】、{{title}}、□□□、____、待补充、（此处填写……）；被清空的文号（〔〕33号、第  号）；没有取舍的“增加（减少）”和填写说明（不涉及的不列）。发文机关自己的（略）只作提示。

    Parts of a template that wait to be filled in: [此处输入标题], 【单位名称】, {{title}}, □□□, ____, 待补充, （此处填写……）; emptied
    numbers (〔〕33号, 第  号); choices not made (增加（减少）) and instructions left in. （略） by the issuer is a notice only.

Why:
    套用模板没有填完，或者删除内容后留下空壳。

    A template was not filled in, or something was deleted and left its shell.

Instead:
    填入内容，删去说明文字和括号。

    Fill it in, and take the instructions and brackets out.

Silent on:
    【公平贸易】等栏目名，[1] 脚注，[政策解读]，□是 □否，Markdown 链接，表头中的“增加（减少）”，“有待完善”。

    Column names such as 【公平贸易】, footnotes [1], [政策解读], check boxes, Markdown links, 增加（减少） as a column, 有待完善.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Report, Rule, Severity
from reportlint_rules.placeholders.masks.kinds import SLOT, precedence
from reportlint_rules.placeholders.masks.scan import find_masks

rule = Rule(
    code="P004",
    name=SLOT,
    severity=Severity.ERROR,
    title=Bilingual("模板未填写", "unfilled slot of a template"),
    clause=Bilingual("《党政机关公文处理工作条例》：公文内容应当完整", "Regulations on official documents: a document must be complete"),
    messages={
        "found": Bilingual("模板中的“{text}”没有填写", "slot “{text}” of a template is not filled in"),
        "blank": Bilingual("“{text}”处空缺，没有填写", "the blank “{text}” is not filled in"),
        "emptied": Bilingual("“{text}”中间空缺，内容被删掉了", "“{text}” has lost what stood in it"),
        "gap": Bilingual("“{text}”：内容尚未补上", "“{text}”: something is still to be filled in"),
        "either": Bilingual("“{text}”没有作出取舍", "“{text}”: the choice was not made"),
        "omitted": Bilingual("“{text}”：此处内容省略", "“{text}”: something is omitted here"),
    },
    help=Bilingual("填入内容，删去说明文字和括号", "Fill it in, and take instructions and brackets out"),
    good=(
        Example("【公平贸易】办理案件两件。\n【以案释法】活动现场\n[政策解读]\n居民收入[1]稳步增长，打造“福[+]计划”。"),
        Example("案卷评查表设【案号】【当事人】【问题】三栏，网站开设“TODO”专栏，推行TODO清单式管理，时间待定，数据需核实。"),
        Example("#法治宣传#话题阅读量两万次，任务清单（年底前完成修改）已下发，案卷（含补充材料）按规定填写，由办公室牵头（各科室配合）。"),
        Example("监督机制有待完善、力量有待补充。是否公开：□是 □否"),
        Example("见[办事指南](https://www.example.gov.cn/guide)。", path="example.md"),
    ),
    bad=(
        Example("⟦[此处输入标题]⟧\n⟦[主送单位]⟧：\n为⟦[目的]⟧，现将⟦[事项]⟧报告如下。"),
        Example("⟦【单位名称】⟧于⟦【时间】⟧召开会议，⟦{{ title }}⟧，⟦${unit}⟧，签发人：⟦□□□⟧，编号⟦____⟧。"),
        Example("依据市府发⟦〔〕33号⟧、县府办⟦〔2020〕号⟧和⟦第  号⟧令。"),
        Example("收入比上年⟦增加（减少）⟧12万元⟦（不涉及的不列）⟧，⟦（此处填写原因）⟧。整改情况：⟦待补充⟧。"),
        Example("⟦｛单位名称｝⟧高度重视，相关数据⟦待核实⟧，此为⟦待补⟧数据两处。"),
        Example(
            "发放资料⟦（数量）⟧份⟦（具体数据由统计科核实后填入）⟧，⟦#单位名称#⟧、⟦[[title]]⟧和⟦{amount}⟧，⟦（根据实际情况修改）⟧⟦（约500字）⟧。"
        ),
        Example("附表⟦（略）⟧"),
    ),
    doc=__doc__,
    precedence=precedence(SLOT),
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The slots of a template."""
    yield from report.shared(find_masks)[SLOT]
