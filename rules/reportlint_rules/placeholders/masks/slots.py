"""Slots of templates: brackets that ask for something, words for a gap, numbers and dates that were emptied.

A bracket is a slot by what it says (请填写…, …名称), and by where it stands: inside a sentence there is no column name,
at the beginning of a line there may be one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint import Confidence, LazyPattern, Severity
from reportlint.document import TABLE_ROW
from reportlint_rules.placeholders.masks.kinds import DATE, FIGURE, SLOT, Mask, mask
from reportlint_rules.placeholders.masks.words import MASKS, unit

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from reportlint import Report

BLANK_DATE = r"(?:(?<=年月)|(?<=[ \u3000]月)|(?=[ \u3000]*日)(?<=[0-9]月))[ \u3000]*日?"
"""Behind 月: 2024年 月 日, 2024年5月 日."""
WORDS = (
    r"(?:(?<=待)(?:补充|填写|填报|填入|录入|补录|填|定|核实|确认|更新|完善|统计|补(?=数据))"
    r"|(?<=此)(?:处(?:请?填写|请?插入|请?输入|请?补充|添加|省略|略)|(?<=在此)(?:输入|填写|插入|添加)(?=正文|内容|文[字本]|标题))|(?<=请)(?:在此处?)?(?:填写|填入|输入|插入|补充|替换))"
)
"""Behind 待, 此 or 请: 待补充, 此处填写, 请填写."""
_THINGS = "单位|案件|文件|会议|人员|活动|培训|议题|纠纷|问题|隐患|建议|提案|资料|讲座|检查|宣传|事项|法规|规章"
"""What is counted, in front of a space; without it 落 户 and 专 家 are words that a line break divided."""
_COUNTED = r"(?:余|多)?(?:人次|场次|万元|亿元|[件次家个场起项部名份户])(?=[，。；、])"
HOLES = (
    r"(?:(?<=[到达至为率长占约下高][%％])(?=[，。；、])|(?<=百)(?:分之(?=[，。；、])|分点(?<=[长升高降加少低了约近达]个百分点))|(?<=万)元(?<=(?:资金|金额|经费|投资|罚款|总额)万元)(?=[，。；、])"
    rf"|(?<=[ \u3000])(?:(?<=[\u4e00-\u9fff].)(?:人次|场次|万元|亿元)(?=[，。；、])|(?<=(?:{_THINGS}).){_COUNTED}|(?<=[查访]企业.)家(?=[，。；、]))|(?<=[\u4e00-\u9fff]…)…*{_COUNTED}"
    r"|(?<=[\u4e00-\u9fff]—)—+(?:人次|场次|万元|[件次场起份户](?=[，。；、])|(?<=企业——)家)|(?<=[\u4e00-\u9fff][NnM])(?:人次|场次|万元|余?[件家名份户处个次](?=[，。；、])))"
)
"""Behind %, 百, 万, a space, …, — or N: what is left of a number with its measure word when the figures are gone."""
CHOICE = r"(?:减少|下降|降低|增加|增长|上升|提高|持平)"
"""Behind /: 增加/减少."""
ASIDE = (
    "(?:略|下略|此处|具体|内容|以下|减少|下降|降低|增加|增长|上升|提高|在此|简要|简述|请|填|待|单位|部门|机关|地区|项目|活动|会议|文件|姓名|年份|日期|职务"
    "|地名|人名|数字|数量|次数|人数|金额|件数|场次|如|若|不涉及|没有|无此|可根据| |\u3000|）|\\))"
)
"""Behind （: what an instruction, a choice or an omission may begin with."""
INSTRUCTED = "[写改充除示核供填际据字开删实效题明入]"
"""In front of ）: what an instruction may end with."""

_PARENTHESIS = LazyPattern(
    r"(?:"
    r"(?P<omitted>(?:此处|具体|内容|以下|下)?略(?=[）)]))"
    r"|(?P<empty>[ \u3000]*)[）)]"
    r"|(?P<either>(?:减少|下降|降低|增加|增长|上升|提高)(?=[）)]))"
    r"|(?=此处|在此|简要|简述|请(?:在此|填|输入|插入|补充|自行|写明|替换|根据实际|注明具体|删除)|填写|填入"
    r"|待(?:补|填|定|核实|核|确认|更新|统计|完善)"
    r"|(?:单位|部门|机关|地区|项目|活动|会议|文件)(?:名称|全称)[）)]|(?:姓名|年份|日期|职务|地名|人名|数字|具体数[据字])[）)]|(?:具体)?(?:数量|次数|人数|金额|件数|场次)[）)](?=场次|人次|[次场件份人个家户]|[万亿]元|%)"
    r"|(?:如|若|不涉及|没有|无此|可根据)[^（）()\n]{0,30}(?:不列|表述|删除|删去|填写|填列|省略|说明|修改)的?[）)])"
    r"(?P<asks>[^（）()\n]{1,40}[）)]))"
)
"""（略）, （ ）件, 增加（减少）, （此处填写…）, （不涉及的不列）."""
_INSTRUCTION = LazyPattern(
    r"(?:注[:：])?(?:(?:各单位|请|可|应|须)?(?:根据|结合|按照)?(?:本单位|自身|本地)?(?:实际|具体)(?:情况|案例|工作)?(?:进行|酌情|自行)?(?:填写|修改|补充|调整|完善|增减|展开|撰写|说明)"
    r"|没有的?(?:可以?)?(?:不填|不写|删除)|(?:如|若)(?:没?有|无)[^，]{0,6}[，,]?(?:请)?(?:补充|删除|填写)"
    r"|(?:需|待|由|请)[^，。；]{0,10}(?:补充|核实|提供|填写|完善|修改|更新)(?:数据|情况|材料|案例|内容)?"
    r"|[^，。；]{0,4}(?:标?[红黄蓝绿]色?)(?:字体|部分|内容)?[^，。；]{0,4}(?:核实|修改|替换|填写|补充)"
    r"|(?:全文|字数|篇幅)?(?:约|不超过|不少于|控制在)?[0-9]{2,4}字(?:左右|以内|以上)?"
    r"|(?:此段|本段|这段|此处|这里|本部分|主要|重点|着重)(?:主要|重点|着重|简要)?(?:写|介绍|概述|阐述|说明)[^，。；]{1,14}"
    r"|(?:本段|此段|此句|本句|此项|本条)(?:可|可以|应)?(?:删除?|修改|保留)"
    r"|[^，。；]{0,12}(?:审定|审核|确认|定稿|汇总|核实)后(?:再|另行)?(?:填[写入]?|补充?|修改?|更新)|请?(?:删除|删去)(?:本|此)?(?:提示|说明|括号|文字))"
)
"""What （ ） tells whoever fills a template in."""
_FIELDS = LazyPattern(r"[^。，；]{0,3}(?:名称|单位|部门|姓名|日期|时间|标题|内容|正文|数据|数字|情况|金额|职务|事项|年份|此处)")
_NUMBER = LazyPattern(r"[ \u3000]*第?[ \u3000]*[0-9]{0,4}[ \u3000]*号")
_EMPTY_NUMBER = LazyPattern(r"[ \u3000]*第?[ \u3000]*号")
_BRACES = LazyPattern(
    r"\{\{[^{}\n]{0,60}\}\}|\$\{[^{}\n]{0,60}\}|\{[^{}\n\x00-\x7f]{2,12}\}|\{[A-Za-z_][\w.]{1,30}\}|<%[^%\n]{0,60}%>|｛[^｛｝\n]{2,12}｝"
)
_LETTERS = frozenset(("X", "x", "XX", "xx", "N", "n", "×", "××"))
"""What stands in brackets for a number: [X]次."""
_HASHED = LazyPattern(r"#(?P<name>[\u4e00-\u9fff]{2,8})#")
_CLOSING = {"〈": "〉", "[": "]", "［": "］", "【": "】", "〔": "〕", "<": ">", "＜": "＞"}
_LONGEST = 80
_LONGEST_ANGLE = 12
_YEAR_WIDTH = 4
_ASKS = LazyPattern(
    r"此处|请|填写|填入|填|选择|单击|点击|输入|插入|写明|写|说明|补充|明确|概括|列出|简述|简要|描述|介绍|围绕|结合|注明|选填|可选|根据|按照|用一|待|如有|如需"
)
_NAMES = LazyPattern(
    r"(?:名称|单位|部门|机关|主体|机构|日期|时间|年份|年度|月份|地点|地区|姓名|职务|标题|题目|事项|正文|内容|电话|手机号?|号码|文号|编号"
    r"|金额|数量|数字|数据|数值|比例|人员|人|领导|对象|范围|目的|依据|背景|要求|措施|任务|意见|决定|职责|级别|示例|[一二三四五1-5])"
    r"(?:[/／、，或和及].*)?\Z"
)
_FIXED = LazyPattern(
    r"(?:(?:发文|主送|报告)(?:单位|机关|部门)|(?:发文|主送|报告)?(?:单位|机关|部门)(?:名称|全称)|(?:地区|项目|事项|会议|活动|文件)名称"
    r"|年份|年度|日期|姓名|职务|标题|地名|时间范围|职务[/／]岗位)\Z"
)
"""What stands at the head of a line only as a slot, never as a label."""
_SQUARE = LazyPattern(r"[\[［]([^\[\]［］\n\x00-\x7f]{1,80})[\]］]")
_MASKED = LazyPattern(rf"[{MASKS}]{{2,}}|某")
_NOTE = LazyPattern(r"[0-9０-９\-—,，、注a-zA-Z+\s]+\Z|[x ✓√]\Z|来源|图|表|篇|注[：:0-9]|转|微笑|偷笑|链接|视频|音频|附件")
_COLUMNS = LazyPattern(
    r"(?:[、和及与]?[【\[][^】\]\n]{1,12}[】\]])*等?[0-9一二三四五六七八九十两]*个?(?:专?栏目?|列(?!入|为|出|明)|字段|标签|模块|板块|按钮|菜单|选项|界面)"
)
"""Behind a bracket, or several, that name columns or buttons."""
_CHANGES = frozenset(("增加", "增长", "上升", "提高", "减少", "下降", "降低"))
_BEHIND_CHANGE = frozenset(MASKS + "0123456789，了约、")
_FORM = LazyPattern(r"盖章|公章|签字|签名|签章|意见|申请人|填表|经办")
_CLAUSE_END = "，。；、）)】]”’》\n|"
_OPENERS = "：:（(【[，、|\t\n；“"
_WIDEST_BLANK = 20
_LABELS = "：:（(【[\n|\t“"
_TODO_LISTS = ("清单", "列表", "事项", "管理", "工作法", "机制", "看板", "”", "》")
_DATA = ("数据", "数字", "数值", "金额")
_UNFINISHED = ("补", "补充", "填写", "填报", "填入", "录入", "补录", "填")


def bracket(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """[主送单位], 【单位名称】, 〔〕33号, [ ]件, [[title]]."""
    text, start = report.text, m.start()
    if text.startswith("[", start + 1):
        end = text.find("]]", start + 2, start + _LONGEST) + 2
        if end > 1 and "\n" not in text[start:end] and report.document.source.medium != "markdown":
            yield mask(SLOT, text, start, end)
        return
    end = text.find(_CLOSING[text[start]], start + 1, start + _LONGEST) + 1
    inside = text[start + 1 : end - 1].strip() if end else ""
    if not end or "\n" in inside or "[" in inside:
        return
    if not inside:
        yield _emptied(text, start, end)
    elif inside in _LETTERS and unit(text, end):
        yield mask(FIGURE, text, start, end)
    elif text[start] != "〔" and _is_slot(report, text, start, end, inside):
        yield mask(SLOT, text, start, end)
    elif len(inside) == _YEAR_WIDTH and inside.isdigit() and text[start] in "〔[［":
        number = _EMPTY_NUMBER.match(text, end)
        if number:
            yield mask(SLOT, text, start, number.end(), "emptied")


def _emptied(text: str, start: int, end: int) -> Mask:
    if text[start] == "〔":
        number = _NUMBER.match(text, end)
        return mask(SLOT, text, start, number.end() if number else end, "emptied")
    return mask(FIGURE, text, start, end) if unit(text, end) else mask(SLOT, text, start, end, "emptied")


def _is_slot(report: Report, text: str, start: int, end: int, inside: str) -> bool:
    if (
        inside.isascii()
        or (text[start] in "<＜〈" and (len(inside) > _LONGEST_ANGLE or (text[start] == "〈" and not _FIXED.match(inside))))
        or text[end : end + 1] == "("
        or text[start - 1 : start] == "!"
        or _NOTE.match(inside)
        or _COLUMNS.match(text, end)
    ):
        return False
    says = _asks(inside)
    block = report.block_at(start)
    leads = text[block.start : start].strip("#*> ") == ""
    if text[start] == "【" and leads:
        alone = text[end : block.end].strip("*：: ") == ""
        return _FIXED.match(inside) is not None or (says and (alone or _MASKED.search(inside) is not None))
    if leads and not says:
        return False
    return says or (text[start] in "[［" and report.shared(slotted))


def _asks(inside: str) -> bool:
    """Whether the words in a bracket ask for something; 责任单位：各部门 and 以下简称本局 tell something."""
    if _ASKS.match(inside) or _MASKED.search(inside):
        return True
    return "：" not in inside and ":" not in inside and "简称" not in inside and _NAMES.search(inside) is not None


def slotted(report: Report) -> bool:
    """Whether brackets ask for something anywhere in the text: then the others do so, too."""
    return any(_asks(m[1]) for m in _SQUARE.finditer(report.text))


def variable(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """{{ title }}, ${unit}, {单位}, ｛单位｝, <%= %>."""
    text, start = report.text, m.start()
    braces = _BRACES.match(text, start)
    if braces:
        yield mask(SLOT, text, start - 1 if text[start - 1 : start] == "#" else start, braces.end())


def hashed(text: str, at: int) -> Mask | None:
    """#单位名称#, which is no topic of a network such as #法治宣传#."""
    m = _HASHED.match(text, at)
    return mask(SLOT, text, *m.span()) if m and _FIXED.match(m["name"]) else None


def instruction(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """（根据实际情况填写）, from its end."""
    text, end = report.text, m.end()
    start = max(text.rfind(c, max(0, end - _REACH), end) for c in "（(")
    if start >= 0 and _INSTRUCTION.fullmatch(text, start + 1, end - 1):
        yield mask(SLOT, text, start, end)


_REACH = 40
"""Characters that an instruction has at most."""


def empty_marks(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """《》."""
    yield mask(SLOT, report.text, *m.span(), "emptied")


def empty_number(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """第  号."""
    text = report.text
    start = text.rfind("第", max(0, m.start() - _WIDEST_BLANK), m.start())
    if start >= 0 and not text[start + 1 : m.start()].strip():
        yield mask(SLOT, text, start, m.end(), "emptied")


def blank_date(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """2024年 月 日, and 年 月 日 on a line of its own."""
    text, end = report.text, m.end()
    start = m.start()
    if not text[start - 1].isdigit():
        start = text.rfind("年", max(0, start - _WIDEST_BLANK), start)
        if start < 0 or text[start + 1 : m.start()].strip():
            return
    while start and text[start - 1].isdigit():
        start -= 1
    block = report.block_at(start)
    alone = start == block.start and end == block.end and not _FORM.search(text, max(0, start - 40), start)
    if text[start].isdigit() or alone or text[:start].rstrip(" \u3000")[-1:] in "于在至自到从":
        yield mask(DATE, text, start, end, "blank")


def hole(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """检查企业 家, 规章…件, 增长百分之，, 达到%，, 提高个百分点, 投入资金万元."""
    start = m.start() - (1 if m[0] == "百分点" else 0)
    if report.block_at(start).kind != TABLE_ROW:
        yield mask(FIGURE, report.text, start, m.end())


def gap(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """待补充, 此处填写, TODO."""
    text, (start, end) = report.text, m.span()
    word = text[start + 1 : end]
    if text[start] == "待":
        before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
        if before in "有尚仍亟还急正等期留都均需也可且招接款善" or (after not in _CLAUSE_END and word != "补"):
            return
        if word not in _UNFINISHED and before not in _OPENERS and text[start - 2 : start] not in _DATA:
            return
    elif text[start] == "请" and "此处" not in word and ((text[start - 1 : start] or "\n") not in _LABELS or not _FIELDS.match(text, end)):
        return
    yield mask(SLOT, text, start, end, "gap")


def todo(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """TODO, todo, TBD, but not TODO清单."""
    if not report.text.startswith(_TODO_LISTS, m.end()):
        yield mask(SLOT, report.text, *m.span(), "gap")


def parenthesis(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """（略）, （ ）件, 增加（减少）, （不涉及的不列）."""
    text, start = report.text, m.start()
    inside = _PARENTHESIS.match(text, start + 1)
    if inside is None:
        return
    end = inside.end()
    if inside["empty"] is not None:
        if unit(text, end):
            yield mask(FIGURE, text, start, end)
        elif text[end : end + 1] in ("月", "日") and text[start - 1 : start] in ("年", "月"):
            yield mask(DATE, text, start, end + 1, "blank")
    elif inside["omitted"]:
        yield mask(SLOT, text, start, end + 1, "omitted", severity=Severity.INFO, confidence=Confidence.LOW)
    elif inside["either"]:
        if _alternatives(report, text, start, end + 1):
            yield mask(SLOT, text, start - 2, end + 1, "either")
    else:
        yield mask(SLOT, text, start, end)


def _alternatives(report: Report, text: str, start: int, end: int) -> bool:
    """Whether 增加（减少） waits for a choice: in a sentence with a figure behind it, not as the name of a column."""
    return (
        text[start - 2 : start] in _CHANGES
        and report.block_at(start).kind != TABLE_ROW
        and (text[end : end + 1] in _BEHIND_CHANGE or text.startswith(("主要", "的主要", "幅度"), end))
    )


def choice(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """增加/减少12件."""
    text, (start, end) = report.text, m.span()
    if text[start - 2 : start] in _CHANGES and (text[end : end + 1] or "\n") in _BEHIND_CHANGE:
        yield mask(SLOT, text, start - 2, end, "either")
