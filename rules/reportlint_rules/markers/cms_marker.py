"""Tags of a content management system that were published or copied together with the text.

What it finds:
    内容管理系统的分页、模板标签：##pagebreak##、#p#……#e#、[nextpage]、<!--more-->、{dede:…}，以及 [hide]、[/url] 等论坛标签。

    Page and template tags of content systems: ##pagebreak##, #p#…#e#, [nextpage], <!--more-->, {dede:…}, and tags of forums
    such as [hide] and [/url].

Why:
    标签是给网站程序看的，留在正文里说明文本是从网页后台或网页上直接复制的。

    Tags are meant for the software of the site; in a report they show that the text was copied from there.

Instead:
    删除标签。

    Delete the tags.

Silent on:
    Markdown 注释、[1] 脚注、正文里的井号。

    Comments of Markdown, footnotes [1], the number sign in a text.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Edit, Example, Fix, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint_rules.markers.latin import latin

rule = Rule(
    code="M002",
    name="cms-marker",
    severity=Severity.ERROR,
    title=Bilingual("内容管理系统标签", "CMS marker"),
    clause=Bilingual("织梦、帝国、PHPCMS、FastAdmin 等系统的标签", "The tags of DedeCMS, EmpireCMS, PHPCMS, FastAdmin and others"),
    messages={"found": Bilingual("正文里留有网站后台标签 {text}", "tag {text} of a content system left in the text")},
    help=Bilingual("删除标签", "Delete the tag"),
    good=(
        Example("# 年度报告\n<!-- 2024年3月定稿 -->\n正文。", path="example.md"),
        Example("1#、2#机组并网，居民收入[1]增长，拨打#12345#热线。"),
    ),
    bad=(
        Example("推进依法行政。\n⟦##pagebreak##⟧\n严格执法。⟦#p#分页标题#e#⟧"),
        Example("完善⟦[nextpage]⟧制度体系。⟦<!--more-->⟧"),
        Example("⟦[分页]⟧完善⟦_baidu_page_break_tag_⟧制度，⟦<!--StartFragment-->⟧严格⟦<![endif]-->⟧执法⟦[!--pagetext--]⟧。"),
        Example("⟦[hide]⟧加强监督⟦[/hide]⟧，⟦[url=http://example.com]⟧详见附件⟦[/url]⟧。"),
    ),
    doc=__doc__,
)

_TAG = LazyPattern(
    r"\[(?:/?(?:hide|url|img|quote|color|size|font|align|attach|media|flash|table|page|page_?break|split|caption|gallery|分页)(?:[= ][^\]\n]{0,80})?\]|/(?:b|i|u|p)\]"
    r"|!--[a-z.]{3,40}--\])"
    r"|\$\$pagebreak\$\$|#page(?:break)?#|_(?:(?<![A-Za-z_]_)baidu_page_break_tag_)"
)
_COMMENT = LazyPattern(r"<!(?:--(?:Start|End)Fragment-->|--\[if[^\]\n]{0,40}\]>|(?:--)?\[endif\](?:--)?>|--[A-Za-z]{2,20}-->)")
"""Comments of the clipboard, of Word and of templates, which in Markdown are comments."""
_SIGNS = (b"[", b"$$", b"#page", b"_page_")
_DELETE = Bilingual("删除标签", "delete the tag")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Asides of kind cms-marker, and the tags that the reader leaves in the text."""
    text, markdown = report.text, report.document.source.medium == "markdown"
    for aside in report.document.asides:
        if aside.kind == "cms-marker" or (aside.kind == "comment" and not markdown and _COMMENT.match(aside.text)):
            yield Hit(aside.span, values={"text": aside.text}, fix=Fix(_DELETE, (Edit(aside.span, ""),), safe=True))
    code = report.shared(latin)
    patterns = [_TAG] if any(map(code.__contains__, _SIGNS)) else []
    if b"<!" in code and not markdown:
        patterns.append(_COMMENT)
    for pattern in patterns:
        for m in pattern.finditer(text):
            span = Span(*m.span())
            yield Hit(span, values={"text": m[0]}, fix=Fix(_DELETE, (Edit(span, ""),), safe=True))
