"""Notices, watermarks and adverts of the site that a text was copied from.

What it finds:
    文库、范文网站的提示（仅展示628字，全文共2002字；由会员分享，可在线阅读；下载积分；此处隐藏……字）、导语（小编为大家整理……）、插在句子里的水印（……之家www.…com），以及被植入的博彩广告。

    Notices of document-sharing sites (仅展示628字，全文共2002字; 由会员分享，可在线阅读; 下载积分), lead-ins of essay sites (小编为大家
    整理……), watermarks inside sentences (……之家www.…com), and injected adverts of gambling sites.

Why:
    正文来自文库或范文网站；“省略”“隐藏”的地方，内容已经缺失。

    The text comes from a document-sharing or essay site; where it says that something is hidden, text is missing.

Instead:
    删除提示、水印和广告，找回缺失的内容，并核对全文是否为本单位所写。

    Delete notices, watermarks and adverts, put back what is missing, and check that the text is yours.

Silent on:
    版权保护、会员单位、山姆会员店、先诊疗后付费、提供资料下载服务，政府网站的网址，打击网络赌博。

    Copyright protection, member bodies, shops, payment and downloads as a subject; addresses of government sites; fighting gambling.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import HAN, Bilingual, Example, Hit, LazyPattern, Report, Rule, Severity, Span

rule = Rule(
    code="M003",
    name="site-residue",
    severity=Severity.ERROR,
    title=Bilingual("网站残留", "site residue"),
    clause=Bilingual("文库、范文网站公开样本所见", "As seen on document-sharing and essay sites"),
    messages={
        "notice": Bilingual("“{text}”是文库或范文网站的提示，不是报告内容", "“{text}” is a notice of a document-sharing site"),
        "missing": Bilingual("“{text}”：此处正文缺失", "“{text}”: text is missing here"),
        "watermark": Bilingual("“{text}”是网站水印", "“{text}” is the watermark of a site"),
        "advert": Bilingual("“{text}”是被植入的广告", "“{text}” is an injected advert"),
    },
    help=Bilingual("删除残留内容，补上缺失的正文", "Delete the residue, and put back what is missing"),
    good=(
        Example("加强版权保护，会员单位增至三十家，山姆会员店落户，推行先诊疗后付费。"),
        Example("群众可登录www.example.gov.cn查询，或扫描二维码下载申请表。"),
        Example("严厉打击“时时彩”等网络赌博犯罪，查处涉赌案件。"),
        Example("编印公文写作范文汇编，组织稿件投稿，向社会免费开放在线阅读平台。"),
    ),
    bad=(
        Example("⟦仅展示500字，全文共3000字⟧"),
        Example("⟦本文档由会员上传分享，可在线阅读⟧\n一、主要做法\n⟦---此处隐藏120字，下载后查看---⟧"),
        Example("⟦下面是小编为大家整理的法治政府建设报告，供大家参考⟧。"),
        Example("落实法治建设公文⟦之家—每日更新www.gongwen-example.com⟧责任人职责。"),
        Example("⟦皇冠足球比分⟧:加强执法监督，推进⟦公众@号⟧建设。"),
    ),
    doc=__doc__,
)

_SITE = rf"(?:之家|文库|文秘网?|范文网?|公文网|公文汇|素材网?|资料网?|秘书网?|资源网?|文档网?|无忧|作文网?)[{HAN}—\-:：]{{0,12}}"
_DOMAIN = r"[A-Za-z0-9.\-]+\.(?:com|net|cn|org|cc|top)"
_REFERS = "网址)(?<!网站)(?<!登录)(?<!访问)(?<!官网)(?<!平台)(?<!链接)(?<!系统)(?<!网页"
_NOISE = r"[@#$%&*^~+=|}{\[\]\\]"
"""A sign put between the characters of a word, against filters."""
_TRIGGER = LazyPattern(
    r"[仅略侵隐剩享阅载档览版编稿站范篇库巴V众微彩博冠葡虎百娱w](?:"
    r"(?<=[范众略站享库微百编隐博])(?:"
    r"(?P<lead_in>文(?=.{0,3}篇|网|大全|展示|之家)|(?<=【范)文|(?<=本站)(?=为|精心|原创|观点)|(?<=员分享)|(?<=友分享)|(?<=户分享)|(?<=上传分享)"
    r"|(?<=百度文库)|(?<=人人文库)|(?<=豆丁文库)|(?<=新浪文库)|(?<=小编))"
    r"|(?P<follow>(?<=公众)号(?=.{0,6}(?:获取|领取|回复)))|(?P<cut>(?<=省略)[0-9]+字|(?<=处隐)藏)"
    rf"|(?P<sign>(?<=公{_NOISE}众)|(?<={_NOISE}众)(?<=公..)|(?<=公众){_NOISE}{{1,2}}号|(?<=微){_NOISE}{{1,2}}信)"
    r"|(?P<gambling>家乐(?<=百家乐)|(?<=博)彩(?=网|平台|公司)|(?<=[亚万]博)(?=体育|娱乐|国际|投注|官网)))"
    r"|(?<=[仅侵剩阅载档览版稿篇巴V彩冠葡虎娱w])(?:"
    r"(?P<missing>(?<=仅)展示[0-9]|(?<=还剩)[0-9]+页|(?<=阅)读全[部文].{0,10}(?:登录|付费|关注|下载))"
    r"|(?P<notice>(?<=侵)权.{0,8}删|(?<=在线阅)读|(?<=阅)读全文(?<=[击开]阅读全文)|(?<=查看阅)读全文|(?<=下载阅)读全文"
    r"|(?<=下载)(?:积分|后可?(?:查看|阅读|编辑)|文档|全文|本文|原文档|[Ww]ord)|(?<=欢迎下载)|(?<=免费下载)|(?<=文档下载)"
    r"|(?<=文档)(?:由(?:用户|会员|网友|网络)|简介|来源于?网络|下载收益)|(?<=精品文档)|(?<=原创力文档)|(?<=第一文档)网"
    r"|(?<=仅供预览)|(?<=预览)已?结束|(?<=版)权(?:归(?:原?作者|用户|上传者|原创|网站)|申诉)|(?<=网友投稿)|(?<=我要投稿)"
    r"|(?<=篇)[】）)]|(?<=\n第.篇)[:：]|(?<=道客巴)巴|(?<=V)IP(?=会员|免费|专享|.{0,4}下载)|(?<=入V)IP|(?<=为V)IP|(?<=通V)IP|(?<=级V)IP)"
    r"|(?P<watermark>(?<=w)ww\.[A-Za-z0-9])"
    r"|(?P<advert>(?<=足彩)(?=在线|网)|(?<=时时彩)|(?<=六合彩)(?=资料|开奖|网)|(?<=皇冠)(?=体育|足球|娱乐|国际|现金|投注|比分)"
    r"|(?<=沙巴)(?=体育|投注|官网)|(?<=葡)京(?=娱乐|赌场|国际|官网|棋牌)|(?<=老虎)机|(?<=线上娱)乐))"
    ")"
)
"""A rare character and what makes it telling; the whole notice around it is found by `_NOTICES`."""

_NOTICES = (
    LazyPattern(r"仅展示[0-9]+[字页][，,；;]?(?:全文共[0-9]+[字页])?"),
    LazyPattern(r"[（(]?(?:开头|中间|结尾|后面|以下|此处)?(?:部分|内容)?(?:已经?|被)?省略[0-9]+字[)）]?"),
    LazyPattern(r"[-—]*此处隐藏[0-9]*字?[，,]?(?:下载后?(?:可?)查看)?[-—]*"),
    LazyPattern(r"还剩[0-9]+页未读[，,]?(?:继续阅读|下载)?"),
    LazyPattern(r"[（(]?阅读全[部文][^。\n]{0,10}(?:登录|付费|关注|下载)[！!]?[)）]?"),
    LazyPattern(
        r"(?:本(?:文|文档|资料))?由?(?:会员|网友|用户)(?:上传)?分享[，,]?(?:(?:可|免费)?在线(?:阅读|下载))?(?:[，,]更多相关[^。\n]{0,60}搜索)?"
    ),
    LazyPattern(r"(?:可|免费)在线阅读(?=[，,。]?(?:更多|下载|请|\n|$))|(?:点击|展开|请|下载后?|查看)阅读全文"),
    LazyPattern(
        r"加入[Vv][Ii][Pp][^。\n]{0,4}下载(?:\s*立即下载)?|下载积分(?:[:：]?\s*[0-9]+)?|下载后可?(?:查看|阅读|编辑)(?:全文|使用)?"
        r"|(?:点击|免费|欢迎)?下载(?:原?文档|全文|本文|[Ww]ord)?(?:到[^，。\n]{0,8}|\s*立即下载)?(?=[\s，。！!:：]|$)|(?<=[\n：])文档下载"
    ),
    LazyPattern(
        r"(?:本|该)?文档由?(?:用户|会员|网友|网络)[^。\n]{0,8}(?:上传|提供|分享|整理)(?:[，,][^。\n]{0,16}版权归[^。\n]{0,8})?|原创力文档|第一文档网|文档简介[:：]"
        r"|文档来源于?网络|此?文档下载收益[^。\n]{0,10}|(?:更多)?精品文档[^。\n]{0,12}"
    ),
    LazyPattern(r"(?:文章|文档)?内容仅供预览|仅供预览|预览已?结束"),
    LazyPattern(r"版权(?:归(?:原?作者|用户|上传者|原创者?|网站)(?:所有)?|申诉)"),
    LazyPattern(
        r"(?:(?:下面|以下|这里|今天)?[是就]?(?:由)?)?小编(?:为|给|帮|跟|和)(?:大家|您|你|各位)"
        r"[^。\n]{0,40}?(?:供(?:大家|您|你)?参考|欢迎阅读|仅供参考|希望(?:对|能)[^。\n]{0,12}帮助|(?=[。\n]|$))"
    ),
    LazyPattern(r"(?:来源[:：]\s*)?网友投稿|我要投稿"),
    LazyPattern(r"本站(?:为(?:你|您|大家)|精心|原创)[^。\n]{0,6}(?:整理|收集|准备|推荐)[^。\n]{0,20}|(?:不代表)?本站观点"),
    LazyPattern(r"如?有?侵权[^。\n]{0,8}删除?|(?:扫码)?(?:关注)?(?:微信)?公众号[^。，\n]{0,6}(?:获取|领取|回复)[^。，\n]{0,8}"),
    LazyPattern(
        r"【?(?:[0-9一二三四五六七八九十]{1,2}篇)?范文(?:[0-9一二三四五六七八九十]{1,2}篇|网|大全|展示|篇[一二三四五1-9]|之家)】?|【范文[^】\n]{0,6}】"
    ),
    LazyPattern(
        r"【(?:精选|通用|优秀)?[0-9一二三四五六七八九十]{1,2}篇】|[（(](?:精选|通用|优秀|汇编|集合|最新)[0-9一二三四五六七八九十]{1,2}篇[)）]"
        r"|(?<=\n)第[一二三四五1-5]篇[:：]"
    ),
    LazyPattern(r"(?:百度|人人|豆丁|新浪)文库|道客巴巴"),
    LazyPattern(r"(?:成为|开通|加入|升级)?VIP(?:会员|免费|专享|[^。，\n]{0,4}下载)[^。，\n]{0,4}|(?:成为|开通|加入|升级)VIP"),
    LazyPattern(
        rf"(?:{_SITE})(?:https?://)?www\.{_DOMAIN}(?<!\.gov\.cn)|(?<=[{HAN}])(?<!{_REFERS})www\.{_DOMAIN}(?=[{HAN}])(?<!\.gov\.cn)"
    ),
    LazyPattern(rf"公{_NOISE}{{0,2}}众{_NOISE}{{0,2}}号|微{_NOISE}{{1,2}}信"),
    LazyPattern(
        rf"(?:皇冠|沙巴|亚博|万博|新?葡京|太阳城|永利)(?:体育|足球|娱乐|国际|赌场|现金|投注|官网|棋牌|比分)[{HAN}]{{0,6}}|(?:中国)?足彩(?:在线|网)"
        r"|时时彩(?:平台|计划|网)?|六合彩(?:资料|开奖|网)|博彩(?:网|平台|公司)|百家乐|老虎机|线上娱乐城?"
    ),
)
_MESSAGES = {
    "lead_in": "notice", "follow": "notice", "notice": "notice", "cut": "missing", "missing": "missing", "sign": "watermark", "watermark": "watermark",
    "gambling": "advert", "advert": "advert",
}  # fmt: skip
_REACH = 120
_AGAINST = LazyPattern(r"打击|查处|整治|赌博|非法|侦破|破获|取缔|违法|犯罪|涉案|抓获|禁止|防范|反诈|治理")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """What a telling character points to, with the whole notice around it."""
    text = report.text
    last = 0
    for m in _TRIGGER.finditer(text):
        if m.start() < last:
            continue
        line = _line(text, m.start(), m.end())
        message = _MESSAGES[m.lastgroup or ""]
        span = _notice(text, line, m.start(), m.end())
        if span is None or (message == "advert" and _AGAINST.search(text, line.start, line.end)):
            continue
        last = span.end
        yield Hit(span, message, {"text": text[span.start : span.end]})


def _line(text: str, start: int, end: int) -> Span:
    """What stands around the characters from `start` to `end` in their line, as far as a notice can reach."""
    first = text.rfind("\n", max(0, start - _REACH), start) + 1 or max(0, start - _REACH)
    last = text.find("\n", end, end + _REACH)
    return Span(first, last if last >= 0 else min(end + _REACH, len(text)))


def _notice(text: str, line: Span, start: int, end: int) -> Span | None:
    """The notice in `line` that holds the characters from `start` to `end`, or None."""
    for pattern in _NOTICES:
        for m in pattern.finditer(text, *line):
            if m.start() <= start and m.end() >= end:
                return Span(*m.span())
    return None
