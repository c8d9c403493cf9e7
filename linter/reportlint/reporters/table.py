"""Findings as the rows of a table, for the formats that spreadsheets open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.reporters.words import line
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from reportlint.finding import Finding


class Column(NamedTuple):
    """One column: what programs call it, what people call it, and how wide it is in characters of a spreadsheet."""

    key: str
    title: Bilingual
    width: int


COLUMNS = (
    Column("path", Bilingual("文件", "File"), 32),
    Column("line", Bilingual("行", "Line"), 7),
    Column("column", Bilingual("列", "Column"), 7),
    Column("place", Bilingual("位置", "Place"), 18),
    Column("severity", Bilingual("级别", "Level"), 9),
    Column("code", Bilingual("规则", "Rule"), 8),
    Column("rule", Bilingual("规则名称", "Rule name"), 20),
    Column("message", Bilingual("问题", "Finding"), 48),
    Column("text", Bilingual("原文", "Text"), 32),
    Column("heading", Bilingual("所在标题", "Heading"), 28),
    Column("help", Bilingual("怎么改", "Help"), 40),
    Column("fix", Bilingual("建议修改", "Fix"), 24),
    Column("fingerprint", Bilingual("指纹", "Fingerprint"), 28),
)

LONGEST = 2_000
"""Characters of a cell: a spreadsheet takes 32,767, and nobody reads that many in one."""


def row(finding: Finding, language: str) -> list[str | int]:
    """The cells about a finding, in the order of `COLUMNS`; texts are on one line, with nothing hidden in them."""
    at = finding.position
    cells = (
        finding.path,
        at.line,
        at.column,
        finding.location.words().in_(language),
        finding.severity.label,
        finding.code,
        finding.rule,
        finding.message.in_(language),
        finding.text,
        " > ".join(finding.headings),
        finding.help.in_(language),
        finding.fix.title.in_(language) if finding.fix else "",
        finding.fingerprint,
    )
    return [_cut(line(cell)) if isinstance(cell, str) else cell for cell in cells]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
