"""Errors that reach the user, in both languages."""

from __future__ import annotations

import errno

from reportlint.text import Bilingual


class UsageError(Exception):
    """The command line, the configuration or a plug-in is wrong; nothing can be checked (exit 2)."""

    def __init__(self, message: Bilingual) -> None:
        super().__init__(message.en)
        self.message = message
        self.language: str | None = None
        """The language to say it in, where a configuration decides that."""


_REASONS = {
    errno.ENOENT: Bilingual("没有这个文件或文件夹", "no such file or folder"),
    errno.EACCES: Bilingual("没有读取权限", "no permission to read it"),
    errno.EPERM: Bilingual("没有读取权限", "no permission to read it"),
    errno.EISDIR: Bilingual("是文件夹，不是文件", "it is a folder, not a file"),
    errno.ENOTDIR: Bilingual("路径中间有一段不是文件夹", "a part of the path is not a folder"),
    errno.ELOOP: Bilingual("符号链接成环", "symbolic links run in a circle"),
    errno.ENAMETOOLONG: Bilingual("文件名太长", "the name is too long"),
}


def reason(error: OSError) -> Bilingual:
    """Why the system refused a file, in words of both languages where they are known."""
    text = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, Bilingual(text, text))
