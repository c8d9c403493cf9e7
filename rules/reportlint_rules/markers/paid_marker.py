"""Tags and notices of a pay-wall that were copied together with the text.

What it finds:
    付费内容标签（##paidbegin##、$$paidend$$、<paid> 等），以及“内容已经隐藏，点击付费后查看”一类的提示。

    Tags that a content system puts around paid text (##paidbegin##, $$paidend$$, <paid> …), and the notice that stands
    where paid text is hidden.

Why:
    报告是从收费网站抄来的，标签留在正文里。标签之间的文字仍在；提示出现的地方，正文已经缺失。

    The text was copied from a site that sells it. Between tags the text is there; where the notice stands, text is missing.

Instead:
    删除标签，保留其中的文字；出现提示的，找回原文补上。标签之间的内容请核对是否本单位所写。

    Delete the tags and keep what they enclose; where the notice stands, put the missing text in. Check that the text is yours.

Silent on:
    “先诊疗后付费”等正文里的“付费”。

    Paying as a subject, such as 先诊疗后付费.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Clues, Edit, Example, Fix, Hit, LazyPattern, Report, Rule, Severity, Span

rule = Rule(
    code="M001",
    name="paid-marker",
    severity=Severity.ERROR,
    title=Bilingual("付费标签", "pay-wall marker"),
    clause=Bilingual("FastAdmin 等内容管理系统的付费标签", "The pay tags of FastAdmin's CMS add-on and of similar systems"),
    messages={
        "found": Bilingual("正文里留有付费标签 {text}", "pay-wall tag {text} left in the text"),
        "hidden": Bilingual("“{text}”是付费提示，此处正文缺失", "“{text}” is a pay-wall notice: text is missing here"),
    },
    help=Bilingual("删除标签；有提示处补上缺失的正文", "Delete the tag; where a notice stands, put the missing text in"),
    good=(
        Example("全面推行先诊疗后付费服务，惠及群众三万余人。"),
        Example("清理涉企付费查询事项，降低企业办事成本。"),
        Example("部分平台影视内容须付费观看，消费者购买会员后无法查看订单，投诉增多；落实购买服务，解锁更多应用场景。"),
        Example("群众购买后可退换，企业支付后查看凭证，支付5元办证费，付费后出具报告，课程试读结束后组织测试。"),
    ),
    bad=(
        Example("严格控制一般性支出，切实⟦##paidbegin##⟧加强预算约束。\n⟦##paidend##⟧\n"),
        Example("推进依法行政，⟦$$paidbegin$$⟧规范行政处罚裁量。⟦</paid>⟧"),
        Example("二、存在的问题\n⟦内容已经隐藏，点击付费后查看⟧\n"),
        Example("一、主要做法\n⟦以下内容需付费后查看⟧\n二、存在的问题\n⟦剩余内容请购买后阅读⟧\n三、下步打算\n⟦阅读全文需支付8元⟧\n"),
        Example("一、主要做法\n⟦试读结束，购买后继续阅读⟧\n二、存在的问题\n⟦剩余60%付费可见⟧\n"),
        Example("一、主要做法\n⟦本文为收费文章，请付费后阅读⟧\n二、存在的问题\n⟦剩余章节须购买后方可查看⟧\n"),
        Example("一、主要做法\n⟦您尚未购买本文，无法查看⟧\n二、存在的问题\n⟦购买解锁完整内容⟧\n三、下步打算\n⟦（付费阅读）⟧\n"),
    ),
    doc=__doc__,
)

_TELLING = LazyPattern(
    r"[费买付读锁](?:(?<=付费)(?:后|可[见看读]|[阅查观解]|内容|文章)|(?<=购买)(?:后|本文|全文|[，,]?解锁)|(?<=支付)(?:后|[0-9])|(?<=试读)(?:部分|内容|章节)?(?:已?结束)"
    r"|(?<=解锁)(?:全文|剩余|完整|更多))"
)
_CLUES = Clues("付费 买后 买本 买全 买解 买， 买, 支付 试读 解锁")
_PAY = r"(?:付费|购买|支付(?:[0-9.]+元)?)"
_READ = r"(?:查看|阅读|观看|浏览|可见|解锁|[看读])"
_PAID = rf"(?:[您你]?(?:还未|尚未)|请|[您你]?须|[您你]?需要?)?(?:先|点击)?{_PAY}(?:本文|全文)?后?[，,]?(?:方可?|才[能可]?|即?可以?|无法)?(?:继续)?{_READ}"
"""That one has to pay before one can read."""
_REST = "(?:本文|文章)?(?:全[文部]|完整|剩余|更多|隐藏)(?:的?(?:内容|部分|章节|正文))?"
_NOTICE = LazyPattern(
    rf"(?:(?:以[下上]|此处?|该|本|剩余|隐藏|部分|试读)(?:内容|部分|正文|文章?|全文|章节)*|(?<![\u4e00-\u9fff])(?:内容|正文|全文)|剩余[0-9]+[%字页]|[0-9]+[%字页](?=未读|付费))(?:未读)?"
    rf"(?:[需为是系](?:付费|收费)(?:内容|文章|文档|资源|阅读))?(?:(?:已经?|均?已被?)?(?:隐藏|加密|结束))?[，,]?{_PAID}(?:{_REST})?"
    rf"|{_PAID}{_REST}|[您你](?:还未|尚未|未)购买(?:本文|全文|该文)?[，,]?无法(?:继续)?{_READ}(?:全文)?|点击购买[，,]?解锁全文"
    r"|(?:阅读|查看)全[文部](?:内容)?[，,]?(?:请|需要?|须)(?:付费|支付[0-9.]+元)|试读(?:部分|内容|章节)?已?结束(?=[，,。！!\n]|$)|付费可见"
    r"|[【\[（(]付费(?:内容|文章|阅读)[】\]）)]|付费(?:内容|文章|阅读)[:：][ \u3000]?[￥¥]?[0-9][0-9.]*元?"
)
"""The whole notice; tried in lines with a telling word only, since it may begin with anything."""
_REACH = 40
_DELETE = Bilingual("删除标签", "delete the tag")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Asides of kind paid-marker, and notices in the text."""
    for aside in report.document.asides:
        if aside.kind == "paid-marker":
            yield Hit(aside.span, values={"text": aside.text}, fix=Fix(_DELETE, (Edit(aside.span, ""),), safe=True))
    text, end = report.text, 0
    for telling in _TELLING.finditer(text) if report.has(_CLUES) else ():
        if telling.start() >= end:
            line = max(end, text.rfind("\n", 0, telling.start()) + 1, telling.start() - _REACH)
            for m in _NOTICE.finditer(text, line, telling.end() + _REACH):
                end = m.end()
                yield Hit(Span(*m.span()), "hidden", {"text": m[0]})
