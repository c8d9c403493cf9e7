"""Headings with nothing under them.

What it finds:
    标题下面没有正文，也没有下级标题。

    Headings with neither text nor subsections under them.

Why:
    只有标题没有内容，说明这一部分没有写，或者复制、排版时丢了正文。

    A heading without content means that the part was not written, or that its text got lost in copying.

Instead:
    补上正文；确实没有内容可写的，删去标题并顺改后面的编号。

    Write the text, or delete the heading and renumber those after it.

Silent on:
    标题后同行接排正文；二级以下几行短句连排的清单；目录；后面是附件或表格的标题。

    Run-in headings; lists of short numbered lines below level one; tables of contents; headings over attachments or tables.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from reportlint import Bilingual, Example, Heading, Hit, Report, Rule, Section, Severity
from reportlint.document import ATTACHMENT, TITLE

rule = Rule(
    code="S005",
    name="empty-section",
    severity=Severity.WARNING,
    title=Bilingual("标题下无内容", "empty section"),
    clause=Bilingual("公文写作通例：标题统领其下的内容", "Practice of official writing: a heading leads the text under it"),
    messages={
        "found": Bilingual("“{title}”下面没有内容", "there is nothing under “{title}”"),
    },
    help=Bilingual("补写正文，或删去标题并顺改编号", "Write the text, or delete the heading and renumber"),
    good=(
        Example(
            "一、工作情况\n（一）强化领导。成立专班，明确分工，压实责任。\n（二）强化保障。落实经费，配强人员。\n二、存在问题\n人员不足。\n"
        ),
        Example("一、检查内容\n（一）资金使用\n（二）账务处理\n（三）资产管理\n二、检查安排\n分三批进行，年底前全部完成。\n"),
        Example(
            "一、工作情况\n二、存在问题\n三、下步打算\n一、工作情况\n全年办件百余起。\n二、存在问题\n人手不足。\n三、下步打算\n充实力量。\n"
        ),
        Example("一、工作情况\n各项任务按期完成。\n二、附表\n附件：1.收支总表\n"),
    ),
    bad=(
        Example("一、工作情况\n各项任务按期完成。\n二、⟦存在问题⟧\n三、下步打算\n充实力量，改进作风。\n"),
        Example("一、工作情况\n各项任务按期完成。\n二、⟦下步打算⟧\n"),
        Example("一、工作情况\n各项任务按期完成。\n二、⟦存在问题⟧\n略\n三、⟦下步打算⟧\n……\n"),
        Example("## 一、主要做法\n\n各项任务按期完成。\n\n## 二、⟦存在不足⟧\n\n## 三、下步打算\n\n充实力量。\n", path="report.md"),
        Example(
            "一、主要做法\n（一）加强领导。成立领导小组，明确职责分工，定期研究部署，推动各项任务落地见效。\n"
            "（二）⟦规范执法⟧。\n"
            "（三）强化监督。畅通投诉渠道，开展案卷评查，通报典型问题，督促有关单位限期整改到位。\n"
            "（四）做好普法。制定普法清单，组织集中宣讲，编印以案释法读本，提升干部群众法治意识。\n"
        ),
    ),
    doc=__doc__,
)

_LONGEST_STATEMENT = 22
"""Characters of a heading that ends like a sentence; what is longer says something by itself."""
_LONGEST_MARK = 8
"""Characters of 略 or …… in the place of a text, with its line breaks."""
_SHORTEST_TEXT = 60
"""Characters of a heading with its text, at least: a group of shorter ones is a list."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Sections that end where their heading ends, unless they are lines of a list or of a table of contents."""
    empty = [i for i, section in enumerate(report.sections) if _has_nothing(report, section) and _is_empty(report, section)]
    if not empty:
        return
    annex = report.first(ATTACHMENT)
    families = _families(report)
    for _, run in groupby(enumerate(empty), key=lambda pair: (pair[1] - pair[0], report.sections[pair[1]].parent)):
        together = [report.sections[i] for _, i in run]
        in_annex = annex is not None and annex.start < together[0].start
        if not _is_list(report, together, families[_key(together[0])], in_annex=in_annex):
            for section in together:
                yield Hit(_heading(section).title, values={"title": section.title})


def _has_nothing(report: Report, section: Section) -> bool:
    """Whether nothing follows the heading, or nothing but 略 or dots."""
    length = section.end - section.body
    return length <= 1 or (length <= _LONGEST_MARK and not report.text[section.body : section.end].strip("\n略….。 "))


def _heading(section: Section) -> Heading:
    assert section.block.heading is not None
    return section.block.heading


def _is_empty(report: Report, section: Section) -> bool:
    """Whether nothing stands between this heading and the next, and the line says nothing by itself."""
    heading = _heading(section)
    if heading.run_in or heading.style == "bare" or "：" in section.title[:-1] or report.text[section.block.end - 1] in "；;，,、":
        return False
    if heading.style == "markdown" and section is report.sections[0] and report.first(TITLE):
        return False  # another line of the title
    if any(section.block.end <= aside.at <= section.end for aside in report.document.asides if aside.kind == "code"):
        return False
    return report.block_at(section.block.end + 1).kind != ATTACHMENT


class _Family(NamedTuple):
    """The sections under one heading whose numbers look alike."""

    members: list[Section]
    led: list[Section]
    """Those whose text stands in paragraphs of its own."""
    written: int
    """How many have enough text to be more than a line of a list."""


def _families(report: Report) -> dict[tuple[int, str], _Family]:
    members: dict[tuple[int, str], list[Section]] = {}
    for section in report.sections:
        members.setdefault(_key(section), []).append(section)
    return {
        key: _Family(
            sections,
            [s for s in sections if not _heading(s).run_in and s.end - s.body > 1],
            sum(s.end - s.start >= _SHORTEST_TEXT for s in sections),
        )
        for key, sections in members.items()
    }


def _key(section: Section) -> tuple[int, str]:
    return section.parent, _heading(section).style


def _is_list(report: Report, together: list[Section], family: _Family, *, in_annex: bool) -> bool:
    """Whether sections without text, side by side, are lines of a list or of a table of contents: their `family` tells."""
    first = _heading(together[0])
    others = len(family.members) - len(together)
    if 2 * len(family.led) <= others and any(
        report.text[s.block.end - 1] in "。！？" and len(s.title) > _LONGEST_STATEMENT for s in together
    ):
        return True
    if together[0].depth == 1 and first.level <= 2:
        return len(together) > 1 and _is_contents(together, family.members)
    if 2 <= family.written == others >= len(together) and (first.level <= 2 or len(together) == 1):
        return in_annex and first.level > 2  # else a few empty ones among written ones
    led_before = bool(family.led) and family.led[0].start < together[0].start
    return first.level > 2 or (len(together) > 1 and not led_before)


def _is_contents(together: list[Section], family: list[Section]) -> bool:
    """Whether headings in a row announce what follows: they begin at one, and behind them it begins at one again."""
    if _heading(together[0]).number == 0:
        return len(together) == len(family)
    behind = bisect_right(family, together[-1].start, key=lambda section: section.start)
    return _heading(together[0]).number == 1 and (behind == len(family) or _heading(family[behind]).number == 1)
