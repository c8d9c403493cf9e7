"""Files inside a .zip: found by their names, read one by one; nothing is ever unpacked to the disk."""

from __future__ import annotations

import zipfile
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATOR = "!"
"""Between the path of an archive and the name inside it: ``报告.zip!2023/甲县.docx``."""
_ENCRYPTED = 0x1
_HEADER = 30
"""Bytes before the name and content of a file, at least."""
_UTF_8 = 0x800
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError)


class Member(NamedTuple):
    """A file in an archive."""

    number: int
    """Which one it is: names may come twice."""
    name: str
    problem: Bilingual | None
    """Why it cannot be read, if that is already known."""


class BrokenArchive(Exception):
    """The archive, or a file in it, cannot be read; `reason` says why."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.reason = Bilingual(zh, en)


def members(path: str, most: int) -> Iterator[Member]:
    """The files in the archive `path` in its own order. Raises BrokenArchive, also when there are more than `most`; OSError."""
    with _opened(path) as archive:
        entries = archive.infolist()
    if len(entries) > most:
        raise BrokenArchive(
            f"内含 {len(entries)} 个文件，超过 {most} 个的上限（max-members）",
            f"it holds {len(entries)} files, the limit is {most} (max-members)",
        )
    in_order = sorted(entries, key=lambda entry: entry.header_offset)
    if any(after.header_offset < entry.header_offset + _HEADER + entry.compress_size for entry, after in pairwise(in_order)):
        raise BrokenArchive("其中的文件互相重叠，可能是压缩炸弹", "files in it overlap each other: it may be made to fill up memory")
    for number, entry in enumerate(entries):
        name = _name(entry)
        if entry.is_dir() or any(map(_left_behind, name.split("/"))):
            continue
        problem = Bilingual("已加密，请先去掉密码", "it is encrypted: remove the password first") if entry.flag_bits & _ENCRYPTED else None
        yield Member(number, name, problem)


def content(path: str, number: int, limit: int) -> bytes | None:
    """The bytes of a file in the archive; None when they are more than `limit`. Raises BrokenArchive, OSError."""
    try:
        with _opened(path) as archive, archive.open(archive.infolist()[number]) as member:
            data = member.read(limit + 1)
    except (*_BROKEN, IndexError, RuntimeError) as error:
        raise BrokenArchive(f"压缩包已损坏（{error}）", f"the archive is damaged ({error})") from None
    return data if len(data) <= limit else None


def _opened(path: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except _BROKEN as error:
        raise BrokenArchive(f"压缩包已损坏或不完整（{error}）", f"the archive is damaged or incomplete ({error})") from None


def _left_behind(name: str) -> bool:
    """Whether a file or folder is one of those that systems and programs leave behind."""
    return name == "__MACOSX" or name.startswith("~$") or (name[:1] == "." and name.strip(".") != "")


def _name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry. Programs on Chinese systems write GBK and do not say so; Python then takes it for code page 437."""
    name = entry.filename
    if not entry.flag_bits & _UTF_8:
        raw = name.encode("cp437", "surrogateescape")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/").lstrip("/")
