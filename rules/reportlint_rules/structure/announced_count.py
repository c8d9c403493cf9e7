"""The text announces a number of points and gives another number.

What it finds:
    “从三个方面……”后面只有（一）（二），“以下三点：”后面只有一是、二是，“重点抓好五项工作。”后面列了六条。

    从三个方面 with two subsections, 以下三点 with only 一是 and 二是, 五项工作 followed by six.

Why:
    漏写、多写了一条，或者增删后没有改数。

    An item is missing or was added, and the number was not changed.

Instead:
    核对各条，补齐，或者改正数字。

    Check the items; add the missing one, or correct the number.

Silent on:
    作为名称的“三项制度”“四大类”，没有逐条展开的“三个方面”，条目套条目，未编号的条目。

    Numbers in names (三项制度), points that are not listed one by one, items inside items, items without number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from reportlint import Bilingual, Block, Clues, Example, Hit, LazyPattern, Related, Report, Rule, Severity, Span
from reportlint.document import HEADING, PROSE

rule = Rule(
    code="S014",
    name="announced-count",
    severity=Severity.WARNING,
    title=Bilingual("条数与所列不符", "announced number of points not met"),
    clause=Bilingual("公文写作通例：总分相符", "Practice of official writing: what is announced is what follows"),
    messages={"found": Bilingual("说是“{announced}”，后面列了 {count} 条", "{announced} announces {number}; {count} follow")},
    help=Bilingual("核对各条，补齐或改正数字", "Check the items; add the missing one, or correct the number"),
    good=(
        Example(
            "一、主要做法\n重点抓好以下三个方面工作：\n（一）加强学习。全员参加。\n（二）严格执法。规范处罚。\n（三）强化监督。公开透明。\n"
        ),
        Example("主要存在两点不足：一是人员偏少，二是经费偏紧。今后，一是补充人员，二是增加投入，三是健全制度。"),
        Example("一、主要做法\n全面推行三项制度。\n（一）加强学习。全员参加。\n（二）严格执法。规范处罚。\n"),
        Example("主要从三个方面推进工作，成效明显。下一步，一是扩大普法覆盖面。二是规范执法行为。"),
        Example("内设机构3个，分别为办公室、法规股和财务股。创建示范村5个，分别为甲村2个、乙村3个。三个单位分别为主管、协办单位等。"),
        Example("工作扎实推进。\n主要采取以下两项措施：\n一是抓学习。\n全员参加。\n二是抓执法。\n规范有序。\n"),
        Example("一、目标任务\n重点抓好以下三个方面工作：\n（一）扩大内需。（二）科技创新。（三）改革开放。\n"),
        Example("今年主要做了以下两个方面的工作。\n一、加强学习\n全员参加。\n二、严格执法\n规范处罚。\n三、问题和打算\n人手偏少。\n"),
    ),
    bad=(
        Example("一、主要做法\n我们从⟦三个方面⟧构筑工作格局。\n（一）加强学习。全员参加。\n（二）严格执法。规范处罚。\n"),
        Example("我局内设股室⟦5个⟧，分别为办公室、规划股、法规股和财务股。列入决策事项⟦四项⟧，分别是停车收费、校舍布局、污水处理。"),
        Example("主要有以下⟦三点⟧不足：一是人员偏少，二是经费偏紧。"),
        Example("明年，重点做好⟦四项工作⟧：一是抓学习。二是抓执法。三是抓监督。\n全局上下共同努力。\n"),
        Example(
            "全年工作有序开展，各项任务按期完成。\n下一步，将在以下⟦两个方面⟧下功夫：\n1.加强学习。全员参加。\n2.严格执法。规范处罚。\n3.强化监督。公开透明。\n"
        ),
        Example("全年工作有序开展，各项任务按期完成。\n主要采取以下⟦三项措施⟧：\n一是抓学习。\n二是抓执法。\n全局共同努力。\n"),
    ),
    doc=__doc__,
)

_DIGITS = "一二三四五六七八九十"
_NUMBERED = "(?:(?<=[两二三四五六七八九十0-9].)|(?<=[两二三四五六七八九十0-9][个大].))"
_ANNOUNCED = tuple(
    LazyPattern(pattern)
    for pattern in (
        f"方{_NUMBERED}面",
        f"点{_NUMBERED}",
        f"项{_NUMBERED}(?:重点)?(?:工作|措施|任务|举措|内容|要求)?",
        f"条{_NUMBERED}(?:措施|举措|意见|建议|经验)?",
        f"问{_NUMBERED}题",
    )
)
_BACK = LazyPattern(r"(?P<number>十[一二三四五六七八九]|[两二三四五六七八九十]|1[0-9]|[2-9])(?:个|大)?\Z")
_ORDINAL = frozenset("第之百千万余几0123456789" + _DIGITS)
_CUE = LazyPattern("[从在有]|以下|下列|如下|主要|重点|突出|围绕|具体|采取|提出|落实|抓[好了住]|做[好到了]|着[力重]|[体表]现")
_FIRST = LazyPattern(r"[^。；\n]{0,12}[：:。，,；](?P<first>一是|首先[，,]|第一[，,]|一要|其一[，,]|[（(]1[）)]|1[.、．]|①)")
_ITEM = LazyPattern(r"一是|首先[，,]|第一[，,]|一要|其一[，,]|[（(]1[）)]|1[.、．]|①")
_MOST = 300
"""Blocks or sections behind an announcement that are looked at."""
_FARTHEST = 6000
"""Characters in which the items of one paragraph are looked for."""
_APART = Clues("分别")
_NAMED = LazyPattern(r"分别[为是有][：:]?(?P<names>[^。；！？\n]{4,240})")
_COUNTED = LazyPattern(
    r"(?<![0-9.第之一二三四五六七八九十百千万])(?P<number>1[0-9]|[3-9]|[三四五六七八九十])[个项家类种](?P<of>[^0-9，。；、：\n一二三四五六七八九十]{0,10})，?\Z"
)
_NO_NAMES = LazyPattern(r"等|[0-9一二三四五六七八九十百][0-9.]*(?:万|亿)?[个项家类件名人次元分%％]|[0-9]{4}|各|均|比")
_BETWEEN_NAMES = ("、", "，", "和", "及", "与", "暨", "或", "》《", "”“", "/", " ", "；")
_OTHER_PARTS = ("problems", "leadership", "plan", "other")
"""Parts of a report that are none of the works announced before them."""
_PROBLEMS_OR_PLAN = LazyPattern("问题|不足|打算|下一?步|计划|明年|今后")
_LONGEST_REST = 24
"""Characters that a sentence which announces points may go on for behind the number."""


class _Announced(NamedTuple):
    span: Span
    number: int


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Every number of points, against the items in the same paragraph or the sections right behind it."""
    for m in chain.from_iterable(pattern.finditer(report.text) for pattern in _ANNOUNCED):
        if not _leads_on(report.text, m.end()):
            continue
        back = _BACK.search(report.text, max(0, m.start() - 4), m.start())
        if back is None or report.text[back.start() - 1 : back.start()] in _ORDINAL:
            continue
        block = report.block_at(m.start())
        if block.kind in PROSE and _announces(report.text, block.start, back.start()):
            numeral = back["number"]
            announced = _Announced(Span(back.start(), m.end()), int(numeral) if numeral.isdigit() else _value(numeral))
            items = _run_in(report.text, announced, block) or _behind(report, announced, block)
            if items and len(items) != announced.number:
                yield _hit(report.text, announced, items)
    yield from _named_one_by_one(report)


def _named_one_by_one(report: Report) -> Iterator[Hit]:
    """内设股室5个，分别为办公室、财务股、规划股: whatever else divides the names, there are not enough of them."""
    text = report.text
    for at in report.places(_APART):
        listed = _NAMED.match(text, at)
        counted = _COUNTED.search(text, max(0, at - 20), at) if listed else None
        if listed is None or counted is None or _NO_NAMES.search(listed["names"]) or report.block_at(at).kind not in PROSE:
            continue
        number = int(counted["number"]) if counted["number"].isdigit() else _value(counted["number"])
        count = 1 + sum(listed["names"].count(mark) for mark in _BETWEEN_NAMES)
        if 1 < count < number:
            span = Span(counted.start(), counted.end("of"))
            values: dict[str, str | int] = {"announced": text[span.start : span.end], "number": number, "count": count}
            yield Hit(span, values=values, data={"announced": number, "count": count})


def _leads_on(text: str, end: int) -> bool:
    """Whether items can stand behind `end`: right there, or behind the end of the paragraph, which is near."""
    return text.find("\n", end, end + _LONGEST_REST + 1) >= 0 or _FIRST.match(text, end) is not None


def _announces(text: str, start: int, at: int) -> bool:
    """Whether the sentence before the number at `at` announces points with it; its paragraph begins at `start`."""
    start = max(start, at - 200)
    begin = max([text.rfind(mark, start, at) + 1 for mark in "。；！"])
    return _CUE.search(text, max(begin, start), at) is not None


def _value(numeral: str) -> int:
    if numeral == "两":
        return 2
    return 10 + _DIGITS.index(numeral[1]) + 1 if len(numeral) > 1 else _DIGITS.index(numeral) + 1


def _run_in(text: str, announced: _Announced, block: Block) -> list[Span]:
    """The items 一是 … 二是 … right behind the announcement in the same paragraph."""
    first = _FIRST.match(text, announced.span.end, block.end)
    if first is None:
        return []
    mark = first["first"].rstrip("，,")
    at = first.start("first")
    items = [Span(at, at + len(mark))]
    end = min(block.end, at + _FARTHEST)
    while True:
        label = _label(mark, len(items) + 1)
        if label is None:
            return []
        found = text.find(label, items[-1].end, end)
        again = text.find(mark, items[-1].end, end)
        if found < 0 or 0 <= again < found:
            break
        items.append(Span(found, found + len(label)))
    # A list that goes on in the next paragraph, or holds a list of its own, is not counted.
    beyond = text[block.end + 1 : block.end + 4]
    nested = text.find(mark, items[0].end, end) >= 0
    return [] if nested or beyond.startswith(_label(mark, len(items) + 1) or mark) or len(items) == 1 else items


def _label(mark: str, number: int) -> str | None:
    """The mark of item `number` in a list whose first is `mark`; None beyond what is known."""
    if number > 15:
        return None
    if mark == "首先":
        return ("其次", "再次", "最后")[number - 2] if number <= 4 else "此外还要"
    if mark == "①":
        return chr(ord("①") + number - 1)
    if "1" in mark:
        return mark.replace("1", str(number))
    digit = _DIGITS[number - 1] if number <= 10 else "十" + _DIGITS[number - 11]
    return mark.replace("一", digit)


def _behind(report: Report, announced: _Announced, block: Block) -> list[Span]:
    """The sections or items right behind the paragraph that ends with the announcement."""
    text = report.text
    rest = text[announced.span.end : block.end]
    if len(rest) > _LONGEST_REST or "。" in rest[:-1] or "；" in rest[:-1] or not rest or rest[-1] not in "。：:":
        return []
    following = bisect_left(report.sections, block.end + 1, key=lambda section: section.start)
    if following >= len(report.sections) or report.sections[following].start != block.end + 1:
        return _paragraphs(report, block)
    first = report.sections[following]
    heading = first.block.heading
    if heading is None or heading.number != 1:
        return []
    if heading.run_in and text.find(heading.label.replace("一", "二").replace("1", "2"), heading.title.end, first.block.end) > 0:
        return []  # （一）扩大内需。（二）科技创新。: all in one paragraph
    items = [first.block.span]
    apart = [section for name in _OTHER_PARTS if name in report.parts for section in report.parts[name].sections]
    for section in islice(report.sections, following + 1, following + _MOST):
        if section.depth > first.depth:
            continue
        if len(items) >= announced.number and first not in apart and (section in apart or _PROBLEMS_OR_PLAN.search(section.title)):
            break
        other = section.block.heading
        if section.parent != first.parent or other is None or other.style != heading.style or other.number == 1:
            break
        if other.number != len(items) + 1:
            return []  # a gap in the numbers is another rule's business
        items.append(section.block.span)
    return items


def _paragraphs(report: Report, block: Block) -> list[Span]:
    """The items right behind `block` that are paragraphs: 一是…, 1.…; those without a number belong to the item before."""
    text = report.text
    at = bisect_left(report.blocks, block.end + 1, key=lambda other: other.start)
    behind = report.blocks[at : at + _MOST]
    first = _ITEM.match(text, behind[0].start, behind[0].end) if behind else None
    if first is None:
        return []
    mark = first[0].rstrip("，,")
    items = [behind[0].span]
    for other in behind[1:]:
        if other.kind == HEADING:
            break
        if text.startswith(mark, other.start):
            return []
        if text.startswith(_label(mark, len(items) + 1) or "\n", other.start):
            items.append(other.span)
    return items if len(items) > 1 else []


def _hit(text: str, announced: _Announced, items: list[Span]) -> Hit:
    values: dict[str, str | int] = {
        "announced": text[announced.span.start : announced.span.end], "number": announced.number, "count": len(items),
    }  # fmt: skip
    last = items[-1]
    related = (Related(Span(last.start, min(last.end, last.start + 20)), Bilingual("最后一条", "the last item")),)
    return Hit(announced.span, values=values, data={"announced": announced.number, "count": len(items)}, related=related)
