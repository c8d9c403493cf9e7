"""``--statistics``: how often each rule found something."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportlint.reporters.words import LEVELS, summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.engine import FileResult
    from reportlint.finding import Severity
    from reportlint.reporters import Setup
    from reportlint.tally import Tally

Rendered = list[tuple[str, str, "Severity", bool]]
"""Of each finding its code, rule, severity, and whether it can be mended for certain."""


class Statistics:
    """A line for each rule that found something, the most frequent first; or a JSON object."""

    def __init__(self, setup: Setup, *, as_json: bool) -> None:
        self._setup = setup
        self._as_json = as_json
        self._counts: Counter[tuple[str, str, Severity]] = Counter()
        self._fixable: Counter[str] = Counter()

    def render(self, result: FileResult) -> Rendered:
        """What is to be counted."""
        return [(f.code, f.rule, f.severity, f.fix is not None and f.fix.safe) for f in result.findings]

    def show(self, rendered: Rendered) -> str:
        """Nothing yet."""
        for code, rule, severity, fixable in rendered:
            self._counts[code, rule, severity] += 1
            self._fixable[code] += fixable
        return ""

    def end(self, tally: Tally) -> Iterator[str]:
        """All counts."""
        rows = sorted(self._counts.items(), key=lambda row: (-row[1], row[0]))
        if self._as_json:
            yield self._json(rows, tally)
            return
        say = self._setup.language
        width = max((len(str(count)) for _, count in rows), default=0)
        widest = max((len(rule) for (_, rule, _), _ in rows), default=0)
        for (code, rule, severity), count in rows:
            level = LEVELS[severity].in_(say).ljust(2 if say == "zh" else 7)
            mark = "[*]" if self._fixable[code] else "[ ]"
            title = self._setup.rules[code].title.in_(say) if code in self._setup.rules else ""
            yield f"{str(count).rjust(width)}  {code}  {mark}  {level}  {rule.ljust(widest)}  {title}".rstrip() + "\n"
        if tally.files:
            yield summary(tally, say) + "\n"

    def _json(self, rows: list[tuple[tuple[str, str, Severity], int]], tally: Tally) -> str:
        from json import dumps

        entries = [
            {"code": code, "rule": rule, "severity": severity.label, "count": count, "fixable": self._fixable[code]}
            for (code, rule, severity), count in rows
        ]
        numbers = {"files": tally.files, "checked": tally.checked, "errors": tally.errors, "warnings": tally.warnings, "infos": tally.infos}
        return dumps({"version": 1, "statistics": entries, "summary": numbers}, ensure_ascii=False, indent=1) + "\n"
