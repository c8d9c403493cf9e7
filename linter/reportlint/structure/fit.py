"""How a report fits the grammar of its kind: every missing, nested or doubled part in one pass, and always a tree.

Headings and blocks are classified into the terminals of the grammar and fed to its table. Where the table refuses one,
or wants more at the end, what it would accept *is* the list of what is missing: the missing is fed, noted, and the run
goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from reportlint.document import ADDRESSEE, ATTACHMENT, DATE, HEADING, OPENING, PROSE, SIGNATURE, TABLE_ROW, TITLE, Block, Document
from reportlint.report import Fault, Part, Section, Subject
from reportlint.structure.kind import Kind, PartSpec
from reportlint.structure.table import END, Machine
from reportlint.text import Bilingual, LazyPattern, Span

THEME = "THEME"
_SENTENCE = LazyPattern(r"[^。！？；\n]+")
_TOLD = PROSE | {TABLE_ROW}
_ENOUGH_TO_TELL = 160
"""Characters of text outside all other parts that count as an account of what was done."""
_TITLE_PART = Bilingual("标题", "title")


class Token(NamedTuple):
    """A classified heading or block, or what was fed for a missing part (then `block` is None)."""

    terminal: str
    block: Block | None
    section: Section | None = None
    part: str = ""
    """The part that the heading names or, for a theme, belongs to."""


class Fit(NamedTuple):
    """What came of it."""

    parts: Mapping[str, Part]
    faults: tuple[Fault, ...]
    machine: Machine[Token]
    """Has read the whole document; its tree is built when somebody asks."""


def check_structure(document: Document, sections: Sequence[Section], subject: Subject, kind: Kind) -> Fit:
    """Fit `document` to the grammar of `kind`.

    Which heading is that of the coming year depends on the year that the text has, also where somebody says that it should
    be another: that is one defect, and not a missing part besides.
    """
    return _Fitting(document, sections, subject, kind).run()


def named_parts(title: str, kind: Kind, year: int | None) -> tuple[str, ...]:
    """The parts that a heading names, in the order of its words; one heading may carry two."""
    known = kind.named.get((title, year))
    if known is None:
        if len(kind.named) >= _REMEMBERED:
            kind.named.clear()
        known = kind.named[title, year] = _named_parts(title, kind, year)
    return known


_REMEMBERED = 5000
"""Headings whose parts are kept."""


def _named_parts(title: str, kind: Kind, year: int | None) -> tuple[str, ...]:
    """What `named_parts` says of a heading that is new.

    The part that gathers the themes is named by the commonest words (工作, 情况 …), so that beside another part it counts
    only where a conjunction joins them: 主要成效和存在的问题 has both, 下一步工作举措 has only the plan.
    """
    found: list[tuple[int, str]] = []
    gathering: PartSpec | None = None
    for part in kind.parts.values():
        if part.themes:
            gathering = part
            continue
        at = part.headings.find(title, year)
        if at >= 0:
            if part.name == "other":
                return (part.name,)
            found.append((at, part.name))
    found.sort()
    kept = found[:1]
    for at, name in found[1:]:  # 下一步解决存在问题的打算 is a plan: what is not joined only belongs to the words before it
        if _joined(title[kept[-1][0] : at + 1]) and kind.parts[name].headings.find(title[at:], year) >= 0:
            kept.append((at, name))
    if gathering:
        first, last = (kept[0][0], kept[-1][0]) if kept else (len(title), len(title))
        at = gathering.headings.find(title[:first].rstrip(_CONJUNCTIONS), year)
        if at >= 0 and (not kept or _joined(title[at:first])):
            kept.insert(0, (at, gathering.name))
        elif kept and kept[-1][1] not in _AHEAD:
            cut = _last_joint(title, last)
            if cut and gathering.behind.find(title[cut:], year) >= 0 and kind.parts[kept[-1][1]].headings.find(title[cut:], year) < 0:
                kept.append((cut, gathering.name))
    return tuple(name for _, name in kept)


_CONJUNCTIONS = "和与及、，以并；"
_AHEAD = frozenset({"plan", "problems"})
"""Behind these parts 举措, 措施 … are theirs: 存在的问题和改进措施."""


def _joined(words: str) -> bool:
    return any(mark in words for mark in _CONJUNCTIONS)


def _last_joint(title: str, start: int) -> int:
    """Where the words behind the last conjunction after `start` begin; 0 if there is none."""
    return max(title.rfind(mark, start) for mark in _CONJUNCTIONS) + 1


class _Fitting:
    """One run over one document."""

    def __init__(self, document: Document, sections: Sequence[Section], subject: Subject, kind: Kind) -> None:
        self.document = document
        self.text = document.text
        self.sections = sections
        self.year = subject.own_year or subject.year.value
        """The year that headings are read by."""
        self.reported = subject.year.value
        self.kind = kind
        self.machine: Machine[Token] = Machine(kind.table, kind.steps)
        self.faults: list[Fault] = []
        self.found: dict[str, list[Section]] = {name: [] for name in kind.parts}
        self.evidence: dict[str, Span] = {}
        self.assumed: set[str] = set()
        """Parts that were fed because the grammar wanted them before what came."""

    def run(self) -> Fit:
        for token in self._tokens(self._tops()):
            if self.machine.feed(token.terminal, token):
                self._note(token)
            else:
                self._recover(token)
        self._complete()
        self._order()
        parts = {
            name: Part(name, spec.title, tuple(self.found[name]), self.evidence.get(name), spec.asks)
            for name, spec in self.kind.parts.items()
        }
        return Fit(parts, tuple(self.faults), self.machine)

    # -- classify ---------------------------------------------------------------------------------------------------

    def _tops(self) -> list[Section]:
        """The top-level sections of the report itself: not of attachments, not the lines of a table of contents."""
        stop = len(self.text) + 1
        for block in self.document.blocks:
            if block.kind == ATTACHMENT and self.sections and block.start > self.sections[0].start:
                stop = block.start
                break
        tops = [s for s in self.sections if s.depth == 1 and s.start < stop]
        titles = [s.title for s in tops]
        contents = 0  # the lines of a table of contents come again as headings; its last line has the opening under it
        while contents < len(tops) // 2 and titles[contents] in titles[contents + 1 :]:
            contents += 1
            if tops[contents - 1].body < tops[contents - 1].end - 1:
                break
        listed = contents and (contents > 1 or tops[0].body >= tops[0].end - 1)
        return tops[contents:] if listed else tops

    def _tokens(self, tops: list[Section]) -> Iterator[Token]:
        """The document as terminals of the grammar."""
        blocks = self.document.blocks
        first, last = (tops[0].start, tops[-1].body) if tops else (len(self.text), 0)
        head = [block for block in blocks if block.start < first] if first < len(self.text) else blocks
        title = next((block for block in head if block.kind == TITLE), None)
        if title:
            yield Token("TITLE", title)
        for kind in (ADDRESSEE, OPENING):
            yield from (Token(kind.upper(), block) for block in head if block.kind == kind)
        yield from self._part_tokens(tops)
        for kind in (SIGNATURE, DATE, ATTACHMENT):
            yield from (Token(kind.upper(), block) for block in blocks[-12:] if block.kind == kind and block.start >= last)

    def _part_tokens(self, tops: list[Section]) -> Iterator[Token]:
        names = [named_parts(section.title, self.kind, self.year) for section in tops]
        self._weakly(names, tops)
        gathering = next((p for p in self.kind.parts.values() if p.themes), None)
        explicit = gathering is not None and any(gathering.name in named for named in names)
        begun = False
        for section, named in zip(tops, names, strict=True):
            for name in named or ("",):
                if name and (gathering is None or name != gathering.name):
                    yield Token(self.kind.parts[name].terminal, section.block, section, name)
                elif gathering and not begun and (name or not explicit):
                    yield Token(gathering.terminal, section.block, section, gathering.name)
                    begun = True
                else:
                    yield Token(THEME, section.block, section, gathering.name if gathering else "")

    def _weakly(self, names: list[tuple[str, ...]], tops: list[Section]) -> None:
        """Give a part that no heading names to the last of the other headings that may mean it."""
        for part in self.kind.parts.values():
            if not part.weak or any(part.name in named for named in names):
                continue
            for i in range(len(tops) - 1, -1, -1):
                if all(self.kind.parts[name].themes for name in names[i]) and part.weak.find(tops[i].title, self.year) >= 0:
                    names[i] = (part.name,)
                    break

    # -- recover ----------------------------------------------------------------------------------------------------

    def _recover(self, token: Token) -> None:
        """The grammar refuses `token`: it is a second one of its kind, or something is missing before it."""
        if token.part and token.section:
            if self.found[token.part]:
                self._doubled(self.kind.parts[token.part], token.section)
                self.machine.feed(THEME, token)
                return
            if token.part in self.assumed:  # it was missed too early: it stands, but later than the grammar has it
                self.assumed.discard(token.part)
                self._note(token)
                self.machine.feed(THEME, token)
                return
        for chain in self._chains(token.terminal):
            for terminal in chain:
                self._assume(terminal)
            self.machine.feed(token.terminal, token)
            self._note(token)
            return
        self.machine.feed(THEME, token)

    def _chains(self, terminal: str) -> Iterator[tuple[str, ...]]:
        """The shortest runs of missing terminals after which `terminal` fits."""
        wanted = ["TITLE", *(p.terminal for p in self._in_order())]
        chains: list[tuple[str, ...]] = [()]
        while chains:
            longer = []
            for chain in chains:
                for more in wanted:
                    if more not in chain and more != terminal and self.machine.fits(*chain, more):
                        if self.machine.fits(*chain, more, terminal):
                            yield (*chain, more)
                            return
                        longer.append((*chain, more))
            chains = longer[:60]

    def _assume(self, terminal: str) -> None:
        self.machine.feed(terminal, Token(terminal, None))
        part = next((p for p in self.kind.parts.values() if p.terminal == terminal), None)
        if part:
            self.assumed.add(part.name)
        else:
            self.faults.append(Fault("no-title", "title", _TITLE_PART, self._first_line(), self.kind.severity.label))

    def _note(self, token: Token) -> None:
        if token.part and token.section:
            self.found[token.part].append(token.section)

    def _doubled(self, part: PartSpec, section: Section) -> None:
        first = self.found[part.name][0]
        if first.block != section.block and not part.repeats:
            self.faults.append(Fault("duplicate", part.name, part.title, _heading(section), part.severity.label, first=_heading(first)))

    def _complete(self) -> None:
        """At the end of the text: whatever the grammar still wants is missing."""
        missing = set(self.assumed)
        while not self.machine.fits(END):
            wanted = next((p.terminal for p in self._in_order() if self.machine.fits(p.terminal)), "TITLE")
            if not self.machine.fits(wanted):
                break
            self.assumed.clear()
            self._assume(wanted)
            missing |= self.assumed
        for part in self._in_order():  # a configuration may require what the grammar leaves free
            if part.name in missing or (part.required and not self.found[part.name]):
                self._missing(part)

    def _missing(self, part: PartSpec) -> None:
        """`part` stands nowhere at the top level: told inside another part, or not at all."""
        if not part.required or (self.reported is not None and self.reported < self.kind.since):
            return
        place, depth = self._nested(part)
        if place:
            self.evidence[part.name] = place
            if depth > part.level:
                self.faults.append(Fault("nested", part.name, part.title, place, part.severity.label))
            return
        before, after = self._neighbours(part)
        self.faults.append(
            Fault(
                "missing", part.name, part.title, self._first_line(), part.severity.label,
                after=before.block.span if before else None, before=after.block.span if after else None,
            )
        )  # fmt: skip

    def _neighbours(self, part: PartSpec) -> tuple[Section | None, Section | None]:
        """The sections behind and before which a missing part belongs by the order of the mandate."""
        order = [p.name for p in self._in_order()]
        here = order.index(part.name)
        before = next((self.found[name][-1] for name in reversed(order[:here]) if self.found[name]), None)
        after = next((self.found[name][0] for name in order[here + 1 :] if self.found[name]), None)
        return before, after

    # -- told inside another part -----------------------------------------------------------------------------------

    def _nested(self, part: PartSpec) -> tuple[Span | None, int]:
        """Where `part` is told inside another one, and how deep: a heading below the top, else a sentence."""
        for section in self.sections:
            if section.depth > 1 and part.name in named_parts(section.title, self.kind, self.year):
                return _heading(section), section.depth
        if part.themes:
            return self._untitled_account(), 9
        if part.sentences:
            for start, sentence in self._sentences():
                if part.sentences.find(sentence, self.year) >= 0:
                    return Span(start, start + len(sentence)), 9
        return None, 0

    def _sentences(self) -> Iterator[tuple[int, str]]:
        """The sentences of the text, without titles and without headings that name a part."""
        for block in self.document.blocks:
            if block.kind not in _TOLD:
                continue
            start = block.start
            if block.kind == HEADING and block.heading:
                if not block.heading.run_in:
                    continue
                start = block.heading.title.start
            for m in _SENTENCE.finditer(self.text, start, block.end):
                yield m.start(), m[0]

    def _untitled_account(self) -> Span | None:
        """The longest stretch of text before the first part, if it is long enough to tell what was done."""
        stop = min((s.start for found in self.found.values() for s in found), default=len(self.text))
        blocks = [b for b in self.document.blocks if b.kind in PROSE and b.end <= stop and not _lead_in(self.text[b.start : b.end])]
        if blocks and sum(b.end - b.start for b in blocks) >= _ENOUGH_TO_TELL:
            return blocks[0].span
        return None

    # -- small things -----------------------------------------------------------------------------------------------

    def _order(self) -> None:
        """Note the first part that stands before one that the mandate names earlier."""
        place = -1
        for _, rank in sorted((self.found[name][0].start, i) for i, name in enumerate(self.kind.order) if self.found[name]):
            if rank < place:
                part = self.kind.parts[self.kind.order[rank]]
                severity = "error" if self.kind.fixed_order else "info"
                self.faults.append(Fault("order", part.name, part.title, _heading(self.found[part.name][0]), severity))
                return
            place = rank

    def _in_order(self) -> list[PartSpec]:
        return [self.kind.parts[name] for name in self.kind.order]

    def _first_line(self) -> Span:
        return Span(self.document.blocks[0].start, self.document.blocks[0].start) if self.document.blocks else Span(0, 0)


def _heading(section: Section) -> Span:
    """The words of its heading."""
    return section.block.heading.title if section.block.heading else section.block.span


def _lead_in(text: str) -> bool:
    """The opening that only announces the report: 现将有关情况报告如下."""
    return text.endswith(("如下：", "如下:", "如下。", "如下"))
