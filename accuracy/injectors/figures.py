"""Figures told twice, that clash or do not add up, and words and passages that stand twice (F001–F011)."""

from __future__ import annotations

import re
from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, replaced, say, sentence

_TOLD_TWICE = (
    ("投入{thing}资金%s万元", "投入{thing}经费⟦%s万元⟧"),
    ("{thing}涉及资金%s亿元", "涉及财政资金⟦%s亿元⟧"),
    ("兑付{thing}补贴%s万元", "发放{thing}各类补贴⟦%s万元⟧"),
    ("培训{thing}人员%s人次", "共培训各类人员⟦%s人次⟧"),
    ("累计清理{thing}台账%s件", "清理各类台账⟦%s件⟧"),
    ("全年共发放{theme}宣传册%s份", "累计印发各类宣传材料⟦%s份⟧"),
    ("惠及群众%s户", "受益群众达⟦%s户⟧"),
    ("完成{thing}投资%s万元", "实际完成投资额⟦%s万元⟧"),
    ("出动执法人员%s人次", "先后出动执法力量⟦%s人次⟧"),
    ("检查各类经营主体%s家", "累计检查经营单位⟦%s家⟧"),
    ("调解矛盾纠纷%s件", "调处化解各类纠纷⟦%s件⟧"),
    ("{thing}涉及资金%s万元", "资金总额⟦%s万元⟧"),
    ("共有%s人次参加{theme}培训", "参训人员⟦%s人次⟧"),
    ("办理政务服务事项%s件", "全年办件量⟦%s件⟧"),
    ("向困难群众发放救助金%s万元", "累计支出救助资金⟦%s万元⟧"),
    ("接待群众咨询%s件", "受理各类咨询⟦%s件⟧"),
    ("新增造林面积%s亩", "完成造林⟦%s亩⟧"),
    ("{thing}总投资%s万元", "项目投资规模⟦%s万元⟧"),
    ("开展{theme}活动%s场次", "组织各类活动⟦%s场次⟧"),
    ("走访慰问困难家庭%s户", "看望困难群众⟦%s户⟧"),
)
_CLASH = (
    "召开{theme}调度会%s次", "组织{theme}演练%s场", "受理{theme}投诉%s件", "{theme}专班走访企业%s家", "修订{theme}制度%s项", "发放{theme}手册%s册",
    "举办{theme}讲座%s期", "出动{theme}检查车辆%s台次", "排查{theme}隐患%s处", "办理{theme}建议%s件", "开展{theme}抽检%s批次", "化解{theme}纠纷%s起",
    "制发{theme}文件%s份", "约谈{theme}责任单位%s家次", "开展{theme}志愿服务%s小时", "更新{theme}设备%s台", "编印{theme}简报%s期", "新建{theme}点位%s个",
)  # fmt: skip
_CLASH_LEADS = (
    ("{year}", "{year}"), ("{year}共", "{year}"), ("{year}累计", "{year}共"), ("{year}，共", "{year}"), ("{year}先后", "{year}累计"),
    ("我局{year}", "{year}共"), ("{year}，我局", "{year}"), ("{year}，各单位累计", "{year}累计"), ("{year}以来，", "{year}以来"),
    ("截至目前，{year}", "{year}"),
)  # fmt: skip
"""How a count of the whole period begins, in the one place and in the other."""
_RATES = (
    "{thing}{办结率|合格率|满意率|覆盖率|达标率|签约率|到位率|及时率|参与率|整改率}{为|达|达到|}⟦{101-180}%⟧。",
    "{thing}{办结率|合格率|整改率|达标率}由{80-97}%{提高到|上升至|提升到}⟦{101-130}%⟧。",
    "群众对{theme}的{满意度|满意率}{达|高达|为}⟦{101-115}.{1-9}%⟧。",
    "{thing}任务⟦全部办结，办结率达{102-140}%⟧。",
    "{行政机关负责人出庭应诉率|诉求响应率|案卷优秀率|隐患整改率|合同履约率|网上可办率|干部在线学法参学率|规范性文件报备率|矛盾调解成功率|企业年报公示率}{为|达|达到|保持在|稳定在|提升至|}⟦{101-160}{|.{1-9}}%⟧。",
    "{theme}的{知晓率|参与率|覆盖率|好评率|采纳率}⟦超过{101-150}%⟧。",
    "较上年{投诉量|案发数|办件差错|欠薪案件}{下降|减少|降低}⟦{101-180}%⟧。",
)
_DOUBLED = (
    "进一步⟦{提升提升|规范规范|加强加强|完善完善|优化优化|落实落实}⟧{theme}水平。",
    "⟦{开展了开展|举办了举办|召开了召开|完成了完成}⟧{theme}专项行动。",
    "⟦{会议会议|方案方案|街道街道|企业企业}⟧{act}有序推进。",
    "办理群众⟦{的的|了了|对对|在在}⟧{thing}诉求。",
    "抓好{thing}⟦工作工作⟧。",
    "组织干部⟦{认真认真|集中集中|全面全面|深入深入}⟧学习{theme}文件。",
    "由⟦{县委县委|政府办政府办|领导小组领导小组|司法所司法所}⟧牵头{act}。",
    "⟦{为为|由由|将将|并并|于于}⟧{企业|群众}提供{thing}服务。",
    "⟦{印发了印发|建立了建立|召集了召集|排查了排查}⟧{theme}清单。",
    "有效⟦{化解化解|防范防范|保障保障|维护维护}⟧{theme}风险。",
    "推动⟦{基层治理基层治理|政务服务政务服务|专项整治专项整治|示范创建示范创建}⟧取得实效。",
)


def _figure(rng: Random) -> str:
    return rng.choice((f"{rng.randint(12, 980)}.{rng.randint(11, 99)}", f"{rng.randint(1101, 9899)}"))


@injects("F001")
def duplicate_figure(clean: Clean, rng: Random) -> Defect | None:
    """Neighbouring clauses that tell one figure under two labels."""
    number = _figure(rng)
    first, second = rng.choice(_TOLD_TWICE)
    if "元" not in first:
        number = str(rng.randint(1101, 9899) | 1)
    thing = say("{thing}", rng)
    piece = rng.choice("，。；").join((first, second)) + "。"
    piece = piece.replace("{thing}", thing).replace("%s", number).replace(number, f"⟦{number}⟧", 1)
    return sentence(clean, rng, [piece])


@injects("F002")
def conflicting_figure(clean: Clean, rng: Random) -> Defect | None:
    """One label in two places of the text, with two figures."""
    starts = clean.sentence_starts(done=True)
    if len(starts) < 4:
        return None
    frame = say(rng.choice(_CLASH), rng)
    one = rng.randint(3, 60)
    a, b = sorted(rng.sample(starts, 2))
    years = ("上半年", "今年上半年") if clean.half else ("全年", "全年", f"{clean.year}年" if clean.year else "全年", "今年")
    year = rng.choice(years)
    leads = [lead.replace("{year}", year) for lead in rng.choice(_CLASH_LEADS if year == "今年" else _CLASH_LEADS[:8])]
    text = clean.text[:b] + (second := f"{leads[1]}{frame % (one + rng.randint(1, 9))}。") + clean.text[b:]
    text = text[:a] + (first := f"{leads[0]}{frame % one}。") + text[a:]
    return Defect(text, ((a, a + len(first)), (b + len(first), b + len(first) + len(second))))


@injects("F003")
def figure_arithmetic(clean: Clean, rng: Random) -> Defect | None:
    """A sum, difference or share that is wrong by more than rounding."""
    one, two, off = rng.randint(6, 90), rng.randint(4, 40), rng.choice((-3, -2, 2, 3, 5))
    share = round(100 * two / (one + two), 1)
    wrong = share + 12 if share < 80 else share - 15
    both, more = one + two, abs(off)
    fall, raised = round(100 * two / both, 1), round(100 * two / one, 1)
    pieces = (
        f"全年办理{{theme}}事项⟦{both + off}件，{{包括|分别为}}甲类{one}件、乙类{two}件⟧。",
        f"办理⟦咨询{one}件、求助{two}件，{{共计|合计}}{both + off}件⟧。",
        f"{{thing}}项目⟦由{one}个增加到{both}个，{{增加|新增}}{two + off}个⟧。",
        f"全年办理{{thing}}案件⟦{both}件，比上年的{one}件增加{abs(two + off) + (off == -two)}件⟧。",
        f"抽查{{thing}}台账⟦{both}份，其中合格{two}份，占{wrong:.1f}%⟧。",
        f"今年受理{{thing}}申请⟦{both}件，上年受理{one}件，{{增加|同比增加}}{two + more}件⟧。",
        f"{{thing}}合格率⟦由{50 + two}%提高到{52 + two}.5%，提高{2.5 + more}个百分点⟧。",
        f"共⟦受理{{thing}}诉求{both}件，办结{two}件，办结率{wrong:.1f}%⟧。",
        f"办结⟦一般程序案件{one}件，简易程序案件{two}件，{{合计|共计|总计}}{both + off}件⟧。",
        f"办理{{theme}}建议提案⟦{both + off}件（人大建议{one}件、政协提案{two}件）⟧。",
        f"{{thing}}投诉量⟦从上年的{both}件降至{one}件，{{减少|下降}}{two + more}件⟧。",
        f"{{thing}}诉求⟦由上年{both}件下降为{one}件，降幅{{达|为|}}{fall + 11:.1f}%⟧。",
        f"{{thing}}登记企业⟦从{one}户增至{both}户，{{净增|新增|增加}}{two + more}户⟧。",
        f"{{theme}}事项办理时限⟦由{both}个工作日压缩至{one}个工作日，压缩{fall + 13:.1f}%⟧。",
        f"⟦去年受理{{thing}}诉求{one}件，今年受理{both}件，同比{{上升|增长}}{raised + 14:.1f}%⟧。",
        f"抽检{{thing}}样品⟦{both}批次，合格{two}批次，合格率{{为|达|}}{wrong:.1f}%⟧。",
        f"{{theme}}会议⟦应到{both}人，实到{two}人，到会率{wrong:.1f}%⟧。",
        f"全县⟦{both}个村中有{two}个完成{{thing}}，占{wrong:.1f}%⟧。",
        f"⟦排查{{theme}}隐患{both}处，整改{two}处，整改率{{为|达到|}}{wrong:.1f}%⟧。",
        f"{{thing}}满意率⟦由{98 - two}%下降到{95 - two}%，下降{3 + more}个百分点⟧。",
        f"{{theme}}经费⟦{both}.6万元，比上年增加{one}.2万元，增长{100 * (one + 0.2) / (two + 0.4) + 15:.1f}%⟧。",
        f"{{theme}}投入⟦由{both}万元增加到{one}万元⟧。",
        f"立案⟦{both}件，其中{{theme}}类{both + more}件⟧。",
    )
    return sentence(clean, rng, pieces)


@injects("F004")
def implausible_rate(clean: Clean, rng: Random) -> Defect | None:
    """A rate above 100 % of something that cannot exceed the whole."""
    return sentence(clean, rng, _RATES)


@injects("F010")
def repeated_word(clean: Clean, rng: Random) -> Defect | None:
    """A word written twice: in a sentence put in, or a word of the text."""
    if rng.random() < 0.4:
        words = "开展|推进|落实|完善|组织|规范|建立|制度|工作|企业|群众|整改|培训|监督"
        found = list(re.finditer(rf"(?<=[\u4e00-\u9fff])(?:{words})(?=[\u4e00-\u9fff])", clean.text))
        if found:
            m = rng.choice(found)
            return replaced(clean.text, m.start(), m.end(), m[0] * 2)
    return sentence(clean, rng, _DOUBLED)


@injects("F011")
def repeated_passage(clean: Clean, rng: Random) -> Defect | None:
    """A sentence or paragraph of the text, pasted once more somewhere else."""
    starts = clean.sentence_starts()
    found = list(re.finditer(r"(?<=。)[\u4e00-\u9fff0-9“”《》、，%.]{28,120}。", clean.text))
    if not starts or not found:
        return None
    m, at = rng.choice(found), rng.choice(starts)
    if m.start() < at < m.end():
        return None
    shift = len(m[0]) if at <= m.start() else 0
    return Defect(
        clean.text[:at] + m[0] + clean.text[at:],
        ((at, at + len(m[0])), (m.start() + shift, m.end() + shift)),
        ("F001", "F002", "F010", "S013", "S014"),
    )
