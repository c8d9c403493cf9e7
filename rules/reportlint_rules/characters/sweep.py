"""One pass over the file for the rules about characters that no plain text has.

Looking for some four hundred characters costs as much as looking for two, so the rules share one pattern. It reads the
text of the file, not the logical text: that has lost the characters which cannot be seen.
"""

from __future__ import annotations

from typing import NamedTuple

from reportlint import LazyPattern, Report, SourceSpan

INVISIBLE = (
    "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
)
"""Control and format characters without width, as the inside of a character class. Not line breaks and page breaks."""
PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010fffd"
"""Characters that mean something only together with one font."""
_READ_AS_GBK = (
    "涓锛銆紝鍏浜瀹鍔鍖鏂鍙鍒鏀鈥浣澶璁鍥鏈鐢浼鍦灞寤浠澧骞佸閲搴鎬鎴璐缁佹鍚鎵杩宸鍗鍜鍩鐨绾姘淇娌甯鎶绫鏁鎺鐩鍑鎻佺鏍瀛灏蹇绠闂鐜鐗绛娴闆鐐細"
    "琛钀闄鏋ぇ娉閫椤嗗殑楂鏃濂闅绔煄鎯鑼鍧ュ濇鏉绋熷娓鏇鐪滀椋鑹姹鑳閾褰璇氬鑲戞や嗙绌鎰鍣娲屸濄滈犱┾缃ㄤ涔濈ㄥ浂"
)
"""What the first bytes of Chinese in UTF-8 turn into when read as GBK, of those which no plain text has: of four or more
characters of such text hardly ever all are missing here."""
_LATIN = "äåæçèé"
_CYRILLIC = "деежзий"
"""The first bytes of Chinese in UTF-8, E4 to E9, read as a Western or Cyrillic encoding."""

_RARE = LazyPattern(
    rf"[\ufffd锟烫屯{_LATIN}{_CYRILLIC}{_READ_AS_GBK}\xa0{INVISIBLE}{PRIVATE}](?:"
    rf"(?P<invisible>(?<=[{INVISIBLE}])[{INVISIBLE}]*)"
    rf"|(?P<private>(?<=[{PRIVATE}])[{PRIVATE}]*)"
    r"|(?P<space>(?<=\xa0)\xa0*)"
    r"|(?P<lost>(?<=\ufffd)\ufffd*|(?<=锟)斤拷(?:锟斤拷)*|(?<=烫)烫{2,}|(?<=屯)屯{2,})"
    rf"|(?P<read_as>(?<=[{_READ_AS_GBK}])|(?<=[{_LATIN}{_CYRILLIC}])[^\x00-\x7f]{{2}}))"
)


class Odd(NamedTuple):
    """Something that the sweep came across."""

    kind: str
    """``"invisible"``, ``"private"``, ``"space"``, ``"lost"`` or ``"read_as"``."""
    span: SourceSpan
    text: str


def sweep(report: Report) -> tuple[Odd, ...]:
    """What is odd in the file of `report`, in order, without what was set aside as code, comment or front matter."""
    text = report.document.source.text
    found = tuple(Odd(m.lastgroup or "", SourceSpan(*m.span()), m[0]) for m in _RARE.finditer(text))
    if not found:
        return found
    aside = [a.span for a in report.document.asides if a.kind in ("code", "comment", "front-matter")]
    return tuple(odd for odd in found if not any(a <= odd.span.start < b for a, b in aside))
