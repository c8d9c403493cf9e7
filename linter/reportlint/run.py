"""Check files: read them, run the linter, in this process or in several. All input and output of checking is here."""

from __future__ import annotations

import os
from stat import S_ISREG
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reportlint import trouble
from reportlint.engine import failure
from reportlint.errors import advice, reason
from reportlint.readers import read
from reportlint.text import Bilingual
from reportlint.writers import FIXED

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

    from reportlint.archive import Member
    from reportlint.document import Document
    from reportlint.engine import FileResult, Linter
    from reportlint.finding import Finding, Severity
    from reportlint.report import Report
    from reportlint.suppression.stage import Suppression

T = TypeVar("T")
R = TypeVar("R")

PROCESSES_FROM = 500
"""Files from which on several processes are worth their start, if nobody says how many to use."""


class Fixing(NamedTuple):
    """How far files are to be mended."""

    unsafe: bool = False
    """Also by fixes that may change what the report says."""
    write: bool = True
    """Write the files; else only show what would change."""


class Task(NamedTuple):
    """A file to check, and how."""

    path: str
    linter: Linter
    fail_on: Severity | None = None
    problem: Bilingual | None = None
    """Why it cannot be read, if that is known before trying."""
    data: bytes | None = None
    """Its content, if it is not to be read from the disk."""
    fixing: Fixing | None = None
    member: Member | None = None
    """The file inside of an archive that is meant: `path` is then that of both."""
    suppression: Suppression | None = None
    """What may suppress findings beside what the file and its settings say."""
    copy: str = ""
    """Where a copy with the findings in it is to be written; empty: nowhere."""


def anew(linter: Linter, path: str, data: bytes) -> FileResult:
    """What `linter` finds in a file; in place of this something may stand that remembers."""
    return linter.check_bytes(path, data)


def check(task: Task, ask: Callable[[Linter, str, bytes], FileResult] = anew) -> FileResult:
    """Check one file, its content by `ask`. Whatever goes wrong is a finding of the result."""
    try:
        data = _content(task)
    except OSError as error:
        return unreadable(task.path, reason(error), advice(error))
    if isinstance(data, Bilingual):
        return unreadable(task.path, data)
    try:
        result = _linted(task, data, ask)
        return _mended(task, task.fixing, data, result) if task.fixing and result.findings and can_fix(task, result) else result
    except OSError as error:
        return unreadable(task.path, reason(error), advice(error))
    except Exception as error:  # noqa: BLE001 - the other files must be checked all the same
        fault = f"{type(error).__name__}: {error}"
        return unreadable(task.path, Bilingual(f"reportlint 内部错误：{fault}", f"internal error of reportlint: {fault}"))


def _mended(task: Task, fixing: Fixing, data: bytes, result: FileResult) -> FileResult:
    from reportlint import rewrite

    return rewrite.mended(task, fixing, data, result, lambda new: _linted(task, new))


def can_fix(task: Task, result: FileResult) -> bool:
    """Whether fixes can be written into the file: into text files and Word documents, not into what lies in an archive."""
    return not task.member and (bool(result.encoding) or task.path.lower().endswith(FIXED))


def annotated(task: Task, result: FileResult, language: str, findings: Sequence[Finding], *, more: bool = False) -> FileResult:
    """Write the copy of a file with those `findings` of `result` in it, if there are any; `result` with E007 where that fails.

    `more`: the copy is there already, and these are added to it.
    """
    if not findings or any(finding.code in _UNREAD for finding in result.findings):
        return result
    from reportlint import rewrite

    try:
        data = _content(task._replace(path=task.copy, data=None) if more else task)
    except OSError as error:
        return rewrite.unwritten(result, reason(error))
    return rewrite.unwritten(result, data) if isinstance(data, Bilingual) else rewrite.copied(task, data, result, language, findings)


_UNREAD = frozenset({trouble.UNREADABLE.code, trouble.UNDECODABLE.code})


def _linted(task: Task, data: bytes, ask: Callable[[Linter, str, bytes], FileResult] = anew) -> FileResult:
    """What is found in a file with the content `data`, and what of it is suppressed."""
    wanted = task.suppression
    changed = wanted.changes.get(task.path) if wanted and wanted.changes else None
    if wanted and wanted.changes and changed and data.count(b"\r") != data.count(b"\r\n"):
        # for git a carriage return ends no line
        task = task._replace(suppression=wanted._replace(changes={**wanted.changes, task.path: changed._replace(whole=True)}))
    return filtered(task, ask(task.linter, task.path, data))


def compared(tasks: Sequence[Task], digests: Sequence[tuple[object, ...]]) -> Iterator[FileResult]:
    """What rules about several reports add once all files are done."""
    from reportlint.compare import Comparison

    def reread(file: int) -> Report:
        return tasks[file].linter.read_report(document(tasks[file]))

    return Comparison([task.path for task in tasks], [task.linter for task in tasks], digests, reread).results()


def filtered(task: Task, result: FileResult) -> FileResult:
    """`result`, which is about the file of `task`, without what is suppressed."""
    if task.suppression is None and not result.comments and not task.linter.settings.sections:
        return result
    from reportlint.suppression.stage import Suppression, apply  # for those who suppress anything

    return apply(result, task.linter, task.suppression or Suppression())


def document(task: Task) -> Document:
    """The document of a file that was checked before, read again. Raises OSError."""
    data = _content(task)
    return read(task.path, data if isinstance(data, bytes) else b"", task.linter.settings.limits)


def unreadable(path: str, why: Bilingual, advice: Bilingual | None = None) -> FileResult:
    """The result for a file that could not be read or checked, with what to do if that is known."""
    return failure(path, trouble.UNREADABLE, advice, reason=why)


def died(path: str, code: int) -> FileResult:
    """The result for a file over which a process died with this exit code, negative for a signal."""
    zh, en = (f"信号 {-code}", f"signal {-code}") if code < 0 else (f"退出码 {code}", f"exit code {code}")
    return unreadable(path, Bilingual(f"检查它的进程意外终止（{zh}）", f"the process that checked it died ({en})"))


def each(work: Callable[[T], R], inputs: Sequence[T], jobs: int | None, lost: Callable[[T, int], R]) -> Generator[R]:
    """`work` for each of `inputs` in their order; `jobs` None: as many processes as pay off.

    `lost` says what stands for an input whose process died: see `reportlint.parallel.ordered`.
    """
    if not hasattr(os, "fork") or len(inputs) < (2 if jobs else PROCESSES_FROM) or jobs == 1:
        yield from map(work, inputs)
        return
    from reportlint.parallel import ordered, processors  # 5 ms

    yield from ordered(work, inputs, jobs or processors(), lost)


def _content(task: Task) -> bytes | Bilingual:
    """The bytes of the file, or why it is not read. Raises OSError."""
    if task.problem:
        return task.problem
    limit = task.linter.settings.max_bytes
    if task.data is not None:
        data = task.data
    elif task.member:
        from reportlint.archive import SEPARATOR, BrokenArchive, content

        try:
            unpacked = content(task.path.removesuffix(SEPARATOR + task.member.name), task.member.number, limit)
        except BrokenArchive as error:
            return error.reason
        return _too_large(limit) if unpacked is None else unpacked
    else:
        if not S_ISREG(os.stat(task.path).st_mode):  # a named pipe would be waited for
            return Bilingual("不是普通文件", "it is no regular file")
        with open(task.path, "rb", buffering=0) as file:
            if os.fstat(file.fileno()).st_size > limit:
                return _too_large(limit)
            data = file.readall()
    return data if len(data) <= limit else _too_large(limit)


def _too_large(limit: int) -> Bilingual:
    return Bilingual(f"超过 {limit} 字节的上限（max-bytes）", f"larger than the limit of {limit} bytes (max-bytes)")
