"""A sentence or paragraph that stands twice in one text.

What it finds:
    同一句话（二十字以上）或同一段话在文中出现两次，一字不差。连续的句子合报一处，并指出第一次出现的地方。

    A sentence of twenty characters or more, or a paragraph, that stands twice word for word. Sentences in a row are one finding,
    which points to the first place.

Why:
    重复粘贴，或者从上一部分复制后忘了修改。

    It was pasted twice, or copied from another part and not adapted.

Instead:
    删去一处；本应不同的，改写。

    Delete one; where they should differ, rewrite it.

Silent on:
    目录与正文的标题、表格、口号、法规名称、签署信息。

    Headings repeated from a table of contents, tables, slogans, titles of laws.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint import Bilingual, Example, Hit, Related, Report, Rule, Severity, Span
from reportlint.document import LIST_ITEM, OPENING, PARAGRAPH, QUOTE

rule = Rule(
    code="F011",
    name="repeated-passage",
    severity=Severity.WARNING,
    title=Bilingual("段落重复", "repeated passage"),
    clause=Bilingual("公文写作通例：一事一述", "Practice of official writing: a fact is stated once"),
    messages={"found": Bilingual("这 {length} 个字与前文完全相同", "these {length} characters stand earlier in the text word for word")},
    help=Bilingual("删去重复的一处，或改写", "Delete one of the two, or rewrite it"),
    good=(
        Example(
            "目录\n一、深入推进法治政府建设各项重点任务落地见效的主要举措\n正文\n一、深入推进法治政府建设各项重点任务落地见效的主要举措\n抓好落实。\n"
        ),
        Example("严格执法。规范公正。\n严格执法。规范公正。\n"),
        Example("甲项目\t完成主体工程建设并投入使用，服务周边群众三万余人。\n乙项目\t完成主体工程建设并投入使用，服务周边群众三万余人。\n"),
    ),
    bad=(
        Example(
            "组织执法人员参加公共法律知识和专业法律知识培训三期，合格率为百分之百。规范处罚。\n其他工作有序开展。\n"
            "⟦组织执法人员参加公共法律知识和专业法律知识培训三期，合格率为百分之百。⟧\n"
        ),
        Example("本局全年办理行政处罚案件均在法定期限内办结，未发生复议。⟦本局全年办理行政处罚案件均在法定期限内办结，未发生复议。⟧"),
    ),
    doc=__doc__,
)

_SHORTEST = 20
"""Characters: shorter sentences are slogans and formulas."""
_TEXT = frozenset({PARAGRAPH, OPENING, LIST_ITEM, QUOTE})
_FIRST = Bilingual("第一次出现", "the first time")


class _Copy(NamedTuple):
    """Text that stands again: where, and where it stood first."""

    span: Span
    first: int


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Sentences by their hash, which is what a set does; only if one occurs again are places looked for."""
    pieces = report.text.replace("。\n", "。").replace("\n", "。").split("。")
    if len(set(pieces)) == len(pieces):
        return
    sentences = report.text.replace("\n", "。").split("。")  # the same, but every character counts
    for copy in _joined(report.text, _copies(report, sentences)):
        length = copy.span.end - copy.span.start
        related = (Related(Span(copy.first, copy.first + length), _FIRST),)
        yield Hit(copy.span, values={"length": length}, data={"length": length}, related=related)


def _copies(report: Report, sentences: list[str]) -> Iterator[_Copy]:
    """Each sentence that stood before, with its stop."""
    first: dict[str, int] = {}
    at = 0
    for sentence in sentences:
        if len(sentence) >= _SHORTEST and not (sentence[0] in "（([【" and sentence[-1] in "）)]】"):  # （市教育局牵头，各区配合）
            before = first.setdefault(sentence, at)
            stop = report.text[at + len(sentence) : at + len(sentence) + 1]
            same = stop == report.text[before + len(sentence) : before + len(sentence) + 1]
            if before != at and same and _is_prose(report, before) and _is_prose(report, at):
                yield _Copy(Span(at, at + len(sentence) + (stop == "。")), before)
        at += len(sentence) + 1


def _is_prose(report: Report, at: int) -> bool:
    """Whether `at` lies in running text, not in a table or in the words of a heading."""
    block = report.block_at(at)
    heading = block.heading
    return block.kind in _TEXT or (heading is not None and heading.run_in and at > heading.title.end)


def _joined(text: str, copies: Iterator[_Copy]) -> Iterator[_Copy]:
    """`copies` with those put together that follow one another in both places."""
    last: _Copy | None = None
    for copy in copies:
        if last:
            gap = text[last.span.end : copy.span.start]
            if not gap.strip("\n") and copy.first - last.first == copy.span.start - last.span.start:
                last = last._replace(span=Span(last.span.start, copy.span.end))
                continue
            yield last
        last = copy
    if last:
        yield last
