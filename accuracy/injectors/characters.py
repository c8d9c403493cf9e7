"""Garbled text, invisible characters, punctuation, forms of figures (T001–T006)."""

from __future__ import annotations

import re
from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, over, replaced, sentence

_BROKEN = ("S001", "S013", "S014", "Y001")
"""What may follow when the character lost stood in a number or a heading."""

_HAN = r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])"


def _between(clean: Clean, rng: Random, piece: str) -> Defect | None:
    found = over(clean, rng, _HAN, lambda _: piece)
    return found._replace(also=_BROKEN) if found else None


@injects("T001")
def mojibake(clean: Clean, rng: Random) -> Defect | None:
    """Words of the text as a wrong encoding shows them, or the traces of a failed conversion."""
    if rng.random() < 0.4:
        return _between(clean, rng, rng.choice(("锟斤拷", "烫烫烫", "\ufffd", "\ufffd\ufffd", "屯屯屯", "锟斤拷锟斤拷", "锘縗")[:6]))
    wrong = rng.choice(("latin-1", "cp1252", "gb18030", "mac_cyrillic"))

    def garbled(m: re.Match[str]) -> str:
        return m[0].encode().decode(wrong, errors="replace")

    found = over(clean, rng, r"(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]{4,8}(?=[\u4e00-\u9fff])", garbled)
    return found._replace(also=_BROKEN) if found else None


@injects("T002")
def invisible_character(clean: Clean, rng: Random) -> Defect | None:
    """A character that nobody sees, between two others."""
    return _between(clean, rng, rng.choice("\u200b\u200c\u200d\ufeff\u00ad\u2060\u0008\u0003\u200e\ue004\uf0b7\u001f"))


@injects("T003")
def doubled_punctuation(clean: Clean, rng: Random) -> Defect | None:
    """A mark written twice, or next to one that it cannot stand beside."""
    wrong = {
        "，": ("，，", "，。", "，、", "，；"),
        "。": ("。。", "。，", "；。", "，。"),
        "、": ("、、", "、，", "，、"),
        "；": ("；；", "；。", "。；"),
    }
    return over(clean, rng, r"(?<=[\u4e00-\u9fff])[，。、；](?=[\u4e00-\u9fff])", lambda m: rng.choice(wrong[m[0]]))


@injects("T004")
def unpaired_mark(clean: Clean, rng: Random) -> Defect | None:
    """One half of a pair taken out, or a closing quotation mark turned round. Any place in the pair is a hit."""
    pairs = list(re.finditer(r"“[^“”\n]{2,20}”|《[^《》\n]{2,20}》|(?<=[\u4e00-\u9fff])（[^（）\n]{2,20}）", clean.text))
    if not pairs:
        return None
    m = rng.choice(pairs)
    piece = rng.choice((m[0][1:], m[0][:-1], m[0][:-1] + m[0][0]) if m[0][0] == "“" else (m[0][1:], m[0][:-1]))
    found = replaced(clean.text, m.start(), m.end(), piece)
    lead = clean.text.rfind("\n", 0, m.start()) + 1
    tail = found.text.find("\n", m.start())
    return found._replace(spans=((lead, tail if tail > 0 else len(found.text)),), also=("Y006", "L001", "L003", "F010", "T005"))


@injects("T005")
def mixed_width(clean: Clean, rng: Random) -> Defect | None:
    """A half-width mark between Chinese characters."""
    narrow = dict(zip("，；：（）！？", ",;:()!?", strict=True))
    return over(clean, rng, r"(?<=[\u4e00-\u9fff])[，；：](?=[\u4e00-\u9fff])", lambda m: narrow[m[0]])


@injects("T006")
def number_form(clean: Clean, rng: Random) -> Defect | None:
    """A range with a hyphen, a year of two digits, or spaces inside a date."""
    frames = (
        "落实⟦20{21|22}{-|～|~|–}20{23|24|25}年⟧{theme}计划。", "对照⟦{21-25}年度⟧{theme}目标开展{act}。", "⟦{21-25}年底⟧完成{thing}。", "截至20{21-25}⟦ 年⟧{1-12}月，{thing}已完成。",
        "20{21-25}年⟦ {1-12} 月⟧，开展{act}。", "⟦{21-25}年{1-9}月⟧，启动{thing}。",
    )  # fmt: skip
    return sentence(clean, rng, frames)
