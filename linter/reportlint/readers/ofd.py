"""OFD files, the Chinese national format for fixed pages. Source: GB/T 33190—2016 (units are millimetres)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from reportlint.location import Box
from reportlint.readers.packed import Package
from reportlint.readers.pages.glyph import Glyph, Page
from reportlint.readers.pages.grid import grids
from reportlint.readers.pages.writing import read_pages
from reportlint.readers.unreadable import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from reportlint.document import Source
    from reportlint.extract import Limits

_POINTS = 72 / 25.4
"""In a millimetre."""
_A4 = (210.0, 297.0)
_AS_IT_IS = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_FARTHEST = 1e6
_MOST_STEPS = 100_000
"""Characters that one step may be said to hold for."""


def source(path: str, data: bytes, limits: Limits) -> Source:
    """The text of an OFD file. Raises UnreadableFile."""
    return read_pages(path, "ofd", _pages(Package(data, limits), limits), limits)


def _pages(package: Package, limits: Limits) -> Iterator[Page]:
    root = package.optional("OFD.xml")
    if root is None:
        raise UnreadableFile("不是 OFD 文件：缺少 OFD.xml", "it is no OFD file: OFD.xml is missing")
    count = 0
    for location in root.iter("{*}DocRoot"):
        main = (location.text or "").strip().lstrip("/")
        document = package.optional(main)
        if document is None:
            raise UnreadableFile(f"文件已损坏：缺少 {main}", f"the file is damaged: {main} is missing")
        folder = posixpath.dirname(main)
        size = _size(document) or _A4
        templates = {
            template.get("ID", ""): posixpath.join(folder, template.get("BaseLoc", "")) for template in document.iter("{*}TemplatePage")
        }
        for page in document.iterfind("{*}Pages/{*}Page"):
            count += 1
            if count > limits.pages:
                raise UnreadableFile(f"超过 {limits.pages} 页的上限（max-pages）", f"it has more than {limits.pages} pages (max-pages)")
            yield _page(package, posixpath.join(folder, page.get("BaseLoc", "").lstrip("/")), templates, size)


def _page(package: Package, name: str, templates: dict[str, str], size: tuple[float, float]) -> Page:
    content = package.optional(name)
    if content is None:
        raise UnreadableFile(f"文件已损坏：缺少 {name}", f"the file is damaged: {name} is missing")
    layers = [content]
    for used in content.iterfind("{*}Template"):
        template = package.optional(templates.get(used.get("TemplateID", ""), ""))
        if template is not None:
            layers.append(template)
    width, height = _size(content) or size
    glyphs = [glyph for layer in layers for text in layer.iter("{*}TextObject") for glyph in _glyphs(text)]
    shapes = [_box(shape) for layer in layers for shape in layer.iter("{*}PathObject")]
    pictured = not glyphs and any(next(layer.iter("{*}ImageObject"), None) is not None for layer in layers)
    return Page(width * _POINTS, height * _POINTS, glyphs, "", pictured, grids(shapes))


def _size(element: etree._Element) -> tuple[float, float] | None:
    """The width and height that a document or page says of itself."""
    box = next(element.iter("{*}PhysicalBox"), None)
    numbers = _numbers(box.text) if box is not None else []
    return (numbers[2], numbers[3]) if len(numbers) == 4 and numbers[2] > 0 and numbers[3] > 0 else None


def _box(element: etree._Element) -> Box:
    x, y, width, height = (*_numbers(element.get("Boundary")), 0.0, 0.0, 0.0, 0.0)[:4]
    return Box(x * _POINTS, y * _POINTS, (x + width) * _POINTS, (y + height) * _POINTS)


def _glyphs(text: etree._Element) -> Iterator[Glyph]:
    """The characters of a text object, each where its steps lead it."""
    left, top, _, _ = _box(text)
    numbers = _numbers(text.get("CTM"))
    a, b, c, d, e, f = numbers if len(numbers) == 6 else _AS_IT_IS
    size = next(iter(_numbers(text.get("Size"))), 0.0) or 4.0
    x = y = 0.0
    for code in text.iterfind("{*}TextCode"):
        x = next(iter(_numbers(code.get("X"))), x)
        y = next(iter(_numbers(code.get("Y"))), y)
        words = "".join(code.itertext())
        steps_x, steps_y = _steps(code.get("DeltaX"), len(words)), _steps(code.get("DeltaY"), len(words))
        for i, character in enumerate(words):
            step = steps_x[i] if i < len(steps_x) else size * (0.5 if character.isascii() else 1)
            start = left + (a * x + c * y + e) * _POINTS
            end = left + (a * (x + min(step, size) if step > 0 else x + size) + c * y + e) * _POINTS
            base = top + (b * x + d * y + f) * _POINTS
            if not character.isspace() or character == " ":
                yield Glyph(character, min(start, end), max(start, end), base, size * abs(d or c or 1) * _POINTS)
            x += steps_x[i] if i < len(steps_x) else 0.0 if steps_y else step
            y += steps_y[i] if i < len(steps_y) else 0.0


def _steps(written: str | None, most: int) -> list[float]:
    """The distances between characters; ``g 3 4.2`` says 4.2 three times."""
    steps: list[float] = []
    words = iter((written or "").split())
    for word in words:
        try:
            if word == "g":
                times, step = int(next(words)), _number(next(words))
                steps += [step] * min(times, most, _MOST_STEPS)
            else:
                steps.append(_number(word))
        except (ValueError, StopIteration):
            return steps
    return steps


def _numbers(written: str | None) -> list[float]:
    try:
        return [_number(word) for word in (written or "").split()]
    except ValueError:
        return []


def _number(word: str) -> float:
    """Raises ValueError, also for what is farther away than any page reaches."""
    number = float(word)
    if not abs(number) <= _FARTHEST:  # nor is NaN
        raise ValueError(word)
    return number
