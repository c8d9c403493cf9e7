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
        Example("返回首页即可办理，首页开设专栏，完善网站地图和无障碍阅读功能，访问量：同比增长，编辑：宣传手册两种，一键分享给群众。"),
        Example("索引号：000014348/2024-00001\n发文机关：区财政局\n"),
    ),
    bad=(
        Example(
            "⟦当前位置：首页>>政务公开⟧\n2023年法治政府建设年度报告\n⟦【字体：大 中 小】⟧⟦【打印】⟧\n全年工作有序开展。\n⟦扫一扫在手机打开当前页⟧\n"
        ),
        Example("区财政局年度报告\n发布时间：2024-01-05 ⟦浏览次数：128⟧\n⟦责任编辑：张三⟧\n⟦【我要纠错】⟧\n⟦上一篇：通知公告⟧\n"),
        Example(
            "⟦首页 > 政务公开 > 报告⟧\n区财政局年度报告\n⟦【大 中 小】⟧ ⟦访问量：31⟧\n全年工作有序开展。\n⟦打印 关闭⟧\n⟦下一条：通知⟧\n⟦返回顶部⟧\n"
        ),
        Example(
            "⟦您当前的位置：首页 > 政务公开⟧\n区财政局年度报告\n全年工作有序开展。\n⟦打印本页⟧\n⟦©2023 版权所有 某站 京ICP备10000001号⟧\n"
        ),
    ),
    doc=__doc__,
)

_SEPARATOR = r"[\s|｜]*"
_BUTTON = "(?:本页|此页|该页|本窗口|窗口|页面|本文)"
_CHROME = LazyPattern(
    rf"字[体号](?:大小)?\s*[：:]?\s*[【\[（(]*\s*大[\]】]?{_SEPARATOR}[\[【]?中[\]】]?{_SEPARATOR}[\[【]?小\s*[】\]）)]*|【大{_SEPARATOR}中{_SEPARATOR}小】"
    r"|览(?<=浏览)(?:次数|量)?\s*[：:]\s*[0-9]*(?:\s*次)?|读(?<=阅读)(?:次数|量|数)?\s*[：:]\s*[0-9]+次?|访问(?:量|次数|人数)\s*[：:]\s*[0-9]+"
    r"|击(?<=点击)(?:数|量|次数|率)?\s*[：:]\s*[0-9\[]+\]?|您是第[0-9]+位(?:访[客问]|浏览)者?"
    r"|置(?:(?<=当前位置)|(?<=当前的位置)|(?<=您的位置)|(?<=所在位置))\s*[：:][^。\n【]{0,80}|首页\s*[>＞›»][^。\n]{0,80}"
    r"|扫一扫(?:[^，。\n]{0,8}(?:打开|分享|浏览|访问|查看)[^，。\n]{0,6}(?:当前页面?|本页|网页|此页)|\s*[：:]\s*(?:分享|关注))"
    r"|纠错(?<=我要纠错)[】\]]?|辑(?<=责任编辑)\s*[：:]\s*[^\s，。]{0,8}|辑(?<=[\n \u3000]编辑)[：:]\s*[\u4e00-\u9fff]{2,4}(?![^\s])"
    r"|篇(?<=[\n \u3000][上下]一篇)\s*[：:][^\n]{0,60}|条(?<=\n[上下]一条)\s*[：:][^\n]{0,60}"
    rf"|印(?<=打印)(?:{_BUTTON}[】\]]?|(?<=[【\[]打印)[】\]])|闭(?<=关闭)(?:{_BUTTON}[】\]]?|(?<=[【\[]关闭)[】\]])"
    r"|印(?<=\n打印)[ \u3000|｜]+(?:关闭|收藏|返回|分享|下载)(?![^\s])|印(?<=\n收藏 打印)(?:[ |]+关闭)?(?![^\n])"
    r"|藏(?:(?<=[【\[]收藏)(?:本页|本文)?[】\]]|(?<=加入收藏)夹?)|享(?:(?<=分享)到\s*[：:]|(?<=\n一键分享)(?![^\n]))|返回(?:顶部|(?:首页|列表|上一?页)(?![^】\]\s]))"
    r"|图(?<=网站地图)(?=\s*[|｜ ]\s*(?:联系|关于|隐私|版权|法律))[^\n]{0,40}|码(?<=网站标识码)\s*[：:]\s*[0-9a-z]{6,}|载(?<=\n相关附件下载)(?![^\n])|读(?<=\n无障碍阅读)(?![^\n])"
    r"|版权所有\s*[：:][^\n]{0,40}|安备(?<=公网安备)\s*[0-9]{6,}号?|©[^\n]{0,60}(?:版权所有|备案|ICP备)[^\n]{0,60}|备(?<=ICP备)[0-9]{6,}号(?:-[0-9]+)?"
)
"""Each from the character that tells it."""
_CLUES = Clues(
    "字[体号] 【大 浏览 阅读 访问 点击 您是 位置 首页 扫一 纠错 编辑 一篇 一条 打印 关闭 收藏 享到 键分 返回 站地 识码 件下 碍阅 版权 安备 备案 P备"
)
_LEADS = (
    "浏览", "无障碍阅读", "阅读", "点击", "您当前的位置", "当前的位置", "当前位置", "您的位置", "所在位置", "【我要纠", "[我要纠", "我要纠", "责任编辑", "编辑", "上一篇", "下一篇", "上一条", "下一条",
    "【打印", "[打印", "收藏 打印", "打印", "【关闭", "[关闭", "关闭", "【收藏", "[收藏", "加入收藏", "一键分享", "分享", "网站地图", "网站标识码", "相关附件下载", "公网安", "ICP备", "【字",
)  # fmt: skip
"""What stands up to and with the telling character; the longer of two first."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Each piece of navigation, from its first word."""
    text = report.text
    for m in _CHROME.finditer(text) if report.has(_CLUES) else ():
        end = m.start() + 1
        lead = next((lead for lead in _LEADS if text.endswith(lead, 0, end)), text[m.start()])
        yield _hit(report.document, Span(end - len(lead), m.end()))


def _hit(document: Document, logical: Span) -> Hit:
    """Navigation ends with its line in the file, even where that was joined to the lines of a title."""
    start, end = document.map.span(logical)
    stop = document.source.text.find("\n", start, end)
    span = SourceSpan(start, stop if stop >= 0 else end)
    return Hit(span, values={"text": document.source.text[span.start : span.end].strip()})
