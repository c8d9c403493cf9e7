"""Web pages: the report in them, without what the site put around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from justhtml import JustHTML

from reportlint.readers.builder import Builder
from reportlint.readers.encoding import decode
from reportlint.readers.html.content import content, title_before
from reportlint.readers.html.flow import write
from reportlint.readers.unreadable import UnreadableFile

if TYPE_CHECKING:
    from reportlint.document import Source
    from reportlint.extract import Limits

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4_096
"""Bytes; the standard wants the declaration within 1,024, pages of content management systems do not always comply."""
_CHINESE = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs", "utf-8": "utf-8", "utf8": "utf-8"}


def source(path: str, data: bytes, limits: Limits) -> Source:
    """The text of a page, paragraph by paragraph. Raises UndecodableText, UnreadableFile."""
    try:
        page = JustHTML(decoded(data), sanitize=False).root
    except RecursionError:
        raise UnreadableFile("网页的元素嵌套过深", "the elements of the page are nested too deep") from None
    builder = Builder(limits)
    main = content(page)
    if main is not None:
        write(main, title_before(page, main), builder)
    return builder.source(path, "html", flowed=False)


def decoded(data: bytes) -> str:
    """The page as text: by what it says of itself if that reads everything, else as any text file. Raises UndecodableText."""
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    encoding = _CHINESE.get(declared[1].decode("ascii", "replace").lower(), "") if declared else ""
    if encoding and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return decode(data)[0]
