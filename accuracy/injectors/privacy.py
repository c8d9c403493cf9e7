"""Personal data, made up with right check digits, and marks of secrecy (P020, P021)."""

from __future__ import annotations

from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, line, replaced, say, sentence

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_AREAS = ("110105", "310104", "440305", "510107", "330106", "420111", "370202", "610113")
_HIDDEN = {
    "id": "身份证号{码|}{为|：|}⟦%s⟧",
    "phone": "{联系电话|手机|联系方式}{为|：|}⟦%s⟧",
    "card": "{银行卡号|账号|卡号}{为|：|}⟦%s⟧",
    "mail": "邮箱{为|：|}⟦%s⟧",
}


def identity_number(rng: Random) -> str:
    """18 digits by GB 11643."""
    body = f"{rng.choice(_AREAS)}{rng.randint(1955, 2003)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}{rng.randint(1, 999):03}"
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, _WEIGHTS, strict=True)) % 11]


def mobile_number(rng: Random) -> str:
    """11 digits of a mobile number, now and then written in groups."""
    digits = rng.choice(("130", "136", "139", "150", "158", "177", "182", "189", "199")) + f"{rng.randint(10_000_000, 98_999_999)}"
    return rng.choice((digits, digits, f"{digits[:3]}-{digits[3:7]}-{digits[7:]}", f"{digits[:3]} {digits[3:7]} {digits[7:]}"))


def card_number(rng: Random) -> str:
    """19 digits that pass the check of Luhn."""
    body = rng.choice(("622202", "621661", "622848", "621700")) + "".join(str(rng.randint(0, 9)) for _ in range(12))
    total = sum(sum(divmod(int(c) * (2 if i % 2 == 0 else 1), 10)) for i, c in enumerate(reversed(body)))
    return body + str(-total % 10)


def mail_address(rng: Random) -> str:
    """An address as persons have them."""
    return f"{rng.choice(('wangxm', 'li.qiang', 'chen_hy', 'zhao'))}{rng.randint(1, 99)}@{rng.choice(('163.com', 'qq.com', 'sina.com'))}"


_NUMBERS = {"id": identity_number, "phone": mobile_number, "card": card_number, "mail": mail_address}


@injects("P020")
def personal_data(clean: Clean, rng: Random) -> Defect | None:
    """A number or address of a person in a sentence."""
    starts = clean.sentence_starts()
    if not starts:
        return None
    kind = rng.choice(("id", "phone", "phone", "card", "mail"))
    number = _NUMBERS[kind](rng)
    at = rng.choice(starts)
    piece = say("{当事人|申请人|联系人|承办人|困难群众}{surname}{given}，" + _HIDDEN[kind] + "。", rng) % number
    return replaced(clean.text, at, at, piece, ("P012",))


@injects("P021")
def secrecy_mark(clean: Clean, rng: Random) -> Defect | None:
    """A mark of secrecy over the text, in a line of its own, or in brackets."""
    marks = (
        "{秘密|机密|绝密}★{1-20}年",
        "{秘密|机密}★",
        "密级：{秘密|机密}",
        "内部资料{ |，|　}{注意保存|请勿外传|严禁外传}",
        "{此件不公开|此件不予公开}",
        "内部{使用|文件}{，| }{不得外传|请勿外传|严禁外传}",
    )
    mark = say(rng.choice(marks), rng)
    place = rng.random()
    if place < 0.4:
        return replaced(clean.text, 0, 0, f"⟦{mark}⟧\n", ("S006",))
    if place < 0.7:
        return line(clean, rng, [f"⟦{mark}⟧"])
    return sentence(clean, rng, [f"（⟦{mark}⟧）"]) if mark.startswith(("内部", "此件")) else line(clean, rng, [f"⟦{mark}⟧"])
