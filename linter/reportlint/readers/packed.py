"""Zip files with XML in them, as .docx, .xlsx, .odt and .ofd are, opened without trusting what they say of themselves."""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from reportlint.readers.unreadable import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from reportlint.extract import Limits

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """The parts of one such file. Members are read whole, up to the limit for all of them together."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        """Raises UnreadableFile for what is no whole zip file, is encrypted or has too many members."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise UnreadableFile(f"文件已损坏或不完整（{error}）", f"the file is damaged or incomplete ({error})") from None
        self._left = limits.unpacked
        self._limits = limits
        self.names = frozenset(self._zip.namelist())
        if len(self.names) > limits.members:
            raise UnreadableFile(
                f"内含 {len(self.names)} 个文件，超过 {limits.members} 个的上限（max-members）",
                f"it holds {len(self.names)} files, the limit is {limits.members} (max-members)",
            )

    def check_size(self) -> None:
        """Raises UnreadableFile when the members, by what the file says of them, are larger than the limit: for readers of their own."""
        if sum(member.file_size for member in self._zip.infolist()) > self._limits.unpacked:
            raise self._too_large()

    def _too_large(self) -> UnreadableFile:
        most = self._limits.unpacked
        return UnreadableFile(f"解压后超过 {most} 字节的上限（max-unpacked）", f"unpacked it is larger than {most} bytes (max-unpacked)")

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises KeyError when there is none, UnreadableFile when it is damaged or too large."""
        try:
            with self._zip.open(name) as member:
                data = member.read(self._left + 1)
        except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
            if isinstance(error, RuntimeError) and "password" in str(error):
                raise UnreadableFile("文件已加密，请先去掉密码", "the file is encrypted: remove the password first") from None
            raise UnreadableFile(f"文件已损坏：{name}（{error}）", f"the file is damaged: {name} ({error})") from None
        except Exception as error:
            if type(error).__module__ in {"zlib", "_lzma"}:
                raise UnreadableFile(f"文件已损坏：{name}（{error}）", f"the file is damaged: {name} ({error})") from None
            raise
        self._left -= len(data)
        if self._left < 0:
            raise self._too_large()
        return data

    def replaced(self, members: Mapping[str, bytes]) -> bytes:
        """The file with `members` in place of its own of these names, or behind them; all others to the byte. Raises UnreadableFile."""
        if len(self._zip.infolist()) != len(self.names):
            raise UnreadableFile("内含重名的文件，不能写回", "it holds two files of one name and cannot be written back")
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as copy:
            for old in self._zip.infolist():
                entry = zipfile.ZipInfo(old.filename, old.date_time)
                entry.compress_type, entry.external_attr = old.compress_type, old.external_attr
                copy.writestr(entry, members[old.filename] if old.filename in members else self.read(old.filename))
            for name, data in members.items():
                if name not in self.names:
                    copy.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return out.getvalue()

    def xml(self, name: str) -> etree._Element:
        """The root element of a member. Raises KeyError when there is none, UnreadableFile when it is no XML that can be trusted."""
        from lxml import etree  # 24 ms, and only what has XML in it needs it

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
        try:
            root = etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            if "Excessive depth" in str(error):
                raise UnreadableFile(f"内部嵌套过深：{name}", f"what is in it is nested too deep: {name}") from None
            if "entity amplification" in str(error):
                raise _with_document_type(name) from None
            raise UnreadableFile(f"文件已损坏：{name}（{error}）", f"the file is damaged: {name} ({error})") from None
        if root.getroottree().docinfo.doctype:
            raise _with_document_type(name)
        return root

    def optional(self, name: str) -> etree._Element | None:
        """The root element of a member, None when there is none. Raises UnreadableFile."""
        return self.xml(name) if name in self.names else None

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part of an Office file refers to: id to the last word of the type and the name of the member."""
        folder, name = posixpath.split(part)
        root = self.optional(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        return {
            relation.get("Id", ""): (
                relation.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", ""))).lstrip("/"),
            )
            for relation in root.iter(_RELATIONS)
            if relation.get("TargetMode") != "External"
        }


def _with_document_type(name: str) -> UnreadableFile:
    """No program that makes documents writes one, and text hidden in entities would not be seen."""
    return UnreadableFile(
        f"{name} 带有 DTD 或实体，文档里不应有，可能是恶意文件",
        f"{name} has a document type or entities, which no document has: the file may be malicious",
    )
