"""Text that was decoded with the wrong encoding.

What it finds:
    乱码：锟斤拷、烫烫烫、替换符 U+FFFD，以及用错编码读出的文字（è´¢æ”¿、鍙戝睍、иЃЊжЭ°）。能够还原的，给出原文。

    Garbled text: 锟斤拷, 烫烫烫, the replacement character U+FFFD, and UTF-8 read as another encoding (è´¢æ”¿, 鍙戝睍, иЃЊжЭ°).
    Where the words can be restored, the message says them.

Why:
    文件转码出错，原有文字已经改变；替换符处的文字已经丢失。

    The file was converted wrongly: the words are changed, and where a replacement character stands they are lost.

Instead:
    用正确的编码重新打开原文件，补上乱码处的文字。

    Open the original with its true encoding, and put the garbled words right.

Silent on:
    生僻字、人名用字、外文字母、繁体字。

    Rare characters, characters of names, foreign letters, traditional characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint import Bilingual, Edit, Example, Fix, Hit, LazyPattern, Report, Rule, Severity, SourceSpan
from reportlint_rules.characters.sweep import sweep

rule = Rule(
    code="T001",
    name="mojibake",
    severity=Severity.ERROR,
    title=Bilingual("乱码", "garbled text"),
    clause=Bilingual(
        "《国家通用语言文字法》：公文使用规范汉字",
        "Law on the Standard Spoken and Written Chinese Language: official texts use standard characters",
    ),
    messages={
        "found": Bilingual("“{text}”是乱码，原文应为“{restored}”", "{text!r} is garbled; it was {restored}"),
        "lost": Bilingual("“{text}”是乱码，此处文字已经丢失", "{text!r} is garbled; the words that stood here are lost"),
    },
    help=Bilingual("对照原文件改正", "Put it right from the original file"),
    good=(
        Example("局长陶喆镕主持会议，副局长宋锟、屯垦科科长参加，学习《Кодекс》和café管理经验。"),
        Example("職責範圍內的執法監督，依照鐵路、電網規劃執行。"),
        Example("喷烫烫金工艺品，屯粮屯草。"),
    ),
    bad=(
        Example("全年培训⟦锟斤拷锟斤拷⟧干部三期，⟦烫烫烫⟧完成任务。"),
        Example("扎实推进⟦è´¢æ”¿⟧改革，加强预算管理。"),
        Example("推动经济⟦鍙戝睍鎯呭喌⟧总体良好。"),
        Example("落实⟦иі°жФњ⟧资金，办理⟦\ufffd\ufffd⟧案件。"),
    ),
    doc=__doc__,
)

_RESTORE = Bilingual("还原文字", "restore the words")
_UTF_8 = LazyPattern("(?:[\u00e2-\u00ef][\u0080-\u00bf]{2}|[\u00c2\u00c3][\u0080-\u00bf]){2,}")
"""Two or more characters in UTF-8; the bytes are written as Latin-1."""
_HAN_IN_UTF_8 = LazyPattern("[\u00e4-\u00e9][\u0080-\u00bf]{2}")
_SINGLE = ("cp1252", "latin-1", "mac_cyrillic", "cp1251")
_MOST_TRIES = 200
"""After so many characters that turn out to be right the text is one that has them by nature."""
_AROUND = 200
"""How far garbled text is followed to both sides of its first telling character."""


class _Restored(NamedTuple):
    span: SourceSpan
    words: str


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Characters that stand for lost ones, and those whose bytes are UTF-8 after all."""
    end = tries = 0
    for odd in report.shared(sweep):
        if odd.span.start < end:
            continue
        if odd.kind == "lost":
            yield Hit(odd.span, "lost", {"text": odd.text})
        elif odd.kind == "read_as" and tries < _MOST_TRIES:
            text = report.document.source.text
            restored = _restored(text, odd.span.start)
            tries += not restored
            if restored:
                end = restored.span.end
                values = {"text": text[restored.span.start : end], "restored": restored.words}
                fix = Fix(_RESTORE, (Edit(restored.span, restored.words),), safe=False)
                yield Hit(restored.span, "found", values, data={"restored": restored.words}, fix=fix)


def _restored(text: str, at: int) -> _Restored | None:
    """What the characters around `at` are if their bytes are read as UTF-8, or None if they are not UTF-8."""
    start, end = at, at + 1
    while start > max(0, at - _AROUND) and not text[start - 1].isascii():
        start -= 1
    while end < min(len(text), at + _AROUND) and not text[end].isascii():
        end += 1
    if text[at] > "\u2000":
        return _read_pairs(text, start, at, end)
    for encoding in _SINGLE:
        for m in _UTF_8.finditer(_as_latin(text[start:end], encoding)):
            if m.start() <= at - start < m.end():
                return _Restored(SourceSpan(start + m.start(), start + m.end()), m[0].encode("latin-1").decode("utf-8", "ignore"))
    return None


def _read_pairs(text: str, start: int, at: int, end: int) -> _Restored | None:
    """The same for GB18030, where a Chinese character has two bytes, so that UTF-8 and it fall out of step."""
    around = text[start:end]
    widths = [len(c.encode("gb18030", "replace")) for c in around]
    before = sum(widths[: at - start])
    for m in _UTF_8.finditer(_as_latin(around, "gb18030")):
        if m.start() <= before + 1 and before < m.end() and len(_HAN_IN_UTF_8.sub("", m[0])) * 2 <= len(m[0]):
            offsets = [0]
            for width in widths:
                offsets.append(offsets[-1] + width)
            first = next(i for i, offset in enumerate(offsets) if offset >= m.start())
            last = next(i for i, offset in enumerate(offsets) if offset >= m.end())
            if last - first >= 3:
                return _Restored(SourceSpan(start + first, start + last), m[0].encode("latin-1").decode("utf-8", "ignore"))
    return None


def _as_latin(text: str, encoding: str) -> str:
    """The bytes of `text` in `encoding`, each as one character; what the encoding lacks is a question mark."""
    if encoding == "cp1252":  # Windows leaves five bytes undefined, programs pass them through
        return "".join(c if "\x80" <= c <= "\x9f" else c.encode(encoding, "replace").decode("latin-1") for c in text)
    return text.encode(encoding, "replace").decode("latin-1")
