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

    Titles set in two or three lines; documents that do not say that they report.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint.document import ADDRESSEE, OPENING, TITLE

_BODY = (
    "一、2023年推进依法行政的主要举措\n修订裁量基准，开展执法培训。\n二、存在的不足和原因\n力量偏弱，主要是编制少。\n"
    "三、2024年推进法治政府建设的安排\n补充人员。\n"
)
_OPENING = "2023年，青禾区民政局认真落实法治政府建设要求，扎实推进各项工作。现将有关情况报告如下：\n"
_HALF_YEAR = "一、主要工作完成情况\n新建灌渠两条。\n二、下半年重点工作\n补种林木。\n"

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
        Example("第一批次到货清点完毕。现将领取办法说明如下：\n一、领取时间\n周三上午。\n"),
    ),
    bad=(
        Example(_OPENING + _BODY, findings=1),
        Example("⟦⟧区委、区政府：\n上半年，我镇抓项目、促增收，各项工作平稳推进。现将主要情况汇报如下。\n" + _HALF_YEAR),
    ),
    doc=__doc__,
)  # fmt: skip


_REPORTS = LazyPattern(r"[告报结](?<=报告|汇报|总结)如下\s?[：:。，]?\s*\Z")
_LEAD = 3
"""Blocks before the first heading that are looked at."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The grammar of the kind wants a title and there is none; or a text of no known kind opens with 现将……报告如下."""
    faults = [fault for fault in report.faults if fault.what == "no-title"]
    for fault in faults:
        yield Hit(fault.span, severity=Severity.named(fault.severity))
    if not faults and not report.subject.kind.origin and _opens_as_report(report):
        yield Hit(Span(report.blocks[0].start, report.blocks[0].start))


def _opens_as_report(report: Report) -> bool:
    """Whether the text begins at once with an address or an opening that leads to 一、 as reports do."""
    lead = report.blocks[:_LEAD]
    if not lead or lead[0].kind not in (ADDRESSEE, OPENING) or any(block.kind == TITLE for block in lead):
        return False
    first = report.sections[0].block.heading if report.sections else None
    return (
        first is not None
        and first.style == "cjk"
        and first.number == 1
        and any(block.kind == OPENING and _REPORTS.search(report.text, block.start, block.end) for block in lead)
    )
