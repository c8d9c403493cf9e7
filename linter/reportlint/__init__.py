"""reportlint: the linter for submitted Chinese official reports.

This is what rules and grammars of plug-ins may use, and all that they need.
"""

from reportlint.clues import Clues
from reportlint.document import Aside, Block, Document, Heading, Source, SourceMap
from reportlint.finding import Confidence, Edit, Elsewhere, Finding, Fix, Hit, Related, Severity
from reportlint.hookspecs import hookimpl
from reportlint.own import kinds_in, rules_in
from reportlint.report import Fault, Known, Part, Report, Section, Subject
from reportlint.rule import Example, Rule, Run
from reportlint.structure.kind import Kind
from reportlint.tables import Cell, Row, Table, tables
from reportlint.text import HAN, Bilingual, LazyPattern, SourceSpan, Span
from reportlint.timed import TimedPattern
from reportlint.years import StatedYear, opening_years, stated_years

__version__ = "0.1.0"

__all__ = [
    "HAN",
    "Aside",
    "Bilingual",
    "Block",
    "Cell",
    "Clues",
    "Confidence",
    "Document",
    "Edit",
    "Elsewhere",
    "Example",
    "Fault",
    "Finding",
    "Fix",
    "Heading",
    "Hit",
    "Kind",
    "Known",
    "LazyPattern",
    "Part",
    "Related",
    "Report",
    "Row",
    "Rule",
    "Run",
    "Section",
    "Severity",
    "Source",
    "SourceMap",
    "SourceSpan",
    "Span",
    "StatedYear",
    "Subject",
    "Table",
    "TimedPattern",
    "__version__",
    "hookimpl",
    "kinds_in",
    "opening_years",
    "rules_in",
    "stated_years",
    "tables",
]
