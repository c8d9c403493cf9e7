"""Effects that no figure backs.

What it finds:
    “成效显著”一类的说法，而同一句里没有数字。

    Claims such as 成效显著 in a sentence without a figure.

Why:
    只说成效而不说做了什么、有多少，上级无从核对。

    A claim without what was done, and how much, cannot be checked by anybody.

Instead:
    写明做法和数字。

    Tell what was done, with figures.

Silent on:
    同一句里有数字的。

    Sentences that have a figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span

rule = Rule(
    code="XCTY001",
    name="unbacked-effect",
    severity=Severity.WARNING,
    title=Bilingual("成效没有数字", "effect without a figure"),
    clause=Bilingual("县政府办公室关于改进文风的要求", "What the county office asks of style"),
    messages={"found": Bilingual("“{claim}”没有数字佐证", "“{claim}” is backed by no figure")},
    help=Bilingual("写明做法和数字", "Tell what was done, with figures"),
    good=(Example("全年办结行政复议案件120件，成效显著。"),),
    bad=(Example("普法工作⟦成效显著⟧。全年办结案件120件。群众满意度⟦大幅提升⟧。"),),
    doc=__doc__,
)

_CLAIM = LazyPattern("成效(?:显著|明显|突出)|大幅(?:提升|提高|改善)")
_FIGURE = LazyPattern("[0-9]")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Every claim whose sentence has no figure."""
    for m in _CLAIM.finditer(report.text):
        sentence = report.sentence(m.start())
        if not _FIGURE.search(report.text, sentence.start, sentence.end):
            yield Hit(Span(m.start(), m.end()), values={"claim": m[0]})
