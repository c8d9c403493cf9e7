"""``reportlint clean``: remove the cache."""

from __future__ import annotations

import os
from collections.abc import Iterator

from reportlint import programs
from reportlint.cli import caching
from reportlint.config.load import Configs
from reportlint.errors import UsageError, refusal
from reportlint.reporters.words import shown
from reportlint.text import Bilingual

_REMOVED = Bilingual("已删除 {folder}", "removed {folder}")
_COMPILED = Bilingual(
    "已删除 {folder} 里编译好的正则和语法（{count} 个文件）", "removed the compiled patterns and grammars in {folder}: {count}"
)
_NONE = Bilingual("没有缓存可删", "there is no cache to remove")


def clean(cache_dir: str | None, config: str | None, *, isolated: bool, language: str) -> int:
    """Remove the caches of the working directory and of the folders below it, and what is compiled; or `cache_dir` only. Raises UsageError."""
    from reportlint.cache.store import remove

    here = os.getcwd()
    own = caching.folder_of(Configs(config, isolated=isolated).of(here), cache_dir)
    removed = 0
    for folder in dict.fromkeys((own, *(() if cache_dir else _below(here)))):
        try:
            if remove(folder):
                print(_REMOVED.in_(language).format(folder=shown(os.path.relpath(folder).replace(os.sep, "/"))))
                removed += 1
        except OSError as error:
            raise _refused(folder, error) from None
    if not cache_dir:
        folder = programs.cache_folder()
        try:
            gone = len(programs.remove())
        except OSError as error:
            raise _refused(folder, error) from None
        if gone:
            count = str(gone) if language == "zh" else f"{gone} file{'s' * (gone > 1)}"
            print(_COMPILED.in_(language).format(folder=shown(folder), count=count))
            removed += 1
    if not removed:
        print(_NONE.in_(language))
    return 0


def _refused(folder: str, error: OSError) -> UsageError:
    why = refusal(error)
    return UsageError(Bilingual(f"{shown(folder)} 删不了：{why.zh}", f"{shown(folder)} cannot be removed: {why.en}"))


def _below(top: str) -> Iterator[str]:
    for folder, names, _ in os.walk(top):
        if caching.FOLDER in names:
            yield os.path.join(folder, caching.FOLDER)
        names[:] = sorted(name for name in names if name not in (caching.FOLDER, ".git", "node_modules"))
