"""Navigation of a web page that was copied with the text.

What it finds:
    【字体：大 中 小】、浏览次数：、当前位置：、【打印】【关闭】、扫一扫在手机打开当前页、责任编辑：、我要纠错、分享到、上一篇／下一篇等网页上的导航和按钮。

    Font size, number of views, breadcrumbs, buttons for printing and closing, QR code hints, editors, links to the next article.

Why:
    从网页复制时多带了内容；不影响正文，但不该留在报告里。

    More than the text was copied from the page; harmless, but no part of the report.

Instead:
    删除。

    Delete it.

Silent on:
    索引号、来源、发布日期等公开信息表，正文里的“打印”“浏览”“分享”。

    The table of index number, source and date; printing, browsing and sharing as a subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Clues, Document, Example, Hit, LazyPattern, Report, Rule, Severity, SourceSpan, Span

rule = Rule(
    code="M004",
    name="web-chrome",
    severity=Severity.INFO,
    title=Bilingual("网页导航残留", "web page navigation"),
    clause=Bilingual("政府网站公开文本所见", "As seen in texts copied from government sites"),
    messages={"found": Bilingual("“{text}”是网页上的导航或按钮", "{text} belongs to the web page, not to the report")},
    help=Bilingual("删除", "Delete it"),
    good=(
        Example("打印材料三百份，网站浏览量大幅提升，分享到位经验，当前位置重要，配备责任编辑三名，扫一扫二维码即可办理。"),
        Example("索引号：000014348/2024-00001\n发文机关：区财政局\n"),
    ),
    bad=(
        Example(
            "⟦当前位置：首页>>政务公开⟧\n2023年法治政府建设年度报告\n⟦【字体：大 中 小】⟧⟦【打印】⟧\n全年工作有序开展。\n⟦扫一扫在手机打开当前页⟧\n"
        ),
        Example("区财政局年度报告\n发布时间：2024-01-05 ⟦浏览次数：128⟧\n⟦责任编辑：张三⟧\n⟦【我要纠错】⟧\n⟦上一篇：通知公告⟧\n"),
        Example(
            "⟦您当前的位置：首页 > 政务公开⟧\n区财政局年度报告\n全年工作有序开展。\n⟦打印本页⟧\n⟦©2023 版权所有 某站 京ICP备10000001号⟧\n"
        ),
    ),
    doc=__doc__,
)

_SEPARATOR = r"[\s|｜]*"
_CHROME = LazyPattern(
    r"[字览置扫纠辑篇印闭藏享击©P](?:"
    rf"(?<=字)[体号](?:大小)?\s*[：:]?\s*[【\[（(]?\s*大{_SEPARATOR}中{_SEPARATOR}小\s*[】\]）)]*"
    r"|(?<=浏览)(?:次数|量)?\s*[：:]\s*[0-9]*(?:\s*次)?"
    r"|(?<=点击)(?:数|量|次数)?\s*[：:]\s*[0-9\[]+\]?"
    r"|(?:(?<=当前位置)|(?<=当前的位置)|(?<=您的位置)|(?<=所在位置))\s*[：:][^。\n【]{0,80}"
    r"|(?<=扫)一扫[^，。\n]{0,8}(?:打开|分享|浏览|访问|查看)[^，。\n]{0,6}(?:当前页面?|本页|网页|此页)"
    r"|(?<=我要纠)错[】\]]?|(?<=责任编辑)\s*[：:]\s*[^\s，。]{0,8}|(?:(?<=\n上一篇)|(?<=\n下一篇))\s*[：:][^\n]{0,60}"
    r"|(?<=[【\[]打印)(?:本页|本文)?[】\]]|(?<=打印)本页|(?<=[【\[]关闭)(?:窗口|本页)?[】\]]|(?<=关闭)窗口|(?<=[【\[]收藏)(?:本页|本文)?[】\]]"
    r"|(?<=分享)到\s*[：:]|(?<=加入收藏)夹?"
    r"|(?<=©)[^\n]{0,60}(?:版权所有|备案|ICP备)[^\n]{0,60}|(?<=ICP)备[0-9]{6,}号(?:-[0-9]+)?)"
)
_CLUES = Clues("字[体号] 浏览 点击 位置 扫一 要纠 编辑 一篇 打印 关闭 收藏 享到 版权 备案 P备")
_LEADS = (
    "【字", "字", "浏览", "点击", "您当前的位置", "当前的位置", "当前位置", "您的位置", "所在位置", "扫", "【我要纠", "[我要纠", "我要纠", "责任编辑", "上一篇", "下一篇", "【打印", "[打印",
    "打印", "【关闭", "[关闭", "关闭", "【收藏", "[收藏", "加入收藏", "分享", "©", "ICP", "",
)  # fmt: skip
"""What stands up to and with the telling character."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Each piece of navigation, from its first word."""
    text = report.text
    for m in _CHROME.finditer(text) if report.has(_CLUES) else ():
        lead = next(lead for lead in _LEADS if text.startswith(lead, m.start() + 1 - len(lead)))
        yield _hit(report.document, Span(m.start() + 1 - len(lead), m.end()))


def _hit(document: Document, logical: Span) -> Hit:
    """Navigation ends with its line in the file, even where that was joined to the lines of a title."""
    start, end = document.map.span(logical)
    stop = document.source.text.find("\n", start, end)
    span = SourceSpan(start, stop if stop >= 0 else end)
    return Hit(span, values={"text": document.source.text[span.start : span.end].strip()})
