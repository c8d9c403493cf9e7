"""Whether a run is worth remembering, and where."""

from __future__ import annotations

import os
from posixpath import splitext
from typing import TYPE_CHECKING

from reportlint.readers.formats import TEXT
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlint.cache.memory import Memory
    from reportlint.config.config import Config
    from reportlint.plugins import Registry

FROM = 20
"""Text files from which on there is a cache. It costs some 10 ms, which a hook over a few changed files would only pay."""
_DOCUMENT = 20
"""How many text files one takes the time of that is no text, such as a Word file."""
FOLDER = ".reportlint_cache"

DAMAGED = Bilingual("缓存已损坏，已丢弃并重建：{folder}", "the cache was damaged: thrown away and made anew: {folder}")


def folder_of(config: Config, given: str | None) -> str:
    """Where the cache lies: as the command line says, as the configuration says, beside the configuration."""
    if given:
        return os.path.abspath(given)
    return os.path.join(config.root or os.getcwd(), config.cache_dir or FOLDER)


def memory(paths: Sequence[str], place: str, registry: Registry, configs: Iterable[Config]) -> Memory | None:
    """The cache for a run over these files, or None where it would cost more than it saves."""
    if sum(1 if splitext(path)[1].lower() in TEXT else _DOCUMENT for path in paths) < FROM:
        return None
    from reportlint.cache import keys  # with SQLite 15 ms
    from reportlint.cache.memory import Memory

    own = {folder for config in configs for folder in (*config.grammars, *config.rules)}
    return Memory(place, keys.of_program(registry, own))
