"""What a report is about: its kind, the year it reports on, who issues it and when.

Each fact is looked for in a fixed order of places and says where it was found; what is not found stays unknown.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.document import DATE, SIGNATURE, TITLE, Document
from reportlint.report import UNKNOWN, UNKNOWN_YEAR, Known, Section, Subject
from reportlint.settings import Settings
from reportlint.structure.kind import GENERAL, Kind
from reportlint.text import LazyPattern
from reportlint.years import opening_years, stated_years

_TOLD = frozenset({"title", "opening"})
"""Places where a report says its year; from all others it is concluded."""
_TITLE_POINTS = 4
_NEEDED = 3
_MASKS = "XxＸｘ×*○〇□某"

_BARE_YEAR = LazyPattern(r"(?<![0-9])((?:19|20)[0-9]{2})(?=法治|依法|工作|上半年|度)")
"""In a title 年 may have got lost: 2023法治政府建设情况报告."""
_GIVEN = LazyPattern(r"(?:^|\n)[—－─―（(-]*((?:19|20)[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日在[^，。\n]{4,40}会议上")
"""The day on which a report was given, under its title; the title then may name the year told of, or that day's."""
_HEAD = 400
_DATE = LazyPattern(r"((?:19|20)\d{2})年([01]?\d)月(?:([0-3]?\d)日)?")
_CJK_DATE = LazyPattern(
    r"([二一][〇○零九][〇○零一二三四五六七八九]{2})年([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?"
)
_FILE_YEAR = LazyPattern(r"(?<!\d)(20[0-4]\d)(?!\d)")
_ISSUER = LazyPattern(r"^(.{2,30}?)(?:关于|(?:19|20)\d{2}年|上半年|下半年|年度)")
_CJK = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}


def recognise(document: Document, sections: Sequence[Section], kinds: Sequence[Kind], settings: Settings) -> tuple[Subject, Kind]:
    """What `document` is about, and its kind among `kinds`; `settings` overrule what the text says."""
    title = next((document.read(block.span) for block in document.blocks if block.kind == TITLE), "").lstrip("# ")
    opening = _opening(document, sections)
    tops = [section.title for section in sections if section.depth == 1]
    kind, origin = _kind(title, opening, tops, kinds, settings)
    issued = _issued(document)
    if kind.name == GENERAL and not settings.kind:  # what the years of an unknown kind of text mean nobody knows: its title only
        opening, tops, path = "", [], ""
    else:
        path = document.source.path
    own = _year(title, opening, tops, issued if path else UNKNOWN, path)
    if own.origin == "title" and own.value:
        given = _GIVEN.search(document.text[:_HEAD]) if kind.title_year else None
        own = Known((int(given[1]) if given else own.value) + kind.title_year, "title")
    year = Known(settings.year, settings.year_origin) if settings.year else own
    several = kind.name == GENERAL or kind.title_year != 0
    told = own.value if own.origin in _TOLD else None
    return Subject(Known(kind.name, origin), year, _issuer(title, document), several, issued, told), kind


def _opening(document: Document, sections: Sequence[Section]) -> str:
    """The text before the first heading, without the title."""
    stop = sections[0].start if sections else len(document.text)
    paragraphs = [document.read(b.span) for b in document.blocks if b.start < stop and b.kind != TITLE]
    return "\n".join(paragraphs)[:3000]


def _kind(title: str, opening: str, tops: Sequence[str], kinds: Sequence[Kind], settings: Settings) -> tuple[Kind, str]:
    if settings.kind:
        return next(kind for kind in kinds if kind.name == settings.kind), settings.kind_origin
    best, points, origin = None, 0, ""
    for kind in kinds:
        scored, where = _points(kind, title, opening, tops)
        if scored > points:
            best, points, origin = kind, scored, where
            if scored == _TITLE_POINTS and title:
                break
    if best is not None and points >= _NEEDED:
        return best, origin
    return next(kind for kind in kinds if kind.name == GENERAL), ""


def _points(kind: Kind, title: str, opening: str, tops: Sequence[str]) -> tuple[int, str]:
    """How surely a document is of `kind`, and where that was read; a title decides for or against.

    Without a title the opening and the headings must speak of the topic together: many texts mention it.
    """
    words = kind.recognition
    plain = title
    if plain and words.title.find(plain) >= 0:
        return _TITLE_POINTS, "title"
    if plain:
        return 0, ""
    said = words.opening.find(opening) >= 0
    if not words.topic:
        return (_NEEDED, "opening") if said else (0, "")
    themed = sum(words.topic.find(top) >= 0 for top in tops)
    named = sum(any(p.headings.find(top) >= 0 and not p.themes and p.name != "other" for p in kind.parts.values()) for top in tops)
    points = min(themed, 2) + min(named, 1) + (words.topic.find(opening) >= 0) + said
    return (points if themed else 0), "headings" if themed >= 2 else "opening"


def _year(title: str, opening: str, tops: Sequence[str], issued: Known[str], path: str) -> Known[int]:
    """The year reported on, as the report says it."""
    years = stated_years(title)
    if years:
        return Known(years[0].year, "title")
    bare = _BARE_YEAR.search(title)
    if bare:
        return Known(int(bare[1]), "title")
    if not _masked_year(title):
        opened = opening_years(opening)
        if opened:
            return Known(opened[0].year, "opening")
        for top in tops:
            years = stated_years(top)
            if years and not any(word in top for word in ("安排", "计划", "打算", "思路", "下一", "目标")):
                return Known(years[0].year, "headings")
    if issued.value and issued.value[5:7] <= "06":
        return Known(int(issued.value[:4]) - 1, "signature")
    m = _FILE_YEAR.search(path.replace("\\", "/").rsplit("/", 1)[-1])
    return Known(int(m[1]), "file name") if m else UNKNOWN_YEAR


def _masked_year(title: str) -> bool:
    at = title.find("年")
    return at > 0 and any(c in _MASKS for c in title[max(at - 4, 0) : at])


def _issued(document: Document) -> Known[str]:
    """The date under the signature, or under the title."""
    for block in reversed(document.blocks):
        if block.kind == DATE:
            text = document.read(block.span)
            m = _DATE.search(text)
            if m:
                return Known(f"{m[1]}-{int(m[2]):02}-{int(m[3] or 1):02}", "signature")
            m = _CJK_DATE.search(text)
            if m:
                year = "".join(str(_CJK[c]) for c in m[1])
                return Known(f"{year}-{_numeral(m[2]):02}-{_numeral(m[3]) if m[3] else 1:02}", "signature")
    return UNKNOWN


def _numeral(text: str) -> int:
    tens, _, ones = text.rpartition("十")
    if "十" not in text:
        return _CJK.get(text, 0)
    return (_CJK.get(tens, 1) if tens else 1) * 10 + _CJK.get(ones, 0)


def _issuer(title: str, document: Document) -> Known[str]:
    """The body before 关于 or the year in the title, else the signature."""
    m = _ISSUER.match(title)
    if m and not m[1][0].isdigit() and not any(c in m[1] for c in "《“，。") and m[1][-1] not in "年的":
        return Known(m[1], "title")
    for block in reversed(document.blocks):
        if block.kind == SIGNATURE:
            return Known(document.read(block.span), "signature")
    return UNKNOWN
