"""Fixes in Word documents: written into the runs that the author typed, nothing else changed, or left as findings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest.importorskip("lxml", reason="needs reportlint[documents]")

from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint import Bilingual, Edit, Fix, SourceSpan
from reportlint.extract import Limits
from reportlint.readers import UnreadableFile, read
from reportlint.writers import fixed
from tests.conftest import Cli, Write
from tests.readers.word import document, listed, packed, paragraph, run
from tests.writers.parts import changed, office, parts


def mended(data: bytes, *replaced: tuple[str, str]) -> tuple[str, int]:
    """The text after one fix for each pair of old and new words, and how many were done."""
    text = read("报告.docx", data).source.text
    spans = [(SourceSpan(start := text.index(old), start + len(old)), new) for old, new in replaced]
    new, done = fixed(data, [Fix(Bilingual("改", "mend"), (Edit(span, words),), safe=True) for span, words in spans], Limits())
    if not done:
        assert new == data
    return read("报告.docx", new).source.text, done


def test_in_one_run_and_over_several() -> None:
    """Word cuts runs where it likes; the new words get the format of the first."""
    data = document(paragraph("贯彻", run("XX", "<w:b/>"), "X", "法治思想，##paid", "begin##严格执法。"))

    assert mended(data, ("XXX法治", "习近平法治"), ("##paidbegin##", "")) == ("贯彻习近平法治思想，严格执法。\n", 2)
    assert mended(data, ("贯彻", "学习贯彻"), ("严格", "严格规范")) == ("学习贯彻XXX法治思想，##paidbegin##严格规范执法。\n", 2)


@pytest.mark.parametrize(
    ("body", "old"),
    [
        (listed("主要工作", 1), "一、"),
        (listed("主要工作", 1), "、主"),
        (paragraph("见", f'<w:fldSimple w:instr="REF a">{run("第3条")}</w:fldSimple>'), "第3条"),
        (paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
                   '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("2024年"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "2024年"),
        (paragraph(f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>{run("绑定")}</w:sdtContent></w:sdt>'), "绑定"),
        (paragraph("前", f"<w:hyperlink>{run('链接')}</w:hyperlink>"), "前链"),
        (paragraph("甲") + paragraph("乙"), "甲\n乙"),
        (paragraph("甲<w:r><w:tab/></w:r>".removeprefix("甲"), "乙"), " 乙"),
    ],
)  # fmt: skip
def test_what_is_left(body: str, old: str) -> None:
    """Numbers and fields that Word makes, bound controls, and what would cross a link or a paragraph."""
    data = document("工作总结", body)

    assert mended(data, (old, "新")) == (read("报告.docx", data).source.text, 0)


def test_in_insertions_links_and_notes() -> None:
    link = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "a" </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("网址") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')  # fmt: skip
    data = document(
        paragraph(
            f"<w:ins>{run('插入')}</w:ins>", f"<w:hyperlink>{run('链接')}</w:hyperlink>", link, '<w:r><w:footnoteReference w:id="2"/></w:r>'
        ),
        footnotes=f'<w:footnote w:id="2">{paragraph("脚注")}</w:footnote>',
        header=paragraph("页眉"),
    )
    text = read("报告.docx", data).source.text
    new, done = fixed(
        data,
        [
            Fix(Bilingual("", ""), (Edit(SourceSpan(text.index(w), text.index(w) + 1), "新"),), safe=True)
            for w in ("插", "链", "网", "脚", "页")
        ],
        Limits(),
    )

    assert (read("报告.docx", new).source.text, done) == ("新入新接新址\n新注\n新眉\n", 5)
    assert changed(data, new) == ["word/document.xml", "word/footnotes.xml", "word/header.xml"]


RUNS = st.lists(
    st.sampled_from(["甲乙", "丙", "丁戊己庚", ""]).map(lambda words: run(words) if words else "<w:r><w:tab/></w:r>"),
    min_size=1,
    max_size=6,
)


@given(RUNS, st.integers(0, 12), st.integers(0, 6), st.sampled_from(["", "新", "两字"]))
@settings(deadline=None)
def test_what_is_done_is_what_was_asked_for(runs: list[str], start: int, length: int, words: str) -> None:
    """A fix changes the text just as it says, or nothing at all: where a tab stands in it, or it would end a paragraph."""
    data = document("开头", paragraph(*runs), "结尾")
    text = read("报告.docx", data).source.text
    span = SourceSpan(start, min(start + length, len(text)))
    new, done = fixed(data, [Fix(Bilingual("", ""), (Edit(span, words),), safe=True)], Limits())
    covered = text[span.start : span.end]

    expected = text[: span.start] + words + text[span.end :] if done else text
    assert [line for line in read("报告.docx", new).source.text.split("\n") if line] == [line for line in expected.split("\n") if line]
    assert done == (not covered.count("\n") and not covered.count(" ")) or not covered


def test_a_signed_document_is_not_touched() -> None:
    data = packed({**{name: text.decode() for name, text in parts(document("XX县")).items()}, "_xmlsignatures/sig1.xml": "<a/>"})

    with pytest.raises(UnreadableFile, match="signed"):
        mended(data, ("XX", "新"))


TEXT = ("青禾镇2023年工作总结", paragraph("贯彻", run("XXX", "<w:b/>"), "法治思想。##paidbegin##"), "学习党的XX大精神。")


def test_from_the_command_line(cli: Cli, write: Write, folder: Path) -> None:
    """Safe ones, then those that a person must check; once more changes nothing."""
    data = document(*TEXT)
    write({"报告.docx": data})
    path = folder / "报告.docx"

    shown = cli("--diff", "报告.docx", rules="M,P")
    assert path.read_bytes() == data
    assert shown.out == ("--- 报告.docx:text\n+++ 报告.docx:text\n@@ -2 +2 @@\n-贯彻XXX法治思想。##paidbegin##\n+贯彻习近平法治思想。\n")
    cli("--fix", "报告.docx", rules="M,P")
    assert changed(data, path.read_bytes()) == ["word/document.xml"]
    assert read("a.docx", path.read_bytes()).source.text == "青禾镇2023年工作总结\n贯彻习近平法治思想。\n学习党的XX大精神。\n"
    assert '<w:b/></w:rPr><w:t xml:space="preserve">习近平</w:t>' in parts(path.read_bytes())["word/document.xml"].decode()
    cli("--fix", "--unsafe-fixes", "报告.docx", rules="M,P")
    assert "党的二十大" in read("a.docx", path.read_bytes()).source.text
    before = path.stat()
    assert cli("--fix", "--unsafe-fixes", "报告.docx", rules="M,P").code == 0
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert os.listdir(folder) == ["报告.docx"]


def test_what_is_not_written_is_said(cli: Cli, write: Write) -> None:
    """A web page and what lies in an archive stay as they are; without --fix nothing is promised for them either."""
    page = "<html><body><h1>关于XX的报告</h1><p>工作##paidbegin##情况。</p></body></html>".encode()
    write({"报告.html": page, "材料.zip": packed({"甲.txt": "工作##paidbegin##情况。"})})

    assert "--fix" not in cli("--isolated", ".").out
    fixed_ = cli("--isolated", "--fix", ".")
    assert fixed_.code == 1
    assert "2 could be mended and were not: --fix writes text files and .docx, nothing inside a .zip" in fixed_.err


def test_libreoffice_reads_what_was_mended(tmp_path: Path) -> None:
    data = document(*TEXT)
    text = read("报告.docx", data).source.text
    at = text.index("XXX")
    path = tmp_path / "报告.docx"
    path.write_bytes(fixed(data, [Fix(Bilingual("", ""), (Edit(SourceSpan(at, at + 3), "习近平"),), safe=True)], Limits())[0])

    assert "贯彻习近平法治思想。" in office(path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8")
