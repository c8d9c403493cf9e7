"""All masks of a report, found in one pass and each given to exactly one rule.

The pass begins with a class of rare characters and tells by look-behind what each one may start: that is ten times
faster than one pattern per rule. What a mask is, is judged by what stands around it; see `signs`, `slots`, `issuers`
and `phrases`. Masks never overlap: what an earlier one covers is not looked at again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint import LazyPattern
from reportlint_rules.placeholders.masks import issuers, phrases, signs, slots, tokens
from reportlint_rules.placeholders.masks.kinds import KINDS, Mask
from reportlint_rules.placeholders.masks.words import SIGNS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Mapping

    from reportlint import Hit, Report

_HOLES = "百万%％ \u3000…—NnM"
"""What may stand where figures are gone. Common, so nothing else is asked of them."""
_PASS = LazyPattern(
    rf"[{SIGNS}某（(月号《“待此请思核届精记\[［【〔{{｛$<＜〈Tt/／）)A-H甲乙丙丁{_HOLES}](?:(?<=[{_HOLES}])(?P<hole>{slots.HOLES})|(?<![{_HOLES}])(?:"
    rf"(?<=[{SIGNS}某])(?P<sign>{tokens.TOKEN})"
    rf"|(?<=[（(])(?={slots.ASIDE})(?P<parenthesis>)"
    r"|(?P<empty_marks>(?<=《)》|(?<=“)”)"
    rf"|(?<=月)(?P<blank_date>{slots.BLANK_DATE})|(?P<empty_number>(?<=第号)|(?<=[ \u3000]号))"
    rf"|(?<=[待此请])(?P<gap>{slots.WORDS})"
    rf"|(?<=[思核届精记])(?P<deleted>{phrases.DELETED})"
    rf"|(?<=[）)])(?P<instruction>(?<={slots.INSTRUCTED}.))"
    r"|(?<=[\[［【〔<＜〈])(?!%)(?P<bracket>)|(?<=[{$<｛])(?P<variable>)"
    r"|(?<=[A-H甲乙丙丁])(?P<letter>[市县镇乡村]|街道|区)"
    rf"|(?P<todo>(?<=t)odo(?![A-Za-z])(?<![A-Za-z]todo)|(?<=T)(?:ODO|BD)(?![A-Za-z])(?<![A-Za-z]TODO)(?<![A-Za-z]TBD))|(?<=[/／])(?P<choice>{slots.CHOICE})"
    "))"
)
"""Look-behinds sort by the first character: the commoner it is, the sooner the rest is ruled out."""


def find_masks(report: Report) -> Mapping[str, list[Hit]]:
    """The hits of every placeholder rule, by the name of the rule; `report.shared` it."""
    found: dict[str, list[Hit]] = {kind: [] for kind in KINDS}
    text = report.text
    taken = 0
    for m in _PASS.finditer(text):
        if m.start() < taken:
            continue
        for mask in _JUDGES[m.lastgroup or ""](report, m):
            start, end = mask.hit.span
            if start >= taken:
                found[mask.kind].append(mask.hit)
                taken = end
    return found


def _sign(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    return issuers.find(report, m) if report.text[m.start()] == "某" else signs.find(report, m)


def _deleted(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    mask = phrases.deleted(report, m)
    if mask:
        yield mask


_JUDGES: Mapping[str, Callable[[Report, re.Match[str]], Iterator[Mask]]] = {
    "sign": _sign, "deleted": _deleted, "bracket": slots.bracket, "parenthesis": slots.parenthesis,
    "empty_marks": slots.empty_marks, "empty_number": slots.empty_number, "blank_date": slots.blank_date,
    "letter": issuers.letter, "variable": slots.variable, "instruction": slots.instruction, "gap": slots.gap, "todo": slots.todo, "hole": slots.hole, "choice": slots.choice,
}  # fmt: skip
