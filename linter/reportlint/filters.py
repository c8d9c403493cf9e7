"""What happens to findings after the rules: small pure functions, each from findings to findings."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportlint.finding import Finding


def one_per_defect(findings: Iterable[Finding], precedence: Mapping[str, int]) -> list[Finding]:
    """Where rules with a precedence meet on the same characters only the most telling one stays; exact repeats go too.

    `precedence` maps codes to ranks; the higher wins, codes without one are left alone.
    """
    kept: list[Finding] = []
    taken: list[tuple[int, int]] = []  # in order and apart from each other
    seen = set()
    for finding in sorted(findings, key=lambda f: (-precedence.get(f.code, 0), f.span.start, -f.span.end)):
        key = (finding.code, finding.span, finding.message.en)
        if key in seen:
            continue
        seen.add(key)
        if precedence.get(finding.code, 0) > 0:
            at = bisect_left(taken, (finding.span.start, finding.span.end))
            if (at and taken[at - 1][1] > finding.span.start) or (at < len(taken) and taken[at][0] < finding.span.end):
                continue
            taken.insert(at, (finding.span.start, finding.span.end))
        kept.append(finding)
    return kept


def counted(findings: Iterable[Finding]) -> list[Finding]:
    """`findings` of one file, those that are alike numbered in their order."""
    seen: dict[tuple[object, ...], int] = {}
    numbered = []
    for finding in findings:
        nth = seen[finding.likeness] = seen.get(finding.likeness, 0) + 1
        numbered.append(finding if nth == 1 else finding._replace(nth=nth))
    return numbered


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sorted by place, then code; what a rule says of one place stays in its order."""
    return sorted(findings, key=lambda f: (f.span.start, f.span.end, f.code))
