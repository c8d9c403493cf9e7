"""Text that breaks off in the middle of a sentence.

What it finds:
    全文最后一段，或者某一部分的最后一段，句子没有写完就中断。

    The last paragraph of the text, or of a section, that stops in the middle of a sentence.

Why:
    多半是复制不全，或者来源网站只给出一部分正文。

    The text was copied incompletely, or its source shows only a part of it.

Instead:
    找回原文，把缺失的部分补全；只是漏了句末标点的，补上。

    Find the original and complete the text; if only the final mark is missing, add it.

Silent on:
    清单、表格、落款、日期、附件说明、标题，以及引出下文的冒号。

    Lists, tables, signatures, dates, notes on attachments, headings, and a colon that leads to what follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reportlint import HAN, Bilingual, Block, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint.document import ATTACHMENT, DATE, HEADING, LIST_ITEM, OPENING, PARAGRAPH, SIGNATURE

rule = Rule(
    code="S015",
    name="truncated-text",
    severity=Severity.WARNING,
    title=Bilingual("正文中断", "text breaks off"),
    clause=Bilingual("公文写作通例：段落以句末标点结束", "Practice of official writing: a paragraph ends with a final mark"),
    messages={
        "found": Bilingual("此处句子没有写完，后面可能缺失正文", "the sentence is not finished: text may be missing behind it"),
        "begun": Bilingual("这一段从标点开始，前面可能缺失正文", "the paragraph begins with a mark: text may be missing before it"),
    },
    help=Bilingual("核对原文，补全缺失的内容或句末标点", "Compare with the original and add what is missing"),
    good=(
        Example("一、主要做法\n坚持学用结合。全年组织培训六次。\n（一）抓学习\n全员参加。\n"),
        Example("各项任务按期完成，群众满意。现将情况报告如下：\n1.学习次数\n2.检查次数\n"),
        Example("各项任务按期完成，群众满意。\n相关报道：\n"),
        Example("各项任务按期完成，群众满意。\n平川市财政局\n2024年1月5日\n"),
        Example(
            "一、主要做法\n走访敬老院、福利院……\n调解、普法、帮教等...\n二、下步打算\n坚持学用结合，明年再加一把劲……\n三、其他\n无。\n"
        ),
        Example("各项任务按期完成，群众满意。（责任单位：办公室、法规科）\n二、下步打算\n抓好落实。\n"),
    ),
    bad=(
        Example("一、主要做法\n（一）规范文件管理。清理文件二十件，建议废止三件，⟦建议修订五件规范性⟧\n（二）加强监督\n公开透明。\n"),
        Example("一、主要做法\n坚持学用结合，全年组织培训六次。全员通过考试，⟦执法⟧\n"),
        Example("一、主要做法\n坚持学用结合。\n二、下步打算\n⟦明年我局将继续围绕⟧\n"),
        Example("各项任务按期完成，群众满意。下一步，我局将按照《⟦法治政府建设实施纲要⟧"),
        Example(
            "一、主要做法\n坚持学用结合。全年培训六次，⟦参训人员覆⟧。。。\n二、下步打算\n坚持学用结合。⟦对查摆出的问题⟧...\n三、其他\n无。\n"
        ),
        Example("一、存在的问题\n培训偏少。\n对此，我局逐条分析成因，⟦按月通报进⟧\n二、下步打算\n抓好落实。\n"),
        Example("一、主要做法\n坚持学用结合，成效明显。⟦同时加强督⟧...\n"),
        Example("一、存在的问题\n培训形式偏少，⟦执法力量单薄⟧，\n二、下步打算\n抓好落实。\n"),
        Example("一、主要做法\n坚持学用结合。\n⟦，全镇修建水渠六公里⟧，惠及群众。\n二、下步打算\n抓好落实。\n"),
    ),
    doc=__doc__,
)

_CLOSED = frozenset("。！？!?")
_OPENING_OF = {"）": "（", ")": "(", "】": "【", "〕": "〔", "]": "["}
_TEXT = frozenset({PARAGRAPH, OPENING, LIST_ITEM, HEADING})
_BEHIND_THE_TEXT = frozenset({ATTACHMENT, SIGNATURE, DATE})
_NOT_PART_OF_IT = " \u200b\u200c\u200d\ufeff*_`"
_DATE_AT_THE_END = LazyPattern(
    r"(?:^|[\s。）)])[0-9〇○零一二三四五六七八九十]{2,4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日$"
)
_LEADS_ON = LazyPattern(r"如下|以下|下列|[两三四五六七八九十几][个条点项方]|，")
_LABEL = LazyPattern(rf"[（(【\[]?[{HAN}、 ]{{2,10}}[：:]")
_ITEM = LazyPattern(r"[一二三四五六七八九十]{1,2}[是要]|首先|其次|同时|此外")
_CONNECTED = LazyPattern(
    r"对此|对(?!策|标)[^，。]{2,12}，|针对|为此|同时|此外|另外|因此|其中|下一?步|今后|目前|截至|我[局县区市镇乡委办院厅]|[一二三四五六七八九]是|主要|由于|原因"
)
"""How paragraphs begin that go on with what was said above; headings do not."""
_GRAMMAR = LazyPattern(r"^.{2,}[的将把对为以被]")
"""Words that names and notices hardly have, behind the first two characters."""
_DOTS = LazyPattern(rf"[0-9]\.\Z|[{HAN}A-Za-z0-9，、](?<!等)(?:…|\.{{2,5}}|。。。)\Z")
"""Where a text is cut. Six dots, ……, and those behind 等 leave something out by intention."""
_HEADLESS = LazyPattern(rf"\n[，。、](?=[{HAN}])[^，。；、\n]{{1,24}}")
_STOP = LazyPattern(r"[。！？]")
_SHORTEST = 30
"""Characters of a paragraph without a full stop, at least, to be taken for a text."""
_LONGEST_NOTICE = 20
_NOTICES = ("扫一扫", "打印", "关闭", "分享", "相关报道", "责任编辑", "返回", "上一篇", "下一篇")
_LONGEST_SPAN = 24


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The last paragraph before each heading, before the signature, and of the text."""
    text, blocks = report.text, report.blocks
    for above, (block, following) in zip((None, *blocks), pairwise(blocks), strict=False):
        if _closed(text, block) or (following.kind not in _BEHIND_THE_TEXT and not _is_heading(following)):
            continue
        if (_is_text(report, block) or _goes_on(report, above, block) or _hangs(report, block)) and _unfinished(
            report.document.read(block.span)
        ):
            yield Hit(_last_words(report, block))
    yield from _beheaded(text)
    last = len(blocks) - 1
    while last > 0 and _is_notice(report, blocks[last]):
        last -= 1
    if last >= 0 and not _closed(text, blocks[last]) and _breaks_off(report, last):
        yield Hit(_last_words(report, blocks[last]))


def _hangs(report: Report, block: Block) -> bool:
    """Whether a paragraph stops at a comma."""
    return block.kind == PARAGRAPH and report.text[block.end - 1] == "，" and block.end - block.start > _LONGEST_NOTICE // 2


def _beheaded(text: str) -> Iterator[Hit]:
    """Paragraphs that begin with a mark that nothing begins with: what stood before it is gone."""
    for m in _HEADLESS.finditer(text) if "\n，" in text or "\n。" in text or "\n、" in text else ():
        yield Hit(Span(m.start() + 1, m.end()), "begun")


def _closed(text: str, block: Block) -> bool:
    """Whether a block ends with a final mark, and not with three that stand for dots."""
    return text[block.end - 1] in _CLOSED and not text.endswith("。。。", block.start, block.end)


def _is_heading(block: Block) -> bool:
    return block.heading is not None and block.heading.style != "bare"


def _is_notice(report: Report, block: Block) -> bool:
    """Whether a last line is what web pages put under a text: 扫一扫, 打印 and so on."""
    words = report.document.read(block.span)
    return block.kind == PARAGRAPH and len(words) <= _LONGEST_NOTICE and any(sign in words for sign in _NOTICES) and "。" not in words


def _is_text(report: Report, block: Block) -> bool:
    """Whether a block has sentences, so that it ought to end like one."""
    words = report.document.read(block.span)
    if block.kind not in _TEXT or (block.heading and not block.heading.run_in) or "\t" in words or "   " in words:
        return False
    if _STOP.search(words, 0, len(words) - 1):
        return True
    if "，" in words and words[-1] in ".…" and _DOTS.search(words):
        return True
    return block.kind != LIST_ITEM and len(words) >= _SHORTEST and words.count("，") > 1 and not _is_labelled(words)


def _goes_on(report: Report, above: Block | None, block: Block) -> bool:
    """Whether a short paragraph without a full stop goes on with the sentences of the one above it."""
    if above is None or above.kind != PARAGRAPH or block.kind != PARAGRAPH or report.text[above.end - 1] != "。":
        return False
    words = report.document.read(block.span)
    return _CONNECTED.match(words) is not None and len(words) > _LONGEST_NOTICE // 2 and "，" in words and not _is_labelled(words)


def _is_labelled(words: str) -> bool:
    """Whether it begins with a label, as in 责任单位：办公室."""
    return ("：" in words[:13] or ":" in words[:13]) and _LABEL.match(words) is not None


def _unfinished(words: str) -> bool:
    """Whether a paragraph ends neither with a final mark, nor with one that leads on, nor with a note or a date."""
    words = words.rstrip(_NOT_PART_OF_IT)
    last = words[-1:]
    if last and last in ".…。":
        return _DOTS.search(words) is not None
    if last in _OPENING_OF:
        rest = words[: max(words.rfind(_OPENING_OF[last]), 0)].rstrip(_NOT_PART_OF_IT)
        return rest != "" and _unfinished(rest)
    if last and last in "”’":
        return words[-2:-1] not in _CLOSED and words[-2:-1] != "…"
    return last not in "！？!?；;：:|" and _DATE_AT_THE_END.search(words) is None


def _breaks_off(report: Report, at: int) -> bool:
    """Whether the whole text stops in block `at`: here short pieces count, too, and marks after which something must follow."""
    block = report.blocks[at]
    above = report.blocks[at - 1] if at else None
    words = report.document.read(block.span).rstrip(_NOT_PART_OF_IT)
    if block.kind not in _TEXT or not words or "\t" in words or "   " in words:
        return False
    if words[-1] in "，、“《（":
        return True
    leads_on = words[-1] == "：" and _LEADS_ON.search(words) is not None
    if _is_text(report, block):
        return _unfinished(words) or words.endswith(("...", "…", "；")) or leads_on
    if above and above.kind == LIST_ITEM and block.kind in (LIST_ITEM, HEADING):
        return report.text[above.end - 1] in "。；" and _unfinished(words)
    if block.kind not in (PARAGRAPH, OPENING) or _is_labelled(words) or words[0] in "[【（(":
        return False
    if leads_on or _ITEM.match(words):
        return True
    alone = above is not None and above.heading is not None and _is_heading(above) and not above.heading.run_in and "、" not in words
    sentence = "，" in words or _GRAMMAR.search(words) is not None or alone
    return " " not in words and _unfinished(words) and sentence


def _last_words(report: Report, block: Block) -> Span:
    """The last clause of a block, without the dots behind it."""
    end = block.start + len(report.document.read(block.span).rstrip("….。，、；：“《（" + _NOT_PART_OF_IT))
    start = max((report.text.rfind(mark, block.start, end) + 1 for mark in "，。；：、！？《“"), default=0)
    return Span(max(start, block.start, end - _LONGEST_SPAN), max(end, block.start + 1))
