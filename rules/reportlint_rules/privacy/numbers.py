"""Numbers that identify a person, told from all other long numbers by their make-up, their check digits and their labels.

A pattern that begins with any digit tries every figure of the text: 30 microseconds for 2,300 characters. One that begins
with a certain digit takes one. So each kind of number is looked for by digits that it must have, its *seed*: the 13 to 19 of
a mobile number, the year of birth in an identity number, the 62 of a bank card; numbers without such digits by their label.
From the seed the number is read to both sides, in one piece or in groups with a space or hyphen between them.
"""

from __future__ import annotations

from calendar import isleap
from typing import TYPE_CHECKING, NamedTuple

from reportlint import LazyPattern
from reportlint.document import TABLE_ROW

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from reportlint import Report

IDENTITY = "identity"
UNVERIFIED = "unverified"
MOBILE = "mobile"
CARD = "card"
DOUBTFUL_CARD = "doubtful-card"
LANDLINE = "landline"

_SEEDS = (
    LazyPattern(r"1(?:[3-9][0-9](?:[- ]?[0-9]{4}){2}|9[0-9]{6}[- ][0-9]{3})"),
    LazyPattern(r"20(?:(?<=[0-9]{6}20)|(?<=[0-9]{6}[- ]20))[0-9]{6}[- ]?[0-9]{3}"),
    LazyPattern(r"62[0-9]{2}(?:[- ]?[0-9]{4}){3}"),
)
_LABELLED = {c: LazyPattern(rf"{c}[^0-9。；\n]{{0,14}}[0-9]{{3,4}}(?:[- ]?[0-9]{{4}}){{2}}") for c in "卡账帐份"}
_OFFICE_LINE = LazyPattern(r"0(?<![0-9A-Za-z.,]0)(?<![0-9][- ]0)(?:10|2[0-57-9]|[3-9][0-9]{2})[-)） ][2-8][0-9]{6,7}(?![0-9])")
_RUN = LazyPattern(r"[0-9]{1,64}(?:[- ][0-9]{1,64}){0,9}[Xx]?(?![0-9A-Za-z*_])")
_PIECE = LazyPattern(r"[^ ]+")
_DIGITS = frozenset("0123456789")
_LONGEST = 64
"""No number with its neighbours in a row has more characters."""

_MOBILE = LazyPattern(r"1[3-9][0-9]{9}")
_GROUPED_MOBILE = frozenset(((11,), (3, 4, 4), (3, 8), (7, 4)))
_DAY = r"(?:(?:0[13578]|1[02])(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)(?:0[1-9]|[12][0-9]|30)|02(?:0[1-9]|[12][0-9]))"
_IDENTITY = LazyPattern(rf"[1-9][0-9]{{5}}(?:19[0-9]{{2}}|20[0-4][0-9]){_DAY}[0-9]{{3}}[0-9Xx]")
_OLD_IDENTITY = LazyPattern(rf"[1-9][0-9]{{7}}{_DAY}[0-9]{{3}}")
_UNIONPAY = LazyPattern(r"62[0-9]{14,17}")
_CARD = LazyPattern(r"(?=[0-9]{15,19}\Z)(?:62|60|65|4[0-9]|5[1-5]|3[457]|9[0-9])[0-9]+")

_WIDTH = 16
"""How far in front of a number its label may begin."""
_CLAUSE = LazyPattern(r"[^，。；、\n]*\Z")
_OF_IDENTITY = LazyPattern(r"身份|证件号|公民|户口")
_OF_PHONE = LazyPattern(r"手机|电话|联系|微信|(?i:tel)")
_OF_CARD = LazyPattern(r"[^银]行卡|银行卡|卡号|[一工薪信借储社保]\w{0,3}卡|[账帐][号户]")
_OF_DOCUMENT = LazyPattern(
    r"(?:代码|文号|编[号码]|备案|登记|许可|批准|订单|票据|发票|单号|案号|档案|索引|流水|批次|条码|专利|申请号|注册|证书|合同|标准|型号|序号|版号)[^，。；\n]{0,5}\Z"
    r"|[第字令][^，。；\n]{0,2}\Z"
)
_MEASURED = LazyPattern(r" ?(?:[余多]?[万亿元吨户号]|[%％‰]|人次|平方|立方|公[里顷斤]|千瓦|千米|字节|\.[0-9]|,[0-9]{3})")
_ADDRESS = LazyPattern(r"(?:://|www\.|\.(?:com|cn|net|org|s?html?)|[A-Za-z][!-~]*[/=?&#%_])[!-~]*\Z")
_INSIDE = frozenset(".*_@")
_COUNTRY = LazyPattern(r"(?<![0-9A-Za-z])(?:\+|00)?86[- ]?")


class Number(NamedTuple):
    """A number of a person, or of an office line, in its place."""

    kind: str
    start: int
    end: int


def find_numbers(report: Report) -> list[Number]:
    """The identity numbers, mobile numbers, bank cards and landlines of a report."""
    text = report.text
    found = {Number(LANDLINE, *line.span()) for line in _OFFICE_LINE.finditer(text)}
    for seed in _seeds(text):
        run = _RUN.match(text, _head(text, seed.end() - 1))
        if run:
            found.update(_numbers(report, *run.span()))
    return sorted(found, key=lambda number: number.start)


def _seeds(text: str) -> Iterator[re.Match[str]]:
    for seed in _SEEDS:
        yield from seed.finditer(text)
    for label, seed in _LABELLED.items():
        if label in text:
            yield from seed.finditer(text)


def _head(text: str, at: int) -> int:
    """Where the run of digits begins that has one at `at`."""
    last = max(1, at - _LONGEST)
    while at >= last and (text[at - 1] in _DIGITS or (text[at - 1] in "- " and text[at - 2] in _DIGITS)):
        at -= 1
    return at


def _numbers(report: Report, start: int, end: int) -> Iterator[Number]:
    """The run from `start` to `end` as one number, else each of its pieces between spaces."""
    text = report.text
    country = _COUNTRY.match(text, start)
    if country and _MOBILE.fullmatch(_plain(text[country.end() : end])):
        start = country.end()
    kind = _kind(report, start, end)
    if kind:
        yield Number(kind, start, end)
    elif " " in text[start:end]:
        for piece in _PIECE.finditer(text, start, end):
            kind = _kind(report, *piece.span())
            if kind:
                yield Number(kind, *piece.span())


def _plain(number: str) -> str:
    return number.replace("-", "").replace(" ", "")


def _kind(report: Report, start: int, end: int) -> str:
    """What the number from `start` to `end` is; empty when it is nobody's."""
    text = report.text
    written = text[start:end]
    digits = _plain(written)
    if len(digits) < 11:
        return ""
    before = text[start - 1 : start]
    country = _COUNTRY.match(text, max(0, start - 3)) is not None
    around = text[max(0, start - _WIDTH) : start]
    if before in _INSIDE or (before.isascii() and before.isalnum() and not country) or _ADDRESS.search(around):
        return ""
    if " " in written and report.block_at(start).kind == TABLE_ROW:
        return ""  # the cells of a row
    label = _CLAUSE.search(around)
    return _judge(digits, written, label[0] if label else "", measured=_MEASURED.match(text, end) is not None)


def _judge(digits: str, written: str, label: str, *, measured: bool) -> str:
    document = _OF_DOCUMENT.search(label) is not None
    person = _OF_IDENTITY.search(label) is not None
    if _IDENTITY.fullmatch(digits) and _exists(digits[6:14]):
        if identity_digit(digits) == digits[-1].upper() and (person or not document):
            return IDENTITY
        return UNVERIFIED if person else ""
    if person and _OLD_IDENTITY.fullmatch(digits):
        return IDENTITY
    if _MOBILE.fullmatch(digits) and tuple(map(len, written.replace(" ", "-").split("-"))) in _GROUPED_MOBILE:
        return MOBILE if _OF_PHONE.search(label) or not (document or measured) else ""
    if _CARD.fullmatch(digits) and luhn(digits) and not measured:
        return CARD if _OF_CARD.search(label) or (_UNIONPAY.fullmatch(digits) and not document) else ""
    if _UNIONPAY.fullmatch(digits) and _OF_CARD.search(label) and not (document or measured):
        return DOUBTFUL_CARD
    return ""


def _exists(day: str) -> bool:
    """Whether `day`, YYYYMMDD with a month and a day that can be, is no 29 February of a common year."""
    return day[4:] != "0229" or isleap(int(day[:4]))


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def identity_digit(digits: str) -> str:
    """The check digit that GB 11643 gives the first 17 of `digits`."""
    return "10X98765432"[sum(w * int(d) for w, d in zip(_WEIGHTS, digits[:17], strict=True)) % 11]


def luhn(digits: str) -> bool:
    """Whether the last of `digits` is their check digit by Luhn (ISO/IEC 7812-1)."""
    doubled = sum(sum(divmod(2 * int(d), 10)) for d in digits[-2::-2])
    return (doubled + sum(int(d) for d in digits[::-2])) % 10 == 0
