"""Write what was checked: fixes into the file itself, comments into a copy. A file is there as a whole or stays as it was."""

from __future__ import annotations

import os
from contextlib import suppress
from posixpath import splitext
from typing import TYPE_CHECKING

from reportlint import trouble, writers
from reportlint.engine import FAILED, about_file
from reportlint.errors import refusal
from reportlint.readers.unreadable import UnreadableFile
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportlint.engine import FileResult
    from reportlint.finding import Finding, Fix
    from reportlint.run import Fixing, Task


class NotWrittenError(Exception):
    """A file was not written, because that could have lost something."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.message = Bilingual(zh, en)


def mended(task: Task, fixing: Fixing, data: bytes, result: FileResult, check: Callable[[bytes], FileResult]) -> FileResult:
    """Mend the file and tell what is left; `result` with E007 where that could lose something or is refused."""
    try:
        return (_text if result.encoding else _document)(task, fixing, data, result, check)
    except NotWrittenError as error:
        return unwritten(result, error.message, "found")
    except UnreadableFile as error:
        return unwritten(result, error.reason, "found")
    except OSError as error:
        return unwritten(result, refusal(error), "found")


def copied(task: Task, data: bytes, result: FileResult, language: str, findings: Sequence[Finding]) -> FileResult:
    """Put a copy of the file with `findings` in it where the task says; `result` with E007 where that cannot be."""
    medium = splitext(task.path)[1].lower().removeprefix(".")
    try:
        if not _may_be_replaced(task.copy):
            there = task.copy
            return unwritten(
                result, Bilingual(f"{there} 已存在，而且不是 reportlint 写的副本", f"{there} is there and is no copy by reportlint")
            )
        new = writers.annotated(medium, data, findings, language, task.linter.settings.limits)
        os.makedirs(os.path.dirname(task.copy) or ".", exist_ok=True)
        _replace(task.copy, new)
    except UnreadableFile as error:
        return unwritten(result, error.reason)
    except OSError as error:
        return unwritten(result, Bilingual(*(f"{task.copy}: {why}" for why in refusal(error))))
    return result


def unwritten(result: FileResult, why: Bilingual, message: str = "copy") -> FileResult:
    """`result` with E007, the reason being `why`."""
    finding = about_file(result.path, trouble.NOT_WRITTEN, message, {"reason": why})
    return result._replace(status=FAILED, findings=(finding, *result.findings))


def _may_be_replaced(path: str) -> bool:
    """Whether nothing stands there, or a copy of an earlier run. Raises OSError."""
    if not os.path.exists(path):
        return True
    with open(path, "rb") as file:
        return writers.is_ours(file.read())


def _text(task: Task, fixing: Fixing, data: bytes, result: FileResult, check: Callable[[bytes], FileResult]) -> FileResult:
    """Raises NotWrittenError where the bytes would not survive."""
    from reportlint.fix import edited, mend
    from reportlint.readers.encoding import decode, encode

    text, encoding = decode(data)

    def again(new: str) -> FileResult:
        if task.suppression and task.suppression.changes is not None and text.count("\n") != new.count("\n"):
            raise NotWrittenError("修改会增减行，不能与 --diff-base 同用", "lines would come or go, which does not work with --diff-base")
        return check(encode(new, encoding))

    done = mend(text, edited, again, result, unsafe=fixing.unsafe)
    if not done.fixes:
        return result
    if encode(text, encoding) != data:
        raise NotWrittenError(f"按 {encoding} 写回会改变未修改的部分", f"written back as {encoding}, other parts would change")
    if not fixing.write:
        return result._replace(findings=(), fixed=done.fixes, diff=_diff(task.path, text, done.content))
    _write(task.path, data, encode(done.content, encoding))
    return done.result._replace(fixed=done.fixes)


def _document(task: Task, fixing: Fixing, data: bytes, result: FileResult, check: Callable[[bytes], FileResult]) -> FileResult:
    """A Word document; what would change in it is shown of its text."""
    from reportlint.fix import mend

    def write(content: bytes, fixes: Sequence[Fix]) -> tuple[bytes, int]:
        return writers.fixed(content, fixes, task.linter.settings.limits)

    done = mend(data, write, check, result, unsafe=fixing.unsafe)
    if not done.fixes:
        return result
    if not fixing.write:
        shown = _diff(f"{task.path}:text", result.text, done.result.text)
        return result._replace(findings=(), fixed=done.fixes, diff=shown)
    _write(task.path, data, done.content)
    return done.result._replace(fixed=done.fixes)


def _diff(path: str, old: str, new: str) -> str:
    from difflib import unified_diff

    named = path if path.isprintable() else _quoted(path)
    lines = unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), named, named, n=0)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _quoted(path: str) -> str:
    """A name with a line break or the like, as git and patch read it in a patch."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else "".join(f"\\{byte:03o}" for byte in os.fsencode(c)) for c in escaped) + '"'


def _write(path: str, old: bytes, new: bytes) -> None:
    """Replace the file at once, unless it is not any more what was read. Raises NotWrittenError, OSError."""
    path = os.path.realpath(path)  # a link stays a link
    with open(path, "rb") as file:
        if file.read() != old:
            raise NotWrittenError("检查期间文件已被改动", "the file was changed meanwhile")
    _replace(path, new)


def _replace(path: str, new: bytes) -> None:
    """Put `new` in the place of the file, or where there is none. Raises OSError."""
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        with open(temporary, "xb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(path):
            os.chmod(temporary, os.stat(path).st_mode & 0o7777)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
