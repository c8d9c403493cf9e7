"""A passage stands nearly word for word in another report of the run.

What it finds:
    一段文字与本次检查的另一份报告几乎逐字相同。两处都给出位置。

    A passage is nearly word for word the same in another report of the run. Both places are named.

Why:
    不同单位的举措不会逐字相同：多半是互相抄录，或抄了同一个来源，连别的单位的职责、地名也抄了进来。

    Two bodies do not do the same in the same words: one copied the other, or both the same source, with its duties and names.

Instead:
    按本单位的实际情况改写。

    Rewrite it after what your own body did.

Silent on:
    引用的法律条文和固定表述；许多报告共有的套话；全文相同的（见 C001）。只比较本次检查的文件。

    Laws and fixed phrases; wording common to many reports; whole copies (see C001). Only the files of the run are compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Elsewhere, Hit, Rule, Run, Severity
from reportlint_rules.copies.clauses import DUPLICATE, digest, pairs, passages

rule = Rule(
    code="C002",
    name="copied-passage",
    severity=Severity.WARNING,
    title=Bilingual("段落雷同", "copied passage"),
    clause=Bilingual("报告应当反映本单位的实际情况", "A report tells what its own body did"),
    messages={"found": Bilingual("与 {path} 的一段几乎逐字相同（本次共比较 {count} 份）",
                                 "nearly word for word a passage of {path} ({count} files compared)")},
    help=Bilingual("按本单位实际情况改写", "Rewrite it after what your own body did"),
    good=(),
    bad=(),
    doc=__doc__,
)  # fmt: skip

_OTHER = Bilingual("另一处在此", "the other place")


@rule.across(digest)
def compare(run: Run) -> Iterator[tuple[int, Hit]]:
    """Stretches of shared clauses, said of both files."""
    for pair in run.shared(pairs):
        if pair.share >= DUPLICATE:
            continue
        for here, there in ((pair.first, pair.second), (pair.second, pair.first)):
            ours, theirs = run.report(here), run.report(there)
            others = passages(theirs, pair.clauses, ours)
            for span, clauses in passages(ours, pair.clauses, theirs):
                related = tuple(Elsewhere(there, other, _OTHER) for other, same in others if len(same & clauses) > 1)
                if related:
                    yield here, Hit(span, values={"path": run.paths[there], "count": len(run.paths)}, related=related[:3])
