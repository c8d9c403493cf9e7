"""Data of a person that must be masked before publication.

What it finds:
    身份证号（18位按GB 11643校验码、15位须有“身份证”字样）、手机号、银行卡号（Luhn校验）、个人电子邮箱。号码中间有空格或连字符的也算。办公电话和单位邮箱只作提示。

    Identity numbers (18 digits with the check digit of GB 11643; 15 digits next to 身份证), mobile numbers, bank cards (Luhn),
    e-mail addresses of persons, also when written in groups. Office landlines and mailboxes are notices only.

Why:
    公开的报告不得泄露个人信息。

    A published report must not disclose personal data.

Instead:
    删除，或者用星号遮盖：138****1234、35*************123。

    Delete it, or mask it with asterisks: 138****1234, 35*************123.

Silent on:
    正确遮盖的号码、12345等热线、文号和编号、统一社会信用代码、金额。

    Numbers masked in the right way, hotlines such as 12345, numbers of documents, credit codes of organisations, amounts.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Confidence, Example, Hit, Report, Rule, Severity, Span
from reportlint_rules.privacy.mailboxes import find_mailboxes
from reportlint_rules.privacy.numbers import DOUBTFUL_CARD, LANDLINE, UNVERIFIED, find_numbers

rule = Rule(
    code="P020",
    name="personal-data",
    severity=Severity.ERROR,
    title=Bilingual("个人信息未遮盖", "personal data not masked"),
    clause=Bilingual(
        "《个人信息保护法》第二十五条、《政府信息公开条例》第十五条",
        "Personal Information Protection Law, art. 25; Regulations on Open Government Information, art. 15",
    ),
    messages={
        "identity": Bilingual("身份证号没有遮盖", "an identity number is not masked"),
        "unverified": Bilingual(
            "身份证号没有遮盖（校验码不符，可能有误）", "an identity number is not masked (its check digit is wrong: it may hold a slip)"
        ),
        "mobile": Bilingual("手机号码没有遮盖", "a mobile number is not masked"),
        "card": Bilingual("银行卡号没有遮盖", "the number of a bank card is not masked"),
        "doubtful-card": Bilingual(
            "银行卡号没有遮盖（校验位不符，可能有误）",
            "the number of a bank card is not masked (its check digit is wrong: it may hold a slip)",
        ),
        "mailbox": Bilingual("个人电子邮箱没有遮盖", "the e-mail address of a person is not masked"),
        "landline": Bilingual("此处有固定电话，请确认是办公电话", "a landline: make sure that it is an office's"),
        "office": Bilingual("此处有电子邮箱，请确认是单位邮箱", "an e-mail address: make sure that it is an office's"),
    },
    help=Bilingual("删除，或者用星号遮盖中间各位", "Delete it, or mask its middle with asterisks"),
    good=(
        Example("拨打12345热线，手机138****1234，身份证号35*************123，邮箱z***@example.com。"),
        Example("《实施方案（2021-2025年）》（编号：13912345678），统一社会信用代码914403001922038216，支出13800000000元。"),
        Example("详见https://www.example.gov.cn/a/13812345678.html，流水号6222021234567890128，订单号20230105123456。"),
        Example("小数0.13812345678，长串9913812345678001，测试码AB13812345678。"),
    ),
    bad=(
        Example("联系人手机⟦13812345678⟧，备用⟦138-1234-5678⟧、⟦1391234 5678⟧，+86 ⟦13712345678⟧。"),
        Example("当事人身份证号⟦110101199003070820⟧，旧证身份证⟦110101900307082⟧，误填身份证号⟦110101199003070821⟧。"),
        Example("划入银行卡⟦6222021234567890127⟧。"),
        Example("划入银行卡⟦6222021234567890128⟧，卡号⟦4111 1111 1111 1111⟧。"),
        Example("本人邮箱⟦zhangsan1985@example.com⟧，⟦13812345678@example.com⟧。"),
        Example("单位邮箱⟦xxgk@example.gov.cn⟧，电话⟦010-66001234⟧、⟦0763-4281234⟧。"),
    ),
    doc=__doc__,
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """Numbers and mailboxes."""
    taken: list[Span] = []
    for mailbox in find_mailboxes(report.text):
        taken.append(Span(mailbox.start, mailbox.end))
        yield Hit(taken[-1], "mailbox") if mailbox.person else Hit(taken[-1], "office", severity=Severity.INFO, confidence=Confidence.LOW)
    for kind, start, end in find_numbers(report):
        if any(span.start <= start < span.end for span in taken):
            continue
        if kind == LANDLINE:
            yield Hit(Span(start, end), kind, severity=Severity.INFO, confidence=Confidence.LOW)
        elif kind in (UNVERIFIED, DOUBTFUL_CARD):
            yield Hit(Span(start, end), kind, severity=Severity.WARNING, confidence=Confidence.MEDIUM)
        else:
            yield Hit(Span(start, end), kind)
