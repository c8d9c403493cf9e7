"""Headings that skip a level.

What it finds:
    标题越级：“一、”下面直接是“（1）”，“（一）”下面直接是“（1）”，或者全文有“（一）”而某个“一、”下面直接是“1.”。

    A level left out: 一、 or （一） directly over （1）, or 一、 directly over 1. in a text that uses （一） elsewhere.

Why:
    公文结构层次依次为“一、”“（一）”“1.”“（1）”，越级会使层次混乱，也常常说明漏了一级标题。

    The levels of an official document are 一、（一）1.（1）; one left out confuses the reader, and often a heading is missing.

Instead:
    改用下一级的序数，或补上缺少的一级标题。

    Use the number of the next level, or add the heading that is missing.

Silent on:
    全文只有两级时，“一、”下面用“1.”；章下面直接用“（一）”；附件、名词解释和清单里的编号。

    一、 over 1. in a text that has only these two levels; chapters over （一）; numbers in annexes, glossaries and lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Heading, Hit, Related, Report, Rule, Section, Severity, Span
from reportlint.document import ATTACHMENT

rule = Rule(
    code="S011",
    name="heading-level",
    severity=Severity.WARNING,
    title=Bilingual("标题越级", "heading skips a level"),
    clause=Bilingual(
        "GB/T 9704—2012 7.3.3：结构层次序数依次为“一、”“（一）”“1.”“（1）”",
        "GB/T 9704—2012, 7.3.3: the levels are 一、（一）1.（1）",
    ),
    messages={
        "found": Bilingual(
            "“{label}”直接用在“{parent}”下面，越过了“{skipped}”一级", "{label} stands directly under {parent}: level {skipped} is skipped"
        ),
    },
    help=Bilingual("改用下一级序数，或补上缺少的标题", "Use the number of the next level, or add the missing heading"),
    good=(
        Example("一、主要做法\n（一）抓学习\n1.集中学习。全员参加。\n（1）学原文。逐条学习。\n"),
        Example("一、主要做法\n1.抓学习。全员参加。\n2.抓执法。规范有序。\n二、下步打算\n1.抓监督。公开透明。\n"),
        Example("第一章 总体情况\n（一）机构设置。设三个科室。\n"),
    ),
    bad=(
        Example("一、主要做法\n⟦（1）抓学习⟧。全员参加。\n（2）抓执法。规范有序。\n二、下步打算\n抓好落实。\n"),
        Example("一、主要做法\n（一）抓学习\n⟦（1）集中学习⟧。全员参加。\n（2）个人自学。记好笔记。\n（二）抓执法\n规范有序。\n"),
        Example(
            "一、主要做法\n（一）抓学习。全员参加。\n（二）抓执法。规范有序。\n二、下步打算\n⟦1.抓监督⟧。公开透明。\n2.抓服务。便民利企。\n"
        ),
    ),
    doc=__doc__,
)

_SHOWN = ("", "一、", "（一）", "1.", "（1）")
_LONGEST_LEAD = 2
"""Line breaks between two headings that stand directly over each other: a sentence of introduction may be in between."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Each section against the first one inside it."""
    sections = report.sections
    skipping = [
        (sections[i - 1], section)
        for i, section in enumerate(sections)
        if section.parent == i - 1 >= 0 and _skips(report, sections[i - 1], section)
    ]
    if not skipping:
        return
    regular = sum(_heading(section).number == 1 and _heading(section).level == 2 for section in sections)
    annex = report.first(ATTACHMENT)
    for parent, child in skipping:
        over, under = _heading(parent), _heading(child)
        custom = (over.level, under.level) == (1, 3) and len(skipping) > regular
        if (annex and annex.start < child.start) or (custom and not regular):
            continue
        start = max(report.text.rfind(under.label, child.start, under.title.start), child.start)
        values = {"label": under.label, "parent": over.label, "skipped": _SHOWN[over.level + 1]}
        related = (Related(over.title, Bilingual("上一级标题", "the heading above")),)
        severity = Severity.INFO if custom else None  # most of the text does so
        span = Span(start, max(under.title.end, start + len(under.label)))
        yield Hit(span, values=values, data=values, severity=severity, related=related)


def _heading(section: Section) -> Heading:
    assert section.block.heading is not None
    return section.block.heading


def _skips(report: Report, parent: Section, child: Section) -> bool:
    over, under = _heading(parent), _heading(child)
    return (
        1 <= over.level <= 2
        and over.level + 1 < under.level <= 4
        and over.number > 0
        and under.number > 0
        and report.text.count("\n", parent.block.end, child.start) <= _LONGEST_LEAD
    )
