"""What click objects to on the command line, in both languages."""

from __future__ import annotations

import re
from difflib import get_close_matches

import click

from reportlint.cli.app import COMMANDS
from reportlint.text import Bilingual


def explained(error: click.UsageError) -> Bilingual:
    """The message for a mistake that click found."""
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities and get_close_matches(
            error.option_name.lstrip("-"), (name.lstrip("-") for name in error.possibilities), 1, 0.7
        )
        return Bilingual(
            f"没有选项 {error.option_name}" + (f"，是否指 --{near[0]}？" if near else "；reportlint --help 列出全部选项"),
            f"no option {error.option_name}" + (f", did you mean --{near[0]}?" if near else "; reportlint --help lists them"),
        )
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        if _is_flag(name):
            return Bilingual(f"选项 {name} 不带值", f"option {name} takes no value")
        return Bilingual(f"选项 {name} 缺少值", f"option {name} needs a value")
    if isinstance(error, click.MissingParameter):
        return Bilingual("缺少参数；reportlint --help 显示用法", "an argument is missing; reportlint --help shows the usage")
    if extra := re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", error.message):  # click has no class for it
        return Bilingual(f"多余的参数：{extra[1]}", f"these arguments are too many: {extra[1]}")
    english = error.format_message().rstrip(".")
    return Bilingual(f"命令行有误：{english}", english)


def _is_flag(name: str) -> bool:
    params = [param for command in COMMANDS.values() for param in command.params]
    return any(name in param.opts and getattr(param, "is_flag", False) for param in params)
