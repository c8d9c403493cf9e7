"""``reportlint doctor``: what this installation has and uses here, and what is wrong with it."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from importlib.util import find_spec

from reportlint import __version__
from reportlint.cli import caching
from reportlint.config.config import Config
from reportlint.config.load import Configs
from reportlint.config.names import check_names, registry_of
from reportlint.errors import UsageError
from reportlint.plugins import Registry
from reportlint.readers.formats import DOCUMENTS, INSTALL
from reportlint.text import Bilingual

_PROGRAM = Bilingual("程序", "program")
_CONFIGURATION = Bilingual("配置", "configuration")
_NO_CONFIGURATION = Bilingual("没有，用默认值", "none: the defaults hold")
_PLUGINS = Bilingual("插件和自有规则", "plug-ins and own rules")
_NONE = Bilingual("没有", "none")
_RULES = Bilingual("规则和文种", "rules and kinds")
_COUNTS = Bilingual("{rules} 条规则，{kinds} 个文种", "{rules} rules, {kinds} kinds of reports")
_FORMATS = Bilingual("可读的格式", "formats that can be read")
_MISSING = Bilingual("{suffixes} 缺少 {modules}：{install}", "{suffixes} lacks {modules}: {install}")
_CACHE = Bilingual("缓存", "cache")
_STATES = {
    "none": Bilingual("还没有", "not there yet"),
    "there": Bilingual("{size:.1f} MB", "{size:.1f} MB"),
    "read-only": Bilingual("写不了，不用缓存", "cannot be written: runs go on without"),
}
_LANGUAGE = Bilingual("语言", "language")

Line = tuple[bool, Bilingual, str]
"""Whether it is well, what it is about, what there is to say."""


def doctor(config: str | None, *, isolated: bool, language: str) -> int:
    """Print what there is; 2 when something is wrong."""
    lines = list(_lines(config, isolated=isolated, language=language))
    for well, about, text in lines:
        print(f"[{'ok' if well else '!!'}] {about.in_(language)}{'：' if language == 'zh' else ': '}{text}")
    return 0 if all(well for well, _, _ in lines) else 2


def _lines(config: str | None, *, isolated: bool, language: str) -> Iterator[Line]:
    python = f"{platform.python_implementation()} {platform.python_version()}"
    yield True, _PROGRAM, f"reportlint {__version__}, {python}, {sys.platform}, {os.path.dirname(os.path.dirname(__file__))}"
    yield True, _LANGUAGE, language
    try:
        here = Configs(config, isolated=isolated).of(os.getcwd())
        registry = registry_of([here])
        check_names(here, registry)
    except UsageError as error:
        yield False, _CONFIGURATION, error.message.in_(language)
        return
    files = " → ".join(part.file for part in reversed(here.parts or (here,)))
    yield True, _CONFIGURATION, files or _NO_CONFIGURATION.in_(language)
    own = (*here.plugins, *(os.path.relpath(folder) for folder in (*here.rules, *here.grammars)))
    yield True, _PLUGINS, ", ".join(own) or _NONE.in_(language)
    yield True, _RULES, _COUNTS.in_(language).format(rules=len(registry.rules), kinds=len(registry.kinds))
    yield from _formats(language)
    yield _cache(here, registry, language)


def _formats(language: str) -> Iterator[Line]:
    ready = [".txt", ".md"]
    for format_ in DOCUMENTS:
        missing = [name for name in format_.needs if not find_spec(name)]
        if missing:
            text = _MISSING.in_(language).format(suffixes=" ".join(format_.suffixes), modules=", ".join(missing), install=INSTALL)
            yield True, _FORMATS, text
        else:
            ready += format_.suffixes
    yield True, _FORMATS, " ".join(ready)


def _cache(here: Config, _: Registry, language: str) -> Line:
    folder = caching.folder_of(here, None)
    shown = os.path.relpath(folder)
    try:
        size = sum(entry.stat().st_size for entry in os.scandir(folder)) / 1e6
        state = "there" if os.access(folder, os.W_OK) else "read-only"
    except FileNotFoundError:
        size, state = 0.0, "none" if os.access(os.path.dirname(folder) or ".", os.W_OK) else "read-only"
    except OSError:
        size, state = 0.0, "read-only"
    return True, _CACHE, f"{shown}  {_STATES[state].in_(language).format(size=size)}"
