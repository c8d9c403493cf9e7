"""The page of a rule, in one language, out of its docstring, metadata and examples."""

from __future__ import annotations

from inspect import cleandoc
from typing import NamedTuple

from reportlint.text import Bilingual

SECTIONS = {
    "What it finds": Bilingual("查什么", "What it finds"),
    "Why": Bilingual("为什么", "Why"),
    "Instead": Bilingual("怎么改", "Instead"),
    "Silent on": Bilingual("不报什么", "Silent on"),
}
"""The headings of a rule's docstring, in this order. Under each stand two paragraphs: Chinese first, then English."""


class Page(NamedTuple):
    """The docstring of a rule, taken apart."""

    sections: dict[str, Bilingual]

    @classmethod
    def of(cls, doc: str) -> Page:
        """Raises ValueError when a heading is missing or a section has not exactly two paragraphs."""
        sections: dict[str, Bilingual] = {}
        heading, paragraphs = "", [""]
        for line in [*cleandoc(doc).splitlines(), "Silent on:", "end:"]:
            name = line.rstrip(":")
            if line.endswith(":") and (name in SECTIONS or name == "end"):
                if heading and heading not in sections:
                    texts = [" ".join(p.split()) for p in paragraphs if p.strip()]
                    if len(texts) != 2:
                        raise ValueError(f"{heading}: a Chinese and an English paragraph expected, {len(texts)} found")
                    sections[heading] = Bilingual(texts[0].replace("。 ", "。"), texts[1])
                heading, paragraphs = name, [""]
            elif not line.strip():
                paragraphs.append("")
            else:
                paragraphs[-1] += line + " "
            if heading == "Silent on" and heading in sections:
                break
        missing = [name for name in SECTIONS if name not in sections]
        if missing:
            raise ValueError(f"no section {missing[0]!r}")
        return cls(sections)
