"""What Markdown knows about its lines: code, comments and front matter are set aside.

Headings, lists and tables keep their lines and are recognised like those of plain text; emphasis stays in the text,
because Markdown would pair the masks of ``培训**次，检查**次`` as bold.
"""

from __future__ import annotations

from markdown_it import MarkdownIt

from reportlint.text import LazyPattern

_FRONT_MATTER = LazyPattern(r"\A(?:---[ \t]*\n(?s:.)*?\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(?s:.)*?\n\+\+\+)[ \t]*(?:\n|\Z)")


def set_aside(text: str, markers: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """`markers` with the front matter, code blocks and comments of the view `text`, in order, none inside another."""
    front = _FRONT_MATTER.match(text)
    head = front.end() if front else 0
    found = [("front-matter", 0, head)] if front else []
    starts = [0]
    for raw in text.split("\n"):
        starts.append(starts[-1] + len(raw) + 1)
    blank = text[:head].count("\n")
    parser = MarkdownIt("commonmark").disable(["lheading", "emphasis", "link", "image", "entity", "code"])
    for token in parser.parse("\n" * blank + text[head:]):
        if token.type == "fence" and token.map:
            first, last = token.map
            found.append(("code", starts[first], min(starts[last] - 1, len(text))))
    end = 0
    outside: list[tuple[str, int, int]] = []
    for marker in sorted([*found, *markers], key=lambda marker: marker[1]):
        if marker[1] >= end or marker[0] == "code":
            outside.append(marker)
        end = max(end, marker[2])
    return outside
