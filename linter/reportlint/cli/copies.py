"""Where annotated copies go: ``--annotate DIR``."""

from __future__ import annotations

import os
import sys
from posixpath import splitext
from typing import TYPE_CHECKING

from reportlint.discovery import NAMED, STDIN, File, LeftOut
from reportlint.errors import UsageError
from reportlint.reporters.words import shown
from reportlint.run import annotated
from reportlint.text import Bilingual
from reportlint.writers import ANNOTATED, is_ours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.engine import FileResult
    from reportlint.finding import Finding
    from reportlint.run import Task
    from reportlint.tally import Tally

_WRITTEN = Bilingual("带批注的副本已写入 {folder}：{count} 个", "annotated copies in {folder}: {count}")
_NONE = Bilingual("没有写出带批注的副本：{why}", "no annotated copies were written: {why}")
_CLEAN = Bilingual("没有发现问题", "nothing was found")
_OTHERS = Bilingual(
    "另有 {count} 个有问题的文件没有批注副本：只为 .docx 和 .pdf 写，压缩包里的文件不写",
    "{count} more with findings have no annotated copy: these are written of .docx and .pdf, not of what lies in a .zip",
)


class Copies:
    """The copies of a run: planned before it, counted during it, told behind it."""

    def __init__(self, items: Sequence[File | LeftOut], language: str, folder: str = "", targets: dict[str, str] | None = None) -> None:
        self.items = list(items)
        """What is to be checked: copies of an earlier run are not."""
        self._language = language
        self._folder = folder
        self._targets = targets or {}
        self._written: set[str] = set()
        self._others: set[str] = set()

    def target(self, path: str) -> str:
        """Where the copy of a file goes; empty: it has none."""
        return self._targets.get(path, "")

    def written(self, task: Task, result: FileResult, findings: Sequence[Finding]) -> FileResult:
        """Write the copy of a file with `findings` in it, if there are any; `result` with E007 where that fails. In any process."""
        return annotated(task, result, self._language, findings)

    def note(self, task: Task, tally: Tally) -> None:
        """A file was checked, and its copy written if something was found in it."""
        if self._folder and (tally.errors or tally.warnings or tally.infos):
            if not task.copy:
                self._others.add(task.path)
            elif not tally.failed or os.path.exists(task.copy):
                self._written.add(task.path)

    def more(self, task: Task, result: FileResult, findings: Sequence[Finding]) -> FileResult:
        """Add to its copy what a comparison of several reports found; `result` with E007 where that fails."""
        if not self._folder or not findings:
            return result
        if not task.copy:
            self._others.add(task.path)
            return result
        annotated_ = annotated(task, result, self._language, findings, more=task.path in self._written)
        if annotated_ is result:
            self._written.add(task.path)
        return annotated_

    def tell(self) -> None:
        """Say what was written, and once what was not."""
        if not self._folder:
            return
        said = []
        if self._written:
            said.append(_WRITTEN.in_(self._language).format(folder=shown(self._folder), count=len(self._written)))
        elif not self._others:
            said.append(_NONE.in_(self._language).format(why=_CLEAN.in_(self._language)))
        if self._others:
            said.append(_OTHERS.in_(self._language).format(count=len(self._others)))
        print("\n".join(said), file=sys.stderr)


def planned(items: Sequence[File | LeftOut], folder: str | None, language: str) -> Copies:
    """The copies that a run will write. Raises UsageError where a file that is checked, or two of one name, would be written over."""
    if folder is None:
        return Copies(items, language)
    if not folder or (os.path.exists(folder) and not os.path.isdir(folder)):
        raise UsageError(Bilingual(f"--annotate 应为文件夹，实际是 {folder}", f"--annotate needs a folder, {folder} is none"))
    targets: dict[str, str] = {}
    sources: dict[str, str] = {}
    for item in items:
        if isinstance(item, File) and _can_be_copied(item):
            target = os.path.join(folder, *_inside(item.path))
            real = os.path.realpath(target)
            if real in sources:
                raise UsageError(
                    Bilingual(
                        f"{sources[real]} 和 {item.path} 的副本会重名（{target}），请分开检查",
                        f"the copies of {sources[real]} and {item.path} would both be {target}: check them one by one",
                    )
                )
            targets[item.path], sources[real] = target, item.path
    return Copies([item for item in items if not _is_copy(item, sources)], language, folder, targets)


def _can_be_copied(item: File) -> bool:
    return item.how != STDIN and item.member is None and splitext(item.path)[1].lower() in ANNOTATED


def _inside(path: str) -> list[str]:
    """The steps of a path below the copies: as from here, without what leads out."""
    relative = os.path.splitdrive(os.path.relpath(path))[1]
    return [step for step in relative.split(os.sep) if step not in ("", os.pardir)]


def _is_copy(item: File | LeftOut, sources: dict[str, str]) -> bool:
    """Whether an item is a copy of an earlier run that this run will replace. Raises UsageError where it is an original."""
    real = os.path.realpath(item.path)
    if not isinstance(item, File) or real not in sources:
        return False
    with open(real, "rb") as file:
        ours = is_ours(file.read())
    if item.how == NAMED or sources[real] == item.path or not ours:
        raise UsageError(
            Bilingual(
                f"{item.path} 是要检查的文件，副本不能写在那里：--annotate 请换一个文件夹",
                f"{item.path} is one of the files to check, a copy cannot go there: name another folder with --annotate",
            )
        )
    return True
