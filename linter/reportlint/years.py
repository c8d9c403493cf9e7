"""The years that a text names as its own."""

from __future__ import annotations

from typing import NamedTuple

from reportlint.text import LazyPattern, Span

_YEAR = LazyPattern(
    r"年(?<=(?:19|20)[0-9]{2}年)(?<![0-9]{5}年)(?!版|修订|修正|第|[-—–－～~至到])"
    r"(?<![0-9]{4}[-—–－～~至到][0-9]{4}年)(?<!年[-—–－～~至到][0-9]{4}年)"
)
"""Not the ends of ranges, 2021—2025年 and 2021年至2025年."""
_QUOTED = LazyPattern(r"《[^》\n]*》|“[^”\n]*”|〔[^〕\n]*〕")

_COMPARED = LazyPattern(r"[与较比](?:20|19)[0-9]{2}年(?:度|同期|底|末)?(?:相比)?|自(?:20|19)[0-9]{2}年")
"""A year that the paragraph compares with, or counts from: 与2022年相比, 自2020年以来."""
_HEAD = 10
"""Characters at the head of a paragraph within which a year is the year of the paragraph."""
_ANNOUNCED = 40
"""Characters behind 现将 within which the subject of the report stands."""


class StatedYear(NamedTuple):
    """A year written as 2023年, and where its digits and 年 stand in the text given."""

    year: int
    span: Span


def stated_years(text: str) -> list[StatedYear]:
    """The years that `text` names: not those inside 《》, “” and 〔〕, not ranges such as 2021—2025年."""
    if "年" not in text:
        return []
    found = [StatedYear(int(text[m.start() - 4 : m.start()]), Span(m.start() - 4, m.end())) for m in _YEAR.finditer(text)]
    if not found or not ("《" in text or "“" in text or "〔" in text):
        return found
    names = [m.span() for m in _QUOTED.finditer(text)]
    return [stated for stated in found if not any(a < stated.span.end and stated.span.start < b for a, b in names)]


def opening_years(opening: str) -> list[StatedYear]:
    """The years that the text before the first heading reports on: at the head of a paragraph, or behind 现将."""
    found: list[StatedYear] = []
    start = 0
    for paragraph in opening.split("\n", 6)[:6]:
        announced = paragraph.rfind("现将")
        for stated in stated_years(paragraph if announced >= 0 else paragraph[: _HEAD + 6]):
            at = stated.span.start
            if _COMPARED.match(paragraph, max(0, at - 1)):
                continue
            if at <= _HEAD or 0 <= announced < at <= announced + _ANNOUNCED:
                found.append(StatedYear(stated.year, Span(start + at, start + stated.span.end)))
        start += len(paragraph) + 1
    return found
