"""Folders of rules in the configuration: found, loaded, refused with a reason."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

PYTHON = """
from reportlint import Bilingual, Example, Hit, LazyPattern, Rule, Severity, Span

rule = Rule(
    code="U002",
    name="half-width-comma",
    severity=Severity.ERROR,
    title=Bilingual("半角逗号", "half-width comma"),
    clause=Bilingual("本局规定", "house rule"),
    messages={"found": Bilingual("半角逗号", "half-width comma")},
    help=Bilingual("改为全角", "write a full-width one"),
    good=(Example("甲，乙"),),
    bad=(Example("甲⟦,⟧乙"),),
)


@rule.check
def check(report):
    for m in LazyPattern(",").finditer(report.text):
        yield Hit(Span(*m.span()))
"""
TOML = 'code = "U001"\nname = "empty-phrase"\ntitle = "空话"\nhelp = "写具体做法"\nbad = ["⟦高度重视⟧"]\ngood = ["重视"]\n[existence]\nwords = ["高度重视"]\n'
REPORT = "青禾县民政局工作总结\n一、主要工作\n高度重视,狠抓落实。\n"


def files(more: Mapping[str, str] | None = None) -> dict[str, str | bytes]:
    return {
        "reportlint.toml": 'rules = ["./lint_rules"]\n',
        "lint_rules/empty_phrase.toml": TOML,
        "lint_rules/half_width.py": PYTHON,
        "a.txt": REPORT,
        **(more or {}),
    }


def test_rules_of_a_folder_run(cli: Cli, write: Write, folder: Path) -> None:
    write(files())
    result = cli("--output-format", "concise", ".", rules="U")

    assert result.code == 1
    assert [line.split(" ", 1)[1] for line in result.out.splitlines()] == [
        "warning U001 “高度重视” should not stand here",
        "error U002 half-width comma",
    ]
    assert sorted(path.name for path in (folder / "lint_rules").iterdir()) == ["empty_phrase.toml", "half_width.py"], "nothing is written"


def test_the_folder_is_relative_to_the_configuration(cli: Cli, write: Write, folder: Path) -> None:
    write({f"county/{name}": text for name, text in files().items()})

    assert "U001" in cli("--output-format", "concise", "county/a.txt", rules="U").out
    assert cli("rules", "--config", "county/reportlint.toml", rules=None).out.count("U00") == 2
    assert "U00" not in cli("rules", rules=None).out
    assert cli("explain", "U001", "--config", str(folder / "county/reportlint.toml"), rules=None).out.startswith(
        "U001 empty-phrase  空话\n"
    )


def test_a_folder_holds_for_the_reports_of_its_configuration_only(cli: Cli, write: Write) -> None:
    write({**{f"county/{name}": text for name, text in files().items()}, "b.txt": REPORT, "reportlint.toml": ""})

    lines = cli("--output-format", "concise", ".", rules=None).out.splitlines()
    assert {line.split(":")[0] for line in lines if " U00" in line} == {"county/a.txt"}


def test_a_rule_says_where_it_comes_from(cli: Cli, write: Write) -> None:
    write(files())
    rules = {rule["code"]: rule["from"] for rule in json.loads(cli("rules", "--output-format", "json", rules=None).out)["rules"]}

    assert (rules["U001"], rules["P001"]) == ("lint_rules/empty_phrase.toml", "reportlint")
    assert "\nFrom: lint_rules/empty_phrase.toml\n" in cli("explain", "U001", rules=None).out


def test_helpers_and_tests_are_no_rules(cli: Cli, write: Write) -> None:
    write(files())
    write(
        {"lint_rules/_words.py": "MARK = ','\n", "lint_rules/half_width.py": "from ._words import MARK\n" + PYTHON.replace('","', "MARK")}
    )
    write({"lint_rules/test_half_width.py": "raise AssertionError\n"})

    assert " U002 " in cli("--output-format", "concise", "a.txt", rules="U").out


def test_everything_that_is_wrong_is_told_at_once(cli: Cli, write: Write) -> None:
    write(
        files(
            {
                "lint_rules/broken_import.py": "import os\n\nimport nowhere_to_be_found\n",
                "lint_rules/broken_syntax.py": "rule = (\n",
                "lint_rules/no_rule.py": "RULE = 1\n",
                "lint_rules/wrong.toml": 'code = "U9"\n',
            }
        )
    )
    result = cli("a.txt", rules=None)

    assert (result.code, result.out) == (2, "")
    assert result.err.splitlines() == [
        "reportlint: lint_rules/broken_import.py:3: the rule cannot be loaded: ModuleNotFoundError: No module named 'nowhere_to_be_found'",
        "lint_rules/broken_syntax.py:1: the rule cannot be loaded: SyntaxError: '(' was never closed",
        "lint_rules/no_rule.py: there is no rule = Rule(…); a file that is no rule needs a name beginning with _",
        "lint_rules/wrong.toml:1: a rule has exactly one table that says what to check, of existence, substitution, required, consistency, count; here are 0",
        'lint_rules/wrong.toml:1: help is missing: a text, or { zh = "…", en = "…" }',
        "lint_rules/wrong.toml:1: name is missing: small words joined by hyphens, such as empty-phrase",
        'lint_rules/wrong.toml:1: title is missing: a text, or { zh = "…", en = "…" }',
        "lint_rules/wrong.toml:1: code: expected capitals and three digits, such as U001",
    ]


def test_a_broken_plugin_and_a_broken_rule_are_both_told(cli: Cli, write: Write) -> None:
    write(files({"reportlint.toml": 'plugins = ["no_such_plugin"]\nrules = ["lint_rules"]\n', "lint_rules/no_rule.py": ""}))
    errors = cli("--lang", "zh", "a.txt", rules=None).err.splitlines()

    assert errors[0].startswith("reportlint: reportlint.toml:1：plugins[1]：插件 no_such_plugin 无法加载：")
    assert errors[1].startswith("lint_rules/no_rule.py：没有 rule = Rule(…)")


def test_a_folder_that_is_not_there_or_empty(cli: Cli, write: Write) -> None:
    write({"a.txt": REPORT, "reportlint.toml": 'rules = ["nowhere"]\n'})
    assert "reportlint.toml:1: rules[1]: there is no folder nowhere" in cli("a.txt", rules=None).err

    write({"reportlint.toml": 'lang = "en"\nrules = ["empty"]\n', "empty/README.md": ""})
    assert "reportlint.toml:2: rules[1]: there is no rule in empty" in cli("a.txt", rules=None).err


def test_codes_that_are_taken(cli: Cli, write: Write) -> None:
    write(files({"lint_rules/second.toml": TOML.replace("U001", "P001")}))
    assert "lint_rules/second.toml adds P001, which reportlint_rules has already: take another" in cli("a.txt", rules=None).err

    write(files({"lint_rules/second.toml": TOML.replace("empty-phrase", "other")}))
    assert "lint_rules/second.toml adds U001, which lint_rules/empty_phrase.toml has already" in cli("a.txt", rules=None).err


def test_kinds_and_parts_that_nobody_has(cli: Cli, write: Write) -> None:
    write(files({"lint_rules/empty_phrase.toml": TOML + '[scope]\nkinds = ["work-sumary"]\nparts = ["problem"]\n'}))
    message = cli("a.txt", rules=None).err

    assert (
        "lint_rules/empty_phrase.toml: rule U001 names a kind of report work-sumary that does not exist, did you mean work-summary?"
        in message
    )
    assert "names a part problem that does not exist" in message


def test_a_rule_that_fails_does_not_stop_the_others(cli: Cli, write: Write) -> None:
    failing = PYTHON + '@rule.check\ndef check(report):\n    raise RuntimeError("boom")\n'
    write(files({"lint_rules/half_width.py": failing}))
    result = cli("--output-format", "concise", "a.txt", rules="U")

    assert result.code == 2
    assert (
        "E003 rule U002 half-width-comma (lint_rules/half_width.py) failed on this file: RuntimeError: boom; the other rules went on"
        in result.out
    )
    assert "U001" in result.out


def test_a_changed_rule_is_seen_in_spite_of_the_cache(cli: Cli, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder, and in a plug-in whose rules have no code of their own."""
    monkeypatch.setattr("reportlint.cli.caching.FROM", 1)
    module = "from pathlib import Path\nfrom reportlint import hookimpl, rules_in\n\n\n"
    hook = "@hookimpl\ndef reportlint_rules():\n    return rules_in(Path(__file__).parent / 'r')\n"
    write({"toml_only/__init__.py": module + hook, "a.txt": REPORT})
    monkeypatch.syspath_prepend(str(folder))
    for config, place in (('rules = ["lint_rules"]\n', "lint_rules"), ('plugins = ["toml_only"]\n', "toml_only/r")):
        write({"reportlint.toml": config})
        for word in ("高度重视", "狠抓落实"):
            write({f"{place}/a.toml": TOML.replace("高度重视", word)})
            for _ in range(2):
                out = cli("--cache-dir", str(folder / "cache"), "--output-format", "concise", "a.txt", rules="U001").out
                assert f"U001 “{word}”" in out


def test_a_failing_rule_about_several_reports_is_told(cli: Cli, write: Write) -> None:
    described, _, _ = PYTHON.partition("@rule.check")
    failing = described + '@rule.across(lambda report: 1)\ndef compare(run):\n    raise RuntimeError("boom")\n    yield\n'
    write(files({"lint_rules/half_width.py": failing, "b.txt": REPORT}))
    result = cli("--output-format", "concise", "a.txt", "b.txt", rules="U")

    assert result.code == 2
    assert "E003 rule U002 half-width-comma (lint_rules/half_width.py) failed on this file: RuntimeError: boom" in result.out
