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
)
_CLASH = (
    "召开{theme}调度会%s次", "组织{theme}演练%s场", "受理{theme}投诉%s件", "{theme}专班走访企业%s家",
    "修订{theme}制度%s项", "发放{theme}手册%s册", "举办{theme}讲座%s期",
)  # fmt: skip
_RATES = (
    "{thing}{办结率|合格率|满意率|覆盖率|达标率|签约率|到位率|及时率|参与率|整改率}{为|达|达到|}⟦{101-180}%⟧。",
    "{thing}{办结率|合格率|整改率|达标率}由{80-97}%{提高到|上升至|提升到}⟦{101-130}%⟧。",
    "群众对{theme}的{满意度|满意率}{达|高达|为}⟦{101-115}.{1-9}%⟧。",
)
_DOUBLED = (
    "进一步⟦{提升提升|规范规范|加强加强|完善完善|优化优化|落实落实}⟧{theme}水平。",
    "⟦{开展了开展|举办了举办|召开了召开|完成了完成}⟧{theme}专项行动。",
    "⟦{会议会议|方案方案|街道街道|企业企业}⟧{act}有序推进。",
    "办理群众⟦{的的|了了|对对|在在}⟧{thing}诉求。",
    "抓好{thing}⟦工作工作⟧。",
    "推动⟦{基层治理基层治理|政务服务政务服务|专项整治专项整治|示范创建示范创建}⟧取得实效。",
)


def _figure(rng: Random) -> str:
    return rng.choice((f"{rng.randint(12, 980)}.{rng.randint(11, 99)}", f"{rng.randint(1101, 9899)}"))


@injects("F001")
def duplicate_figure(clean: Clean, rng: Random) -> Defect | None:
    """Neighbouring clauses that tell one figure under two labels."""
    number = _figure(rng)
    first, second = rng.choice(_TOLD_TWICE)
    if "人" in first or "件" in first:
        number = str(rng.randint(1101, 9899) | 1)
    thing = say("{thing}", rng)
    piece = rng.choice(("，", "。", "；")).join((first, second)) + "。"
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
    head = rng.choice(("全年", "全年共", "全年累计")) if not clean.half else "上半年"
    text = clean.text[:b] + (second := f"{head}{frame % (one + rng.randint(1, 9))}。") + clean.text[b:]
    text = text[:a] + (first := f"{head}{frame % one}。") + text[a:]
    return Defect(text, ((a, a + len(first)), (b + len(first), b + len(first) + len(second))))


@injects("F003")
def figure_arithmetic(clean: Clean, rng: Random) -> Defect | None:
    """A sum, difference or share that is wrong by more than rounding."""
    one, two, off = rng.randint(6, 90), rng.randint(4, 40), rng.choice((-3, -2, 2, 3, 5))
    share = round(100 * two / (one + two), 1)
    wrong = share + 12 if share < 80 else share - 15
    pieces = (
        f"全年办理{{theme}}事项⟦{one + two + off}件，{{包括|分别为}}甲类{one}件、乙类{two}件⟧。",
        f"办理⟦咨询{one}件、求助{two}件，{{共计|合计}}{one + two + off}件⟧。",
        f"{{thing}}项目⟦由{one}个增加到{one + two}个，{{增加|新增}}{two + off}个⟧。",
        f"全年办理{{thing}}案件⟦{one + two}件，比上年的{one}件增加{abs(two + off) + (off == -two)}件⟧。",
        f"抽查{{thing}}台账⟦{one + two}份，其中合格{two}份，占{wrong:.1f}%⟧。",
        f"今年受理{{thing}}申请⟦{one + two}件，上年受理{one}件，{{增加|同比增加}}{two + abs(off)}件⟧。",
        f"{{thing}}合格率⟦由{50 + two}%提高到{52 + two}.5%，提高{2.5 + abs(off)}个百分点⟧。",
        f"共⟦受理{{thing}}诉求{one + two}件，办结{two}件，办结率{wrong:.1f}%⟧。",
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
