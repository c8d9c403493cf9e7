"""What a configuration file may say, and that everything wrong in it is said at once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportlint.config.config import Config, Override
from reportlint.config.load import read_file
from reportlint.errors import UsageError
from reportlint.finding import Severity
from reportlint.formats import Destination

if TYPE_CHECKING:
    from tests.conftest import Write

EVERYTHING = """
select = ["P", "M001"]
extend-select = ["T"]
ignore = ["M"]
include = ["*.txt"]
exclude = ["old/"]
extend-exclude = ["草稿/"]
respect-gitignore = false
force-exclude = true
kind = "general"
year = 2023
lang = "zh"
fail-on = "warning"
output-format = ["full", "json:out/json.json"]
plugins = ["mine"]
grammars = ["文种"]
rule-timeout = 2.5
max-bytes = 1000
max-characters = 2000
max-unpacked = 3000
max-members = 40
max-pages = 50
max-seconds = 60
jobs = 2

[per-file-ignores]
"2019/*" = ["Y001"]

[severity]
M001 = "info"

[kinds.general]
order = "fixed"
[kinds.general.parts.problems]
required = false
headings = ["薄弱环节"]

[[overrides]]
paths = ["2021/"]
kind = "work-summary"
year = 2021
select = ["P"]
extend-select = ["Y"]
ignore = ["P001"]
[overrides.severity]
Y = "error"
"""


def _wrong(folder: Path, text: str, name: str = "reportlint.toml") -> UsageError:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_file(name, str(folder))
    return caught.value


def test_everything(folder: Path, write: Write) -> None:
    write({"reportlint.toml": EVERYTHING, "文种/.keep": ""})

    config = read_file("reportlint.toml", str(folder))

    assert config
    assert config.said == frozenset(key.replace("-", "_") for key in tomllib.loads(EVERYTHING))
    assert config._replace(said=frozenset()) == Config(
        file="reportlint.toml",
        root=str(folder),
        select=("P", "M001"),
        extend_select=("T",),
        ignore=("M",),
        per_file_ignores={"2019/*": ("Y001",)},
        severity={"M001": Severity.INFO},
        include=("*.txt",),
        exclude=("old/",),
        extend_exclude=("草稿/",),
        respect_gitignore=False,
        force_exclude=True,
        kind="general",
        year=2023,
        kinds={"general": {"problems": {"required": False, "headings": ["薄弱环节"]}, "order": "fixed"}},
        overrides=(Override(("2021/",), "work-summary", 2021, ("P",), ("Y",), ("P001",), {"Y": Severity.ERROR}),),
        lang="zh",
        fail_on="warning",
        output_format=(Destination("full"), Destination("json", str(folder / "out/json.json"))),
        plugins=("mine",),
        grammars=(str(folder / "文种"),),
        rule_timeout=2.5,
        max_bytes=1000,
        max_characters=2000,
        max_unpacked=3000,
        max_members=40,
        max_pages=50,
        max_seconds=60.0,
        jobs=2,
    )


def test_all_faults_with_their_lines(folder: Path) -> None:
    error = _wrong(
        folder,
        """selct = ["P"]
ignore = "M001"
jobs = 0
exclude = [
  "a/",
  "!",
]
plugins = ["", 3]
year = 1
"grammars" = ["none"]
lang = "fr"
respect-gitignore = "no"
rule-timeout = -1
kind = 2020-01-01

[per-file-ignores]
"a/*" = ["M001", 3]
"!" = ["M001"]
b = "M001"

[severity]
M001 = "fatal"

[[overrides]]
kind = 3
[[overrides]]
paths = ["x/"]
yeer = 2020
[overrides.severity]
P = "warn"

[kinds.law.parts]
problems = 3
[kinds.law]
part = 1
""",
    )

    assert error.message.en.splitlines() == [
        "reportlint.toml:1: selct: no such option, did you mean select?",
        'reportlint.toml:2: ignore: expected an array of rule codes, such as ["P", "Y001"], found a string "M001"',
        "reportlint.toml:3: jobs: expected a positive integer, found an integer 0",
        "reportlint.toml:4: exclude[2]: not a pattern: !",
        'reportlint.toml:8: plugins[1]: expected a string that is not empty, found a string ""',
        "reportlint.toml:8: plugins[2]: expected a string that is not empty, found an integer 3",
        "reportlint.toml:9: year: expected a year of four digits, found an integer 1",
        "reportlint.toml:10: grammars[1]: there is no folder none",
        'reportlint.toml:11: lang: expected one of zh, en, found a string "fr"',
        'reportlint.toml:12: respect-gitignore: expected true or false, found a string "no"',
        "reportlint.toml:13: rule-timeout: expected a number of seconds above 0, at most 86400, found an integer -1",
        "reportlint.toml:14: kind: expected a string that is not empty, found a date or time",
        "reportlint.toml:17: per-file-ignores.a/*[2]: expected a string that is not empty, found an integer 3",
        "reportlint.toml:18: per-file-ignores.!: not a pattern: !",
        'reportlint.toml:19: per-file-ignores.b: expected an array of rule codes, such as ["P", "Y001"], found a string "M001"',
        'reportlint.toml:22: severity.M001: expected one of error, warning, info, found a string "fatal"',
        "reportlint.toml:24: overrides[1]: paths is missing: which reports is it for?",
        "reportlint.toml:25: overrides[1].kind: expected a string that is not empty, found an integer 3",
        "reportlint.toml:28: overrides[2].yeer: no such option, did you mean year?",
        'reportlint.toml:30: overrides[2].severity.P: expected one of error, warning, info, found a string "warn"',
        "reportlint.toml:33: kinds.law.parts.problems: expected a table, found an integer 3",
        "reportlint.toml:35: kinds.law.part: no such option, did you mean parts?",
    ]
    assert error.message.zh.splitlines()[:2] == [
        "reportlint.toml:1：selct：没有这个配置项，是否指 select？",
        'reportlint.toml:2：ignore：应为规则代码的数组，如 ["P", "Y001"]，实际是字符串 "M001"',
    ]


def test_lines_in_pyproject(folder: Path) -> None:
    error = _wrong(
        folder,
        """[project]
select = "not ours"

[tool.reportlint]
lang = "fr"

[[tool.reportlint.overrides]]
paths = "x"
""",
        "pyproject.toml",
    )

    assert error.message.en.splitlines() == [
        'pyproject.toml:5: lang: expected one of zh, en, found a string "fr"',
        'pyproject.toml:8: overrides[1].paths: expected an array of patterns, such as ["drafts/"], found a string "x"',
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a = [\n", "reportlint.toml:2:1: not valid TOML: "),
        (b"a = 1\na = 2\n", "reportlint.toml:2:6: not valid TOML: Cannot overwrite a value"),
        ("lang = 'zh'\n# 报告".encode("gbk"), "reportlint.toml:2: not UTF-8; save the file as UTF-8"),
    ],
)
def test_not_toml(folder: Path, content: bytes, message: str) -> None:
    (folder / "reportlint.toml").write_bytes(content)

    with pytest.raises(UsageError) as caught:
        read_file("reportlint.toml", str(folder))

    assert caught.value.message.en.startswith(message)
    assert "\n" not in caught.value.message.zh


def test_byte_order_mark(folder: Path) -> None:
    (folder / "reportlint.toml").write_text("lang = 'zh'\n", encoding="utf-8-sig")

    config = read_file("reportlint.toml", str(folder))

    assert config is not None
    assert config.lang == "zh"
