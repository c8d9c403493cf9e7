"""A part that the mandate of this kind of report requires stands nowhere.

What it finds:
    本文种必须写明的部分通篇没有：既没有这样的标题（不论哪一级），也没有这样的段落或句子。年度报告的五部分在数据里称为
    measures、problems、leadership、plan、other。

    A part that this kind of report must have stands nowhere: no heading of any level and no sentence tells it. The parts of
    the annual report are called measures, problems, leadership, plan and other in data.part.

Why:
    《法治政府建设与责任落实督察工作规定》规定了年度报告的内容，缺项的报告会被退回或通报。其他文种按惯例应有，只作提醒。

    The Provisions on Supervising the Building of a Law-based Government (2019) lay down what the annual report tells; one that
    lacks a part is sent back. Where a part is only custom the finding is a warning.

Instead:
    在提示的位置补写这一部分，标题用自己的话即可，如“存在的不足和原因”。

    Write the part where the message says; the heading may be in your own words.

Silent on:
    写成二级标题或段内语句的（见 S002）；第五部分“其他情况”；报告年度早于 2019 年的；各部分的先后次序。

    A part told below the top level (see S002); the fifth part; reports on years before 2019; the order of the parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Related, Report, Rule, Severity, Span

_OPENING = "现将2023年度法治政府建设情况报告如下：\n"
_TITLE = "青禾区民政局关于2023年度法治政府建设情况的报告\n"
_MEASURES = "一、主要举措和成效\n修订行政裁量基准，开展执法培训，全年没有被纠正的行政行为。\n"
_PROBLEMS = "二、存在的不足和原因\n执法力量偏弱，主要是编制少、业务新。\n"
_LEADERS = "三、主要负责人履行推进法治建设第一责任人职责情况\n局长带头述法，主持研究法治工作四次。\n"
_PLAN = "四、2024年主要安排\n完善合法性审核机制，补充执法人员。\n"

rule = Rule(
    code="S001",
    name="missing-section",
    severity=Severity.ERROR,
    title=Bilingual("缺少必备部分", "a required part is missing"),
    clause=Bilingual(
        "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）关于年度报告内容的规定；工作总结等按惯例",
        "Provisions on Supervising the Building of a Law-based Government (2019), contents of the annual report; else custom",
    ),
    messages={
        "between": Bilingual("缺少“{part}”：应在“{after}”之后、“{before}”之前",
                             "no part on {part}: it belongs behind “{after}” and before “{before}”"),
        "after": Bilingual("缺少“{part}”：应在“{after}”之后", "no part on {part}: it belongs behind “{after}”"),
        "before": Bilingual("缺少“{part}”：应在“{before}”之前", "no part on {part}: it belongs before “{before}”"),
        "found": Bilingual("缺少“{part}”", "no part on {part}"),
    },
    help=Bilingual("在所说位置补写这一部分；确无内容的也要写明", "Write this part at the place named; say so if there is nothing to tell"),
    good=(
        Example(_TITLE + _OPENING + _MEASURES + _PROBLEMS + _LEADERS + _PLAN),
        Example(_TITLE + _OPENING + _LEADERS + _MEASURES + "三、短板弱项及改进方向\n人手不足，缘于机构新设。\n四、来年打算\n补充人员。\n"),
        Example(_TITLE + _OPENING + _MEASURES + _LEADERS + "三、还有哪些没做好\n人手不足，缘于机构新设。\n四、来年打算\n补充人员。\n"),
        Example("青禾区民政局2016年度依法行政工作情况报告\n一、主要工作\n开展执法检查三次，办结案件五件。\n"),
    ),
    bad=(
        Example(_TITLE + _OPENING + _MEASURES + _LEADERS + _PLAN, findings=1),
        Example(_TITLE + _OPENING + _MEASURES, findings=3),
        Example("青禾区民政局2023年工作总结\n一、主要工作\n开展执法检查三次。\n二、下一步打算\n加强培训。\n", findings=1),
    ),
    doc=__doc__,
)  # fmt: skip

_BEHIND = Bilingual("应在此部分之后", "it belongs behind this part")
_AHEAD = Bilingual("应在此部分之前", "it belongs before this part")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Faults of the grammar that call a part missing."""
    for fault in report.faults:
        if fault.what != "missing":
            continue
        places = {"after": fault.after, "before": fault.before}
        named = {name: _heading(report, place) for name, place in places.items() if place}
        related = tuple(Related(place, note) for place, note in ((fault.after, _BEHIND), (fault.before, _AHEAD)) if place)
        yield Hit(
            fault.span,
            "between" if len(named) == 2 else next(iter(named), "found"),
            values={"part": fault.title, **named},
            data={"part": fault.part, "expected": fault.title.zh, **named},
            severity=Severity.named(fault.severity),
            related=related,
        )


def _heading(report: Report, place: Span) -> str:
    block = report.block_at(place.start)
    end = block.heading.title.end if block.heading else block.end
    return report.text[block.start : min(end, block.start + 40)]
