"""A copy of a Word document with a comment at each finding."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from reportlint.readers.docx.names import integer, w
from reportlint.readers.packed import Package
from reportlint.readers.unreadable import UnreadableFile
from reportlint.text import Bilingual
from reportlint.writers import AUTHOR
from reportlint.writers.docx import opened, serialised
from reportlint.writers.docx.anchors import Anchors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from reportlint.extract import Limits
    from reportlint.finding import Finding
    from reportlint.writers.docx import Opened
    from reportlint.writers.docx.anchors import Anchor

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
_HELP = Bilingual("处理：{text}", "Help: {text}")
_PLACE = Bilingual("所在位置：{text}", "It stands here: {text}")
_TITLE = Bilingual("{level} {code}：{message}", "{level} {code}: {message}")
_UNTOUCHED = ("commentRangeStart", "commentRangeEnd", "commentReference")


def annotated(data: bytes, findings: Sequence[Finding], language: str, limits: Limits) -> bytes:
    """`data` with a comment at each of `findings`. Comments that are there stay. Raises UnreadableFile."""
    document = opened(data, limits)
    anchors = Anchors(document, [finding.span for finding in findings])
    name = document.parts.get("comments", [""])[0]
    root = document.package.xml(name) if name else _empty(document.roots[document.main])
    number = _last_number(root, document.roots[document.main])
    for finding in findings:
        anchor = anchors.at(finding.span)
        if anchor is None:
            raise UnreadableFile("正文没有段落，无处批注", "there is no paragraph that a comment could be tied to")
        number += 1
        _tie(anchor, str(number))
        root.append(_comment(root, str(number), finding, language, exact=anchor.exact))
    changed = {document.main: document.roots[document.main]}
    if not name:
        name = _new_name(document)
        changed |= _announced(document, name)
    changed[name] = root
    return document.package.replaced({member: serialised(tree) for member, tree in changed.items()})


def is_ours(data: bytes) -> bool:
    """Whether a Word document has comments of this program."""
    from reportlint.extract import Limits

    try:
        package = Package(data, Limits())
        comments = [package.read(name) for name in package.names if "comments" in name and name.endswith(".xml")]
    except UnreadableFile:
        return False
    return any(f'author="{AUTHOR}"'.encode() in text for text in comments)


def _comment(root: etree._Element, number: str, finding: Finding, language: str, *, exact: bool) -> etree._Element:
    from reportlint.reporters.words import LEVELS, line

    level, place = LEVELS[finding.severity].in_(language), finding.location.words().in_(language)
    texts = [
        _TITLE.in_(language).format(level=level, code=finding.code, message=finding.message.in_(language)),
        _HELP.in_(language).format(text=finding.help.in_(language)),
    ]
    if place and not exact:
        texts.append(_PLACE.in_(language).format(text=place))
    comment = root.makeelement(w("comment"), {w("id"): number, w("author"): AUTHOR, w("initials"): "rl"})
    for text in texts:
        paragraph = _add(comment, "p")
        words = _add(_add(paragraph, "r"), "t")
        words.text = line(text)
    return comment


def _add(parent: etree._Element, name: str) -> etree._Element:
    child = parent.makeelement(w(name))
    parent.append(child)
    return child


def _tie(anchor: Anchor, number: str) -> None:
    """Put the marks of a comment round what it is about."""
    first, last, _ = anchor
    begin, end = (first.makeelement(w(name), {w("id"): number}) for name in ("commentRangeStart", "commentRangeEnd"))
    run = first.makeelement(w("r"))
    run.append(run.makeelement(w("commentReference"), {w("id"): number}))
    if first.tag == w("p"):
        properties = first.find(w("pPr"))
        first.insert(0 if properties is None else first.index(properties) + 1, begin)
        first.extend([end, run])
    else:
        first.addprevious(begin)
        last.addnext(run)
        last.addnext(end)


def _last_number(root: etree._Element, body: etree._Element) -> int:
    used = [integer(comment.get(w("id")), -1) for comment in root.iter(w("comment"))]
    used += [integer(mark.get(w("id")), -1) for mark in body.iter(*map(w, _UNTOUCHED))]
    return max(used, default=-1)


def _empty(body: etree._Element) -> etree._Element:
    from lxml import etree

    return etree.Element(w("comments"), nsmap={"w": body.nsmap.get("w") or etree.QName(w("p")).namespace or ""})


def _new_name(document: Opened) -> str:
    folder = posixpath.dirname(document.main)
    names = (posixpath.join(folder, f"comments{i or ''}.xml") for i in range(len(document.package.names) + 1))
    return next(name for name in names if name not in document.package.names)


def _announced(document: Opened, name: str) -> dict[str, etree._Element]:
    """The members that have to name a new one: the relations of the body, and the types of all members."""
    from lxml import etree

    folder, main = posixpath.split(document.main)
    relations_name = posixpath.join(folder, "_rels", f"{main}.rels")
    relations = document.package.optional(relations_name)
    if relations is None:
        relations = etree.Element(f"{{{_PACKAGE}/relationships}}Relationships", nsmap={None: f"{_PACKAGE}/relationships"})
    used = {relation.get("Id") for relation in relations}
    relation = relations.makeelement(f"{{{_PACKAGE}/relationships}}Relationship")
    relation.set("Id", next(one for one in (f"rIdReportlint{i or ''}" for i in range(len(used) + 1)) if one not in used))
    relation.set("Type", _COMMENTS)
    relation.set("Target", posixpath.relpath(name, folder or "."))
    relations.append(relation)
    types = document.package.optional(_TYPES)
    if types is None:
        raise UnreadableFile(f"文件不完整：缺少 {_TYPES}", f"the file is incomplete: {_TYPES} is missing")
    override = types.makeelement(f"{{{_PACKAGE}/content-types}}Override", {"PartName": f"/{name}", "ContentType": _CONTENT})
    types.append(override)
    return {relations_name: relations, _TYPES: types}
