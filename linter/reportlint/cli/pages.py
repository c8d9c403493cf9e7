"""``reportlint explain`` and ``reportlint rules``: what the rules say about themselves."""

from __future__ import annotations

import os
import sys
from itertools import chain
from typing import TYPE_CHECKING

from reportlint.cli import terminal
from reportlint.config.load import Configs
from reportlint.config.names import registry_of
from reportlint.errors import UsageError
from reportlint.explain import SECTIONS, Page
from reportlint.reporters.words import LEVELS, STYLES, Paint
from reportlint.select import precision, unknown
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlint.rule import Example, Rule

DEFAULTS = {
    "on": Bilingual("默认开启", "on by default"),
    "off": Bilingual("默认关闭", "off by default"),
    "always": Bilingual("始终开启", "always on"),
}
CLAUSE = Bilingual("依据", "Source")
_ORIGIN = Bilingual("来自", "From")
_BAD = Bilingual("要报的例子（所报之处在 〖〗 内）", "What it finds, between 〖〗")
_GOOD = Bilingual("不报的例子", "What it leaves alone")
_MESSAGES = Bilingual("提示文字", "Messages")
_INSTEAD = Bilingual("怎么改", "Help")
_ACCURACY = Bilingual("准确度", "Accuracy")
_MEASURED = "accuracy.json"
"""Beside this module; written by `python -m accuracy`, where the columns are explained."""
_MARKS = str.maketrans("⟦⟧", "〖〗")
"""GBK has the second pair only."""


def explain(names: Sequence[str], config: str | None, *, isolated: bool, colour: str, language: str) -> int:
    """Print the pages of the rules called `names`. Raises UsageError."""
    rules = _rules(config, isolated=isolated)
    chosen = dict.fromkeys(chain.from_iterable(_named(name, rules) for name in names))
    paint = Paint(terminal.colour(colour, sys.stdout, os.environ))
    sys.stdout.write("\n".join("\n".join(_page(rule, paint, language)) + "\n" for rule in chosen))
    return 0


def rules(output_format: str, config: str | None, *, isolated: bool, colour: str, language: str) -> int:
    """Print the list of all rules. Raises UsageError."""
    found = _rules(config, isolated=isolated)
    if output_format == "json":
        terminal.write_utf8(sys.stdout)
        sys.stdout.write(_as_json(found))
        return 0
    paint = Paint(terminal.colour(colour, sys.stdout, os.environ))
    widest = max(len(rule.name) for rule in found)
    for rule in found:
        level = paint(LEVELS[rule.severity].in_(language).ljust(2 if language == "zh" else 7), STYLES[rule.severity])
        default = DEFAULTS[rule.default].in_(language).ljust(4 if language == "zh" else 14)
        sys.stdout.write(f"{rule.code}  {rule.name.ljust(widest)}  {level}  {default}  {rule.title.in_(language)}\n")
    return 0


def _rules(config: str | None, *, isolated: bool) -> tuple[Rule, ...]:
    """All rules, with those of the plug-ins that the configuration of the working directory names."""
    here = Configs(config, isolated=isolated).of(os.getcwd())
    return registry_of([here]).rules


def _named(name: str, rules: Sequence[Rule]) -> list[Rule]:
    """The rules that go by `name`: a code, a prefix of codes, a name or a Chinese title."""
    if wrong := unknown(name, rules):
        raise UsageError(wrong)
    return [rule for rule in rules if precision(rule, name) >= 0]


def _page(rule: Rule, paint: Paint, language: str) -> Iterator[str]:
    say = language
    colon, comma = ("：", "，") if say == "zh" else (": ", ", ")
    yield paint(f"{rule.code} {rule.name}  {rule.title.in_(say)}", "1")
    yield f"{paint(LEVELS[rule.severity].in_(say), STYLES[rule.severity])}{comma}{DEFAULTS[rule.default].in_(say)}"
    yield f"{CLAUSE.in_(say)}{colon}{rule.clause.in_(say)}"
    if rule.origin:
        yield f"{_ORIGIN.in_(say)}{colon}{rule.origin}"
    for title, text in sections(rule):
        yield from ("", paint(title.in_(say), "1"), f"    {text.in_(say)}")
    yield from _examples(_BAD, rule.bad, paint, say)
    yield from _examples(_GOOD, rule.good, paint, say)
    yield from ("", paint(_MESSAGES.in_(say), "1"))
    yield from (f"    {message.in_(say)}" for message in rule.messages.values())
    if measured := accuracy(rule.code):
        yield from ("", paint(_ACCURACY.in_(say), "1"), f"    {measured.in_(say)}")


def accuracy(code: str) -> Bilingual | None:
    """How often the rule was right when it was measured; nothing for rules of plug-ins and others that were not."""
    from json import load  # 3 ms, for this page only

    with open(os.path.join(os.path.dirname(__file__), _MEASURED), encoding="utf-8") as file:
        measured = load(file)
    cases, found, findings, right, false = measured["rules"].get(code, (0, 0, 0, 0, 0))
    if not cases:
        return None
    size = measured["characters"]
    alarms = "1 false alarm" if false == 1 else f"{false or 'no'} false alarms"
    return Bilingual(
        f"植入缺陷 {cases} 处，查出 {found} 处；所报 {findings} 处中 {right} 处属实；{size / 10_000:.0f} 万字无缺陷文本中误报 {false} 处。",
        f"Found {found} of {cases} injected defects; {right} of {findings} findings were right; {alarms} in {size:,} characters of clean text.",
    )


def sections(rule: Rule) -> Iterable[tuple[Bilingual, Bilingual]]:
    """The sections of the docstring; a rule without such a docstring, as are those of the linter itself, has its help."""
    try:
        return [(SECTIONS[name], text) for name, text in Page.of(rule.doc).sections.items()]
    except ValueError:
        return [(_INSTEAD, rule.help)]


def _examples(title: Bilingual, examples: Sequence[Example], paint: Paint, language: str) -> Iterator[str]:
    if examples:
        yield from ("", paint(title.in_(language), "1"))
    for i, example in enumerate(examples):
        if i:
            yield ""
        yield from (f"    {line}" for line in example.text.translate(_MARKS).strip("\n").split("\n"))


def _as_json(rules: Iterable[Rule]) -> str:
    from json import dumps

    entries = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.label,
            "default": rule.default,
            "title": rule.title._asdict(),
            "clause": rule.clause._asdict(),
            "help": rule.help._asdict(),
            "since": rule.since,
            "from": rule.origin or "reportlint",
        }
        for rule in rules
    ]
    return dumps({"version": 1, "rules": entries}, ensure_ascii=False, indent=1) + "\n"
