"""How the paragraphs of a report stand in its file: plain, indented, apart, or hard-wrapped like the text of a PDF."""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

TITLE, HEADING, TEXT, SIGNATURE = "title", "heading", "text", "signature"

MARK = 0xE000
"""First of the private-use characters that stand, with no width, before what the manifest has to find again."""

_TOKEN = re.compile(r"[\ue000-\uefff“‘（《【〔]*(?:[!-~]+|.)")
_BESIDE_FIGURE = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9])(?=[\u4e00-\u9fff])")
_NEVER_FIRST = frozenset("，。、；：！？”’）》】〕%％")


class Paragraph(NamedTuple):
    """A paragraph before it is laid out; `role` is one of the constants above."""

    text: str
    role: str = TEXT


def lay_out(paragraphs: list[Paragraph], rng: Random) -> str:
    """The text of the file: 15 % hard-wrapped, half of these with a blank line after each line."""
    style = rng.random()
    if style < 0.15:
        return _wrapped(paragraphs, rng, blank=style < 0.075)
    indent = "\u3000\u3000" if style < 0.55 else ""
    between = "\n\n" if 0.45 < style < 0.65 else "\n"
    lines = [paragraph.text if paragraph.role == TITLE else indent + paragraph.text for paragraph in paragraphs]
    return between.join(lines) + "\n"


def _wrapped(paragraphs: list[Paragraph], rng: Random, *, blank: bool) -> str:
    """Lines of one width with page breaks: there a double-spaced text has no blank line, another may have a page number."""
    width = rng.randint(26, 34)
    spaced = rng.random() < 0.5
    indent = 0 if rng.random() < 0.4 else 2
    rows = rng.randint(22, 30)
    lines: list[str] = []
    for text, role in paragraphs:
        words = _BESIDE_FIGURE.sub(" ", text) if spaced else text
        if role == TITLE:
            lines.extend(_title_lines(words, width))
        elif role == SIGNATURE:
            lines.append("\u3000" * max(width - len(words) - 2, 0) + words)
        else:
            lines.extend(_lines(words, width, indent))
    numbered = not blank and rng.random() < 0.5
    pages = ["\n\n".join(page) if blank else "\n".join(page) for page in (lines[i : i + rows] for i in range(0, len(lines), rows))]
    if numbered:
        pages = [f"{page}\n— {number} —" for number, page in enumerate(pages, 1)]
    return ("\n " if blank else "\n").join(pages) + "\n"


def _title_lines(title: str, width: int) -> list[str]:
    """A title that does not fit is broken behind 关于, as typists do, else at its middle."""
    if len(title) <= width:
        return [title]
    at = title.find("关于") + 2
    at = at if at > 1 else len(title) // 2
    return [title[:at], title[at:]]


def _lines(text: str, width: int, indent: int) -> list[str]:
    """`text` cut at `width` full-width characters; figures and tags stay whole, and no line begins with a closing mark."""
    lines: list[str] = []
    line, room = "\u3000" * indent, float(width - indent)
    for token in _TOKEN.findall(text):
        needs = sum(0.5 if c.isascii() else 0.0 if ord(c) >= MARK and ord(c) < 0xF000 else 1.0 for c in token)
        if needs > room and token not in _NEVER_FIRST and line.strip():
            lines.append(line.rstrip())
            line, room = "", float(width)
        line += token if line else token.lstrip(" ")
        room -= needs
    lines.append(line)
    return lines
