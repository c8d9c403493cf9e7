"""The page of a rule as Markdown: all of it comes from the rule, and nothing is kept beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from reportlint import Bilingual, Example, Rule
from reportlint.cli.pages import DEFAULTS, accuracy, sections
from reportlint.reporters.words import LEVELS
from reportlint.testing import findings, marked

LANGUAGES = ("zh", "en")

FAMILIES: Mapping[str, Bilingual] = {
    "S": Bilingual("结构", "Structure"),
    "P": Bilingual("占位符与隐私", "Placeholders and privacy"),
    "F": Bilingual("数字与重复", "Figures and repetition"),
    "Y": Bilingual("年度与日期", "Years and dates"),
    "L": Bilingual("法律与固定表述", "Laws and fixed phrases"),
    "M": Bilingual("网站与付费标记", "Markers"),
    "D": Bilingual("文档", "Documents"),
    "T": Bilingual("字符", "Characters"),
    "K": Bilingual("政府信息公开年报", "Disclosure report"),
    "C": Bilingual("报告之间的重复", "Copies"),
    "E": Bilingual("检查本身的问题", "The linter's own"),
}
"""By the first letter of the code."""

_CLAUSE = Bilingual("依据", "Source")
_LEVEL = Bilingual("级别", "Severity")
_DEFAULT = Bilingual("默认", "Default")
_SINCE = Bilingual("起始版本", "Since")
_FIX = Bilingual("修改", "Fix")
_FIXES = {
    "safe": Bilingual("`--fix` 可改", "`--fix` mends it"),
    "unsafe": Bilingual("`--unsafe-fixes` 可改，须人工核对", "`--unsafe-fixes` mends it; a person must check"),
    "none": Bilingual("须人工修改", "by hand"),
}
_ACCURACY = Bilingual("准确度", "Accuracy")
_BAD = Bilingual("要报的例子", "What it finds")
_GOOD = Bilingual("不报的例子", "What it leaves alone")
_MESSAGES = Bilingual("提示文字", "Messages")
_WHOLE = Bilingual("（另有对全文的问题 {count} 处）", "(and {count} about the document as a whole)")
_RULES = Bilingual("规则", "Rules")
_TABLE = Bilingual("| 代码 | 名称 | 级别 | |\n|---|---|---|---|", "| Code | Name | Severity | |\n|---|---|---|---|")
_INTRO = Bilingual(
    "每条规则的说明、例子和准确度。命令行里用 `reportlint explain 代码` 看到的是同样的内容。",
    "What each rule finds and why, with examples and accuracy. `reportlint explain CODE` shows the same on the command line.",
)


def pages(rules: Sequence[Rule]) -> dict[str, str]:
    """The pages by their paths, ``rules/P001.md`` in English and ``rules/P001.zh.md`` in Chinese, and the list of all."""
    made = {}
    for language in LANGUAGES:
        suffix = ".zh.md" if language == "zh" else ".md"
        made[f"rules/index{suffix}"] = "\n".join(_list(rules, language)) + "\n"
        for rule in rules:
            made[f"rules/{rule.code}{suffix}"] = "\n".join(_page(rule, language)) + "\n"
    return made


def by_family(rules: Sequence[Rule]) -> Iterator[tuple[Bilingual, list[Rule]]]:
    """The families with their rules."""
    for letter, title in FAMILIES.items():
        yield title, [rule for rule in rules if rule.code.startswith(letter)]


def _list(rules: Sequence[Rule], say: str) -> Iterator[str]:
    yield from (f"# {_RULES.in_(say)}", "", _INTRO.in_(say))
    for title, family in by_family(rules):
        yield from ("", f"## {title.in_(say)}", "", _TABLE.in_(say))
        for rule in family:
            level = LEVELS[rule.severity].in_(say)
            yield f"| [{rule.code}]({rule.code}.md) | {rule.name} | {level} | {_text(rule.title.in_(say))} |"


def _page(rule: Rule, say: str) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}"
    yield from ("", f"**{_text(rule.title.in_(say))}**", "")
    facts = [
        (_LEVEL, LEVELS[rule.severity]),
        (_DEFAULT, DEFAULTS[rule.default]),
        (_CLAUSE, rule.clause),
        (_FIX, _FIXES[_fix(rule)]),
        (_SINCE, Bilingual(rule.since, rule.since)),
    ]
    measured = accuracy(rule.code)
    facts += [(_ACCURACY, measured)] if measured else []
    colon = "：" if say == "zh" else ": "
    for name, value in facts:
        text = value.in_(say)
        yield f"- {name.in_(say)}{colon}{text if name is _FIX else _text(text)}"
    for title, section in sections(rule):
        yield from ("", f"## {title.in_(say)}", "", _text(section.in_(say)))
    yield from _examples(_BAD, rule.bad, say)
    yield from _examples(_GOOD, rule.good, say)
    yield from ("", f"## {_MESSAGES.in_(say)}", "")
    yield from (f"- {_text(message.in_(say))}" for message in rule.messages.values())


def _examples(title: Bilingual, examples: Sequence[Example], say: str) -> Iterator[str]:
    if examples:
        yield from ("", f"## {title.in_(say)}")
    for example in examples:
        text = escape(example.text.strip("\n")).replace("⟦", "<mark>").replace("⟧", "</mark>")
        # One line of HTML: Markdown must not see the text, in which stars and bars mean what they are.
        yield from ("", f"<pre class='example'>{_entities(text)}</pre>")
        if example.findings:
            yield from ("", f"*{_WHOLE.in_(say).format(count=example.findings)}*")


def _fix(rule: Rule) -> str:
    """Whether the rule offers a fix, seen at its own bad examples."""
    if rule.compare is not None:
        return "none"
    fixes = [
        finding.fix
        for example in rule.bad
        for finding in findings(rule, marked(example.text)[0], year=example.year, kind=example.kind, path=example.path)
        if finding.fix
    ]
    return "none" if not fixes else "safe" if all(fix.safe for fix in fixes) else "unsafe"


def _entities(text: str) -> str:
    """HTML `text` with the characters that Markdown would obey as entities."""
    return "".join(f"&#{ord(c)};" if c in "\n\t\\`*_{}[]()#+-.!|~=:$^\"'" or c.isspace() or not c.isprintable() else c for c in text)


def _text(text: str) -> str:
    """Plain text as Markdown."""
    return "".join(f"&#{ord(c)};" if c in "\\`*_{}[]<>#|~&$^" or not c.isprintable() else c for c in text)
