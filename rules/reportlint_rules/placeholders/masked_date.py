"""A date or year that is masked or left empty.

What it finds:
    年份、日期被符号代替或空着：20XX年、202X年、20**年、X月X日、x01x年（数字2被替换）、2024年 月 日。

    A year or date masked or left empty: 20XX年, 202X年, 20**年, X月X日, x01x年 (the digit 2 replaced), 2024年 月 日.

Why:
    年度报告必须写明年度和日期；20XX 多半是套用模板后忘了改。

    An annual report must say which year it is about; 20XX is mostly a template that was not filled in.

Instead:
    填入真实的年份、日期。

    Put the real year or date in.

Silent on:
    二〇〇五年、二○○○年等汉字年份，“出生年月日”，占位的“近X年”按数据处理。

    Years in Chinese figures such as 二〇〇五年 and 二○○○年, and 出生年月日; 近X年 is a masked figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportlint import Bilingual, Example, Hit, Report, Rule, Severity
from reportlint_rules.placeholders.masks.kinds import DATE, precedence
from reportlint_rules.placeholders.masks.scan import find_masks

rule = Rule(
    code="P003",
    name=DATE,
    severity=Severity.ERROR,
    title=Bilingual("日期被符号代替或空缺", "masked or empty date"),
    clause=Bilingual(
        "GB/T 9704—2012：成文日期用阿拉伯数字将年、月、日标全", "GB/T 9704—2012: the date is written with year, month and day"
    ),
    messages={
        "found": Bilingual("日期“{text}”没有填写", "the date “{text}” is masked"),
        "blank": Bilingual("日期“{text}”空缺", "the date “{text}” is left empty"),
    },
    help=Bilingual("填入真实的年份、日期", "Put the real year or date in"),
    good=(
        Example("本规定自二〇〇五年七月一日起施行，二○○○年的办法同时废止。"),
        Example("某月某日的会议记录、于2024年1月底前完成，见《某年某月》。"),
        Example("登记表应当载明姓名、出生年月日和住址。"),
    ),
    bad=(
        Example("⟦20XX年⟧，我局认真履职；⟦202X年X月X日⟧召开会议，⟦20**年⟧继续推进。"),
        Example("⟦x01x年⟧以来，每年⟦×月×日⟧前报送材料，⟦XXXX年⟧完成整改。"),
        Example("2024年⟦( )月⟧⟦( )日⟧召开会议，2024年⟦某月某日⟧办结，拟于   ⟦年   月⟧底前完成。"),
        Example("会议于⟦2024年 月 日⟧召开，通知文号为县府发〔⟦20XX⟧〕8号。"),
    ),
    doc=__doc__,
    precedence=precedence(DATE),
)


@rule.check
def check(report: Report) -> Iterator[Hit]:
    """The masks that stand for a date."""
    yield from report.shared(find_masks)[DATE]
