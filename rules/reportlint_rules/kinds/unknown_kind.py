"""No kind of report was recognised.

What it finds:
    从标题、开头和各级标题都看不出这是哪一种报告，因此没有核对必备部分，只用了通用规则。

    Neither title nor opening nor headings tell what kind of report this is: the mandate was not checked, the general rules were.

Why:
    没有核对过的，不能当作核对通过。

    What was not checked must not look like a pass.

Instead:
    补全标题；或用 --kind、配置中按路径写明文种。

    Complete the title, or name the kind with --kind or, by path, in the configuration.

Silent on:
    已识别或已指定文种的；只有表格、没有正文的，如 .csv 数据清单。

    Documents whose kind is known or given; tables without any text, such as lists of data in .csv.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Report, Rule, Severity, Span
from reportlint.document import TABLE_ROW

rule = Rule(
    code="E005",
    name="unknown-kind",
    severity=Severity.INFO,
    title=Bilingual("未识别文种", "kind of report unknown"),
    clause=Bilingual("reportlint 自身的约定：没有核对的要说明", "A promise of reportlint: what was not checked is said"),
    messages={
        "found": Bilingual("未能识别文种：没有核对必备部分，只用了通用规则",
                           "no kind of report recognised: required parts not checked, general rules only")
    },
    help=Bilingual("补全标题，或用 --kind 指定文种", "Complete the title, or name the kind with --kind"),
    good=(Example("青禾区民政局2023年工作总结\n一、主要工作\n办案五件。\n"), Example("各村要按时清理沟渠。\n", kind="general")),
    bad=(Example("关于清理沟渠的通知\n各村要按时清理沟渠。\n", findings=1),),
    doc=__doc__,
)  # fmt: skip


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The general kind, when nobody asked for it."""
    if (
        report.subject.kind.value == "general"
        and not report.subject.kind.origin
        and any(block.kind != TABLE_ROW for block in report.blocks)
    ):
        start = report.blocks[0].start
        yield Hit(Span(start, start))
