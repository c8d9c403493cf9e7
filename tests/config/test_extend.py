"""A configuration that builds on another one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportlint import __version__
from reportlint.config.extend import wrong_version
from reportlint.config.load import Configs
from reportlint.errors import UsageError
from reportlint.finding import Severity

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

BASE = """select = ["P", "M"]
extend-exclude = ["old/"]
rules = ["own"]
cache-dir = "memory"
[severity]
P = "warning"
M = "info"
[[overrides]]
paths = ["2021/"]
year = 2021
"""
OWN = """extend = "../shared/base.toml"
select = ["Y"]
extend-exclude = ["draft/"]
[severity]
M = "error"
[[overrides]]
paths = ["2022/"]
year = 2022
"""


def _wrong(folder: Path) -> list[str]:
    with pytest.raises(UsageError) as caught:
        Configs().of(str(folder))
    return caught.value.message.en.splitlines()


def test_keys_tables_and_lists(folder: Path, write: Write) -> None:
    write({"shared/base.toml": BASE, "shared/own/x.py": "", "project/reportlint.toml": OWN})

    config = Configs().of(str(folder / "project"))

    assert config.select == ("Y",)
    assert config.extend_exclude == ("old/", "draft/")
    assert config.severity == {"P": Severity.WARNING, "M": Severity.ERROR}
    assert [(override.paths, override.year) for override in config.overrides] == [(("2021/",), 2021), (("2022/",), 2022)]
    assert config.rules == (str(folder / "shared/own"),)
    assert config.cache_dir == str(folder / "shared/memory")
    assert config.root == str(folder / "project")
    assert [part.file for part in config.parts] == ["shared/base.toml", "project/reportlint.toml"]


def test_three_in_a_row(folder: Path, write: Write) -> None:
    write({
        "a.toml": "year = 2020\nkind = 'general'\n",
        "b.toml": "extend = 'a.toml'\nyear = 2021\nlang = 'zh'\n",
        "reportlint.toml": "extend = 'b.toml'\nlang = 'en'\n",
    })  # fmt: skip

    config = Configs().of(str(folder))

    assert (config.kind, config.year, config.lang) == ("general", 2021, "en")


def test_missing_circular_and_empty(folder: Path, write: Write) -> None:
    write({"reportlint.toml": "\nextend = 'none.toml'\n"})
    assert _wrong(folder) == ["reportlint.toml:2: extend: there is no file none.toml, relative to the folder of this one"]

    write({"reportlint.toml": "extend = 'b.toml'\n", "b.toml": "extend = './reportlint.toml'\n"})
    assert _wrong(folder) == [
        "b.toml:1: extend: configurations build on each other in a circle: reportlint.toml → b.toml → reportlint.toml"
    ]

    write({"reportlint.toml": "extend = 'pyproject.toml'\n", "pyproject.toml": "[project]\n"})
    assert _wrong(folder) == ["reportlint.toml:1: extend: there is no [tool.reportlint] in pyproject.toml"]


def test_faults_are_told_where_they_stand(cli: Cli, write: Write) -> None:
    write({"a.txt": "一、", "reportlint.toml": "extend = 'b.toml'\n", "b.toml": "\nselct = ['P']\n"})
    assert cli("a.txt").err == "reportlint: b.toml:2: selct: no such option, did you mean select?\n"

    write({"b.toml": "\n\nignore = ['M901']\n"})
    assert cli("a.txt").err == "reportlint: b.toml:3: ignore[1]: no rule M901, did you mean M001?\n"

    write({"b.toml": "\n\n\nplugins = ['no_such_plugin']\n"})
    assert cli("a.txt").err.startswith("reportlint: b.toml:4: plugins[1]: ")


@pytest.mark.parametrize("wanted", ["0.1.0", "==0.1", ">=0.1", ">=0.1,<1", "!=0.2", "<=0.1.0", ">0.0.9"])
def test_versions_that_fit(wanted: str) -> None:
    assert wrong_version(wanted, "0.1.0") is None


@pytest.mark.parametrize("wanted", ["0.2", ">=0.1.1", "<0.1", "!=0.1", ">=0.0,<0.1"])
def test_versions_that_do_not(wanted: str) -> None:
    wrong = wrong_version(wanted, "0.1.0")

    assert wrong
    assert f"requires reportlint {wanted}, and this is 0.1.0" in wrong.en


@pytest.mark.parametrize("wanted", ["", "new", "~1", ">=0.1,", 3])
def test_what_is_no_version(wanted: object) -> None:
    wrong = wrong_version(wanted, "0.1.0")

    assert wrong
    assert "expected a version such as" in wrong.en


def test_another_version_is_all_that_is_said(cli: Cli, write: Write) -> None:
    write({"a.txt": "一、", "reportlint.toml": "new-key = 1\nrequired-version = '>=99'\n"})

    outcome = cli("a.txt")

    assert outcome.code == 2
    assert outcome.err == (
        f"reportlint: reportlint.toml:2: required-version: this configuration requires reportlint >=99, and this is {__version__}: "
        "install a version that it asks for\n"
    )


def test_no_file_is_merged_that_is_not_named(folder: Path, write: Write) -> None:
    write({"reportlint.toml": "year = 2020\n", "a/reportlint.toml": "lang = 'zh'\n"})
    os.chdir(folder / "a")

    assert Configs().of(str(folder / "a")).year is None
