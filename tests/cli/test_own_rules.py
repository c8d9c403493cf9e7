"""`reportlint rule new` and `reportlint rule test`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

REPORT = "青禾县民政局工作总结\n一、主要工作\n普法工作成效明显。\n"


@pytest.mark.parametrize(("flags", "file"), [(("--toml",), "empty_phrase.toml"), ((), "empty_phrase.py")])
def test_a_new_rule_works_at_once(cli: Cli, write: Write, flags: tuple[str, ...], file: str) -> None:
    write({"a.txt": REPORT})
    new = cli("rule", "new", *flags, "U001", "empty-phrase", rules=None)

    assert (new.code, new.err) == (0, "")
    assert new.out.startswith(f"written: lint_rules/{file}\n")
    assert 'write into reportlint.toml: rules = ["lint_rules"]' in new.out

    write({"reportlint.toml": 'rules = ["lint_rules"]\n'})
    assert cli("rule", "test", rules=None) == (0, "1 rule, none with problems.\n", "")
    assert cli("rule", "test", f"lint_rules/{file}", rules=None).code == 0
    assert "a.txt:3:5: warning U001" in cli("--output-format", "concise", "a.txt", rules="U").out


def test_the_folder_of_the_configuration_is_taken(cli: Cli, write: Write, folder: Path) -> None:
    write({"reportlint.toml": 'rules = ["house"]\n', "house/_keep.py": ""})

    assert cli("rule", "new", "--toml", "U001", "empty-phrase", rules=None).out.splitlines() == [
        "written: house/empty_phrase.toml",
        "Now change it, then run reportlint rule test house: it tries the examples.",
    ]
    assert cli("rule", "new", "--dir", "more", "U002", "empty-word", rules=None).code == 0
    assert sorted(path.name for path in (folder / "more").iterdir()) == ["empty_word.py", "test_rules.py"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", "U1", "a-b"), "code U1: capitals and three digits are wanted"),
        (("new", "U001", "A_b"), "name A_b: small words joined by hyphens"),
        (("new", "P001", "a-b"), "P001 is rule P001 placeholder-mask already"),
        (("new", "U001", "placeholder-mask"), "placeholder-mask is rule P001 placeholder-mask already"),
        (("new", "P999", "a-b"), "codes with P are for rules of reportlint: take U001"),
        (("new", "U001"), "arguments are missing or too many"),
        ((), "arguments are missing or too many"),
        (("tets",), "no command rule tets, did you mean test?"),
        (("test", "nowhere"), "no such file or folder: nowhere"),
    ],
)
def test_what_cannot_be_done(cli: Cli, folder: Path, arguments: tuple[str, ...], said: str) -> None:
    result = cli("rule", *arguments, rules=None)

    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert list(folder.iterdir()) == []


def test_nothing_is_overwritten(cli: Cli, folder: Path) -> None:
    cli("rule", "new", "--toml", "U001", "empty-phrase", rules=None)
    (folder / "lint_rules/empty_phrase.toml").write_text('code = "U9"', encoding="utf-8")

    assert "empty_phrase.toml is there already; nothing was written" in cli("rule", "new", "--toml", "U001", "empty-phrase", rules=None).err
    assert (folder / "lint_rules/empty_phrase.toml").read_text(encoding="utf-8") == 'code = "U9"'


def test_examples_that_fail_are_shown(cli: Cli, write: Write) -> None:
    write(
        {
            "r/a.toml": 'code = "U001"\nname = "a"\ntitle = "甲"\nhelp = "改"\ngood = ["全局高度重视。"]\nbad = ["高度⟦重视⟧。\\n高度重视"]\n'
            '[existence]\nwords = ["高度重视"]\n',
            "r/b.toml": 'code = "U002"\nname = "b"\ntitle = "乙"\nhelp = "改"\n[existence]\nwords = ["高度重视"]\n',
        }
    )
    result = cli("rule", "test", "r", rules=None)

    assert (result.code, result.err) == (1, "")
    assert result.out.splitlines() == [
        "U001 a: good example gives U001: 全局⟦高度重视⟧。",
        "U001 a: bad example: expected 高度⟦重视⟧。⏎高度重视  found ⟦高度重视⟧。⏎⟦高度重视⟧",
        "U002 b: good and bad examples are missing",
        "2 rules, 2 with problems.",
    ]
    assert "不该报的例子报出了：全局⟦高度重视⟧。\n" in cli("rule", "test", "r", "--lang", "zh", rules=None).out


def test_a_rule_for_a_kind_of_ones_own(cli: Cli, write: Write) -> None:
    write(
        {
            "reportlint.toml": 'grammars = ["g"]\nrules = ["r"]\n',
            "g/survey.lark": "start: head _extra* tail\n_extra: THEME | METHOD\n%declare THEME METHOD\n%import .parts (head, tail)\n",
            "g/survey.toml": 'name = "survey"\ntitle = { zh = "调研报告", en = "survey" }\nclause = { zh = "甲", en = "a" }\n'
            "[recognise]\ntitle = ['调研报告$']\n[parts.method]\ntitle = { zh = \"方法\", en = \"method\" }\nheadings = ['方法']\n",
            "r/a.toml": 'code = "U001"\nname = "a"\ntitle = "甲"\nhelp = "改"\ngood = ["工作总结\\n一、方法\\n访谈若干。"]\n'
            'bad = ["供水调研报告\\n一、调研方法\\n访谈⟦若干⟧。\\n二、其他\\n若干。"]\n'
            '[existence]\nwords = ["若干"]\n[scope]\nkinds = ["survey"]\nparts = ["method"]\n',
        }
    )  # fmt: skip

    assert cli("rule", "test", rules=None) == (0, "1 rule, none with problems.\n", "")


def test_nothing_to_test(cli: Cli) -> None:
    result = cli("rule", "test", rules=None)

    assert (result.code, result.out) == (3, "")
    assert "There are no rules to test" in result.err
