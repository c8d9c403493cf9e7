"""The names in 《》, read once for all rules about laws and plans."""

from __future__ import annotations

from typing import NamedTuple

from reportlint import LazyPattern, Report, Span

_TITLE = LazyPattern(r"《([^《》\n]{2,80})》")
_SUFFIX = LazyPattern(r"[（(][^（）()]*[)）]$")
_YEARS = LazyPattern(r"[（(]([12][0-9]{3})年?(?:[-—–－～~至]|——)([12][0-9]{3})年?[)）]$")
_STATE = "中华人民共和国"
_DRAFTS = ("草案", "征求意见", "送审", "讨论稿", "建议稿")


class Title(NamedTuple):
    """A name in 《》."""

    span: Span
    """With its 《》."""
    name: str
    """Without 中华人民共和国, without what stands in brackets at the end."""
    whole: str
    """Without 中华人民共和国; a span of years at the end in its standard form （2021—2025年）."""
    full: bool
    """Whether 中华人民共和国 stands before it."""
    draft: bool
    """Whether it is called a draft."""

    @property
    def inner(self) -> Span:
        """The words of `whole` or `name` in the text: from behind 中华人民共和国 to the end of the name as it stands there."""
        return Span(self.span.start + 1 + (len(_STATE) if self.full else 0), self.span.end - 1)


def titles(report: Report) -> list[Title]:
    """All names in 《》 in the order of the text."""
    text = report.text
    return [_title(m[1], Span(*m.span())) for m in _TITLE.finditer(text)] if "《" in text else []


def _title(words: str, span: Span) -> Title:
    full = words.startswith(_STATE)
    name = whole = words[len(_STATE) :] if full else words
    draft = False
    if name[-1] in "）)":
        draft = any(word in name for word in _DRAFTS)
        years = _YEARS.search(name)
        if years:
            whole = f"{name[: years.start()]}（{years[1]}—{years[2]}年）"
        name = _SUFFIX.sub("", name)
    return Title(span, name, whole, full, draft)
