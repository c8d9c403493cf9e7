"""What happens to findings after the rules."""

from __future__ import annotations

from reportlint import Bilingual, Confidence, Finding, Severity, SourceSpan
from reportlint.filters import in_order, one_per_defect
from reportlint.finding import Excerpt, Position


def finding(code: str, start: int, end: int) -> Finding:
    return Finding(
        code, code.lower(), Severity.ERROR, Confidence.HIGH, Bilingual("", code), Bilingual("", ""), "a.txt", SourceSpan(start, end),
        Position(1, start + 1, 1, end + 1), "", Excerpt("", "", ""), (), {}, (), None,
    )  # fmt: skip


def places(findings: list[Finding]) -> list[tuple[str, int, int]]:
    return [(f.code, f.span.start, f.span.end) for f in findings]


def test_the_more_telling_rule_wins_where_they_meet() -> None:
    found = [finding("P001", 4, 8), finding("P010", 6, 20), finding("P001", 20, 22), finding("P001", 0, 3), finding("P001", 10, 12)]

    kept = in_order(one_per_defect(found, {"P001": 1, "P010": 7}))

    assert places(kept) == [("P001", 0, 3), ("P010", 6, 20), ("P001", 20, 22)]


def test_rules_without_precedence_are_left_alone() -> None:
    found = [finding("S010", 0, 9), finding("P001", 2, 4), finding("S012", 0, 9)]

    assert places(in_order(one_per_defect(found, {"P001": 1}))) == [("S010", 0, 9), ("S012", 0, 9), ("P001", 2, 4)]


def test_repeats_go() -> None:
    assert places(one_per_defect([finding("S010", 0, 9), finding("S010", 0, 9)], {})) == [("S010", 0, 9)]
