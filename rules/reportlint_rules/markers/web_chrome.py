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

from reportlint import Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span

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
        Example("⟦当前位置：首页>>政务公开⟧\n2023年法治政府建设年度报告\n⟦【字体：大 中 小】⟧⟦【打印】⟧\n全年工作有序开展。\n⟦扫一扫在手机打开当前页⟧\n"),
        Example("区财政局年度报告\n发布时间：2024-01-05 ⟦浏览次数：128⟧\n⟦责任编辑：张三⟧\n⟦【我要纠错】⟧\n⟦上一篇：通知公告⟧\n"),
    ),
    doc=__doc__,
)

_CHROME = LazyPattern(
    r"[体览置扫纠辑篇印闭藏](?:"
    r"(?<=体)(?:大小)?[：:]?\s*[【\[（(]?大\s*[|｜]?\s*中\s*[|｜]?\s*小(?<=字.{0,12})?"
    r")"
)
