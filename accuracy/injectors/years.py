"""Years and dates that cannot be (Y001–Y007)."""

from __future__ import annotations

import re
from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, over, replaced, sentence

_EVENTS = (
    (2022, 10, "党的二十大"), (2023, 2, "党的二十届二中全会"), (2024, 7, "党的二十届三中全会"), (2025, 10, "党的二十届四中全会"), (2024, 7, "二十届三中全会"),
    (2025, 10, "二十届四中全会"), (2022, 10, "二十大"), (2021, 11, "党的十九届六中全会"), (2017, 10, "党的十九大"),
)  # fmt: skip
"""Year and month in which it took place."""

_LEARNING = (
    "深入学习贯彻⟦%s⟧精神，抓好{theme}。", "全面落实⟦%s⟧部署，推进{thing}。", "组织干部专题学习⟦%s⟧精神{3-20}次。", "把学习宣传⟦%s⟧精神作为首要政治任务。",
    "⟦%s⟧胜利召开后，第一时间组织{act}。", "围绕⟦%s⟧提出的目标任务开展{act}。",
    "⟦%s⟧闭幕后，迅速传达学习。", "邀请专家作⟦%s⟧精神专题辅导{2-9}场。", "举办⟦%s⟧精神培训班{2-9}期。", "贯穿⟦%s⟧精神，谋划{theme}。", "组织收看⟦%s⟧新闻报道。", "撰写学习⟦%s⟧心得体会{20-90}篇。",
    "把思想和行动统一到⟦%s⟧精神上来。", "以⟦%s⟧精神为指引推进{thing}。", "对标⟦%s⟧关于{theme}的要求。", "⟦%s⟧作出的决策部署落地见效。", "迅速掀起学习⟦%s⟧精神热潮。",
)  # fmt: skip
_STALE = (
    "按照“⟦七五⟧”普法规划{要求|部署}，推进{theme}。", "认真落实“⟦六五⟧”普法规划，抓好{act}。", "落实“⟦十三五⟧”规划{确定|明确}的{thing}任务。", "深入实施“⟦十二五⟧”规划。",
    "全面贯彻落实⟦《法治政府建设实施纲要（2015—2020年）》⟧。", "对照⟦《法治政府建设实施纲要（2015-2020年）》⟧推进{theme}。", "根据⟦“七五”普法⟧工作安排，开展{act}{4-30}次。",
    "积极推进“⟦七五⟧”普法工作，开展{act}{4-30}次。", "围绕“⟦七五⟧”普法目标任务抓好{theme}。", "今年是“⟦十三五⟧”规划的关键之年，{thing}有序推进。", "根据《“⟦十三五⟧”{theme}规划》推进{thing}。",
    "紧扣“⟦十三五⟧”规划目标，抓好{theme}。", "深入开展“⟦七五⟧”普法宣传教育。", "依据⟦《法治政府建设实施纲要（2015－2020年）》⟧制定{theme}清单。", "以落实⟦《法治政府建设实施纲要（2015—2020年）》⟧为主线抓好{theme}。",
    "按照“⟦七五⟧普法”责任清单开展{act}。", "扎实做好“⟦七五⟧”普法各项工作。", "对标“⟦十三五⟧”规划纲要推进{thing}。",
)  # fmt: skip
_HEADING_YEAR = re.compile(r"(20[0-9]{2})年")


@injects("Y001")
def inconsistent_year(clean: Clean, rng: Random) -> Defect | None:
    """Another year in a heading of what was done or of the problems, at the head of the opening, or in what announces the report."""
    if not clean.year:
        return None
    wrong = clean.year + rng.choice((-1, -2, -3, 2))
    heads = [(start + clean.text[start:end].index(words), words) for start, end, words in clean.headings()]
    places = [(at, words) for at, words in heads[:1] if re.search("主要|成效|工作|举措|回顾", words)]
    places += [(at, words) for at, words in heads[1:3] if re.search("问题|不足|履职|履行", words)]
    places += [(m.start(1), "") for m in re.finditer(rf"现将[^。\n]{{0,24}}?({clean.year})年", clean.text)]
    opening = clean.text[: heads[0][0]] if heads else ""
    places += [(m.start(1), "") for m in re.finditer(rf"\n[ \u3000]*({clean.year})年(?:度|，|以来|，?我|全)", opening)]
    if not places:
        return None
    at, words = rng.choice(places)
    if not words:
        return replaced(clean.text, at, at + 4, str(wrong), ("Y007",))
    year = _HEADING_YEAR.search(words)
    if year:
        return replaced(clean.text, at + year.start(1), at + year.end(1), str(wrong), ("Y007",))
    return replaced(clean.text, at, at, f"⟦{wrong}年⟧" + rng.choice(("", "度")), ("Y007",))


@injects("Y002")
def plan_year(clean: Clean, rng: Random) -> Defect | None:
    """Another year than the next in the heading of the plan, or at the beginning of its text."""
    plans = [(s, e, w) for s, e, w in clean.headings() if re.search("打算|安排|思路|计划|下一步|下步", w) and "半年" not in w]
    if not clean.year or not plans or "半年" in clean.text[:60]:
        return None
    start, end, words = plans[-1]
    wrong = clean.year + rng.choice((-2, -1, 0, 2, 3))
    at = start + clean.text[start:end].index(words)
    year = _HEADING_YEAR.search(words)
    if year:
        return replaced(clean.text, at + year.start(1), at + year.end(1), str(wrong))
    if words.startswith(("下一年度", "下一步", "下步", "下一年")):
        found = re.compile(r"下一年度?|下一步|下步").match(words)
        assert found
        return replaced(clean.text, at, at + found.end(), f"⟦{wrong}年⟧")
    return replaced(clean.text, at, at, f"⟦{wrong}年⟧")


@injects("Y003")
def anachronism(clean: Clean, rng: Random) -> Defect | None:
    """An event told as a fact that took place after the spring of the year after the report's."""
    if not clean.year:
        return None
    later = [name for year, month, name in _EVENTS if (year, month) > (clean.year + 1, 3)]
    return sentence(clean, rng, [rng.choice(_LEARNING) % rng.choice(later)]) if later else None


@injects("Y004")
def stale_reference(clean: Clean, rng: Random) -> Defect | None:
    """A plan whose span was over a year and more before is called current."""
    return sentence(clean, rng, _STALE) if clean.year >= 2022 else None


@injects("Y005")
def impossible_date(clean: Clean, rng: Random) -> Defect | None:
    """A day or month that the calendar does not have."""
    dates = (
        "{2月30日|2月31日|4月31日|6月31日|9月31日|11月31日}",
        "{1-12}月{32-39}日",
        "{13-19}月{1-28}日",
        "20{21-25}年{13-19}月",
        "20{22|23|25}年2月29日",
        "20{21-25}年{2月30日|6月31日|11月31日}",
        "{4|6|9|11}月31号",
        "2月{30|31}号",
        "{1-12}月{1-20}日至{32-39}日",
        "20{21-25}-{13-19}-0{1-9}",
        "20{21-25}.{2.30|4.31|13.5}",
        "20{21-25}/{2/30|6/31|9/31}",
        "{四|六|九|十一}月三十一日",
        "0{2}月3{0|1}日",
        "20{21-25}年{0|00}月{3-20}日",
        "{1-12}月0日",
    )
    if rng.random() < 0.3:
        impossible = rng.choice(("2月30日", "4月31日", "13月5日", "6月31日", "9月32日"))
        if found := over(clean, rng, r"(?<![0-9])[1-9][0-2]?月[1-9][0-9]?日", lambda _: impossible):
            return found
    return sentence(clean, rng, [f"⟦{date}⟧，开展{{act}}。" for date in dates] + [f"于⟦{date}⟧完成{{thing}}。" for date in dates])


@injects("Y006")
def year_range(clean: Clean, rng: Random) -> Defect | None:
    """A range of years that runs backwards, is empty, or lost its dash."""
    first, dash = rng.randint(2018, 2024), rng.choice("—-－～至–")
    later = first + rng.randint(1, 5)
    ranges = (
        f"{later}{dash}{first}年",
        f"{later}年{dash}{first}年",
        f"{first}{later}年",
        f"{first}{dash}{first}年",
        f"{first}年{dash}{first}年",
        f"{later}年至{first}年",
    )
    frames = (
        "落实{theme}行动计划（⟦%s⟧）。", "实施《{theme}规划（⟦%s⟧）》。", "⟦%s⟧{theme}方案有序推进。", "制定{theme}方案（⟦%s⟧）。", "梳理⟦%s⟧{thing}台账{3-20}本。", "对⟦%s⟧{theme}情况开展{act}。",
        "编制{theme}三年计划（⟦%s⟧）。", "回顾⟦%s⟧{theme}成果。", "根据《{theme}纲要（⟦%s⟧）》分解任务{3-20}项。", "{thing}项目建设期为⟦%s⟧。", "⟦%s⟧期间开展{act}{3-20}次。",
    )  # fmt: skip
    return sentence(clean, rng, [rng.choice(frames) % rng.choice(ranges)])


@injects("Y007")
def period_mismatch(clean: Clean, rng: Random) -> Defect | None:
    """A text on half a year that tells of the whole year as done."""
    if "上半年" not in clean.text[:60] or not clean.year:
        return None
    frames = (
        f"⟦{clean.year}年全年⟧，共办结{{thing}}事项{{20-90}}件。", f"⟦{clean.year}年度⟧，完成{{thing}}{{20-90}}处。", "⟦全年⟧共{开展|组织}了{act}{20-90}次。",
        "⟦全年⟧累计完成{thing}{3-19}处，较上年增长{3-9}%。", f"⟦{clean.year}年全年⟧实现{{thing}}零投诉。",
        "⟦一年来⟧，{开展|组织}{act}{20-90}次，成效明显。", "⟦本年度⟧完成{thing}{20-90}处。", "⟦全年⟧受理{thing}申请{20-90}件，办结率100%。", f"⟦{clean.year}年1至12月⟧，开展{{act}}{{20-90}}次。", "截至⟦12月底⟧，{thing}全部完成。",
        "⟦全年⟧培训{20-90}人次。", "⟦全年⟧发放资料{20-90}份，{act}{3-9}次。", f"⟦{clean.year}年度⟧办理{{thing}}事项{{20-90}}件，群众满意。", f"⟦{clean.year}年1—12月⟧完成{{thing}}{{20-90}}处。", "回顾⟦一年来⟧的工作，{thing}取得进展。",
    )  # fmt: skip
    return sentence(clean, rng, frames, done=True)
