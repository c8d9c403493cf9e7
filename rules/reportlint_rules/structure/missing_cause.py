"""The part on problems names no cause.

What it finds:
    “存在的不足”部分只列问题，没有写原因。

    The part on shortcomings lists them and names no cause.

Why:
    督察工作规定要求写明“存在的不足和原因”，只写问题不写原因是常见退改理由。

    The mandate asks for the shortcomings and their causes.

Instead:
    逐条或总括写明原因，如“主要是……”“由于……”。

    Say why, for each shortcoming or for all together.

Silent on:
    用别的话说明原因的（受……制约、缘于、归根结底、导致……）；标题已写明“原因”的；只按惯例写问题的文种。

    Causes told in other words; a part whose heading names the causes; kinds that need no causes.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Confidence, Example, Hit, LazyPattern, Report, Rule, Severity

_HEAD = "青禾区民政局关于2023年度法治政府建设情况的报告\n一、主要举措和成效\n办案五件。\n二、"
_TAIL = "三、第一责任人履职情况\n局长带头述法。\n四、下步打算\n补充人员。\n"

rule = Rule(
    code="S007",
    name="missing-cause",
    severity=Severity.WARNING,
    title=Bilingual("问题未写原因", "problems without causes"),
    clause=Bilingual(
        "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）：存在的不足和原因",
        "Provisions on Supervising the Building of a Law-based Government (2019): shortcomings and causes",
    ),
    messages={"found": Bilingual("这一部分没有写原因", "this part names no cause")},
    help=Bilingual("补写原因，如“主要是……”“由于……”", "Say why"),
    good=(
        Example(_HEAD + "存在的问题\n执法力量偏弱，主要是编制少、业务新。\n" + _TAIL),
        Example(_HEAD + "存在的问题\n受机构改革影响，执法力量偏弱。\n" + _TAIL),
        Example(_HEAD + "存在的不足和原因\n执法力量偏弱，业务不熟。\n" + _TAIL),
    ),
    bad=(Example(_HEAD + "⟦存在的问题⟧\n执法力量偏弱，普法形式单一。\n" + _TAIL),),
    doc=__doc__,
)

_CAUSE = LazyPattern(
    "原因|由于|因为|主要是|源于|缘于|根源|症结|归因|归根|究其|所致|导致|造成|致使|使得|引起|因此|鉴于|因(?!地制宜|势利导|时制宜|人而异|案|素|此)|受(?=[^，。；]{2,24}(?:影响|制约|限制|等|，))"
    "|缺[乏少](?![，。；、]|$)|没有(?:形成|建立|很好)|在于|囿于|限于|之所以"
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Sections of parts that ask for causes, without a word of cause in heading or text."""
    for part in report.parts.values():
        if "cause" not in part.asks or not part.sections:
            continue
        if not any(_CAUSE.search(report.text, section.start, section.end) for section in part.sections):
            heading = part.sections[0].block.heading
            if heading:
                yield Hit(heading.title, data={"part": part.name}, confidence=Confidence.MEDIUM)
