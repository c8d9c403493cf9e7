"""Revisions that nobody accepted or rejected.

What it finds:
    Word 文件里还有未接受、也未拒绝的修订（插入、删除、移动）；每个文件报一次，写明几处，并列出前几处。例子里 ⟨deleted:80⟩ 是删除的“80”，⟨inserted:95⟩ 是插入的“95”。

    Tracked changes in a Word file that are neither accepted nor rejected: once for each file, with how many there are and the first of them.
    In the examples ⟨deleted:80⟩ stands for a deleted 80, ⟨inserted:95⟩ for an inserted 95.

Why:
    公开后，读者点开就能看到删掉的话和改动的人；也说明定稿没有完成。

    Whoever opens the published file sees what was deleted and by whom; and the text was not settled.

Instead:
    逐处核对后全部接受或拒绝，再保存。

    Go through them, accept or reject all, and save.

Silent on:
    只改格式的修订；已接受的修订。

    Changes of format only, and what was accepted.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Related, Report, Rule, Severity
from reportlint_rules.documents.beside import of_kind, place, quoted

rule = Rule(
    code="D001",
    name="open-revision",
    severity=Severity.WARNING,
    title=Bilingual("修订未接受", "open revision"),
    clause=Bilingual("公开的文件应当是定稿", "What is published is the final text"),
    messages={
        "found": Bilingual(
            "有 {count} 处修订没有接受或拒绝（插入 {inserted} 处，删除 {deleted} 处），此处{what}“{text}”",
            "{count} revisions are neither accepted nor rejected ({inserted} insertions, {deleted} deletions); here {what} “{text}”",
        ),
        "one": Bilingual(
            "有 1 处修订没有接受或拒绝：{what}“{text}”",
            "a revision is neither accepted nor rejected: {what} “{text}”",
        ),
    },
    help=Bilingual("核对后全部接受或拒绝修订，再保存", "Accept or reject all changes, and save"),
    good=(Example("全年办结率95%。", path="example.docx"),),
    bad=(
        Example("办结率⟨deleted:80⟩⟨inserted:95⟩%，⟨inserted:同比提高⟩。", findings=1, path="example.docx"),
        Example("办结率⟨inserted:95⟩%。", findings=1, path="example.docx"),
    ),
    doc=__doc__,
)

_WHAT = {"inserted": Bilingual("插入", "inserted"), "deleted": Bilingual("删除", "deleted")}
_OTHERS = 5
"""Further ones that are named."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Asides that the reader of Word files made of revisions."""
    revisions = of_kind(report, "inserted", "deleted")
    if not revisions:
        return
    first, *others = revisions
    deleted = sum(aside.kind == "deleted" for aside in revisions)
    counts = {"count": len(revisions), "inserted": len(revisions) - deleted, "deleted": deleted}
    yield Hit(
        place(report, first),
        "found" if others else "one",
        {**counts, "what": _WHAT[first.kind], "text": quoted(first.text)},
        counts,
        related=tuple(
            Related(place(report, aside), Bilingual(*(f"{what}{gap}“{quoted(aside.text)}”" for what, gap in zip(_WHAT[aside.kind], ("", " "), strict=True))))
            for aside in others[:_OTHERS]
        ),
    )  # fmt: skip
