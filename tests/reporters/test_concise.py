"""One line per finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.finding import Severity
from reportlint.reporters.concise import Concise
from reportlint.tally import Tally
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from tests.reporters.conftest import Make, Result


def test_lines(finding: Make, result: Result) -> None:
    found = result(finding(), finding(severity=Severity.INFO, message=Bilingual("甲\n乙", "a\nb")))

    assert Concise("zh").render(found) == "a/报告.txt:3:3: error Y001 此处为2022年，标题为2023年\na/报告.txt:3:3: info Y001 甲 乙\n"
    assert Concise("en").render(found).splitlines()[1] == "a/报告.txt:3:3: info Y001 a b"
    assert "".join(Concise("en").end(Tally(1, 1, 2))) == ""


def test_colour(finding: Make, result: Result) -> None:
    assert Concise("en", colour=True).render(result(finding())).startswith("a/报告.txt:3:3: \x1b[1;31merror\x1b[0m Y001")
