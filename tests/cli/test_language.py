"""Which language is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportlint.cli.language import of_user

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

BAD = "切实##paidbegin##加强预算约束。\n"


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "de_DE"}, "en"),
        ([], {"LANG": "de_DE", "LC_ALL": "zh_TW.Big5"}, "zh"),
        ([], {"LANG": "zh_CN", "LC_ALL": "C"}, "en"),
        ([], {"LANG": "zh_CN", "LC_ALL": ""}, "zh"),
        (["--lang", "zh"], {}, "zh"),
        (["a", "--lang=en"], {"LANG": "zh_CN"}, "en"),
        (["--", "--lang=en"], {"LANG": "zh_CN"}, "zh"),
        (["--lang"], {"LANG": "zh_CN"}, "zh"),
        (["--lang", "fr"], {"LANG": "zh_CN"}, "zh"),
    ],
)
def test_before_anything_is_known(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert of_user(arguments, environment) == language


def test_configuration_decides_between_option_and_locale(cli: Cli, write: Write) -> None:
    write({"reportlint.toml": 'lang = "zh"\n', "a.txt": BAD})

    assert "付费标签" in cli("--output-format", "concise", "a.txt").out
    assert "pay-wall tag" in cli("--output-format", "concise", "a.txt", "--lang", "en").out
    assert "没有规则 Q" in cli("--ignore", "Q", "a.txt").err


def test_configuration_of_the_first_file_where_the_working_directory_has_none(cli: Cli, write: Write) -> None:
    write({"a/reportlint.toml": 'lang = "zh"\noutput-format = "concise"\n', "a/a.txt": BAD, "b.txt": BAD})

    assert cli("a/a.txt", "b.txt").out == (
        "a/a.txt:1:3: error M001 正文里留有付费标签 ##paidbegin##\nb.txt:1:3: error M001 正文里留有付费标签 ##paidbegin##\n"
    )


def test_help(cli: Cli) -> None:
    english, chinese = cli("--help", rules=None), cli("--lang", "zh", "-h", rules=None)

    assert (english.code, chinese.code) == (0, 0)
    assert english.out.startswith("Usage: reportlint [check] [OPTIONS] PATH...\n")
    assert chinese.out.startswith("用法：reportlint [check] [OPTIONS] PATH...\n")
    for page in (english.out, chinese.out):
        for word in ("explain", "rules", "--per-file-ignores PATTERN:RULES", "-j, --jobs N", "--version"):
            assert word in page
    assert max(map(len, english.out.splitlines())) <= 100


def test_help_of_a_command(cli: Cli) -> None:
    assert cli("explain", "--help", rules=None).out.startswith("Usage: reportlint explain [OPTIONS] RULE...\n")
    assert "--select" not in cli("rules", "--help", rules=None).out


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["explain", "M001"], "怎么改", "Instead"),
        (["rules"], "付费标签", "pay-wall marker"),
        (["kinds"], "依据", "Source"),
        (["doctor"], "语言：zh", "language: en"),
        (["clean"], "没有缓存", "no cache"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_pages_come_in_the_language_of_the_configuration(
    cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch, arguments: list[str], zh: str, en: str
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/nonexistent")  # that of whoever runs the tests is not to be cleaned
    write({"reportlint.toml": 'lang = "zh"\n'})

    assert zh in cli(*arguments, rules=None).out
    assert en in cli(*arguments, "--lang", "en", rules=None).out
    assert en in cli(*arguments, "--isolated", rules=None).out


def test_what_is_wrong_with_a_page_is_said_in_the_language_of_the_configuration(cli: Cli, write: Write) -> None:
    write({"reportlint.toml": 'lang = "zh"\n'})

    assert "没有规则 M901" in cli("explain", "M901", rules=None).err


def test_what_is_wrong_with_a_configuration_is_said_in_its_language(cli: Cli, write: Write) -> None:
    write({"reportlint.toml": 'lang = "zh"\nfail_on = "error"\n', "a.txt": BAD})

    assert "没有这个配置项，是否指 fail-on？" in cli("a.txt").err
    assert "did you mean fail-on?" in cli("--lang", "en", "a.txt").err
