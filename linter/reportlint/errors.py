"""Errors that reach the user, in both languages."""

from __future__ import annotations

import errno
from collections.abc import Iterable

from reportlint.text import Bilingual


class UsageError(Exception):
    """The command line, the configuration or a plug-in is wrong; nothing can be checked (exit 2)."""

    def __init__(self, message: Bilingual) -> None:
        super().__init__(message.en)
        self.message = message
        self.language: str | None = None
        """The language to say it in, where a configuration decides that."""


class WrongFilesError(UsageError):
    """Files of users are wrong; the message names each with its line."""


def guess(name: str, known: Iterable[str], otherwise: Bilingual | None = None) -> Bilingual:
    """The end of a message that nothing goes by `name`: which of `known` may have been meant, else `otherwise`."""
    from difflib import get_close_matches  # only when something is wrong

    names = {other.casefold(): other for other in known}
    near = get_close_matches(name.casefold(), names, 1)
    return Bilingual(f"，是否指 {names[near[0]]}？", f", did you mean {names[near[0]]}?") if near else otherwise or Bilingual("", "")


_REASONS = {
    errno.ENOENT: Bilingual("没有这个文件或文件夹", "no such file or folder"),
    errno.EACCES: Bilingual("没有读取权限", "no permission to read it"),
    errno.EPERM: Bilingual("没有读取权限", "no permission to read it"),
    errno.EISDIR: Bilingual("是文件夹，不是文件", "it is a folder, not a file"),
    errno.ENOTDIR: Bilingual("路径中间有一段不是文件夹", "a part of the path is not a folder"),
    errno.ELOOP: Bilingual("符号链接成环", "symbolic links run in a circle"),
    errno.ENAMETOOLONG: Bilingual("文件名太长", "the name is too long"),
}


_REFUSALS = {
    errno.EACCES: Bilingual("没有写入权限", "no permission to write it"),
    errno.EPERM: Bilingual("没有写入权限", "no permission to write it"),
    errno.EROFS: Bilingual("所在的磁盘是只读的", "the disk is read-only"),
    errno.ENOSPC: Bilingual("磁盘已满", "the disk is full"),
    errno.EEXIST: Bilingual("路径中间有一段不是文件夹", "a part of the path is not a folder"),
}


_ADVICE = {
    errno.ENOENT: Bilingual(
        "检查路径是否写对、文件是否已移走。",
        "Check how the path is written and whether the file was moved.",
    ),
    errno.EACCES: Bilingual("请有权限的人放开读取权限。", "Have somebody who may do so permit reading."),
    errno.ENAMETOOLONG: Bilingual("检查路径是否写对。", "Check how the path is written."),
}
_ADVICE |= {errno.EPERM: _ADVICE[errno.EACCES], errno.ENOTDIR: _ADVICE[errno.ENAMETOOLONG]}


def advice(error: OSError) -> Bilingual | None:
    """What to do about it, where that is known."""
    return _ADVICE.get(error.errno or 0)


def reason(error: OSError) -> Bilingual:
    """Why the system did not let a file be read, in words of both languages where they are known."""
    text = error.strerror or str(error)
    return _REASONS.get(error.errno or 0, Bilingual(text, text))


def refusal(error: OSError) -> Bilingual:
    """Why the system did not let a file be written or removed."""
    return _REFUSALS.get(error.errno or 0) or reason(error)
