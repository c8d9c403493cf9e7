"""Personal data: numbers with their check digits, however they are written; and what only looks like them."""

from __future__ import annotations

import random

import pytest

from reportlint import Severity
from reportlint.testing import findings
from reportlint_rules.privacy.numbers import identity_digit, luhn
from reportlint_rules.privacy.personal_data import rule


def found(text: str) -> list[tuple[str, Severity]]:
    return [(f.text, f.severity) for f in findings(rule, text)]


def identity(random_: random.Random) -> str:
    digits = f"{random_.choice(('110101', '440106', '620102'))}{random_.randint(1940, 2007)}"
    digits += f"{random_.randint(1, 12):02}{random_.randint(1, 28):02}{random_.randint(0, 999):03}"
    return digits + identity_digit(digits)


def card(random_: random.Random) -> str:
    digits = "62" + "".join(random_.choices("0123456789", k=random_.choice((13, 16))))
    return next(digits + last for last in "0123456789" if luhn(digits + last))


def mobile(random_: random.Random) -> str:
    return "1" + random_.choice("3456789") + "".join(random_.choices("0123456789", k=9))


def grouped(number: str, *widths: int, by: str) -> str:
    pieces, start = [], 0
    for width in widths:
        pieces.append(number[start : start + width])
        start += width
    return by.join((*pieces, number[start:]))


@pytest.mark.parametrize("seed", range(30))
def test_each_kind_is_found_in_one_piece_and_in_groups(seed: int) -> None:
    random_ = random.Random(seed)
    by = random_.choice(" -")
    number, own, bank = identity(random_), mobile(random_), card(random_)
    written = [
        number, grouped(number, 6, 8, by=by), own, grouped(own, 3, 4, by=by), grouped(own, 7, by=by), bank, grouped(bank, 4, 4, 4, by=by),
    ]  # fmt: skip
    for piece in written:
        assert found(f"申请人材料（{piece}）已经归档。") == [(piece, Severity.ERROR)]


def test_check_digits() -> None:
    assert identity_digit("11010519491231002") == "X"
    assert luhn("4111111111111111") and not luhn("4111111111111112")


@pytest.mark.parametrize(
    "text",
    [
        "身份证号110105194912310020不在其列的编号：110105194912310021。"[18:],
        "编号：11010519491231002X。",
        "统一社会信用代码914403001922038216。",
        "订单号6222021234567890128，金额13812345678元。",
        "长串1101051949123100201，测试码A13812345678，小数0.13812345678。",
        "手机138****1234、138xxxx1234，证件35*************123。",
        "拨打12345、12388热线，客服400-812-3456。",
        "见https://www.example.gov.cn/art/13812345678/index.html。",
        "出生日期不存在的号码110105190002291235。",
    ],
)
def test_look_alikes_are_silent(text: str) -> None:
    assert found(text) == []


def test_wrong_check_digit_is_a_warning_behind_its_label_only() -> None:
    assert found("身份证号110105194912310021。") == [("110105194912310021", Severity.WARNING)]
    assert found("数据110105194912310021。") == []


def test_old_numbers_need_their_label() -> None:
    assert found("身份证110105491231002。") == [("110105491231002", Severity.ERROR)]
    assert found("数据110105491231002。") == []


def test_neighbours_in_a_row() -> None:
    assert found("王某 13812345678 11010519491231002X") == [("13812345678", Severity.ERROR), ("11010519491231002X", Severity.ERROR)]


@pytest.mark.parametrize(
    ("address", "severity"),
    [
        ("zhangwei@example.com", Severity.ERROR),
        ("li.xiaoming88@example.com", Severity.ERROR),
        ("wangjg@example.com", Severity.ERROR),
        ("13812345678@example.com", Severity.ERROR),
        ("123456789@qq.com", Severity.ERROR),
        ("xxgk@example.gov.cn", Severity.INFO),
        ("office@example.gov.cn", Severity.INFO),
        ("caizheng_bgs@example.com", Severity.INFO),
        ("fgxzfb2023@example.com", Severity.INFO),
    ],
)
def test_whose_mailbox(address: str, severity: Severity) -> None:
    assert found(f"发送至{address}。") == [(address, severity)]


def test_mailboxes_told_by_what_stands_in_front() -> None:
    assert found("举报邮箱：123456789@qq.com。") == [("123456789@qq.com", Severity.INFO)]
    assert found("联系人邮箱：abc123@example.com。") == [("abc123@example.com", Severity.ERROR)]
    assert found("邮箱：z***@example.com。") == []
