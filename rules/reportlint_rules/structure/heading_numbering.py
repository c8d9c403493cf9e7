"""Numbers of headings that do not follow each other.

What it finds:
    同级标题的编号跳号、重号、倒退，或者开头几个编号缺失。

    Numbers of headings of one level that jump, repeat, go back, or start late.

Why:
    编号不连续，多半是漏了一段、删改后没有顺号，或者开头被截掉。

    A break in the numbers means that a part is missing, that the headings were not renumbered, or that the head was cut off.

Instead:
    核对有无缺漏的部分，再按顺序重新编号。

    Check whether a part is missing, then number the headings in order.

Silent on:
    编号贯穿全文、跨越上级标题的写法；另起一组从一开始的编号；缺的编号就在前文行内。

    Numbers that run on across higher headings, a new sequence that starts at one, a missing number that stands inside a line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from reportlint import Bilingual, Block, Example, Hit, LazyPattern, Related, Report, Rule, Severity, Span
from reportlint.document import ATTACHMENT, DATE, HEADING, LIST_ITEM, TITLE

rule = Rule(
    code="S010",
    name="heading-numbering",
    severity=Severity.WARNING,
    title=Bilingual("标题编号不连续", "numbers of headings do not follow"),
    clause=Bilingual(
        "党政机关公文结构层次序数依次为“一、”“（一）”“1.”“（1）”，同级连续编号",
        "GB/T 9704—2012, 7.3.3: levels 一、（一）1.（1）, numbered in order",
    ),
    messages={
        "found": Bilingual(
            "编号“{label}”与前面的“{previous}”不衔接，应为“{expected}”", "number {label} does not follow {previous}; expected {expected}"
        ),
        "repeated": Bilingual("编号“{label}”重复，应为“{expected}”", "number {label} is used twice; expected {expected}"),
        "late": Bilingual("编号从“{label}”开始，前面没有“{expected}”", "the numbers start at {label}; {expected} is missing before it"),
    },
    help=Bilingual("核对是否缺了一部分，再顺改编号", "Check whether a part is missing, then renumber"),
    good=(
        Example(
            "一、总体情况\n平稳有序。\n（一）学习\n全员参加。\n（二）执法\n规范有序。\n二、主要问题\n（三）人手\n仍然不足。\n（四）经费\n仍然偏紧。\n"
        ),
        Example("一、基本情况\n1.机构设置。设三个科室。\n2.人员编制。编制二十名。\n二、收支情况\n1.收入。按时入库。\n2.支出。按时拨付。\n"),
        Example("一、上半年情况\n按期完成。二、存在问题。经费不足。\n三、下步打算\n抓好落实。\n"),
    ),
    bad=(
        Example("一、主要做法\n（一）抓学习。全员参加。\n⟦（三）抓执法⟧。规范有序。\n"),
        Example("一、主要做法\n规范有序。\n二、存在问题\n人手不足。\n⟦二、下步打算⟧\n充实力量。\n"),
        Example("各项任务按期完成，群众较为满意。\n⟦二、存在问题⟧\n人手不足。\n三、下步打算\n充实力量。\n"),
        Example("一、主要做法\n规范有序。\n二、存在问题\n人手不足。\n⟦五、原因分析⟧\n编制偏少。\n四、下步打算\n充实力量。\n"),
        Example("一、主要做法\n1.抓学习。全员参加。\n2.抓执法。规范有序。\n⟦2.抓监督⟧。公开透明。\n4.抓服务。便民利企。\n"),
        Example("## 一、主要做法\n\n规范有序。\n\n## ⟦三、存在问题⟧\n\n人手不足。\n", path="report.md"),
    ),
    doc=__doc__,
)


class _Item(NamedTuple):
    """A line with a number: a heading or an item of a list."""

    block: Block
    series: str
    """Lines with the same look of the number count together."""
    level: int
    """As in `Heading`, times ten; Markdown headings such as ### 1. stand a little higher than lines such as 1."""
    depth: int
    """How many # stand before it."""
    number: int
    label: str
    span: Span


class _Group(NamedTuple):
    """Lines of one series that stand under one heading."""

    items: list[_Item]
    before: int
    """The last number of the series further up, 0 if there is none."""
    start: int
    """Where the heading around them starts."""


_LIST_LABEL = LazyPattern(r"(?P<arabic>([0-9]{1,2})[．.、])|[（(]?([0-9]{1,2})[）)]")
_NUMERAL = LazyPattern(r"[一二三四五六七八九十百]+|[0-9]+")
_LEVELS = {"part": 0, "cjk": 10, "cjk-paren": 20, "arabic": 30, "arabic-paren": 40}
_LIST_LEVEL = 22
"""From this level on numbers may also be those of lists inside a section."""
_LONGEST_SPAN = 40


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Each group of numbered lines under one heading, read in order."""
    if _all_in_order(report):
        return
    groups = _groups(report)
    habits: dict[str, Counter[str]] = {}
    for group in groups:
        habits.setdefault(group.items[0].series, Counter())[_begins(group)] += 1
    for group in groups:
        if not _in_order(group):
            yield from _breaks(report, group, runs_on=_runs_on(group, habits[group.items[0].series]))


def _all_in_order(report: Report) -> bool:
    """Whether the headings count 1, 2, 3 … under each heading, and nothing else is numbered: so it is in most texts."""
    last: dict[tuple[int, str], int] = {}
    for section in report.sections:
        heading = section.block.heading
        if heading and heading.number:
            series = (section.parent, heading.style)
            if last.get(series, 0) + 1 != heading.number:
                return False
            last[series] = heading.number
    return not any(block.kind == LIST_ITEM for block in report.blocks)


def _groups(report: Report) -> list[_Group]:
    groups: list[_Group] = []
    open_: dict[str, _Group] = {}
    last: dict[str, int] = {}
    for block in report.blocks:
        if block.kind in (HEADING, LIST_ITEM):
            item = _item(report, block)
            for series in [series for series, group in open_.items() if _closes(report, block, item, group.items[0])]:
                del open_[series]
            if item is None:
                continue
            if item.series not in open_:
                start = max((group.items[-1].block.start for group in open_.values()), default=0)
                open_[item.series] = _Group([], last.get(item.series, 0), start)
                groups.append(open_[item.series])
            open_[item.series].items.append(item)
            last[item.series] = item.number
        elif block.kind in (TITLE, ATTACHMENT, DATE):
            open_.clear()
    return groups


def _item(report: Report, block: Block) -> _Item | None:
    heading = block.heading
    if heading is None:
        found = _LIST_LABEL.match(report.text, block.start, block.end)
        if found is None:
            return None
        series = "arabic" if found["arabic"] else "arabic-paren"
        span = Span(block.start, min(block.end, block.start + _LONGEST_SPAN))
        return _Item(block, series, _LEVELS[series], 0, int(found[2] or found[3]), found[0], span)
    if not heading.number or heading.style not in _LEVELS:
        return None
    start = max(report.text.rfind(heading.label, block.start, heading.title.start), block.start)
    series, level, depth = heading.style, _LEVELS[heading.style], _depth(report, block)
    if series == "part":
        series = heading.label.rstrip("：:、， ")[-1]
    elif depth and level >= _LIST_LEVEL:
        series, level = f"{series}{depth}", level - 8 + depth
    span = Span(start, max(min(heading.title.end, start + _LONGEST_SPAN), start + len(heading.label)))
    return _Item(block, series, level, depth, heading.number, heading.label, span)


def _depth(report: Report, block: Block) -> int:
    """How many # stand before a heading of Markdown; 0 elsewhere."""
    if report.text[block.start] != "#":
        return 0
    words = report.text[block.start : block.start + 6]
    return len(words) - len(words.lstrip("#"))


def _closes(report: Report, block: Block, item: _Item | None, open_: _Item) -> bool:
    """Whether a line ends the group of lines to which `open_` belongs: a heading of a higher level, or one without a number."""
    if item is not None:
        return open_.level > item.level
    return block.kind == HEADING and (open_.depth == 0 or open_.depth >= _depth(report, block))


def _in_order(group: _Group) -> bool:
    return group.items[0].number == 1 and all(item.number == number for number, item in enumerate(group.items, 1))


def _begins(group: _Group) -> str:
    """How the numbers of a group begin: as the ``"first"`` of their series, ``"anew"`` at one, or going ``"on"`` from the group before."""
    number = group.items[0].number
    return "first" if not group.before else "anew" if number == 1 else "on" if number == group.before + 1 else "wrong"


def _runs_on(group: _Group, habit: Counter[str]) -> bool:
    """Whether the numbers may go on from those under the heading before: nowhere do they begin anew, or elsewhere they go on, too."""
    begins = _begins(group)
    return begins in ("on", "wrong") and (not habit["anew"] or habit["on"] > (begins == "on"))


def _breaks(report: Report, group: _Group, *, runs_on: bool) -> Iterator[Hit]:
    """The lines whose number is wrong, one for each break: behind it the count goes on from what the number is, or should be."""
    items = group.items
    start = items[0].number
    last = group.before if (runs_on and start > group.before) or (group.before and start == group.before + 2) else 0
    excused = None
    for i, item in enumerate(items):
        following = items[i + 1].number if i + 1 < len(items) else 0
        number, expected = item.number, last + 1
        last = number
        if item is excused:
            last = number + 1
        if number == expected or item is excused or (number == 1 and _begins_anew(items, i)):
            continue
        if following == expected and number == expected + 1:  # two changed places
            excused = items[i + 1]
        elif following == expected + 1:  # this line alone is wrong
            last = expected
        if not _hidden(report, group, i, expected):
            yield _hit(items, i, expected)


def _begins_anew(items: list[_Item], i: int) -> bool:
    """Whether a one begins another list, and does not stand for a higher number."""
    if i == 0:
        return True
    following = items[i + 1].number if i + 1 < len(items) else 0
    if following == items[i - 1].number + 2:
        return False
    if items[i].level >= _LIST_LEVEL:
        return items[i].block.start > items[i - 1].block.end + 1 or following == 2
    return following in (0, 2) and items[i - 1].number > 1


def _hidden(report: Report, group: _Group, i: int, expected: int) -> bool:
    """Whether the expected number stands inside a line further up, or no order is to be expected at all."""
    items = group.items
    if len(items) == 1 and items[0].level not in (10, 20):
        return True
    label, numeral = items[i].label, _numeral(expected, items[i].label)
    if label[0] in "（(":
        words = rf"(?<!# )[（(]{numeral}[）)]"
    elif numeral.isascii():  # 8.6个项目, where the number looks like a decimal; 8“两新”, where the dot got lost
        words = rf"\n{numeral}(?![0-9])|[，。；;！？：:”）)\s](?<!# ){numeral}[、．.]"
    else:
        words = rf"[，。；;！？：:”）)\s](?<!# ){numeral}[、．.]"
    start = items[i - 1].block.start if i else group.start
    return re.search(words, report.text[start : items[i].block.start]) is not None


def _hit(items: list[_Item], i: int, expected: int) -> Hit:
    item = items[i]
    wanted = _NUMERAL.sub(_numeral(expected, item.label), item.label)
    values = {"label": item.label, "expected": wanted}
    if i == 0:
        return Hit(item.span, "late", values, data=values)
    previous = items[i - 1]
    related = (Related(previous.span, Bilingual("前一个同级标题", "the heading before it")),)
    if item.number == previous.number:
        return Hit(item.span, "repeated", values, data=values, related=related)
    return Hit(item.span, "found", {**values, "previous": previous.label}, data=values, related=related)


def _numeral(number: int, like: str) -> str:
    """`number` in the digits that the label `like` uses."""
    if any("0" <= c <= "9" for c in like) or number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else "一二三四五六七八九"[tens - 1] + "十") + (
        "一二三四五六七八九"[ones - 1] if ones else ""
    )
