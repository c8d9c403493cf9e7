"""`reportlint init`, `reportlint doctor`, `reportlint completion`."""

from __future__ import annotations

import os
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportlint import __version__
from reportlint.config.load import Configs

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

GOLDEN = Path(__file__).parent.parent / "golden"
REPORTS = {
    "a.txt": "青禾区民政局2023年法治政府建设年度报告\n一、主要举措\n制定制度。\n",
    "b.txt": "青禾区水利局2023年法治政府建设年度报告\n一、主要举措\n制定制度。\n",
    "c.txt": "青禾区水利局2023年工作总结\n一、主要工作\n制定制度。\n",
    "d.txt": "说明\n没有什么。\n",
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_would_be_written(cli: Cli, write: Write, language: str) -> None:
    write(REPORTS)
    golden = GOLDEN / f"init.{language}.txt"

    out = cli("init", "--dry-run", "--hook", "--ci", "github", "--ci", "gitlab", "--lang", language, rules=None).out
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(out, encoding="utf-8", newline="\n")

    assert out == golden.read_text(encoding="utf-8")
    assert sorted(os.listdir()) == sorted(REPORTS)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_configuration_can_be_used(cli: Cli, write: Write, language: str) -> None:
    write(REPORTS)

    assert cli("init", "--lang", language, rules=None).code == 0
    config = Configs().of(str(Path.cwd()))

    assert (config.lang, config.fail_on) == (language, "error")
    assert cli("c.txt", rules=None).code in (0, 1)
    text = Path("reportlint.toml").read_text(encoding="utf-8")
    every = "\n".join(line.removeprefix("# ") if " = " in line or line.startswith("# [[") else line for line in text.splitlines())
    assert "overrides" in tomllib.loads(every)


def test_what_is_there_stays(cli: Cli, write: Write) -> None:
    write({".reportlint.toml": "lang = 'zh'\n", ".git/config": "", ".gitlab-ci.yml": "x: 1\n", ".pre-commit-config.yaml": "repos: []\n"})

    out = cli("init", "--lang", "en", rules=None).out

    assert out.splitlines()[:3] == [
        ".reportlint.toml is there already and stays as it is (--force overwrites it)",
        ".pre-commit-config.yaml is there already and stays as it is (--force overwrites it)",
        ".gitlab-ci.yml is there already and stays as it is (--force overwrites it)",
    ]
    assert not Path("reportlint.toml").exists()
    assert Path(".gitlab-ci.yml").read_text() == "x: 1\n"


def test_force(cli: Cli, write: Write) -> None:
    write({"reportlint.toml": "lang = 'zh'\n"})

    assert cli("init", "--force", rules=None).out.startswith("written: reportlint.toml\n")
    assert "required-version" in Path("reportlint.toml").read_text(encoding="utf-8")


def test_the_one_kind_there_is_holds_for_no_other_report_to_come(cli: Cli, write: Write) -> None:
    write({"c.txt": REPORTS["c.txt"]})
    cli("init", rules=None)

    assert '# kind = "work-summary"' in Path("reportlint.toml").read_text(encoding="utf-8")
    assert Configs().of(str(Path.cwd())).kind is None


def test_doctor(cli: Cli, write: Write) -> None:
    write({"reportlint.toml": "extend = 'base.toml'\n", "base.toml": "lang = 'zh'\n"})

    well = cli("doctor", "--lang", "en", rules=None)
    write({"base.toml": "lng = 'zh'\n"})
    ill = cli("doctor", "--lang", "en", rules=None)

    assert well.code == 0
    assert f"[ok] program: reportlint {__version__}, " in well.out
    assert "[ok] configuration: reportlint.toml → base.toml\n" in well.out
    assert "[ok] cache: .reportlint_cache  not there yet\n" in well.out
    assert (ill.code, "[!!] configuration: base.toml:1: lng: no such option" in ill.out) == (2, True)


def _completed(script: str, words: list[str]) -> list[str]:
    line = " ".join(f"'{word}'" for word in words)
    program = (
        f"{script}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; COMPREPLY=(); _reportlint; printf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
    )
    return subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash")
def test_bash_completes(cli: Cli, write: Write) -> None:
    write({"报告.txt": "", "report.txt": ""})
    script = cli("completion", "bash", rules=None).out

    assert _completed(script, ["reportlint", "--select", "M00"]) == ["M001", "M002", "M003", "M004", "M005"]
    assert _completed(script, ["reportlint", "expl"]) == ["explain"]
    assert _completed(script, ["reportlint", "explain", "paid"]) == ["paid-marker"]
    assert _completed(script, ["reportlint", "--kind", "law"]) == ["law-based-government"]
    assert _completed(script, ["reportlint", "check", "rep"]) == ["report.txt"]
    assert "--dry-run" in _completed(script, ["reportlint", "init", "--"])
    assert "--show-settings" in _completed(script, ["reportlint", "--show"])


def test_other_shells(cli: Cli) -> None:
    assert "bashcompinit" in cli("completion", "zsh", rules=None).out
    assert "complete -c reportlint -n 'not __fish_seen_subcommand_from" in cli("completion", "fish", rules=None).out
    assert cli("completion", "tcsh", rules=None).err == "reportlint: no completion for tcsh; there is: bash, zsh, fish\n"
