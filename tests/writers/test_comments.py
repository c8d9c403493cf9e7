"""Findings as comments of Word: round exactly what was found, or at the nearest place that Word allows; nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("lxml", reason="needs reportlint[documents]")

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reportlint.engine import Linter
from reportlint.extract import Limits
from reportlint.finding import Finding
from reportlint.location import NOWHERE
from reportlint.plugins import load
from reportlint.readers import read
from reportlint.settings import Settings
from reportlint.text import SourceSpan
from reportlint.writers import annotated, is_ours
from tests.readers.word import cell, document, listed, paragraph, run, table
from tests.writers.parts import W, changed, comments, office, parts

LINTER = Linter(load(), Settings(select=("P002",)))
SPAN = LINTER.check_bytes("a.txt", "全年培训XX次。\n".encode()).findings[0]


def at(data: bytes, *words: str) -> list[Finding]:
    """A finding at each of `words`."""
    result = LINTER.check_bytes("报告.docx", data)
    text = result.text
    assert result.document
    extract = result.document.source.extract
    assert extract
    spans = [SourceSpan(start := text.index(word), start + len(word)) for word in words]
    return [SPAN._replace(span=span, location=extract.places.at(span)) for span in spans]


def marked(data: bytes, *words: str) -> list[str]:
    """What the comments at each of `words` go round."""
    new = annotated("docx", data, at(data, *words), "en", Limits())
    assert LINTER.check_bytes("报告.docx", new).text == LINTER.check_bytes("报告.docx", data).text
    return [words for _, words, _ in comments(new)]


def test_round_the_words_and_no_more() -> None:
    """In the middle of a run, over several, two in one run, one inside the other, next to each other, over paragraphs."""
    data = document(paragraph("全年培训", run("XX", "<w:b/>"), "次，走访XX户，发放XX份。"), "下一步，", "继续推进。")
    found = ("培训XX次", "XX户", "X户，发", "发放", "XX份", "份。\n下一步，\n继", "推进")

    assert marked(data, *found) == [words.replace("\n", "") for words in found]


def test_the_format_of_a_run_that_is_cut_stays() -> None:
    data = document(paragraph(run("全年培训XX次。", "<w:b/><w:sz w:val='32'/>")))
    new = annotated("docx", data, at(data, "XX次"), "zh", Limits())

    body = parts(new)["word/document.xml"].decode()
    assert body.count('<w:r><w:rPr><w:b/><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">') == 3
    assert comments(new) == [("reportlint", "XX次", "错误 P002：数据“XX次”没有填写\n处理：填入核实过的数据，或删去这一句")]


def test_inside_of_other_things() -> None:
    """Insertions, links, rich controls and cells take comments inside; what Word fills itself takes them round it."""
    ruby = f"<w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('拼音')}</w:rubyBase></w:ruby></w:r>"
    data = document(
        paragraph("甲", f'<w:ins w:id="1" w:author="a">{run("插入的话")}</w:ins>', f"<w:hyperlink>{run('链接的话')}</w:hyperlink>"),
        paragraph(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件的话')}</w:sdtContent></w:sdt>",
                  f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>{run("绑定的数")}</w:sdtContent></w:sdt>',
                  f'<w:fldSimple w:instr="REF a">{run("引用的第3条")}</w:fldSimple>', ruby),
        table(["项目", cell("数量", "合计XX件")]),
    )  # fmt: skip

    assert marked(data, "入的", "接的", "件的", "定的", "用的", "音", "XX", "目\t数") == [
        "入的", "接的", "件的", "绑定的数", "引用的第3条", "pin拼音", "XX", "目数",
    ]  # fmt: skip


def test_where_word_takes_no_comment() -> None:
    """At the box, at the reference to the note, at the first paragraph; the comment says where it stands."""
    inside = f"<w:txbxContent>{paragraph('图注XX')}</w:txbxContent>"
    box = f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    data = document(
        paragraph(),
        "工作总结",
        paragraph("全年办案", '<w:r><w:footnoteReference w:id="2"/></w:r>', box),
        footnotes=f'<w:footnote w:id="2">{paragraph("含上年XX件")}</w:footnote>',
        header=paragraph("XX县"),
    )
    new = annotated("docx", data, at(data, "注XX", "XX件", "XX县"), "zh", Limits())

    assert [(words, said.splitlines()[2]) for _, words, said in comments(new)] == [
        ("图注XX", "所在位置：文本框，第 1 段"), ("", "所在位置：脚注，第 1 段"), ("工作总结", "所在位置：页眉，第 1 段"),
    ]  # fmt: skip
    body = parts(new)["word/document.xml"].decode()
    assert '<w:commentRangeStart w:id="1"/><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeEnd w:id="1"/>' in body
    assert '<w:commentRangeStart w:id="0"/><w:r><mc:AlternateContent>' in body


def test_what_stands_at_no_words() -> None:
    """A finding about the whole document or a place between words goes to its paragraph, so does one on a number of Word."""
    data = document("工作总结", listed("主要工作", 1), listed("存在问题", 1))
    text = LINTER.check_bytes("报告.docx", data).text
    spans = [SourceSpan(0, 0), SourceSpan(at := text.index("二、"), at + 2), SourceSpan(at + 3, at + 3), SourceSpan(len(text), len(text))]
    new = annotated("docx", data, [SPAN._replace(span=span, location=NOWHERE) for span in spans], "en", Limits())

    assert [words for _, words, _ in comments(new)] == ["工作总结", "存在问题", "存在问题", "存在问题"]


def test_parts_that_are_not_meant_stay_to_the_byte() -> None:
    """A document without comments gets the part and what names it; in one that has some, they stay and the numbers go on."""
    plain = document("全年培训XX次。", header=paragraph("某县"))
    old = f'<w:comment w:id="7" w:author="李某">{paragraph("再核实")}</w:comment>'
    body = paragraph('<w:commentRangeStart w:id="7"/>', "全年", '<w:commentRangeEnd w:id="7"/>', "培训XX次。")
    kept = document(body, comments=old)
    first = annotated("docx", plain, at(plain, "XX次"), "en", Limits())
    second = annotated("docx", kept, at(kept, "XX次"), "en", Limits())

    assert changed(plain, first) == ["word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"]
    assert changed(kept, second) == ["word/document.xml", "word/comments.xml"]
    assert [(author, words) for author, words, _ in comments(second)] == [("李某", "全年"), ("reportlint", "XX次")]
    assert 'w:comment w:id="8"' in parts(second)["word/comments.xml"].decode()
    assert [is_ours(data) for data in (plain, kept, first, second, b"PK")] == [False, False, True, True, False]


def test_nothing_but_comments_changes_in_the_body() -> None:
    """With the comments taken out, and what was cut put together, words, tabs and breaks are what they were."""
    data = document(paragraph("全年培训XX次", "<w:r><w:t>甲</w:t><w:tab/><w:t>乙XX件</w:t><w:br/></w:r>"))
    new = annotated("docx", data, at(data, "XX次", "XX件", "甲"), "en", Limits())

    assert content(new) == content(data) == "全年培训XX次甲<tab>乙XX件<br>"


def content(data: bytes) -> str:
    """What the runs of the body hold."""
    body = etree.fromstring(parts(data)["word/document.xml"])
    names = {f"{W}tab": "<tab>", f"{W}br": "<br>"}
    return "".join(element.text or "" if element.tag == f"{W}t" else names[str(element.tag)] for element in body.iter(f"{W}t", *names))


RUN = st.lists(st.sampled_from(["<w:t>甲乙</w:t>", "<w:t>丙</w:t>", "<w:t>丁戊己庚</w:t>", "<w:tab/>", "<w:br/>"]), max_size=4).map("".join)
AROUND = st.sampled_from(["{}", "<w:ins>{}</w:ins>", "<w:hyperlink>{}</w:hyperlink>", "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"])
PARAGRAPH = st.lists(st.builds(lambda run, around: around.format(f"<w:r><w:rPr><w:b/></w:rPr>{run}</w:r>"), RUN, AROUND), max_size=4)


@given(st.lists(PARAGRAPH, min_size=1, max_size=4), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), min_size=1, max_size=8))
@settings(deadline=None, derandomize=True)
def test_any_spans_in_any_runs(paragraphs: list[list[str]], places: list[tuple[int, int]]) -> None:
    """Each comment goes round the words of its span, whatever others are cut out beside it; the text stays."""
    data = document("开头", *(paragraph(*runs) for runs in paragraphs), "结尾")
    text = read("a.docx", data).source.text
    spans = [SourceSpan(start, min(start + length, len(text))) for start, length in places if start < len(text)]
    new = annotated("docx", data, [SPAN._replace(span=span, location=NOWHERE) for span in spans], "en", Limits())

    assert read("a.docx", new).source.text == text
    assert content(new) == content(data)
    for span, (_, words, _) in zip(spans, comments(new), strict=True):
        inside = "".join(text[span.start : span.end].split())
        assert words == inside or not inside


def test_libreoffice_opens_it_and_shows_the_comments(tmp_path: Path) -> None:
    data = document("工作总结", paragraph("全年培训", run("XX", "<w:b/>"), "次。"), table(["项目", "XX件"]))
    path = tmp_path / "报告.docx"
    path.write_bytes(annotated("docx", data, at(data, "XX次", "XX件"), "zh", Limits()))
    flat = office(path, "fodt").read_text(encoding="utf-8")

    assert flat.count("<dc:creator>reportlint</dc:creator>") == 2
    assert flat.count("<office:annotation-end") == 2
    assert "没有填写" in flat
