"""Two marks where one belongs.

What it finds:
    相同的标点重复（，，、。。），不同的标点相撞（，。、；。、。，）。

    The same mark twice (，，, 。。), and marks that collide (，。, ；。, 。，).

Why:
    增删字句后留下的多余标点。

    A mark is left over from cutting or inserting words.

Instead:
    保留应有的一个。省略号写作“……”。

    Keep the one that belongs there. An ellipsis is written ……

Silent on:
    省略号（……）、破折号（——）、问号与叹号连用（？！）、目录里的点线。

    Ellipses, dashes, a question mark with an exclamation mark, dotted leaders of a table of contents.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Edit, Example, Fix, Hit, LazyPattern, Report, Rule, Severity, Span

rule = Rule(
    code="T003",
    name="doubled-punctuation",
    severity=Severity.WARNING,
    title=Bilingual("标点重复", "doubled punctuation"),
    clause=Bilingual("GB/T 15834《标点符号用法》", "GB/T 15834, use of punctuation marks"),
    messages={
        "found": Bilingual("标点“{text}”重复", "{text} is one mark too many"),
        "collide": Bilingual("标点“{text}”相撞，应只留一个", "the marks {text} collide; only one belongs there"),
        "ellipsis": Bilingual("“{text}”：省略号应写作“……”", "{text}: an ellipsis is written ……"),
    },
    help=Bilingual("只保留应有的一个标点", "Keep the one mark that belongs there"),
    good=(
        Example("学法、普法、执法……各项工作——无一例外——扎实推进。怎么办？！"),
        Example("一、主要做法。。。。。。。。。。3\n二、存在问题。。。。。。。。。。5\n"),
    ),
    bad=(
        Example("加强执法监督⟦，，⟧规范行政处罚⟦。。⟧"),
        Example("规范行政执法⟦.。⟧推进普法。"),
        Example("健全工作机制⟦，。⟧完善责任体系⟦；。⟧落实到位。"),
        Example("学法⟦、 、⟧普法、执法等⟦。。。⟧"),
    ),
    doc=__doc__,
)

_MARKS = LazyPattern("[，。；：、！？][，。；：、！？]+")
"""Of the logical text, where spaces beside marks are gone."""
_MIXED = (".。", "。.")
_DOTS = LazyPattern(r"[.。A-Za-z0-9][.。]|.[.。]{2}[.。0-9]")
"""Ellipses and leaders, abbreviations and decimals."""
_KEEP_ONE = Bilingual("删去多余的标点", "delete the extra mark")
_LONGEST = 6
"""More stops in a row are dotted leaders."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Runs of marks, judged by what stands in them."""
    for m in _MARKS.finditer(report.text):
        kind = _kind(m[0])
        if kind:
            span = Span(*m.span())
            fix = Fix(_KEEP_ONE, (Edit(span, m[0][0]),), safe=True) if kind == "found" else None
            yield Hit(span, kind, {"text": m[0]}, fix=fix)
    for marks in _MIXED:
        at = report.text.find(marks)
        while at >= 0:
            if not _DOTS.match(report.text, at - 1):
                yield Hit(Span(at, at + 2), "collide", {"text": marks})
            at = report.text.find(marks, at + 2)


def _kind(marks: str) -> str:
    """The message for a run of marks, empty if it is right."""
    if len(set(marks)) == 1:
        if marks[0] in "！？" or len(marks) > _LONGEST:
            return ""
        return "ellipsis" if marks[0] == "。" and len(marks) > 2 else "found"
    return "" if set(marks) <= {"！", "？"} else "collide"
