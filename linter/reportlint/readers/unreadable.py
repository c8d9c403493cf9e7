"""What a reader raises when it cannot read a file."""

from __future__ import annotations

from reportlint.text import Bilingual


class UnreadableFile(Exception):
    """The file is not read at all; `reason` says why and what to do, and E001 tells it to the user."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh, en)  # both, so that it survives the way from another process
        self.reason = Bilingual(zh, en)

    def __str__(self) -> str:
        return self.reason.en
