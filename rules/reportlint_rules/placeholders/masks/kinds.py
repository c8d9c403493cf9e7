"""The classes of masks, named by the rule that speaks for each, and what a class of masks has found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint import Confidence, Fix, Hit, Span

if TYPE_CHECKING:
    from reportlint import Severity

PHRASE = "damaged-phrase"
CUT = "over-replacement"
DATE = "masked-date"
FIGURE = "masked-figure"
SLOT = "template-slot"
ISSUER = "anonymous-issuer"
NAME = "placeholder-mask"

KINDS = (PHRASE, CUT, DATE, FIGURE, SLOT, ISSUER, NAME)
"""The most telling first."""


class Mask(NamedTuple):
    """A hit of the rule called `kind`."""

    kind: str
    hit: Hit


def mask(
    kind: str,
    text: str,
    start: int,
    end: int,
    message: str = "found",
    *,
    canonical: str = "",
    severity: Severity | None = None,
    confidence: Confidence = Confidence.HIGH,
    fix: Fix | None = None,
) -> Mask:
    """A mask of `text` from `start` to `end`; `message` names one of the messages of the rule `kind`."""
    values = {"text": text[start:end], "canonical": canonical}
    data = {"canonical": canonical} if canonical else {}
    return Mask(kind, Hit(Span(start, end), message, values, data, severity, confidence, (), fix))


def precedence(kind: str) -> int:
    """The precedence of the rule called `kind`: 7 for the most telling one, 1 for the least."""
    return len(KINDS) - KINDS.index(kind)
