"""A rate above 100% that cannot be above 100%.

What it finds:
    办结率、合格率、覆盖率、参与率一类的比率大于 100%。

    Rates such as 办结率, 合格率, 覆盖率, 参与率 above 100%.

Why:
    部分不能大于全体，数字或者名称有误。

    A part cannot be more than the whole: the figure or its name is wrong.

Instead:
    核对分子、分母，改正数字；若是完成任务的比例，写作“完成率”。

    Check the two numbers behind it; if it compares a result with a target, call it 完成率.

Silent on:
    完成率、增长率、同比、拨备覆盖率、毛入学率、产能利用率等可以超过 100% 的比率；完成任务的120%。

    Rates that may exceed 100%: completion, growth, provision coverage, gross enrolment, use of capacity; 120% of a target.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint_rules.figures.figure import figures

rule = Rule(
    code="F004",
    name="implausible-rate",
    severity=Severity.WARNING,
    title=Bilingual("比率超过 100%", "rate above 100%"),
    clause=Bilingual("部分不大于全体", "A part is not more than the whole"),
    messages={
        "found": Bilingual("{rate}不可能达到 {figure}", "{rate} cannot be {figure}"),
        "fall": Bilingual("{rate} {figure}：最多下降 100%", "{rate} {figure}: nothing falls by more than 100%"),
    },
    help=Bilingual("核对数字和名称", "Check the figure and its name"),
    good=(
        Example("办结率100%，满意率99.8%，完成年度任务的120%，目标完成率达到135%。"),
        Example("利润同比下降120%，净收益减少150%，成本降低至120%。"),
        Example("拨备覆盖率为215%，毛入学率达105%，产能利用率为110%，利润增长率为320%，资产保值增值率106%。"),
    ),
    bad=(
        Example("全年受理信访件86件，⟦办结率105%⟧。"),
        Example("产品抽检⟦合格率达到101.2％⟧，医保⟦参保率由98%提高到102%⟧。"),
        Example("⟦结案率达到108.6%⟧，⟦失业率控制在103%⟧以内，投诉量同比⟦下降120%⟧。"),
        Example("群众⟦满意率高达110%⟧，顺利通过验收。"),
    ),
    doc=__doc__,
)

_ABOVE = r"(?P<figure>(?:1[0-9]{2}|[2-9][0-9]{2}|[1-9][0-9]{3,})(?:\.[0-9]+)?[%％])"
_RATE = LazyPattern(rf"率(?P<links>[^0-9，。；、（）\n]{{0,8}}(?:[0-9.]+[%％](?P<up>提高|提升|上升|增加)[^0-9，。；、]{{1,2}})?){_ABOVE}")
_DEGREE = LazyPattern(rf"度(?<=满意度)(?P<links>[^0-9，。；、（）\n]{{0,8}}){_ABOVE}")
_FALL = LazyPattern(rf"[降少低](?<=下降|减少|降低)(?P<links>[了约达]{{0,2}}){_ABOVE}")
_BELOW_ZERO = LazyPattern(r"利润|收益|亏|盈|净|差额|余额|增加值|增[速量幅]|顺差|逆差|现金流|较[^，。；]{0,6}目标")
"""What can be less than nothing, so that it can fall by more than all of it."""
_GROWTH = LazyPattern("(?:增长|增加|增幅|提高|提升|上升|增速|同比|环比|比)(?![到至为达])")
_CAPPED = (
    "办结", "结案", "审结", "失业", "出错", "差错", "死亡", "按期办结", "合格", "及格", "优良", "优秀", "达标", "满意", "覆盖", "参与", "到位", "知晓", "普及", "处置", "处理", "回收", "公开",
    "回复", "答复", "回访", "参保", "就业", "出勤", "到课", "准确", "正确", "整改", "化解", "调解成功", "签约", "履约", "入户", "巩固", "配备",
    "持证", "受训", "培训", "通过", "审核", "审查", "备案", "公示", "归档", "上线", "网办", "可办", "好评", "绿化", "硬化", "通车", "供水",
    "安全饮水", "接种", "建档", "规范", "采纳", "录取", "及时", "响应", "接通", "净化", "收集", "无害化处理", "资源化利用", "综合利用", "参训",
    "参学", "参评", "评查", "反馈", "办理", "落实", "见面", "应诉", "出庭", "支持", "破案", "命中", "入园", "治愈", "检出", "检测", "抽检", "完好", "普法", "登记", "执行到位", "入学", "升学",
    "报备", "报送", "申报", "采集", "录入", "归集", "核查", "核实", "核验", "复核", "兑现", "兑付", "发放", "拆除", "清零", "清理", "清运", "修复", "改造", "纠正", "查处", "续约",
    "持有", "亮证", "电子化", "即办", "按时", "全覆盖", "在线", "合规", "胜诉", "维持", "签收", "送达", "销号", "认定", "退还",
)  # fmt: skip
_MAY_EXCEED = ("拨备", "流动性", "毛入", "利息", "担保", "准备金", "毛就业", "保障倍")
_BEFORE = 8
_PERCENT = ("%", "％")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The name of each rate above 100, which stands before the word for rate."""
    if not any(_above_100(m[0]) for m in report.shared(figures).matches if m["unit"] in _PERCENT):
        return
    text = report.text
    for m in chain(_RATE.finditer(text), _DEGREE.finditer(text)):
        end = m.start("links")
        name = _name(text[max(0, end - _BEFORE) : end])
        if name and float(m["figure"][:-1]) > 100 and not _GROWTH.search(m["links"]):
            yield _hit(Span(end - len(name), m.end()), name, m["figure"])
    for m in _FALL.finditer(text):
        if float(m["figure"][:-1]) > 100 and not _BELOW_ZERO.search(text, max(0, m.start() - 30), m.start()):
            start = m.start() - 1
            yield _hit(Span(start, m.end()), text[start : m.start() + 1], m["figure"], "fall")


def _above_100(figure: str) -> bool:
    """Whether a percentage is above 100, as far as three digits tell."""
    return figure[:3].isdigit() and figure[:-1] != "100"


def _name(words: str) -> str:
    """The rate that `words` end with if it cannot be above 100%, else empty."""
    if any(word in words for word in _MAY_EXCEED):
        return ""
    if words.endswith("满意度"):
        return "满意度"
    return next((name + "率" for name in _CAPPED if words.endswith(name + "率")), "")


def _hit(span: Span, rate: str, figure: str, message: str = "found") -> Hit:
    values = {"rate": rate, "figure": figure}
    return Hit(span, message, values, values)
