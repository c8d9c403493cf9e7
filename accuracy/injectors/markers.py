"""What sites leave in a text: tags, notices, navigation, markup (M001–M005)."""

from __future__ import annotations

from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, line, replaced, say, sentence

_PAID = (
    "##paid{begin|end}##", "$$paid{begin|end}$$", "<paid>", "</paid>", "内容已经隐藏，点击付费后查看", "以下内容为付费内容，购买后{阅读|查看}",
    "剩余{20-90}%未读，付费后可继续阅读", "付费后可查看全文", "本文为付费文章，请购买后阅读",
    "[paid]", "[/paid]", "【付费内容】", "此处内容需要购买后才能查看", "需要支付{3-20}元才能查看全文", "您需要购买后才能查看完整内容", "此内容为付费内容，请付费后查看",
    "试读部分已结束，请付费阅读剩余内容", "隐藏内容，支付后可见", "点击购买，解锁全文", "{付费|购买}解锁全文", "付费阅读{全文|剩余内容}", "本文需付费阅读", "您还未购买本文，无法阅读全文",
    "开通会员后可阅读全文", "付费内容：￥{3-20}.00", "剩余{2-9}00字，购买后可阅读",
)  # fmt: skip
_CMS = (
    "##pagebreak##", "#p#副标题#e#", "#p#分页标题#e#", "[nextpage]", "<!--more-->", "<!--nextpage-->", "[!--empirenews.page--]",
    "_ueditor_page_break_tag_", "[hide]", "[/hide]", "[/url]", "[attach]{100-999}[/attach]", "[page]", "[color=red]",
    "_baidu_page_break_tag_", "[page_break]", "[page=第二页]", "[/page]", "<!--pagebreak-->", "<!--StartFragment-->", "<!--EndFragment-->", "<!--[if gte mso 9]>", "<![endif]-->",
    "[!--newstext--]", '[gallery ids="12,15"]', "[/color]", "[size=3]", "[align=center]", "[font=宋体]", "[caption]", "#page#", "[分页]", "[/b]",
)  # fmt: skip
_SITE = (
    "仅展示{300-900}字，全文共{2000-9000}字", "本文档由会员上传，可在线阅读", "由会员分享，可在线阅读，更多相关资料请在{文库|本站}搜索",
    "---此处隐藏{50-900}字，下载后查看---", "下面是小编为大家整理的{theme}总结，供大家参考", "以下是小编{收集整理|精心整理}的{theme}报告，欢迎{阅读|借鉴}",
    "加入VIP免费下载", "下载积分：{5-90}", "（阅读全部内容，请先登录）", "本文来源：网络，如有侵权请联系删除", "本文档由用户上传，版权归属用户", "更多范文请关注公众号", "文章内容仅供预览，请下载后查看全文",
    "本站为你精心整理了{theme}范文", "还剩{2-20}页未读，继续阅读", "来源：网友投稿",
    "公文{写作|材料}网www.{gongwenxie|clwen|fanwenku}.com", "点击下载文档",
    "预览结束，如需{下载|打印|复制}请点击", "本资料来源于网络，仅供学习参考", "资源来自网络，侵权联系删除", "更多{公文|范文|材料}请关注微信公众号", "猜你喜欢", "热门{文章|文档|范文}推荐",
    "声明：本文由网友上传，仅供参考", "文库VIP免费读", "百度文库下载", "收藏本站，方便下次阅读", "上传时间：20{21-24}-0{1-9}-1{1-9} 上传者：user{10-99}", "以上内容由AI生成，仅供参考",
    "好的，下面是根据您的要求撰写的报告：", "当然可以，以下是一份{theme}报告：", "希望以上内容对您有帮助，如需修改请告诉我", "注：以上为范文模板，请根据实际情况修改", "本文共{2-9}页，当前第1页",
    "{theme}工作总结范文（精选{3-9}篇）", "【篇{一|二|三}】", "相关推荐：{theme}工作总结", "（本文来自{写作|公文|秘书}网，转载请注明）", "文档大小：{20-90}KB 页数：{3-9}页", "全文共{2000-9000}字，免费阅读前30%",
    "以上是{theme}总结的全部内容，欢迎收藏", "本文为原创，未经许可不得转载", "扫码进群，领取{公文|写作}素材", "作者：佚名 来源：本站原创",
)  # fmt: skip
_CHROME = (
    "【字体：大 中 小】", "字号：大 中 小", "【打印】【关闭】", "当前位置：首页>政务公开>年度报告", "您的位置：首页 > 信息公开", "浏览次数：{12-900}", "点击数：{12-900}次",
    "扫一扫在手机打开当前页", "责任编辑：{surname}{given}", "【我要纠错】", "上一篇：{theme}通知", "下一篇：{theme}公告", "分享到：微信 微博", "【打印本页】", "【关闭窗口】",
    "【大 中 小】", "字体：[大] [中] [小]", "打印 关闭", "打印此页", "浏览：{12-900}次", "访问量：{12-900}", "阅读次数：{12-900}", "首页 > 政务公开 > 法治政府建设年度报告", "返回顶部", "网站地图 | 联系我们",
    "版权所有：青禾区人民政府", "主办单位：青禾区人民政府办公室 网站标识码：33010{10000-90000}", "浙公网安备3301{1000-9000}号", "微信扫一扫：分享", "上一条：{theme}通知", "下一条：{theme}公告", "编辑：{surname}{given}",
    "关闭本页", "【关闭本窗口】", "收藏 打印 关闭", "信息来源：本站 点击率：{12-900}", "相关附件下载", "您是第{1000-9000}位访客", "一键分享", "无障碍阅读",
)  # fmt: skip
_MARKUP = (
    "&nbsp;", "&nbsp;&nbsp;", "&ldquo;", "&mdash;", "&#8226;", "<br/>", "<br>", "</p>", '<span style="color:#333">', "</span>", '<p align="center">', "<U+00A0>", "<U+3000>",
    " PAGEREF _Toc{1000000-9000000} \\h {1-30}", "</div>", "<strong>", "\\u3000", "<td>", "&amp;",
    "&hellip;", "&#160;", "&#x3000;", "&emsp;", "<o:p></o:p>", '<font face="宋体">', "\\n", "\\r\\n", "_x000D_", "\\u00a0", "&rdquo;", '<a href="/zwgk/2023/index.html">', "</a>", "SEQ 表 \\* ARABIC",
    'TOC \\o "1-3" \\h', "EMBED Excel.Sheet.8", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NAME?", 'class="MsoNormal"', 'style="text-indent:2em"', "mso-spacerun:yes", "%E6%B3%95%E6%B2%BB",
    "[object Object]", "<tr><td>", "</tbody>", "错误！未找到引用源。", "&middot;", "&copy;", "NaN", "undefined",
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
        notices = (
            "下面是小编为大家整理的工作报告，供大家参考。", "本文档由会员上传分享，可在线阅读。", "第一篇：工作总结范文", "篇一：法治政府建设工作总结", "法治政府建设年度报告范文三篇",
            "以下是为您撰写的法治政府建设年度报告：", "【导语】本站为您整理了年度工作总结，供您参考。",
        )  # fmt: skip
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
