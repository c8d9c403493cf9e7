"""Web pages: the report is read, what the site put around it is not."""

from __future__ import annotations

import pytest

pytest.importorskip("justhtml", reason="needs reportlint[documents]")

from reportlint import Report, Subject, tables
from reportlint.document import Document
from reportlint.location import Location
from reportlint.readers import UnreadableFile, read
from reportlint.text import SourceSpan

SENTENCES = "".join(f"<p>　　全年第{i}项工作按期完成，各部门配合密切，群众评价较好。</p>" for i in "一二三四五六")


def opened(page: str, encoding: str = "utf-8") -> Document:
    return read("页面.html", page.encode(encoding))


def lines(page: str) -> list[str]:
    return [line.strip() for line in opened(page).source.text.splitlines()]


def site(content: str, head: str = "<h1>甲县2023年法治政府建设年度报告</h1>") -> str:
    """A page as sites make them."""
    links = "".join(f"<li><a href='#'>栏目{i}，很长的一个名称，里面有标点。</a></li>" for i in range(30))
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>甲县2023年法治政府建设年度报告_甲县人民政府网</title>
      <script>var a = "脚本里的话，不是正文。"</script></head><body>
      <div class="header"><p>欢迎访问甲县人民政府网站，今天是星期五。</p></div>
      <ul class="nav">{links}</ul>
      <div class="crumb">您的位置：首页 > 政务公开</div>
      <div class="wrap"><div class="main">{head}<div class="share">分享到：微信，微博。</div>
        <div id="zoom">{content}</div></div>
        <div class="list"><ul>{links}</ul></div></div>
      <div id="footer"><p>版权所有：甲县人民政府，备案号若干。地址：甲县一路1号，邮编若干，电话若干。</p></div></body></html>"""


def test_only_the_report() -> None:
    """The title stands outside of the content, the menus, the path, the list beside and the footer stay out."""
    doc = opened(site(SENTENCES + "<p>【打印】【关闭】</p><p>扫一扫在手机打开当前页</p>"))

    assert doc.source.text.splitlines()[0] == "甲县2023年法治政府建设年度报告"
    assert len(doc.source.text.splitlines()) == 7
    assert doc.blocks[0].kind == "title"


def test_a_title_in_the_content_is_not_said_twice() -> None:
    own = "<p>甲县文件</p><p align=center>甲县2023年法治政府建设<br>年度报告</p>"

    assert lines(site(own + SENTENCES))[:3] == ["甲县文件", "甲县2023年法治政府建设", "年度报告"]


def test_the_index_of_a_site_is_left_out() -> None:
    index = "<table><tr><td>索 引 号：</td><td>0001</td></tr><tr><td>发布日期：</td><td>2024年1月3日</td></tr></table>"

    assert lines(site(index + SENTENCES, ""))[0].startswith("全年第一项")


def test_plain_page() -> None:
    """Paragraphs, lines, headings, lists, entities, emphasis inside of words, what is hidden or struck out of sight."""
    page = """<html><body><h1>工作总结</h1><h2>成绩与做法</h2><p>完成<b>率</b>达&nbsp;95&#37;，<span style="display: none">藏着</span>好。<br/>又一行。
      </p><ol start=3><li>甲事</li><li>乙事</li></ol><ul><li>丙事</ul><!-- reportlint-ignore P001 样本 -->&lt;p&gt;字面</body></html>"""
    doc = opened(page)

    assert [(block.kind, doc.source.text[slice(*doc.map.span(block.span))].strip()) for block in doc.blocks] == [
        ("title", "工作总结"), ("heading", "成绩与做法"), ("paragraph", "完成率达 95%，好。"), ("paragraph", "又一行。"),
        ("heading", "3. 甲事"), ("heading", "4. 乙事"), ("list-item", "丙事"), ("paragraph", "<p>字面"),
    ]  # fmt: skip
    assert [(aside.kind, aside.text) for aside in doc.asides] == [("comment", "<!-- reportlint-ignore P001 样本 -->")]


def test_tables() -> None:
    """Cells over several rows and columns; a table that lays out the page is none; places."""
    grid = """<table><tr><th rowspan=2>项目</th><th colspan=2>数量</th></tr><tr><td>新收</td><td>结转</td></tr>
      <tr><td>案件</td><td>12</td><td></td></tr></table>"""
    doc = opened(f"<body><table><tr><td>{SENTENCES}</td></tr></table>{grid}</body>")
    extract = doc.source.extract
    assert extract is not None

    (table,) = tables(Report(doc, Subject(), (), {}, ()))
    assert [[(c.text, c.columns, c.rows) for c in row] for row in table.rows] == [
        [("项目", 1, 2), ("数量", 2, 1)],
        [("", 1, 0), ("新收", 1, 1), ("结转", 1, 1)],
        [("案件", 1, 1), ("12", 1, 1), ("", 1, 1)],
    ]
    at = doc.source.text.index("12")
    assert extract.places.at(SourceSpan(at, at + 2)) == Location(table=2, row=3, column=2)
    assert extract.places.at(SourceSpan(0, 1)) == Location(paragraph=1, table=1, row=1, column=1)


@pytest.mark.parametrize(("declared", "encoding"), [("gb2312", "gb18030"), ("utf-8", "utf-8"), ("gb2312", "utf-8"), ("", "gb18030")])
def test_encodings(declared: str, encoding: str) -> None:
    """What the page says of itself counts, unless it is wrong."""
    page = f"<html><head><meta http-equiv=Content-Type content='text/html; charset={declared}'></head><body><p>全年办结镕字号案件。</p></body></html>"

    assert opened(page, encoding).source.text == "全年办结镕字号案件。\n"


@pytest.mark.parametrize("page", ["", "<html><body><script>1</script></body></html>", "\n\n"])
def test_nothing_in_it(page: str) -> None:
    with pytest.raises(UnreadableFile, match="no text in it"):
        opened(page)


def test_hostile_nesting() -> None:
    """Deep nesting and spans without measure cost neither the stack nor time."""
    assert lines("<div>" * 20_000 + "深处的话。")[0] == "深处的话。"
    assert lines("<table><tr><td rowspan=999999999 colspan=999999999>甲</td><td>乙</td></tr></table>") == ["甲\t乙"]


def test_line_breaks_of_preformatted_text_count() -> None:
    """They end paragraphs, or lines of paragraphs that were cut, as in a text file."""
    page = "<body><pre><b>甲县工作总结</b>\n\n一、主要<i>工作</i>\n全年平稳。</pre><p>下一步\n继续。</p></body>"

    assert read("a.html", page.encode()).source.text.splitlines() == ["甲县工作总结", "一、主要工作", "全年平稳。", "下一步 继续。"]
