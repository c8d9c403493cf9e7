"""What a rule declared in TOML may say: every key, what it expects, and what is wrong with a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import Formatter
from typing import Any, cast

from reportlint.keys import FLAG, LEVEL, NAMES, NUMBER, PATTERNS, TABLE, WORDS, Expected, one_of, wrong
from reportlint.own.scope import BLOCKS, ONE_EACH
from reportlint.places import Fault, Path
from reportlint.rule import CODE, NAME
from reportlint.text import Bilingual
from reportlint.timed import TimedPattern


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _either(value: object) -> bool:
    return _text(value) or (isinstance(value, Mapping) and set(value) == {"zh", "en"} and all(map(_text, value.values())))


def _example(value: object) -> bool:
    return isinstance(value, str | Mapping)


TEXT = Expected(Bilingual('文字，或 { zh = "…", en = "…" }', 'a text, or { zh = "…", en = "…" }'), _either)
STRING = Expected(Bilingual("非空字符串", "a string that is not empty"), _text)
ONE_PATTERN = Expected(Bilingual("一个正则表达式", "one pattern"), _text)
SWAPS = Expected(
    Bilingual('表，如 { "错" = "对" }', 'a table, such as { "wrong" = "right" }'),
    lambda value: isinstance(value, Mapping) and bool(value) and all(isinstance(right, str) for right in value.values()),
)
GROUPS = Expected(
    Bilingual('数组的数组，如 [["甲", "乙"]]', 'an array of arrays, such as [["one", "other"]]'),
    lambda value: isinstance(value, Sequence) and bool(value) and all(WORDS.fits(group) and len(group) > 1 for group in value),
)
EXAMPLES = Expected(
    Bilingual('例子的数组，如 ["…"]，或写作 [[bad]]', 'an array of examples, such as ["…"], or tables [[bad]]'),
    lambda value: isinstance(value, Sequence) and not isinstance(value, str) and all(map(_example, value)),
)
BLOCK_NAMES = Expected(
    Bilingual(f"数组，取自 {'、'.join(BLOCKS)}", f"an array of {', '.join(BLOCKS)}"),
    lambda value: NAMES.fits(value) and set(cast("Sequence[str]", value)) <= set(BLOCKS),
)
COUNT = Expected(Bilingual("不小于 0 的整数", "an integer from 0"), lambda value: NUMBER.fits(value) and cast("int", value) >= 0)
_CODE = Expected(
    Bilingual("大写字母加三位数字，如 U001", "capitals and three digits, such as U001"),
    lambda value: isinstance(value, str) and re.fullmatch(CODE, value) is not None,
)
_NAME = Expected(
    Bilingual("小写英文单词以连字符相连，如 empty-phrase", "small words joined by hyphens, such as empty-phrase"),
    lambda value: isinstance(value, str) and re.fullmatch(NAME, value) is not None,
)

RULE = {
    "code": _CODE, "name": _NAME, "severity": LEVEL, "default": one_of("on", "off"), "title": TEXT, "message": TEXT, "help": TEXT,
    "clause": TEXT, "what": TEXT, "why": TEXT, "silent": TEXT, "scope": TABLE, "good": EXAMPLES, "bad": EXAMPLES,
    "existence": TABLE, "substitution": TABLE, "required": TABLE, "consistency": TABLE, "count": TABLE,
}  # fmt: skip
NEEDED = ("code", "name", "title", "help")
SCOPE = {"kinds": NAMES, "in": BLOCK_NAMES, "parts": NAMES, "sections": PATTERNS}
EXAMPLE = {"text": STRING, "findings": COUNT, "year": NUMBER, "kind": STRING, "path": STRING, "fixed": STRING}
CHECKS: Mapping[str, Mapping[str, Expected]] = {
    "existence": {"words": WORDS, "patterns": PATTERNS, "not": PATTERNS},
    "substitution": {"words": SWAPS, "patterns": SWAPS, "not": PATTERNS, "safe": FLAG},
    "required": {"words": WORDS, "patterns": PATTERNS, "headings": PATTERNS, "each": FLAG},
    "consistency": {"groups": GROUPS, "not": PATTERNS},
    "count": {
        "stated": ONE_PATTERN, "items": ONE_PATTERN, "within": one_of("paragraph", "section", "report"),
        "words": WORDS, "patterns": PATTERNS, "min": COUNT, "max": COUNT, "per": one_of(*ONE_EACH), "not": PATTERNS,
    },
}  # fmt: skip
"""The keys of the table of each check."""
_PATTERN_KEYS = ("patterns", "not", "headings", "stated", "items", "sections")


def faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    """What is wrong in `data`, the content of a file."""
    yield from wrong(data, RULE, needed=NEEDED)
    checks = [name for name in CHECKS if name in data]
    if len(checks) != 1:
        listed = ", ".join(CHECKS)
        yield Fault(
            (checks[1],) if checks else (),
            Bilingual(
                f"一条规则须有且只有一张检查表：{listed}，现有 {len(checks)} 张",
                f"a rule has exactly one table that says what to check, of {listed}; here are {len(checks)}",
            ),
        )
    yield from wrong(data.get("scope", {}), SCOPE, ("scope",))
    yield from _patterns(data.get("scope", {}), ("scope",))
    for name in checks:
        yield from wrong(data[name], CHECKS[name], (name,), ("groups",) if name == "consistency" else ())
        if isinstance(data[name], Mapping):
            yield from _patterns(data[name], (name,))
            yield from _missing(name, data[name])
    for key in ("good", "bad"):
        examples = data.get(key, ())
        for i, example in enumerate(examples if EXAMPLES.fits(examples) else ()):
            if not isinstance(example, str):
                yield from wrong(example, EXAMPLE, (key, i), ("text",))
    if len(checks) == 1 and isinstance(data[checks[0]], Mapping):
        yield from _message(data, values_of(checks[0], data[checks[0]]))


def values_of(check: str, table: Mapping[str, Any]) -> tuple[str, ...]:
    """What stands between braces in the message of a rule with this check."""
    if check == "count":
        return ("text", "stated", "count") if "stated" in table else ("text", "count", "limit")
    return {"existence": ("text",), "substitution": ("text", "right"), "required": ("missing", "part"), "consistency": ("text", "first")}[
        check
    ]


def _missing(name: str, table: Mapping[str, Any]) -> Iterator[Fault]:
    """What a table lacks, or has of two that exclude each other."""
    stated = "stated" in table or "items" in table
    if name == "count" and stated:
        for key in ("stated", "items"):
            if key not in table:
                yield Fault((name,), Bilingual(f"缺少 {key}：stated 与 items 须同时写", f"{key} is missing: stated and items go together"))
        for key in ("words", "patterns", "min", "max", "per"):
            if key in table:
                yield Fault((name, key), Bilingual(f"{key} 不能与 stated 同用", f"{key} does not go with stated"))
        return
    if name == "count" and "min" not in table and "max" not in table:
        yield Fault((name,), Bilingual("缺少 min 或 max，或 stated 和 items", "min or max is missing, or stated and items"))
    keys = [key for key in ("words", "patterns", "headings") if key in CHECKS[name]]
    if keys and not any(table.get(key) for key in keys):
        listed = " / ".join(keys)
        yield Fault((name,), Bilingual(f"缺少要找的内容：{listed}", f"what to look for is missing: {listed}"))
    if "headings" in table and ("words" in table or "patterns" in table):
        yield Fault((name, "headings"), Bilingual("headings 不能与 words、patterns 同用", "headings does not go with words or patterns"))
    if name == "consistency" and GROUPS.fits(table.get("groups")):
        words = [word for group in table["groups"] for word in set(group)]
        for word in sorted({word for word in words if words.count(word) > 1}):
            yield Fault((name, "groups"), Bilingual(f"{word} 出现在两组里", f"{word} is in two groups"))


def _patterns(table: object, path: Path) -> Iterator[Fault]:
    """Patterns that do not compile, and replacements that name groups that are not there."""
    for key, value in table.items() if isinstance(table, Mapping) else ():
        if key == "patterns" and isinstance(value, Mapping):
            for pattern, right in value.items():
                yield from _pattern(pattern, (*path, key, pattern), right if isinstance(right, str) else None)
        elif key in _PATTERN_KEYS:
            listed = [value] if isinstance(value, str) else value if isinstance(value, list) else ()
            for i, pattern in enumerate(listed):
                yield from _pattern(pattern, (*path, key) if isinstance(value, str) else (*path, key, i))


def _pattern(pattern: object, path: Path, right: str | None = None) -> Iterator[Fault]:
    if not isinstance(pattern, str):
        return  # the check of the keys has said so
    try:
        compiled = TimedPattern(pattern).compile()
    except ValueError as error:
        yield Fault(path, Bilingual(f"正则表达式有误：{error}", f"wrong pattern: {error}"))
        return
    known = (*map(str, range(compiled.groups + 1)), *compiled.groupindex)
    for group in re.findall(r"\\\\|\\g<(\w+)>|\\([0-9]+)", right or ""):
        name = group[0] or group[1]
        if name and name not in known:
            yield Fault(
                path, Bilingual(f"替换文字 {right} 所指的组 {name} 不存在", f"there is no group {name} for the replacement {right}")
            )


def _message(data: Mapping[str, Any], values: Iterable[str]) -> Iterator[Fault]:
    message = data.get("message", "")
    known = ", ".join(f"{{{value}}}" for value in values)
    for text in message.values() if isinstance(message, Mapping) else [message]:
        if not isinstance(text, str):
            continue
        try:
            names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
        except ValueError:
            names = [""]
        for name in names:
            if name not in values:
                yield Fault(
                    ("message",),
                    Bilingual(
                        f"花括号内只能是 {known}；花括号本身写作 {{{{ }}}}",
                        f"between braces only {known} may stand; a brace itself is written {{{{ }}}}",
                    ),
                )
                break
