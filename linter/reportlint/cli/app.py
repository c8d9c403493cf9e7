"""The commands, as click sees them. A command only says what is to be done; `reportlint.cli.main` does it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

import click

from reportlint import __version__
from reportlint.cli import options
from reportlint.text import Bilingual

Action = Callable[[str], int]
"""What a command wants done, given the language of the user; the result is the exit code."""


class Command(click.Command):
    """A command with a help page in the language of the user, which is the object of its context."""

    def __init__(
        self, name: str, usages: Sequence[str], about: Bilingual, params: list[click.Parameter], callback: Callable[..., Action]
    ) -> None:
        super().__init__(name, params=params, callback=callback, context_settings={"help_option_names": ["-h", "--help"]})
        self.usages = usages
        self.about = about

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help page; click calls it for ``--help``."""
        from reportlint.cli.help import page

        formatter.write(page(self, COMMANDS.values() if self.name == "check" else (), ctx.find_object(str) or "en"))

    def invoke(self, ctx: click.Context) -> Action:
        """What is to be done; most commands talk in the language of the configuration."""
        action: Action = super().invoke(ctx)
        return _in_configured(action, ctx.params) if self.name in _TALKING else action


_TALKING = ("explain", "rules", "kinds", "facts", "doctor", "clean", "ignore")


def _in_configured(action: Action, chosen: Mapping[str, Any]) -> Action:
    """`action` in the language that the configuration of the working directory names, unless an option does."""

    def act(language: str) -> int:
        from reportlint.config.load import Configs
        from reportlint.errors import UsageError

        with suppress(UsageError):  # the action says what is wrong with it
            here = Configs(chosen["config"], isolated=chosen["isolated"]).of(os.getcwd())
            language = chosen["lang"] or here.lang or language
        try:
            return action(language)
        except UsageError as error:
            error.language = error.language or language
            raise

    return act


def parsed(arguments: Sequence[str], language: str) -> Action:
    """What the command line asks for. Raises UsageError and what click raises."""
    name, rest = _command(list(arguments))
    outcome = COMMANDS[name].main(rest, prog_name="reportlint", standalone_mode=False, obj=language)
    return outcome if callable(outcome) else lambda _: 0  # help or version are already out


def _command(arguments: list[str]) -> tuple[str, list[str]]:
    """The name of the command and its arguments. Options that all commands have may stand before the name; without one it is check."""
    at = 0
    while at < len(arguments) and arguments[at].partition("=")[0] in _COMMON:
        at += 1 if "=" in arguments[at] or arguments[at] == "--isolated" else 2
    if at < len(arguments) and arguments[at] in COMMANDS:
        return arguments[at], arguments[:at] + arguments[at + 1 :]
    if at < len(arguments):
        _no_mistyped_command(arguments[at])
    return "check", arguments


def _no_mistyped_command(word: str) -> None:
    """Raise UsageError for a word that is no file and looks like a command."""
    if word.isascii() and word.isalpha() and not os.path.lexists(word):
        from reportlint.errors import UsageError, guess

        if (rest := guess(word, [str(name) for name in COMMANDS])).en:
            raise UsageError(Bilingual(f"没有命令 {word}，也没有这个文件{rest.zh}", f"no command {word}, and no such file{rest.en}"))


def _check(paths: tuple[str, ...], **chosen: object) -> Action:
    from reportlint.cli.check import check
    from reportlint.cli.chosen import Options

    return lambda language: check(Options.of(paths, chosen), language)


def _explain(names: tuple[str, ...], config: str | None, isolated: bool, color: str | None, **_: object) -> Action:
    from reportlint.cli.pages import explain

    return lambda language: explain(names, config, isolated=isolated, colour=color or "auto", language=language)


def _rules(output_format: str | None, config: str | None, isolated: bool, color: str | None, **_: object) -> Action:
    from reportlint.cli.pages import rules

    return lambda language: rules(output_format or "full", config, isolated=isolated, colour=color or "auto", language=language)


def _schema(name: str | None, **_: object) -> Action:
    from reportlint.cli.schemas import schema

    return lambda language: schema(name, language)


def _clean(cache_dir: str | None, config: str | None, isolated: bool, **_: object) -> Action:
    from reportlint.cli.clean import clean

    return lambda language: clean(cache_dir, config, isolated=isolated, language=language)


def _init(ci: tuple[str, ...], hook: bool, dry_run: bool, force: bool, **_: object) -> Action:
    from reportlint.cli.init import init

    return lambda language: init(ci, hook=hook, dry_run=dry_run, force=force, language=language)


def _completion(shell: str, **_: object) -> Action:
    from reportlint.cli.completion import completion

    return lambda _: completion(shell, {str(name): command for name, command in COMMANDS.items()})


def _doctor(config: str | None, isolated: bool, **_: object) -> Action:
    from reportlint.cli.doctor import doctor

    return lambda language: doctor(config, isolated=isolated, language=language)


def _kinds(names: tuple[str, ...], output_format: str | None, config: str | None, isolated: bool, **_: object) -> Action:
    from reportlint.cli.kinds import kinds

    return lambda language: kinds(names, output_format or "full", config, isolated=isolated, language=language)


def _facts(names: tuple[str, ...], output_format: str | None, config: str | None, isolated: bool, **_: object) -> Action:
    from reportlint.cli.facts import facts

    return lambda language: facts(names, output_format or "toml", config, isolated=isolated, language=language)


def _rule(
    words: tuple[str, ...], toml: bool, directory: str | None, config: str | None, isolated: bool, lang: str | None, **_: object
) -> Action:
    from reportlint.cli.own_rules import rule

    return lambda language: rule(words, toml=toml, folder=directory, config=config, isolated=isolated, lang=lang, language=language)


def _ignore(arguments: tuple[str, ...], color: str | None, **chosen: Any) -> Action:  # noqa: ARG001 - an option that all commands have
    from reportlint.cli.ignore import Ignoring, ignore

    return lambda language: ignore(Ignoring(arguments, **{**chosen, "language": chosen["lang"] or language}))


def _server(config: str | None, isolated: bool, lang: str | None, **_: object) -> Action:
    from reportlint.cli.server import serve

    return lambda language: serve(config, isolated=isolated, lang=lang, language=language)


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"reportlint {__version__}")
        ctx.exit()


_COMMON = frozenset(name for option in options.common() for name in option.opts)

COMMANDS = {
    command.name: command
    for command in (
        Command(
            "check",
            ("reportlint [check] [OPTIONS] PATH...", "reportlint [check] [OPTIONS] - < FILE"),
            Bilingual("检查报告：占位符、缺失的部分、年度和数字不符、网页残留等。",
                      "Check reports: placeholders, missing parts, years and figures that clash, leftovers of web sites."),
            [
                click.Argument(["paths"], nargs=-1, type=click.UNPROCESSED),
                *options.check(),
                click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_show_version),
            ],
            _check,
        ),
        Command(
            "explain",
            ("reportlint explain [OPTIONS] RULE...",),
            Bilingual("说明规则：查什么、为什么、怎么改、什么不算。",
                      "Explain rules: what they find, why, what to write instead, what they leave alone."),
            [click.Argument(["names"], nargs=-1, required=True), *options.common()],
            _explain,
        ),
        Command("facts", ("reportlint facts [OPTIONS] [WORD...]",), Bilingual("列出规则所依据的事实（法律、表述、日期、规划），或者其中含有某词的。",
                "Print the facts that rules judge by (laws, phrases, dates, plans), or those with a word."),
                [click.Argument(["names"], nargs=-1), *options.facts()], _facts),
        Command("clean", ("reportlint clean [OPTIONS]",), Bilingual("删除缓存：检查结果，编译好的正则和语法。", "Remove the caches: results, compiled patterns and grammars."), options.clean(), _clean),
        Command(
            "ignore",
            (
                "reportlint ignore RULE FILE[:LINE[:COLUMN]]... --reason WHY",
                "reportlint ignore --remove RULE FILE[:LINE]...",
                "reportlint ignore --list [PATH...]",
                "reportlint ignore --prune [FOLDER...]",
            ),
            Bilingual("不再报告属实无误的问题：写入 .reportlint-ignore.toml，报告本身不改。",
                      "Do not report findings that are right as they are: written to .reportlint-ignore.toml, the reports stay as they are."),
            [click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED), *options.ignore()],
            _ignore,
        ),
        Command("init", ("reportlint init [OPTIONS]",), Bilingual("在当前文件夹写入配置、pre-commit 钩子和 CI 文件；已有的不改。",
                "Write a configuration, a pre-commit hook and CI files into this folder; what is there stays."), options.init(), _init),
        Command("doctor", ("reportlint doctor [OPTIONS]",), Bilingual("检查安装：版本、配置、插件、可读的格式、缓存。",
                "Look the installation over: versions, configuration, plug-ins, formats, cache."), options.common(), _doctor),
        Command("completion", ("reportlint completion bash|zsh|fish",), Bilingual("输出命令行补全脚本。", "Print a completion script for a shell."),
                [click.Argument(["shell"]), *options.common()], _completion),
        Command("kinds", ("reportlint kinds [OPTIONS] [KIND...]",), Bilingual("列出文种：有哪些部分，哪些必备。",
                "List the kinds of reports: their parts, and which are demanded."),
                [click.Argument(["names"], nargs=-1), *options.rules()], _kinds),
        Command("rules", ("reportlint rules [OPTIONS]",), Bilingual("列出全部规则。", "List all rules."), options.rules(), _rules),
        Command(
            "rule",
            ("reportlint rule new [--toml] [--dir DIR] CODE NAME", "reportlint rule test [PATH...]"),
            Bilingual("新建一条自有规则（new），检验自有规则的例子（test）。写法见 docs/writing-rules.md。",
                      "Write a rule of your own (new), try the examples of your rules (test). See docs/writing-rules.md."),
            [click.Argument(["words"], nargs=-1), *options.rule()],
            _rule,
        ),
        Command("server", ("reportlint server [OPTIONS]",), Bilingual("供编辑器调用（语言服务器协议，标准输入输出）。设置方法见 docs/editors.md。",
                "Serve editors (Language Server Protocol, standard input and output). See docs/editors.md."), options.server(), _server),
        Command("schema", ("reportlint schema [report|jsonl|config]",), Bilingual("输出 JSON 结果或配置文件的 JSON Schema。",
                "Print the JSON schema of the results or of the configuration."),
                [click.Argument(["name"], required=False), *options.common()], _schema),
    )
}  # fmt: skip
