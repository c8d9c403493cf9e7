"""The help, in the language of the user. click's own knows neither wide characters nor Chinese headings."""

from __future__ import annotations

from collections.abc import Iterable
from shutil import get_terminal_size
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from reportlint.cli.options import OTHER, Option
from reportlint.formats import FORMATS
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reportlint.cli.app import Command

_USAGE = Bilingual("用法：", "Usage: ")
_COMMANDS = Bilingual("命令：", "Commands:")
_OPTIONS = Bilingual("{group}选项：", "{group} options:")
_OWN = (
    ("--version", Bilingual("显示版本", "show the version")),
    ("-h, --help", Bilingual("显示本说明", "show this help")),
)
_EXITS = Bilingual("退出码：", "Exit codes:")
_EXIT_CODES = (
    ("0", Bilingual("没有达到 --fail-on 级别的问题", "nothing at or above --fail-on")),
    ("1", Bilingual("有这样的问题", "something at or above it")),
    ("2", Bilingual("有文件查不了，或用法、配置有误", "a file could not be checked, or usage or configuration is wrong")),
    ("3", Bilingual("没有可检查的文件", "there was nothing to check")),
)
_FORMATS = Bilingual("格式：", "Formats:")

Rows = Iterable[tuple[str, Bilingual]]


def page(command: Command, commands: Collection[Command], language: str) -> str:
    """The help page of `command`; that of the program itself lists the `commands`."""
    return "\n".join(_lines(command, commands, language, min(get_terminal_size().columns, 120))) + "\n"


def _lines(command: Command, commands: Collection[Command], language: str, width: int) -> Iterator[str]:
    usage = _USAGE.in_(language)
    for usages in command.usages:
        yield usage + usages
        usage = " " * _width(usage)
    yield ""
    yield from _wrapped(command.about.in_(language), width)
    if commands:
        yield from _table(_COMMANDS.in_(language), ((other.name or "", other.about) for other in commands), language, width)
    for group, options in _grouped(command).items():
        rows = [(_names(option), option.about) for option in options] + list(_OWN if group is OTHER else ())
        yield from _table(_OPTIONS.in_(language).format(group=group.in_(language)), rows, language, width)
    if commands:
        yield from _table(_FORMATS.in_(language), ((name, made.about) for name, made in FORMATS.items()), language, width)
        yield from _table(_EXITS.in_(language), _EXIT_CODES, language, width)


def _grouped(command: Command) -> dict[Bilingual, list[Option]]:
    groups: dict[Bilingual, list[Option]] = {}
    for option in command.params:
        if isinstance(option, Option):
            groups.setdefault(option.group, []).append(option)
    return groups


def _names(option: Option) -> str:
    return ", ".join(option.opts) + (f" {option.metavar}" if option.metavar else "")


def _table(title: str, rows: Rows, language: str, width: int) -> Iterator[str]:
    rows = list(rows)
    left = max(len(name) for name, _ in rows) + 4
    yield from ("", title)
    for name, text in rows:
        first, *rest = _wrapped(text.in_(language), max(width - left, 20))
        yield f"  {name}".ljust(left) + first
        yield from (" " * left + line for line in rest)


def _wrapped(text: str, width: int) -> Iterator[str]:
    """`text` in lines of at most `width` columns, broken at spaces or between Chinese characters."""
    line = ""
    for c in text:
        line += c
        if _width(line) > width:
            at = line.rfind(" ") + 1 if c.isascii() else 0
            at = at or len(line) - 1
            yield line[:at].rstrip()
            line = line[at:]
    yield line


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
