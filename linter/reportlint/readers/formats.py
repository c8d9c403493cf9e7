"""The formats of files that can be read: known by their names, and by their first bytes where the name says otherwise."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
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
    alone: bool = True
    """Whether a process of its own reads it: foreign code, and our own, must end in time whatever strangers put into a file."""


TEXT = {".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown"}
"""The names of text files, and what kind of text they are."""

DOCUMENTS = (
    Format("csv", (".csv", ".tsv"), "csv", alone=False),
    Format("docx", (".docx", ".docm"), "docx", ("lxml.etree",)),
    Format("pdf", (".pdf",), "pdf", ("pypdfium2",)),
    Format("ofd", (".ofd",), "ofd", ("lxml.etree",)),
    Format("workbook", (".xlsx", ".xlsm", ".xls", ".ods", ".et"), "workbook", ("python_calamine",)),
    Format("office", (".doc", ".wps", ".rtf", ".odt", ".dot", ".wpt"), "office", ("lxml.etree", "olefile"), alone=False),
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
_PACKED = frozenset({".docx", ".docm", ".ofd", ".xlsx", ".xlsm", ".ods", ".et", ".odt", ".wps", ".doc"})
"""The names of files that are packed, or may be."""
_INSIDE = (("word/", "docx"), ("xl/", "workbook"), ("OFD.xml", "ofd"))
"""How names of members begin, and the format of what has them."""
_TOLD = ((b"application/vnd.oasis.opendocument.text", "office"), (b"application/vnd.oasis.opendocument.spreadsheet", "workbook"))
"""What a packed file says of itself in its first member, which is not packed."""
_TOLD_WITHIN = 200
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
    for name in format_.needs:  # here, once, and not in the process of each file
        import_module(name)
    read = cast("Read", import_module(f"reportlint.readers.{format_.module}").source)
    return _alone(read) if format_.alone else read


def _alone(read: Read) -> Read:
    """`read`, done by a process of its own."""
    from reportlint.readers.isolated import isolated  # 5 ms, and a text needs none

    return lambda path, data, limits: isolated(lambda: read(path, data, limits), limits.seconds)


def missing(suffix: str) -> Bilingual | None:
    """What must be installed before files with this suffix can be read; None: nothing."""
    format_ = _BY_SUFFIX.get(suffix)
    return _missing(format_, suffix) if format_ else None


@cache
def _missing(format_: Format, suffix: str) -> Bilingual | None:
    if all(find_spec(name.partition(".")[0]) for name in format_.needs):
        return None
    return Bilingual(f"读取 {suffix} 文件还需安装：{INSTALL}", f"reading {suffix} files needs more: {INSTALL}")


def _sniffed(data: bytes, suffix: str) -> str:
    """The format that the first bytes are of; ``""`` when they say nothing. Raises UnreadableFile for a plain archive."""
    if data.startswith(b"PK\x03\x04"):
        return _packed(data, suffix)
    if data.startswith(OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        books = not encrypted and any(f"{name}\0".encode("utf-16-le") in data for name in ("Workbook", "Book"))
        if books and "WordDocument".encode("utf-16-le") in data:  # one is embedded in the other
            return _BY_SUFFIX[suffix].medium if suffix in _BY_SUFFIX else "office"
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
    for sign, medium in _TOLD:
        if sign in data[:_TOLD_WITHIN]:
            return medium
    names = _names(data)
    for begin, medium in _INSIDE:
        if any(name.startswith(begin) for name in names):
            return medium
    if suffix in _PACKED:
        return ""  # its reader says what is wrong with it
    raise UnreadableFile("这是压缩包，不是文本", "it is an archive, no text")


def _names(data: bytes) -> list[str]:
    """The names of the members of a packed file; of a damaged one none."""
    from zipfile import BadZipFile, ZipFile  # 10 ms, for packed files only

    try:
        with ZipFile(BytesIO(data)) as packed:
            return packed.namelist()
    except (BadZipFile, ValueError, OverflowError, NotImplementedError):
        return []
