"""Annual reports with any subset of parts, in any order, wording and layout: what a person would read at once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st


def _wordings() -> dict[str, Any]:
    """Headings, sentences and titles by two authors who had not seen the patterns."""
    merged: dict[str, Any] = {}
    for file in ("wordings.toml", "wordings_second.toml"):
        for name, values in tomllib.loads((Path(__file__).parent / file).read_text(encoding="utf-8")).items():
            merged[name] = [*merged.get(name, []), *values]
    return merged


WORDINGS = _wordings()
PARTS = ("measures", "problems", "leadership", "plan")
YEAR = 2023

_BODY = {
    "measures": (
        "全年修订行政裁量基准二十三项，组织执法培训六期，办结行政处罚案件四十一件，没有被纠正的行政行为，合法性审核做到应审尽审，公开执法信息一百八十条。",
        "组织旁听庭审两次，行政机关负责人出庭应诉率保持较高水平，依法办理建议提案十九件，按期答复率百分之百，群众评价良好。",
    ),
    "problems": (
        "基层执法力量偏弱，主要是编制少、业务新；普法形式比较单一，群众参与不多。",
        "个别科室程序意识不强，由于人员更替较快，执法文书质量参差不齐。",
    ),
    "leadership": (
        "局长带头学法述法，主持召开专题会议四次，把法治建设纳入年度绩效考核，亲自协调执法难点。",
        "县长定期听取汇报，亲自审定年度法治工作要点，带头参加旁听庭审活动。",
    ),
    "plan": (
        "完善合法性审核机制，补充专业执法人员，开展案卷评查和以案释法活动，提升队伍素质。",
        "抓好执法监督平台应用，健全容错纠错机制，扩大法律顾问覆盖面，优化政务服务。",
    ),
    "other": ("没有其他情况。",),
}
_NUMBERS = "一二三四五六七八九十"


class Case(NamedTuple):
    """A generated report and the parts that stand in it."""

    path: str
    text: str
    present: frozenset[str]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A report with some parts, and what it must be found to have."""
    chosen = draw(st.lists(st.sampled_from(PARTS), unique=True))
    sections: list[tuple[str, str]] = []
    present: set[str] = set()
    for part in chosen:
        if part in present:
            continue
        if part == "measures" and draw(st.booleans()):
            themes = draw(st.lists(st.sampled_from(WORDINGS["themes"]), min_size=1, max_size=4, unique=True))
            sections += [(theme, draw(st.sampled_from(_BODY["measures"]))) for theme in themes]
            present.add(part)
        elif draw(st.integers(0, 4)) == 0:
            double = draw(st.sampled_from([d for d in WORDINGS["two_parts"] if part in d["parts"]]))
            if present & set(double["parts"]) or not set(double["parts"]) <= set(chosen):
                sections.append((draw(st.sampled_from(WORDINGS[part])), draw(st.sampled_from(_BODY[part]))))
                present.add(part)
            else:
                sections.append((double["text"], "".join(_BODY[p][0] for p in double["parts"])))
                present |= set(double["parts"])
        else:
            sections.append((draw(st.sampled_from(WORDINGS[part])), draw(st.sampled_from(_BODY[part]))))
            present.add(part)
    if draw(st.integers(0, 3)) == 0:
        sections.append((draw(st.sampled_from(WORDINGS["other"])), _BODY["other"][0]))
    title = draw(st.sampled_from(WORDINGS["titles_annual"]))
    sections = [(_dated(heading), body) for heading, body in sections]
    layout = draw(st.sampled_from(sorted(LAYOUTS)))
    path, text = LAYOUTS[layout](_dated(title), sections)
    return Case(path, text, frozenset(present))


def _dated(text: str) -> str:
    return text.replace("{Y}", str(YEAR)).replace("{N}", str(YEAR + 1))


_OPENING = f"{YEAR}年，我单位认真落实上级部署，依法履行职责，各项工作有序开展。现将有关情况报告如下："


def _lines(title: str, sections: list[tuple[str, str]]) -> list[str]:
    lines = [title, _OPENING]
    for number, (heading, body) in zip(_NUMBERS, sections, strict=False):
        lines += [f"{number}、{heading}", body]
    return lines


def plain(title: str, sections: list[tuple[str, str]]) -> tuple[str, str]:
    """One paragraph a line."""
    return "报告.txt", "\n".join(_lines(title, sections)) + "\n"


def indented(title: str, sections: list[tuple[str, str]]) -> tuple[str, str]:
    """Two full-width spaces before each paragraph."""
    return "报告.txt", "\r\n".join(f"\u3000\u3000{line}" for line in _lines(title, sections))


def blank_lined(title: str, sections: list[tuple[str, str]]) -> tuple[str, str]:
    """A blank line between paragraphs."""
    return "报告.txt", "\n\n".join(_lines(title, sections)) + "\n"


def wrapped(title: str, sections: list[tuple[str, str]]) -> tuple[str, str]:
    """Cut at 28 characters, as in text taken from a PDF."""
    return "报告.txt", "\n".join(_wrap(_lines(title, sections)))


def wrapped_and_blank_lined(title: str, sections: list[tuple[str, str]]) -> tuple[str, str]:
    """Cut at 28 characters with a blank line after each line, and page numbers in between."""
    lines = _wrap(_lines(title, sections))
    for page in range(1, len(lines) // 20 + 1):
        lines.insert(page * 20, f"— {page} —")
    return "报告.txt", "\n\n".join(lines)


def _wrap(paragraphs: list[str], width: int = 28) -> list[str]:
    lines = []
    for paragraph in paragraphs:
        lines += [paragraph[at : at + width] for at in range(0, len(paragraph), width)]
    return lines


def markdown(title: str, sections: list[tuple[str, str]]) -> tuple[str, str]:
    """Markdown headings with Chinese numbers."""
    lines = [f"# {title}", "", _OPENING, ""]
    for number, (heading, body) in zip(_NUMBERS, sections, strict=False):
        lines += [f"## {number}、{heading}", "", body, ""]
    return "报告.md", "\n".join(lines)


def markdown_unnumbered(title: str, sections: list[tuple[str, str]]) -> tuple[str, str]:
    """Markdown headings without numbers."""
    lines = [f"# {title}", "", _OPENING, ""]
    for heading, body in sections:
        lines += [f"## {heading}", "", body, ""]
    return "报告.md", "\n".join(lines)


LAYOUTS = {f.__name__: f for f in (plain, indented, blank_lined, wrapped, wrapped_and_blank_lined, markdown, markdown_unnumbered)}
