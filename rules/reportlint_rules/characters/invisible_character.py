"""Characters that cannot be seen but stand in the text.

What it finds:
    零宽字符、控制符、软连字符、文中的字节序标记、私用区字符。不换行空格（U+00A0）只作提示，一份文件一条。

    Characters without width, control characters, soft hyphens, a byte order mark inside the text, private-use characters. The
    no-break space (U+00A0) is an info, once per file.

Why:
    这些字符多从网页或排版软件带来，看不见，却使检索、比对、复制出错；私用区字符换一台电脑就显示成方框。

    They come from web pages and layout software; unseen, they spoil searching, comparing and copying. Private-use characters
    show as boxes on another computer.

Instead:
    删除；私用区字符改用通用编码的文字或符号。

    Delete them; replace private-use characters by standard ones.

Silent on:
    段首的全角空格（U+3000）、制表符、分页符、文件开头的字节序标记。

    Indents of U+3000, tabs, page breaks, a byte order mark at the beginning of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Edit, Example, Fix, Hit, Report, Rule, Severity
from reportlint_rules.characters.sweep import sweep

rule = Rule(
    code="T002",
    name="invisible-character",
    severity=Severity.WARNING,
    title=Bilingual("不可见字符", "invisible character"),
    clause=Bilingual("网页、排版软件残留所见", "As left by web pages and layout software"),
    messages={
        "found": Bilingual("文中有不可见字符 {codes}", "invisible character {codes} in the text"),
        "private": Bilingual("私用区字符 {codes}，换机显示异常", "private-use character {codes}: shows only with its own font"),
        "space": Bilingual("文中有不换行空格 U+00A0 共 {count} 处", "no-break spaces U+00A0 in the text: {count}"),
    },
    help=Bilingual("删除不可见字符", "Delete it"),
    good=(Example("\u3000\u3000一、主要做法\n\u3000\u3000（一）加强学习。\t全年学习十二次。\n"),),
    bad=(
        Example("推进法治⟦\u200b⟧政府建设，规范⟦\x08⟧行政处罚。"),
        Example("健全⟦\ufeff⟧制度，严格⟦\u00ad\u2060⟧执法。"),
        Example("⟦\uf0b7⟧加强执法监督，全年检查十二次。"),
        Example("共⟦\u00a0⟧三项任务，\u00a0均已完成。"),
    ),
    doc=__doc__,
)

_DELETE = Bilingual("删除不可见字符", "delete the invisible character")
_MOST = 3
"""How many code points a message spells out."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Each run of invisible characters; no-break spaces together."""
    spaces = []
    for odd in report.shared(sweep):
        if odd.kind in ("invisible", "private"):
            private = odd.kind == "private"
            # A private-use character may stand for a word: whether it can go is for a person to say.
            fix = Fix(_DELETE, (Edit(odd.span, ""),), safe=not private)
            yield Hit(odd.span, "private" if private else "found", {"codes": _codes(odd.text)}, data={"codes": _codes(odd.text)}, fix=fix)
        elif odd.kind == "space":
            spaces.append(odd.span)
    if spaces:
        yield Hit(spaces[0], "space", {"count": len(spaces)}, data={"count": len(spaces)}, severity=Severity.INFO)


def _codes(text: str) -> str:
    names = [f"U+{ord(c):04X}" for c in dict.fromkeys(text)]
    return " ".join(names[:_MOST]) + (" …" if len(names) > _MOST else "")
