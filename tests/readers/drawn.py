"""PDF files for tests, written by hand: each word at its place, in a font that every PDF reader has the characters of."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
"""Points; A4."""
LEFT, RIGHT = 80, 515
SIZE = 16
PITCH = 28
PER_LINE = (RIGHT - LEFT) // SIZE
"""Chinese characters that fit in a line."""


_CHARACTERS = (
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>"
    b" /DW 1000 /W [1 95 500] >>"
)


class Words(NamedTuple):
    """Words at a place: points from the left and from the top, to their base line."""

    x: float
    y: float
    text: str
    size: float = SIZE
    angle: float = 0


class Stroke(NamedTuple):
    """A thin line, such as the edge of a cell."""

    x: float
    y: float
    width: float
    height: float


class Picture(NamedTuple):
    """A scan of a page."""


Item = Words | Stroke | Picture


def pdf(*pages: Sequence[Item], turned: int = 0) -> bytes:
    """A PDF file of these pages."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * i} 0 R' for i in range(len(pages)))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        _CHARACTERS,
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream",
    ]
    for i, page in enumerate(pages):
        content = "\n".join(map(_drawn, page)).encode()
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {turned} /Contents {7 + 2 * i} 0 R"
                " /Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >> >>"
            ).encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    return _file(objects)


def _drawn(item: Item) -> str:
    if isinstance(item, Picture):
        return f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /I Do Q"
    if isinstance(item, Stroke):
        return f"{item.x} {HEIGHT - item.y - item.height} {item.width} {item.height} re f"
    a, b = cos(radians(item.angle)), sin(radians(item.angle))
    matrix = f"{a:.4f} {b:.4f} {-b:.4f} {a:.4f} {item.x} {HEIGHT - item.y}"
    return f"BT /F {item.size} Tf {matrix} Tm <{item.text.encode('utf-16-be').hex()}> Tj ET"


def _file(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))


def typeset(*paragraphs: str, top: int = 100, per_line: int = PER_LINE, left: float = LEFT) -> list[Words]:
    """Paragraphs as Word sets them: the first line indented by two characters, all full but the last."""
    placed, y = [], float(top)
    for paragraph in paragraphs:
        rest, room = paragraph, per_line - 2
        while rest:
            placed.append(Words(left + (per_line - room) * SIZE, y, rest[:room]))
            rest, room, y = rest[room:], per_line, y + PITCH
    return placed


def grid(xs: list[int], ys: list[int]) -> list[Stroke]:
    """The lines round the cells of a table."""
    across = [Stroke(xs[0], y, xs[-1] - xs[0], 0.5) for y in ys]
    return [*across, *(Stroke(x, ys[0], 0.5, ys[-1] - ys[0]) for x in xs)]
