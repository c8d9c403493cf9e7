"""Findings made by hand, so that reporters are tested without any rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportlint.engine import CHECKED, FileResult
from reportlint.finding import Confidence, Edit, Excerpt, Finding, Fix, Position, RelatedPlace, Severity
from reportlint.readers import read
from reportlint.report import Known, Subject
from reportlint.text import Bilingual, SourceSpan


def _finding(**changes: object) -> Finding:
    finding = Finding(
        code="Y001",
        rule="inconsistent-year",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        message=Bilingual("此处为2022年，标题为2023年", "2022 here, 2023 in the title"),
        help=Bilingual("核对年份", "Check the years"),
        path="a/报告.txt",
        span=SourceSpan(20, 25),
        position=Position(3, 3, 3, 8),
        text="2022年",
        excerpt=Excerpt("一、", "2022年", "工作情况"),
        headings=("一、2022年工作情况",),
        data={"year": 2022},
        related=(RelatedPlace(Position(1, 1, 1, 6), "2023年", Bilingual("标题中的年份", "the year in the title")),),
        fix=Fix(Bilingual("改为2023年", "write 2023"), (Edit(SourceSpan(20, 24), "2023", Position(3, 3, 3, 7)),), safe=False),
    )
    return finding._replace(**changes)  # type: ignore[arg-type]


Make = Callable[..., Finding]
Result = Callable[..., FileResult]


@pytest.fixture
def finding() -> Make:
    """A finding in which everything is filled in, changed as the test needs it."""
    return _finding


@pytest.fixture
def result() -> Result:
    """The result for a file with these findings."""

    def make(*findings: Finding, path: str = "a/报告.txt", text: str = "", **changes: object) -> FileResult:
        subject = Subject(
            kind=Known("general", "title"),
            year=Known(2023, "title"),
            issuer=Known("某局", "signature"),
            issued=Known("2024-01-31", "signature"),
        )
        document = read("a/报告.txt", text.encode()) if text else None
        return FileResult(path, CHECKED, "gb18030", subject, findings, document=document)._replace(**changes)  # type: ignore[arg-type]

    return make
