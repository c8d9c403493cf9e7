"""Paragraphs out of hard-wrapped lines, by line width, indent and punctuation together.

Text that comes from a PDF or an e-mail is cut at a fixed width, in the middle of sentences, words and headings,
often with a blank line after each line. Final punctuation alone would glue a heading to the text under it, width
alone would glue two full paragraphs. A line goes on in the next one if the first word of that had no room in it,
and neither an indent nor a number says that something new begins.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from reportlint.readers.blocks import SIGNERS
from reportlint.readers.lines import Line
from reportlint.text import LazyPattern

_WIDEST = 66
"""Full-width characters; nothing that is wider on the average is hard-wrapped."""
_NARROWEST = 12
_FEW = 6
"""Lines, up to which title and headings weigh so much that half of them may be shorter."""
_ENDS = frozenset("。！？!?；;：:…]】")
_OPENING = frozenset("“‘（《〈【〔([")
_CLOSING = frozenset("，。、；：！？”’）》〉】〕％")
_NUMERALS = frozenset("一二三四五六七八九十百")
_WORD = LazyPattern(r"[0-9A-Za-z.,%/+-]{1,20}")
_NUMBERED = LazyPattern(
    r"[一二三四五六七八九十百]{1,4}[、．.]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9])"
    r"|第[一二三四五六七八九十百0-9]{1,4}(?:部分|章|节|篇|编|条)|[①-⑳]|#{1,6} |[>|•●·\-*] |附件|附："
)
_NUMBER_BEGINS = _NUMERALS | frozenset("（(0123456789第①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳#>|•●·-*附")
_DOCUMENTS = ("报告", "总结", "计划", "方案", "通知", "通报", "意见", "规划", "纲要", "要点", "办法", "汇报", "公报", "年报")
_HEADING_ENDS = (
    "不足", "问题", "原因", "情况", "安排", "打算", "计划", "成效", "做法", "举措", "措施", "短板", "事项", "思路", "重点", "职责", "体会",
)  # fmt: skip
_TOP = LazyPattern(r"[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]{1,3}部分")
_COLUMNS = LazyPattern(r"\S(?:\t| {4,}|\u3000{2,})\S")
_LONGEST_SIGNATURE = 24
_LONGEST_TITLE = 10
"""Lines."""
_COUNTED = LazyPattern(r"（([0-9]{1,2})）")
_PAGE_NUMBER = LazyPattern(r"[-—–－ ·]*(?:第\s*)?[0-9]{1,4}(?:\s*页)?(?:\s*[,，/共]*\s*[0-9]{1,4}\s*页?)?[-—–－ ·]*")
_DRESSED = LazyPattern(
    r"[-—–－·]\s*[0-9]{1,4}\s*[-—–－·]|第\s*[0-9]{1,4}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,4}\s*页)?|[0-9]{1,4}\s*/\s*[0-9]{1,4}"
)
_WINDOW = 10
"""Lines before and after that tell how wide a line may be: pages differ."""
_NEARBY = 20
"""Lines in which the numbers beside one in brackets are looked for."""
_LOOSE = 4.0
"""What a line that goes on may leave free, where an indent would show that it does not."""
_LOST_INDENT = 2.0
"""Full-width characters by which the first line of a paragraph is shorter where a PDF reader dropped its indent."""


def is_wrapped(lines: list[Line]) -> bool:
    """Whether most lines are cut at one width, in the middle of what they say."""
    if len(lines) < 4 or sum(len(line.text) for line in lines) > _WIDEST * len(lines):
        return False
    prose = [line.text for line in lines if not _NUMBERED.match(line.text)]
    widths = [_width(text) for text in prose if len(text) >= 10 and text[-1] not in _ENDS]
    if len(widths) < 3 or len(widths) < 0.35 * len(prose):
        return False
    full = sorted(widths)[int(len(widths) * 0.8)]
    near = sum(full - 4 <= width <= full + 3 for width in widths)
    wider = sum(len(line.text) > full + 6 and _width(line.text) > full + 6 for line in lines)
    return _NARROWEST <= full <= _WIDEST and near >= (0.6 if len(widths) > _FEW else 0.5) * len(widths) and wider <= 0.05 * len(lines)


def page_number(text: str, *, wrapped: bool) -> bool:
    """Whether a line is nothing but the number of a page; bare digits count only in a hard-wrapped text."""
    return len(text) <= 20 and (_PAGE_NUMBER if wrapped else _DRESSED).fullmatch(text) is not None


class _Layout(NamedTuple):
    """How the lines of one text are set; widths in full-width characters."""

    room: list[float]
    """What was left free in each line beside the first word of the next one; negative if that had no room."""
    usual: float
    """What is usually left free in lines that certainly go on …"""
    most: float
    """… and what hardly one of them exceeds."""
    indents: list[int]
    """How far each line starts to the right of most."""
    numbered: list[bool]
    """Whether each line starts with the number of a heading or item, or what looks like one."""
    indented: bool
    """Whether the first lines of paragraphs are indented."""
    lost: float
    """By how much they are shorter because their indent got lost."""
    double: bool
    """Whether a blank line stands even in the middle of sentences."""


def join(lines: list[Line]) -> list[list[Line]]:
    """The lines of a hard-wrapped text, grouped into paragraphs."""
    layout = _layout(lines)
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        if i and _goes_on(groups[-1], lines, i - 1, layout) and not (len(groups) == 1 and _is_title(groups[0])):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _layout(lines: list[Line]) -> _Layout:
    common = Counter(line.indent for line in lines)
    base = min((indent for indent, count in common.items() if count >= 0.15 * len(lines)), default=0)
    indents = [line.indent - base for line in lines]
    widths = [_width(line.text) + (indent / 2 if 0 < indent <= 12 else 0) for line, indent in zip(lines, indents, strict=True)]
    cut = [line.text[-1] not in _ENDS and len(line.text) >= 10 for line in lines]
    full = _full(widths, cut)
    room = [full[i] - width - _first_word(after.text) for i, (width, after) in enumerate(zip(widths, lines[1:], strict=False))]
    numbered = [line.text[0] in _NUMBER_BEGINS and _NUMBERED.match(line.text) is not None for line in lines]
    inside = sorted(room[i] for i in range(1, len(lines) - 1) if cut[i] and cut[i - 1] and not numbered[i] and not numbered[i + 1])
    usual, most = (min(max(inside[int(len(inside) * share)], 0.0), 3.0) if inside else 0.0 for share in (0.6, 0.9))
    first = [room[i] for i in range(len(lines) - 1) if cut[i] and indents[i] < 2 and (numbered[i] or i == 0 or room[i - 1] > _LOOSE)]
    shorter = sum(0 < left <= _LOST_INDENT for left in first)
    lost = _LOST_INDENT if shorter >= 3 and shorter >= 4 * sum(left < 0 for left in first) else 0.0
    starts = [after for line, after in zip(range(len(lines)), indents[1:], strict=False) if room[line] > 4 and not cut[line]]
    indented = len(starts) > 0 and sum(indent >= 2 for indent in starts) >= 0.6 * len(starts)
    gaps = [after.gap for i, (_, after) in enumerate(pairwise(lines)) if cut[i]]
    return _Layout(room, usual, most, indents, numbered, indented, lost, len(gaps) > 0 and sum(gaps) >= 0.5 * len(gaps))


def _full(widths: list[float], cut: list[bool]) -> list[float]:
    """How wide a line may be, at each line: what a quarter of the cut lines around it exceeds, as marks may hang over."""
    everywhere = _upper_quartile([width for width, is_cut in zip(widths, cut, strict=True) if is_cut])
    full = []
    for i in range(0, len(widths), _WINDOW):
        around = range(max(0, i - _WINDOW), min(len(widths), i + 2 * _WINDOW))
        nearby = [widths[k] for k in around if cut[k] and widths[k] > 0.8 * everywhere]
        full += [_upper_quartile(nearby) if len(nearby) > 4 else everywhere] * _WINDOW
    return full


def _upper_quartile(widths: list[float]) -> float:
    return sorted(widths)[int(len(widths) * 0.75)] if widths else 0.0


def _goes_on(paragraph: list[Line], lines: list[Line], i: int, layout: _Layout) -> bool:
    """Whether line `i`, so far the last of its `paragraph`, goes on in the next one."""
    line, after = lines[i], lines[i + 1]
    first = len(paragraph) == 1
    if layout.numbered[i + 1] and not _inside_numbers(line.text, after.text) and not _counted_inside(paragraph, lines, i + 1):
        return False
    if (after.gap and not layout.double) or _has_columns(line.text) or _has_columns(after.text):
        return False
    ended = line.text[-1] in _ENDS
    if (ended and after.text.startswith(("——", "--"))) or (layout.indented and layout.indents[i + 1] >= 2):
        return False
    if ended and i + 3 >= len(lines) and len(after.text) <= _LONGEST_SIGNATURE and after.text.endswith(SIGNERS) and "，" not in after.text:
        return False
    room = layout.room[i] - (layout.lost if first and layout.indents[i] < 2 else 0)
    alone = ended or (first and layout.numbered[i])  # what may well be a whole paragraph
    if room > (_LOOSE if layout.indented else layout.usual if alone else layout.most):
        return False
    if first and not layout.indented and _TOP.match(line.text) and "。" not in line.text:  # goes on only to its own end
        return after.text[-1] not in _ENDS and (i + 1 >= len(layout.room) or layout.room[i + 1] > layout.most)
    if first and layout.numbered[i] and not layout.indented and _is_heading(line.text) and after.text[0] not in "和及与、，":
        return False
    if layout.lost and alone and i + 2 < len(lines) and after.text[-1] not in _ENDS:
        begins = layout.usual < layout.room[i + 1] <= layout.lost  # a line with room for an indent begins a paragraph
        return not begins and (not ended or layout.room[i + 1] <= layout.usual)
    return True


def _is_title(paragraph: list[Line]) -> bool:
    """Whether the first paragraph is a title so far, and complete, though it may fill its line."""
    if len(paragraph) > _LONGEST_TITLE:
        return False
    text = "".join(line.text for line in paragraph)
    return text.endswith(_DOCUMENTS) and "，" not in text and "。" not in text and not _NUMBERED.match(text)


def _is_heading(text: str) -> bool:
    """Whether a numbered line that is full ends like a heading."""
    return text.endswith(_HEADING_ENDS) and "。" not in text


def _has_columns(text: str) -> bool:
    return ("\t" in text or "    " in text or "\u3000\u3000" in text) and _COLUMNS.search(text) is not None


def _inside_numbers(line: str, after: str) -> bool:
    """Whether a number is cut in two, so that its rest looks like that of a heading: 第 / 一、…; 至 / 3、4月; ” / 二、三期."""
    if after[0] in _NUMERALS:
        series = after[1:2] == "、" and after[0] + after[2:3] in "一二三四五六七八九" and line[-1] not in _ENDS
        return series or line[-1] == "第" or line[-1] in _NUMERALS or (line[-1] == "、" and line[-2:-1] in _NUMERALS)
    return after[0].isdigit() and line[-1] in "，、第共约达的为至—-"


def _counted_inside(paragraph: list[Line], lines: list[Line], i: int) -> bool:
    """Whether line `i` starts with a number like （3） while those beside it, （2） or （4）, stand inside of lines."""
    counted = _COUNTED.match(lines[i].text)
    if counted is None:
        return False
    before, after = (f"（{int(counted[1]) + step}）" for step in (-1, 1))
    return any(before in line.text[1:] for line in paragraph[-_NEARBY:]) or any(after in line.text[1:] for line in lines[i : i + _NEARBY])


def _first_word(text: str) -> float:
    """The width of the characters at the start of a line that cannot be parted from each other."""
    start = 1 if text[0] in _OPENING and len(text) > 1 else 0
    end = start + 1
    if text[start].isascii():
        word = _WORD.match(text, start)
        end = word.end() if word else end
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return 1.0 if end == 1 and not text[0].isascii() else _width(text[:end])


def _width(text: str) -> float:
    """Display width in full-width characters: what UTF-8 writes in three bytes is as wide as two of ASCII."""
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) / 4
