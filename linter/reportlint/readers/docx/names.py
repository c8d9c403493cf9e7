"""The names of WordprocessingML, and how its plainest elements are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of the strict variant, which Word writes only when asked to."""


def w(name: str) -> str:
    """The full name of an element or attribute."""
    return _MAIN + name


def value(parent: etree._Element | None, name: str) -> str:
    """The ``w:val`` of a child; ``""`` without one."""
    child = parent.find(_MAIN + name) if parent is not None else None
    return child.get(_MAIN + "val", "") if child is not None else ""


def switched(parent: etree._Element | None, name: str) -> bool | None:
    """Whether the property `name` is switched on; None when nothing is said of it."""
    child = parent.find(_MAIN + name) if parent is not None else None
    return None if child is None else child.get(_MAIN + "val", "true") not in {"0", "false", "off"}


def integer(text: str | None, default: int) -> int:
    """The number that an attribute holds, `default` when it holds none."""
    try:
        return int(text) if text else default
    except ValueError:
        return default
