"""The ignore file: findings that are right as they are, each with the reason. Kept outside the reports, which may carry no comments.

Written by ``reportlint ignore``, readable and editable by people. What decides is the fingerprint; path and text are for who reads it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from typing import NamedTuple

from reportlint.errors import UsageError, reason
from reportlint.suppression.entries import Entry
from reportlint.text import Bilingual, LazyPattern

_HEAD = (
    "# reportlint 不再报告的问题，每条写明理由（reason）；由 reportlint ignore 写入，按内容（fingerprint）对应。\n"
    "# Findings that reportlint is not to show, each with its reason; written by `reportlint ignore`, known by content.\n"
)
_TABLE = "ignore"
_ENTRY = LazyPattern(r"\s*\[\[\s*ignore\s*\]\]\s*(?:#.*)?$")
_CONFLICT = LazyPattern(r"^(?:<{7}|={7}|>{7})(?: |$)", 0x08)  # re.MULTILINE
_KEYS = ("rule", "path", "text", "reason", "by", "expires", "fingerprint")
_NEEDED = ("rule", "path", "fingerprint")
_DATE = LazyPattern(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")


class IgnoreFile(NamedTuple):
    """An ignore file, read."""

    path: str
    """Absolute."""
    shown: str
    """Its path for people."""
    text: str
    entries: tuple[Entry, ...]

    @property
    def root(self) -> str:
        """The folder that the paths of its entries are relative to."""
        return os.path.dirname(self.path)


def read(path: str, shown: str) -> IgnoreFile:
    """The ignore file at the absolute `path`. Raises UsageError with all that is wrong in it."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        why = reason(error)
        raise UsageError(Bilingual(f"{shown} 读不了：{why.zh}", f"{shown} cannot be read: {why.en}")) from None
    return parse(path, shown, data)


def parse(path: str, shown: str, data: bytes) -> IgnoreFile:
    """As `read`, for content that is known. Raises UsageError."""
    import tomli  # 10 ms: only when there is something to read

    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        _check_for_conflicts(text)
        table = tomli.loads(text)
    except UnicodeDecodeError as error:
        wrong = _Wrong(data.count(b"\n", 0, error.start) + 1, "不是 UTF-8 编码，请另存为 UTF-8", "not UTF-8; save the file as UTF-8")
        raise wrong.told(shown) from None
    except tomli.TOMLDecodeError as error:
        raise _Wrong(error.lineno, f"不合 TOML 语法：{error.msg}", f"not valid TOML: {error.msg}").told(shown) from None
    except _Wrong as wrong:
        raise wrong.told(shown) from None
    lines = [at for at, line in enumerate(text.split("\n"), 1) if _ENTRY.match(line)]
    tables = table.pop(_TABLE, [])
    faults = [_Wrong(1, f"没有 {key} 这一项，只有 [[ignore]]", f"there is no {key}, only [[ignore]]") for key in table]
    if not isinstance(tables, list) or len(tables) != len(lines):
        faults.append(_Wrong(1, "每一条应以单独一行 [[ignore]] 开头", "each entry must begin with a line [[ignore]]"))
        tables = []
    faults += [fault for at, one in zip(lines, tables, strict=False) for fault in _faults(at, one)]
    if faults:
        said = [fault.told(shown).message for fault in faults]
        raise UsageError(Bilingual("\n".join(one.zh for one in said), "\n".join(one.en for one in said)))
    return IgnoreFile(path, shown, text, tuple(_entry(shown, at, one) for at, one in zip(lines, tables, strict=True)))


def _check_for_conflicts(text: str) -> None:
    if conflict := _CONFLICT.search(text):
        raise _Wrong(text.count("\n", 0, conflict.start()) + 1, "合并冲突没有解决：两边的条目都留下，删去标记行",
                     "a merge conflict is left: keep the entries of both sides and delete the lines with the marks")  # fmt: skip


class _Wrong(Exception):
    """What is wrong, at a line."""

    def __init__(self, line: int, zh: str, en: str) -> None:
        super().__init__(en)
        self.line, self.zh, self.en = line, zh, en

    def told(self, shown: str) -> UsageError:
        return UsageError(Bilingual(f"{shown}:{self.line}：{self.zh}", f"{shown}:{self.line}: {self.en}"))


def _faults(line: int, table: Mapping[str, object]) -> list[_Wrong]:
    faults = []
    for key, value in table.items():
        if key not in _KEYS:
            listed = ", ".join(_KEYS)
            faults.append(_Wrong(line, f"没有 {key} 这一项，可用：{listed}", f"there is no {key}; there are: {listed}"))
        elif key == "expires" and not _DATE.fullmatch(str(value)):
            faults.append(_Wrong(line, "expires 应为日期，如 2027-03-31", "expires must be a date such as 2027-03-31"))
        elif key != "expires" and not isinstance(value, str):
            faults.append(_Wrong(line, f"{key} 应为字符串", f"{key} must be a string"))
    faults += [
        _Wrong(line, f"缺少 {key}；请用 reportlint ignore 写入条目", f"{key} is missing; write entries by reportlint ignore")
        for key in _NEEDED
        if not table.get(key)
    ]
    return faults


def _entry(shown: str, line: int, table: Mapping[str, object]) -> Entry:
    values = {key: str(value).strip() for key, value in table.items()}
    return Entry(shown, line, **values)  # type: ignore[arg-type]  # the keys are its fields, as _faults saw to


def written(text: str, entry: Entry) -> str:
    """`text` of an ignore file, which may be empty, with `entry` in its place: by path and rule, so that branches seldom meet."""
    lines = (text or _HEAD).rstrip("\n").split("\n")
    block = ["", "[[ignore]]", *(f"{key} = {_toml(getattr(entry, key), bare=key == 'expires')}" for key in _KEYS if getattr(entry, key))]
    starts = _starts(lines)
    path = rule = ""
    for start, end in starts:
        path, rule = (_value(lines[start:end], key) for key in ("path", "rule"))
        if (path, rule) > (entry.path, entry.rule):
            first = _with_comments(lines, start)
            return "\n".join([*lines[:first], *block[1:], "", *lines[first:], ""])
    return "\n".join([*lines, *block, ""])


def without(text: str, gone: Collection[int]) -> str:
    """`text` without the entries that begin at the lines `gone`, and without the comments right above them."""
    lines = text.rstrip("\n").split("\n")
    for start, end in reversed(_starts(lines)):
        if start + 1 in gone:
            stop = end
            while stop > start and (not lines[stop - 1].strip() or lines[stop - 1].lstrip().startswith("#")):
                stop -= 1  # what stands above the next entry is about that
            first = _with_comments(lines, start)
            del lines[first:stop]
            while 0 < first < len(lines) and not lines[first].strip() and not lines[first - 1].strip():
                del lines[first]
    return "\n".join(lines).rstrip("\n") + "\n"


def _starts(lines: list[str]) -> list[tuple[int, int]]:
    """Where each entry begins and ends, as indexes of `lines`."""
    heads = [i for i, line in enumerate(lines) if _ENTRY.match(line)]
    return list(zip(heads, [*heads, len(lines)][1:], strict=True))


def _with_comments(lines: list[str], start: int) -> int:
    """The first line of the comments right above line `start`, which are about it; the head of the file is not."""
    first = start
    while first > 0 and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return first if first > 0 else start


def _value(lines: list[str], key: str) -> str:
    import tomli

    table = tomli.loads("\n".join(lines)).get(_TABLE, [{}])[0]
    return str(table.get(key, ""))


def _toml(text: str, *, bare: bool) -> str:
    """`text` as a TOML value: a date or a basic string."""
    if bare:
        return text
    from json import JSONEncoder  # its escapes are those of TOML, but for DEL

    return JSONEncoder(ensure_ascii=False).encode(text).replace("\x7f", "\\u007f")
