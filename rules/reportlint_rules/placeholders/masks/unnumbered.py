"""Measure words whose number was never filled in, with nothing in its place: 召开会议次，研究议题项."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint import Clues, LazyPattern, Span
from reportlint.document import TABLE_ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint import Report

_DONE = "议训动查传访练导座商流研习谈赛察"
"""What the name of something that is held or done ends with; 层次 and 批次 end otherwise."""
_STOPS = ("，", "。", "；")
CLUES = Clues(f"[{_DONE}]次 [题度施]项 [纷件]件 [纷件案访]起 [题患]个 [题患]处 [料单书]份 [议见索息]条 [息章]篇 [座动]场 及[人户家]")
_UNNUMBERED = LazyPattern(
    rf"[{_DONE}]次(?=[，。；])|议题项(?=[，。；])|(?:制度|措施)项(?=[，。；])|(?:纠纷|案件|文件)件(?=[，。；])|(?:纠纷|案件|信访|[一-龥]案)起(?=[，。；])|(?:问题|隐患)[个处](?=[，。；])"
    r"|(?:资料|宣传单|意见书|材料)份(?=[，。；])|(?:建议|意见|线索|信息)条(?=[，。；])|(?:信息|文章)篇(?=[，。；])|(?:讲座|活动)场(?=[，。；])|涉及[人户家](?=[，。；])"
)


def unnumbered(report: Report) -> Iterator[Span]:
    """The measure words; in a table they may be the heads of columns."""
    for at in report.places(CLUES):
        m = _UNNUMBERED.search(report.text, max(0, at - 2), at + 3) if report.text[at + 2 : at + 3] in _STOPS else None
        if m and m.end() == at + 2 and report.block_at(at).kind != TABLE_ROW:
            yield Span(at + 1, at + 2)
