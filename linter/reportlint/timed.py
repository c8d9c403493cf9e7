"""Patterns that users wrote: they run on `regex`, whose time can be limited."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Match

    from regex import Pattern

    from reportlint.text import Span

LIMIT = 1.0
"""Seconds of processor time that one pattern may take for one text, plus one second per million characters."""


class PatternTimeout(Exception):
    """A pattern took too long; `message` says which one."""

    def __init__(self, pattern: str, seconds: float) -> None:
        self.pattern = pattern
        self.seconds = f"{seconds:.2g}"
        self.message = Bilingual(
            f"正则表达式 {pattern} 超过 {self.seconds} 秒：请改写，避免嵌套的重复",
            f"pattern {pattern} took longer than {self.seconds} s: rewrite it without nested repetition",
        )
        super().__init__(self.message.en)


class TimedPattern:
    """A regular expression of a user, compiled when it is first used; ``^`` and ``$`` are the ends of a paragraph."""

    __slots__ = ("_compiled", "pattern")

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._compiled: Pattern[str] | None = None

    def compile(self) -> Pattern[str]:
        """The pattern of `regex`. Raises ValueError, with what is wrong, when it is none."""
        if self._compiled is None:
            import regex  # 15 ms

            try:
                self._compiled = regex.compile(self.pattern, regex.MULTILINE)
            except regex.error as error:
                raise ValueError(f"{self.pattern!r}: {error}") from None
        return self._compiled

    def search(self, text: str, start: int = 0, end: int | None = None) -> Match[str] | None:
        """As `re.Pattern.search`. Raises PatternTimeout."""
        limit = _limit(text)
        try:
            return self.compile().search(text, start, end, timeout=limit)  # type: ignore[return-value]  # regex.Match does as well
        except TimeoutError:
            raise PatternTimeout(self.pattern, limit) from None

    def finditer(self, text: str) -> Iterator[Match[str]]:
        """As `re.Pattern.finditer`, all matches being looked for at once. Raises PatternTimeout."""
        limit = _limit(text)
        return iter(self._found(text, 0, len(text), limit, limit))

    def within(self, text: str, spans: Iterable[Span]) -> Iterator[Match[str]]:
        """The matches in each of `spans`, the limit being for all of them together. Raises PatternTimeout."""
        limit = left = _limit(text)
        for start, end in spans:
            began = process_time()
            yield from self._found(text, start, end, left, limit)
            left = max(left - (process_time() - began), 1e-3)

    def _found(self, text: str, start: int, end: int, left: float, limit: float) -> list[Match[str]]:
        try:
            return list(self.compile().finditer(text, start, end, timeout=left))  # type: ignore[arg-type]  # as in search
        except TimeoutError:
            raise PatternTimeout(self.pattern, limit) from None


def _limit(text: str) -> float:
    return LIMIT + len(text) / 1e6
