"""Names left over, personal data made up with right check digits, marks of secrecy (P012, P020, P021)."""

from __future__ import annotations

import re
from random import Random

from accuracy.clean import Clean
from accuracy.injectors.defect import Defect, injects, line, replaced, say, sentence

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_AREAS = ("110105", "310104", "440305", "510107", "330106", "420111", "370202", "610113")
_HIDDEN = {
    "id": "{身份证号{码|}|公民身份号码|身份证|证件号}{为|：|}⟦%s⟧",
    "phone": "{联系电话|手机|联系方式|电话|手机号|联系人电话|微信同号}{为|：|}⟦%s⟧",
    "card": "{银行卡号|账号|卡号|社保卡号|收款账户|开户账号|一卡通账号}{为|：|}⟦%s⟧",
    "mail": "{邮箱|电子邮箱|邮件发至}{为|：|}⟦%s⟧",
}
_SAID = (
    "{当事人|申请人|联系人|承办人|困难群众}{surname}{given}，@。", "{surname}{given}（@）反映{thing}问题。", "请与{surname}{given}联系，@。", "救助对象{surname}{given}：@。",
    "信访人{surname}某某，@，反映{thing}问题。", "{theme}咨询：{surname}{given}，@。", "发放补贴{3-9}户，其中{surname}{given}@。", "经查，{surname}{given}@，已依法处理。",
    "附：{surname}{given}，女，@。", "公示对象{surname}{given}，@，无异议。", "法定代表人{surname}{given}，@。",
)  # fmt: skip


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


@injects("P012")
def redaction_leak(clean: Clean, rng: Random) -> Defect | None:
    """A text that masks the name of its place, and a real one left over."""
    title = re.search(r"([\u4e00-\u9fff]{2})([县市区])(?=[\u4e00-\u9fff]{2,8}(?:局|委员会|政府))", clean.text[:40])
    if not title or clean.text.count(title[1]) < 2:
        return None
    mask = rng.choice(("XX", "xx", "××", "某"))
    masked = clean._replace(text=clean.text.replace(title[1], mask))
    frames = (
        "扎实推进法治⟦{short}⟧建设。",
        "⟦{real}⟧{body}开展{act}。",
        "组织干部在⟦{real}⟧城区开展{act}。",
        "打造法治⟦{short}⟧、平安⟦{short}⟧。",
        "在⟦{real}⟧{人民政府|司法局|政务服务}网站公开{theme}信息{20-90}条。",
        "⟦{real}⟧人民法院发出司法建议{2-9}份。",
        "印发《⟦{real}⟧{theme}工作规则》。",
        "“{法治|平安|清廉}⟦{short}⟧”公众号推送信息{20-90}条。",
        "代表⟦{real}⟧参加{act}并获奖。",
        "《⟦{short}⟧日报》报道{theme}做法{2-9}次。",
        "“⟦{short}⟧{发布|普法|融媒|司法}”公众号推送信息{20-90}条。",
        "⟦{real}⟧委员会、⟦{real}⟧人民政府高度重视{theme}。",
        "{act}覆盖⟦{real}⟧各{乡镇|街道|社区}。",
        "⟦{real}⟧{theme}领导小组召开会议{3-9}次。",
        "受到⟦{real}⟧委书记批示肯定。",
    )
    found = sentence(masked, rng, frames)
    return found._replace(also=("P001", "P005", "P011", "S006", "F010")) if found else None


@injects("P020")
def personal_data(clean: Clean, rng: Random) -> Defect | None:
    """A number or address of a person in a sentence."""
    starts = clean.sentence_starts()
    if not starts:
        return None
    kind = rng.choice(("id", "phone", "phone", "card", "mail"))
    number = _NUMBERS[kind](rng)
    at = rng.choice(starts)
    piece = say(rng.choice(_SAID).replace("@", _HIDDEN[kind]), rng) % number
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
        "{秘密|机密}★{启用前|长期}",
        "★{秘密|机密}★",
        "{秘|机|绝} 密",
        "密级：{内部|工作秘密|秘密★1年}",
        "（内部掌握，不对外公布）",
        "仅供内部{参考|使用|交流}",
        "内部资料★{注意保管|妥善保管}",
        "阅后{收回|即毁|销毁}",
        "{本件|该件|本报告}{不予公开|不宜公开|不得对外公开}",
        "公开属性：{不予公开|不公开}",
        "（涉密文件，{请勿转发|严禁上网}）",
    )
    mark = say(rng.choice(marks), rng)
    place = rng.random()
    if place < 0.4:
        return replaced(clean.text, 0, 0, f"⟦{mark}⟧\n", ("S006",))
    if place < 0.7:
        return line(clean, rng, [f"⟦{mark}⟧"])
    return sentence(clean, rng, [f"（⟦{mark}⟧）"]) if mark.startswith(("内部", "此件")) else line(clean, rng, [f"⟦{mark}⟧"])
