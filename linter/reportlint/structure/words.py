"""Words that carry a meaning: patterns that must be found, patterns that must not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from reportlint.errors import UsageError
from reportlint.text import Bilingual, LazyPattern
from reportlint.timed import TimedPattern


class _Match(Protocol):
    def start(self) -> int: ...


class _Pattern(Protocol):
    def search(self, text: str, /) -> _Match | None: ...


class Words:
    """A meaning in words: found where one of `patterns` is, unless one of `unwanted` is too and none of `unless`.

    Patterns may hold ``{next}`` for the years after the one reported on. Shipped ones run on the standard library;
    those of users on `regex`, under a time limit.
    """

    __slots__ = ("_compiled", "_need", "_patterns", "_trusted", "_unless", "_unwanted")

    def __init__(
        self,
        patterns: Sequence[str] = (),
        unwanted: Sequence[str] = (),
        unless: Sequence[str] = (),
        need: Sequence[str] = (),
        *,
        trusted: bool = True,
    ) -> None:
        self._patterns = tuple(patterns)
        self._unwanted = tuple(unwanted)
        self._unless = tuple(unless)
        self._need = tuple(need)
        self._trusted = trusted
        self._compiled: dict[int | None, tuple[_Pattern, _Pattern | None, _Pattern | None, _Pattern | None]] = {}

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def find(self, text: str, year: int | None = None) -> int:
        """Where the meaning first stands in `text`, of a report on `year`; -1 if it does not."""
        if not self._patterns:
            return -1
        wanted, unwanted, unless, need = self._compiled.get(year) or self._compile(year)
        found = wanted.search(text)
        if (
            found is None
            or (need and not need.search(text))
            or (unwanted and unwanted.search(text) and not (unless and unless.search(text)))
        ):
            return -1
        return found.start()

    def extended(self, more: Sequence[str], where: str) -> Words:
        """These words and `more` patterns of a user; raises UsageError, naming `where`, when one does not compile."""
        words = Words((*self._patterns, *more), self._unwanted, self._unless, self._need, trusted=False)
        words.check(where)
        return words

    def check(self, where: str) -> None:
        """Raise UsageError, naming `where`, when a pattern does not compile."""
        for pattern in (*self._patterns, *self._unwanted, *self._unless, *self._need):
            try:
                TimedPattern(pattern.replace("{next}", "2000")).compile()
            except ValueError as error:
                raise UsageError(Bilingual(f"{where}：正则表达式有误：{error}", f"{where}: wrong pattern: {error}")) from None

    def _compile(self, year: int | None) -> tuple[_Pattern, _Pattern | None, _Pattern | None, _Pattern | None]:
        following = "|".join(str(year + ahead) for ahead in range(1, 9)) if year else "(?!)"
        wanted, unwanted, unless, need = (
            self._pattern("|".join(group).replace("{next}", following)) if group else None
            for group in (self._patterns, self._unwanted, self._unless, self._need)
        )
        assert wanted is not None
        self._compiled[year] = (wanted, unwanted, unless, need)
        return self._compiled[year]

    def _pattern(self, pattern: str) -> _Pattern:
        return LazyPattern(pattern) if self._trusted else TimedPattern(pattern)
