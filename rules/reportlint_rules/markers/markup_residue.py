"""Code of web pages and word processors that stands in the text.

What it finds:
    网页实体（&nbsp;）、网页标签（<br>、<span …>）、字符编码记号（<U+00A0>、Unicode 转义）、样式代码（.TRS_Editor P{…}）、Word 域代码（PAGEREF _Toc…）、表格错误值（#REF!）。

    Entities (&nbsp;), tags (<br>, <span …>), escaped code points (<U+00A0>, Unicode escapes), style sheets (.TRS_Editor P{…}), field codes
    of Word (PAGEREF _Toc…), error values of spreadsheets (#REF!).

Why:
    复制或转换时带进了代码，读者看到的是乱字符。

    Code came along when the text was copied or converted; readers see gibberish.

Instead:
    删除；实体改为它所代表的字符。

    Delete it; write the character that an entity stands for.

Silent on:
    Markdown 文件里的标签和实体，书名号，大于号、小于号。

    Tags and entities in Markdown files, title marks, the signs for less and greater.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint_rules.markers.latin import latin

rule = Rule(
    code="M005",
    name="markup-residue",
    severity=Severity.WARNING,
    title=Bilingual("代码残留", "markup residue"),
    clause=Bilingual("网页、Word 转换残留所见", "As left by conversion from web pages and Word"),
    messages={
        "entity": Bilingual("网页实体 {text} 残留在正文里", "entity {text} left in the text"),
        "tag": Bilingual("网页标签 {text} 残留在正文里", "tag {text} left in the text"),
        "escape": Bilingual("字符编码记号 {text} 残留在正文里", "escaped character {text} left in the text"),
        "style": Bilingual("样式代码 {text} 残留在正文里", "style sheet {text} left in the text"),
        "error": Bilingual("表格公式的错误值 {text} 残留在正文里", "error value {text} of a spreadsheet left in the text"),
        "value": Bilingual("程序的空值 {text} 残留在正文里", "empty value {text} of a program left in the text"),
        "field": Bilingual("Word 域代码 {text} 残留在正文里", "field code {text} of Word left in the text"),
    },
    help=Bilingual("删除代码，补上它代表的字符", "Delete the code; write the character that it stands for"),
    good=(
        Example("增速<5%，A&B公司，R&D经费，x<y且y>z，学习<预算法>。"),
        Example("网址http://www.example.gov.cn/%E6%B3%95，文号A_x1，编号#12，学习class=类，Nan Hai，C:\\new。"),
        Example("一行<br>两行&nbsp;空格<sup>1</sup>", path="example.md"),
    ),
    bad=(
        Example('推进⟦&nbsp;&nbsp;⟧法治政府建设⟦<br/>⟧，规范⟦<span style="color:red">⟧执法⟦</span>⟧。'),
        Example("全年⟦<U+00A0>⟧办理案件十二件。一、主要做法 ⟦PAGEREF _Toc12345678 \\h 3⟧"),
        Example(
            '支出占⟦#DIV/0!⟧，办理⟦undefined⟧件，⟦\\u3000⟧增长⟦NaN⟧。⟦\\r\\n⟧详见表⟦SEQ 表 \\* ARABIC⟧，⟦class="MsoNormal"⟧⟦mso-spacerun:yes;⟧。'
        ),
        Example("详见⟦错误!未找到引用源⟧。各科室职责见⟦错误！未定义书签⟧。"),
        Example('⟦.TRS_Editor P{margin-top:1em;}⟧各位代表：⟦HYPERLINK "http://www.example.gov.cn"⟧通知⟦&#8220;⟧'),
    ),
    doc=__doc__,
)

_CODE = LazyPattern(
    r"[&<_\\H错](?:"
    r"(?P<entity>(?<=&)(?:(?:nbsp|ensp|emsp|thinsp|amp|lt|gt|quot|apos|[lr][ds]quo|mdash|ndash|hellip|middot|bull|times|copy|reg|zwn?j|sp);"
    r"|nbsp(?![a-z])|#[0-9]{2,6};|#[xX][0-9a-fA-F]{2,5};)(?:(?:&nbsp|&ensp|&emsp);)*)"
    r"|(?P<escape>(?<=<)U\+[0-9A-F]{4,5}>(?:<U\+[0-9A-F]{4,5}>)*)"
    r"|(?P<tag>(?<=<)/?(?:p|br|div|span|font|strong|em|b|i|u|a|table|tbody|tr|td|th|img|ul|ol|li|h[1-6]|o:p|center|section|style|script|iframe|"
    r"input|hr|sup|sub|html|body|head|meta|link|title|form|button|svg|video|blockquote|pre|code|label)(?:\s[^<>\n]{0,400})?/?>)"
    r"|(?P<style>(?<=_)Editor\b(?<=TRS_Editor)[^{}\n]{0,60}\{[^}\n]{0,300}\}?)"
    r"|(?P<field>(?<=_)Toc[0-9]{4,}(?:\s*\\?h\b)?(?:\s+[0-9]{1,3}\b)?|(?<=错)误[!！]\s*(?:未找到引用源|未定义书签|超链接引用无效|文档中没有指定样式的文字)|(?<=\\)\* ?MERGEFORMAT(?:INET)?|(?<=H)YPERLINK\s*(?:\\l\s+)?[\"“”][^\"“”\n]{0,200}[\"“”]))"
)
_WORDS = LazyPattern(
    r"(?P<error>#(?:REF!|VALUE!|DIV/0!|N/A(?![A-Za-z])|NAME\?|NUM!|NULL!))"
    r"|(?P<value>\[object Object\]|NaN(?![A-Za-z])(?<![A-Za-z]NaN)|undefined(?![A-Za-z])(?<![A-Za-z]undefined))"
    r"|(?P<escape>%E[4-9](?:%[0-9A-F]{2}){2,}|\\(?:u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})*|[rnt](?![A-Za-z])(?:\\[rnt](?![A-Za-z]))*)|_x000[AD9]_)"
    r"|(?P<style>mso-[a-z\-]{3,30}:[^;，。\"\n]{1,30};?|(?:class|style|align|face|lang)=\"[^\"\n]{0,80}\")"
    r"|(?P<field>SEQ ?[^\\\n]{1,12}\\\* ?[A-Za-z]{4,12}|TOC ?\\o[^\n]{0,12}?(?:\\[a-z] ?)+|EMBED [A-Z][A-Za-z]{2,12}\.[A-Za-z.0-9]{3,20})"
)
_WORD_SIGNS = (b"#", b"\\", b'="', b"%E", b"NaN", b"undefined", b"[object", b"_x000", b"mso-", b"EMBED")
"""One of these stands in whatever `_WORDS` matches."""
_ADDRESS = frozenset("/=?&%")
"""In front of escaped characters of an address."""
_BROKEN = LazyPattern(r"误[!！]")
"""The beginning of what Word writes where a reference leads nowhere: 错误!未找到引用源."""
_BEFORE = {"field": ("PAGEREF ", "PAGEREF", "REF ", "REF"), "style": (".TRS",)}
_SIGNS = (b"&", b"<", b"_", b"\\", b"HYPERLINK")
_LONGEST = 40


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Only where one of the signs of code stands, which is in hardly any text."""
    text = report.text
    markdown = report.document.source.medium == "markdown"
    code = report.shared(latin)
    taken: list[Span] = []
    if any(map(code.__contains__, _SIGNS)) or _BROKEN.search(text):
        for m in _CODE.finditer(text):
            kind = m.lastgroup or ""
            if not (markdown and kind in ("entity", "tag")):
                taken.append(Span(_start(text, m.start(), kind), m.end()))
                yield _hit(text, taken[-1], kind)
    if not markdown and any(map(code.__contains__, _WORD_SIGNS)):
        for m in _WORDS.finditer(text):
            address = m[0][0] == "%" and text[m.start() - 1 : m.start()] in _ADDRESS
            if not address and not any(span.start <= m.start() < span.end for span in taken):
                yield _hit(text, Span(*m.span()), m.lastgroup or "")


def _hit(text: str, span: Span, kind: str) -> Hit:
    words = text[span.start : span.end]
    return Hit(span, kind, {"text": words if len(words) <= _LONGEST else words[:_LONGEST] + "…"})


def _start(text: str, at: int, kind: str) -> int:
    """Where code begins whose telling sign stands in its middle."""
    return next((at - len(word) for word in _BEFORE.get(kind, ()) if text.startswith(word, at - len(word))), at)
