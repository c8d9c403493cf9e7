"""Whose a mailbox is: a person's, or one of an office that is meant to be known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCAL = LazyPattern(r"[A-Za-z0-9._%+*-]+\Z")
_DOMAIN = LazyPattern(r"[@＠] ?((?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,6})(?![A-Za-z])")
_LONGEST = 64
"""Characters in front of the @, by RFC 5321."""

_OFFICE_NAME = LazyPattern(
    r"(?i)office|info|admin|master|service|contact|mail|support|help|public|press|gov|xxgk|zwgk|bgs|bgt|zfb|fzb|fgk|fgc|jubao|tousu|jiandu"
    r"|xinfang|xinxi|zhengwu|zhengfu|zhengce|zhengban|fagui|sifa|fazhi|caizheng|jiaoyu|wenhua|weisheng|minzheng|gongan|gongkai|shenpi|shenji"
    r"|tongji|renda|renshe|fangguan|anquan|jianshe|bangong|dangban|dangjian|jijian|jiwei|(?<![0-9])12(?:345|388)(?![0-9])"
)
_OFFICE = LazyPattern(
    r"[举投监公办单官机信征反收服咨本我局委厅科股](?:报|诉|督|开|公|位|方|关|访|求|馈|务|询|文|件|[局委厅办]|室)|邮件地址|意见|建议"
)
_PERSON = LazyPattern(r"个人|本人|私人|联系人|姓名|手机|同志|[先女]?[生士]|干部")
_MOBILE = LazyPattern(r"1[3-9][0-9]{9}")
_ACCOUNT = LazyPattern(r"[1-9][0-9]{4,11}")
_SURNAME = (
    "wang|li|zhang|liu|chen|yang|zhao|huang|zhou|wu|xu|sun|hu|zhu|gao|lin|he|guo|ma|luo|liang|song|zheng|xie|han|tang|feng|yu|dong|xiao|cheng|cao"
    "|yuan|deng|fu|shen|zeng|peng|lv|lu|su|jiang|cai|jia|ding|wei|xue|ye|yan|pan|du|dai|xia|zhong|tian|ren|fan|fang|shi|yao|tan|liao|zou|xiong|jin"
    "|hao|kong|bai|cui|kang|mao|qiu|qin|gu|hou|shao|meng|long|wan|duan|lei|qian|yin|yi|chang|qiao|lai|gong|wen|niu|mo|ge|ou|ouyang"
)
_SYLLABLE = r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ue|ui|uo|er|a|e|i|o|u|v)"
_NAME = LazyPattern(rf"(?i)(?:{_SURNAME})[._-]?(?:{_SYLLABLE}(?:[._-]?{_SYLLABLE})?|[a-z]{{1,2}})[._-]?[0-9]{{0,8}}")
_NAME_LAST = LazyPattern(rf"(?i){_SYLLABLE}(?:{_SYLLABLE})?[._-](?:{_SURNAME})[0-9]{{0,8}}")
_CONTEXT = 16
_CLAUSE = LazyPattern(r"[^，。；\n]*\Z")


class Mailbox(NamedTuple):
    """An e-mail address in its place."""

    start: int
    end: int
    person: bool
    """Whether it is a person's; else an office's, or it cannot be told."""


def find_mailboxes(text: str) -> Iterator[Mailbox]:
    """The e-mail addresses in `text`, but for masked ones."""
    for sign in "@＠":
        at = text.find(sign)
        while at >= 0:
            domain = _DOMAIN.match(text, at)
            local = _LOCAL.search(text[max(0, at - _LONGEST) : at]) if domain else None
            if domain and local and "*" not in local[0]:
                start = at - len(local[0])
                clause = _CLAUSE.search(text[max(0, start - _CONTEXT) : start])
                before = clause[0] if clause else ""
                yield Mailbox(start, domain.end(), _is_personal(local[0], domain[1], before))
            at = text.find(sign, at + 1)


def _is_personal(local: str, domain: str, before: str) -> bool:
    """Whether the box `local` at `domain`, behind the words `before`, is a person's."""
    if _OFFICE_NAME.search(local):
        return False
    if _MOBILE.fullmatch(local) or _NAME.fullmatch(local) or _NAME_LAST.fullmatch(local):
        return True
    if _PERSON.search(before):
        return True
    return _ACCOUNT.fullmatch(local) is not None and domain.lower() == "qq.com" and not _OFFICE.search(before)
