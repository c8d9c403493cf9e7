"""A mark of secrecy or of internal use.

What it finds:
    密级标志（机密★1年、秘密★、密级：机密）和内部使用标志（内部资料 注意保存、内部使用 不得外传、此件不公开），独占一行、带星号、带“密级”字样或者写在括号里。

    Marks of a security class (机密★1年, 秘密★, 密级：机密) and of internal use (内部资料 注意保存, 内部使用 不得外传, 此件不公开): in a
    line of their own, with the star, behind 密级, or between brackets.

Why:
    涉密文件和内部资料不得公开；标志留着，说明没有经过保密审查，或者文件拿错了。

    Classified and internal papers must not be published; a mark left in tells that nobody reviewed the text, or that it is the
    wrong paper.

Instead:
    停止发布，交本单位保密部门审查；确认可以公开的，删去标志。

    Do not publish it; have it reviewed. Delete the mark only when the text may be public.

Silent on:
    保密工作、国家秘密、商业秘密等内容；引号里举例的标志；“此件公开发布”。

    Secrecy as a subject, as in 保密工作, 国家秘密, 商业秘密; marks quoted as an example; 此件公开发布.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Clues, Example, Hit, LazyPattern, Report, Rule, Severity, Span

rule = Rule(
    code="P021",
    name="secrecy-mark",
    severity=Severity.ERROR,
    title=Bilingual("密级或者内部标志", "mark of secrecy"),
    clause=Bilingual("《政府信息公开条例》第十四条、第十七条", "Regulations on Open Government Information, art. 14 and 17"),
    messages={
        "found": Bilingual("留有密级标志“{text}”", "the security mark “{text}” is left in the text"),
        "internal": Bilingual("留有内部标志“{text}”", "the mark of internal use “{text}” is left in the text"),
    },
    help=Bilingual("先经保密审查；可以公开的，删去标志", "Have the text reviewed; delete the mark if it may be public"),
    good=(
        Example("组织保密工作培训，严守国家秘密、商业秘密，规定内部资料不得外传。\n（此件公开发布）"),
        Example("公文应当标注密级，如“机密★1年”“秘密★”；内部资料标注“内部资料 注意保存”字样。"),
        Example("本报告不涉及不予公开的内容，对不宜公开的事项说明理由，涉密文件严禁上网，阅后收回文件三份。"),
        Example("公开\n秘密\n机密\n绝密"),
    ),
    bad=(
        Example("⟦机密★1年⟧\n关于法治政府建设情况的报告"),
        Example("⟦内部资料 注意保存⟧\n关于法治政府建设情况的报告\n一、主要做法\n（⟦内部使用，不得外传⟧）\n⟦密级：秘密⟧"),
        Example("⟦仅供领导参阅⟧\n关于法治政府建设情况的报告\n全年开展培训。"),
        Example(
            "⟦绝 密⟧\n关于法治政府建设情况的报告\n⟦密级：工作秘密⟧\n⟦内部资料★注意保管⟧\n全年开展培训。（⟦涉密材料，严禁上网⟧）\n⟦本材料不宜公开⟧\n⟦阅后收回⟧"
        ),
        Example("关于法治政府建设情况的报告⟦秘密★⟧\n全年开展培训。（⟦内部资料，请勿外传⟧）\n⟦此件不公开⟧"),
    ),
    doc=__doc__,
)

_STARRED = LazyPattern(
    r"密(?:(?<=绝密)|(?<=机密)|(?<=秘密))级?[ \u3000]{0,4}(?:[★☆✩✭⭐]|[﹡＊*](?![﹡＊*]))"
    r"(?:[ \u3000]?(?:[0-9一二三四五六七八九十]{1,3}[ ]?(?:年|个月|月|天)|长期|启用前|解密前|[^，。\n]{0,8}(?:启用|公布|公开)前))?"
)
_OPEN, _SHUT = r"[（(【\[〔*#<_※ \u3000]{0,4}", r"[）)】\]〕*>_※]{0,4}"
_CLASS = r"[绝机秘][ \u3000]?密级?"
_PERIOD = r"(?:[ \u3000]{0,4}(?:[0-9一二三四五六七八九十]{1,3}(?:年|个月)|长期))?"
_INTERNAL = (
    r"(?:仅?(?:供|限)?(?:本?单位|系统|机关|党)?内部(?:资料|文件|文稿|材料|情况|信息|刊物|使用|参考|参阅|传阅|掌握|阅读)|工作秘密|商密|涉密(?:文件|资料|材料)|内部"
    r"|内部[^，。；：\n]{1,6}(?:资料|文件|材料))"
)
_KEEP = (
    r"(?:(?:请|应|须|务必)?(?:注意|妥善)(?:保存|保管|保密)|(?:请|切)?(?:勿|不得|严禁|禁止|不要|不可|不准)(?:对?外传|外泄|外借|公开|扩散|传播|翻印|转发|转载|复制|上网|泄露|泄漏)"
    r"|(?:阅后|用后|会后)(?:即焚|即毁|收回|销毁|退还)|不(?:得|准|能)?对外(?:公布|公开|发布|提供|宣传))"
)
_BETWEEN = r"[ \u3000，,、;；·※★☆—\-!！]{0,4}"
_SUBJECT = r"(?:(?:本|此|该)(?:资料|文件|材料|件|报告|刊物?|简报)[为系属是]?|注意[:：!！])?"
_NOTICE = (
    rf"(?:{_SUBJECT}{_INTERNAL}(?:{_BETWEEN}{_KEEP}){{1,3}}|{_KEEP}(?:{_BETWEEN}{_KEEP}){{1,2}}|{_KEEP}{_BETWEEN}内部(?:资料|文件|材料))"
)
_PUBLIC = r"(?:不予|不|暂不|不宜|不得|禁止)(?:对外|主动)?公开(?:发布)?"
_WITHHELD = rf"(?:此件|[本该](?:件|报告|材料|文件|资料)){_PUBLIC}|(?:信息)?公开(?:方式|属性|类别|形式|选项)[:：][ \u3000]?不(?:予)?公开"
_MARK = (
    rf"{_OPEN}(?P<mark>(?:密级|秘密等级|保密等级)[:：][ \u3000]?(?:{_CLASS}{_PERIOD}|内部|工作秘密)|阅后(?:即焚|即毁|收回|销毁|退还)|{_NOTICE}"
    rf"|(?P<bare>{_CLASS}{_PERIOD}|内部(?:资料|文件|材料|使用|参考|参阅|传阅|刊物))|仅?(?:供|限)(?:各级|有关|[省市区县局委]|本级)?领导(?:同志|干部|小组)?(?:参考|参阅|传阅|阅示|阅知)|仅(?:供|限)内部(?:人员)?(?:参考|使用|参阅|传阅|交流|学习|掌握|阅读|发行|工作)|{_WITHHELD})"
    rf"[!！。]?{_SHUT}(?:[ \u3000]+(?P<beside>[^，。；\n]{{1,40}})(?=\n|\Z))?"
)
_LINE = LazyPattern(_MARK)
_LINE_BEGINS = LazyPattern(
    rf"\n{_OPEN}(?:密级|[秘绝机保][ \u3000]?密|涉密|[仅供限]|内部|本?单位|系统|机关|党内|工作秘|商密|[请应须务注妥切勿严禁]|不[得要可准]|[阅用会]后|[此本该][资文材件报刊简]|(?:信息)?公开)"
)
"""What lines with a mark begin with; the whole pattern is dear, to compile, too."""
_INSIDE_CLUES = Clues("内部 涉密 此件")
_INSIDE = (
    LazyPattern(
        rf"(?:内部(?:资料|文件|文稿|材料|情况|信息|刊物|使用|参考|参阅|传阅|掌握|阅读)?|涉密(?:文件|资料|材料))(?:{_BETWEEN}{_KEEP}){{1,3}}"
    ),
    LazyPattern(rf"此件{_PUBLIC}"),
)
_OPENING, _CLOSING = tuple("（(【[〔"), tuple("）)】]〕！!。")
_QUOTES = '“‘《「『"'
_SHORT = 8
"""Characters of a line that make the class of secrecy in the line beside it a cell of a table."""


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Starred marks, then lines that begin with a mark, then marks between brackets or at the end of a line."""
    text = report.text
    taken: set[int] = set()
    for m in _STARRED.finditer(text):
        start = m.start() - 1
        if text[start - 1 : start] not in _QUOTES or start == 0:
            taken.add(start)
            yield Hit(Span(start, m.end()), values={"text": text[start : m.end()]})
    lines = [m.start() for m in _LINE_BEGINS.finditer(f"\n{text}")]  # offsets as in `text`
    for m in filter(None, (_LINE.match(text, at) for at in lines)):
        start, end = m.span("mark")
        if start not in taken and _ends_line(report, m.end()) and not (m["bare"] and _is_cell(text, *m.span("bare"), m["beside"])):
            taken.add(start)
            yield Hit(Span(start, end), "found" if "密" in m["mark"] else "internal", {"text": m["mark"]})
    for pattern in _INSIDE if report.has(_INSIDE_CLUES) else ():
        for m in pattern.finditer(text):
            start, end = m.span()
            if start not in taken and _set_off(report, start, end):
                yield Hit(Span(start, end), "internal", {"text": m[0]})


def _set_off(report: Report, start: int, end: int) -> bool:
    """Whether a notice stands between brackets, or from a gap or the head of a line to the end of a line."""
    text = report.text
    if text[start - 1 : start] in _OPENING:
        return text[end : end + 1] in _CLOSING
    return (_ends_line(report, start) or text[start - 1] in " \u3000") and _ends_line(report, end)


def _ends_line(report: Report, at: int) -> bool:
    """Whether a line ends in front of `at`: of the text, or of the file where a title of several lines was joined."""
    if report.text[at : at + 1] in ("", "\n") or at == 0:
        return True
    document = report.document
    end = document.map.offset(at - 1) + 1
    return document.source.text[end : document.map.offset(at)].lstrip(" \u3000").startswith(("\n", "\r"))


def _is_cell(text: str, start: int, end: int, beside: str | None) -> bool:
    """Whether 秘密 or 内部资料 is a word of a table or list: beside other words, between short lines, next to another such word."""
    if beside is not None and not _URGENT.match(beside):
        return True
    above = text[max(0, start - 40) : max(0, start - 1)].rpartition("\n")[2].strip()
    below = text[end + 1 : end + 40].partition("\n")[0].strip()
    lines = [line for line in (above, below) if line]
    return any(line in _CELLS for line in lines) or (bool(above) and all(len(line) < _SHORT for line in lines))


_URGENT = LazyPattern(r"特急|加急|急件|平急|第?[0-9]")
_CELLS = frozenset(("公开", "内部", "秘密", "机密", "绝密", "秘密级", "机密级", "绝密级", "非密", "无"))
