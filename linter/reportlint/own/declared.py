"""Make a rule of what a .toml file declares. No code of the file is run: it has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from reportlint.errors import UsageError
from reportlint.finding import Severity
from reportlint.own.about import faults
from reportlint.own.checks import CHECKS
from reportlint.own.scope import Scope
from reportlint.places import told
from reportlint.rule import Example, Rule
from reportlint.text import HAN, Bilingual
from reportlint.timed import TimedPattern

if TYPE_CHECKING:
    from reportlint.finding import Hit
    from reportlint.report import Report

_CLAUSE = Bilingual("本单位规定", "house rule")
_SILENT = Bilingual("见“不报的例子”。", "See what it leaves alone.")
_MESSAGES = {
    "existence": Bilingual("“{text}”不应出现", "“{text}” should not stand here"),
    "substitution": Bilingual("“{text}”应为“{right}”", "“{text}” should be “{right}”"),
    "required": Bilingual("{part}缺少“{missing}”", "“{missing}” is missing in {part}"),
    "consistency": Bilingual("“{text}”前文写作“{first}”，应当一致", "“{text}” is written “{first}” before"),
    "stated": Bilingual("“{text}”：后面列了 {count} 条", "“{text}”: {count} follow"),
    "max": Bilingual("“{text}”等出现 {count} 次，不应超过 {limit} 次", "“{text}” and the like come {count} times, more than {limit}"),
    "min": Bilingual("{text}中只有 {count} 处，至少应有 {limit} 处", "there are but {count} in {text}, at least {limit} are asked for"),
}


def rule_from(data: Mapping[str, Any], file: str, text: str) -> Rule:
    """The rule that `data`, the content `text` of the TOML `file`, declares. Raises UsageError with all that is wrong, line by line."""
    wrong = list(faults(data))
    if wrong:
        raise UsageError(told(file, text, wrong))
    name = next(name for name in CHECKS if name in data)
    check = CHECKS[name](data[name])
    where = data.get("scope", {})
    scope = _scope(where)
    title, help_ = both(data["title"]), both(data["help"])
    clause = both(data.get("clause", _CLAUSE))
    message = data.get("message")
    one = ("zh" if re.search(f"[{HAN}]", message) else "en") if isinstance(message, str) else None
    rule = Rule(
        code=data["code"],
        name=data["name"],
        severity=Severity.named(data.get("severity", "warning")),
        title=title,
        clause=clause,
        messages={"found": both(data.get("message", _MESSAGES[_kind_of_message(name, data[name])]))},
        help=help_,
        good=tuple(_examples(data.get("good", ()))),
        bad=tuple(_examples(data.get("bad", ()))),
        doc=_page(both(data.get("what", title)), both(data.get("why", clause)), help_, both(data.get("silent", _SILENT))),
        default=data.get("default", "on"),
        kinds=tuple(where.get("kinds", ())),
        parts=scope.parts,
    )

    @rule.check
    def hits(report: Report) -> Iterator[Hit]:
        found = check.hits(report, scope)
        return found if one is None else (_in_one(hit, one) for hit in found)

    return rule


def _in_one(hit: Hit, language: str) -> Hit:
    """A hit for a message that is written in one language only: what fills it is in that language, too."""
    return hit._replace(values={name: v.in_(language) if isinstance(v, Bilingual) else v for name, v in hit.values.items()})


def both(value: str | Mapping[str, str] | Bilingual) -> Bilingual:
    """A text of the file in both languages; one that is given once is for both."""
    if isinstance(value, Bilingual):
        return value
    return Bilingual(value, value) if isinstance(value, str) else Bilingual(value["zh"], value["en"])


def _kind_of_message(check: str, table: Mapping[str, Any]) -> str:
    return check if check != "count" else "stated" if "stated" in table else "max" if "max" in table else "min"


def _scope(table: Mapping[str, Any]) -> Scope:
    sections = table.get("sections", ())
    return Scope(
        tuple(table.get("in", ())),
        tuple(table.get("parts", ())),
        tuple(map(TimedPattern, [sections] if isinstance(sections, str) else sections)),
    )


def _examples(listed: Iterable[str | Mapping[str, Any]]) -> Iterator[Example]:
    for example in listed:
        yield Example(example) if isinstance(example, str) else Example(**example)


def _page(*sections: Bilingual) -> str:
    """The description of the rule, as the docstring of a rule in Python."""
    names = ("What it finds", "Why", "Instead", "Silent on")
    return "\n\n".join(
        f"{name}:\n    {' '.join(text.zh.split())}\n\n    {' '.join(text.en.split())}" for name, text in zip(names, sections, strict=True)
    )
