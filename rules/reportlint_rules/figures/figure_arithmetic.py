"""Sums, differences and shares that do not come out.

What it finds:
    一句话里写明了总数和各部分、前后两个数和增减数、部分和占比，但算不拢：共10件，包括甲6件、乙5件；由5件增加到8件，增加2件；
    260件，同比增加60件，增长50%。升降说反（由45件增加到30件），“其中”超过总数的，也报。

    A sentence that states a total and its parts, two figures and their difference, or a part and its share, which do not agree:
    共10件，包括甲6件、乙5件; 由5件增加到8件，增加2件; 260件，同比增加60件，增长50%. Also a rise that is a fall (由45件增加到30件) and parts behind 其中
    above the whole.

Why:
    其中至少一个数字是错的。

    At least one of the figures is wrong.

Instead:
    按台账重算，改正数字。

    Work it out again from the records, and correct the figure.

Silent on:
    “其中”“等”只列一部分的，约数和四舍五入造成的出入，按可比价计算的增速，年均增速。

    其中 and 等 that name only some of the parts, rounding and approximate figures, growth at constant prices, average growth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint.document import PROSE
from reportlint_rules.figures.changes import changes, comparisons, growth
from reportlint_rules.figures.composition import balances, composition, of_plan
from reportlint_rules.figures.exceeding import exceeding
from reportlint_rules.figures.figure import Figures, figures, quantity
from reportlint_rules.figures.shares import rates, shares
from reportlint_rules.figures.sums import bracketed, stated_parts, stated_total

rule = Rule(
    code="F003",
    name="figure-arithmetic",
    severity=Severity.WARNING,
    title=Bilingual("数字算不拢", "figures that do not add up"),
    clause=Bilingual("公文写作通例：数字准确，总分相符", "Practice of official writing: figures are exact, parts make the total"),
    messages={
        "sum": Bilingual("总数 {total}，各部分之和是 {result}", "the total is {total}, the parts make {result}"),
        "difference": Bilingual("{first}与{second}相差 {result}，不是 {stated}", "{first} and {second} differ by {result}, not {stated}"),
        "rate": Bilingual(
            "{first}比原来{verb}{second}，变动幅度是 {result}，不是 {stated}",
            "{first} after a change of {second} is a change of {result}, not {stated}",
        ),
        "direction": Bilingual("由{first}到{second}，不是{verb}", "from {first} to {second}: that is not {verb}"),
        "more": Bilingual("其中 {part} 超过总数 {total}", "{part} of it is more than the total, {total}"),
        "balance": Bilingual(
            "收入总计 {first}，支出总计 {second}，应当相等", "all income is {first}, all spending {second}: they must be equal"
        ),
        "share": Bilingual("{part}占{total}的 {result}，不是 {stated}", "{part} of {total} is {result}, not {stated}"),
    },
    help=Bilingual("重算并改正数字", "Work it out again and correct the figure"),
    good=(
        Example("全年办理案件10件，包括行政处罚6件、行政许可4件。共10件，其中甲类4件、乙类5件。"),
        Example("全年办理案件10件，包括行政处罚6件、行政许可3件等。共接待群众十二人次，分别为信访七人次、咨询五人次。"),
        Example("行政复议案件由5件增加到8件，增加3件。合格率由96.5%提高到98%，提高1.5个百分点。案件由30件下降到20件，下降33.3%。"),
        Example("办理信访件12件、投诉件8件，共计20件。受理申请118件，办结115件，办结率97.5%。"),
        Example("粮食总产25.6万吨，比上年增产0.6万吨，增长2.4%。市场主体3200户，比上年净增200户，增长6.7%。"),
        Example("排名由第5名上升到第3名，办理时限由15个工作日提升到10个工作日。收入比上年增加12亿元，其中税收收入15亿元。"),
        Example(
            "第一产业增加值3.2亿元，第二、第三产业分别为12.6亿元、18.4亿元。受理26件（含上年结转3件、上级交办2件）。由12件增加到15件，新增5件、注销2件。"
        ),
        Example("共办案200件，其中涉农案件120件、涉企案件100件。参训200人，其中女性150人、党员100人。"),
        Example(
            "共86件，其中甲类46件、乙类38件。收入12.36亿元，其中税收收入9.12亿元、非税收入3.25亿元。参训100人，其中党员52人、女性50人。"
        ),
        Example(
            "收入合计1000.5万元，其中：财政拨款收入900.3万元，占90%；其他收入100.2万元，占10%。完成投资3.62亿元，占年度计划4.2亿元的86.2%。"
        ),
        Example("收入总计3256.24万元，支出总计3256.24万元。办复人大建议84件、政协提案65件，办复率100%。"),
        Example("办理时限由5个工作日压缩至1个工作日，压缩率80%。材料由3件减少到1件，减少66.6%。改造公园3个，分别为甲园、乙园、丙园。"),
        Example(
            "财政收入由3.1亿元增加到5.1亿元，平均每年增加0.4亿元。财政收入由3.1亿元增加到3.4亿元，年均增长5%。项目共6个，包括道路3个、管网3个，投资5亿元。"
        ),
    ),
    bad=(
        Example("全年共办理案件⟦10件，包括行政处罚6件、行政许可5件⟧。"),
        Example("受理申请⟦十二件，分别为许可七件、处罚六件⟧。"),
        Example("办理信访件⟦12件、投诉件8件，共计21件⟧。"),
        Example("行政复议案件由⟦5件增加到8件，增加2件⟧。合格率由⟦96.5%提高到98%，提高2.5个百分点⟧。"),
        Example("今年办理案件⟦8件，上年办理5件，增加2件⟧。办理案件⟦26件，比上年的20件增加5件⟧。"),
        Example("办案⟦260件，同比增加60件，增长50%⟧。粮食总产⟦25.6万吨，比上年增产0.6万吨，增长5.4%⟧。"),
        Example("投诉由⟦45件增加到30件⟧，合格率由⟦98%提高到95%⟧，信访由⟦30件下降到45件⟧。"),
        Example("办案⟦1260件，其中一般程序案件860件、简易程序案件500件⟧。收入⟦12亿元，其中税收收入15亿元⟧。⟦男性占60%、女性占50%⟧。"),
        Example(
            "办理建议提案⟦20件（人大建议12件、政协提案9件）⟧。抽检样品⟦100批次，合格92批次，合格率98.5%⟧。会议应到⟦50人，实到40人，到会率90%⟧。"
        ),
        Example("投诉由去年同期的⟦35件增加到48件，净增15件⟧。⟦100个村中有36个达标，占46%⟧。一般案件⟦12件，简易案件8件，合计21件⟧。"),
        Example(
            "实施项目⟦86个，其中产业项目46个、基础设施项目23个、民生项目18个⟧。收入⟦12.36亿元，其中税收收入9.12亿元，非税收入3.42亿元⟧。"
        ),
        Example(
            "收入合计⟦1020.5万元，其中：财政拨款收入910.5万元，占89.2%；其他收入110.9万元⟧，占10.8%。支出合计⟦800万元，其中：基本支出320万元，占42%⟧；项目支出480万元，占60%。税收⟦12.36亿元，同比增长5.8%，其中增值税9.12亿元、所得税3.42亿元⟧。"
        ),
        Example("⟦收入总计3256.82万元，支出总计3265.82万元⟧。完成投资⟦58.2亿元，占全年计划4.8亿元的59.2%⟧。"),
        Example("办理时限由⟦5个工作日压缩至1个工作日，压缩率90%⟧。全年调解纠纷⟦3456件，调解成功3521件，调解成功率98.1%⟧。"),
        Example("受理申请⟦118件，办结115件，办结率99.5%⟧。全年共培训⟦200人，其中领导干部50人，占35%⟧。"),
    ),
    doc=__doc__,
)

_DIGIT = "[0-9一二两三四五六七八九十]"
_CUE = LazyPattern(
    rf"[括含别分计共占率年到至为比](?:(?P<growth>(?:(?<=，同比)|(?<=，[比较][上去]年)|(?<=，[比较]上一年))(?:同期)?[净新增减多少下降])|(?P<parts>(?<=包[括含])|(?<=分别)[为是有]|(?<=分)为)"
    rf"|(?P<total>(?:(?<=[合共总]计)[为有达]?|(?<=，共)){_DIGIT})"
    rf"|(?P<shares>(?<=占)(?:总数|全部|总量|总额|总人数|比)?(?:的|比|达|为)?[0-9])|(?P<rates>(?<=率)[为达]?到?[0-9])"
    rf"|(?P<comparisons>(?:(?<=[去上]年)|(?<=上一年))(?=[^，。；、（）\n0-9]{{0,14}}{_DIGIT}))"
    rf"|(?P<changes>(?<=[加长高升大少低短缩减降增涨扩跌][到至为])(?:了?今年的?|了?本年的?|了)?{_DIGIT}))"
)
"""What each form of statement is known by; a reader of its own takes it from there."""
_READERS: dict[str, Callable[[Figures, int], Hit | None]] = {
    "parts": stated_parts, "total": stated_total, "shares": shares, "rates": rates, "comparisons": comparisons, "changes": changes, "growth": growth,
}  # fmt: skip


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Each statement by what it is known by."""
    found = report.shared(figures)
    hits = [_READERS[cue.lastgroup or ""](found, cue.start()) for cue in _CUE.finditer(report.text)]
    told: list[Span] = []
    for hit in chain(hits, _with_brackets(found), exceeding(found), composition(found), balances(found), of_plan(found)):
        if hit is None or not isinstance(hit.span, Span) or report.block_at(hit.span.start).kind not in PROSE:
            continue
        if not any(span.start < hit.span.end and hit.span.start < span.end for span in told):
            told.append(hit.span)
            yield hit


def _with_brackets(found: Figures) -> Iterator[Hit | None]:
    """What stands in brackets right behind a figure."""
    text = found.text
    for m in found.matches:
        if text.startswith("（", m.end()):
            yield bracketed(found, quantity(m))
