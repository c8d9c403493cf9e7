"""Wrong marks behind the number of a heading, half-width brackets, run-in headings that end in a comma.

What it finds:
    带括号的序数后又加标点（“（一）、”），阿拉伯数字序数后用顿号（“1、”），汉字序数后不用顿号（“一.”），半角括号（“(一)”），
    段首标题以逗号接正文（“（二）加强机制建设，一是……”）。每种写法每篇只报一处。

    A mark behind a bracketed number （一）、, a comma behind an Arabic one 1、, no 、 behind a Chinese one, half-width brackets,
    a run-in heading that ends in a comma before 一是. Each form is reported once per text.

Why:
    GB/T 15834 附录 B.2 规定了序次语之后的标点；全文应当一致。标题以逗号接正文，标题与正文就分不清。

    GB/T 15834, B.2 says which mark follows a number. A heading that ends in a comma cannot be told from its text.

Instead:
    写作“一、”“（一）”“1.”“（1）”；段首标题以句号结束。

    Write 一、（一）1.（1）; end a run-in heading with a full stop.

Silent on:
    行首的小数，如“2.5亿元”。

    Decimals at the start of a line, such as 2.5亿元.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Block, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint.document import LIST_ITEM

rule = Rule(
    code="S012",
    name="heading-form",
    severity=Severity.INFO,
    title=Bilingual("标题序数写法不规范", "form of heading numbers"),
    clause=Bilingual("GB/T 15834—2011 附录 B.2 序次语之后的标点", "GB/T 15834—2011, B.2: marks behind numbers"),
    messages={
        "mark": Bilingual(
            "带括号的序数“{label}”后不加标点（全文{count}处）", "no mark belongs behind the bracketed number {label} ({count} in all)"
        ),
        "arabic": Bilingual(
            "阿拉伯数字序数用“.”，不用“{label}”（全文{count}处）", "an Arabic number takes a dot, not {label} ({count} in all)"
        ),
        "cjk": Bilingual("汉字序数用“、”，不用“{label}”（全文{count}处）", "a Chinese number takes 、, not {label} ({count} in all)"),
        "half-width": Bilingual("“{label}”用了半角括号（全文{count}处）", "half-width brackets in {label} ({count} in all)"),
        "comma": Bilingual(
            "段首标题以逗号接正文，应以句号结束（全文{count}处）", "a run-in heading ends in a comma, not in a full stop ({count} in all)"
        ),
    },
    help=Bilingual(
        "写作“一、”“（一）”“1.”“（1）”，段首标题以句号结束", "Write 一、（一）1.（1）, and end run-in headings with a full stop"
    ),
    good=(
        Example("一、主要做法\n（一）抓学习。一是集中学。二是个人学。\n1.学原文。逐条学习。\n（1）学条例。\n"),
        Example("一、收支情况\n2.5亿元已经拨付，1.2亿元尚未拨付。\n"),
    ),
    bad=(
        Example("⟦一，⟧主要做法\n全员参加学习，规范有序。\n二，存在的不足\n人手偏少。\n"),
        Example("⟦一.⟧2023年工作情况\n全员参加学习，规范有序。\n二、2024年工作安排\n补充人手。\n"),
        Example("一、主要做法\n⟦（一）、⟧抓学习\n全员参加。\n（二）、抓执法\n规范有序。\n"),
        Example("一、主要做法\n⟦1、⟧抓学习\n全员参加。\n2、抓执法\n规范有序。\n"),
        Example("⟦一.⟧主要做法\n⟦(一)⟧抓学习\n全员参加。\n(二)抓执法\n规范有序。\n"),
        Example("一、主要做法\n（一）抓学习。全员参加。\n（二）加强机制建设⟦，一是⟧建章立制。二是压实责任。\n"),
    ),
    doc=__doc__,
)

_ITEM_LABEL = LazyPattern(r"[（(]\s?[0-9]{1,2}\s?[）)]|[0-9]{1,2}[．.、]")
_ITEMS = LazyPattern(r"[，,](?:一是|首先|第一[，,])")
_LONGEST_HEADING = 35
_RIGHT = {"cjk": "、", "cjk-paren": "）", "arabic": ".．", "arabic-paren": "）", "circled": "①②③④⑤⑥⑦⑧⑨⑩"}
"""With which mark the number of a heading of each style ends."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The first place of each form, with the number of places."""
    found: dict[str, list[Span]] = {}
    for block in report.blocks:
        if (block.heading is not None or block.kind == LIST_ITEM) and not _is_right(report.text, block):
            for form, span in _forms(report, block):
                found.setdefault(form, []).append(span)
    for form, spans in found.items():
        values: dict[str, str | int] = {"label": report.document.read(spans[0]), "count": len(spans)}
        yield Hit(spans[0], form, values, data={"form": form, "count": len(spans)})


def _is_right(text: str, block: Block) -> bool:
    """Whether nothing can be wrong with a heading, at a glance."""
    heading = block.heading
    if heading is None or not heading.label:
        return heading is not None
    title, label = heading.title, heading.label
    return (
        label[-1] in _RIGHT.get(heading.style, "")
        and text[title.start - 1] == label[-1]
        and label[0] != "("
        and not (heading.run_in and text[title.end] in "，,")
    )


def _forms(report: Report, block: Block) -> Iterator[tuple[str, Span]]:
    text, heading = report.text, block.heading
    if heading is None:
        found = _ITEM_LABEL.match(text, block.start, block.end)
        label, start = (found[0], block.start) if found else ("", 0)
    else:
        label = heading.label
        start = text.find(label, block.start, block.end)
    if not label:
        return
    end = start + len(label)
    if label[0] in "（(":
        if end < block.end and text[end] in "、，,．.":
            yield "mark", Span(start, end + 1)
        if "(" in label or ")" in label:
            yield "half-width", Span(start, end)
    elif label[-1] == "、" and label[0].isdigit():
        yield "arabic", Span(start, end)
    elif heading is not None and heading.style == "cjk" and label[-1] != "、":
        yield "cjk", Span(start, end)
    if heading is not None and heading.run_in and heading.title.end - heading.title.start <= _LONGEST_HEADING:
        items = _ITEMS.match(text, heading.title.end)
        if items and "：" not in report.document.read(heading.title):
            yield "comma", Span(*items.span())
