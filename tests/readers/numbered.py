"""Reports with the numbers of their headings and lists made by Word: as a clerk sees the same report, without a number in any run."""

from __future__ import annotations

import re
from html import escape

from reportlint.readers.docx.numbering import chinese
from tests.readers.word import document, listed, paragraph

_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"))
_LABELS = [
    re.compile(label)
    for label in ("([一二三四五六七八九十]+)、", "（([一二三四五六七八九十]+)）", r"([0-9]{1,2})\.(?![0-9])", "（([0-9]{1,2})）")
]
_VALUES = {chinese(number): number for number in range(1, 100)}


def numbered(text: str) -> tuple[bytes, int]:
    """A .docx of the lines of `text`, each number at the beginning of one made by a list; and how many there are.

    A number that does not follow the one before begins its list again, as Word does when told to.
    """
    blocks: list[str] = []
    lists = ['<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>']
    counts: dict[int, int] = {}
    made = 0
    for line in filter(str.strip, text.splitlines()):
        words = line.strip()
        level, label = next(((i, m) for i, pattern in enumerate(_LABELS) if (m := pattern.match(words))), (0, None))
        if label is None:
            blocks.append(paragraph(escape(words)))
            continue
        number = _VALUES.get(label[1]) or int(label[1])
        follows = counts.get(level, 0) + 1 == number
        counts = {k: count for k, count in counts.items() if k < level} | {level: number}
        if not follows:
            start = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{number}"/></w:lvlOverride>'
            lists.append(f'<w:num w:numId="{len(lists) + 1}"><w:abstractNumId w:val="1"/>{start}</w:num>')
        blocks.append(listed(escape(words[label.end() :]), 1 if follows else len(lists), level))
        made += 1
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/><w:lvlText w:val="{label}"/></w:lvl>'
        for i, (form, label) in enumerate(_LEVELS)
    )
    return document(*blocks, numbering=f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>{"".join(lists)}'), made
