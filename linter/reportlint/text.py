"""The smallest shared things: spans, texts in two languages, patterns that compile when first used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Chinese characters, as the inside of a character class."""


class Span(NamedTuple):
    """A half-open range of code points in the *logical* text of a document (what rules read)."""

    start: int
    end: int


class SourceSpan(NamedTuple):
    """A half-open range of code points in the decoded file (what users see)."""

    start: int
    end: int


class Bilingual(NamedTuple):
    """One text in Chinese and in English, side by side."""

    zh: str
    en: str

    def in_(self, language: str) -> str:
        """The text in `language`: ``"zh"``, anything else is English."""
        return self.zh if language == "zh" else self.en


class LazyPattern:
    """A regular expression of the standard library, compiled when it is first used.

    A run over one file uses few of the patterns of all rules; compiling each at import would double the start-up.
    """

    if TYPE_CHECKING:  # filled in by __getattr__ on first use, plain attributes afterwards
        finditer: Callable[..., Iterator[re.Match[str]]]
        search: Callable[..., re.Match[str] | None]
        match: Callable[..., re.Match[str] | None]
        fullmatch: Callable[..., re.Match[str] | None]
        sub: Callable[..., str]
        split: Callable[..., list[str]]
        findall: Callable[..., list[str]]

    compiler: ClassVar[Callable[[str, int], re.Pattern[str]]] = staticmethod(re.compile)
    """What compiles; a program may put in something that keeps what it compiled, see `reportlint.programs`."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in _PATTERN_METHODS:
            raise AttributeError(name)
        compiled = LazyPattern.compiler(self._pattern, self._flags)
        for method in _PATTERN_METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)


_PATTERN_METHODS = ("finditer", "search", "match", "fullmatch", "sub", "split", "findall")
