"""One mandated part appears twice at the top level.

What it finds:
    同一必备部分出现了两个一级标题，如两个“存在的问题”。

    The same part of the mandate has two top-level headings.

Why:
    多半是粘贴了两份材料，或把上一年的一段留在了里面。

    Mostly two drafts were pasted together, or a section of last year was left in.

Instead:
    核对两处内容，合并或删去其一。

    Compare the two and merge them, or delete one.

Silent on:
    合起来构成“主要举措”的多个专题标题；目录中的标题；附件中的标题。

    Themed sections that together are the measures; lines of a table of contents; headings of attachments.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Fault, Hit, Related, Report, Rule, Severity, stated_years

_HEAD = "青禾区民政局关于2023年度法治政府建设情况的报告\n一、主要举措和成效\n办案五件。\n"

rule = Rule(
    code="S004",
    name="duplicate-section",
    severity=Severity.WARNING,
    title=Bilingual("部分重复", "a part stands twice"),
    clause=Bilingual("文稿内容不应重复；见于拼接、粘贴两遍的报告", "Seen in reports that were pasted together or pasted twice"),
    messages={"found": Bilingual("“{part}”出现了两次", "{part} stands twice")},
    help=Bilingual("核对后合并或删去其一", "Merge the two or delete one"),
    good=(
        Example(_HEAD + "二、存在问题\n人手少。\n三、第一责任人履职情况\n局长带头述法。\n四、下步打算\n补充人员。\n"),
        Example("青禾区2023年法治政府建设情况报告\n一、健全制度，夯实基础\n修订办法。\n二、规范执法，服务群众\n办案五件。\n三、存在问题\n人手少。\n"),
        Example("青禾镇2023年工作总结\n一、主要工作\n办案五件。\n二、2023年工作中的不足\n人手少。\n三、2024年存在的困难\n编制少。\n四、工作计划\n补充人员。\n"),
    ),
    bad=(
        Example(_HEAD + "二、存在问题\n人手少。\n三、下步打算\n补充人员。\n四、⟦存在的主要问题及原因⟧\n人手少，编制少。\n"),
    ),
    doc=__doc__,
)  # fmt: skip

_FIRST = Bilingual("第一次在此", "first here")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Faults of the grammar that call a part double."""
    for fault in report.faults:
        if fault.what == "duplicate" and not _of_two_years(report, fault):
            related = (Related(fault.first, _FIRST),) if fault.first else ()
            yield Hit(
                fault.span,
                values={"part": fault.title},
                data={"part": fault.part},
                severity=Severity.named(fault.severity),
                related=related,
            )


def _of_two_years(report: Report, fault: Fault) -> bool:
    """Whether both headings name their year, and not the same: 2023年工作中的不足, 2024年存在的困难."""
    years = [stated_years(report.document.read(span)) for span in (fault.first, fault.span) if span]
    return len(years) == 2 and all(years) and years[0][0].year != years[1][0].year
