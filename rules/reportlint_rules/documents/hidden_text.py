"""Words that are in a file and are not shown.

What it finds:
    设为“隐藏”的文字、隐藏的工作表行列：读者一般看不到，文件里却有。例子里 ⟨hidden:…⟩ 是隐藏的文字。

    Words with the format “hidden”, hidden sheets, rows and columns: readers do not see them, but they are in the file.
    In the examples ⟨hidden:…⟩ stands for them.

Why:
    打开“显示隐藏文字”就能看到；往往是不想公开的话，或是从别处抄来时带进的。

    A switch in Word shows them; they tend to be what was not meant to be published, or what came along from where the text was copied.

Instead:
    不要的删除；要公开的取消隐藏。

    Delete them, or show them.

Silent on:
    空白；目录和域里 Word 自己隐藏的内容。

    White space, and what Word hides itself in fields and tables of contents.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Report, Rule, Severity
from reportlint_rules.documents.beside import of_kind, quoted

rule = Rule(
    code="D003",
    name="hidden-text",
    severity=Severity.WARNING,
    title=Bilingual("隐藏文字", "hidden text"),
    clause=Bilingual("公开的文件应当是定稿", "What is published is the final text"),
    messages={"found": Bilingual("文件里有隐藏的文字“{text}”", "words are hidden in the file: “{text}”")},
    help=Bilingual("不要的删除；要公开的取消隐藏", "Delete the words, or show them"),
    good=(Example("全年办案12件⟨hidden: ⟩。", path="example.docx"),),
    bad=(Example("全年办案12件⟨hidden:其中⟩⟨hidden:2件被撤销⟩。下一步加强培训⟨hidden:内部掌握⟩。", findings=2, path="example.docx"),),
    doc=__doc__,
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Asides that readers made of hidden words, those at one place as one."""
    hidden = of_kind(report, "hidden")
    begin = 0
    for i, aside in enumerate(hidden):
        if i + 1 == len(hidden) or hidden[i + 1].span != aside.span:
            yield Hit(aside.span, values={"text": quoted("".join(one.text for one in hidden[begin : i + 1]))})
            begin = i + 1
