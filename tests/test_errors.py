"""What the system refuses, in words."""

from __future__ import annotations

import errno

from reportlint.errors import reason, refusal


def test_reading_and_writing_are_told_apart() -> None:
    error = PermissionError(errno.EACCES, "Permission denied")

    assert reason(error).zh == "没有读取权限"
    assert refusal(error).zh == "没有写入权限"
    assert refusal(OSError(errno.ENOSPC, "No space left on device")).zh == "磁盘已满"


def test_what_is_not_about_writing_is_told_as_in_reading() -> None:
    missing = FileNotFoundError(errno.ENOENT, "No such file or directory")

    assert refusal(missing) == reason(missing)
