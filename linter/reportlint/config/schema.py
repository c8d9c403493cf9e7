"""What a configuration file may say. Every fault of a file is collected, none is passed over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar, cast

from reportlint.config.config import FAIL_ON, LANGUAGES, LEVELS, YEARS, Config, Override
from reportlint.errors import guess
from reportlint.finding import Severity
from reportlint.formats import Destination, clash, destination
from reportlint.patterns import is_pattern, leads_out
from reportlint.places import Fault
from reportlint.sections import split_address
from reportlint.text import Bilingual


class WrongError(Exception):
    """A value is not what its key expects. The paths of its `faults` start at the value."""

    def __init__(self, faults: list[Fault], value: object = None) -> None:
        """`value` is what could be read all the same, so that more faults can be looked for in it."""
        super().__init__(faults)
        self.faults = faults
        self.value = value


Reader = Callable[[object], object]
"""Turns a raw value into that of the field; raises WrongError."""

T = TypeVar("T")


def read_config(table: Mapping[str, object]) -> tuple[Config, list[Fault]]:
    """The configuration in `table` and all that is wrong with it; what cannot be read keeps its default."""
    values, faults = _fields(table, _KEYS)
    return Config(**values, said=frozenset(values)), faults  # type: ignore[arg-type]  # _KEYS has the right reader for each field


def _fields(table: Mapping[str, object], readers: Mapping[str, Reader]) -> tuple[dict[str, object], list[Fault]]:
    """The values by the names of fields, and the faults, keys that nobody knows among them."""
    known = {key: value for key, value in table.items() if key in readers}
    values, faults = _each(known, readers)
    faults += [Fault((key,), _unknown(key, readers)) for key in table if key not in readers]
    return {key.replace("-", "_"): value for key, value in values.items()}, faults


def _each(table: Mapping[str, object], readers: Mapping[str, Reader]) -> tuple[dict[str, object], list[Fault]]:
    values: dict[str, object] = {}
    faults: list[Fault] = []
    for key, value in table.items():
        try:
            values[key] = readers[key](value)
        except WrongError as wrong:
            faults += [fault._replace(path=(key, *fault.path)) for fault in wrong.faults]
            if wrong.value is not None:
                values[key] = wrong.value
    return values, faults


def _sound(value: T, faults: list[Fault]) -> T:
    if faults:
        raise WrongError(faults, value)
    return value


def _unknown(key: str, known: Mapping[str, object]) -> Bilingual:
    listed = ", ".join(known)
    rest = guess(key, known, Bilingual(f"，可用：{listed}", f", there are: {listed}"))
    return Bilingual(f"没有这个配置项{rest.zh}", f"no such option{rest.en}")


def _expected(zh: str, en: str, value: object, *inside: str | int) -> WrongError:
    got = next((name for kind, name in _TYPE_NAMES if isinstance(value, kind)), Bilingual("日期或时间", "a date or time"))
    shown = f' "{value}"' if isinstance(value, str) else f" {value}".lower() if isinstance(value, int | float) else ""
    shown = shown if len(shown) <= 40 else ""
    return WrongError([Fault(inside, Bilingual(f"应为{zh}，实际是{got.zh}{shown}", f"expected {en}, found {got.en}{shown}"))])


_TYPE_NAMES: tuple[tuple[type, Bilingual], ...] = (
    (bool, Bilingual("布尔值", "a boolean")),
    (str, Bilingual("字符串", "a string")),
    (int, Bilingual("整数", "an integer")),
    (float, Bilingual("小数", "a float")),
    (list, Bilingual("数组", "an array")),
    (dict, Bilingual("表", "a table")),
)


def _string(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _expected("非空字符串", "a string that is not empty", value)
    return value


def _strings(zh: str, en: str) -> Reader:
    def read(value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise _expected(zh, en, value)
        items = [item for item in value if isinstance(item, str) and item.strip()]
        bad = [fault for i, item in enumerate(value) if item not in items for fault in _not_a_string(item, i)]
        return _sound(tuple(items), bad)

    return read


def _not_a_string(value: object, at: int) -> list[Fault]:
    return _expected("非空字符串", "a string that is not empty", value, at).faults


def _patterns(value: object) -> tuple[str, ...]:
    patterns = cast(
        "tuple[str, ...]", _strings('路径模式的数组，如 ["草稿/", "*.bak.txt"]', 'an array of patterns, such as ["drafts/"]')(value)
    )
    return _sound(patterns, [Fault((i,), _no_pattern(line)) for i, line in enumerate(patterns) if not is_pattern(line)])


def _no_pattern(line: str) -> Bilingual:
    if leads_out(line):
        return Bilingual(f"路径模式不能用 .. 指到配置所在文件夹之外：{line}", f"a pattern cannot lead out of the folder by ..: {line}")
    return Bilingual(f"不是合法的路径模式：{line}", f"not a pattern: {line}")


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _expected(" true 或 false", "true or false", value)
    return value


def _one_of(choices: tuple[str, ...]) -> Reader:
    def read(value: object) -> str:
        if value not in choices:
            raise _expected(f" {'、'.join(choices)} 之一", f"one of {', '.join(choices)}", value)
        return str(value)

    return read


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _expected("正整数", "a positive integer", value)
    return value


def _seconds(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 < value <= 86_400:
        raise _expected("大于 0、不超过 86400 的秒数", "a number of seconds above 0, at most 86400", value)
    return float(value)


def _year(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value not in YEARS:
        raise _expected("四位数年份", "a year of four digits", value)
    return value


def _table(zh: str, en: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _expected(zh, en, value)
    return value


def _levels(value: object) -> Mapping[str, Severity]:
    table = _table("“规则 = 级别”的表", "a table of rule = level", value)
    labels, faults = _each(table, dict.fromkeys(table, _one_of(LEVELS)))
    return _sound({name: Severity.named(str(label)) for name, label in labels.items()}, faults)


def _codes_by_pattern(value: object) -> Mapping[str, object]:
    table = _table("“路径模式 = 规则代码数组”的表", "a table of pattern = array of codes", value)
    codes, faults = _each(table, dict.fromkeys(table, _CODES))
    return _sound(
        codes,
        faults + [Fault((line,), _no_pattern(line)) for line in table if not is_pattern(split_address(line)[0].removeprefix("!") or "!")],
    )


def _kinds(value: object) -> Mapping[str, object]:
    """Only the outside is looked at; what a part may say is known to the kinds themselves."""
    table = _table("文种的表", "a table of kinds", value)
    return _sound(*_each(table, dict.fromkeys(table, _kind)))


def _kind(value: object) -> Mapping[str, object]:
    fields, faults = _fields(_table("表", "a table", value), {"parts": _parts, "order": _as_it_is})
    parts = cast("Mapping[str, object]", fields.pop("parts", {}))
    return _sound({**parts, **fields}, faults)


def _parts(value: object) -> Mapping[str, object]:
    table = _table("各部分的表", "a table of parts", value)
    return _sound(*_each(table, dict.fromkeys(table, _part)))


def _part(value: object) -> Mapping[str, object]:
    return _table("表", "a table", value)


def _as_it_is(value: object) -> object:
    return value


def _outputs(value: object) -> tuple[Destination, ...]:
    if isinstance(value, str):
        return (_output(value),)
    if not isinstance(value, list) or not value:
        raise _expected(
            '格式或格式的数组，如 ["full", "sarif:out.sarif"]', 'a format or an array of them, such as ["full", "sarif:out.sarif"]', value
        )
    there: list[Destination] = []
    faults: list[Fault] = []
    for i, one in enumerate(value):
        try:
            there.append(_output(one))
        except WrongError as wrong:
            faults += [fault._replace(path=(i, *fault.path)) for fault in wrong.faults]
    if apart := clash(there):
        faults.append(Fault((), apart))
    return _sound(tuple(there), faults)


def _output(value: object) -> Destination:
    there = destination(_string(value))
    if isinstance(there, Bilingual):
        raise WrongError([Fault((), there)])
    return there


def _facts(value: object) -> Mapping[str, object]:
    """What is in it is looked at by the plug-in whose rules use it."""
    return _table("事实的表", "a table of facts", value)


def _overrides(value: object) -> tuple[Override, ...]:
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise _expected("表的数组，写作 [[overrides]]", "an array of tables, written [[overrides]]", value)
    overrides: list[Override] = []
    faults: list[Fault] = []
    for i, table in enumerate(value):
        fields, bad = _fields(table, _OVERRIDE_KEYS)
        if "paths" not in table:
            bad.append(Fault((), Bilingual("缺少 paths：对哪些报告有效", "paths is missing: which reports is it for?")))
        overrides.append(Override(**fields))  # type: ignore[arg-type]  # as in read_config
        faults += [fault._replace(path=(i, *fault.path)) for fault in bad]
    return _sound(tuple(overrides), faults)


_CODES = _strings('规则代码的数组，如 ["P", "Y001"]', 'an array of rule codes, such as ["P", "Y001"]')

_OVERRIDE_KEYS: Mapping[str, Reader] = {
    "paths": _patterns,
    "kind": _string,
    "year": _year,
    "select": _CODES,
    "extend-select": _CODES,
    "ignore": _CODES,
    "severity": _levels,
}

_KEYS: Mapping[str, Reader] = {
    "select": _CODES,
    "extend-select": _CODES,
    "ignore": _CODES,
    "per-file-ignores": _codes_by_pattern,
    "mandatory": _CODES,
    "severity": _levels,
    "include": _patterns,
    "exclude": _patterns,
    "extend-exclude": _patterns,
    "respect-gitignore": _flag,
    "force-exclude": _flag,
    "kind": _string,
    "year": _year,
    "kinds": _kinds,
    "overrides": _overrides,
    "facts": _facts,
    "lang": _one_of(LANGUAGES),
    "fail-on": _one_of(FAIL_ON),
    "output-format": _outputs,
    "plugins": _strings("插件名的数组", "an array of plug-ins"),
    "grammars": _strings("文件夹的数组", "an array of folders"),
    "rules": _strings('文件夹的数组，如 ["lint_rules"]', 'an array of folders, such as ["lint_rules"]'),
    "baseline": _string,
    "rule-timeout": _seconds,
    "max-bytes": _whole,
    "max-characters": _whole,
    "max-unpacked": _whole,
    "max-members": _whole,
    "max-pages": _whole,
    "max-seconds": _seconds,
    "jobs": _whole,
    "cache-dir": _string,
    "extend": _string,
    "required-version": _string,
}
