"""A number that is masked.

What it finds:
    数字被符号代替：*次、**个、X万元、X.X%、x余人、××家、____件，以及“达XX，”一类没有单位的数。

    A number replaced by a sign: *次, **个, X万元, X.X%, x余人, ××家, ____件, also without a unit, as in 达XX，.

Why:
    报告的成效要用数据说话，数据空缺等于没有写完。

    Results are told in figures; a report without them is not finished.

Instead:
    填入核实过的数据；没有数据的，删去这一句。

    Put the checked figure in, or take the sentence out.

Silent on:
    3×5、×100%、联系电话*（必填项）、号码中按规定隐去的数位。

    3×5, ×100%, 联系电话* (a required field), digits of a number that are rightly hidden.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Confidence, Example, Hit, Report, Rule, Severity
from reportlint_rules.placeholders.masks.kinds import FIGURE, precedence
from reportlint_rules.placeholders.masks.scan import find_masks
from reportlint_rules.placeholders.masks.unnumbered import unnumbered

rule = Rule(
    code="P002",
    name=FIGURE,
    severity=Severity.ERROR,
    title=Bilingual("数据被符号代替", "mask instead of a figure"),
    clause=Bilingual(
        "《法治政府建设与责任落实督察工作规定》第二十四条：年度报告应当公开",
        "The report must be published: Provisions on supervision, art. 24",
    ),
    messages={"found": Bilingual("数据“{text}”没有填写", "the figure in “{text}” is missing")},
    help=Bilingual("填入核实过的数据，或删去这一句", "Put the checked figure in, or take the sentence out"),
    good=(
        Example("新建2×35万千瓦机组，接力赛4×100米夺冠，得分=合格数÷总数×100%。"),
        Example(
            "开展〇点行动，产业落 户，专 家，服务企业 家，单位：万元，增长百分之五，提高2个百分点，推行“1+N个”机制，心中的港湾——家，等等……件件落实。"
        ),
        Example("案件件件有着落，问题个个有回音，会议次数减少，推己及人，隐患处置及时，涉及人员较广。"),
        Example("姓名*\n联系电话*\n身份证号110***********0011"),
    ),
    bad=(
        Example("全年开展专题学法⟦*次⟧，培训⟦**名⟧执法人员，清理文件⟦X余件⟧。"),
        Example("投入资金⟦X.X亿元⟧，同比增长⟦XX%⟧，惠及⟦x万余户⟧、⟦1XX人⟧。"),
        Example("办理行政复议案件 ⟦____ 件⟧，走访企业⟦××家⟧，满意率达⟦XX⟧，居全市前列。"),
        Example("案件增长⟦百分之⟧，满意率达到⟦%⟧，提高了⟦个百分点⟧，投入资金⟦万元⟧，清理法规⟦？部⟧、规章⟦…件⟧。"),
        Example("召开座谈会⟦[X]⟧次。召开专题会议⟦次⟧，研究议题⟦项⟧，整改问题⟦个⟧。"),
        Example("出动执法人员⟦ 人次⟧，检查企业⟦ 家⟧，走访企业⟦——家⟧，培训⟦N人次⟧。"),
    ),
    doc=__doc__,
    precedence=precedence(FIGURE),
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The masks that stand for a number."""
    yield from report.shared(find_masks)[FIGURE]
    for span in unnumbered(report):
        yield Hit(span, values={"text": report.text[span.start : span.end]}, confidence=Confidence.MEDIUM)
