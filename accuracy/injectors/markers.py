"""What sites leave in a text: tags, notices, navigation, markup (M001–M005)."""

from __future__ import annotations

from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, line, replaced, say, sentence

_PAID = (
    "##paid{begin|end}##", "$$paid{begin|end}$$", "<paid>", "</paid>", "内容已经隐藏，点击付费后查看", "以下内容为付费内容，购买后{阅读|查看}",
    "剩余{20-90}%未读，付费后可继续阅读", "付费后可查看全文", "本文为付费文章，请购买后阅读",
)  # fmt: skip
_CMS = (
    "##pagebreak##", "#p#副标题#e#", "#p#分页标题#e#", "[nextpage]", "<!--more-->", "<!--nextpage-->", "[!--empirenews.page--]",
    "_ueditor_page_break_tag_", "[hide]", "[/hide]", "[/url]", "[attach]{100-999}[/attach]", "[page]", "[color=red]",
)  # fmt: skip
_SITE = (
    "仅展示{300-900}字，全文共{2000-9000}字", "本文档由会员上传，可在线阅读", "由会员分享，可在线阅读，更多相关资料请在{文库|本站}搜索",
    "---此处隐藏{50-900}字，下载后查看---", "下面是小编为大家整理的{theme}总结，供大家参考", "以下是小编{收集整理|精心整理}的{theme}报告，欢迎{阅读|借鉴}",
    "加入VIP免费下载", "下载积分：{5-90}", "（阅读全部内容，请先登录）", "本文来源：网络，如有侵权请联系删除", "本文档由用户上传，版权归属用户", "更多范文请关注公众号", "文章内容仅供预览，请下载后查看全文",
    "本站为你精心整理了{theme}范文", "还剩{2-20}页未读，继续阅读", "来源：网友投稿",
    "公文{写作|材料}网www.{gongwenxie|clwen|fanwenku}.com", "点击下载文档",
)  # fmt: skip
_CHROME = (
    "【字体：大 中 小】", "字号：大 中 小", "【打印】【关闭】", "当前位置：首页>政务公开>年度报告", "您的位置：首页 > 信息公开", "浏览次数：{12-900}", "点击数：{12-900}次",
    "扫一扫在手机打开当前页", "责任编辑：{surname}{given}", "【我要纠错】", "上一篇：{theme}通知", "下一篇：{theme}公告", "分享到：微信 微博", "【打印本页】", "【关闭窗口】",
)  # fmt: skip
_MARKUP = (
    "&nbsp;", "&nbsp;&nbsp;", "&ldquo;", "&mdash;", "&#8226;", "<br/>", "<br>", "</p>", '<span style="color:#333">', "</span>", '<p align="center">', "<U+00A0>", "<U+3000>",
    " PAGEREF _Toc{1000000-9000000} \\h {1-30}", "</div>", "<strong>", "\\u3000", "<td>", "&amp;",
)  # fmt: skip


def _anywhere(clean: Clean, rng: Random, pieces: tuple[str, ...], also: tuple[str, ...]) -> Defect | None:
    if clean.markdown:
        return None
    piece = rng.choice(pieces)
    return line(clean, rng, [f"⟦{piece}⟧"], also) if rng.random() < 0.6 else sentence(clean, rng, [f"⟦{piece}⟧"], also)


@injects("M001")
def paid_marker(clean: Clean, rng: Random) -> Defect | None:
    """A tag or notice of a pay-wall."""
    return _anywhere(clean, rng, _PAID, ("M003",))


@injects("M002")
def cms_marker(clean: Clean, rng: Random) -> Defect | None:
    """A tag of a content system."""
    return _anywhere(clean, rng, _CMS, ("M005",))


@injects("M003")
def site_residue(clean: Clean, rng: Random) -> Defect | None:
    """A notice of a site that shares documents, at the beginning, in a line or between sentences."""
    if rng.random() < 0.15:
        notices = ("下面是小编为大家整理的工作报告，供大家参考。", "本文档由会员上传分享，可在线阅读。", "第一篇：工作总结范文")
        return replaced(clean.text, 0, 0, f"⟦{rng.choice(notices)}⟧\n", ("S006",))
    return _anywhere(clean, rng, _SITE, ("M001", "M004"))


@injects("M004")
def web_chrome(clean: Clean, rng: Random) -> Defect | None:
    """Navigation in a line of its own: before the text, after it, or in it."""
    place, piece = rng.random(), rng.choice(_CHROME)
    if place < 0.3:
        return replaced(clean.text, at := len(clean.text), at, say(f"⟦{piece}⟧\n", rng), ("M003", "S015"))
    return line(clean, rng, [f"⟦{piece}⟧"], ("M003",))


@injects("M005")
def markup_residue(clean: Clean, rng: Random) -> Defect | None:
    """An entity, tag or field code between sentences."""
    return None if clean.markdown else sentence(clean, rng, [f"⟦{piece}⟧" for piece in _MARKUP])
