"""The formats of files that can be read: known by their names, and by their first bytes where the name says otherwise."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from posixpath import splitext
from typing import TYPE_CHECKING, NamedTuple, cast

from reportlint.readers.unreadable import UnreadableFile
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlint.document import Source
    from reportlint.extract import Limits

    Read = Callable[[str, bytes, Limits], Source]
    """The name of the file, its bytes and the limits to the text taken out. Raises UnreadableFile, and UndecodableText for text."""


class Format(NamedTuple):
    """A format of documents, and what reads it."""

    medium: str
    suffixes: tuple[str, ...]
    module: str
    """Below `reportlint.readers`; its function ``source`` is a `Read`. Imported only for such a file."""
    needs: tuple[str, ...] = ()
    """Modules that come with the extra ``documents``."""


TEXT = {".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown"}
"""The names of text files, and what kind of text they are."""

DOCUMENTS = (
    Format("csv", (".csv", ".tsv"), "csv"),
    Format("docx", (".docx", ".docm"), "docx", ("lxml",)),
    Format("pdf", (".pdf",), "pdf", ("pypdfium2",)),
    Format("ofd", (".ofd",), "ofd", ("lxml",)),
    Format("workbook", (".xlsx", ".xlsm", ".xls", ".ods", ".et"), "workbook", ("python_calamine",)),
    Format("office", (".doc", ".wps", ".rtf", ".odt", ".dot", ".wpt"), "office", ("lxml", "olefile")),
    Format("html", (".html", ".htm", ".xhtml"), "html", ("justhtml",)),
)

ARCHIVES = frozenset({".zip"})
"""The names of files that hold files."""
SUFFIXES = {**TEXT, **{suffix: format_.medium for format_ in DOCUMENTS for suffix in format_.suffixes}}
"""The names of all files that can be read, and as what."""
_BY_SUFFIX = {suffix: format_ for format_ in DOCUMENTS for suffix in format_.suffixes}
_BY_MEDIUM = {format_.medium: format_ for format_ in DOCUMENTS}

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How the old files of Office begin, and encrypted new ones."""
_INSIDE = (
    (b"word/", "docx"),
    (b"xl/", "workbook"),
    (b"OFD.xml", "ofd"),
    (b"application/vnd.oasis.opendocument.text", "office"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "workbook"),
)
"""Names of members, which stand in a packed file as they are, and what has them."""
INSTALL = "pip install 'reportlint[documents]'"


def reader(path: str, data: bytes) -> Read | None:
    """What reads a document of this name and content; None for a text file. Raises UnreadableFile.

    What the first bytes say counts more than the name: a .doc may well be a web page, and a .docx an old .doc.
    """
    suffix = splitext(path)[1].lower()
    format_ = _BY_MEDIUM.get(_sniffed(data, suffix)) or _BY_SUFFIX.get(suffix)
    if format_ is None:
        return None
    if why := _missing(format_, suffix):
        raise UnreadableFile(why.zh, why.en)
    return cast("Read", import_module(f"reportlint.readers.{format_.module}").source)


def missing(suffix: str) -> Bilingual | None:
    """What must be installed before files with this suffix can be read; None: nothing."""
    format_ = _BY_SUFFIX.get(suffix)
    return _missing(format_, suffix) if format_ else None


@cache
def _missing(format_: Format, suffix: str) -> Bilingual | None:
    if all(find_spec(name) for name in format_.needs):
        return None
    return Bilingual(f"读取 {suffix} 文件还需安装：{INSTALL}", f"reading {suffix} files needs more: {INSTALL}")


def _sniffed(data: bytes, suffix: str) -> str:
    """The format that the first bytes are of; ``""`` when they say nothing. Raises UnreadableFile for a plain archive."""
    if data.startswith(b"PK\x03\x04"):
        return _packed(data, suffix)
    if data.startswith(OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        books = not encrypted and any(f"{name}\0".encode("utf-16-le") in data for name in ("Workbook", "Book"))
        return "workbook" if books else "office"
    if data.startswith(b"{\\rtf"):
        return "office"
    if data.startswith(b"%PDF"):
        return "pdf"
    if suffix in TEXT or not data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return ""
    return "html" if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")) else ""


def _packed(data: bytes, suffix: str) -> str:
    """The format of a zip file by what is in it."""
    for sign, medium in _INSIDE:
        if sign in data:
            return medium
    if suffix in _BY_SUFFIX:
        return ""  # its reader says what is wrong with it
    raise UnreadableFile("这是压缩包，不是文本", "it is an archive, no text")
