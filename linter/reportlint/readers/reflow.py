"""Paragraphs out of hard-wrapped lines, by line width and punctuation together.

Text that comes from a PDF or an e-mail is cut at a fixed width, in the middle of sentences, words and headings,
often with a blank line after each line. Final punctuation alone would glue a heading to the text under it, width
alone would glue two full paragraphs; a line goes on in the next one only if it is full *and* nothing ended.
"""

from __future__ import annotations

from reportlint.readers.lines import Line
from reportlint.text import LazyPattern

_WIDEST = 66
"""Full-width characters; nothing that is wider on the average is hard-wrapped."""
_ENDS = frozenset("。！？!?；;：:…")
_NUMBERED = LazyPattern(
    r"[一二三四五六七八九十百]{1,4}[、．.]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、](?![0-9])"
    r"|第[一二三四五六七八九十百0-9]{1,4}(?:部分|章|节|篇|编|条)|[①-⑳]|#{1,6} |[>|•●·\-*] |附件|附："
)
_TITLE_ENDS = ("报告", "总结", "计划", "汇报", "年报", "通知", "意见", "方案")
_TITLE_LINES = 3
_HEADING_ENDS = (
    "情况", "不足", "原因", "安排", "打算", "成效", "举措", "做法", "问题", "计划", "事项", "思路", "方向", "措施", "职责", "短板", "展望",
)  # fmt: skip
_GOING_ON = frozenset("的和与及、，；：）》”")
_TOP = LazyPattern(r"[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]{1,3}部分")
_PAGE_NUMBER = LazyPattern(r"[-—–－ ·]*(?:第\s*)?[0-9]{1,4}(?:\s*页)?(?:\s*[,，/共]*\s*[0-9]{1,4}\s*页?)?[-—–－ ·]*")
_DRESSED = LazyPattern(r"[-—–－·]\s*[0-9]{1,4}\s*[-—–－·]|第\s*[0-9]{1,4}\s*页.*|[0-9]{1,4}\s*/\s*[0-9]{1,4}")


def is_wrapped(lines: list[Line]) -> bool:
    """Whether most lines are cut at one width, in the middle of what they say."""
    if len(lines) < 4 or sum(len(line.text) for line in lines) > _WIDEST * len(lines):
        return False
    widths = [_width(line.text) for line in lines if len(line.text) >= 10 and line.text[-1] not in _ENDS]
    if len(widths) < 3 or len(widths) < 0.35 * len(lines):
        return False
    full = sorted(widths)[int(len(widths) * 0.8)]
    near = [width for width in widths if full - 4 <= width <= full + 3]
    return 12 <= full <= _WIDEST and len(near) >= 0.5 * len(widths)


def page_number(text: str, *, wrapped: bool) -> bool:
    """Whether a line is nothing but the number of a page; bare digits count only in a hard-wrapped text."""
    return len(text) <= 20 and (_PAGE_NUMBER if wrapped else _DRESSED).fullmatch(text) is not None


def join(lines: list[Line]) -> list[list[Line]]:
    """The lines of a hard-wrapped text, grouped into paragraphs."""
    widths = [_width(line.text) for line in lines]
    double = _double_spaced(lines)
    indented = sum(line.indent > 0 for line in lines) > 0.1 * len(lines)
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        if i and _goes_on(lines, widths, i - 1, double=double, indented=indented):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _goes_on(lines: list[Line], widths: list[float], i: int, *, double: bool, indented: bool) -> bool:
    """Whether line `i` goes on in the next one."""
    line, after = lines[i], lines[i + 1]
    if _NUMBERED.match(after.text) and not _inside_numbers(line.text, after.text):
        return False
    if after.gap and not double:
        return False
    if indented and after.indent > line.indent + 1 and line.text[-1] in "。！？；：":
        return False
    around = widths[max(0, i - 6) : i + 7]
    full = max(around)
    numbered = _NUMBERED.match(line.text) is not None
    room = min(0.89 * full, full - 3) - (2 if line.indent or numbered else 0)  # a first line may have lost its indent
    if widths[i] < room or _complete(line.text, after.text, heading=numbered, top=i < _TITLE_LINES):
        return False
    if _TOP.match(line.text) and "。" not in line.text:  # a heading of the top level goes on only to its own end
        return widths[i + 1] < room and after.text[-1] not in _ENDS
    if line.text[-1] in "。！？：":
        return not indented and not double and widths[i] >= full - 1.5 and not _NUMBERED.match(after.text)
    return True


def _complete(text: str, after: str, *, heading: bool, top: bool) -> bool:
    """Whether a full line is a whole title or heading all the same: it ends with the word that such lines end with."""
    return (top or heading) and text.endswith(_TITLE_ENDS if top else _HEADING_ENDS) and after[0] not in _GOING_ON


def _inside_numbers(line: str, after: str) -> bool:
    """A figure such as 3.5 cut behind its first digits looks like a heading number: 第 / 1.2 亿元."""
    return after[0].isdigit() and line[-1] in "，、第共约达的为至—-"


def _double_spaced(lines: list[Line]) -> bool:
    """Whether a blank line stands even in the middle of sentences."""
    cut = [after.gap for line, after in zip(lines, lines[1:], strict=False)
           if line.text[-1] not in _ENDS and len(line.text) >= 10]  # fmt: skip
    return len(cut) > 0 and sum(cut) >= 0.5 * len(cut)


def _width(text: str) -> float:
    """Display width in full-width characters: GB18030 spends two bytes on them and one on ASCII."""
    return len(text.encode("gb18030", "replace")) / 2
