"""PDF files: paragraphs come back whole, in reading order, without what stands at the edges of pages."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence

import pytest

pytest.importorskip("pypdfium2", reason="needs reportlint[documents]")

from reportlint import Report, Subject, tables
from reportlint.document import Document
from reportlint.extract import Limits
from reportlint.location import Box, Location
from reportlint.readers import UnreadableFile, read
from reportlint.readers.isolated import isolated
from reportlint.text import SourceSpan
from tests.conftest import Cli, Write
from tests.readers.drawn import PER_LINE, PITCH, SIZE, Item, Picture, Stroke, Words, grid, pdf, typeset

LONG = "全年共办理行政复议案件若干，其中经调解结案的占三成以上，当事人普遍表示满意，没有因复议引发的信访事项，相关做法在全市推广。"
OTHER = "组织执法人员参加法律知识培训和考试，覆盖所有执法岗位，并对考试不合格的人员进行补训，执法规范化水平得到进一步提高。"


def opened(*pages: Sequence[Item], turned: int = 0) -> Document:
    return read("报告.pdf", pdf(*pages, turned=turned))


def lines(*pages: Sequence[Item]) -> list[str]:
    return opened(*pages).source.text.splitlines()


def place(doc: Document, words: str) -> Location:
    extract = doc.source.extract
    assert extract is not None
    at = doc.source.text.index(words)
    return extract.places.at(SourceSpan(at, at + len(words)))


def near(location: Location, page: int, box: Box, within: float = 3) -> bool:
    """Whether a place is on this page and nearly in this box, as fonts differ."""
    return location.page == page and location.box is not None and all(abs(a - b) < within for a, b in zip(location.box, box, strict=True))


def test_paragraphs() -> None:
    """What is indented begins a paragraph; a title in larger letters stands for itself."""
    title = Words(150, 60, "甲县法治政府建设年度报告", 22)

    assert lines([title, *typeset(LONG, "一、主要举措", LONG + OTHER, OTHER)]) == [
        "甲县法治政府建设年度报告",
        LONG,
        "一、主要举措",
        LONG + OTHER,
        OTHER,
    ]


def test_a_paragraph_goes_on_over_the_page() -> None:
    """Without the header, the page numbers and the watermark."""
    first, second = typeset(LONG + OTHER)[:3], typeset(LONG + OTHER)[3:]
    pages: list[list[Item]] = [
        [Words(200, 50, "甲县文件"), *first, Words(280, 800, "— 1 —"), Words(100, 600, "内部资料", 60, angle=45)],
        [Words(200, 50, "甲县文件"), *(words._replace(y=100 + PITCH * i) for i, words in enumerate(second)), Words(280, 800, "— 2 —")],
    ]
    doc = opened(*pages)

    assert doc.source.text == LONG + OTHER + "\n"
    assert [(aside.kind, aside.text) for aside in doc.asides] == [("watermark", "内部资料"), ("header", "甲县文件")]
    assert place(doc, LONG[0:3]).page == 1
    assert place(doc, OTHER[-4:-1]).page == 2


def test_the_box_of_a_word() -> None:
    doc = opened([Words(80, 100, "全年开展培训XX次。")])

    assert near(place(doc, "XX"), 1, Box(80 + 6 * SIZE, 86, 80 + 7 * SIZE, 102))


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_turned_pages(turned: int) -> None:
    """A page that is shown turned, with its text drawn so that it is upright then."""

    def drawn(x: float, y: float, text: str) -> Words:
        """Words that are seen at this place."""
        there = {90: (y, 842 - x), 180: (595 - x, 842 - y), 270: (595 - y, x)}[turned]
        return Words(*there, text, angle=turned)

    doc = opened([drawn(100, 100, "第一行有这些字"), drawn(100, 130, "第二行")], turned=turned)

    assert doc.source.text.splitlines() == ["第一行有这些字第二行"]
    assert near(place(doc, "第二行"), 1, Box(100, 116, 100 + 3 * SIZE, 132), within=8)


def test_the_order_of_painting_says_nothing() -> None:
    assert lines([*typeset(LONG, OTHER)][::-1]) == [LONG, OTHER]


def test_two_columns() -> None:
    """The left one first; a title over both before them."""
    texts = [LONG, OTHER, LONG, OTHER]
    left = typeset(*texts, top=140, per_line=13, left=60)
    right = typeset(*texts[::-1], top=140, per_line=13, left=310)

    assert lines([Words(220, 80, "工作简报第三期", 24), *left, *right]) == ["工作简报第三期", *texts, *texts[::-1]]


def test_false_bold_letter_spacing_and_invented_gaps() -> None:
    """A line struck twice, a heading set wide, figures set apart from the characters around them."""
    spaced = [Words(150 + 50 * i, 60, c, 26) for i, c in enumerate("甲县司法局")]
    bold = [Words(112 + dx, 120, "一、总体情况") for dx in (0, 0.4)]
    figures = [Words(112, 160, "截至"), Words(112 + 2.3 * SIZE, 160, "2023"), Words(112 + 4.6 * SIZE, 160, "年，检查 12 次 AB CD。")]

    assert lines([*spaced, *bold, *figures]) == ["甲县司法局", "一、总体情况", "截至2023年，检查12次AB CD。"]


def test_tables() -> None:
    """Cells by the lines round them: blank ones, merged ones, ones of two lines; text around the table stays outside."""
    xs, ys = [80, 200, 320, 440], [200, 230, 290, 320]
    merged = [stroke for stroke in grid(xs, ys) if not (stroke.x == 320 and stroke.height > 1)]
    words = [
        Words(90, 220, "项目"), Words(250, 220, "数量"), Words(90, 250, "行政"), Words(90, 275, "复议"), Words(210, 262, "12"),
        Words(90, 310, "应诉"), Words(330, 310, "3"),
    ]  # fmt: skip
    doc = opened([*typeset(LONG, top=100), *merged, Stroke(320, 230, 0.5, 90), *words, *typeset(OTHER, top=380)])

    (table,) = tables(Report(doc, Subject(), (), {}, ()))
    assert [[(c.text, c.columns) for c in row] for row in table.rows] == [
        [("项目", 1), ("数量", 2)], [("行政复议", 1), ("12", 1), ("", 1)], [("应诉", 1), ("", 1), ("3", 1)],
    ]  # fmt: skip
    assert [doc.source.text.splitlines()[i] for i in (0, -1)] == [LONG, OTHER]
    assert near(place(doc, "12"), 1, Box(210, 248, 210 + SIZE, 264))


def test_pages_without_a_text_layer(cli: Cli, write: Write) -> None:
    """One page of a scan among others fails the file and is named; a file of nothing else is not read at all."""
    write(
        {"a.pdf": pdf([Words(80, 200, "前一段。")], [Picture()], [Words(80, 200, "后一段。")]), "b.pdf": pdf([Picture()]), "c.pdf": pdf([])}
    )
    outcome = cli("--output-format", "concise", "--select", "P", ".")

    assert outcome.code == 2
    assert outcome.out.splitlines() == [
        "a.pdf:2:1: error E006 not all of it could be read: page 2 has no text layer, only a picture",
        "b.pdf:1:1: error E001 the file cannot be read: there is no text layer, all pages are pictures: run OCR on it first",
        "c.pdf:1:1: error E001 the file cannot be read: there is no text in it",
    ]


def test_what_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="damaged or no PDF"):
        read("报告.pdf", b"%PDF-1.7\nnothing more")
    with pytest.raises(UnreadableFile, match="it has 3 pages, the limit is 2"):
        read("报告.pdf", pdf([], [], []), Limits(pages=2))


def test_a_process_that_dies_or_hangs_costs_one_file() -> None:
    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def hang() -> None:
        while True:
            pass

    with pytest.raises(UnreadableFile, match=r"died \(-9\)"):
        isolated(die, 10)
    with pytest.raises(UnreadableFile, match=r"took more than 0\.2 s"):
        isolated(hang, 0.2)


def test_lines_that_end_full() -> None:
    """Where the last line of a paragraph is exactly full, the indent of the next one tells."""
    full = LONG[: 2 * PER_LINE - 3] + "。"

    assert lines([*typeset(full, OTHER)]) == [full, OTHER]
