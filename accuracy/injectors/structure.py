"""Parts, headings and their numbers, enumerations, ends of texts (S001–S015)."""

from __future__ import annotations

import re
from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, replaced, say, sentence

_NUMERALS = "一二三四五六七八九十"
_PARTS = {"problems": "问题|不足|短板|差距", "leadership": "第一责任人", "plan": "打算|安排|思路|计划|下一步|下步"}
_Section = tuple[int, int, int, str]
"""Start of the heading, start of its text, end of the section, part or nothing."""


def _sections(clean: Clean) -> list[_Section]:
    headings = clean.headings()
    ends = [start for start, _, _ in headings[1:]] + [len(clean.text)]
    return [(start, end + 1, stop, _part(words)) for (start, end, words), stop in zip(headings, ends, strict=False)]


def _part(words: str) -> str:
    return next((part for part, pattern in _PARTS.items() if re.search(pattern, words)), "")


def _annual(clean: Clean) -> bool:
    head = clean.text[:80]
    return clean.generated and "法治" in head and len(clean.headings()) >= 4


def _body(text: str, section: _Section) -> str:
    """The text of a section without a signature."""
    return re.sub(r"\n[^。\n]*\n[^。\n]*20[0-9]{2}年[0-9]+月[0-9]+日\s*$", "\n", text[section[1] : section[2]])


def _renumbered(text: str) -> str:
    """The headings of level one, counted anew."""
    number = iter(_NUMERALS)
    return re.sub(r"^([ \u3000]*)[一二三四五六七八九十]、(?=[^。\n]{2,45}$)", lambda m: f"{m[1]}{next(number)}、", text, flags=re.MULTILINE)


@injects("S001")
def missing_section(clean: Clean, rng: Random) -> Defect | None:
    """A mandated part taken out, the others counted anew."""
    sections = [section for section in _sections(clean) if section[3]] if _annual(clean) else []
    if not sections:
        return None
    start, _, end, part = section = rng.choice(sections)
    body = _body(clean.text, section)
    text = clean.text[:start] + clean.text[section[1] + len(body) : end] + clean.text[end:]
    return Defect(_renumbered(text), (), ("S002", "S015", "S007"), part)


@injects("S002")
def nested_section(clean: Clean, rng: Random) -> Defect | None:
    """The part of the leaders put under the measures, with a heading of level two or as the end of a paragraph."""
    sections = _sections(clean) if _annual(clean) else []
    if len(sections) < 4 or sections[0][3] or not any(s[3] == "leadership" for s in sections) or "\n— " in clean.text:
        return None
    led = next(s for s in sections if s[3] == "leadership")
    body = _body(clean.text, led)
    if len(body) != led[2] - led[1]:
        return None
    count = len(re.findall(r"^[ \u3000]*（[一二三四五六七八九十]+）", clean.text[sections[0][1] : sections[0][2]], re.MULTILINE))
    if not 1 < count < 10:
        return None
    label = f"（{_NUMERALS[count]}）履行推进法治建设第一责任人职责"
    at = sections[0][2]
    prose = body.lstrip(" \u3000\n")
    piece = rng.choice((f"{label}\n{body}", f"{label}情况。{prose}"))
    text = clean.text[:at] + piece + clean.text[at : led[0]] + clean.text[led[2] :]
    return Defect(_renumbered(text), (), ("S001",), "leadership")


@injects("S003")
def section_order(clean: Clean, _rng: Random) -> Defect | None:
    """Problems and plan in each other's place."""
    sections = _sections(clean) if _annual(clean) else []
    problems = next((s for s in sections if s[3] == "problems"), None)
    plan = next((s for s in sections if s[3] == "plan"), None)
    if not problems or not plan or problems[0] > plan[0]:
        return None
    body = _body(clean.text, plan)
    end = plan[1] + len(body)
    text = clean.text
    moved = text[: problems[0]] + text[plan[0] : end].rstrip("\n") + "\n" + text[problems[0] : plan[0]] + text[end:]
    return Defect(_renumbered(moved), (), ("S015",))


@injects("S004")
def duplicate_section(clean: Clean, rng: Random) -> Defect | None:
    """A second section of a part, under other words, after the first."""
    sections = [s for s in _sections(clean) if s[3]] if _annual(clean) else []
    if not sections:
        return None
    _, _, end, part = rng.choice(sections[:-1] or sections)
    if end == len(clean.text):
        return None
    heading = {
        "problems": ("存在的主要问题和原因", "工作中的不足及原因"),
        "leadership": ("主要负责人履行第一责任人职责情况", "党政主要负责人履行推进法治建设第一责任人职责的情况"),
        "plan": ("下一步工作安排", "下一年度工作打算"),
    }[part]
    piece = f"九、{rng.choice(heading)}\n" + say("{theme}还不平衡，主要是人手偏紧，今后由主要负责人牵头解决，定期调度{thing}。", rng) + "\n"
    text = _renumbered(clean.text[:end] + piece + clean.text[end:])
    return Defect(text, (), ())


@injects("S005")
def empty_section(clean: Clean, rng: Random) -> Defect | None:
    """A section without its text."""
    sections = _sections(clean)
    found = [s for s in sections[:-1] if s[2] - s[1] < 1500]
    if not found or "\n— " in clean.text:
        return None
    start, begin, end, _ = rng.choice(found)
    return Defect(clean.text[:begin] + clean.text[end:], ((start, begin),), ("S002", "S007", "S001", "S014", "S010"))


@injects("S006")
def missing_title(clean: Clean, _rng: Random) -> Defect | None:
    """The text without its first line, or lines, of title."""
    if not clean.generated:
        return None
    lines = clean.text.split("\n")
    end = next((i for i, words in enumerate(lines[:3]) if words.endswith(("报告", "总结", "计划"))), -1)
    return Defect("\n".join(lines[end + 1 :]), (), ("Y001",)) if end >= 0 else None


@injects("S007")
def missing_cause(clean: Clean, rng: Random) -> Defect | None:
    """The part on problems with shortcomings only."""
    problems = next((s for s in _sections(clean) if s[3] == "problems"), None) if _annual(clean) else None
    if not problems:
        return None
    start, _, end, _ = problems
    number = clean.text[start:end].strip()[0]
    heading = rng.choice(("存在的问题", "存在的不足", "工作中的短板", "存在的主要问题"))
    one = rng.choice(
        (
            "一是{theme}不够精细，个别台账不全。二是{thing}进度偏慢。",
            "{theme}仍有差距，{thing}的精准性不强，干部业务能力有待提升。",
            "（一）{theme}不够深入。少数单位重视不够。\n（二）{thing}质量不高。档案不够规范。",
        )
    )
    piece = f"{number}、⟦{heading}⟧\n{say(one, rng)}\n"
    return replaced(clean.text, start, end, piece)


@injects("S010")
def heading_numbering(clean: Clean, rng: Random) -> Defect | None:
    """A number that jumps or repeats, at level one or two."""
    found = list(re.finditer(r"^[ \u3000]*(?:（([一二三四五六七八九])）|([二三四五六])、)(?=[^\n]{4})", clean.text, re.MULTILINE))
    found = [m for m in found if m[2] or (m[1] != "一")]
    if not found:
        return None
    m = rng.choice(found)
    group = 1 if m[1] else 2
    number = _NUMERALS.index(m[group])
    wrong = _NUMERALS[min(number + rng.choice((-1, 1, 2)), 9)]
    if wrong == m[group]:
        return None
    text = clean.text[: m.start(group)] + wrong + clean.text[m.end(group) :]
    following = found.index(m) + 1
    spans = [(m.start(), m.end())] + [(f.start(), f.end()) for f in found[following : following + 1]]
    return Defect(text, tuple(spans), ("S014",))


@injects("S011")
def heading_level(clean: Clean, rng: Random) -> Defect | None:
    """（1） directly under 一、."""
    ends = [end + 1 for _, end, _ in clean.headings()]
    if not ends or clean.markdown:
        return None
    at = rng.choice(ends)
    level = rng.choice(("（1）%s。{act}有序开展，责任落实到人。\n（2）%s。{thing}按期完成。\n",))
    piece = say(level % ("{theme}", "{theme}"), rng)
    return replaced(clean.text, at, at, f"⟦{piece[:3]}⟧{piece[3:]}", ("S010", "S012", "S014"))


@injects("S012")
def heading_form(clean: Clean, rng: Random) -> Defect | None:
    """A wrong mark behind the number of a heading."""
    found = list(
        re.finditer(r"^[ \u3000]*(?:（([一二三四五六七八九])）|([一二三四五六])、)(?=[\u4e00-\u9fff0-9])", clean.text, re.MULTILINE)
    )
    if not found:
        return None
    m = rng.choice(found)
    bracketed = (f"（{m[1]}）、", f"({m[1]})", f"（{m[1]}）.", f"（{m[1]})", f"({m[1]}）", f"（{m[1]}），", f"({m[1]})、")
    wrong = rng.choice(bracketed if m[1] else (f"{m[2]}.", f"{m[2]}，", f"{m[2]}．", f"{m[2]},", f"{m[2]}：", f"{m[2]} ．"))
    start = m.start(1) - 1 if m[1] else m.start(2)
    return replaced(clean.text, start, m.end(), wrong, ("S010", "T005", "S015", "S001", "S002", "S007", "Y007"))


@injects("S013")
def enumeration_gap(clean: Clean, rng: Random) -> Defect | None:
    """一是 二是, 第一，第二， … that jumps, repeats or has no first: in a sentence put in."""
    form = rng.choice(("{}是", "{}要", "{}是", "{}要", "第{}，", "其{}，"))
    items = [say("{抓好|强化|优化|规范}{theme}", rng) for _ in range(4)]
    mark = rng.choice("；。" if form.endswith("，") else "，；。")
    orders = ("一三四", "一二四", "一二二", "一一三", "一二二四", "二三四", "一三")
    order = rng.choice(orders)
    run = mark.join(form.format(number) + item for number, item in zip(order, items, strict=False))
    leads = (
        "工作中，", "主要做法：", "具体来看，", "全年突出抓了几件事：", "在此基础上，", "我局的体会：", "对照要求，", "主要负责同志到会提出要求：",
        "这方面着重做了以下工作。", "会上明确，", "围绕上述目标，", "归纳起来，",
    )  # fmt: skip
    return sentence(clean, rng, [f"{lead}⟦{run}⟧。" for lead in leads], plain=True)


@injects("S014")
def announced_count(clean: Clean, rng: Random) -> Defect | None:
    """A number announced, and another number of items."""
    items = [say("{抓好|强化|优化|规范}{theme}", rng) for _ in range(4)]
    real = rng.randint(2, 4)
    told = rng.choice([n for n in (2, 3, 4, 5) if n != real])
    run = rng.choice("，；").join(f"{_NUMERALS[i]}是{items[i]}" for i in range(real))
    number = _NUMERALS[told - 1].replace("二", "两")
    frames = ("主要有以下⟦%s点⟧做法：%s。", "重点抓好⟦%s项工作⟧：%s。", "存在⟦%s个方面⟧不足：%s。", "采取⟦%s项措施⟧：%s。")
    return sentence(clean, rng, [frame % (number, run) for frame in frames], plain=True)


@injects("S015")
def truncated_text(clean: Clean, rng: Random) -> Defect | None:
    """The last paragraph of the text, or of a section, cut inside a sentence."""
    ends = [end for _, _, end, _ in _sections(clean)[:-1]] + [len(clean.text)]
    if "\n— " in clean.text or not clean.generated:
        return None
    end = rng.choice(ends)
    stop = clean.text.rfind("。", 0, end)
    begin = max(clean.text.rfind("\n", 0, stop), clean.text.rfind("。", 0, stop))
    clause = clean.text[begin + 1 : stop]
    if len(clause) < 24 or re.search("[《（“”）》]", clause):
        return None
    cut = begin + 1 + rng.randint(14, len(clause) - 4)
    tail = clean.text[end:] if end < len(clean.text) else ""
    text = clean.text[:cut].rstrip("，、；") + rng.choice(("", "", "", "…", "...", "。。。", "....")) + "\n" + tail
    return Defect(text, ((begin + 1, cut + 3),), ("S001", "S005"))
