"""Masks made of letters and signs: XX, **, ×××, ○○, □□, ____.

First it is asked whether a token is a mask at all; that is told by what stands left and right of it. Then the mask gets
the one class that fits best.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint import Confidence, LazyPattern
from reportlint_rules.placeholders.masks import cuts, phrases, slots, words
from reportlint_rules.placeholders.masks.kinds import DATE, FIGURE, NAME, SLOT, Mask, mask
from reportlint_rules.placeholders.masks.setting import exam_prep, forms, law_like
from reportlint_rules.placeholders.masks.tokens import tokens
from reportlint_rules.placeholders.masks.words import BOXES, CIRCLES, CROSSES, LETTERS, LINES, NUMERALS, QUERIES, STARS, TRIANGLES

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Mapping

    from reportlint import Report
    from reportlint_rules.placeholders.masks.tokens import Token

_YEAR = LazyPattern(r"(?:19|20)[0-9Xx]{2}")
_FORMULA = LazyPattern(r"[=＝÷]|[*×]100|公式|乘以|除以|[长宽][*×][宽高]|[*×](?:数量|单价|系数|权重|天数|人数)")
_KEY = LazyPattern(r"号?键")
_MENTION = LazyPattern(r"号|为|表示|代表|标[识记注]")
_FIELD = LazyPattern(r"(?:电话|手机|号码|姓名|名称|地址|邮箱|邮编|日期|时间|类型|类别|性别|证件|密码|验证码|账号)\Z")
_TROOPS = ("部队", "师部", "团部")
"""×××部队 is how the name of a unit is rightly kept from print."""
_NEAR = 40
"""How far the other parts of a formula may stand."""
_RULE = 24
"""How far a naming rule may stand in front of what it prescribes."""
_BEFORE_PERSON = frozenset("，。；：、（）“”《》\n！？()|")
_PUNCTUATION = frozenset("，。；：、！？）)”’》】\n|;,…")
_BESIDE_NAME = frozenset("《“、，。；：！？（—…·.")


def find(report: Report, m: re.Match[str]) -> Iterator[Mask]:
    """The masks in one match of the shared pass."""
    text, start = report.text, m.start()
    if (start == 0 or text[start - 1] == "\n") and _marks_line(report, start, m.end()):
        return
    if text[start] == "#":
        slot = slots.hashed(text, start)
        if slot:
            yield slot
            return
    for token in tokens(report, start, m.end()):
        damage = phrases.masked(report, token.lead, token.end) or cuts.find(text, token.start, token.end)
        if damage:
            yield damage
        elif _FAMILY[token.signs[0]](token) and not (_prescribed(report, token) or _private(token)):
            yield _date(token) or _figure(token) or _slot(token) or _name(token)


def _marks_line(report: Report, start: int, end: int) -> bool:
    """Whether it is the mark of a list item, or a rule across the page."""
    block = report.block_at(start)
    return start >= block.end or (end == block.end and start == block.start and report.text[start] in STARS + LINES)


# Is it a mask?


def _letters(token: Token) -> bool:
    single = len(token.signs) == 1
    if single and token.signs not in "Xx":
        return False  # a Roman ten
    if token.ends_in_digit:
        if token.numbered and single:
            return token.after == "年" and _YEAR.fullmatch(token.figures) is not None  # else 7x24, 4X100
        return token.dates or (
            token.unit > 0 and (token.end - token.start > 2 or token.signs[0] == "x" or token.before in "约共近达" or token.after in "%％")
        )
    if not single:
        return not (_rhetoric(token) or token.text.startswith("染色体", token.end))
    if words.LETTER_X.match(token.text, token.end):
        return False
    if token.unit or token.dates:
        return True
    if (
        (token.numbered and not token.behind_year)
        or token.before in "+＋-－/*"
        or (token.before + token.after) in ("“”", "‘’", '""', "（）", "()")
        or _rhetoric(token)
    ):
        return False
    if _han(token.after):
        return _han(token.before) or token.before in _BESIDE_NAME or token.before in "\n）”】" or token.numbered or token.stands
    return token.posted or (_han(token.before) and (token.after in "”》" or words.AMOUNT.search(token.left(4)) is not None))


def _crosses(token: Token) -> bool:
    if token.after.isdigit() or token.ends_in_digit:
        return len(token.signs) > 1 and token.dates
    if len(token.signs) > 1:
        return not token.text.startswith(_TROOPS, token.end)
    if token.after in "”’》】" or token.before == "”" or _quoted_slogan(token):
        return False
    if words.SLOGAN.search(token.left(3)):
        return token.unit > 0 or token.dates
    if token.before == "第" and token.after in _PUNCTUATION:
        return True
    return token.stands and not (_formula(token) and not token.dates)


def _quoted_slogan(token: Token) -> bool:
    """“科技×人文”: between quotation marks that open right before it."""
    left = token.left(8)
    return left.rfind("“") > left.rfind("”") and words.SLOGAN.search(left) is not None


def _stars(token: Token) -> bool:
    digits = token.ends_in_digit
    if digits or (token.numbered and not token.behind_year):
        return token.dates or (token.unit > 0 and not digits and sum(c.isdigit() for c in token.figures) < 3)  # else 138****1234, 3*5
    if _KEY.match(token.text, token.end) or (token.before in "：带标打有注以" and _MENTION.match(token.text, token.end)):
        return False  # the sign itself is spoken of
    if token.unit or token.dates:
        return True
    if token.before.isascii() and token.before.isalnum() and not token.numbered:
        return False
    if len(token.signs) > 1:
        return token.stands or token.before not in "\n " or token.after not in "\n "
    if token.before in "）)" or token.after in _PUNCTUATION or token.after.isascii() or _formula(token):
        return token.posted or (token.after in _PUNCTUATION and words.AMOUNT.search(token.left(4)) is not None)
    between = _han(token.after) and (_han(token.before) or token.before in _BESIDE_NAME)
    return token.stands or (between and not _FIELD.search(token.left(4)))


def _circles(token: Token) -> bool:
    if token.before in NUMERALS or token.after in NUMERALS or token.after == "后" or (len(token.signs) == 1 and token.after in "点时"):
        return False
    return len(token.signs) > 1 or (token.before != "\n" and token.stands)


def _boxes(token: Token) -> bool:
    return len(token.signs) > 1 or token.dates


def _lines(token: Token) -> bool:
    if (token.before.isascii() and token.before.isalnum()) or (token.after.isascii() and token.after.isalnum()):
        return len(token.signs) > 2 or token.unit > 0 or token.dates
    return len(token.signs) > 1 or (token.stands and not _FIELD.search(token.left(4)))


def _triangles(token: Token) -> bool:
    return not token.ends_in_digit and token.before != "\n" and token.stands


def _queries(token: Token) -> bool:
    if token.signs == "？":  # 法规？部、
        return token.unit > 0 and _han(token.before) and token.text[token.unit : token.unit + 1] in tuple("，。；、")
    return len(token.signs) > 1 and (token.year or (token.before not in "。！？\n" and (token.unit > 0 or token.date > 0)))


_JUDGES: Mapping[str, Callable[[Token], bool]] = {
    LETTERS: _letters, CROSSES: _crosses, STARS: _stars, CIRCLES: _circles, BOXES: _boxes, LINES: _lines, TRIANGLES: _triangles,
    QUERIES: _queries,
}  # fmt: skip
_FAMILY = {sign: judge for signs, judge in _JUDGES.items() for sign in signs}


def _han(c: str) -> bool:
    return "\u4e00" <= c <= "\u9fff"


def _rhetoric(token: Token) -> bool:
    """XX as a word that stands for any word: 中国式XX."""
    return words.RHETORIC_BEFORE.search(token.left(4)) is not None or words.RHETORIC_AFTER.match(token.text, token.end) is not None


def _formula(token: Token) -> bool:
    text, end = token.text, token.end
    right = text[end : end + _NEAR].partition("\n")[0]
    return _FORMULA.search(token.left(_NEAR) + text[token.start : end] + right) is not None


def _prescribed(report: Report, token: Token) -> bool:
    """Whether a form, a naming rule or a lesson in writing prescribes the blank."""
    left, text, end = token.left(_RULE), token.text, token.end
    if words.NAMING.search(left) or words.NAMING_AFTER.match(text, end) or words.LEGEND.match(text, end) or report.shared(exam_prep):
        return True
    return report.shared(law_like) and (token.before == "第" or token.start > report.shared(forms))


def _private(token: Token) -> bool:
    """张××, 李**: the name of a third person, rightly hidden; a person with a post is none."""
    return (
        token.before in words.SURNAMES
        and len(token.signs) <= 2
        and (token.start < 2 or token.text[token.start - 2] in _BEFORE_PERSON)
        and not (words.POST.search(token.left(7)[:-1]) or token.stands)
    )


# What does it mask?


def _date(token: Token) -> Mask | None:
    text, end = token.text, token.end
    if token.date:
        end = token.date
        duration = text[end - 1] == "年" and len(token.figures) < 3 and (
            words.DURATION.search(token.left(3)) or text[end : end + 1] in "来内以期间"
        )  # fmt: skip
        if duration:
            return None
    elif not (token.before in "〔[" and token.after in "〕]") and (token.unit or not token.year):
        return None
    rest = words.DATE_REST.match(text, end)
    return mask(DATE, text, token.lead, rest.end() if rest else end)


def _figure(token: Token) -> Mask | None:
    if token.unit and not (token.after in "多几" and words.OFFICE.search(token.left(4))):  # 局长□□多次
        return mask(FIGURE, token.text, token.lead, token.unit)
    text = token.text
    bare = token.after in _PUNCTUATION and words.AMOUNT.search(text[max(0, token.lead - 4) : token.lead])
    if bare or any(c in ".," for c in text[token.start : token.end]):
        return mask(FIGURE, text, token.lead, token.end)
    return None


def _slot(token: Token) -> Mask | None:
    if token.signs[0] not in BOXES + LINES or words.OFFICE.search(token.left(4)):
        return None
    return mask(SLOT, token.text, token.start, token.end, "blank")


def _name(token: Token) -> Mask:
    person = token.posted
    end = token.end if person else _name_end(token)
    sure = len(token.signs) > 1 or token.stands
    confidence = Confidence.HIGH if sure else Confidence.MEDIUM
    return mask(NAME, token.text, token.start, end, "person" if person else "found", confidence=confidence)


def _name_end(token: Token) -> int:
    """Where the name ends of which the token is part: XX市XX区财政局 is one name."""
    text, end = token.text, token.end
    signs = next(signs for signs in _JUDGES if token.signs[0] in signs)
    while place := words.PLACE.match(text, end):
        end = place.end()
        if end == len(text) or text[end] not in signs:
            break
        while end < len(text) and text[end] in signs:
            end += 1
    body = words.BODY.match(text, end)
    return body.end() if body else end
