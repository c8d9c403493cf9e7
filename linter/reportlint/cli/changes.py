"""Only what changed: ``--diff-base`` and ``--staged``, from what git says to the files of the run."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from posixpath import splitext
from typing import TYPE_CHECKING

from reportlint.archive import SEPARATOR
from reportlint.discovery import STDIN, File, LeftOut, Wanted, discover
from reportlint.errors import UsageError
from reportlint.git import Changes, Repository, Staged
from reportlint.readers.formats import SUFFIXES, TEXT
from reportlint.suppression.changes import Changed
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from reportlint.config.load import Configs
    from reportlint.run import Task

_OTHER_ARCHIVE = Bilingual(
    "压缩包在暂存之后又改过，无法按暂存的内容检查；请重新暂存",
    "the archive was changed after it was staged, and cannot be read as staged: stage it again",
)
_CONFLICT = Bilingual("合并冲突没有解决", "its merge conflict is not resolved")


def repository(paths: Sequence[str]) -> Repository:
    """The repository that the `paths` of the command line lie in. Raises UsageError."""
    if STDIN in paths:
        raise UsageError(
            Bilingual(
                "标准输入不在 git 里，不能用 --diff-base、--staged", "standard input is not in git: --diff-base and --staged do not work"
            )
        )
    here = os.getcwd()
    first = os.path.abspath(paths[0]) if paths else here
    inside = first == here or first.startswith(here.rstrip(os.sep) + os.sep)
    if inside:  # as git itself would be called: hooks tell it where things are from there
        return Repository(here)
    return Repository(first if os.path.isdir(first) else os.path.dirname(first))


def staged(
    items: Sequence[File | LeftOut], paths: Sequence[str], changes: Changes, configs: Configs, wanted: Wanted
) -> list[File | LeftOut]:
    """Those of `items` that are staged, and what is staged below `paths` though it is not in the folder any more."""
    changed = set(changes.paths())
    kept = [item for item in items if isinstance(item, LeftOut) or changes.real(_on_disk(item)) in changed]
    folders = [os.path.realpath(path) for path in paths if os.path.isdir(path)]
    for path in sorted(changed):
        below = next((folder for folder in folders if path.startswith(folder.rstrip(os.sep) + os.sep)), None)
        if below and not os.path.lexists(path) and splitext(path)[1].lower() in SUFFIXES:
            shown = os.path.relpath(path) if path.startswith(os.path.realpath(".") + os.sep) else path
            kept += discover([shown], configs, wanted._replace(force_exclude=True))
    return kept


def with_contents(tasks: Sequence[Task | LeftOut], repository: Repository, changes: Changes) -> list[Task | LeftOut]:
    """`tasks` with the contents of the index in place of those on the disk; links and the like are no reports there."""
    there = {task.path: changes.real(_on_disk(task)) for task in tasks if not isinstance(task, LeftOut)}
    found = {file.path: file for file in repository.index(list(there.values()))}
    filled: list[Task | LeftOut] = []
    for task in tasks:
        if isinstance(task, LeftOut):
            filled.append(task)
        elif file := found.get(there[task.path]):
            filled.append(_as_staged(task, file))
    return filled


def _as_staged(task: Task, file: Staged) -> Task:
    """A task with the content that is staged. A file in an archive can be read from the disk only, if that is the same."""
    if file.conflict:
        return task._replace(problem=_CONFLICT)
    if not task.member:
        return task._replace(data=file.data)
    with suppress(OSError), open(_on_disk(task), "rb") as disk:
        if disk.read() == file.data:
            return task
    return task._replace(problem=_OTHER_ARCHIVE)


def _on_disk(item: File | Task) -> str:
    """The absolute path of a file, or of the archive that it is in."""
    return os.path.abspath(item.path.removesuffix(SEPARATOR + item.member.name) if item.member else item.path)


def of_tasks(tasks: Sequence[Task | LeftOut], changes: Changes) -> Mapping[str, Changed]:
    """What changed in each file, by its path as given. Lines of documents are not those that git sees: they change as a whole."""
    found: dict[str, Changed] = {}
    for task in tasks:
        if isinstance(task, LeftOut):
            continue
        changed = changes.of(_on_disk(task))
        suffix = splitext(task.path)[1].lower()
        if changed.any:
            found[task.path] = Changed(whole=True) if task.member or (suffix in SUFFIXES and suffix not in TEXT) else changed
    return found
