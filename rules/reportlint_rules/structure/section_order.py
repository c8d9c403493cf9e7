"""The parts stand in another order than the mandate names them.

What it finds:
    各部分的先后与规定所列次序不同。默认不启用。

    The parts stand in another order than the mandate names them. Off by default.

Why:
    年度报告的次序只是习惯，把“第一责任人”放在最前很常见，也合规；有固定格式的文种则不能变动。

    For the annual report the order is custom: putting the leaders' duty first is common and lawful. Other kinds have a fixed form.

Instead:
    按规定次序调整。本地要求固定次序的，在配置中启用本规则，并为该文种设 order = "fixed"、为本规则设所需的级别。

    Move the part. Where a local rule fixes the order, select this rule, set order = "fixed" for the kind and the severity you want.

Silent on:
    次序一致的；未启用时。

    Parts in the order of the mandate.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Report, Rule, Severity

_HEAD = "青禾区民政局关于2023年度法治政府建设情况的报告\n一、主要举措和成效\n办案五件。\n"

rule = Rule(
    code="S003",
    name="section-order",
    severity=Severity.INFO,
    default="off",
    title=Bilingual("部分次序不同", "parts in another order"),
    clause=Bilingual(
        "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）所列次序",
        "The order in the Provisions on Supervising the Building of a Law-based Government (2019)",
    ),
    messages={"found": Bilingual("“{part}”的次序与规定不同", "{part} stands in another order than in the mandate")},
    help=Bilingual("如需固定次序，按规定调整", "Move it if the order is fixed for you"),
    good=(
        Example(_HEAD + "二、存在问题\n人手少。\n三、第一责任人履职情况\n局长带头述法。\n四、下步打算\n补充人员。\n"),
    ),
    bad=(
        Example(_HEAD + "二、下步打算\n补充人员。\n三、⟦存在问题⟧\n人手少。\n四、第一责任人履职情况\n局长带头述法。\n"),
    ),
    doc=__doc__,
)  # fmt: skip


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Faults of the grammar about order."""
    for fault in report.faults:
        if fault.what == "order":
            yield Hit(fault.span, values={"part": fault.title}, data={"part": fault.part}, severity=Severity.named(fault.severity))
