"""The same figure told twice in neighbouring clauses.

What it finds:
    同一个非整数字（三位以上有效数字，带单位）在相邻分句里换个说法又说一遍，如“涉及预算资金107.95亿元。涉及财政资金107.95亿元”。

    A figure of three or more significant digits with its unit, stated again in a neighbouring clause under a reworded label.

Why:
    多半是粘贴、改写后忘了删去其中一句；也可能其中一个数字填错。

    A sentence was pasted or rewritten and the other one not deleted; or one of the two figures is wrong.

Instead:
    核对两处是否同一事项：是，删去一处；不是，改正数字。

    If both mean the same, delete one; if not, correct the figure.

Silent on:
    收支相等、受理与办结相等、应收与实收相等一类的对应数字；“其中”“分别”“均为”引出的数字；整数、百分比；表格。

    Figures that correspond (income and expenditure, received and settled, due and paid); figures after 其中, 分别, 均; round
    figures, percentages, tables.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportlint import HAN, Bilingual, Example, Hit, LazyPattern, Related, Report, Rule, Severity, Span
from reportlint.document import PROSE
from reportlint_rules.figures.figure import figures

rule = Rule(
    code="F001",
    name="duplicate-figure",
    severity=Severity.WARNING,
    title=Bilingual("数字重复表述", "figure told twice"),
    clause=Bilingual("公文写作通例：一事一述，数字不重复", "Practice of official writing: a fact is stated once"),
    messages={
        "found": Bilingual(
            "“{first}{figure}”与“{second}{figure}”相邻，疑为重复表述", "{figure} is told twice in neighbouring clauses: {first}, {second}"
        ),
    },
    help=Bilingual("核对是否同一事项：是则删去一处，否则改正数字", "If both mean the same, delete one; if not, correct the figure"),
    good=(
        Example("收入总计3256.24万元，支出总计3256.24万元，收支平衡。"),
        Example("全年受理信访件236件，办结信访件236件，办结率100%。"),
        Example("城市低保标准每月1235元，农村低保标准每月1235元。"),
        Example("全年完成投资37.62亿元，其中完成工业投资37.62亿元。"),
        Example("建成步道600公里，建成绿道600公里。"),
        Example("年初预算1500万元，落实资金1472.5万元，到位资金1472.5万元。落实衔接资金2286.4万元，拨付资金2286.4万元。"),
        Example(
            "青禾区民政局2023年度部门决算\n部门概况\n编报绩效目标的项目3个，涉及预算金额175.52万元；绩效自评的项目3个，涉及预算金额175.52万元。\n"
        ),
        Example("新建公路23.6公里，改建公路23.6公里。应发工资1236户，实发补贴1236户。参加会议1236人，未参加会议1236人。"),
    ),
    bad=(
        Example("对十二个项目开展评价，涉及预算资金35.72亿元。涉及财政资金⟦35.72亿元⟧，比上年增加6亿元。"),
        Example("全年培训人员1236人次，培训干部⟦1236人次⟧，合格率为98%。"),
        Example("印发宣传册12680份，累计发放各类宣传资料⟦12680份⟧。兑付稳岗补贴378.5万元；发放各类补贴⟦378.5万元⟧。"),
        Example("共有1236人次参加培训，参训人员⟦1236人次⟧。"),
        Example("共拨付补助资金2178.14万元，拨付各类补助⟦2178.14万元⟧。"),
    ),
    doc=__doc__,
)

_PRESCRIBED = "department-final-accounts"
"""Its sentences are prescribed, and name the same sum as often as one item is all there is: 收入合计, 财政拨款收入."""
_UNTOLD = frozenset(("%", "％", "个百分点", "岁", "分钟", "小时"))
"""Units of what is the same in many clauses."""
_ADVERBS = LazyPattern(
    r"\A(?:(?:共计?|累计|全年|上半年|合计|总计|总共|约|年内|当年|今年|截至目前|截至年底|[0-9]{4}年度?|先后|已|陆续|实际)(?=.{2}))+|各[类项种]|[相有]关|(?:共|达到?|了|为|约|有|总计)+\Z"
)
_NOT_AGAIN = ("其中", "同比", "分别", "均为", "均", "各", "即", "相当于", "折合", "持平", "仍", "未", "标准", "全部", "每")
_CORRESPOND = (
    (("收入", "来源", "筹集", "征收"), ("支出", "使用", "运用", "拨付")),
    (("资产", "借"), ("负债", "贷")),
    (("预算", "计划", "年初", "期初", "目标"), ("决算", "实际", "年末", "期末", "完成")),
    (("应收", "应付", "应缴", "应发", "应到", "应征", "应检", "应参"), ("实收", "实付", "实缴", "实发", "实到", "实征", "实检", "实参")),
    (("上年", "去年", "年初"), ("本年", "今年", "当年", "年末")),
    (("受理", "收到", "接到", "接收", "登记", "立案", "交办", "发现", "排查", "申请", "下达", "反馈", "检查", "梳理", "摸排", "征集", "收集", "提出", "接访"),
     ("办结", "办理", "答复", "回复", "整改", "结案", "审结", "解决", "化解", "处理", "处置", "完成", "审批", "建档", "纳入", "录入", "销号", "采纳", "落实", "移交", "转办")),
    (("进口", "流入", "转入"), ("出口", "流出", "转出")),
    (("发放", "发出", "下发", "寄出"), ("收回", "回收", "签收", "领取")),
    (("培训", "参加", "报名", "参训", "应考"), ("考核", "合格", "通过", "考试", "取证", "结业")),
    (("签约", "签订"), ("履约", "履行", "到位", "开工", "备案")),
    (("落实", "下达", "争取", "筹集", "筹措", "安排", "申请"), ("到位", "到账")),
    (("采购", "调拨", "购置"), ("发放", "配备", "配发", "安装")),
    (("争取", "获批", "下达", "到位", "安排", "筹措", "落实"), ("支出", "使用", "拨付", "发放", "兑付", "完成")),
    (("城市", "城镇", "男", "线上", "新建", "一般", "国有", "上级", "中央", "省级", "人大"), ("农村", "乡村", "女", "线下", "改建", "简易", "民营", "本级", "地方", "市级", "政协")),
    (("调解", "调处", "化解"), ("成功",)),
    (("制作", "印制", "印刷", "编印"), ("发放", "派发", "张贴")),
)  # fmt: skip
_SYNONYMS = (
    ("兑付", "发放", "兑现", "支付", "补助"), ("投入", "投资", "花费", "完成投资", "实际完成投资", "财政投入", "财政资金投入"),
    ("检查", "排查", "巡查", "摸排"), ("培训", "轮训", "参训", "参加", "组织培训"), ("调解", "调处", "化解"), ("走访", "慰问", "看望", "入户"),
    ("印发", "发放", "派发", "分发", "发出"), ("举办", "开办", "组织", "开展", "召开"), ("建成", "新建", "修建", "建设"), ("清理", "清查", "清除"),
    ("惠及", "受益", "覆盖", "服务"), ("出动", "派出", "投入"), ("受理", "接待", "接受", "接听"), ("救助", "帮扶", "资助"), ("办理", "办件"),
    ("造林", "完成造林", "新增造林", "植树"), ("查处", "立案", "办理"), ("涉及", "资金", "金额"),
)  # fmt: skip
"""Verbs for one and the same act; what was asked for and what was done are none."""
_RESUMING = ("涉及", "总额", "金额", "资金")
"""Words that take up what was said before."""
_FARTHEST = 60
_DIGITS = 3
_LABEL = LazyPattern(rf"[{HAN}“”《》、]+$")
_BEHIND = LazyPattern(rf"[{HAN}“”]{{2,12}}")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Each figure against its last occurrence."""
    if report.subject.kind.value == _PRESCRIBED:
        return
    text = report.text
    told = [m for m in report.shared(figures).matches if len(m[0]) > _DIGITS]
    if len({m[0].replace(",", "") for m in told}) == len(told):
        return
    last: dict[str, tuple[int, int]] = {}
    for m in told:
        figure = m[0].replace(",", "")
        if len(figure) - len(m["unit"]) < _DIGITS or m["unit"] in _UNTOLD:
            continue
        before = last.get(figure)
        last[figure] = m.span()
        if (
            before is None
            or m.start() - before[1] > _FARTHEST
            or not _significant(figure)
            or not _in_one_text(report, before[0], m.start())
        ):
            continue
        first, second = _label(text, *before), _label(text, *m.span())
        if _says_again(first, second, text[before[1] : m.start()]):
            related = (Related(Span(*before), Bilingual("第一处", "the first time")),)
            values = {"figure": figure, "first": first, "second": second}
            yield Hit(Span(*m.span()), values=values, data={"figure": figure}, related=related)


def _significant(figure: str) -> bool:
    digits = "".join(c for c in figure if c.isascii()).lstrip("0.")
    return len(digits.replace(".", "") if "." in digits else digits.rstrip("0")) >= 3


def _in_one_text(report: Report, first: int, second: int) -> bool:
    block = report.block_at(second)
    return block.start <= first and block.kind in PROSE


def _label(text: str, start: int, end: int) -> str:
    """The words right before a figure, up to the last mark or figure; those behind it if there are none: 共有1236人次参加培训."""
    found = _LABEL.search(text, max(0, start - 24), start)
    words = found[0] if found else ""
    if _ADVERBS.sub("", words) not in ("", "有"):
        return words
    behind = _BEHIND.match(text, end)
    return behind[0] if behind else words


def _says_again(first: str, second: str, between: str) -> bool:
    """Whether two labels say the same in other words: they begin or end alike, share half of their words, and do not correspond."""
    a, b = _ADVERBS.sub("", first), _ADVERBS.sub("", second)
    if any(word in b for word in _NOT_AGAIN) or between.count("（") > between.count("）"):
        return False
    if any(_correspond(a, b, *pair) for pair in _CORRESPOND):
        return False
    common = (Counter(a) & Counter(b)).total()
    if len(a) < 2 or len(b) < 2 or not common:
        return False
    if any(a.startswith(verbs) and b.startswith(verbs) for verbs in _SYNONYMS):
        return True
    return (a[:2] == b[:2] and 2 * common >= min(len(a), len(b))) or any(a[i : i + 2] in b for i in range(len(a) - 1))


def _correspond(first: str, second: str, some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether one label speaks of one side of a balance, the other of the other."""
    return any((a in first and b in second) or (b in first and a in second) for a in some for b in others)
