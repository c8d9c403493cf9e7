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
        Example("建成地铁（2024）1号线，2号楼，12345号，总投资（2024年）3号地块。"),
    ),
    bad=(
        Example("落实⟦国发[2024]1号⟧、⟦青政办发（2023）15号⟧和⟦青财【2022】7号⟧文件。"),
        Example("印发⟦青府函〔2024〕第01号⟧、⟦青府办〔2024年〕12号⟧、⟦青司发〔24〕3号⟧和⟦青府规〔2024〕第6号⟧。"),
        Example("《关于印发工作规程的通知》（⟦青府办[2023]第8号⟧）。"),
    ),
    doc=__doc__,
)

_END = LazyPattern(r"号(?<=[0-9]号)(?![线楼门院馆地机仓井库船车厅])")
_NUMBER = LazyPattern(
    rf"(?P<issuer>[{HAN}]{{2,10}}) ?(?P<open>[\[［【({{（<〈｛〔]) ?(?P<year>(?:19|20)?[0-9]{{2}})(?P<nian>年?)"
    r" ?(?P<close>[\]］】)}）>〉｝〕]) ?(?P<di>第?) ?(?P<zeros>0*)(?P<number>[1-9][0-9]{0,4})$"
)
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
        m = _NUMBER.search(text[offset : end.start()])
        if m is None:
            continue
        brackets = m["open"] + m["close"] == "〔〕"
        if m["di"] and not m["zeros"] and m["issuer"].endswith(_WITH_DI):
            continue
        if brackets and not (m["di"] or m["zeros"] or m["nian"]) and len(m["year"]) == 4:
            continue
        if not brackets and len(m["year"]) == 2:
            continue
        issuer = m["issuer"][len(lead[0]) :] if (lead := _SPOKEN.match(m["issuer"])) else m["issuer"]
        year = m["year"] if len(m["year"]) == 4 else f"20{m['year']}"
        right = f"{issuer}〔{year}〕{m['number']}号"
        span = Span(offset + m.end("issuer") - len(issuer), end.end())
        wrong = text[span.start : span.end]
        yield Hit(span, values={"wrong": wrong, "right": right}, data={"right": right}, fix=Fix(_FIX, (Edit(span, right),), safe=False))
