"""The text of old Word files, .doc and .wps, without any program beside: all words, but no numbers that Word made itself.

Source: [MS-DOC] 2.4.1 (retrieving text), 2.5 (FIB), 2.9.38 (Clx).
"""

from __future__ import annotations

import re
import struct
from io import BytesIO

import olefile

from reportlint.readers.unreadable import UnreadableFile

_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_FIELD_BEGIN, _FIELD_SEPARATOR, _FIELD_END = "\x13", "\x14", "\x15"
_CODES = re.compile(f"([{_FIELD_BEGIN}{_FIELD_SEPARATOR}{_FIELD_END}])")
_GONE = {ord(c): None for c in "\x01\x02\x03\x04\x05\x06\x08\x1f"}
_PLAIN = {0x1E: "-", 0xA0: " "}


def paragraphs(data: bytes) -> list[list[str]]:
    """The paragraphs of the body in order; one of several items is a row of a table. Raises UnreadableFile."""
    try:
        text = _text(data)
    except (struct.error, OSError, ValueError, IndexError) as error:
        raise UnreadableFile(f"文件已损坏（{error}）", f"the file is damaged ({error})") from None
    found: list[list[str]] = []
    for paragraph in _without_codes(text).translate(_GONE).translate(_PLAIN).replace("\x0b", "\r").replace("\x0c", "\r").split("\r"):
        for row in paragraph.split("\x07\x07"):
            cells = [cell.strip() for cell in row.split("\x07")]
            if any(cells):
                found.append(cells)
    return found


def _text(data: bytes) -> str:
    with olefile.OleFileIO(BytesIO(data)) as file:
        if file.exists("EncryptedPackage"):
            raise UnreadableFile("文件已加密，请先去掉密码", "the file is encrypted: remove the password first")
        if not file.exists("WordDocument"):
            raise UnreadableFile("不是 Word 文件：缺少正文", "it is no Word file: the main part is missing")
        main = file.openstream("WordDocument").read()
        (flags,) = struct.unpack_from("<H", main, 0x0A)
        if flags & _ENCRYPTED:
            raise UnreadableFile("文件已加密，请先去掉密码", "the file is encrypted: remove the password first")
        table = file.openstream("1Table" if flags & _SECOND_TABLE else "0Table").read()
    (length,) = struct.unpack_from("<i", main, 0x4C)
    start, size = struct.unpack_from("<II", main, 0x1A2)
    return "".join(_pieces(main, table[start : start + size]))[: max(length, 0)]


def _pieces(main: bytes, clx: bytes) -> list[str]:
    """The pieces that the text is stored in, in its order."""
    at = 0
    while clx[at] == 1:  # formatting
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at] != 2:
        raise ValueError("no table of pieces")
    (size,) = struct.unpack_from("<I", clx, at + 1)
    at += 5
    count = (size - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", clx, at)
    found = []
    room = len(main)
    for i in range(count):
        (place,) = struct.unpack_from("<I", clx, at + 4 * (count + 1) + 8 * i + 2)
        length = bounds[i + 1] - bounds[i]
        room -= length
        if room < 0 or length < 0:
            raise ValueError("the table of pieces tells of more than there is")
        if place & 0x40000000:
            begin = (place & 0x3FFFFFFF) // 2
            found.append(main[begin : begin + length].decode("cp1252", "replace"))
        else:
            found.append(main[place : place + 2 * length].decode("utf-16-le", "replace"))
    return found


def _without_codes(text: str) -> str:
    """The text with the results of fields, and without what they were asked for."""
    kept: list[str] = []
    depth: list[bool] = []
    for part in _CODES.split(text):
        if part == _FIELD_BEGIN:
            depth.append(True)
        elif part == _FIELD_SEPARATOR and depth:
            depth[-1] = False
        elif part == _FIELD_END and depth:
            depth.pop()
        elif not any(depth):
            kept.append(part)
    return "".join(kept)
