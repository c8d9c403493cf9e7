"""Errors that reach the user, in both languages."""

from __future__ import annotations

from reportlint.text import Bilingual


class UsageError(Exception):
    """The command line, the configuration or a plug-in is wrong; nothing can be checked (exit 2)."""

    def __init__(self, message: Bilingual) -> None:
        super().__init__(message.en)
        self.message = message
