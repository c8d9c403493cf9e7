"""For a comment on a pull request, the summary page of a CI run, a wiki: the worst findings in a table, the numbers above."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportlint.finding import Severity
from reportlint.reporters.words import LEVELS, line, place, summary
from reportlint.text import Bilingual, LazyPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportlint.engine import FileResult
    from reportlint.finding import Finding
    from reportlint.rule import Rule
    from reportlint.tally import Tally

ROOM = 50_000
"""Characters that the list of findings may have: GitHub takes 65,536 for a comment, GitLab more."""
_LONGEST = 300
"""Characters of a message or a path that are shown."""

_TITLE = Bilingual("报告检查结果", "Results of checking the reports")
_RULES = Bilingual("| 规则 | 说明 | 错误 | 警告 | 提示 |", "| Rule | About | Errors | Warnings | Infos |")
_FINDINGS = Bilingual("| 级别 | 位置 | 规则 | 问题 |", "| Level | Place | Rule | Finding |")
_LEFT = Bilingual("另有 {count} 项未列出。", "{count} more are not listed.")
_MARKS = LazyPattern(r"[\\`*_{}\[\]<>|~&$!]")
_REFERENCES = LazyPattern(r"@(?=\w)|#(?=\d)")

Rendered = list[tuple[Severity, str, str]]
"""The findings of a file: severity, code, row of the table."""


class Markdown:
    """Errors first, as many findings as there is room for, and how many are left out. Nothing is written before the end."""

    def __init__(self, language: str, *, rules: Mapping[str, Rule]) -> None:
        self._language = language
        self._rules = rules
        self._counts: Counter[tuple[str, Severity]] = Counter()
        self._rows: dict[Severity, list[str]] = {severity: [] for severity in sorted(Severity, reverse=True)}
        self._room = dict.fromkeys(Severity, ROOM)

    def render(self, result: FileResult) -> Rendered:
        """A row for each finding."""
        return [(finding.severity, finding.code, self._row(finding)) for finding in result.findings]

    def show(self, rendered: Rendered) -> str:
        """Nothing yet; rows are kept while there may be room for them."""
        for severity, code, row in rendered:
            self._counts[code, severity] += 1
            self._room[severity] -= len(row)
            if self._room[severity] >= 0:
                self._rows[severity].append(row)
        return ""

    def end(self, tally: Tally) -> Iterator[str]:
        """All of it."""
        say = self._language
        yield f"<!-- reportlint -->\n## {_TITLE.in_(say)}\n\n{escaped(summary(tally, say))}\n"
        if not self._counts:
            return
        yield f"\n{_RULES.in_(say)}\n| --- | --- | ---: | ---: | ---: |\n"
        for code in sorted({code for code, _ in self._counts}, key=lambda code: (-self._counts[code, Severity.ERROR], code)):
            counts = " | ".join(str(self._counts[code, severity] or "") for severity in self._rows)
            title = self._rules[code].title.in_(say) if code in self._rules else ""
            yield f"| {code} | {escaped(title)} | {counts} |\n"
        yield f"\n{_FINDINGS.in_(say)}\n| --- | --- | --- | --- |\n"
        room, left = ROOM, self._counts.total()
        for row in (row for rows in self._rows.values() for row in rows):
            room -= len(row)
            if room < 0:
                break
            left -= 1
            yield row
        if left:
            yield f"\n{_LEFT.in_(say).format(count=left)}\n"

    def _row(self, finding: Finding) -> str:
        say = self._language
        where = f"{_cell(finding.path)}:{escaped(place(finding, say))}"
        return f"| {LEVELS[finding.severity].in_(say)} | {where} | {finding.code} | {_cell(finding.message.in_(say))} |\n"


def _cell(text: str) -> str:
    text = line(text).strip()
    return escaped(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")


def escaped(text: str) -> str:
    """`text` such that Markdown shows it as it is, and GitHub and GitLab find nobody to notify and no issue to link in it."""
    return _REFERENCES.sub(r"\g<0><!-- -->", _MARKS.sub(r"\\\g<0>", text))
