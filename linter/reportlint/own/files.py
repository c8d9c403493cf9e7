"""Find the files of rules in a folder and load them, telling of every wrong file at once."""

from __future__ import annotations

import os
import sys
from importlib import import_module, invalidate_caches
from traceback import extract_tb
from types import ModuleType
from typing import TYPE_CHECKING
from zlib import crc32

from reportlint.errors import UsageError, WrongFilesError, reason
from reportlint.rule import Rule
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".py", ".toml")
_PACKAGE = "reportlint_own_"


def load(place: str | os.PathLike[str]) -> list[tuple[Rule, str]]:
    """The rules of a folder, or of a single file, each with its file. Raises UsageError with all that is wrong, a folder without rules too."""
    place = os.fspath(place)
    try:
        files = list(_files(place))
    except OSError as error:
        why = reason(error)
        raise UsageError(
            Bilingual(f"规则 {shown(place)} 读不了：{why.zh}", f"the rules in {shown(place)} cannot be read: {why.en}")
        ) from None
    if not files:
        raise UsageError(
            Bilingual(
                f"{shown(place)} 里没有规则：每条规则一个 .py 或 .toml 文件；reportlint rule new 可新建一条",
                f"there is no rule in {shown(place)}: each is a .py or .toml file; reportlint rule new writes one",
            )
        )
    _forget()
    rules = []
    wrong: list[Bilingual] = []
    for file in files:
        try:
            rule = _rule(file)
            rule.file = os.path.abspath(file)
            rules.append((rule, file))
        except UsageError as error:
            wrong.append(error.message)
    if wrong:
        raise WrongFilesError(Bilingual("\n".join(text.zh for text in wrong), "\n".join(text.en for text in wrong)))
    return rules


def _files(place: str) -> Iterator[str]:
    """The files of rules, in order; what begins with ``_`` or ``.``, and tests, are none. Raises OSError."""
    if not os.path.isdir(place):
        os.stat(place)
        if place.endswith(SUFFIXES):
            yield place
        return
    for name in sorted(os.listdir(place)):
        if name.endswith(SUFFIXES) and not name.startswith(("_", ".", "test_")) and name != "conftest.py":
            yield os.path.join(place, name)


def _rule(file: str) -> Rule:
    return _python(file) if file.endswith(".py") else _toml(file)


def _forget() -> None:
    """Forget the modules of folders loaded before: the files may have changed since."""
    for name in [name for name in sys.modules if name.startswith(_PACKAGE)]:
        del sys.modules[name]
    invalidate_caches()


def _toml(file: str) -> Rule:
    import tomli

    from reportlint.own.declared import rule_from

    at = shown(file)
    try:
        with open(file, "rb") as opened:
            text = opened.read().decode("utf-8-sig")
        table = tomli.loads(text)
    except OSError as error:
        why = reason(error)
        raise UsageError(Bilingual(f"{at} 读不了：{why.zh}", f"{at} cannot be read: {why.en}")) from None
    except UnicodeDecodeError:
        raise UsageError(Bilingual(f"{at}：不是 UTF-8 编码，请另存为 UTF-8", f"{at}: not UTF-8; save the file as UTF-8")) from None
    except tomli.TOMLDecodeError as error:
        at = f"{at}:{error.lineno}:{error.colno}"
        raise UsageError(Bilingual(f"{at}：不合 TOML 语法：{error.msg}", f"{at}: not valid TOML: {error.msg}")) from None
    return rule_from(table, at, text)


def _python(file: str) -> Rule:
    """The `rule` of a module. The folder is a package, so that ``from ._words import …`` finds its neighbours; nothing is written into it."""
    folder, name = os.path.split(os.path.abspath(file))
    package = f"{_PACKAGE}{crc32(folder.encode()):08x}"
    if package not in sys.modules:
        sys.modules[package] = ModuleType(package)
        sys.modules[package].__path__ = [folder]
    at = shown(file)
    silent, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        module = import_module(f"{package}.{name[:-3]}")
    except (Exception, SystemExit) as error:
        where = f"{at}:{_line(error, os.path.abspath(file))}"
        told = f"{type(error).__name__}: {error.msg if isinstance(error, SyntaxError) else error}"
        raise UsageError(Bilingual(f"{where}：规则无法加载：{told}", f"{where}: the rule cannot be loaded: {told}")) from error
    finally:
        sys.dont_write_bytecode = silent
    rule = getattr(module, "rule", None)
    if not isinstance(rule, Rule):
        raise UsageError(
            Bilingual(
                f"{at}：没有 rule = Rule(…)；不是规则的文件，名称请以 _ 开头",
                f"{at}: there is no rule = Rule(…); a file that is no rule needs a name beginning with _",
            )
        )
    return rule


def _line(error: BaseException, file: str) -> int:
    """The line of `file` from which `error` came; 1 if it came from none."""
    if isinstance(error, SyntaxError) and error.filename == file:
        return error.lineno or 1
    return next((frame.lineno or 1 for frame in reversed(extract_tb(error.__traceback__)) if frame.filename == file), 1)


def shown(path: str) -> str:
    """`path` relative to the working directory, where it lies below that."""
    below = os.path.abspath(path)
    here = os.getcwd().rstrip(os.sep) + os.sep
    return below.removeprefix(here).replace(os.sep, "/")
