"""The linter's own rules: what could not be checked is a finding beside the others."""

from __future__ import annotations

from typing import Any

from reportlint.finding import Finding, Severity
from reportlint.hookspecs import hookimpl
from reportlint.rule import Rule
from reportlint.text import Bilingual

_OWN = Bilingual(
    "reportlint 自身的约定：读不了、查不全的，一律报出，绝不静默放过。",
    "A promise of reportlint: what cannot be read or checked is said, never passed over.",
)

UNREADABLE = Rule(
    code="E001",
    name="unreadable-file",
    severity=Severity.ERROR,
    default="always",
    title=Bilingual("文件读不了", "file cannot be read"),
    clause=_OWN,
    messages={
        "found": Bilingual("文件读不了：{reason}", "the file cannot be read: {reason}"),
    },
    help=Bilingual(
        "检查路径、权限和文件是否完整；不支持的格式请先转换为 .txt 或 .md。",
        "Check the path, the permissions and whether the file is whole; convert other formats to .txt or .md.",
    ),
    good=(),
    bad=(),
    doc=__doc__,
)

UNDECODABLE = Rule(
    code="E002",
    name="undecodable-text",
    severity=Severity.ERROR,
    default="always",
    title=Bilingual("编码无法识别", "text in no known encoding"),
    clause=_OWN,
    messages={
        "found": Bilingual(
            "第 {offset} 字节起无法按 {encoding} 解读，全文未检查",
            "the bytes from offset {offset} are not valid {encoding}; nothing was checked",
        ),
    },
    help=Bilingual(
        "用编辑器打开后另存为 UTF-8，留意该处的字是否已损坏。",
        "Open the file in an editor, look at that place for damaged characters, and save it as UTF-8.",
    ),
    good=(),
    bad=(),
    doc=__doc__,
)

RULE_FAILED = Rule(
    code="E003",
    name="rule-failed",
    severity=Severity.ERROR,
    default="always",
    title=Bilingual("规则出错", "a rule failed"),
    clause=_OWN,
    messages={
        "found": Bilingual(
            "规则 {code} {name}{origin} 出错，未能检查本文件：{reason}；其余规则照常",
            "rule {code} {name}{origin} failed on this file: {reason}; the other rules went on",
        ),
        "slow": Bilingual(
            "规则 {code} {name}{origin} 超过 {seconds} 秒未完成，已中止；其余规则照常",
            "rule {code} {name}{origin} was stopped after {seconds} s; the other rules went on",
        ),
        "pattern": Bilingual(
            "规则 {code} {name}{origin} 的正则表达式 {pattern} 超过 {seconds} 秒，已中止，请改写，避免嵌套的重复；其余规则照常",
            "pattern {pattern} of rule {code} {name}{origin} was stopped after {seconds} s: rewrite it without nested repetition; "
            "the other rules went on",
        ),
    },
    help=Bilingual(
        "这是规则的缺陷，不是报告的：请把这条信息报告给规则的作者；可用 --ignore 暂时关闭该规则。",
        "A fault of the rule, not of the report: tell its author; --ignore switches the rule off meanwhile.",
    ),
    good=(),
    bad=(),
    doc=__doc__,
)


UNUSED_SUPPRESSION = Rule(
    code="E004",
    name="unused-suppression",
    severity=Severity.WARNING,
    default="always",
    title=Bilingual("豁免不再有效", "a suppression that is of no use"),
    clause=Bilingual(
        "reportlint 自身的约定：豁免要有理由，用不上、到期、写错的都要报出，免得掩盖新的问题。",
        "A promise of reportlint: a suppression has a reason, and one that is unused, expired or wrong is said, or it would hide what comes.",
    ),
    messages={
        "found": Bilingual("豁免 {code} 没有用上：此处没有这个问题", "nothing here is suppressed for {code}"),
        "entry": Bilingual("{path} 已没有这个问题，豁免 {code} 可以删除：{text}", "{path} has no such finding any more, {code}: {text}"),
        "gone": Bilingual("已没有文件 {path}，豁免 {code} 可以删除：{text}", "there is no file {path} any more, {code}: {text}"),
        "stale": Bilingual(
            "{path} 已没有这个问题，基线条目 {code} 可以删除：{text}", "{path} has no such finding any more, {code} of the baseline: {text}"
        ),
        "expired": Bilingual(
            "{path} 的豁免 {code} 已于 {expires} 到期，不再有效：{text}",
            "the suppression of {code} in {path} ended on {expires} and holds no more: {text}",
        ),
        "no-reason": Bilingual("豁免没有写明理由，不予采用", "a suppression without a reason does not hold"),
        "unknown": Bilingual("豁免不予采用：{why}", "the suppression does not hold: {why}"),
        "mandatory": Bilingual("{code} 是必查规则，不得豁免", "{code} is mandatory and cannot be suppressed"),
        "medium": Bilingual(
            "只有 Markdown 和 HTML 中的豁免注释有效；此处请改用 reportlint ignore，并删去注释",
            "comments are obeyed in Markdown and HTML only: use reportlint ignore here, and delete the comment",
        ),
        "malformed": Bilingual(
            "看不懂这条豁免注释；应写作 <!-- reportlint-ignore 规则 理由 -->，另有 ignore-file、disable、enable",
            "not understood; write <!-- reportlint-ignore RULE REASON -->; there are ignore-file, disable and enable, too",
        ),
        "nothing-disabled": Bilingual("前面没有与此 enable 对应的 disable", "nothing was disabled before that this enables"),
    },
    help=Bilingual(
        "删除不再需要的条目（reportlint ignore --prune、--prune-baseline）或注释；仍需要的，写明理由、改正规则代码或延长期限。",
        "Delete what is not needed (reportlint ignore --prune, --prune-baseline); else give the reason, the right rule or a later date.",
    ),
    good=(),
    bad=(),
    doc=__doc__,
)


PARTLY_READ = Rule(
    code="E006",
    name="partly-read",
    severity=Severity.ERROR,
    default="always",
    title=Bilingual("文件没有读全", "part of a file could not be read"),
    clause=_OWN,
    messages={"found": Bilingual("没有读全：{reason}", "not all of it could be read: {reason}")},
    help=Bilingual(
        "该处未经检查，请人工核对，或换用能取出文字的文件再查。",
        "That place was not checked: look at it yourself, or check a file whose text can be taken out.",
    ),
    good=(),
    bad=(),
    doc=__doc__,
)

NOT_WRITTEN = Rule(
    code="E007",
    name="not-written",
    severity=Severity.ERROR,
    default="always",
    title=Bilingual("文件没有写入", "file was not written"),
    clause=_OWN,
    messages={
        "found": Bilingual("没有修改：{reason}", "not fixed: {reason}"),
        "copy": Bilingual("没有写出批注副本：{reason}", "no annotated copy was written: {reason}"),
    },
    help=Bilingual(
        "文件没有改动；排除所说的原因后再运行一次。",
        "The file is as it was; run it again once the cause is gone.",
    ),
    good=(),
    bad=(),
    doc=__doc__,
)

_UNCHECKED = frozenset(rule.code for rule in (UNREADABLE, UNDECODABLE, RULE_FAILED, PARTLY_READ, NOT_WRITTEN))


def unchecked(finding: Finding) -> bool:
    """Whether `finding` says that a file, or a part of it, was not checked, or not written as it should have been."""
    return finding.code in _UNCHECKED and finding.severity == Severity.ERROR


def named(rule: Rule) -> dict[str, Any]:
    """What the messages of RULE_FAILED say of the rule that failed."""
    return {"code": rule.code, "name": rule.name, "origin": f" ({rule.origin})" if rule.origin else ""}


@hookimpl
def reportlint_rules() -> tuple[Rule, ...]:
    """E001 to E004, E006 and E007."""
    return (UNREADABLE, UNDECODABLE, RULE_FAILED, UNUSED_SUPPRESSION, PARTLY_READ, NOT_WRITTEN)
