"""What each paragraph is: title, addressee, heading of one of the levels, list item, table row, signature, date and the rest.

Sources: GB/T 9704—2012 clause 7 for the elements of an official document; 党政机关公文处理工作条例 for the levels of
headings 一、（一）1.（1）. Published texts stray from both, so a heading is known by its number *and* by how its line ends.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reportlint.document import (
    ADDRESSEE,
    ATTACHMENT,
    DATE,
    HEADING,
    LIST_ITEM,
    NOTE,
    OPENING,
    PARAGRAPH,
    QUOTE,
    SIGNATURE,
    TABLE_ROW,
    TITLE,
    Block,
    Heading,
)  # fmt: skip
from reportlint.text import LazyPattern, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.extract import Role

CJK_DIGITS = "一二三四五六七八九十百"

_LABEL = LazyPattern(
    rf"""
      (?P<cjk>([{CJK_DIGITS}]{{1,4}})\s?(?:[、：:]|[．.,，](?!\d(?!\d{{3}}年))))
    | (?P<cjk_paren>[（(]\s?([{CJK_DIGITS}]{{1,4}})\s?[）)])
    | (?P<arabic>([0-9]{{1,2}})(?:[．、]|\.(?![0-9]))\s?)
    | (?P<arabic_paren>[（(]\s?([0-9]{{1,2}})\s?[）)]|([0-9]{{1,2}})[）)])
    | (?P<part>第\s?([{CJK_DIGITS}0-9]{{1,4}})\s?(?:部分|章|篇|编)[：:、，\s]?)
    | (?P<circled>([①-⑳]))
    """,
    0x40,  # re.VERBOSE
)
_LEVELS = {
    "part": (0, "part"), "cjk": (1, "cjk"), "cjk_paren": (2, "cjk-paren"), "arabic": (3, "arabic"), "arabic_paren": (4, "arabic-paren"),
    "circled": (5, "circled"),
}  # fmt: skip
_FIRST = frozenset(CJK_DIGITS + "（(0123456789第①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_MARKDOWN_HEADING = LazyPattern(r"(#{1,6})[ \t]+")
_BULLET = LazyPattern(r"(?:[-+•●▪◆◇■▲★]|\*(?!\*))[ \t]+|[•●▪◆◇■]")
_EMPHASIS = LazyPattern(r"(\*\*|__)(?P<inside>[^*_]+)\1")

_STOPPING = "。！？!?"
_STOPS = LazyPattern(rf"[{_STOPPING}]")
_ITEMS_FOLLOW = LazyPattern(r"[，,：:；;](?=(?:一是|首先|第一[，,]|一方面))")
_STOPS_OR_ITEMS = LazyPattern(rf"[{_STOPPING}]|[，,：:；;](?=一是|首先|第一[，,]|一方面)")
"""Both in one search, as most headings have no items behind them."""
_CLAUSE = LazyPattern(r"[，。：:；;！？]")
_LONGEST_HEADING = 60
"""Characters. Themed headings of two clauses reach 45; anything longer is a paragraph with a number."""
_LONGEST_RUN_IN = 45

_LONGEST_ROW = 240

_NO_HEADING_END = frozenset("；;，,、：:")
_NO_TITLE_END = frozenset("。；;，,：:！!、？?")
_NO_TITLE_START = ("按照", "根据", "依据", "遵照", "现将")
"""How sentences begin of which the first line may end like a title: 根据……关于年度报告 / 的要求."""
_DOCUMENT_TYPE = (
    "报告", "总结", "计划", "方案", "通知", "通报", "意见", "函", "请示", "纪要", "讲话", "规划", "纲要", "要点", "办法", "条例", "决定", "决议",
    "公告", "公报", "年报", "报表", "决算", "预算", "说明", "汇报", "打算", "情况", "细则", "规定", "指南", "预案", "制度", "清单", "简报", "工作", "安排",
)  # fmt: skip
_DATE_LINE = LazyPattern(
    r"[（(]?\s?(?:[0-9XxＸ×*○〇一二三四五六七八九零]{2,4}|\s*)年\s?[0-9XxＸ×*一二三四五六七八九十\s]{0,3}月(?:\s?[0-9XxＸ×*一二三四五六七八九十\s]{0,3}日)?\s?[）)]?"
)
_ATTACHMENT = LazyPattern(r"附\s?件\s?[0-9一二三四五六七八九十]{0,3}\s?(?:[：:.、]|$)|附[：:]|附表[0-9一二三四五六七八九十]?\s?(?:[：:]|$)")
SIGNERS = (
    "局", "委", "府", "办", "会", "院", "厅", "部", "处", "科", "所", "室", "中心", "公司", "集团", "学校", "大学", "中学", "小学", "银行",
    "馆", "站", "队", "社", "署", "街道", "镇", "乡", "组", "团",
)  # fmt: skip
_PART_ENDS = ("不足", "问题", "原因", "情况", "安排", "打算", "计划", "成效", "做法", "举措", "短板", "事项", "思路", "重点")
"""How a heading without a number ends where the others have numbers."""
_LONGEST_ANNOUNCED = 16
_ADDRESSEE_END = frozenset("：:")
_COLUMNS = LazyPattern(r"\S(?:\t| {3,}|\u3000{2,})\S")
_ROW_ENDS = frozenset("0123456789-/—|无")
_FIGURES = LazyPattern(r"(?:(?<![ \t\u3000|])(?=[ \u3000]*+[\t|]|   |\u3000\u3000)[ \t\u3000|]++(?:[-/—0-9][-—0-9,.]*+|无)){2}[ |]*+$")
"""Two columns of figures, or of what stands for none, at the end: a row, though it may begin with the number of a heading, 一、本年新收…, or without a bar."""


def value(numeral: str) -> int:
    """The value of a Chinese or Arabic numeral up to 百, or of a circled number; 0 if it is none."""
    if numeral.isdigit() and numeral.isascii():
        return int(numeral)
    if len(numeral) == 1 and "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    total, digit = 0, 0
    for c in numeral:
        if c == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif c == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = "一二三四五六七八九".find(c) + 1
    return total + digit


def classify(paragraphs: list[tuple[int, str]], roles: Sequence[Role] = ()) -> tuple[Block, ...]:
    """Blocks for `paragraphs`, each given as its logical offset and its text; `roles`: what the format says that they are, if it does."""
    blocks = [_block(start, text) for start, text in paragraphs]
    if roles:
        blocks = list(map(_told, blocks, roles))
    if not blocks:
        return ()
    texts = [text for _, text in paragraphs]
    body = _head(blocks, texts, told=bool(roles))
    _bare_headings(blocks, texts, body)
    _tail(blocks, texts)
    return tuple(blocks)


def _block(start: int, text: str) -> Block:
    """One paragraph by itself: a numbered or marked line is a heading or list item, the rest is a paragraph."""
    end = start + len(text)
    first = text[0]
    if text[-1] in _ROW_ENDS and len(text) <= _LONGEST_ROW and _FIGURES.search(text):
        return Block(TABLE_ROW, start, end)
    if first == "#":
        mark = _MARKDOWN_HEADING.match(text)
        if mark:
            return _markdown_heading(start, text, mark.end(), len(mark[1]))
    if first in _FIRST:
        heading = _numbered(start, text, 0)
        if heading:
            return heading
    elif first in "-+*•●▪◆◇■▲★":
        bullet = _BULLET.match(text)
        if bullet and bullet.end() < len(text):
            return Block(LIST_ITEM, start + bullet.end(), end)
        if first in "*_":
            return _emphasised(start, text)
    elif first == "|" and text.count("|") > 1:
        return Block(TABLE_ROW, start, end)
    elif first == ">" and text[1:2] in ("", " "):
        return Block(QUOTE, start + len(text) - len(text[1:].lstrip()) if len(text) > 2 else start, end)
    spaced = len(text) <= _LONGEST_ROW and ("\t" in text or "   " in text or "\u3000\u3000" in text)
    if spaced and _COLUMNS.search(text):
        return Block(TABLE_ROW, start, end)
    return Block(PARAGRAPH, start, end)


def _told(block: Block, role: Role) -> Block:
    """`block` as its format has it. A number in the text says more of a heading than a style does."""
    if role.kind == HEADING:
        heading = Heading(role.level, "markdown", "", 0, block.span, run_in=False)
        return block if block.heading else Block(HEADING, block.start, block.end, heading)
    return Block(role.kind, block.start, block.end) if role.kind else block


def _emphasised(start: int, text: str) -> Block:
    """A line such as ``**一、主要做法**``: the number counts although Markdown marks stand before it."""
    mark = _EMPHASIS.match(text)
    if mark and mark["inside"][0] in _FIRST:
        inner = _numbered(start + 2, text[2:], 0)
        if inner and inner.heading:
            a, b = inner.heading.title
            closing = start + mark.end() - 2
            title = Span(a, min(b, closing))
            run_in = len(text) > mark.end()
            return Block(HEADING, start, start + len(text), inner.heading._replace(title=title, run_in=run_in))
    return Block(PARAGRAPH, start, start + len(text))


def _markdown_heading(start: int, text: str, at: int, depth: int) -> Block:
    end = start + len(text)
    words = text[at:].rstrip("# ")
    numbered = _numbered(start, text, at) if words and words[0] in _FIRST else None
    if numbered and numbered.heading:
        return Block(HEADING, start, end, numbered.heading._replace(run_in=False, title=Span(numbered.heading.title.start, end)))
    return Block(HEADING, start, end, Heading(depth, "markdown", "", 0, Span(start + at, start + at + len(words)), run_in=False))


def _numbered(start: int, text: str, at: int) -> Block | None:
    """The block of a line whose number stands at `at`, or None if that is no heading number."""
    label = _LABEL.match(text, at)
    if label is None:
        return None
    level, style, sign, number = _number(label[0])
    begin, length = label.end(), len(text)
    if sign[-1] in "，," and (length > _LONGEST_RUN_IN or _CLAUSE.search(text, begin)):
        return None  # with a comma for its mark it is a heading only if it stands alone
    while begin < length and text[begin] in "、，,.． \u3000":
        begin += 1  # a wrong mark behind the number, （一）、, is not part of the words
    title_end, run_in = _title_end(text, begin, level)
    end = start + length
    if title_end < 0:
        return Block(LIST_ITEM, start, end)
    heading = Heading(level, style, sign, number, Span(start + begin, start + title_end), run_in)
    return Block(HEADING, start, end, heading)


@lru_cache(1000)
def _number(label: str) -> tuple[int, str, str, int]:
    """Level, style, words and value of a heading number: the same few come again and again."""
    m = _LABEL.match(label)
    assert m is not None
    inner = m.lastindex or 0  # the group of the whole number; those of the numeral alone come behind it
    return *_LEVELS[m.lastgroup or ""], label.strip(), value(m[inner + 1] or m[inner + 2])


def _title_end(text: str, begin: int, level: int) -> tuple[int, bool]:
    """Where the words of a heading end, and whether text runs on behind them; -1 for a list item."""
    length = len(text)
    items, stop = None, _STOPS_OR_ITEMS.search(text, begin)
    if stop and stop[0] not in _STOPPING:
        items = _ITEMS_FOLLOW.search(text, begin, begin + _LONGEST_HEADING + 1)
        stop = _STOPS.search(text, begin)
    first = stop.start() if stop else length
    if items and items.start() < first:
        return items.start(), True
    if stop is None or stop.end() >= length:
        if first - begin <= _LONGEST_HEADING and (level <= 2 or text[-1] not in _NO_HEADING_END):
            if level >= 3 and stop and "，" in text[begin:first] and first - begin > 25:
                return -1, False
            colon = text.find("：", begin) if stop else -1
            return (colon, True) if 0 <= colon < length - 12 else (first, False)
        if level >= 3:
            return -1, False
    elif first - begin <= _LONGEST_RUN_IN:
        return first, True
    elif level >= 3:
        return -1, False
    clause = _CLAUSE.search(text, begin)
    return (clause.start() if clause else length), True


def _head(blocks: list[Block], texts: list[str], *, told: bool) -> int:
    """Mark title, addressee and opening in place; returns the index of the first block of the body.

    `told`: rows of tables and titles are known, not guessed.
    """
    i, n = 0, len(blocks)
    while i < n and blocks[i].kind == PARAGRAPH and _DATE_LINE.fullmatch(texts[i]):
        i += 1
    titled = i < n and blocks[i].kind == TITLE
    row = told and i < n and blocks[i].kind == TABLE_ROW
    if titled or (not row and title_lines(texts[i : i + 4]) and not _one_of_many(texts, i)):
        blocks[i] = Block(TITLE, blocks[i].start, blocks[i].end)
        i += 1
        while i < n and (blocks[i].kind == TITLE or (blocks[i].kind == PARAGRAPH and _subtitle(texts[i]))):
            blocks[i] = Block(TITLE, blocks[i].start, blocks[i].end)
            i += 1
    first = True
    while i < n:
        block, text = blocks[i], texts[i]
        if block.kind != PARAGRAPH or _ATTACHMENT.match(text):
            break
        if text[-1] in _ADDRESSEE_END and len(text) <= 60 and "。" not in text and first and "如下" not in text:
            blocks[i] = block._replace(kind=ADDRESSEE)
        elif _DATE_LINE.fullmatch(text):
            blocks[i] = block._replace(kind=DATE)
        elif len(text) >= 20 or text[-1] in "。：:！":
            blocks[i] = block._replace(kind=OPENING)
            first = False
        else:
            break
        i += 1
    return i


def _one_of_many(texts: list[str], i: int) -> bool:
    """Whether a Markdown heading at the top is the first section and no title: others are as high, and it names no document."""
    depth = _depth(texts[i])
    return depth > 0 and not texts[i].rstrip("# ").endswith(_DOCUMENT_TYPE) and any(0 < _depth(text) <= depth for text in texts[i + 1 :])


def _depth(text: str) -> int:
    mark = _MARKDOWN_HEADING.match(text) if text[0] == "#" else None
    return len(mark[1]) if mark else 0


def title_lines(texts: list[str]) -> int:
    """How many of the paragraphs at the very top are the title; 0 if there is none.

    A title is the lines that do not end like sentences; of several, up to the one that names the type of
    document (报告, 总结 …).
    """
    count, whole = 0, ""
    for text in texts:
        if not _titlelike(text, first=count == 0):
            break
        count += 1
        whole += text  # the word may be cut in two: …的报 / 告
        if whole.rstrip("）)").endswith(_DOCUMENT_TYPE):
            return count
    return min(count, 1)


def _titlelike(text: str, *, first: bool) -> bool:
    if len(text) > 60 or text[-1] in _NO_TITLE_END or "。" in text or text.startswith(_NO_TITLE_START):
        return False
    mark = _MARKDOWN_HEADING.match(text) if text[0] == "#" else None
    begin = mark.end() if mark else 0
    if begin >= len(text) or (text[begin] in _FIRST and _LABEL.match(text, begin)):
        return False
    return (text[0] != "#" or (first and mark is not None)) and text[0] not in "|>-" and text[:2] != "* " and not _ATTACHMENT.match(text)


def _subtitle(text: str) -> bool:
    return len(text) <= 40 and ((text[0] in "（(" and text[-1] in "）)") or (text[0] in "—-－" and text[-1] not in "。；"))


def _bare_headings(blocks: list[Block], texts: list[str], body: int) -> None:
    """Mark the headings of a text in which nothing is numbered: short lines of their own between paragraphs."""
    numbered = any(b.heading and b.heading.level <= 2 for b in blocks[body:])
    n = len(blocks)
    for i in range(body, n):
        block, text = blocks[i], texts[i]
        if block.kind != PARAGRAPH or not 4 <= len(text) <= 40:
            continue
        announced = text[-1] in _ADDRESSEE_END and len(text) <= _LONGEST_ANNOUNCED  # 存在的问题：
        text = text[:-1] if announced else text
        if not _bare(text):
            continue
        follows = i + 1 < n and (
            (blocks[i + 1].kind in (PARAGRAPH, LIST_ITEM, TABLE_ROW) and (len(texts[i + 1]) > len(text) or texts[i + 1][-1] in "。；"))
            or blocks[i + 1].heading is not None
        )
        if not follows:
            continue
        if (numbered or announced) and not text.endswith(_PART_ENDS):
            continue
        heading = Heading(1, "bare", "", 0, Span(block.start, block.start + len(text)), run_in=False)
        blocks[i] = Block(HEADING, block.start, block.end, heading)


def _bare(text: str) -> bool:
    return (
        text[-1] not in "。；;，,：:！!？?、…—"
        and not any(c in text for c in "。；|")
        and not _DATE_LINE.fullmatch(text)
        and not _ATTACHMENT.match(text)
        and not text.replace(".", "").replace("%", "").isdigit()
    )


def _tail(blocks: list[Block], texts: list[str]) -> None:
    """Mark attachments, and the signature with its date at the end."""
    i = len(blocks) - 1
    for k, text in enumerate(texts):
        if text[0] == "附" and blocks[k].kind == PARAGRAPH and _ATTACHMENT.match(text):
            blocks[k] = blocks[k]._replace(kind=ATTACHMENT)
    while i > 0 and (blocks[i].kind in (ATTACHMENT, LIST_ITEM, TABLE_ROW, NOTE) or texts[i][0] in "（("):
        i -= 1
    dated = i > 0 and blocks[i].kind == PARAGRAPH and _DATE_LINE.fullmatch(texts[i]) is not None
    if dated:
        blocks[i] = blocks[i]._replace(kind=DATE)
        i -= 1
    while i > 0 and blocks[i].kind == PARAGRAPH and (texts[i].endswith(SIGNERS) or dated) and _signature(texts[i]):
        blocks[i] = blocks[i]._replace(kind=SIGNATURE)
        dated = False
        i -= 1


def _signature(text: str) -> bool:
    return 2 <= len(text) <= 30 and _bare(text) and "，" not in text and "：" not in text
