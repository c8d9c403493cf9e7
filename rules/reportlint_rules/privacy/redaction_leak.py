"""A real name left over in a text that hides its own place or persons.

What it finds:
    用XX、**、某县等遮盖本地名称的报告，或者只写“县财政局”、通篇不写本地名称的报告里，漏下的真实地名（法治佛冈建设、佛冈县财政局）；遮盖了人名的报告里，跟在职务后面的真实姓名。

    In a report that hides its place behind XX, ** or 某县, or that only says 县财政局 and never which county: a real name of a
    place that was missed (法治佛冈建设, 佛冈县财政局). In a report that masks persons: a full name behind a post.

Why:
    遮盖不彻底，或者报告抄自外地，漏改了地名。

    The masking is not complete, or the report was copied from another county and its name was missed.

Instead:
    本单位的正式报告应当全部写明真实名称；确需遮盖的，全部遮盖；抄来的内容应当删除。

    A report of your own names its place everywhere; if names must be hidden, hide all of them; delete what was copied.

Silent on:
    没有遮盖的报告；省名、中央单位；外出考察、学习借鉴、对口支援的地方；法规名称；兼作普通词语的地名（朝阳、和平）。

    Reports that mask nothing; provinces and central bodies; places that were visited, helped or learned from; names of
    regulations; names of places that are words as well (朝阳, 和平).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reportlint import Bilingual, Confidence, Example, Hit, LazyPattern, Report, Rule, Severity, Span
from reportlint.document import TITLE
from reportlint_rules.placeholders.masks.scan import find_masks
from reportlint_rules.placeholders.masks.words import SURNAMES
from reportlint_rules.privacy.places import full_names, places, places_of, short_name, tails

rule = Rule(
    code="P012",
    name="redaction-leak",
    severity=Severity.WARNING,
    title=Bilingual("遮盖遗漏", "name missed in masking"),
    clause=Bilingual("一份报告要么写明名称，要么全部遮盖", "A report names its place or hides it, not both"),
    messages={
        "found": Bilingual("全文没有写明本地名称，此处却出现“{text}”", "the text hides its own place, and here it says “{text}”"),
        "person": Bilingual("其他人名都已遮盖，此处却写出“{text}”", "other persons are masked, and here stands “{text}”"),
    },
    help=Bilingual("核对是否本地名称：是则全文写明，不是则改正", "Check the name: if it is yours, write it everywhere; if not, correct it"),
    good=(
        Example("佛冈县财政局2023年法治工作总结\n推进法治佛冈建设，佛冈县人民政府常务会议专题研究。"),
        Example("县财政局2023年法治工作总结\n2023年，县财政局赴佛冈县考察，执行《广州市依法行政条例》，推进法治广东建设、法治文明建设。"),
        Example("XX县财政局2023年法治工作总结\nXX县财政局学习佛冈县经验，与清远市开展对口协作，建设美丽中国、平安和平家园。"),
    ),
    bad=(
        Example("县财政局2023年法治工作总结\n2023年，县财政局认真履职，推进法治⟦佛冈⟧建设。"),
        Example(
            "XX县财政局2023年法治工作总结\nXX县财政局认真履职，印发《⟦佛冈县⟧财政局工作规则》，XX县成绩突出，在⟦佛冈县⟧人民政府网站公开。"
        ),
        Example("区民政局2023年法治工作总结\n“⟦佛冈⟧发布”公众号推送12期。"),
        Example("XX县财政局2023年法治工作总结\nXX县财政局局长XXX带头学法，副局长⟦李建军⟧主持会议。"),
    ),
    doc=__doc__,
)

_NAMELESS = LazyPattern(
    r"(?:我|本)?(?:县|市(?![场政容民])|区(?!域)|镇(?![江海平原远雄康赉安坪沅宁巴])|乡(?![宁城村镇])|街道)(?=[\u4e00-\u9fff]{0,10}(?:局|委|办|院|中心|政府|处|队|所|会))"
)
_OURS = ("我县", "我市", "我区", "我镇", "我乡", "本县", "本市", "本区")
_PLACE = LazyPattern(r"[省市县区旗盟州镇乡村]|街道|法治|自治")
_SLOGAN = LazyPattern(
    r"[治安廉用字慧丽康福明信力乡美废居润](?:(?<=法润)|(?<=法治)|(?<=平安)|(?<=清廉)|(?<=信用)|(?<=数字)|(?<=智慧)|(?<=美丽)|(?<=健康)|(?<=幸福)|(?<=文明)"
    r"|(?<=诚信)|(?<=[活魅实]力)|(?<=书香)|(?<=[大最醉和]美)|(?<=无废)|(?<=宜居))[“”]?"
)
_OWN = LazyPattern(
    r"[财发融普法政公税县区市实经高日电司检教农全各民住卫人水城纪监群辖境干](?:(?<=财)政|(?<=发)布|(?<=融)媒|(?<=普)法|(?<=法)[院治]|(?<=政)[务府协]|(?<=公)安(?!县)"
    r"|(?<=税)务|(?<=[县区市])[情委]|(?<=实)际|(?<=经)济社会|(?<=高)(?:质量|新区)|(?<=日)报|(?<=电)视台|(?<=司)法|(?<=检)察|(?<=教)育局|(?<=农)[商业]"
    r"|(?<=全)域|(?<=各)[级地]|(?<=民)政|(?<=住)建|(?<=卫)健|(?<=人)[社民大]|(?<=水)[务利]局|(?<=城)管|(?<=纪)委|(?<=监)委|(?<=群)众|(?<=辖)区|(?<=境)内|(?<=干)部)"
)
_ELSEWHERE = LazyPattern(
    r"(?:(?:赴|前往|奔赴|借鉴|参照|学习(?!贯彻|宣传|领会|传达)|援助|支援|帮扶|协作|结对|对口|邀请|来自|籍贯)[^，。；：“”《》\n]{0,8}"
    r"|(?:(?<![受得])到|去|与|和|同|以)(?:[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,3}市)?)\Z"
)
_VISITED = LazyPattern(r"[^，。；\n]{0,8}(?:考察|取经|经验|做法|模式|一案|籍)")
_REGULATION = LazyPattern(r"[^》\n]{0,40}(?:条例|办法|规定|决定|规划|纲要|方案)》")
_BODY = LazyPattern(r"(?:[\u4e00-\u9fff]{0,8}?(?:局|委|厅|办公室|政府|法院|检察院|中心))")
_HEAD = 2
"""Blocks at the head in which a text that names its place does so."""
_FEW = 3
"""A text that leaves its place out by the way names it more often than this."""

_POST = LazyPattern(
    r"[长记任席员志理](?:(?<=[局厅处科股所站院校镇乡县区市部州省]长)|(?<=[^总]书记)|(?<=主任)|(?<=主席)|(?<=科员)|(?<=经理))"
    r"(?P<name>(?!严[格肃明谨密禁]|方[面案式法针向]|高[度效位质标]|常[态务委规年]|章程|程序|史料|万[元名人]|马上|周[密到全]|范围|施[工行策]|许[多可]|武[装警]|任|白[天手]|金[融额]|江河)"
    rf"[{SURNAMES}]"
    r"(?!某|[委务组度效级位长副任])[\u4e00-\u9fff]{1,2}?)(?=同志|[，。、；）]|主持|带队|带头|任组长|担任|出席|参加|作了|讲授|亲自|率队)"
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Nothing is looked up unless the text masks its place, or leaves it out."""
    masks = report.shared(find_masks)
    hits = (*masks["placeholder-mask"], *masks["anonymous-issuer"])
    hidden = len([hit for hit in hits if hit.message == "found" and _of_place(report, *hit.span)])
    if hidden or _nameless(report):
        yield from _places_left(report, hidden)
    if any(hit.message == "person" for hit in hits):
        yield from _persons_left(report)


def _of_place(report: Report, start: int, end: int) -> bool:
    """Whether the mask from `start` to `end` stands for a place: XX市, 法治XX."""
    return _PLACE.search(report.text, max(0, start - 2), start) is not None or _PLACE.search(report.text, start, end + 2) is not None


def _nameless(report: Report) -> bool:
    """Whether the issuer calls itself 县财政局, or the title says 我县, without telling which county."""
    issuer = report.subject.issuer.value
    if issuer and issuer[0] in "我本县市区镇乡街" and _NAMELESS.match(issuer):
        return True
    return report.text.startswith(_OURS) and report.blocks[0].kind == TITLE


def _places_left(report: Report, hidden: int) -> Iterator[Hit]:
    """The names of the own place; silent when the text names it as a matter of course."""
    text = report.text
    found = _joined(sorted(_leaks(report)))
    told = Counter(text[start:end] for start, end in found)
    if not told or max(told.values()) > _FEW or len(found) > max(hidden, _FEW) or (hidden < _FEW and _named_at_head(report)):
        return
    for start, end in found:
        yield Hit(Span(start, end), values={"text": text[start:end]}, confidence=Confidence.MEDIUM)


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`spans` with those made one that touch or overlap: 清远市佛冈县."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _named_at_head(report: Report) -> bool:
    """Whether title or opening name a place, if only the province."""
    text = report.text
    end = report.blocks[min(_HEAD, len(report.blocks)) - 1].end
    return any(True for _ in full_names(text, places_of(report).full, 0, end)) or any(
        name + "省" in text[:end] or name + "市" in text[:end] for name in places().provinces
    )


def _leaks(report: Report) -> set[tuple[int, int]]:
    text, known = report.text, places_of(report)
    found = {(start, end) for start, end in full_names(text, known.full) if _means_own(text, start, end)}
    for m in _SLOGAN.finditer(text):
        end = short_name(text, m.end(), known.counties, known.cities)
        if not end and text.startswith("法治", m.start() - 1):
            end = short_name(text, m.end(), known.others)
            end = end if _BUILT.match(text, end) else 0
        if end and text[end : end + 1] not in _SUFFIXES and not _new_province(text, m.end(), end):
            found.add((m.end(), end))
    for m in _OWN.finditer(text):
        start = _short_before(text, m.start(), known.counties)
        if start >= 0 and text[start - 1 : start] not in _LISTED and not _ELSEWHERE.search(text, max(0, start - 10), start):
            found.add((start, m.start()))
    return found


_LISTED = frozenset("、—–-·和与")
_SUFFIXES = frozenset("县市区旗州盟省")
_BUILT = LazyPattern(r"[”]?(?:建设|创建|示范|大讲堂|宣传)")


def _new_province(text: str, start: int, end: int) -> bool:
    """Whether what looks like a county from `start` to `end` begins 新宁夏, the new Ningxia."""
    return text[start] == "新" and text[end - 1 : end + 1] in places().provinces


def _short_before(text: str, end: int, names: frozenset[str]) -> int:
    """Where the name of the set `names` begins that ends at `end`; -1 without one."""
    if text[max(0, end - 2) : end] not in tails(names):
        return -1
    for width in range(8, 1, -1):
        if end >= width and text[end - width : end] in names:
            return end - width
    return -1


def _means_own(text: str, start: int, end: int) -> bool:
    """Whether the full name does not stand for a place that was visited, helped or learned from, nor in the name of a law."""
    if text.rfind("《", max(0, start - 40), start) > text.rfind("》", max(0, start - 40), start):
        return _BODY.match(text, end) is not None or not _REGULATION.match(text, end)
    return not (_ELSEWHERE.search(text, max(0, start - 12), start) or _VISITED.match(text, end))


def _persons_left(report: Report) -> Iterator[Hit]:
    for m in _POST.finditer(report.text):
        yield Hit(Span(*m.span("name")), "person", {"text": m["name"]}, confidence=Confidence.MEDIUM)
