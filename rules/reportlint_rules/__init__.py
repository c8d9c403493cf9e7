"""The shipped rules: what we object to. They know nothing of the linter but its public API."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from reportlint import Rule, hookimpl

RULES = (
    "copies.copied_passage",
    "copies.duplicate_report",
    "disclosure.disclosure_balance",
    "disclosure.disclosure_form",
    "disclosure.disclosure_total",
    "documents.hidden_text",
    "documents.left_comment",
    "documents.open_revision",
    "kinds.unknown_kind",
    "markers.paid_marker",
    "markers.cms_marker",
    "markers.site_residue",
    "placeholders.placeholder_mask",
    "placeholders.masked_figure",
    "placeholders.masked_date",
    "placeholders.template_slot",
    "placeholders.anonymous_issuer",
    "placeholders.damaged_phrase",
    "placeholders.over_replacement",
    "structure.duplicate_section",
    "structure.empty_section",
    "structure.heading_numbering",
    "structure.missing_cause",
    "structure.missing_section",
    "structure.missing_title",
    "structure.nested_section",
    "structure.section_order",
    "years.inconsistent_year",
    "years.plan_year",
    "structure.heading_level",
    "structure.heading_form",
    "structure.enumeration_gap",
    "structure.truncated_text",
    "figures.duplicate_figure",
    "years.impossible_date",
    "years.year_range",
    "privacy.personal_data",
    "privacy.redaction_leak",
    "privacy.secrecy_mark",
    "laws.law_name",
    "laws.repealed_law",
    "laws.fixed_phrase",
    "laws.document_number",
    "years.anachronism",
    "years.stale_reference",
    "years.period_mismatch",
    "characters.mojibake",
    "characters.invisible_character",
    "characters.doubled_punctuation",
    "characters.unpaired_mark",
    "characters.mixed_width",
    "characters.number_form",
    "markers.web_chrome",
    "markers.markup_residue",
    "figures.conflicting_figure",
    "figures.figure_arithmetic",
    "figures.implausible_rate",
    "repetition.repeated_word",
    "repetition.repeated_passage",
    "structure.announced_count",
)  # fmt: skip
"""The modules of the rules, by family."""


@hookimpl
def reportlint_rules() -> list[Rule]:
    """Every shipped rule."""
    return [import_module(f"{__name__}.{name}").rule for name in RULES]


@hookimpl
def reportlint_facts(own: Mapping[str, object]) -> str:
    """Laws, phrases, events and plans, with those of the configuration."""
    from reportlint_rules.facts import told

    return told(own)
