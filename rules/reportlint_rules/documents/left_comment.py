"""Comments that were left in a file.

What it finds:
    Word 文件里还有批注；每个文件报一次，写明几条，并列出前几条。例子里 ⟨annotation:…⟩ 是批注。

    Comments in a Word file: once for each file, with how many there are and the first of them. In the examples ⟨annotation:…⟩ is one.

Why:
    批注是写给自己人看的：“这个数再核实一下”。公开后人人看得到，也说明还有没办完的事。

    Comments are meant for colleagues: “check this figure again”. In a published file all can read them; and something was left undone.

Instead:
    按批注办完，再删除全部批注。

    Do what they ask for, then delete them all.

Silent on:
    没有文字的批注；正文里的注释和脚注。

    Comments without words; notes and footnotes of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Related, Report, Rule, Severity
from reportlint_rules.documents.beside import of_kind, quoted

rule = Rule(
    code="D002",
    name="left-comment",
    severity=Severity.WARNING,
    title=Bilingual("批注未删除", "left comment"),
    clause=Bilingual("公开的文件应当是定稿", "What is published is the final text"),
    messages={
        "found": Bilingual("有 {count} 条批注没有删除，此处为“{text}”", "{count} comments are left, here “{text}”"),
        "one": Bilingual("有 1 条批注没有删除：“{text}”", "a comment is left: “{text}”"),
    },
    help=Bilingual("按批注办完后删除全部批注", "Do what they ask for, then delete them all"),
    good=(Example("全年办案12件。", path="example.docx"),),
    bad=(
        Example("全年办案12件⟨annotation:这个数再核实一下⟩。", findings=1, path="example.docx"),
        Example("全年⟨annotation:哪一年？⟩办案12件⟨annotation:已核实⟩。", findings=1, path="example.docx"),
    ),
    doc=__doc__,
)

_OTHERS = 5
"""Further ones that are named."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Asides that the reader of Word files made of comments."""
    comments = of_kind(report, "annotation")
    if comments:
        first, *others = comments
        yield Hit(
            first.span,
            "found" if others else "one",
            {"count": len(comments), "text": quoted(first.text)},
            {"count": len(comments)},
            related=tuple(Related(aside.span, Bilingual(*[f"“{quoted(aside.text)}”"] * 2)) for aside in others[:_OTHERS]),
        )
