"""A required part exists only below the top level, or only as a sentence.

What it finds:
    必备部分没有单独成为一级标题，只写成了二级及以下标题，或只在别的部分里用一两句话带过。

    A required part is no section of its own: it stands only under another heading, or only as a sentence.

Why:
    督察工作规定列明了五项内容，单独成篇便于查阅和考核；写在别处也算写了，所以只作提示。

    The mandate lists the contents one by one, and inspectors look for them one by one. Told elsewhere it is told, hence only info.

Instead:
    把这部分内容单列为一级标题；本地有不同规定的，可在配置中写明该部分允许的层级。

    Give the part a top-level heading; where a local rule differs, set the level of the part in the configuration.

Silent on:
    已有一级标题的；配置允许的层级；“安全生产第一责任人”等与法治建设无关的职责。

    Parts with a top-level heading; levels that the configuration allows; first responsible persons of something else, such as safety.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Report, Rule, Severity

_HEAD = "青禾区民政局关于2023年度法治政府建设情况的报告\n现将有关情况报告如下：\n一、主要举措和成效\n"
_TAIL = "二、存在的不足和原因\n执法力量偏弱，主要是编制少。\n三、2024年主要安排\n补充执法人员。\n"

rule = Rule(
    code="S002",
    name="nested-section",
    severity=Severity.INFO,
    title=Bilingual("必备部分未单列", "a required part is no section of its own"),
    clause=Bilingual(
        "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）关于年度报告内容的规定",
        "Provisions on Supervising the Building of a Law-based Government (2019), contents of the annual report",
    ),
    messages={"found": Bilingual("“{part}”没有单列为一级标题，只在此处写到", "{part}: no top-level section, told only here")},
    help=Bilingual("建议单列为一级标题", "Give it a top-level heading"),
    good=(
        Example(
            _HEAD
            + "全年办案五件。\n二、主要负责人履行推进法治建设第一责任人职责情况\n局长带头述法。\n"
            + _TAIL.replace("二、", "三、").replace("三、2", "四、2")
        ),
        Example("青禾区民政局2023年工作总结\n一、主要工作\n办案五件。\n二、存在问题\n人手少。\n三、下步打算\n补充人员。\n"),
    ),
    bad=(
        Example(_HEAD + "（一）⟦履行推进法治建设第一责任人职责⟧\n局长带头述法。\n（二）规范执法\n办案五件。\n" + _TAIL),
        Example(_HEAD + "一是加强领导。⟦主要负责人切实履行推进法治建设第一责任人职责，全年研究法治工作四次⟧。二是规范执法。\n" + _TAIL),
    ),
    doc=__doc__,
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Faults of the grammar that call a part nested."""
    for fault in report.faults:
        if fault.what == "nested":
            yield Hit(fault.span, values={"part": fault.title}, data={"part": fault.part}, severity=Severity.named(fault.severity))
