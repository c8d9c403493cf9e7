"""Requests that came in and requests that were handled do not balance, or the text names other figures than the tables.

What it finds:
    表三任一列：本年新收加上年结转，不等于总计加结转下年度。正文写的收到申请、行政复议、行政诉讼件数，与表三、表四都对不上。

    Table three, any column: received and carried over do not make the total and what is left for the next year. The text tells a
    number of requests, reviews or lawsuits that neither table three nor table four gives.

Why:
    收到多少件，就要有多少件的去向；正文和表格是同一件事的两种写法，数字必须相同。

    Every request received must have gone somewhere; text and tables tell the same thing.

Instead:
    核对台账，改正表格或者正文。

    Check with the register, and correct the table or the text.

Silent on:
    正文分渠道、分级、累计的件数；同一事项在正文里有一处与表格相符的。

    Figures by channel or level and cumulative ones; a matter of which one mention in the text agrees with the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint.document import PROSE
from reportlint_rules.disclosure.form import KIND, Form, Requests, form
from reportlint_rules.disclosure.sums import Break, by_columns, total

_HEAD = "某县2023年政府信息公开工作年度报告\n"
_TABLE = "| 一、本年新收 | {} | 0 | 0 | 0 | 0 | 0 | {} |\n| 二、上年结转 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| （七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n| 四、结转下年度 | {} | 0 | 0 | 0 | 0 | 0 | {} |\n"
_FOUR = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 1 | 0 | 2 | 0 | 3 |\n"

rule = Rule(
    code="K002",
    name="disclosure-balance",
    severity=Severity.ERROR,
    title=Bilingual("信息公开年报收办不平", "requests received and handled do not balance"),
    clause=Bilingual(
        "国办公开办函〔2021〕30号年度报告格式：第一项加第二项等于第三项加第四项",
        "Form of the annual disclosure report (2021): one and two make three and four",
    ),
    messages={
        "column": Bilingual(
            "表三“{column}”列：新收加上年结转 {result}，总计加结转下年度 {stated}，{off}",
            "table three, column {column}: received and carried over are {result}, handled and left {stated}, {off}",
        ),
        "columns": Bilingual(
            "表三“{column}”列收 {result}、办 {stated}，“{other}”列收 {result2}、办 {stated2}：可能有 {off} 件记错了列",
            "table three: column {column} has {result} in and {stated} out, column {other} {result2} in and {stated2} out: "
            "{off} probably booked in the wrong column",
        ),
        "text": Bilingual("正文写{what} {told} 件，表{table}是 {stated} 件", "the text tells {told} {what}, table {table} has {stated}"),
        "rows": Bilingual("表三缺少{row}，收办是否平衡无法核对", "table three lacks {row}: the balance could not be checked"),
    },
    help=Bilingual("与台账核对，改正表格或正文", "Compare with the register, and correct table or text"),
    good=(
        Example(_HEAD + "一、总体情况\n全年收到政府信息公开申请4件，其中网络申请3件。\n" + _TABLE.format(4, 4, 2, 2), kind=KIND),
        Example(_HEAD + "一、总体情况\n因政府信息公开引发行政复议3件。\n四、复议情况\n| 行政复议 |  |\n" + _FOUR, kind=KIND),
        Example("一、总体情况\n全年收到政府信息公开申请9件。\n" + _TABLE.format(9, 4, 2, 2), kind="general"),
    ),
    bad=(
        Example(_HEAD + "三、申请情况\n" + _TABLE.format(4, 4, "⟦1⟧", 2), kind=KIND),
        Example(_HEAD + "一、总体情况\n全年⟦收到政府信息公开申请7件⟧。\n" + _TABLE.format(4, 4, 2, 2), kind=KIND),
        Example(_HEAD + "一、总体情况\n全年因政府信息公开引发⟦行政复议2件⟧。\n四、复议情况\n| 行政复议 |  |\n" + _FOUR, kind=KIND),
        Example(_HEAD + "一、总体情况\n全年⟦未收到政府信息公开申请⟧。\n" + _TABLE.format(4, 4, 2, 2), kind=KIND),
    ),
    doc=__doc__,
)

_NONE = r"(?:未|没有)(?:发生|收到|接到|产生|出现|接收|受理)"
_COUNT = r"([0-9][0-9,]*)[件宗条份起]"
_REQUESTS = LazyPattern(
    rf"{_NONE}过?[^，。；、\n]{{0,12}}(?:公开(?:政府)?(?:信息)?的?申请(?:事项)?|依申请公开)(?=[，。；])|(?:新?收到|受理|接收|新收)[^，。；、\n0-9]{{0,16}}(?:公开的?申请|依申请公开)[^，。；、\n0-9]{{0,6}}{_COUNT}"
)
_REVIEWS = LazyPattern(rf"{_NONE}[^，。；\n0-9]{{0,24}}行政复议[^，。；\n0-9]{{0,10}}(?=[，。；])|行政复议[^，。；、\n0-9]{{0,6}}{_COUNT}")
_LAWSUITS = LazyPattern(rf"{_NONE}[^，。；\n0-9]{{0,24}}行政诉讼[^，。；\n0-9]{{0,10}}(?=[，。；])|行政诉讼[^，。；、\n0-9]{{0,6}}{_COUNT}")
_PARTIAL = LazyPattern(r"其中|网络|网上|线上|平台|信函|邮|传真|当面|现场|窗口|本级|上年|去年|同比|历年|累计|以来|结转|被纠|败诉|纠错|应诉")


class _Matter(NamedTuple):
    """Something that both the text and a table count."""

    what: Bilingual
    table: Bilingual
    pattern: LazyPattern
    stated: int
    others: tuple[int | None, ...]
    """What the text may rightly tell instead."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The columns of table three, then the text against the tables."""
    if report.subject.kind.value != KIND:
        return
    found = report.shared(form)
    if found.requests:
        yield from _balance(found.requests)
    for matter in _matters(found):
        yield from _told(report, matter)


def _balance(table: Requests) -> Iterator[Hit]:
    received, carried, handled, left = table.received, table.carried, table.total, table.left
    if carried is None or handled is None or left is None:
        lacking = [name for name, line in (("上年结转", carried), ("总计", handled), ("结转下年度", left)) if line is None]
        yield Hit(table.received.label, "rows", {"row": "、".join(f"“{name}”" for name in lacking) + "行"}, severity=Severity.INFO)
        return
    broken = []
    for i, cell in enumerate(left.cells if received.cells and carried.cells and handled.cells else ()):
        into = total((received.figures[i], carried.figures[i]))
        out = total((handled.figures[i], left.figures[i]))
        rest = left.figures[i]
        if into is None or out is None or rest is None or into == out:
            continue
        results = total(line.figures[i] if line.cells else None for line in table.results)
        if table.missing or results is None or results + rest != into:  # otherwise it is the total that is wrong: K001 says so
            broken.append(Break(i, cell, into, out))
    yield from by_columns(broken, "column")


def _matters(found: Form) -> Iterator[_Matter]:
    table = found.requests
    if table and table.received.cells:
        stated = table.received.figures[-1]
        if stated is not None:
            before = table.carried.figures[-1] if table.carried and table.carried.cells else 0
            yield _Matter(Bilingual("收到申请", "requests"), Bilingual("三", "three"), _REQUESTS, stated, (stated + (before or 0),))
    totals = {d.name: d.line.figures for d in found.disputes if d.line.cells}
    reviews = totals.get("行政复议")
    if reviews:
        yield from _disputes(Bilingual("行政复议", "reviews"), _REVIEWS, [reviews])
    lawsuits = [totals[name] for name in ("未经复议直接起诉", "复议后起诉") if name in totals]
    if len(lawsuits) == 2:
        yield from _disputes(Bilingual("行政诉讼", "lawsuits"), _LAWSUITS, lawsuits)


def _disputes(what: Bilingual, pattern: LazyPattern, blocks: list[tuple[int | None, ...]]) -> Iterator[_Matter]:
    stated = total(block[-1] for block in blocks)
    pending = total(block[-2] for block in blocks)
    if stated is not None and pending is not None:
        yield _Matter(what, Bilingual("四", "four"), pattern, stated, (stated - pending, *(block[-1] for block in blocks)))


def _told(report: Report, matter: _Matter) -> Iterator[Hit]:
    """The mentions in the text, if not one of them agrees with the table."""
    wrong = []
    for m in matter.pattern.finditer(report.text):
        sentence = report.sentence(m.start())
        if report.block_at(m.start()).kind not in PROSE or "公开" not in report.text[sentence.start : sentence.end]:
            continue
        clause = report.text[report.text.rfind("，", sentence.start, m.start()) + 1 or sentence.start : m.end()]
        if _PARTIAL.search(clause):
            continue
        told = int(m[1].replace(",", "")) if m[1] else 0
        if told == matter.stated or (told and told in matter.others):
            return
        wrong.append((Span(*m.span()), told))
    for span, told in wrong:
        values: dict[str, Bilingual | int] = {"what": matter.what, "told": told, "table": matter.table, "stated": matter.stated}
        yield Hit(span, "text", values, {"told": told, "stated": matter.stated}, severity=Severity.WARNING)
