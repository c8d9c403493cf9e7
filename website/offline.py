"""Whether a built site can be read without a network: nothing in it may be loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_LOADS = re.compile(
    r"""<(?:script|img|iframe|source|audio|video|embed)\b[^>]*?\bsrc\s*=\s*["']?(?P<src>(?:https?:)?//[^"'\s>]+)"""
    r"""|<link\b(?![^>]*\brel=["']?(?:canonical|alternate|edit|next|prev))[^>]*?\bhref\s*=\s*["']?(?P<link>(?:https?:)?//[^"'\s>]+)"""
    r"""|(?:@import\s*|url\()\s*["']?(?P<css>(?:https?:)?//[^"'\s)]+)""",
    re.IGNORECASE,
)


def loads(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each address from which a page or style sheet in `folder` would load something, with the file."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".html", ".css"):
            for found in _LOADS.finditer(path.read_text(encoding="utf-8")):
                yield path, next(address for address in found.groups() if address)
