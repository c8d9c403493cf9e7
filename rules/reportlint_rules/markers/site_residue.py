"""Notices, watermarks and adverts of the site that a text was copied from, and replies of chat models.

What it finds:
    文库、范文网站的提示（仅展示628字，全文共2002字；由会员分享，可在线阅读；下载积分；此处隐藏……字）、导语（小编为大家整理……）、插在句子里的水印（……之家www.…com），被植入的博彩广告，以及对话模型的答话（以下是为您生成的……）。

    Notices of document-sharing sites (仅展示628字，全文共2002字; 由会员分享，可在线阅读; 下载积分), lead-ins of essay sites (小编为大家
    整理……), watermarks inside sentences (……之家www.…com), injected adverts of gambling sites, and replies of chat models (以下是为您生成的……).

Why:
    正文来自文库、范文网站或者对话模型；“省略”“隐藏”的地方，内容已经缺失。

    The text comes from a document-sharing or essay site, or from a chat model; where it says that something is hidden, text is missing.

Instead:
    删除提示、水印和广告，找回缺失的内容，并核对全文是否为本单位所写。

    Delete notices, watermarks and adverts, put back what is missing, and check that the text is yours.

Silent on:
    版权保护、会员单位、山姆会员店、先诊疗后付费、提供资料下载服务，政府网站的网址，打击网络赌博；人工智能产业。

    Copyright protection, member bodies, shops, payment and downloads as a subject; addresses of government sites; fighting gambling; AI as an industry.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reportlint import HAN, Bilingual, Clues, Example, Hit, LazyPattern, Report, Rule, Severity, Span

rule = Rule(
    code="M003",
    name="site-residue",
    severity=Severity.ERROR,
    title=Bilingual("网站残留", "site residue"),
    clause=Bilingual("文库、范文网站公开样本所见", "As seen on document-sharing and essay sites"),
    messages={
        "notice": Bilingual("“{text}”是文库或范文网站的提示，不是报告内容", "“{text}” is a notice of a document-sharing site"),
        "missing": Bilingual("“{text}”：此处正文缺失", "“{text}”: text is missing here"),
        "chat": Bilingual("“{text}”是对话模型的答话，不是报告内容", "“{text}” is the reply of a chat model, not part of the report"),
        "watermark": Bilingual("“{text}”是网站水印", "“{text}” is the watermark of a site"),
        "advert": Bilingual("“{text}”是被植入的广告", "“{text}” is an injected advert"),
    },
    help=Bilingual("删除残留内容，补上缺失的正文", "Delete the residue, and put back what is missing"),
    good=(
        Example("加强版权保护，会员单位增至三十家，山姆会员店落户，推行先诊疗后付费。"),
        Example("群众可登录www.example.gov.cn查询，或扫描二维码下载申请表，也可通过公众号获取办事指南，文件可免费下载。"),
        Example("严厉打击“时时彩”等网络赌博犯罪，查处涉赌案件；打击侵权假冒行为，删除违法信息百条。"),
        Example("编印公文写作范文汇编，组织稿件投稿，向社会免费开放在线阅读平台，展示800幅作品，省略中间环节。"),
        Example("为企业开发人工智能语言模型，提供文档下载，鼓励读者分享心得；申请人登录后可查看全部办理进度，进度随时告知申请人。"),
        Example("印发模板供参考，开展AI辅助审查，推荐评选先进，请关注公众号“青禾发布”，扫码进群反映问题，未经许可不得转载他人作品。"),
        Example("以上就是一年来工作的全部内容，请予审议。上传资料六百份，本站点检测达标，微信@市民。"),
    ),
    bad=(
        Example(
            "⟦仅展示500字，全文共3000字⟧\n一、主要做法\n⟦全文共计1860字，预览前600字⟧\n二、存在问题\n⟦已超出免费预览范围⟧\n三、下步打算\n⟦还剩12页未读，继续阅读⟧"
        ),
        Example(
            "⟦本文档由会员上传分享，可在线阅读⟧\n一、主要做法\n⟦---此处隐藏120字，下载后查看---⟧\n二、存在问题\n⟦请登录后查看全部内容⟧"
        ),
        Example(
            "⟦本文为会员专享，共8页⟧\n一、主要做法\n⟦本文来自：大秘书文库网，更多范文请关注公众号⟧\n二、存在问题\n⟦本文由某某素材网整理发布，转载请注明出处⟧"
        ),
        Example(
            "⟦立即下载 ￥19.90⟧\n一、主要做法\n⟦下载后可自行编辑修改⟧\n二、存在问题\n⟦扫码关注，领取更多公文素材⟧\n三、下步打算\n⟦以上内容仅供参考，切勿直接套用⟧"
        ),
        Example(
            "⟦页数：9页 大小：31KB 下载券：5⟧\n一、主要做法\n⟦上传者：user01⟧\n二、存在问题\n⟦（共9页，当前第2页）⟧\n三、下步打算\n⟦如果当前文档出现乱码，请先下载查看⟧"
        ),
        Example(
            "⟦看过本文的人还看了⟧\n一、主要做法\n⟦相关热词搜索：述法 报告⟧\n二、存在问题\n⟦【篇二】⟧\n三、下步打算\n⟦以上就是年度报告的全部内容，希望对大家有所帮助⟧"
        ),
        Example("⟦下面是小编为大家整理的法治政府建设报告，供大家参考⟧。"),
        Example(
            "⟦篇一：⟧区司法局年度工作总结\n一、主要做法\n⟦热门范文推荐⟧\n二、存在问题\n⟦本资料来源于网络，仅供学习交流⟧\n三、下步打算\n⟦以上内容由AI生成，仅供参考⟧"
        ),
        Example(
            "⟦没问题，以下是一份述法报告：⟧\n一、主要做法\n⟦开通会员即可阅读全文⟧\n二、存在问题\n⟦注：以上为示例，请结合实际修改⟧\n三、下步打算\n⟦本文系原创，未经授权禁止转载⟧"
        ),
        Example(
            "⟦好的，以下是为您生成的年度工作报告：⟧\n一、主要做法\n⟦希望这份材料对您有所帮助，如需修改请随时告知⟧。\n二、存在问题\n⟦作为一个人工智能语言模型，我无法核实数据⟧。"
        ),
        Example("落实法治建设公文⟦之家—每日更新www.gongwen-example.com⟧责任人职责。"),
        Example("⟦皇冠足球比分⟧:加强执法监督，推进⟦公众@号⟧建设。"),
    ),
    doc=__doc__,
)


class _Notice(NamedTuple):
    """A kind of residue."""

    message: str
    clues: Clues
    pattern: LazyPattern
    """The whole notice; tried in lines with one of the clues only, so that it may begin with anything."""


_END = r"[^，。\n]{0,16}"
_GOODS = "(?:范文|公文|素材|文档|模板|课件|干货|原文|全文)"
"""What such sites offer."""
_OWNER = "(?:会员|网友|用户|网络)"
_SHARE = "(?:文库|文档|范文|素材|文秘|秘书|公文|资料|作文|无忧|第一)"
"""What such sites call themselves."""
_SITE = rf"(?:之家|文库|(?:写作|材料|公文|课件)网|文秘网?|范文网?|公文网|公文汇|素材网?|资料网?|秘书网?|资源网?|文档网?|无忧|作文网?)[{HAN}—\-:：]{{0,12}}"
_DOMAIN = r"[A-Za-z0-9.\-]+\.(?:com|net|cn|org|cc|top)"
_FROM_NET = "(?:本|该|此)?(?:资料|文档|资源|素材|内容|文章|材料)(?:均|全部)?(?:来源于|来自于?|收集于|整理自|摘自)(?:互联)?网络?"
_REFERS = "网址)(?<!网站)(?<!登录)(?<!访问)(?<!官网)(?<!平台)(?<!链接)(?<!系统)(?<!网页"
_NOISE = r"@#$&*^~+|="
"""Signs put between the characters of a word, against filters; as the inside of a character class."""
_NUMBER = "[0-9一二三四五六七八九十]{1,2}"

_NOTICES = (
    _Notice(
        "missing",
        Clues("仅展 预览"),
        LazyPattern(
            r"(?:全文共计?[0-9]+[字页][，,]?)?(?:仅展示|(?:可|免费|仅)?预览)前?[0-9]+[字页%]?(?:[，,；;]?全文共计?[0-9]+[字页])?"
            r"|(?:已?超[出过])?免费预览(?:范围|页数)|预览已?结束|(?:文章|文档)?(?:内容)?仅供预览"
        ),
    ),
    _Notice(
        "missing",
        Clues("省略 处隐 还剩"),
        LazyPattern(
            r"[（(]?(?:开头|中间|结尾|后面|以下|此处)?(?:部分|内容)?(?:已经?|被)?省略[0-9]+字[)）]?|还剩[0-9]+页未读[，,]?(?:继续阅读|下载)?"
            r"|[-—]*此处隐藏[0-9]*字?[，,]?(?:下载后?(?:可?)查看)?[-—]*"
        ),
    ),
    _Notice(
        "missing",
        Clues("读全 读前 登录 员专 员[后即可才]"),
        LazyPattern(
            r"[（(]?阅读全[部文][^。\n]{0,10}(?:登录|关注|下载)[！!]?[)）]?|(?:点击|展开|请|下载后?|查看)阅读全文|(?<![^\n])阅读全文(?![^\n])"
            r"|请?先?登录后?可?(?:继续)?(?:查看|阅读)(?:全文|原文|(?:全部|完整|剩余|更多)(?:内容|正文|文档))"
            r"|(?:本文|本文档|本资料|该文档|此文)[为是]?(?:VIP)?会员专享(?:[，,]共[0-9]+页)?|(?:如需|想要?)(?:阅读|查看)全文[，,]?请(?:先)?(?:开通|购买|升级|加入)(?:VIP)?会员|(?:开通|升级|成为|加入)(?:VIP)?会员后?[，,]?(?:即?可|方可|才能)?(?:免费)?(?:阅读|查看)(?:全文|原文|完整内容)?"
            r"|全文共计?[0-9]+[字页][，,](?:免费|可|试)(?:阅读|试读)前?[0-9]+[字页%]"
        ),
    ),
    _Notice(
        "notice",
        Clues("[员友户络][上分提整] 线阅 传者"),
        LazyPattern(
            rf"(?:(?:本|该)(?:文|文档|资料))?由?{_OWNER}上传(?:分享|提供)?(?:[，,]?(?:可|免费)?在线(?:阅读|下载))?(?![^，。；、\n\s])"
            rf"|(?:(?:本|该)(?:文|文档|资料))?由{_OWNER}(?:分享|提供|整理)(?:[，,]?(?:可|免费)?在线(?:阅读|下载))?(?:[，,]更多相关[^。\n]{{0,60}}搜索)?"
            r"|(?:可|免费)在线阅读(?=[，,。]?(?:更多|下载|请|\n|$))|上传者[:：]\s*\S{1,20}"
        ),
    ),
    _Notice(
        "notice",
        Clues("下载"),
        LazyPattern(
            r"加入[Vv][Ii][Pp][^。\n]{0,4}下载(?:\s*立即下载)?|(?:页数[:：]\s*[0-9]+页?\s*)?(?:大小[:：]\s*[0-9.]+\s*[KMkm]?[Bb]?\s*)?下载[积券][分]?(?:[:：]?\s*[0-9]+)?"
            r"|下载后可?(?:自行)?(?:查看|阅读|编辑)(?:全文|使用|修改|打印)?|立即下载\s*[￥¥][0-9.]+元?|此?文档下载收益[^。\n]{0,10}"
            r"|(?<![^\n])(?:点击|免费|欢迎|立即|文档)下载(?:到[^，。\n]{0,8})?[!！。]?(?![^\n])"
            r"|点击下载(?:本?文档|全文|原文|范文)|(?:点击|免费|欢迎)?下载(?:原文档|全文|本文|[Ww]ord)(?:到[^，。\n]{0,8}|\s*立即下载)?(?=[\s，。！!:：]|$)|(?<=[\n：])文档下载(?=[\s，。！!:：]|$)"
        ),
    ),
    _Notice(
        "notice",
        Clues("文档 门范 门文"),
        LazyPattern(
            rf"(?:本|该)?文档由?{_OWNER}[^。\n]{{0,8}}(?:上传|提供|分享|整理)|原创力文档|第一文档网|文档简介[:：]|热门(?:文档|文章|范文|资料)(?:推荐|排行)?(?=[，。；\n]|$)"
            rf"|文档来源于?网络|文档大小[:：]?\s*[0-9.]+\s*[KMkm][Bb]?(?:\s*页数[:：]\s*[0-9]+页?)?|(?:更多)?精品文档{_END}|如果?(?:当前|本|该)?文档?(?:出现|显示)乱码[^。\n]{{0,16}}"
        ),
    ),
    _Notice(
        "notice",
        Clues("版权 侵权 转载"),
        LazyPattern(
            r"版权(?:归属?于?(?:原?作者|用户|上传者|原创者?|网站)(?:所有)?|申诉)|如?有?侵权(?:请?联系|必?删|立?删)[^。\n]{0,8}"
            r"|[如若]有?侵权[^。\n]{0,12}(?:删除?|联系)|转载请(?:注明|标明)(?:出处|来源)|(?:本文|本站|文章)[^。\n]{0,6}[，,]?未经(?:许可|授权|允许|同意)[，,]?(?:不得|严禁|禁止|请勿)转载"
            rf"|{_FROM_NET}[，,]?如?有?侵权[^。，\n]{{0,8}}"
        ),
    ),
    _Notice(
        "notice",
        Clues("小编 上就 [所有]帮 本站 投稿 收藏 猜你 荐[:：] 佚名"),
        LazyPattern(
            r"(?:(?:下面|以下|这里|今天)?[是就]?(?:由)?)?小编(?:为|给|帮|跟|和)(?:大家|您|你|各位)"
            r"[^。\n]{0,40}?(?:供(?:大家|您|你)?参考|欢迎阅读|仅供参考|希望(?:对|能)[^。\n]{0,12}帮助|(?=[。\n]|$))"
            r"|以上就是[^。\n]{0,40}?(?:希望[^。\n]{0,4}(?:大家|[您你])[^。\n]{0,6}帮助|小编[^。\n]{0,20})|希望[^。\n]{0,4}(?:大家|各位)(?:有所|能?有)帮助"
            r"|小编(?:精心|用心|为您)?(?:收集|整理|汇总|分享|推荐)+的[^。\n]{0,40}?(?:供(?:大家|您|你)?参考|欢迎(?:阅读|借鉴|参考|收藏|下载)|希望[^。\n]{0,12}帮助|(?=[。\n]|$))"
            r"|以上(?:就)?是[^。\n]{0,40}内容[，,](?:欢迎|请)(?:收藏|关注|分享|转发)[^，。\n]{0,8}|收藏本(?:站|文|页)[，,][^，。\n]{0,12}|(?<![“《])猜你喜欢(?![”》])|(?<![^\n])(?:相关|热门|精彩|为您)推荐[:：][^\n]{0,40}"
            r"|作者[:：]\s*佚名(?:\s*来源[:：]\s*[^\s，。]{1,12})?|来源[:：]\s*本站原创|(?:来源[:：]\s*)?网友投稿|我要投稿|本站(?:为(?:你|您|大家)|精心|原创)[^。\n]{0,6}(?:整理|收集|准备|推荐)[^。\n]{0,20}|(?:不代表)?本站观点"
        ),
    ),
    _Notice(
        "notice",
        Clues("众号 扫码"),
        LazyPattern(
            rf"(?:请?扫码)?(?:关注|搜索)(?:微信)?公众号[^。\n]{{0,8}}(?:获取|领取|回复|下载)[^。\n]{{0,6}}{_GOODS}|更多[^，。\n]{{0,6}}{_GOODS}[^。\n]{{0,4}}关注(?:微信)?公众号{_END}|更多(?:材料|资料|文章|写作技巧)请关注(?:微信)?公众号(?![“《]){_END}"
            rf"|公众号(?:后台)?回复[^。，\n]{{0,10}}(?:获取|领取|下载)[^。，\n]{{0,8}}|扫码(?:关注|进群|加群|入群)[，,]?(?:即可|免费)?(?:领取|获取)[^。\n]{{0,6}}{_GOODS}"
        ),
    ),
    _Notice(
        "notice",
        Clues("文库 范文 本文 模板 示例"),
        LazyPattern(
            rf"【?(?:{_NUMBER}篇)?范文(?:{_NUMBER}篇|网|大全|展示|篇[一二三四五1-9]|之家)】?|【范文[^】\n]{{0,6}}】|(?:注[:：])?(?:以上|本文|此)(?:内容)?[为是](?:参考)?(?:范文|模板|示例)(?:模板)?[，,][^。\n]{{0,16}}(?:修改|调整|参考|替换|完善)[^，。\n]{{0,6}}|(?:百度|人人|豆丁|新浪)文库"
            rf"|本文(?:来自于?|来源于?|转自|摘自|选自|由)[:：]?[^，。\n]{{0,8}}{_SHARE}[^，。\n]{{0,4}}(?:[网库](?:整理|收集|提供|上传)?(?:发布)?|(?:整理|收集|提供|上传)(?:发布)?)"
            rf"(?:[，,]更多[^。\n]{{0,20}})?"
        ),
    ),
    _Notice(
        "notice",
        Clues("篇[】)）:：一二三四五1-5] [【第]篇 范文"),
        LazyPattern(
            rf"【(?:精选|通用|优秀)?{_NUMBER}篇】|[（(](?:精选|通用|优秀|汇编|集合|最新){_NUMBER}篇[)）]|(?<![^\n])(?:第[一二三四五1-5]篇|篇[一二三四五1-5])[:：](?=[^\n。，]{{2,40}}(?:报告|总结|材料|心得|讲话|方案|范文))"
            rf"|范文{_NUMBER}篇|【第?篇{_NUMBER}[^】\n]{{0,20}}】|【第{_NUMBER}篇】"
        ),
    ),
    _Notice(
        "notice",
        Clues("VI 客巴"),
        LazyPattern(
            r"(?:成为|开通|加入|升级)?VIP(?:会员)?(?:免费|专享|[^。，\n]{0,4}下载)[^。，\n]{0,4}|(?:成为|开通|加入|升级)VIP(?:会员)?|道客巴巴"
        ),
    ),
    _Notice(
        "notice",
        Clues("还看 热词 切勿 仅供 前第 AI 能生 型生"),
        LazyPattern(
            r"(?:看过|浏览)[^。\n]{0,8}还看了|相关热词(?:搜索)?[:：][^\n]{0,60}|(?:以上|本文)内容仅供参考(?:[，,][^。\n]{0,16})?|切勿(?:直接)?(?:套用|照搬)"
            rf"|{_FROM_NET}[，,]?仅供[^。，\n]{{0,10}}|(?:以上|本|此|该)(?:文|内容|报告|文章|材料|回答)+由?(?:AI|人工智能|大模型)[^。，\n]{{0,4}}(?:自动)?生成(?:[，,]仅供[^。，\n]{{0,6}})?"
            r"|[（(]?(?:本文)?共[0-9]+页[，,]?当前第[0-9]+页[)）]?"
        ),
    ),
    _Notice(
        "chat",
        Clues("[据照为对]您 语言 告[知诉] [下面这]是"),
        LazyPattern(
            r"(?:好的[，,！!]?)?(?:以下|下面|这)是(?:我?(?:根据|按照)您[^。\n：:]{0,30}|我?为您(?:生成|撰写|整理|起草|准备|拟定|写)[^。\n：:]{0,40})[：:]?"
            r"|(?:当然可以|没问题|好的)[，,！!。]?(?:以下|下面|这)是(?:一[份篇则]|根据您?)[^。\n：:]{0,40}[：:]?"
            r"|(?<![^\n])(?:以下|下面)是一[份篇则][^。\n：:]{0,40}[您你]可以?[^。\n：:]{0,24}[：:]?"
            r"|作为(?:一个|一名|一款)?(?:人工智能|AI|大)(?:语言)?(?:模型|助手)[，,]?我[^。\n]{0,30}"
            r"|希望(?:这|以上|本)[^。\n]{0,12}对您[^。\n]{0,8}帮助[^。\n]{0,24}|如[需果][^。\n]{0,16}请?随时(?:告知|告诉)(?:我|(?=[。！!\n]|$))"
        ),
    ),
    _Notice(
        "watermark",
        Clues(f"ww [公众微][{_NOISE}]"),
        LazyPattern(
            rf"(?:{_SITE})(?:https?://)?www\.{_DOMAIN}(?<!\.gov\.cn)|(?<=[{HAN}])(?<!{_REFERS})www\.{_DOMAIN}(?=[{HAN}])(?<!\.gov\.cn)"
            rf"|公[{_NOISE}]{{1,2}}众[{_NOISE}]{{0,2}}号|公众[{_NOISE}]{{1,2}}号|微[{_NOISE}]{{1,2}}信"
        ),
    ),
    _Notice(
        "advert",
        Clues("皇冠 沙巴 [亚万]博 葡京 [足时合博]彩 家乐 老虎 上娱"),
        LazyPattern(
            rf"(?:皇冠|沙巴|亚博|万博|新?葡京)(?:体育|足球|娱乐|国际|赌场|现金|投注|官网|棋牌|比分)[{HAN}]{{0,6}}|(?:中国)?足彩(?:在线|网)"
            r"|时时彩(?:平台|计划|网)?|六合彩(?:资料|开奖|网)|博彩(?:网|平台|公司)|百家乐|老虎机|线上娱乐城?"
        ),
    ),
)


_KINDS: dict[str, list[_Notice]] = {}
"""The kinds of notices by their clues."""
for _notice in _NOTICES:
    for _pair in _notice.clues.pairs:
        _KINDS.setdefault(_pair, []).append(_notice)
_CLUES = Clues.together(notice.clues for notice in _NOTICES)
_REACH = 120
"""How far to both sides of a telling word its notice may reach."""
_GAP = " \t，,；;。、—-|"
"""What may stand between two notices that are one."""
_AGAINST = LazyPattern(r"打击|查处|整治|赌博|非法|侦破|破获|取缔|违法|犯罪|涉案|抓获|禁止|防范|反诈|治理")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The notices in the lines where a telling word stands; those that touch are one finding."""
    text = report.text
    found: set[tuple[Span, str]] = set()
    for at in report.places(_CLUES):
        line = _line(text, at + 1, at + 2)
        for kind in _KINDS[text[at : at + 2]]:
            found.update((Span(*n.span()), kind.message) for n in kind.pattern.finditer(text, *line))
    for span, message in _joined(text, sorted(found)):
        if message != "advert" or not _AGAINST.search(text, *_line(text, *span)):
            yield Hit(span, message, {"text": text[span.start : span.end]})


def _line(text: str, start: int, end: int) -> Span:
    """What stands around the characters from `start` to `end` in their line, as far as a notice can reach."""
    first = text.rfind("\n", max(0, start - _REACH), start) + 1 or max(0, start - _REACH)
    last = text.find("\n", end, end + _REACH)
    return Span(first, last if last >= 0 else min(end + _REACH, len(text)))


def _joined(text: str, found: list[tuple[Span, str]]) -> Iterator[tuple[Span, str]]:
    """The notices in order, with those as one between which there is nothing but marks; that text is missing counts most."""
    whole: Span | None = None
    what = ""
    for span, message in found:
        if whole and not text[whole.end : span.start].strip(_GAP):
            whole = Span(whole.start, max(whole.end, span.end))
            what = "missing" if "missing" in (what, message) else what
        else:
            if whole:
                yield whole, what
            whole, what = span, message
    if whole:
        yield whole, what
