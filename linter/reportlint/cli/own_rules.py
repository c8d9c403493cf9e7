"""``reportlint rule new`` and ``reportlint rule test``: write a rule of one's own, and run the examples of all of them."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

from reportlint.config.load import Configs
from reportlint.config.names import registry_of
from reportlint.errors import UsageError, guess, refusal
from reportlint.own.scaffold import files
from reportlint.plugins import load
from reportlint.rule import CODE, NAME
from reportlint.testing import shortcomings
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.config.config import Config
    from reportlint.plugins import Registry

FOLDER = "lint_rules"
"""Where a rule is written if neither the command line nor a configuration names a folder."""
_FAILED, _EMPTY = 1, 3

_ACTIONS = ("new", "test")
_WRITTEN = Bilingual("已写入 {file}", "written: {file}")
_NEXT = Bilingual(
    "接着改成所需的规则，再运行 reportlint rule test {folder} 检验例子。",
    "Now change it, then run reportlint rule test {folder}: it tries the examples.",
)
_NAME_IT = Bilingual(
    '配置里还没有这个文件夹；在 {file} 中写上：rules = ["{folder}"]',
    'No configuration names the folder yet; write into {file}: rules = ["{folder}"]',
)
_RESULT = Bilingual("{count} 条规则，{bad} 条有问题。", "{count} {rules}, {bad} with problems.")
_NOTHING = Bilingual(
    "没有自有规则可测：配置里没有 rules 或 plugins；也可写明文件夹，如 reportlint rule test lint_rules。",
    "There are no rules to test: the configuration names no rules and no plugins. Or name a folder: reportlint rule test lint_rules",
)


def rule(
    words: Sequence[str], *, toml: bool, folder: str | None, config: str | None, isolated: bool, lang: str | None, language: str
) -> int:
    """Do what `words`, the arguments, say. Raises UsageError."""
    here = Configs(config, isolated=isolated).of(os.getcwd())
    language = lang or here.lang or language
    action, *rest = words or ("",)
    try:
        if action == "new" and len(rest) == 2:
            return new(*rest, toml=toml, folder=folder, here=here, language=language)
        if action == "test":
            return test(rest, here, language)
    except UsageError as error:
        error.language = language
        raise
    usage = Bilingual(
        "；用法：reportlint rule new 代码 名称，或 reportlint rule test", "; say reportlint rule new CODE NAME, or reportlint rule test"
    )
    if action in _ACTIONS or not action:
        raise UsageError(Bilingual(f"参数不全或多余{usage.zh}", f"arguments are missing or too many{usage.en}"))
    rest_ = guess(action, _ACTIONS, usage)
    raise UsageError(Bilingual(f"没有 rule {action} 这个命令{rest_.zh}", f"no command rule {action}{rest_.en}"))


def new(code: str, name: str, *, toml: bool, folder: str | None, here: Config, language: str) -> int:
    """Write a rule that works. Raises UsageError when code or name cannot be used or a file is in the way."""
    there = folder or (os.path.relpath(here.rules[0]) if here.rules else FOLDER)
    _usable(code, name, _known(here, os.path.abspath(there)))
    written = files(code, name, toml=toml)
    main = os.path.join(there, next(iter(written)))
    done = []
    try:
        os.makedirs(there, exist_ok=True)
        for file, text in written.items():
            path = os.path.join(there, file)
            if path == main or not os.path.exists(path):
                with open(path, "x", encoding="utf-8", newline="\n") as target:
                    target.write(text)
                done.append(path)
    except FileExistsError:
        raise UsageError(Bilingual(f"{main} 已存在，未写入", f"{main} is there already; nothing was written")) from None
    except OSError as error:
        why = refusal(error)
        raise UsageError(Bilingual(f"{there} 写不了：{why.zh}", f"{there} cannot be written: {why.en}")) from None
    for path in done:
        print(_WRITTEN.in_(language).format(file=path))
    print(_NEXT.in_(language).format(folder=there))
    if os.path.abspath(there) not in here.rules:
        print(_NAME_IT.in_(language).format(file=here.file or "reportlint.toml", folder=there.replace(os.sep, "/")))
    return 0


def test(places: Sequence[str], here: Config, language: str) -> int:
    """Run the examples of the rules in `places`, else of all rules of users that the configuration names. Raises UsageError."""
    folders = [os.path.abspath(place) for place in places]
    for place in places:
        if not os.path.exists(place):
            raise UsageError(Bilingual(f"没有这个文件或文件夹：{place}", f"no such file or folder: {place}"))
    registry = load(here.plugins, here.grammars, dict.fromkeys(folders)) if folders else registry_of([here])
    rules = [rule for rule in registry.rules if registry.origins.get(rule.code, "") in (folders or registry.origins.values())]
    if not rules:
        print(_NOTHING.in_(language), file=sys.stderr)
        return _EMPTY
    bad = 0
    for rule in rules:
        wrong = list(shortcomings(rule, registry.kinds))
        bad += bool(wrong)
        for text in wrong:
            print(f"{rule.code} {rule.name}: {text.in_(language)}")
    print(
        _RESULT.in_(language).format(
            count=len(rules), rules="rule" if len(rules) == 1 else "rules", bad=bad or ("0" if language == "zh" else "none")
        )
    )
    return _FAILED if bad else 0


def _known(here: Config, folder: str) -> Registry:
    """All rules that are there, with those in `folder`; the shipped ones where those of the user cannot be loaded at present."""
    try:
        return load(here.plugins, here.grammars, dict.fromkeys((*here.rules, folder)))
    except UsageError:
        return load()


def _usable(code: str, name: str, registry: Registry) -> None:
    """Raise UsageError, with what to take instead, for a code or name that is ill-formed, taken, or of a family of shipped rules."""
    if not re.fullmatch(CODE, code):
        raise UsageError(
            Bilingual(f"代码 {code} 应为大写字母加三位数字，如 U001", f"code {code}: capitals and three digits are wanted, such as U001")
        )
    if not re.fullmatch(NAME, name):
        raise UsageError(
            Bilingual(
                f"名称 {name} 应为小写英文单词以连字符相连，如 empty-phrase",
                f"name {name}: small words joined by hyphens are wanted, such as empty-phrase",
            )
        )
    for rule in registry.rules:
        if rule.code == code or rule.name == name:
            what = rule.code if rule.code == code else rule.name
            raise UsageError(Bilingual(f"{what} 已是规则 {rule.code} {rule.name}", f"{what} is rule {rule.code} {rule.name} already"))
    families = {rule.code[0] for rule in registry.rules if rule.code not in registry.origins}
    if code[0] in families:
        raise UsageError(
            Bilingual(
                f"{code[0]} 开头的代码留给 reportlint 自带的规则；自有规则请用 U001 起，对外发布的插件请用 X 开头",
                f"codes with {code[0]} are for rules of reportlint: take U001 and so on, or X… in a plug-in that others install",
            )
        )
