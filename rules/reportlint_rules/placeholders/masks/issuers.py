"""某 in the place of the reporting body itself; in the story of a case it rightly hides a third party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint import Confidence, LazyPattern
from reportlint.document import HEADING, SIGNATURE, TITLE
from reportlint_rules.placeholders.masks import phrases
from reportlint_rules.placeholders.masks.kinds import DATE, ISSUER, NAME, Mask, mask
from reportlint_rules.placeholders.masks.setting import case_narrative, exam_prep, law_like, reporting
from reportlint_rules.placeholders.masks.words import BODY, OFFICE, POST, SURNAMES, TITLED

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from reportlint import Block, Report

_SOME = "些种个一项类方处天次人年月日时刻企"
"""Behind a 某 that means 'some'."""
_PLACE = r"(?:自治区|自治州|自治县|开发区|新区|街道|[省市县区州旗盟镇乡])"
_BODY = r"(?:[^\W\x00-\x7f]{0,8}?(?:局|厅|委员会|管委会|办事处|办公室|政府|党委|党组|党工委|中心|集团|学校|医院|支队|司法所|法院|检察院)|(?:卫健|发改|住建|国资|政法|经信|[纪监])?委|(?:政府|党委|[省市县区]委)办|办|院|单位|部门|机关)"
_ISSUER = LazyPattern(rf"(?P<place>{_PLACE}(?:某{{1,3}}{_PLACE})*)?(?P<body>{_BODY})?")
_DUTY = LazyPattern(
    r"(?:党组|党委|党工委|领导班子|班子成员|主要(?:负责人|领导)|机关|党支部|全体(?:干部职工|党员干部|干部|党员|人员)?)?(?:理论学习中心组)?(?:[（(][^）)]{1,12}[）)])?(?:[，,]?(?:20[0-9]{2}年|全年|一年来|今年)[，,]?)?"
    r"(?:始终|全面|深入|认真|积极|坚持|严格|高度|扎实|切实|不断|持续|着力|聚焦|围绕|按照|根据|结合|全年|紧紧|牢固|充分|大力|进一步"
    r"|加强|推进|组织|制定|印发|开展|带头|亲自|主持|落实|贯彻|履行|完善|健全|关于|法治政府|依法|以习近平|20"
    r"|狠抓|紧盯|紧扣|突出|率先|牵头|统筹|强化|注重|立足|创新|探索|压实|参加|把(?=[^，。]{1,12}(?:纳入|摆在|作为|放在))|将(?=[^，。]{1,12}(?:纳入|摆在|作为|列入)))"
)
"""What the reporting body does, behind its name."""
_LECTURER = LazyPattern(r"(?:教授|专家|律师|老师|讲师)(?:应邀|受邀|作|为|授课|主讲|讲授)")
_LED = LazyPattern(r"(?:、[^，。；、]{1,8})*的?(?:坚强|正确|统一|大力|关心)?(?:领导|指导|支持)下")
"""Behind the bodies under whose lead the reporting body works: 在某县委、县政府的坚强领导下."""
_OFFENCE = LazyPattern(r"违|案|诉|受贿|贪|举报|被|立案|查处|问责|通报批评|投诉|反映")
_THIRD_PARTY = LazyPattern(r"公司|企业|法院|检察院|小区|酒店|餐厅|超市|村民|居民|派出所民警|银行|工厂|药店|商店|店")
_COURT = LazyPattern(r"(?:法院|检察院)\Z")
_STORY = LazyPattern(r"诉[^讼求]{0,2}某|一案|原告|被告|当事人|被害人|嫌疑人|判决|裁定|纠纷案|拖欠|诈骗|受贿")
_DAY = LazyPattern(r"某{1,2}日")
_CITED = LazyPattern(r"(?:依据|根据|按照|依照|参照|对照|执行|适用|借鉴|学习|违反|落实)\Z")
"""In front of the title of a text that is somebody else's."""
_LONGEST = 3
_NEAR = 150
_SIDE = LazyPattern(r"[，。；：、“（《\n由]")
_NARRATED = LazyPattern(r"(?:如|以|参照|借鉴|对|与|因|在|由|到|从|向|系|位于)[，：]?\Z")


def find(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """The masks in one match of the shared pass."""
    text, start = report.text, m.start()
    end = start + 1
    while text.startswith("某", end) and end - start < _LONGEST:
        end += 1
    if text[start - 1 : start] == "年" and text[end : end + 1] == "月" and text[start - 2 : start - 1].isdigit():
        if not report.shared(case_narrative):
            rest = _DAY.match(text, end + 1)
            yield mask(DATE, text, start, rest.end() if rest else end + 1)
        return
    if text.startswith("某", start - 1) or text[end : end + 1] in _SOME:
        return
    block = report.block_at(start)
    if end - start > 1:
        damage = phrases.masked(report, start, end)
        if damage:
            yield damage
            return
        if POST.search(text[max(0, start - 5) : start]) or (_SIDE.match(text[start - 1 : start] or "\n") and TITLED.match(text, end)):
            if not report.shared(case_narrative):
                yield mask(NAME, text, start, end, "person", confidence=Confidence.MEDIUM)
            return
    if (text[start - 1 : start] or "\n") in SURNAMES:
        if OFFICE.search(text[max(0, start - 5) : start - 1]) and _in_office(report, start, end):
            yield mask(NAME, text, start - 1, end, "person", confidence=Confidence.MEDIUM)
        return
    if end - start == 1 and _LECTURER.match(text, end) and not report.shared(case_narrative):
        yield mask(NAME, text, start, end, "person", confidence=Confidence.MEDIUM)
        return
    issuer = _ISSUER.match(text, end)
    if issuer is None or not issuer[0]:
        return
    if (_THIRD_PARTY.search(issuer[0]) and not _COURT.search(issuer[0])) or _THIRD_PARTY.match(text, issuer.end()):
        return
    if _is_issuer(report, block, start, issuer.end(), body=issuer["body"] is not None):
        yield mask(
            ISSUER,
            text,
            start,
            issuer.end(),
            confidence=Confidence.HIGH if block.kind == TITLE or report.shared(titled) else Confidence.MEDIUM,
        )


def letter(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """A镇, 乙县, A市B区 in front of a body: somebody meant to put the name in. A case or a lesson tells of such places."""
    text, (start, end) = report.text, m.span()
    before = text[start - 1 : start] or "\n"
    if before.isalnum() and before not in _BEFORE_LETTER:
        return
    if more := _LETTERS.match(text, end):
        end = more.end()
    body = BODY.match(text, end)
    if body and not (report.shared(case_narrative) or report.shared(exam_prep) or report.shared(law_like)):
        yield mask(NAME, text, start, body.end(), confidence=Confidence.MEDIUM)


_BEFORE_LETTER = frozenset("与和及在由向对将经为以从")
_LETTERS = LazyPattern("[A-H甲乙丙丁](?:[县区镇乡村]|街道)")


def _in_office(report: Report, start: int, end: int) -> bool:
    """Whether 局长张某某 does his duty here; an official in a case is rightly anonymous."""
    return _DUTY.match(report.text, end) is not None and not _OFFENCE.search(report.text, *_sentence(report.text, start, end))


def _is_issuer(report: Report, block: Block, start: int, end: int, *, body: bool) -> bool:
    text = report.text
    if block.kind == TITLE:
        return not _STORY.search(text, block.start, block.end)
    if report.shared(case_narrative) or report.shared(exam_prep):
        return False
    if report.shared(titled) or (block.kind == SIGNATURE and start == block.start):
        return True
    first, last = _sentence(text, start, end)
    if _STORY.search(text, first, last) or not (body or report.shared(reporting)):
        return False  # 某县 alone may be any county that an essay tells of
    if text[start - 1 : start] == "《":
        return not _CITED.search(text[max(0, start - 6) : start - 1])
    if text[start - 2 : start] == "现将" or (block.kind == HEADING and body):
        return True
    if text[start - 1 : start] == "我" or (text[start - 1 : start] == "在" and _LED.match(text, end)):
        return True
    opens = start == first or text[start - 1 : start] in "，,、：:"
    return opens and _DUTY.match(text, end) is not None and not _NARRATED.search(text[max(0, start - 2) : start])


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around the characters from `start` to `end`, as far as it matters who is spoken of."""
    first = max(text.rfind(mark, max(0, start - _NEAR), start) + 1 for mark in "。！？；\n") or max(0, start - _NEAR)
    lasts = [text.find(mark, end, end + _NEAR) for mark in "。！？；\n"]
    return first, min((last for last in lasts if last >= 0), default=min(end + _NEAR, len(text)))


def titled(report: Report) -> bool:
    """Whether the title names the reporting body 某…: then 某 stands for it everywhere."""
    text = report.text
    titles = [block for block in report.blocks if block.kind == TITLE]
    return any(_TITLED.search(text, block.start, block.end) and not _STORY.search(text, block.start, block.end) for block in titles)


_TITLED = LazyPattern(rf"(?<![{SURNAMES}])某{{1,3}}(?:{_PLACE}|[\u4e00-\u9fff]{{0,8}}?[局厅委办院](?!托))")
