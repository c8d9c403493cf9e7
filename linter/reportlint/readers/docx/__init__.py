"""Word documents, .docx: the text as Word shows it, with the numbers that Word makes itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.readers.builder import Builder
from reportlint.readers.docx.names import STRICT, w
from reportlint.readers.docx.numbering import Numbering
from reportlint.readers.docx.styles import Styles
from reportlint.readers.docx.walk import Walk
from reportlint.readers.packed import Package
from reportlint.readers.unreadable import UnreadableFile

if TYPE_CHECKING:
    from lxml import etree

    from reportlint.document import Source
    from reportlint.extract import Limits

_ENCRYPTED = b"\xd0\xcf\x11\xe0"


def source(path: str, data: bytes, limits: Limits) -> Source:
    """The text of a .docx: body, footnotes, headers and footers. Raises UnreadableFile."""
    return walked(data, limits).builder.source(path, "docx", flowed=False)


class Walked(NamedTuple):
    """A document that was read, with all that a writer needs to find the way back."""

    builder: Builder
    walk: Walk
    package: Package
    main: str
    """The member with the body."""
    roots: dict[str, etree._Element]
    """The members whose text was taken out, by name: body, footnotes, headers."""
    parts: dict[str, list[str]]
    """All members that belong to the document, by type."""


def walked(data: bytes, limits: Limits) -> Walked:
    """The text of the document, written down, and the walk that did it. Raises UnreadableFile."""
    if data.startswith(_ENCRYPTED):
        raise UnreadableFile("文件已加密，或是改了后缀的旧版 Word 文件", "the file is encrypted, or an old Word file under a new name")
    package = Package(data, limits)
    main = next((target for kind, target in package.related("").values() if kind == "officeDocument"), "word/document.xml")
    if main not in package.names:
        raise UnreadableFile("不是 Word 文件：缺少正文", "it is no Word file: the main part is missing")
    root = package.xml(main)
    if STRICT.decode() in root.nsmap.values():
        raise UnreadableFile("是“严格”Open XML 格式，请另存为普通 .docx", "it is strict Open XML: save it as an ordinary .docx")
    parts = _parts(package, main)
    styles = Styles(package.optional(parts.get("styles", [""])[0]))
    builder = Builder(limits)
    comments = {comment.get(w("id"), ""): _words(comment) for name in parts.get("comments", ()) for comment in package.xml(name)}
    walk = Walk(builder, styles, Numbering(package.optional(parts.get("numbering", [""])[0]), styles), comments)
    body = root.find(w("body"))
    if body is not None:
        walk.body(body, pages=next(root.iter(w("lastRenderedPageBreak")), None) is not None)
    roots = {main: root, **_beside(package, parts, walk)}
    for number in [number for number in comments if number not in walk.commented]:  # tied to nothing, but there
        builder.aside("annotation", comments[number])
    return Walked(builder, walk, package, main, roots, parts)


def _parts(package: Package, main: str) -> dict[str, list[str]]:
    """The parts that belong to the document by type, those that are there."""
    parts: dict[str, list[str]] = {}
    for kind, target in package.related(main).values():
        if target in package.names:
            parts.setdefault(kind, []).append(target)
    return parts


def _beside(package: Package, parts: dict[str, list[str]], walk: Walk) -> dict[str, etree._Element]:
    """Footnotes and endnotes in the order of the text, then headers and footers, but those that only number pages; the members read."""
    roots = {}
    for kind in ("footnote", "endnote"):
        wanted = [number for what, number in walk.notes if what == kind]
        if wanted and (names := parts.get(f"{kind}s")):
            roots[names[0]] = package.xml(names[0])
            notes = {note.get(w("id")): note for note in roots[names[0]].findall(w(kind))}
            for number in wanted:
                if number in notes:
                    walk.beside(notes[number], kind)
    for kind in ("header", "footer"):
        seen = set()
        for name in sorted(parts.get(kind, ())):
            root = package.xml(name)
            words = _words(root)
            if words and words not in seen and not _is_page_number(root):
                seen.add(words)
                roots[name] = root
                walk.beside(root, kind)
    return roots


def _words(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(w("t"))).strip()


def _is_page_number(root: etree._Element) -> bool:
    """Whether a header or footer has a field for the number of the page, and no words beside it."""
    codes = "".join(node.text or "" for node in root.iter(w("instrText")))
    codes += "".join(field.get(w("instr"), "") for field in root.iter(w("fldSimple")))
    return "PAGE" in codes and not any(c.isalpha() and c not in "第页共" for c in _words(root))
