"""Mistakes on the command line: one clear message in the language of the user, exit 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Cli

MISTAKES = [
    (["--selct", "P", "."], "没有选项 --selct，是否指 --select？", "no option --selct, did you mean --select?"),
    (["--qqq", "."], "没有选项 --qqq；reportlint --help 列出全部选项", "no option --qqq; reportlint --help lists them"),
    (["--foo", "."], "没有选项 --foo；reportlint --help 列出全部选项", "no option --foo; reportlint --help lists them"),
    (["--select"], "选项 --select 缺少值", "option --select needs a value"),
    (["--no-cache=3", "."], "选项 --no-cache 不带值", "option --no-cache takes no value"),
    (["--select", ",", "."], "选项 --select：应为规则的代码、前缀或名称，以逗号分隔",
     "option --select: expected codes, prefixes or names of rules, separated by commas"),
    (["--select", "M901", "."], "--select：没有规则 M901，是否指 M001？", "--select: no rule M901, did you mean M001?"),
    (["--ignore", "paid-maker", "."], "--ignore：没有规则 paid-maker，是否指 paid-marker？", "--ignore: no rule paid-maker, did you mean paid-marker?"),
    (["--extend-select", "Q", "."], "--extend-select：没有规则 Q；reportlint rules 列出全部规则",
     "--extend-select: no rule Q; reportlint rules lists them"),
    (["--per-file-ignores", "a.txt:Q", "."], "--per-file-ignores：没有规则 Q", "--per-file-ignores: no rule Q"),
    (["--per-file-ignores", "a.txt", "."], "应为“路径模式:规则代码”", "expected PATTERN:CODES"),
    (["--severity", "M001", "."], "选项 --severity：应为“规则=级别”", "option --severity: expected RULE=LEVEL"),
    (["--severity", "Q=error", "."], "--severity：没有规则 Q", "--severity: no rule Q"),
    (["--kind", "novel", "."], "--kind：没有文种 novel；现有：", "--kind: no kind of report novel; there are: "),
    (["--year", "23", "."], "选项 --year：应为四位数年份，实际是 23", "option --year: expected a year of four digits, found 23"),
    (["--fail-on", "all", "."], "应为 error、warning、info、never 之一，实际是 all", "expected one of error, warning, info, never, found all"),
    (["--output-format", "xyz", "."], "选项 --output-format：没有格式 xyz，可用：full、concise、", "no format xyz, there are: full, concise, "),
    (["-f", "chekstyle", "."], "没有格式 chekstyle，是否指 checkstyle？", "no format chekstyle, did you mean checkstyle?"),
    (["-f", "json:", "."], "json 后面缺少文件名，如 json:out", "no file behind json:, as in json:out"),
    (["-f", "full", "-f", "json", "."], "full 和 json 都要写到标准输出", "full and json both go to standard output: give one of them a file"),
    (["-f", "gitlab:a", "-f", "json:a", "."], "两种格式不能写到同一个文件 a", "two formats cannot go to the same file a"),
    (["-f", "json:a", "-o", "b", "."], "--output-file 没有对应的格式", "--output-file is left over"),
    (["--diff", "-o", "b", "."], "--diff 不能与 --output-file 同用", "--diff and --output-file exclude each other"),
    (["-j", "0", "."], "选项 --jobs：应为正整数，实际是 0", "option --jobs: expected a positive integer, found 0"),
    (["--show-files", "--output-format", "json", "."], "--show-files 不能与 --output-format 同用",
     "--show-files and --output-format exclude each other"),
    (["--config", "none.toml", "."], "配置文件 none.toml 读不了：没有这个文件", "the configuration none.toml cannot be read: no such file"),
    (["explain"], "缺少参数", "an argument is missing"),
    (["explain", "M901"], "没有规则 M901，是否指 M001？", "no rule M901, did you mean M001?"),
    (["explain", "付费标记"], "没有规则 付费标记，是否指 付费标签？", "no rule 付费标记, did you mean 付费标签?"),
    (["chck", "."], "没有命令 chck，也没有这个文件，是否指 check？", "no command chck, and no such file, did you mean check?"),
    (["--kind", "工作小结", "."], "没有文种 工作小结，是否指 工作总结？", "no kind of report 工作小结, did you mean 工作总结?"),
    (["--exclude", "../x", "."], "选项 --exclude：不是合法的路径模式（也不能含 ..）：../x",
     "option --exclude: not a pattern, which cannot have .. either: ../x"),
    (["--per-file-ignores", "!:P", "."], "不是合法的路径模式", "not a pattern"),
    (["rules", "x"], "多余的参数：x", "these arguments are too many: x"),
    ([], "请给出文件或文件夹", "name a file or folder"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "zh", "en"), MISTAKES, ids=[" ".join(arguments) for arguments, _, _ in MISTAKES])
def test_message(cli: Cli, arguments: list[str], zh: str, en: str) -> None:
    for language, message in (("zh", zh), ("en", en)):
        outcome = cli("--lang", language, *arguments, rules=None)

        assert outcome.code == 2
        assert outcome.out == ""
        assert outcome.err.startswith("reportlint: ")
        assert message in outcome.err
        assert outcome.err.count("\n") == 1


def test_wrong_language(cli: Cli) -> None:
    assert cli("--lang", "fr", ".").err == "reportlint: option --lang: expected one of zh, en, found fr\n"
