"""Bytes to text, never with a silent replacement."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_GUESS_FROM = 65_536
"""How many bytes the guess may look at; the decision is checked by decoding all of them."""
_SHORTEST_UTF_16 = 16
"""Bytes. What is shorter could be anything."""
_HIGH_BYTES = bytes([0x00, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0)])
"""The upper bytes of ASCII, of quotation marks and dashes, of Chinese and full-width marks, of Chinese characters."""
_CHINESE = ("gb18030", "big5", "utf_16_le", "utf_16_be", "utf_8", "gbk", "gb2312", "hz", "cp950", "big5hkscs")


class UndecodableText(Exception):
    """No encoding reads the bytes without loss. `offset` counts bytes from 0; `encoding` came furthest."""

    def __init__(self, offset: int, encoding: str) -> None:
        super().__init__(offset, encoding)  # both, so that it survives the way from another process
        self.offset = offset
        self.encoding = encoding

    def __str__(self) -> str:
        return f"byte {self.offset} is not {self.encoding}"


def encode(text: str, encoding: str) -> bytes:
    """The bytes of `text` in an encoding as `decode` names it, with its byte order mark. Raises UnicodeEncodeError."""
    for mark, name in _MARKS:
        if encoding == f"{name}-sig":
            return mark + text.encode(name)
    return text.encode(encoding)


_NO_CONTROLS = bytes(range(32, 256)) + b"\t\n\v\f\r\x1a\x1b"
"""Bytes of text in UTF-8. Others stand in UTF-16, where a Chinese dash is 14 20: such text may be valid UTF-8 and is no such text."""


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` without byte order mark, and the name of its encoding.

    A byte order mark decides; else the look of UTF-16, strict UTF-8, or strict GB 2312, which hardly a Big5 text passes;
    else what charset-normalizer proposes, if it reads everything strictly; else GB18030, strictly.
    Raises UndecodableText when none does.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), f"{encoding}-sig"
            except UnicodeDecodeError as error:
                raise UndecodableText(len(mark) + error.start, encoding) from None
    if not (b"\0" in data or data[:_GUESS_FROM].translate(None, _NO_CONTROLS)) or not _utf_16(data):
        try:
            return data.decode("utf-8"), "utf-8"
        except UnicodeDecodeError as error:
            not_utf8 = error.start
    else:
        not_utf8 = 0
    for find in (_utf_16, _gb_2312, _guess, lambda _: "gb18030"):
        encoding = find(data)
        if encoding:
            try:
                return data.decode(encoding), encoding
            except (UnicodeDecodeError, LookupError):
                continue
    raise _furthest(data, not_utf8)


def _utf_16(data: bytes) -> str:
    """UTF-16 without a mark, if nearly every second byte is one that leads Chinese text, its marks and ASCII in it; or ``""``."""
    window = data[:_GUESS_FROM]
    if len(data) % 2 or len(data) < _SHORTEST_UTF_16:
        return ""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(window[first::2].translate(None, _HIGH_BYTES)) < 0.02 * len(window):
            return encoding
    return ""


def _gb_2312(data: bytes) -> str:
    """GB18030 if the smaller set suffices: its second bytes are all above A0, and hardly a word of Big5 does without lower ones."""
    try:
        data.decode("gb2312")
    except UnicodeDecodeError:
        return ""
    return "gb18030"


def _guess(data: bytes) -> str:
    """The likeliest encoding of Chinese text, or ``""``."""
    from charset_normalizer import from_bytes  # 25 ms: only files that are not UTF-8 pay for it

    window = data[:_GUESS_FROM]
    if len(window) % 2:
        window = window[:-1]  # half a UTF-16 unit would spoil the guess
    best = from_bytes(window, cp_isolation=list(_CHINESE)).best()
    if best is None:
        return ""
    encoding = best.encoding.replace("_", "-")
    return "gb18030" if encoding in {"gbk", "gb2312", "hz"} else encoding  # gb18030 holds the other two


def _furthest(data: bytes, not_utf8: int) -> UndecodableText:
    """The error to report: of the encodings that Chinese files have, the one that reads furthest."""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError as error:
        if error.start > not_utf8:
            return UndecodableText(error.start, "gb18030")
    return UndecodableText(not_utf8, "utf-8")
