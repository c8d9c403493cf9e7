"""Half-width marks between Chinese characters.

What it finds:
    汉字之间的半角标点（财政局,负责）和半角括号。一份文件每种标点报一处，附数量。

    Half-width marks and brackets between Chinese characters; one finding per file and mark, with their number.

Why:
    GB/T 15834 规定汉语标点占一个字的位置；半角标点多是从网页或聊天软件复制来的。

    GB/T 15834 gives marks in Chinese text the width of a character; half-width ones come from web pages and chat programs.

Instead:
    改为全角标点。

    Write the full-width mark.

Silent on:
    数字、网址、外文、代码里的标点，Markdown 链接。

    Marks in figures, addresses, foreign words and code, links of Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import HAN, Bilingual, Edit, Example, Fix, Hit, LazyPattern, Report, Rule, Severity, Span

rule = Rule(
    code="T005",
    name="mixed-width",
    severity=Severity.INFO,
    title=Bilingual("半角标点", "half-width mark"),
    clause=Bilingual("GB/T 15834《标点符号用法》", "GB/T 15834, use of punctuation marks"),
    messages={"found": Bilingual("汉字之间用了半角“{mark}”，共 {count} 处", "half-width {mark} between Chinese characters: {count}")},
    help=Bilingual("改为全角标点", "Write the full-width mark"),
    good=(
        Example("全年收入1,234.5万元，比例为3:2，网址http://www.example.gov.cn/a?b=c;d。"),
        Example("修订《办法》（2023年版），F5G+5G网络，点击[链接](http://example.gov.cn)查看。", path="example.md"),
    ),
    bad=(
        Example("区财政局⟦,⟧负责落实,按时完成⟦;⟧各部门配合。"),
        Example("健全制度⟦(⟧试行⟦)⟧⟦,⟧加强监督。"),
    ),
    default="off",
    doc=__doc__,
)

_MARK = LazyPattern(
    rf"[,;:?!()](?:(?<=[{HAN}”》）)][,;:?!])(?=[{HAN}“《（(])|(?<=[{HAN}”》]\()(?=[{HAN}“《])|(?<=[{HAN}”》]\))(?=[{HAN}，。；、,;\n]))"
)
_FULL_WIDTH = dict(zip(",;:?!()", "，；：？！（）", strict=True))
_WRITE = Bilingual("改为全角标点", "write the full-width mark")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Each kind of mark once."""
    if not any(map(report.text.__contains__, _FULL_WIDTH)):
        return
    places: dict[str, list[Span]] = {}
    for m in _MARK.finditer(report.text):
        places.setdefault(m[0], []).append(Span(*m.span()))
    for mark, spans in places.items():
        fix = Fix(_WRITE, tuple(Edit(span, _FULL_WIDTH[mark]) for span in spans), safe=False)
        yield Hit(spans[0], values={"mark": mark, "count": len(spans)}, data={"count": len(spans)}, fix=fix)
