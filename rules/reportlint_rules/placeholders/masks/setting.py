"""What a text as a whole is, as far as it decides about masks; asked only when there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint import LazyPattern
from reportlint.document import HEADING, TITLE

if TYPE_CHECKING:
    from reportlint import Report

_ARTICLE = LazyPattern(r"\n第[一二三四五六七八九十百零〇0-9]{1,6}条[ \u3000\n]")
_FORMS = LazyPattern(r"(?:^|\n)(?:附件|附表|附录)?[^。；\n]{0,24}(?:样式|式样|格式|示范文本|表样)[^。；\n]{0,6}(?=\n)|编排方式|编号规则")
_SCHOOL = ("申论", "作文", "考生")
_EXAM = LazyPattern(
    r"[申考作阅议高答得采](?:(?<=申)论|(?<=考)[生场]|(?<=作)文|(?<=阅)卷|(?<=议)论文|(?<=高)(?:考|中生)|(?<=答)题|(?<=得)分点|(?<=采)点)"
)
_CASE = LazyPattern(r"[告诉辩判裁害嫌案](?:(?<=[原被]告)|称|(?<=上诉)|讼请求|决|定书|(?<=被害)人|疑人|情|由)")
_REPORT = LazyPattern(r"报告|总结|汇报|述职|述法|做法|成效|工作(?:情况|安排|打算|计划|要点|思路)|存在的?(?:问题|不足)|下一步")
_WE = LazyPattern(r"我(?=[省市县区旗镇乡局厅委办院]|街道)|本(?=[局厅委办院]|单位|机关)")
_ARTICLES = 3
_MARKS = 2


def law_like(report: Report) -> bool:
    """A law, an order or a judicial interpretation: it consists of articles."""
    text = report.text
    return text.count("\n第") >= _ARTICLES and sum(1 for _ in _ARTICLE.finditer(text)) >= _ARTICLES


def forms(report: Report) -> int:
    """Where the forms begin that a law prescribes; the end of the text when it has none."""
    m = _FORMS.search(report.text)
    return m.start() if m else len(report.text)


def exam_prep(report: Report) -> bool:
    """A lesson in writing for an examination, where XX stands for any word."""
    text = report.text
    return any(word in text for word in _SCHOOL) and len({m[0] for m in _EXAM.finditer(text)}) >= _MARKS


def reporting(report: Report) -> bool:
    """A report of a body on its own work, by its title and headings or because it says 我局."""
    text = report.text
    heads = (block for block in report.blocks if block.kind in (TITLE, HEADING))
    return any(_REPORT.search(text, block.start, block.end) for block in heads) or _WE.search(text) is not None


def case_narrative(report: Report) -> bool:
    """The story of a case, in which the parties are rightly anonymous."""
    return len({m[0] for m in _CASE.finditer(report.text)}) >= _MARKS
