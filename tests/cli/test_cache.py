"""A run remembers what earlier ones found, and says the same."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportlint import engine
from reportlint.cli import caching

if TYPE_CHECKING:
    from tests.conftest import Cli, Outcome, Write

COUNT = 30
FILE = ".reportlint_cache/results-1.sqlite"


def reports() -> dict[str, str | bytes]:
    """Reports with findings of their own, two that are copies, and one that cannot be read."""
    own = {
        f"{2000 + i}年工作总结.txt": f"青禾区第{i}街道{2000 + i}年工作总结\n一、主要工作\n街道##paidbegin##开展第{i}次巡查，走访XX户。\n"
        for i in range(COUNT)
    }
    copy = "".join(f"这一条只有两份报告里才写到的内容编号为{i}甲乙丙丁，" for i in range(12)) + "。\n"
    return {**own, "甲.txt": copy, "乙/乙.txt": copy, "坏.txt": b"\xff\xfe\xff"}


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were really checked, by the order of checking."""
    done: list[str] = []
    check = engine.Linter.check_bytes

    def noted(self: engine.Linter, path: str, data: bytes) -> engine.FileResult:
        done.append(path)
        return check(self, path, data)

    monkeypatch.setattr(engine.Linter, "check_bytes", noted)
    return done


def _run(cli: Cli, *arguments: str) -> Outcome:
    return cli(".", "--output-format", "json", "-j", "1", *arguments, rules=None)


def test_the_second_run_says_the_same_and_checks_nothing(cli: Cli, write: Write, checked: list[str]) -> None:
    write(reports())
    plain = _run(cli, "--no-cache")
    assert not Path(".reportlint_cache").exists()
    assert "C001" in plain.out
    first = _run(cli)
    checked.clear()

    second = _run(cli)

    assert (second.out, second.err) == (first.out, first.err) == (plain.out, plain.err)
    assert second.code == 2
    assert checked == ["坏.txt"]


def test_other_formats_and_the_list_of_files_from_memory(cli: Cli, write: Write, checked: list[str]) -> None:
    write(reports())
    runs = [("--output-format", name) for name in ("full", "concise", "github", "rdjson", "html")] + [("--show-files",), ("--lang", "zh")]
    plain = [cli(".", "--no-cache", *run, rules=None) for run in runs]
    _run(cli)
    checked.clear()

    now = [cli(".", *run, rules=None) for run in runs]
    assert [(run.code, run.out.removeprefix(".reportlint_cache/  out (excluded by default)\n"), run.err) for run in now] == plain
    assert set(checked) == {"坏.txt"}


def test_several_processes(cli: Cli, write: Write) -> None:
    write(reports())
    plain = _run(cli, "--no-cache").out

    assert cli(".", "--output-format", "json", "-j", "3", rules=None).out == plain
    assert cli(".", "--output-format", "json", "-j", "3", rules=None).out == plain
    assert _run(cli).out == plain


def test_what_changed_is_checked_again(cli: Cli, write: Write, checked: list[str]) -> None:
    write(reports())
    _run(cli)
    changed = "2003年工作总结.txt"
    write({changed: "青禾区某街道2003年工作总结\n一、主要工作\n没有什么。\n"})
    os.utime(changed, (0, 0))
    checked.clear()

    now = _run(cli)

    assert sorted(checked) == sorted([changed, "坏.txt"])
    assert now.out == _run(cli, "--no-cache").out


def test_a_new_name_may_say_another_year_but_a_new_folder_says_nothing(cli: Cli, write: Write, checked: list[str]) -> None:
    write(reports())
    _run(cli)
    Path("存档").mkdir()
    Path("2003年工作总结.txt").rename("存档/2003年工作总结.txt")
    Path("2004年工作总结.txt").rename("2024年工作总结.txt")
    checked.clear()

    now = _run(cli)

    assert sorted(checked) == sorted(["2024年工作总结.txt", "坏.txt"])
    assert now.out == _run(cli, "--no-cache").out


@pytest.mark.parametrize("changed", [["--ignore", "M001"], ["--year", "2020"], ["--kind", "general"], ["--severity", "M001=info"]])
def test_other_settings_check_again(cli: Cli, write: Write, changed: list[str]) -> None:
    write(reports())
    _run(cli)

    assert _run(cli, *changed).out == _run(cli, "--no-cache", *changed).out


def test_facts_of_the_configuration_count(cli: Cli, write: Write) -> None:
    write(reports() | {"reportlint.toml": "[facts]\nplaces = ['甲县']\n"})
    _run(cli)
    write({"reportlint.toml": '[facts.misnomer]\n"巡查" = { right = "检查" }\n'})

    assert _run(cli).out == _run(cli, "--no-cache").out


PLUGIN = """
from reportlint import Bilingual, Hit, Rule, Severity, Span, hookimpl

T = Bilingual("文", "text")
rule = Rule(code="X001", name="own", severity=Severity.ERROR, title=T, clause=T, messages={"found": Bilingual("WORDS", "WORDS")}, help=T,
            good=(), bad=())

@rule.check
def check(report):
    yield Hit(Span(0, 1))

@hookimpl
def reportlint_rules():
    return [rule]
"""


def test_the_content_of_a_plug_in_counts(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.syspath_prepend(".")
    write(reports() | {"county_cache_rules.py": PLUGIN.replace("WORDS", "old"), "reportlint.toml": 'plugins = ["county_cache_rules"]\n'})
    os.utime("county_cache_rules.py", (1e9, 1e9))
    assert '"message": "old"' in _run(cli).out

    del sys.modules["county_cache_rules"]
    write({"county_cache_rules.py": PLUGIN.replace("WORDS", "new")})
    os.utime("county_cache_rules.py", (1.1e9, 1.1e9))
    now = _run(cli).out
    del sys.modules["county_cache_rules"]

    assert '"message": "new"' in now
    assert '"message": "old"' not in now


def test_few_files_are_not_worth_it(cli: Cli, write: Write) -> None:
    write({f"{i}.txt": "一、\n" for i in range(caching.FROM - 1)})
    _run(cli)

    assert not Path(".reportlint_cache").exists()


def test_where_it_lies(cli: Cli, write: Write) -> None:
    write(reports() | {"reportlint.toml": 'cache-dir = "tmp/memory"\n'})
    _run(cli)
    assert sorted(os.listdir("tmp/memory")) == [".gitignore", "CACHEDIR.TAG", "results-1.sqlite"]

    _run(cli, "--cache-dir", "elsewhere")
    assert Path("elsewhere/results-1.sqlite").exists()


def test_a_damaged_cache_is_said_once(cli: Cli, write: Write) -> None:
    write(reports())
    plain = _run(cli)
    Path(FILE).write_bytes(b"x" * 10_000)

    now, then = _run(cli), _run(cli)

    assert now.out == then.out == plain.out
    assert "the cache was damaged: thrown away and made anew: " in now.err
    assert "damaged" not in then.err


def test_a_damaged_entry_is_made_anew(cli: Cli, write: Write, checked: list[str]) -> None:
    write(reports())
    plain = _run(cli)
    with sqlite3.connect(FILE) as connection:
        connection.execute("UPDATE results SET value = x'00', digests = x'00'")
    connection.close()
    checked.clear()

    assert _run(cli).out == plain.out
    assert len(checked) == COUNT + 3
    checked.clear()
    assert _run(cli).out == plain.out
    assert checked == ["坏.txt"]


def test_digests_that_are_gone_are_taken_again(cli: Cli, write: Write) -> None:
    write(reports())
    _run(cli)
    with sqlite3.connect(FILE) as connection:
        connection.execute("UPDATE results SET digests = x''")
    connection.close()
    Path("2003年工作总结.txt").unlink()

    assert _run(cli).out == _run(cli, "--no-cache").out


def test_old_entries_go(cli: Cli, write: Write) -> None:
    write(reports())
    _run(cli)
    with sqlite3.connect(FILE) as connection:
        connection.execute("UPDATE results SET used = ?", (int(time.time() / 86400) - 40,))
    connection.close()
    for i in range(COUNT // 2):
        Path(f"{2000 + i}年工作总结.txt").unlink()
    write({f"new{i}.txt": f"一、{i}\n" for i in range(20)})
    _run(cli)

    with sqlite3.connect(FILE) as connection:
        (left,) = connection.execute("SELECT count(*) FROM results").fetchone()
    connection.close()
    assert left == COUNT // 2 + 2 + 20 + 1


def test_clean(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", os.path.abspath("home"))
    write(reports() | {"sub/reportlint.toml": "", **{f"sub/{i}.txt": "一、\n" for i in range(caching.FROM)}})
    _run(cli)
    here = Path.cwd()
    os.chdir("sub")
    _run(cli)
    os.chdir(here)

    assert cli("clean", rules=None).out == "removed .reportlint_cache\nremoved sub/.reportlint_cache\n"
    assert not Path(".reportlint_cache").exists()
    assert cli("clean", rules=None).out == "there is no cache to remove\n"


def test_clean_removes_what_is_compiled_and_keeps_the_rest(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", os.path.abspath("home"))
    write({"home/reportlint/patterns-cpython-311": "", "home/reportlint/grammar-ab.json": "{}", "home/reportlint/mine.txt": ""})

    assert cli("clean", "--cache-dir", "elsewhere", rules=None).out == "there is no cache to remove\n"
    removed = f"removed the compiled patterns and grammars in {os.path.abspath('home')}/reportlint: 2 files\n"
    assert cli("clean", rules=None).out == removed
    assert os.listdir("home/reportlint") == ["mine.txt"]
