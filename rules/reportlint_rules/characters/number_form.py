"""Figures and ranges against the standards.

What it finds:
    起止年份用了短横线或波浪线（2021-2025年），年份省作两位（23年），数字与“年月日”之间有空格。

    A range of years with a hyphen or wave dash (2021-2025年), a year cut to two digits (23年), spaces between figures and 年月日.

Why:
    GB/T 15834 规定起止时间用一字线，GB/T 15835 规定年份不能简写。

    GB/T 15834 wants a one-em dash between the ends of a span of time, GB/T 15835 forbids to shorten years.

Instead:
    写作“2021—2025年”“2023年”。

    Write 2021—2025年, 2023年.

Silent on:
    年数（30年来、50年代）、文号、编号、PDF 文本的空格。

    Numbers of years (30年来), decades (50年代), document numbers, spaces in text from PDF.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Edit, Example, Fix, Hit, LazyPattern, Report, Rule, Severity, SourceSpan, Span

rule = Rule(
    code="T006",
    name="number-form",
    severity=Severity.INFO,
    title=Bilingual("数字用法", "form of figures"),
    clause=Bilingual("GB/T 15834 4.13、GB/T 15835 5.1", "GB/T 15834 4.13, GB/T 15835 5.1"),
    messages={
        "range": Bilingual("起止年份应用一字线“—”：{right}", "a span of years takes a one-em dash: {right}"),
        "short": Bilingual("年份不能简写：“{text}”", "a year is not cut to two digits: {text}"),
        "space": Bilingual("数字与“年月日”之间有空格，共 {count} 处", "spaces between figures and 年月日: {count}"),
    },
    help=Bilingual("按国家标准改写", "Write it as the standard has it"),
    good=(
        Example("落实2021—2025年规划，30年来持续推进，90年代以来，近20年度过难关，3～5年内完成，联系电话2021-20250101。"),
        Example("国发〔2023〕12号，2023年12月完成。"),
    ),
    bad=(
        Example("落实⟦2021-2025年⟧规划，⟦2022～2023年⟧完成。"),
        Example("对照⟦23年度⟧任务，⟦22年底⟧完成。"),
        Example("截至2023⟦ ⟧年12 月，已办结。"),
    ),
    default="off",
    doc=__doc__,
)

_DASHES = "-－‐–~～"
_YEARS = LazyPattern(rf"[{_DASHES}](?<=(?:19|20)[0-9]{{2}}.)(?<![0-9]{{5}}.)(?:19|20)[0-9]{{2}}年")
_SHORT = LazyPattern(r"年(?<=[0-9]{2}年)(?<![0-9.第近约共满][0-9]{2}年)(?:度(?!过)|初|底|末|上半年|下半年|(?:1[0-2]|[1-9])月)")
_SPACE = LazyPattern(r"[ \u00a0](?<=[0-9].)[ \u00a0]*(?=[年月日])")
_REWRITE = Bilingual("改用一字线", "write a one-em dash")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Ranges and shortened years one by one, spaces together."""
    text, source = report.text, report.document.source.text
    for m in _YEARS.finditer(text) if any(map(text.__contains__, _DASHES)) else ():
        span = Span(m.start() - 4, m.end())
        right = f"{text[span.start : m.start()]}—{text[m.start() + 1 : m.end()]}"
        fix = Fix(_REWRITE, (Edit(Span(m.start(), m.start() + 1), "—"),), safe=False)
        yield Hit(span, "range", {"right": right}, fix=fix)
    for m in _SHORT.finditer(text):
        span = Span(m.start() - 2, m.end())
        yield Hit(span, "short", {"text": text[span.start : span.end]})
    spaces = list(_SPACE.finditer(source)) if " " in source or "\u00a0" in source else []
    if spaces:
        yield Hit(SourceSpan(*spaces[0].span()), "space", {"count": len(spaces)}, data={"count": len(spaces)})
