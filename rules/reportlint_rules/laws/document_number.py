"""Numbers of documents in a wrong form.

What it finds:
    发文字号写法不对：年份不用六角括号（国发[2024]1号、国发（2024）1号），序号编虚位或者加“第”（〔2024〕01号、〔2024〕第1号），年份不全（〔24〕1号）。

    Numbers of documents whose year is not in 〔〕, whose number has leading zeros or a 第, or whose year is cut short.

Why:
    发文字号是查找文件的依据，国家标准规定了写法。

    By its number a document is found; a national standard fixes the form.

Instead:
    写成“国发〔2024〕1号”：年份用全称、加六角括号，序号不编虚位、不加“第”。

    Write 国发〔2024〕1号.

Silent on:
    法院案号、处罚决定书等“字第”号；公告、令的“第×号”；号码空着的（见 P004）；楼号、线路号。

    Case numbers of courts, numbers with 字第, announcements and orders, emptied numbers (see P004), numbers of houses and lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import HAN, Bilingual, Edit, Example, Fix, Hit, LazyPattern, Report, Rule, Severity, Span

rule = Rule(
    code="L004",
    name="document-number",
    severity=Severity.WARNING,
    title=Bilingual("发文字号写法有误", "wrong form of a document number"),
    clause=Bilingual("GB/T 9704—2012 7.2.5：年份用六角括号，序号不编虚位，不加“第”字", "GB/T 9704—2012, 7.2.5"),
    messages={
        "found": Bilingual("发文字号“{wrong}”应写作“{right}”", "the number {wrong} should be written {right}"),
    },
    help=Bilingual("写成“国发〔2024〕1号”的形式", "Write it as 国发〔2024〕1号"),
    good=(
        Example("落实国发〔2024〕1号、国办发〔2023〕27号文件，国办发〔2022〕号。"),
        Example("（2023）粤03民初1234号判决，青市监罚字〔2024〕第12号，公告〔2024〕第3号。"),
        Example("核发2023112号许可证，督办202311号案件，复函2024第3号，印发20233号令，拨打12345号，开发202405号地块。"),
        Example("建成地铁（2024）1号线，2号楼，12345号，总投资（2024年）3号地块。"),
    ),
    bad=(
        Example("落实⟦国发[2024]1号⟧、⟦青政办发（2023）15号⟧和⟦青财【2022】7号⟧文件。"),
        Example("印发⟦青府函〔2024〕第01号⟧、⟦青府办〔2024年〕12号⟧、⟦青司发〔24〕3号⟧和⟦青府规〔2024〕第6号⟧。"),
        Example(
            "落实⟦国办发〔20237号⟧、⟦青政发2023〕15号⟧和⟦青财行2022第7号⟧，对照⟦青府办﹝2023﹞8号⟧、⟦青府规〔8〕2023号⟧、⟦青府函〔2023〕-9号⟧。"
        ),
        Example("《关于印发工作规程的通知》（⟦青府办[2023]第8号⟧）。"),
    ),
    doc=__doc__,
)

_END = LazyPattern(r"号(?<=[0-9]号)(?![线楼门院馆地机仓井库船车厅])")
_OPENING, _CLOSING = r"[\[［【({（<〈｛〔﹝«『「〖]", r"[\]］】)}）>〉｝〕﹞»』」〗]"
_NUMBER = LazyPattern(
    rf"(?P<issuer>[{HAN}]{{2,10}}) ?(?P<open>{_OPENING}) ?(?P<year>(?:19|20)?[0-9]{{2}})(?P<nian>年?)"
    rf" ?(?P<close>{_CLOSING}) ?(?P<dash>[-—－]?)(?P<di>第?) ?(?P<zeros>0*)(?P<number>[1-9][0-9]{{0,4}})$"
)
_BROKEN = LazyPattern(
    rf"(?P<issuer>[{HAN}]{{1,8}}(?:[发规]|(?<![督承主经交补领协代申筹])办|(?<![复来致去公])函|(?<=[财政教民建交水农司])[行文字通])) ?"
    rf"(?:(?P<open>{_OPENING})?(?P<year>20[0-9]{{2}})(?P<close>{_CLOSING})?第?0*(?P<number>[1-9][0-9]{{0,3}})|{_OPENING}0*(?P<first>[1-9][0-9]{{0,3}}){_CLOSING}(?P<last>20[0-9]{{2}}))$"
)
"""A bracket or both lost, or year and number in each other's place; behind the short name of an issuer only."""
_SENT = ("印发", "签发", "核发", "颁发", "转发", "下发", "制发", "开发", "发发", "补发", "复发")
_SPOKEN = LazyPattern(r".*(?:[了的和与及、据按照行实彻至到文为]|根据|印发|转发|下发|依照|落实|贯彻|出台|制定|执行)(?=..)")
_WITH_DI = ("字", "公告", "通告", "令", "纪要", "决定", "公报", "议案", "建议", "提案")
_WINDOW = 32
_FIX = Bilingual("改为规范写法", "write the standard form")


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Every 号 behind a digit, with the number that ends there."""
    text = report.text
    if "号" not in text:
        return
    for end in _END.finditer(text):
        offset = max(0, end.start() - _WINDOW)
        window = text[offset : end.start()]
        m = _NUMBER.search(window)
        if m:
            year, number = m["year"], m["number"]
            fitting = m["open"] + m["close"] == "〔〕"
            right_form = fitting and not (m["di"] or m["zeros"] or m["nian"] or m["dash"]) and len(year) == 4
            if right_form or (m["di"] and not m["zeros"] and m["issuer"].endswith(_WITH_DI)) or (not fitting and len(year) == 2):
                continue
        else:
            m = _BROKEN.search(window)
            if m is None or m["issuer"].endswith(_SENT) or (m["open"] and m["close"]):
                continue
            year, number = m["year"] or m["last"], m["number"] or m["first"]
        issuer = m["issuer"][len(lead[0]) :] if (lead := _SPOKEN.match(m["issuer"])) else m["issuer"]
        right = f"{issuer}〔{year if len(year) == 4 else '20' + year}〕{number}号"
        span = Span(offset + m.end("issuer") - len(issuer), end.end())
        wrong = text[span.start : span.end]
        yield Hit(span, values={"wrong": wrong, "right": right}, data={"right": right}, fix=Fix(_FIX, (Edit(span, right),), safe=False))
