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
    Format("html", (".html", ".htm", ".xhtml"), "html", ("justhtml",)),
)

ARCHIVES = frozenset({".zip"})
"""The names of files that hold files."""
SUFFIXES = {**TEXT, **{suffix: format_.medium for format_ in DOCUMENTS for suffix in format_.suffixes}}
"""The names of all files that can be read, and as what."""
_BY_SUFFIX = {suffix: format_ for format_ in DOCUMENTS for suffix in format_.suffixes}
_BY_MEDIUM = {format_.medium: format_ for format_ in DOCUMENTS}

_SIGNATURES = (
    (b"PK\x03\x04", "zip", Bilingual("压缩包或 Office 文件（.docx、.xlsx、.zip 等）", "an archive or Office file (.docx, .xlsx, .zip …)")),
    (b"%PDF", "pdf", Bilingual("PDF 文件", "a PDF file")),
    (b"\xd0\xcf\x11\xe0", "ole", Bilingual("旧版 Office 文件（.doc、.wps 等）", "an old Office file (.doc, .wps …)")),
    (b"{\\rtf", "rtf", Bilingual("RTF 文件", "an RTF file")),
)
INSTALL = "pip install 'reportlint[documents]'"


def reader(path: str, data: bytes) -> Read | None:
    """What reads a document of this name and content; None for a text file. Raises UnreadableFile."""
    suffix = splitext(path)[1].lower()
    format_ = _BY_SUFFIX.get(suffix)
    if format_ is None:
        for signature, _, what in _SIGNATURES:
            if data.startswith(signature):
                raise UnreadableFile(f"这是{what.zh}，不是文本", f"it is {what.en}, no text")
        return None
    if why := missing(suffix):
        raise UnreadableFile(why.zh, why.en)
    return cast("Read", import_module(f"reportlint.readers.{format_.module}").source)


@cache
def missing(suffix: str) -> Bilingual | None:
    """What must be installed before files with this suffix can be read; None: nothing."""
    format_ = _BY_SUFFIX.get(suffix)
    if format_ is None or all(find_spec(name) for name in format_.needs):
        return None
    return Bilingual(f"读取 {suffix} 文件还需安装：{INSTALL}", f"reading {suffix} files needs more: {INSTALL}")
