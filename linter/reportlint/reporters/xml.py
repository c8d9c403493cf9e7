"""What the XML formats share: text that any parser takes back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.text import LazyPattern

if TYPE_CHECKING:
    import re

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'

_ILLEGAL = LazyPattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write, not even as a reference: most control characters, lone surrogates, U+FFFE and U+FFFF."""
_SPECIAL = LazyPattern('[&<>"\t\n\r]')
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def text(value: str) -> str:
    """`value` as the text of an element; what XML cannot hold is named, as in ``<U+000B>``."""
    return legal(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def attributes(**values: object) -> str:
    """The attributes, each with a blank before it; those that are None are left out."""
    return "".join(f' {name}="{_SPECIAL.sub(_reference, legal(str(value)))}"' for name, value in values.items() if value is not None)


def legal(value: str) -> str:
    """`value` with the characters named that XML cannot hold."""
    return value if value.isprintable() else _ILLEGAL.sub(lambda found: f"<U+{ord(found[0]):04X}>", value)


def _reference(found: re.Match[str]) -> str:
    return _REFERENCES.get(found[0]) or f"&#{ord(found[0])};"
