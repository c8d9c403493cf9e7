"""The checks that a rule declared in TOML can ask for. Each finds in a report what its table describes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from reportlint.finding import Edit, Fix, Hit, Related, Value
from reportlint.own.scope import Place, Scope
from reportlint.own.wanted import Wanted, alternatives, apart, span
from reportlint.readers.blocks import value
from reportlint.text import Bilingual, Span
from reportlint.timed import TimedPattern

if TYPE_CHECKING:
    from re import Match

    from reportlint.report import Report

Table = Mapping[str, Any]

_WRITE = Bilingual("改为“{right}”", "write {right}")
_FIRST = Bilingual("首次出现在这里", "it comes first here")
_COUNTED = Bilingual("数到的一条", "one that was counted")
_OR = Bilingual("”或“", "” or “")


class Check(Protocol):
    """What finds; all checks are frozen data."""

    def hits(self, report: Report, scope: Scope) -> Iterator[Hit]:
        """The findings in the scope. Raises PatternTimeout."""


class Existence(NamedTuple):
    """What must not stand there."""

    wanted: Wanted

    @classmethod
    def of(cls, table: Table) -> Existence:
        """From the table ``[existence]``."""
        return cls(Wanted.of(table.get("words", ()), _list(table, "patterns"), _list(table, "not")))

    def hits(self, report: Report, scope: Scope) -> Iterator[Hit]:
        """Every match."""
        for m in self.wanted.found(report, scope):
            yield Hit(span(m), values={"text": m[0]})


class Substitution(NamedTuple):
    """What should be written in another way."""

    swaps: tuple[tuple[Wanted, str, bool], ...]
    """What is wrong, what is right, and whether the right text is a template with the groups of a pattern."""
    safe: bool

    @classmethod
    def of(cls, table: Table) -> Substitution:
        """From the table ``[substitution]``."""
        unless = _list(table, "not")
        words = ((Wanted.of((wrong,), (), unless), right, False) for wrong, right in table.get("words", {}).items())
        patterns = ((Wanted.of((), (wrong,), unless), right, True) for wrong, right in table.get("patterns", {}).items())
        return cls((*words, *patterns), bool(table.get("safe", False)))

    def hits(self, report: Report, scope: Scope) -> Iterator[Hit]:
        """Every match that does not read as it should already, the longest where several meet."""
        found: dict[tuple[int, int], tuple[Match[str], str]] = {}
        for wanted, right, template in self.swaps:
            for m in wanted.found(report, scope):
                new = m.expand(right) if template else right
                if not _reads(report.text, m, new):
                    found.setdefault(m.span(), (m, new))
        for m in apart(m for m, _ in found.values()):
            new = found[m.span()][1]
            title = Bilingual(*(text.format(right=new) for text in _WRITE))
            fix = Fix(title, (Edit(span(m), new),), self.safe)
            yield Hit(span(m), values={"text": m[0], "right": new}, data={"right": new}, fix=fix)


class Required(NamedTuple):
    """What must stand there: one of several things, or each of them."""

    things: tuple[Wanted, ...]
    names: tuple[str, ...]
    headings: bool
    each: bool

    @classmethod
    def of(cls, table: Table) -> Required:
        """From the table ``[required]``."""
        headings = _list(table, "headings")
        words, patterns = tuple(table.get("words", ())), (*_list(table, "patterns"), *headings)
        things = (*(Wanted.of((word,), ()) for word in words), *(Wanted.of((), (pattern,)) for pattern in patterns))
        return cls(things, (*words, *patterns), bool(headings), bool(table.get("each", False)))

    def hits(self, report: Report, scope: Scope) -> Iterator[Hit]:
        """One finding for each place that lacks it, or for each thing that it lacks."""
        if self.headings:
            scope = scope._replace(blocks=("headings",))
        starts = [[m.start() for m in thing.found(report, scope)] for thing in self.things]
        for place in scope.places(report):
            missing = [name for name, at in zip(self.names, starts, strict=True) if not _count(at, place.span)]
            if self.each:
                yield from (_lacks(place, Bilingual(name, name)) for name in missing)
            elif len(missing) == len(self.names):
                yield _lacks(place, Bilingual(*(mark.join(missing) for mark in _OR)))


class Consistency(NamedTuple):
    """Names of one thing: whichever comes first in the report holds for the rest."""

    wanted: Wanted
    groups: Mapping[str, int]

    @classmethod
    def of(cls, table: Table) -> Consistency:
        """From the table ``[consistency]``."""
        groups = {word: i for i, group in enumerate(table["groups"]) for word in group}
        return cls(Wanted.of((), (alternatives(groups).pattern,), _list(table, "not")), groups)

    def hits(self, report: Report, scope: Scope) -> Iterator[Hit]:
        """Every name that is not the first one of its group."""
        if sum(word in report.text for word in self.groups) < 2:
            return
        firsts: dict[int, Match[str]] = {}
        for m in self.wanted.found(report, scope):
            first = firsts.setdefault(self.groups[m[0]], m)
            if first[0] != m[0]:
                title = Bilingual(*(text.format(right=first[0]) for text in _WRITE))
                yield Hit(
                    span(m),
                    values={"text": m[0], "first": first[0]},
                    data={"first": first[0]},
                    related=(Related(span(first), _FIRST),),
                    fix=Fix(title, (Edit(span(m), first[0]),), safe=False),
                )


class Stated(NamedTuple):
    """A number that is told, against the items that follow."""

    stated: Wanted
    items: TimedPattern
    within: str

    @classmethod
    def of(cls, table: Table) -> Stated:
        """From a table ``[count]`` with ``stated``."""
        return cls(Wanted.of((), (table["stated"],), _list(table, "not")), TimedPattern(table["items"]), table.get("within", "section"))

    def hits(self, report: Report, scope: Scope) -> Iterator[Hit]:
        """Every number behind which other than that many items stand; where none stands nothing was announced."""
        told = self.stated.found(report, scope)
        for m, following in zip(told, [*(m.start() for m in told[1:]), len(report.text)], strict=True):
            number = _number(m)
            end = min(following, self._end(report, m.end()))
            items = list(self.items.within(report.text, [Span(m.end(), end)]))
            if number and items and len(items) != number:
                related = tuple(Related(span(item), _COUNTED) for item in items)
                yield Hit(span(m), values={"text": m[0], "stated": number, "count": len(items)}, related=related)

    def _end(self, report: Report, at: int) -> int:
        if self.within == "paragraph":
            return report.block_at(at - 1).end
        section = report.section_at(at - 1) if self.within == "section" else None
        return section.end if section else len(report.text)


class Occurrences(NamedTuple):
    """What may stand there so many times only, or must at least."""

    wanted: Wanted
    least: int
    most: int | None
    per: str

    @classmethod
    def of(cls, table: Table) -> Occurrences:
        """From a table ``[count]`` without ``stated``."""
        wanted = Wanted.of(table.get("words", ()), _list(table, "patterns"), _list(table, "not"))
        return cls(wanted, table.get("min", 0), table.get("max"), table.get("per", "report"))

    def hits(self, report: Report, scope: Scope) -> Iterator[Hit]:
        """Each place with too many, at the first that is too many, or with too few."""
        found = self.wanted.found(report, scope)
        starts = [m.start() for m in found]
        for place in scope.each(report, self.per):
            here = found[bisect_left(starts, place.span.start) : bisect_left(starts, place.span.end)]
            if self.most is not None and len(here) > self.most:
                m = here[self.most]
                values: dict[str, Value] = {"text": m[0], "count": len(here), "limit": self.most}
                yield Hit(span(m), values=values, related=tuple(Related(span(other), _COUNTED) for other in here[: self.most]))
            elif len(here) < self.least:
                yield Hit(place.at, values={"text": place.title, "count": len(here), "limit": self.least})


def count(table: Table) -> Check:
    """From the table ``[count]``, which means one of two things."""
    return Stated.of(table) if "stated" in table else Occurrences.of(table)


CHECKS: Mapping[str, Callable[[Table], Check]] = {
    "existence": Existence.of,
    "substitution": Substitution.of,
    "required": Required.of,
    "consistency": Consistency.of,
    "count": count,
}
"""By the name of the table that describes what is to be found."""


def _lacks(place: Place, missing: Bilingual) -> Hit:
    data = {"missing": missing.zh, **({"part": place.part} if place.part else {})}
    return Hit(place.at, values={"missing": missing, "part": place.title}, data=data)


def _reads(text: str, m: Match[str], right: str) -> bool:
    """Whether the match is but a piece of the right text, standing there already."""
    at = right.find(m[0])
    while at >= 0:
        if m.start() >= at and text.startswith(right, m.start() - at):
            return True
        at = right.find(m[0], at + 1)
    return False


def _number(m: Match[str]) -> int:
    """The number that a match tells: its group ``number``, or its first group, or itself."""
    numeral = m["number"] if "number" in m.re.groupindex else m[1] if m.re.groups else m[0]
    return 2 if numeral in ("两", "俩") else value(numeral or "")


def _count(starts: Sequence[int], inside: Span) -> int:
    return bisect_left(starts, inside.end) - bisect_left(starts, inside.start)


def _list(table: Table, key: str) -> tuple[str, ...]:
    listed = table.get(key, ())
    return (listed,) if isinstance(listed, str) else tuple(listed)
