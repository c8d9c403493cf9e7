"""The options of the command line, with their help in both languages, and how their values are read."""

from __future__ import annotations

from collections.abc import Callable

import click

from reportlint.config.config import FAIL_ON, LANGUAGES, LEVELS, YEARS
from reportlint.errors import UsageError
from reportlint.finding import Severity
from reportlint.formats import Destination, destination
from reportlint.text import Bilingual

RULES = Bilingual("规则", "Rule")
REPORTS = Bilingual("报告", "Report")
SUPPRESSION = Bilingual("豁免", "Suppression")
FIXES = Bilingual("修改", "Fix")
FILES = Bilingual("文件", "File")
OUTPUT = Bilingual("输出", "Output")
OTHER = Bilingual("其他", "Other")


class BadValueError(ValueError):
    """The value of an option is not what it should be."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.message = Bilingual(zh, en)


Reader = Callable[[str], object]
"""Turns the text of a value into what the program wants; raises BadValueError."""


class Option(click.Option):
    """An option with its help in both languages and the heading under which the help lists it."""

    def __init__(self, names: str, group: Bilingual, zh: str, en: str, *, value: str = "", read: Reader = str, many: bool = False) -> None:
        """`names` are separated by spaces; `value` stands for its value in the help, a flag has none; `many`: may be repeated."""
        if value:
            super().__init__(names.split(), type=_Type(read), metavar=value, multiple=many)
        else:
            super().__init__(names.split(), is_flag=True)
        self.group = group
        self.about = Bilingual(zh, en)


class _Type(click.ParamType):  # type: ignore[type-arg]  # generic in new versions of click only
    name = "value"

    def __init__(self, read: Reader) -> None:
        self._read = read

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:  # noqa: ARG002 - as click calls it
        """The value that `value` stands for; raises UsageError."""
        try:
            return self._read(str(value))
        except BadValueError as bad:
            option = param.opts[-1] if param else ""
            raise UsageError(Bilingual(f"选项 {option}：{bad.message.zh}", f"option {option}: {bad.message.en}")) from None


def names(text: str) -> tuple[str, ...]:
    """Names separated by commas, which may be Chinese ones."""
    found = tuple(name.strip() for name in text.replace("，", ",").split(",") if name.strip())
    if not found:
        raise BadValueError("应为规则的代码、前缀或名称，以逗号分隔", "expected codes, prefixes or names of rules, separated by commas")
    return found


def one_of(choices: tuple[str, ...]) -> Reader:
    """One of `choices`."""

    def read(text: str) -> str:
        if text not in choices:
            raise BadValueError(f"应为 {'、'.join(choices)} 之一，实际是 {text}", f"expected one of {', '.join(choices)}, found {text}")
        return text

    return read


def year(text: str) -> int:
    """A year that a report may be about."""
    if not (text.isascii() and text.isdigit() and int(text) in YEARS):
        raise BadValueError(f"应为四位数年份，实际是 {text}", f"expected a year of four digits, found {text}")
    return int(text)


def count(text: str) -> int:
    """A whole number from 1."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise BadValueError(f"应为正整数，实际是 {text}", f"expected a positive integer, found {text}")
    return int(text)


def day(text: str) -> str:
    """A day, YYYY-MM-DD."""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadValueError(f"应为日期，如 2027-03-31，实际是 {text}", f"expected a date such as 2027-03-31, found {text}") from None


def number(text: str) -> int:
    """A whole number from 0."""
    if not (text.isascii() and text.isdigit()):
        raise BadValueError(f"应为 0 或正整数，实际是 {text}", f"expected 0 or a positive integer, found {text}")
    return int(text)


def level(text: str) -> tuple[str, Severity]:
    """``RULE=LEVEL``."""
    name, _, label = text.partition("=")
    if not name or label not in LEVELS:
        raise BadValueError(f"应为“规则=级别”，级别为 {'、'.join(LEVELS)}，实际是 {text}",
                       f"expected RULE=LEVEL with one of {', '.join(LEVELS)}, found {text}")  # fmt: skip
    return name, Severity.named(label)


def pattern(text: str) -> str:
    """A path pattern."""
    from reportlint.patterns import is_pattern

    if not is_pattern(text.removeprefix("!") or "!"):
        raise BadValueError(f"不是合法的路径模式（也不能含 ..）：{text}", f"not a pattern, which cannot have .. either: {text}")
    return text


def ignores(text: str) -> tuple[str, tuple[str, ...]]:
    """``PATTERN:CODES``."""
    path, _, codes = text.replace("：", ":").rpartition(":")
    if not path or not codes.strip():
        raise BadValueError(
            f"应为“路径模式:规则代码”，如 草稿/*:P,Y001，实际是 {text}", f"expected PATTERN:CODES such as drafts/*:P,Y001, found {text}"
        )
    return pattern(path), names(codes)


def output(text: str) -> Destination:
    """``FORMAT`` or ``FORMAT:FILE``."""
    there = destination(text)
    if isinstance(there, Bilingual):
        raise BadValueError(*there)
    return there


def common() -> list[click.Parameter]:
    """The options that every command has."""
    return [
        Option("--config", OTHER, "只用这个配置文件", "use this configuration file and no other", value="FILE"),
        Option("--isolated", OTHER, "不读任何配置文件", "read no configuration file"),
        Option("--lang", OTHER, "界面语言：zh、en", "language: zh, en", value="LANG", read=one_of(LANGUAGES)),
        Option("--color", OTHER, "颜色：auto、always、never", "colours: auto, always, never", value="WHEN",
               read=one_of(("auto", "always", "never"))),
    ]  # fmt: skip


def check() -> list[click.Parameter]:
    """The options of ``reportlint check``."""
    return [
        Option("--select", RULES, "只用这些规则（代码、前缀、名称或 ALL）", "run these rules only (codes, prefixes, names or ALL)",
               value="RULES", read=names, many=True),
        Option("--extend-select", RULES, "另加这些规则", "run these, too", value="RULES", read=names, many=True),
        Option("--ignore", RULES, "不用这些规则", "do not run these", value="RULES", read=names, many=True),
        Option("--per-file-ignores", RULES, "对匹配的文件不用这些规则", "do not run these on files that match",
               value="PATTERN:RULES", read=ignores, many=True),
        Option("--severity", RULES, "更改规则的级别：error、warning、info", "change the level of a rule: error, warning, info",
               value="RULE=LEVEL", read=level, many=True),
        Option("--mandatory", RULES, "必查规则：任何方式都不能豁免", "rules whose findings nothing can suppress", value="RULES", read=names, many=True),
        Option("--diff-base", SUPPRESSION, "只报与该 git 版本分出之后改动过的地方", "only what changed since it parted from this revision of git", value="REV"),
        Option("--staged", SUPPRESSION, "只查 git 已暂存的内容和改动", "only what is staged in git, as it is staged"),
        Option("--baseline", SUPPRESSION, "基线文件：已有的问题不再报", "the file with the findings that were there before", value="FILE"),
        Option("--write-baseline --update-baseline", SUPPRESSION, "把现有的问题写入基线", "write the findings that there are to the baseline"),
        Option("--prune-baseline", SUPPRESSION, "从基线删除已改正的条目", "remove from the baseline what was mended"),
        Option("--baseline-allow-growth", SUPPRESSION, "允许基线收入新问题", "let the baseline take in new findings"),
        Option("--baseline-allow-stale", SUPPRESSION, "基线有失效条目也不返回 2", "stale entries of the baseline do not exit with 2"),
        Option("--no-suppressions", SUPPRESSION, "不理会豁免文件、注释、小节配置和基线，全部报出", "obey no ignore file, comment, section or baseline"),
        Option("--today", SUPPRESSION, "按这一天判断豁免是否到期", "the day by which suppressions expire", value="DATE", read=day),
        Option("--fix", FIXES, "修改有把握的问题（如删除付费标签），写回文件", "mend what is certain, such as pay-wall tags, in the files"),
        Option("--unsafe-fixes", FIXES, "也修改需要人工核对的问题", "also where a person must check the result"),
        Option("--diff", FIXES, "只显示会怎样修改，不写文件", "show what would change and write nothing"),
        Option("--annotate", FIXES, "把发现的问题写成批注，存入 DIR 里的副本（.docx、.pdf）", "write the findings as comments into copies in DIR (.docx, .pdf)",
               value="DIR"),
        Option("--kind", REPORTS, "文种，不再识别", "the kind of the reports, instead of recognising it", value="KIND"),
        Option("--year", REPORTS, "所报告的年度，不再识别", "the year reported on, instead of recognising it", value="YEAR", read=year),
        Option("--include", FILES, "文件夹里检查匹配的文件（默认按后缀）", "check files in folders that match (default: by suffix)",
               value="PATTERN", read=pattern, many=True),
        Option("--exclude", FILES, "排除匹配的文件，代替默认", "leave out what matches, in place of the defaults", value="PATTERN", read=pattern, many=True),
        Option("--extend-exclude", FILES, "另外排除匹配的文件", "leave out what matches, too", value="PATTERN", read=pattern, many=True),
        Option("--force-exclude", FILES, "直接给出的文件也按 include、exclude 取舍", "apply include and exclude to named files, too"),
        Option("--stdin-filename", FILES, "标准输入的文件名", "the file name of standard input", value="NAME"),
        Option("--show-files", FILES, "列出每个文件：为何查或不查，识别出什么", "list the files: why in or out, and what they are"),
        Option("--show-settings", FILES, "列出对一个文件有效的设置和规则，以及各自的出处", "list the settings and rules for one file, and where each comes from"),
        Option("--allow-empty", FILES, "没有可检查的文件也算通过", "having nothing to check is no failure"),
        Option("-f --output-format", OUTPUT, "格式，可带文件，可重复，如 -f full -f sarif:out.sarif；各格式见下",
               "format, with a file if need be, as often as wanted: -f full -f sarif:out.sarif; formats are listed below",
               value="FORMAT[:FILE]", read=output, many=True),
        Option("-o --output-file", OUTPUT, "结果写入文件，不写到标准输出", "write to this file instead of standard output", value="FILE"),
        Option("--fail-on", OUTPUT, "到这一级即不通过：error（默认）、warning、info、never", "fail from this level on: error (default), warning, info, never",
               value="LEVEL", read=one_of(FAIL_ON)),
        Option("--max-warnings", OUTPUT, "警告超过 N 项也不通过", "fail on more warnings than N, too", value="N", read=number),
        Option("--min-severity", OUTPUT, "只显示这一级以上的问题（计数和退出码不变）", "show findings from this level on only; counts and exit code stay",
               value="LEVEL", read=one_of(LEVELS)),
        Option("--statistics", OUTPUT, "只按规则统计数量", "count findings by rule instead of listing them"),
        Option("-q --quiet", OUTPUT, "只输出结果，不输出小结和提示", "results only: no summary, no remarks"),
        Option("--exit-zero", OUTPUT, "有问题也返回 0", "exit with 0 whatever is found"),
        Option("--watch", OTHER, "一直运行，有改动就重新检查，按 Ctrl-C 结束", "go on, and check again whenever something changes, until Ctrl-C"),
        Option("--time", OTHER, "最后列出各阶段、各规则用了多少处理器时间", "tell at the end what took how much processor time, by phase and rule"),
        Option("-j --jobs", OTHER, "进程数（默认按文件多少决定）", "processes (default: by the number of files)", value="N", read=count),
        Option("--no-cache", OTHER, "不用缓存：文件都重新检查，正则都重新编译", "use no cache, neither of results nor of compiled patterns"),
        _cache_dir(),
        *common(),
    ]  # fmt: skip


def init() -> list[click.Parameter]:
    """The options of ``reportlint init``."""
    return [
        Option("--ci", FILES, "也写 CI 文件：github、gitlab", "CI files, too: github, gitlab", value="NAME", read=one_of(("github", "gitlab")), many=True),
        Option("--hook", FILES, "不是 git 仓库也写 pre-commit 钩子", "a pre-commit hook, also where there is no git repository"),
        Option("--dry-run", FILES, "只显示，不写", "show what would be written"),
        Option("--force", FILES, "覆盖已有的文件", "overwrite what is there"),
        *common(),
    ]  # fmt: skip


def clean() -> list[click.Parameter]:
    """The options of ``reportlint clean``."""
    return [_cache_dir(), *common()]


def _cache_dir() -> Option:
    return Option("--cache-dir", OTHER, "缓存文件夹（默认为配置旁的 .reportlint_cache）",
                  "folder of the cache (default: .reportlint_cache beside the configuration)", value="DIR")  # fmt: skip


def ignore() -> list[click.Parameter]:
    """The options of ``reportlint ignore``."""
    return [
        Option("--reason", SUPPRESSION, "理由，必填", "why; it must be given", value="WHY"),
        Option("--by", SUPPRESSION, "由谁负责（默认为 git 的 user.name）", "who answers for it (default: user.name of git)", value="NAME"),
        Option("--expires", SUPPRESSION, "有效期的最后一天", "the last day on which it holds", value="DATE", read=day),
        Option("--list", SUPPRESSION, "列出条目", "list the entries"),
        Option("--remove", SUPPRESSION, "删除条目，问题重新报出", "remove entries, so that the findings come up again"),
        Option("--prune", SUPPRESSION, "检查文件夹，删除到期和不再对应的条目", "check the folder, and remove what is expired or means nothing any more"),
        Option("--today", SUPPRESSION, "按这一天判断是否到期", "the day by which entries expire", value="DATE", read=day),
        *common(),
    ]  # fmt: skip


def facts() -> list[click.Parameter]:
    """The options of ``reportlint facts``."""
    return [
        Option("--output-format", OUTPUT, "格式：toml、json", "format: toml, json", value="FORMAT", read=one_of(("toml", "json"))),
        *common(),
    ]


def rules() -> list[click.Parameter]:
    """The options of ``reportlint rules`` and ``reportlint kinds``."""
    return [
        Option("--output-format", OUTPUT, "格式：full、json", "format: full, json", value="FORMAT", read=one_of(("full", "json"))),
        *common(),
    ]


def rule() -> list[click.Parameter]:
    """The options of ``reportlint rule``."""
    return [
        Option("--toml", RULES, "写成不含代码的 TOML 规则", "write a TOML rule, which has no code"),
        Option("--dir directory", RULES, "写入这个文件夹（默认取配置的 rules，否则 lint_rules）",
               "write it there (default: rules of the configuration, else lint_rules)", value="DIR"),
        *common(),
    ]  # fmt: skip


def server() -> list[click.Parameter]:
    """The options of ``reportlint server``."""
    return [
        Option("--stdio", OTHER, "用标准输入输出（默认，也是唯一的方式）", "talk over standard input and output, as it does anyway"),
        *common(),
    ]
