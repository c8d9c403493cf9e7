"""For people: every finding with its text, where it stands, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.location import NOWHERE
from reportlint.reporters import Streaming
from reportlint.reporters.words import LEVELS, STYLES, Paint, line, shown, summary
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine import FileResult
    from reportlint.finding import Finding
    from reportlint.tally import Tally

MARKS = "〖", "〗"
"""Around a finding where there is no colour. GBK has them, and the texts do not; carets would not stay under wide characters."""
_HEADING = 24
"""Characters of each heading that are shown."""

_WHERE = Bilingual("位于：", "in: ")
_HELP = Bilingual("怎么改：", "help: ")
_FIX = Bilingual("修改：", "fix: ")
_DOUBTFUL_FIX = Bilingual("修改（请核对）：", "fix, to be checked: ")
_SEE = Bilingual("另见：", "see: ")
_MORE = Bilingual("规则说明：reportlint explain {code}", "More about a rule: reportlint explain {code}")


class Full(Streaming):
    """One block per file, with a blank line behind it; a sentence with the numbers at the end."""

    def __init__(self, language: str, *, colour: bool = False) -> None:
        self._language = language
        self._paint = Paint(colour)

    def render(self, result: FileResult) -> str:
        """The block about the file; nothing when nothing was found."""
        lines: list[str] = []
        helped: set[str] = set()
        for finding in result.findings:
            lines.extend(self._finding(finding, with_help=finding.code not in helped))
            helped.add(finding.code)
        return "\n".join([*lines, "", ""]) if lines else ""

    def end(self, tally: Tally) -> Iterator[str]:
        """The numbers, and where to read more."""
        if tally.files:
            yield summary(tally, self._language) + "\n"
        if tally.code:
            yield _MORE.in_(self._language).format(code=tally.code) + "\n"

    def _finding(self, finding: Finding, *, with_help: bool) -> Iterator[str]:
        """The lines about a finding; the advice only at the first one of its rule in a file."""
        say, paint, at = self._language, self._paint, finding.position
        level = paint(LEVELS[finding.severity].in_(say), STYLES[finding.severity])
        place = paint(f"{shown(finding.path)}:{at.line}:{at.column}", "1")
        yield f"{place}: {level} {finding.code} {finding.rule}  {line(finding.message.in_(say))}"
        excerpt = self._excerpt(finding)
        if excerpt:
            yield f"    {excerpt}"
        place = line(finding.location.words().in_(say)) if finding.location != NOWHERE else ""
        if finding.headings or place:
            path = " > ".join(_short(line(heading)) for heading in finding.headings)
            yield paint(f"    {_WHERE.in_(say)}{' · '.join(filter(None, (place, path)))}", "2")
        for related in finding.related:
            there = related.position
            path = f"{shown(related.path)}:" if related.path else ""
            yield f"    {_SEE.in_(say)}{path}{there.line}:{there.column} {_short(line(related.text))}  {line(related.note.in_(say))}"
        if finding.fix:
            yield f"    {(_FIX if finding.fix.safe else _DOUBTFUL_FIX).in_(say)}{line(finding.fix.title.in_(say))}"
        if with_help:
            yield f"    {_HELP.in_(say)}{line(finding.help.in_(say))}"

    def _excerpt(self, finding: Finding) -> str:
        """The text around the finding with the finding marked in place: nothing can shift the mark."""
        before, marked, after = (line(part) for part in finding.excerpt)
        if not (before or marked or after):
            return ""
        if self._paint.on and marked.strip():
            return before + self._paint(marked, f"4;{STYLES[finding.severity]}") + after
        return before + marked.join(MARKS) + after


def _short(text: str) -> str:
    return text if len(text) <= _HEADING else text[:_HEADING] + "…"
