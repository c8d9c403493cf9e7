"""Two files of one run are the same report.

What it finds:
    本次检查的文件里，有两份内容相同或几乎相同的报告，不论文件名。

    Two files of the run have the same, or nearly the same, text, whatever their names are.

Why:
    同一报告收了两次，或一个单位抄了另一个单位的报告。

    One report was handed in twice, or one body copied another's.

Instead:
    核对后删去一份；抄录的退回重写。

    Delete one of them; send a copied one back.

Silent on:
    只有部分段落相同的（见 C002）；许多报告共有的套话。只比较本次检查的文件，没有检查的文件不作判断。

    Reports that share passages only (see C002); common wording. Only the files of the run are compared; nothing is said of others.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Elsewhere, Hit, Rule, Run, Severity, Span
from reportlint_rules.copies.clauses import DUPLICATE, digest, pairs

rule = Rule(
    code="C001",
    name="duplicate-report",
    severity=Severity.WARNING,
    title=Bilingual("报告重复", "the same report twice"),
    clause=Bilingual("每个单位报送自己的报告", "Every body hands in a report of its own"),
    messages={"found": Bilingual("与 {path} 是同一份报告（{share}% 的文字相同；本次共比较 {count} 份）",
                                 "the same report as {path} ({share}% of the text; {count} files compared)")},
    help=Bilingual("核对后删去一份", "Delete one of them"),
    good=(),
    bad=(),
    doc=__doc__,
)  # fmt: skip

_OTHER = Bilingual("另一份在此", "the other one")


@rule.across(digest)
def compare(run: Run) -> Iterator[tuple[int, Hit]]:
    """Pairs that share nearly all their clauses; said of the later file."""
    for pair in run.shared(pairs):
        if pair.share >= DUPLICATE:
            values: dict[str, str | int] = {"path": run.paths[pair.first], "share": int(pair.share * 100), "count": len(run.paths)}
            place = _first_line(run, pair.second)
            yield pair.second, Hit(place, values=values, related=(Elsewhere(pair.first, _first_line(run, pair.first), _OTHER),))


def _first_line(run: Run, file: int) -> Span:
    blocks = run.report(file).blocks
    return blocks[0].span if blocks else Span(0, 0)
