"""Word documents: what Word shows is what is read, each word with its paragraph and run."""

from __future__ import annotations

import pytest

pytest.importorskip("lxml", reason="needs reportlint[documents]")

from reportlint import Report, Subject, tables
from reportlint.document import Document
from reportlint.extract import Limits
from reportlint.location import Location
from reportlint.readers import UnreadableFile, read
from reportlint.readers.docx.numbering import chinese, numeral
from reportlint.text import SourceSpan
from tests.readers.word import cell, document, listed, packed, paragraph, run, table


def lines(*blocks: str, **parts: str) -> list[str]:
    return opened(*blocks, **parts).source.text.splitlines()


def opened(*blocks: str, **parts: str) -> Document:
    return read("报告.docx", document(*blocks, **parts))


def place(doc: Document, words: str) -> Location:
    extract = doc.source.extract
    assert extract is not None
    at = doc.source.text.index(words)
    return extract.places.at(SourceSpan(at, at + len(words)))


def test_numbers_that_word_makes() -> None:
    """By the style, by the style it is based on, in the paragraph itself; a deeper level begins again, another list goes on."""
    assert lines(
        paragraph("主要举措", style="1"),
        paragraph("推进依法行政", style="2"),
        paragraph("规范执法", style="2"),
        listed("开展清理", 1, 2),
        paragraph("", style="1"),
        paragraph("存在不足", style="1"),
        paragraph("力量不够", style="2"),
        listed("第四级", 1, 3),
        listed("另起", 3),
        listed("接着", 3),
        listed("一点", 2),
        paragraph("不编号", style="1", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'),
    ) == [
        "一、主要举措", "（一）推进依法行政", "（二）规范执法", "1. 开展清理", "三、存在不足", "（一）力量不够", "3.1 第四级", "五、另起", "六、接着",
        "• 一点", "不编号",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "零"), (7, "七"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"), (110, "一百一十"), (1001, "一千零一")],
)
def test_chinese_numerals(number: int, words: str) -> None:
    assert chinese(number) == words


@pytest.mark.parametrize(
    ("form", "words"),
    [("decimalEnclosedCircle", "③"), ("ideographTraditional", "丙"), ("upperRoman", "III"), ("lowerLetter", "c"), ("decimalZero", "03"),
     ("chineseLegalSimplified", "叁"), ("none", ""), ("thaiCounting", "3")],
)  # fmt: skip
def test_other_numerals(form: str, words: str) -> None:
    assert numeral(3, form) == words


def test_revisions_are_accepted_and_kept_aside() -> None:
    """The text is that with all changes accepted; what was deleted, inserted and hidden is known, with its place."""
    doc = opened(
        paragraph(
            "办结率",
            f"<w:del>{run('80').replace('w:t', 'w:delText')}</w:del>",
            f"<w:ins>{run('95')}</w:ins>",
            "%。",
            run("内部掌握", "<w:vanish/>"),
        ),
        paragraph("前半", properties="<w:rPr><w:del/></w:rPr>"),
        paragraph("后半。"),
        paragraph("从前", "<w:moveFrom>" + run("此句") + "</w:moveFrom>", "<w:moveTo>" + run("彼句") + "</w:moveTo>"),
    )

    assert doc.source.text == "办结率95%。\n前半后半。\n从前彼句\n"
    assert [(aside.kind, aside.text, aside.at) for aside in doc.asides] == [
        ("deleted", "80", 3), ("inserted", "95", 3), ("hidden", "内部掌握", 7), ("deleted", "此句", 16), ("inserted", "彼句", 16),
    ]  # fmt: skip


def test_text_boxes_once_and_notes_behind_the_text() -> None:
    """A box is written twice in the file, for old and new programs; a box at the very top is the head of the document."""
    inside = "<w:txbxContent>{0}</w:txbxContent>"
    new = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>"
    old = f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
    box = f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"
    doc = opened(
        paragraph(box.format(paragraph("甲县司法局2023年法治政府建设年度报告"))),
        paragraph("全年办案12件", '<w:r><w:footnoteReference w:id="2"/></w:r>', "。", box.format(paragraph("图注"))),
        footnotes=f'<w:footnote w:id="2">{paragraph("含上年结转")}</w:footnote><w:footnote w:id="-1">{paragraph("线")}</w:footnote>',
        header=paragraph("XX县人民政府"),
        footer=paragraph("<w:r><w:instrText> PAGE </w:instrText></w:r>", "— 1 —"),
    )

    assert doc.source.text.splitlines() == ["甲县司法局2023年法治政府建设年度报告", "全年办案12件。", "图注", "含上年结转", "XX县人民政府"]
    assert [block.kind for block in doc.blocks] == ["title", "opening", "note", "note", "note"]
    assert place(doc, "含上年") == Location(paragraph=1, run=1, part="footnote")
    assert place(doc, "图注") == Location(paragraph=1, run=1, part="textbox")


def test_tables() -> None:
    """Merged cells are there once; a cell of running text keeps its paragraphs; a frame of one cell is no table."""
    long = "本项工作全年有序推进，各项任务按期完成，群众满意度稳步提升，制度建设取得新的进展，各部门配合密切。"
    doc = opened(
        table(
            [cell("项目", properties='<w:vMerge w:val="restart"/>'), cell("数量", properties='<w:gridSpan w:val="2"/>')],
            [cell(properties="<w:vMerge/>"), "新收", "结转"],
            ["案件", "12", ""],
        ),
        table(["说明", cell("一、总体情况", long, long, long)]),
        table(["只有一格的框。"]),
    )

    assert doc.source.text.splitlines() == [
        "项目\t数量", "\t新收\t结转", "案件\t12\t", "说明\t", "一、总体情况", long, long, long, "只有一格的框。",
    ]  # fmt: skip
    first = tables(Report(doc, Subject(), (), {}, ()))[0]
    assert [[(c.text, c.columns, c.rows) for c in row] for row in first.rows[:3]] == [
        [("项目", 1, 1), ("数量", 2, 1)],
        [("", 1, 0), ("新收", 1, 1), ("结转", 1, 1)],
        [("案件", 1, 1), ("12", 1, 1), ("", 1, 1)],
    ]
    assert place(doc, "12") == Location(run=1, table=1, row=3, column=2)
    assert place(doc, "一、总体") == Location(paragraph=1, run=1, table=2, row=1, column=2)
    assert place(doc, "只有") == Location(paragraph=1, run=1, table=3, row=1, column=1)


def test_titles_and_headings_by_style() -> None:
    doc = opened(
        paragraph("甲县工作情况", style="t"), paragraph("目录 1", style="TOC1"), paragraph("工作的回顾", style="h"), "全年工作平稳。",
        paragraph("这是一整段话，只是被错误地设成了标题样式。", style="h"),
    )  # fmt: skip

    assert [(block.kind, doc.read(block.span)) for block in doc.blocks] == [
        ("title", "甲县工作情况"), ("heading", "工作的回顾"), ("paragraph", "全年工作平稳。"),
        ("paragraph", "这是一整段话，只是被错误地设成了标题样式。"),
    ]  # fmt: skip


def test_places() -> None:
    """Paragraphs and runs as other programs count them, blank paragraphs too; pages where Word noted them."""
    broken = "<w:r><w:lastRenderedPageBreak/><w:t>次页</w:t></w:r>"
    doc = opened(
        "标题",
        paragraph(),
        paragraph("全年", run("XX", "<w:b/>"), "次。"),
        paragraph("一行", "<w:r><w:br/></w:r>", "又一行"),
        paragraph(broken),
    )

    assert doc.source.text.splitlines() == ["标题", "全年XX次。", "一行", "又一行", "次页"]
    assert place(doc, "XX") == Location(page=1, paragraph=3, run=2)
    assert place(doc, "又一行") == Location(page=1, paragraph=4, run=3)
    assert place(doc, "次页") == Location(page=2, paragraph=5, run=1)


def test_controls_links_fields_and_signs() -> None:
    assert lines(
        f"<w:sdt><w:sdtContent>{paragraph('块控件。')}</w:sdtContent></w:sdt>",
        paragraph("见", f"<w:hyperlink>{run('链接')}</w:hyperlink>", f"<w:smartTag>{run('标记')}</w:smartTag>",
                  f'<w:fldSimple w:instr="REF a">{run("第3条")}</w:fldSimple>'),
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
                  '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', run("2024年1月3日"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "选项",
                  f"<w:r><w:ruby><w:rt>{run('pin')}</w:rt><w:rubyBase>{run('拼')}</w:rubyBase></w:ruby></w:r>"),
    ) == ["块控件。", "见链接标记第3条", "2024年1月3日", "□选项拼"]  # fmt: skip


def test_comments_are_known() -> None:
    """Where they are tied to the text; one that is tied to nothing is in the file all the same."""
    said = "".join(f'<w:comment w:id="{i}">{paragraph(words)}</w:comment>' for i, words in enumerate(("这个数再核实一下", "", "谁写的")))
    marks = [f'<w:r><w:commentReference w:id="{i}"/></w:r>' for i in range(2)]
    doc = opened(paragraph("办案12件", *marks, "。"), comments=said)

    assert [(aside.kind, aside.text, aside.at) for aside in doc.asides] == [
        ("annotation", "这个数再核实一下", 5),
        ("annotation", "谁写的", 7),
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "encrypted"),
        (document("正文。")[:400], "damaged or incomplete"),
        (packed({"a.txt": "字"}), "no Word file"),
        (packed({"word/document.xml": "<w:document>"}), "damaged: word/document.xml"),
        (document(paragraph()), "no text in it"),
    ],
)
def test_what_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        read("报告.docx", data)


def test_a_bomb_is_refused() -> None:
    """Neither a member that unpacks to more than allowed nor entities that grow are taken in."""
    bomb = "<!DOCTYPE w [" + "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(9)) + "]>"
    grown = packed({"word/document.xml": f'{bomb}<w:document xmlns:w="x">&e9;</w:document>'})

    with pytest.raises(UnreadableFile):
        read("报告.docx", grown)
    with pytest.raises(UnreadableFile, match="larger than 10000 bytes"):
        read("报告.docx", document("长" * 9000), Limits(unpacked=10_000))
