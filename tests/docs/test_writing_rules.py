"""docs/writing-rules.md leads a newcomer to rules that work: what it says is done here, step by step."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportlint import rules_in
from reportlint.own.about import RULE
from reportlint.testing import problems

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

PAGES = [Path(__file__).parents[2] / "docs" / name for name in ("writing-rules.md", "writing-rules.zh.md")]
BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
FILE = re.compile(r"# ([\w./-]+\.\w+)")
REPORT = "青禾县民政局工作总结\n一、主要工作\n普法工作亮点纷呈，成效显著。\n"

pytestmark = pytest.mark.skipif(not PAGES[0].exists(), reason="the pages are not beside the tests")


def blocks(page: Path, after: str = "", before: str = "") -> list[tuple[str, str]]:
    """Language and text of the code blocks between two headings, given by their links."""
    text = page.read_text(encoding="utf-8")
    start = text.index(f'<a id="{after}">') if after else 0
    end = text.index(f'<a id="{before}">') if before else len(text)
    return BLOCK.findall(text[start:end])


def follow(cli: Cli, write: Write, steps: list[tuple[str, str]]) -> list[str]:
    """Do what the blocks say: run commands, write files. The output of the last command."""
    out = ""
    for language, text in steps:
        if language == "sh":
            program, *arguments = text.split()
            assert program == "reportlint"
            result = cli(*arguments, rules=None)
            assert (result.code, result.err) == (0, "")
            out = result.out
        elif named := FILE.match(text):
            write({named[1]: text})
    return out.splitlines()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_rule_in_ten_minutes(cli: Cli, write: Write, page: Path) -> None:
    assert follow(cli, write, blocks(page, "ten-minutes", "toml")) == ["1 rule, none with problems."]
    write({"a.txt": REPORT})

    assert cli("a.txt", "--output-format", "concise", rules="U").out.startswith(
        "a.txt:3:5: warning U001 “亮点纷呈” does not say what was done\n"
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_rule_in_python(cli: Cli, write: Write, page: Path) -> None:
    steps = blocks(page, "python", "plugin")
    follow(cli, write, steps)
    write({"reportlint.toml": 'rules = ["lint_rules"]\n', "a.txt": REPORT})

    assert cli("rule", "test", rules=None).out == "1 rule, none with problems.\n"
    assert "a.txt:3:10: warning U002" in cli("a.txt", "--output-format", "concise", rules="U").out
    shown = next(text for language, text in steps if language == "python")
    assert shown in Path("lint_rules/unbacked_claim.py").read_text(encoding="utf-8"), "the page shows what is written"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_table_is_one_that_works(tmp_path: Path, page: Path) -> None:
    tables = [text for language, text in blocks(page, "toml", "python") if language == "toml"]
    assert len(tables) >= 3
    for table in tables:
        (tmp_path / "rule.toml").write_text(f'code = "U001"\nname = "n"\ntitle = "t"\nhelp = "h"\n{table}', encoding="utf-8")
        (rule,) = rules_in(tmp_path)
        assert list(problems(rule)) == ["good and bad examples are missing"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_key_is_told(page: Path) -> None:
    text = page.read_text(encoding="utf-8")

    assert [key for key in RULE if f"`{key}`" not in text and f"[{key}]" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_plugin(cli: Cli, write: Write, page: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    follow(cli, write, [step for step in blocks(page, "plugin", "codes") if "pyproject" not in step[1]])
    rule = next(text for language, text in blocks(page, "ten-minutes", "toml") if "empty_phrase.toml" in text)
    kind = BLOCK.findall((page.parent / "kinds.md").read_text(encoding="utf-8"))
    files = {f"county_rules/kinds/{named[1]}": text for _, text in kind if (named := re.match(r"(?://|#) (survey\.\w+)", text))}
    write({"county_rules/rules/empty.toml": rule, **files, "reportlint.toml": 'plugins = ["county_rules"]\n', "a.txt": REPORT})
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(sys.modules, "county_rules", raising=False)  # of the other page
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))

    assert cli("rule", "test", rules=None).out == "1 rule, none with problems.\n"
    assert cli("a.txt", "--kind", "survey", "--output-format", "concise", rules="U").code == 0
    assert "def test_examples" in (folder / "tests" / "test_rules.py").read_text(encoding="utf-8")
