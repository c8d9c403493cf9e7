"""Rules that are silent in one section, and rules that nothing can silence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reportlint.sections import SectionIgnore, split_address

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

TEXT = """# 工作情况

一、主要举措
指导XX镇规范执法。
（一）完善制度。制定XX乡财政管理办法。
（二）加强监督。指导XX村公开政务。
1.公开制度。指导XX街道公开政务。
二、存在的问题和不足
（一）人手不足。督促XX社区整改。
"""


def lines(cli: Cli, *arguments: str) -> list[int]:
    """The lines with findings."""
    return [finding["line"] for finding in json.loads(cli("-f", "json", *arguments, rules="P001").out)["findings"]]


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("一", [9]),
        ("一、", [9]),
        ("一、主要举措", [9]),
        ("主要举措", [9]),
        ("二", [4, 5, 6, 7]),
        ("*问题*", [4, 5, 6, 7]),
        ("一/（二）", [4, 5, 9]),
        ("一/(二)", [4, 5, 9]),
        ("一/二", [4, 5, 9]),
        ("一/（二）加强监督", [4, 5, 9]),
        ("一/（二）/1", [4, 5, 6, 9]),
        ("主要举措/*/公开制度", [4, 5, 6, 9]),
        ("（一）", [4, 5, 6, 7, 9]),
        ("三", [4, 5, 6, 7, 9]),
        ("举措", [4, 5, 6, 7, 9]),
        ("二/（二）", [4, 5, 6, 7, 9]),
    ],
)
def test_address(cli: Cli, write: Write, address: str, left: list[int]) -> None:
    """From the top level down, by number, words or pattern; subsections are in it."""
    write({"报告.txt": TEXT, "reportlint.toml": f'[per-file-ignores]\n"报告.txt#{address}" = ["P001"]\n'})

    assert lines(cli, "报告.txt") == left


def test_other_files_and_other_rules(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT, "b#二.txt": TEXT, "reportlint.toml": '[per-file-ignores]\n"a.txt#二" = ["M"]\n"b\\\\#二.txt" = ["P"]\n'})

    assert lines(cli, "a.txt") == [4, 5, 6, 7, 9]
    assert lines(cli, "b#二.txt") == []


def test_on_the_command_line(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT})

    assert lines(cli, "a.txt", "--per-file-ignores", "*.txt#二:P001") == [4, 5, 6, 7]
    assert lines(cli, "a.txt", "--per-file-ignores", "!b.txt#二:P001") == [4, 5, 6, 7]


def test_it_is_counted_with_its_reason(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT})
    found = json.loads(cli("-f", "sarif", "a.txt", "--per-file-ignores", "*.txt#二:P001", rules="P001").out)

    (suppressed,) = [result for result in found["runs"][0]["results"] if result.get("suppressions")]
    assert suppressed["suppressions"][0]["justification"] == "*.txt#二"
    assert "4 errors, 1 suppressed" in cli("a.txt", "--per-file-ignores", "*.txt#二:P001", rules="P001").out


@pytest.mark.parametrize(
    ("pattern", "path", "address"),
    [
        ("a.txt", "a.txt", ()),
        ("a.txt#二/（三）", "a.txt", ("二", "（三）")),
        ("#a.txt", "#a.txt", ()),
        (r"a\#1.txt", r"a\#1.txt", ()),
        (r"a\#1.txt#二", r"a\#1.txt", ("二",)),
        ("a.txt#", "a.txt", ()),
    ],
)
def test_split(pattern: str, path: str, address: tuple[str, ...]) -> None:
    assert split_address(pattern) == (path, address)


@pytest.mark.parametrize(
    ("step", "heading", "means"),
    [
        ("二", "第二部分工作情况", True),
        ("第二部分", "第二部分工作情况", True),
        ("①", "①制度", True),
        ("2022年工作", "2022年工作", True),
        ("2022", "2022年工作", False),
        ("（二）", "二、工作", False),
        ("3", "3.工作", True),
        ("十", "十一、工作", False),
    ],
)
def test_a_step_means_a_heading(step: str, heading: str, means: bool) -> None:
    assert SectionIgnore((step,), ("P",), "").holds((heading, "（一）其他")) == means


EVERYTHING = {
    "a.md": "# 工作情况\n\n<!-- reportlint-ignore-file P001 样本 -->\n\n## 一、举措\n\n指导XX镇。\n",
    "reportlint.toml": 'mandatory = ["P"]\nignore = ["P001"]\nbaseline = "b.jsonl"\n[per-file-ignores]\n"*.md" = ["P001"]\n"a.md#一" = ["P001"]\n',
    "b.jsonl": '{"path": "a.md", "rule": "P001", "text": "", "fingerprint": "FINGERPRINT"}\n',
    ".reportlint-ignore.toml": '[[ignore]]\nrule = "P001"\npath = "a.md"\nfingerprint = "FINGERPRINT"\nreason = "样本"\n',
}
"""All that suppresses, at once."""


def test_nothing_suppresses_what_is_mandatory(cli: Cli, write: Write) -> None:
    """The rule runs, its finding stays, and whoever tried is told."""
    write({"a.md": EVERYTHING["a.md"]})
    (finding,) = json.loads(cli("-f", "json", "a.md", "--no-suppressions", rules="P001").out)["findings"]
    write({name: text.replace("FINGERPRINT", finding["fingerprint"]) for name, text in EVERYTHING.items()})

    outcome = cli("-f", "concise", ".", "--ignore", "P001", rules=None)

    assert outcome.code == 2  # a stale entry of the baseline
    assert "a.md:7:3: error P001" in outcome.out
    assert "a.md:3:1: warning E004 P001 is mandatory and cannot be suppressed\n" in outcome.out
    assert ".reportlint-ignore.toml:1:1: warning E004 P001 is mandatory and cannot be suppressed\n" in outcome.out
    assert "b.jsonl:1:1: warning E004 P001 is mandatory and cannot be suppressed\n" in outcome.out
    assert "--ignore has no effect on rules that are mandatory: P001\n" in outcome.err


def test_mandatory_on_the_command_line(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT, "reportlint.toml": '[per-file-ignores]\n"*.txt" = ["P001"]\n'})

    assert cli("a.txt", rules="P001").code == 0
    assert cli("a.txt", "--mandatory", "P001", rules="P001").code == 1
    assert cli("a.txt", "--mandatory", "P999", rules="P001").err.startswith("reportlint: --mandatory: no rule P999")
    assert cli("a.txt", "--mandatory", "P", rules="M001").code == 0


def test_a_wrong_name_in_the_configuration(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT, "reportlint.toml": 'lang = "en"\nmandatory = ["P001", "P0O1"]\n'})

    outcome = cli("a.txt", rules=None)

    assert (outcome.code, outcome.err.partition("; ")[0].partition(",")[0]) == (
        2,
        "reportlint: reportlint.toml:2: mandatory[2]: no rule P0O1",
    )
