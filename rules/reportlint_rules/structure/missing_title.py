"""No title stands before the text.

What it finds:
    正文之前没有标题行，一开头就是正文或“一、”。

    The text begins at once, with its first paragraph or with 一、, and no title stands before it.

Why:
    标题写明谁、哪一年、什么事；没有标题，归档和公开时无从辨认。从网页复制时标题常被漏掉。

    The title says who reports, on which year, on what. It is often lost when a text is copied from a page.

Instead:
    在最前面补上标题，如“××局关于2023年度法治政府建设情况的报告”（写全称和年份）。

    Put a title in front: the full name of the body, the year, the subject, the type of document.

Silent on:
    分两行或三行排的标题；未能识别文种的文稿。

    Titles set in two or three lines; documents of no known kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Report, Rule, Severity

_BODY = (
    "一、2023年推进依法行政的主要举措\n修订裁量基准，开展执法培训。\n二、存在的不足和原因\n力量偏弱，主要是编制少。\n"
    "三、2024年推进法治政府建设的安排\n补充人员。\n"
)
_OPENING = "2023年，青禾区民政局认真落实法治政府建设要求，扎实推进各项工作。现将有关情况报告如下：\n"

rule = Rule(
    code="S006",
    name="missing-title",
    severity=Severity.WARNING,
    title=Bilingual("缺少标题", "no title"),
    clause=Bilingual("GB/T 9704—2012 第7.3.1条：标题由发文机关名称、事由和文种组成",
                     "GB/T 9704—2012, 7.3.1: a title names the issuer, the subject and the type of document"),
    messages={"found": Bilingual("正文前没有标题", "no title stands before the text")},
    help=Bilingual("在最前面补上标题：机关全称＋年份＋事由＋文种", "Put a title in front: issuer, year, subject, type of document"),
    good=(
        Example("青禾区民政局关于2023年度法治政府建设情况的报告\n" + _OPENING + _BODY),
        Example("青禾区民政局关于\n2023年度法治政府建设情况的报告\n" + _OPENING + _BODY),
        Example("第一批次到货清点完毕，请各单位自行领取。\n"),
    ),
    bad=(Example(_OPENING + _BODY, findings=1),),
    doc=__doc__,
)  # fmt: skip


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The grammar of the kind wants a title and there is none."""
    for fault in report.faults:
        if fault.what == "no-title":
            yield Hit(fault.span, severity=Severity.named(fault.severity))
