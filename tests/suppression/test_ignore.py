"""The ignore file: written by ``reportlint ignore``, known by content, told when it is of no use."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

NAME = ".reportlint-ignore.toml"
TEXT = """# 工作情况

一、主要举措
（一）完善制度。制定XX镇财政管理办法，压实各方责任。
（二）加强监督。指导XX乡规范执法，公开执法的结果。
"""
GOLDEN = """\
# reportlint 不再报告的问题，每条写明理由（reason）；由 reportlint ignore 写入，按内容（fingerprint）对应。
# Findings that reportlint is not to show, each with its reason; written by `reportlint ignore`, known by content.

[[ignore]]
rule = "P001"
path = "2023/某局 样本.txt"
text = "制定〖XX镇〗财政管理办法，压实各方责"
reason = "培训用的“样本”，不对外公布"
by = "王某"
expires = 2027-03-31
fingerprint = "{}"
"""


@pytest.fixture(autouse=True)
def nobody_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Entries are written by 王某, whatever git knows."""
    (folder / ".gitconfig").write_text("[user]\n\tname = 王某\n\temail = wang@example.org\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / ".gitconfig"))


def found(cli: Cli, *arguments: str, rules: str = "P001") -> list[tuple[str, str, int]]:
    findings: list[dict[str, Any]] = json.loads(cli("--output-format", "json", *(arguments or (".",)), rules=rules).out)["findings"]
    return [(finding["code"], finding["path"], finding["line"]) for finding in findings]


def ignore(cli: Cli, *arguments: str, code: int = 0) -> str:
    """What ``reportlint ignore`` says."""
    outcome = cli("ignore", *arguments, rules=None)
    assert outcome.code == code, outcome
    return outcome.out + outcome.err


def test_the_file_is_readable(cli: Cli, write: Write, folder: Path) -> None:
    write({"2023/某局 样本.txt": TEXT})

    said = ignore(
        cli, "P001", "2023/某局 样本.txt:4", "--reason", "培训用的“样本”，\n不对外公布", "--expires", "2027-03-31", "--today", "2026-11-20"
    )

    fingerprint = json.loads(cli("-f", "json", ".", "--no-suppressions", rules="P001").out)["findings"][0]["fingerprint"]
    assert said == f"written to {NAME}: P001 2023/某局 样本.txt:4:11 制定〖XX镇〗财政管理办法，压实各方责\n"
    assert (folder / NAME).read_text(encoding="utf-8") == GOLDEN.format(fingerprint).replace("”，不", "”， 不")
    assert found(cli, ".", "--today", "2027-03-31") == [("P001", "2023/某局 样本.txt", 5)]


def test_it_is_counted(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT})
    ignore(cli, "P001", "a.txt", "--reason", "样本")

    outcome = cli("a.txt", rules="P001")

    assert (outcome.code, outcome.out) == (0, "1 file: 2 suppressed.\n")
    assert json.loads(cli("-f", "json", "a.txt", rules="P001").out)["summary"]["suppressed"] == 2


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("一、主要举措\n", "一、主要举措\n全年召开会议六次。\n", [("P001", 6)]),
        ("一、主要举措", "一、基本情况\n全县共有八个乡镇。\n二、主要举措", [("P001", 7)]),
        ("指导XX乡规范执法，", "指导北岸乡规范执法，", []),
        ("制定XX镇财政管理办法", "制定XX镇财务管理办法", [("P001", 4), ("P001", 5)]),
    ],
)
def test_it_is_known_by_content(cli: Cli, write: Write, old: str, new: str, lines: list[tuple[str, int]]) -> None:
    """Edits elsewhere do not lose it, an edit of the passage does."""
    write({"a.txt": TEXT})
    ignore(cli, "P001", "a.txt:4", "--reason", "样本")
    write({"a.txt": TEXT.replace(old, new)})

    assert [(code, line) for code, path, line in found(cli) if path == "a.txt"] == lines


def test_it_goes_with_a_file_that_is_moved(cli: Cli, write: Write, folder: Path) -> None:
    write({"a.txt": TEXT, "b.txt": TEXT})
    ignore(cli, "P001", "a.txt:4", "--reason", "样本")
    (folder / "2023").mkdir()
    (folder / "a.txt").rename(folder / "2023" / "甲.txt")

    assert found(cli, "2023") == [("P001", "2023/甲.txt", 5)]


def test_a_copy_of_the_file_is_not_covered(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT, "b.txt": TEXT})
    ignore(cli, "P001", "a.txt", "--reason", "样本")

    assert found(cli) == [("P001", "b.txt", 4), ("P001", "b.txt", 5)]


def test_of_two_alike_the_one_that_was_meant(cli: Cli, write: Write) -> None:
    """When the other one is mended, the entry is still for the one that is left."""
    write({"a.txt": "一、举措\n指导XX镇。指导XX镇。\n"})
    ignore(cli, "P001", "a.txt:2:9", "--reason", "样本")

    assert cli("-f", "concise", "a.txt", rules="P001").out.startswith("a.txt:2:3: ")
    write({"a.txt": "一、举措\n指导北岸镇。指导XX镇。\n"})
    assert found(cli, "a.txt") == []


def test_the_nearest_one_upwards_holds(cli: Cli, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"sub/a.txt": TEXT, "reportlint.toml": ""})
    ignore(cli, "P001", "sub/a.txt", "--reason", "样本")

    assert (folder / NAME).exists()
    monkeypatch.chdir(folder / "sub")
    assert found(cli, "a.txt") == []
    assert [path for _, path, _ in found(cli, "a.txt", "--isolated")] == ["a.txt", "a.txt"]


@pytest.fixture
def entry(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT, "b.txt": "全年办案六件。\n"})
    ignore(cli, "P001", "a.txt:4", "--reason", "样本", "--expires", "2027-03-31", "--today", "2026-11-20")


def said(cli: Cli, *arguments: str, rules: str = "P001") -> str:
    out = cli("-f", "concise", "--today", "2026-11-20", *arguments, rules=rules).out
    return "".join(line for line in out.splitlines(keepends=True) if " E004 " in line)


def changed(folder: Path, old: str, new: str) -> None:
    text = (folder / NAME).read_text(encoding="utf-8")
    assert old in text
    (folder / NAME).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("entry")
def test_an_entry_in_use(cli: Cli) -> None:
    assert said(cli, ".") == ""


@pytest.mark.usefixtures("entry")
def test_an_entry_that_is_unused(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT.replace("XX镇", "北岸镇")})

    assert said(cli, ".") == f"{NAME}:4:1: warning E004 a.txt has no such finding any more, P001: 制定〖XX镇〗财政管理办法，压实各方责\n"
    assert said(cli, "a.txt") == said(cli, ".")


@pytest.mark.usefixtures("entry")
def test_other_files_and_other_rules_say_nothing(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT.replace("XX镇", "北岸镇")})

    assert said(cli, "b.txt") == ""
    assert said(cli, ".", rules="M001") == ""
    write({"a.txt": b"\xff\xfe\xff"})
    assert said(cli, ".") == ""


@pytest.mark.usefixtures("entry")
def test_the_file_is_gone(cli: Cli, folder: Path) -> None:
    (folder / "a.txt").unlink()

    assert said(cli, ".") == f"{NAME}:4:1: warning E004 there is no file a.txt any more, P001: 制定〖XX镇〗财政管理办法，压实各方责\n"
    assert said(cli, "b.txt") == ""


@pytest.mark.usefixtures("entry")
def test_an_entry_that_is_expired(cli: Cli) -> None:
    out = cli("-f", "concise", "--today", "2027-04-01", "a.txt", rules="P001").out

    assert out.splitlines()[0].startswith("a.txt:4:11: error P001")
    assert f"{NAME}:4:1: warning E004 the suppression of P001 in a.txt ended on 2027-03-31 and holds no more: 制定〖XX镇〗" in out


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('reason = "样本"', 'reason = " "', "a suppression without a reason does not hold"),
        ('reason = "样本"\n', "", "a suppression without a reason does not hold"),
        ('rule = "P001"', 'rule = "P901"', "the suppression does not hold: no rule P901, did you mean P021?"),
        ('rule = "P001"', 'rule = "E001"', "E001 is mandatory and cannot be suppressed"),
    ],
)
@pytest.mark.usefixtures("entry")
def test_an_entry_without_effect(cli: Cli, folder: Path, old: str, new: str, message: str) -> None:
    changed(folder, old, new)

    assert said(cli, "a.txt") == f"{NAME}:4:1: warning E004 {message}\n"


@pytest.mark.usefixtures("entry")
def test_the_level_may_be_raised(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT.replace("XX", "北岸")})

    assert cli("a.txt", "--severity", "E004=error", "--today", "2026-11-20", rules="P001").code == 1


@pytest.mark.usefixtures("entry")
def test_processes_say_the_same(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT.replace("XX镇", "北岸镇"), **{f"{i}.txt": TEXT for i in range(9)}})

    assert cli(".", "-j", "2", "--today", "2026-11-20", rules="P001") == cli(".", "-j", "1", "--today", "2026-11-20", rules="P001")


@pytest.mark.usefixtures("entry")
def test_prune(cli: Cli, write: Write, folder: Path) -> None:
    ignore(cli, "P001", "a.txt:5", "--reason", "样本")
    write({"a.txt": TEXT.replace("XX镇", "北岸镇")})

    assert ignore(cli, "--prune", "--today", "2026-11-20") == f"removed from {NAME}: P001 a.txt 制定〖XX镇〗财政管理办法，压实各方责\n"
    assert ignore(cli, "--prune", "--today", "2026-11-20") == "There is nothing to prune.\n"
    assert (folder / NAME).read_text(encoding="utf-8").count("[[ignore]]") == 1
    assert found(cli) == []


def test_list_and_remove(cli: Cli, write: Write) -> None:
    write({"a.txt": TEXT, "sub/b.txt": TEXT})
    ignore(cli, "P001", "a.txt:4", "--reason", "样本")
    ignore(cli, "placeholder-mask", "sub/b.txt", "--reason", "样本", "--by", "李某", "--expires", "2027-01-01", "--today", "2026-11-20")

    assert ignore(cli, "--list", "--today", "2027-02-01") == (
        "P001  a.txt  制定〖XX镇〗财政管理办法，压实各方责\n    王某: 样本\n"
        "P001  sub/b.txt  制定〖XX镇〗财政管理办法，压实各方责\n    李某: 样本, expired 2027-01-01\n"
        "P001  sub/b.txt  指导〖XX乡〗规范执法，公开执法的结果\n    李某: 样本, expired 2027-01-01\n"
    )
    assert ignore(cli, "--list", "a.txt").count("\n") == 2
    assert ignore(cli, "--remove", "P001", "sub/b.txt:5") == f"removed from {NAME}: P001 sub/b.txt 指导〖XX乡〗规范执法，公开执法的结果\n"
    assert ignore(cli, "--remove", "P001", "a.txt") == f"removed from {NAME}: P001 a.txt 制定〖XX镇〗财政管理办法，压实各方责\n"
    assert ignore(cli, "--remove", "P001", "a.txt", code=2) == "reportlint: there is no entry for P001 at a.txt\n"
    assert [path for _, path, _ in found(cli, ".", "--today", "2026-11-20")] == ["a.txt", "a.txt", "sub/b.txt"]


def test_again_replaces_the_reason(cli: Cli, write: Write, folder: Path) -> None:
    write({"a.txt": TEXT})
    ignore(cli, "P001", "a.txt:4", "--reason", "样本")

    assert ignore(cli, "P001", "a.txt:4", "--reason", "培训样本").startswith(f"in {NAME} already, now with this reason: P001 a.txt:4:11")
    assert (folder / NAME).read_text(encoding="utf-8").count("[[ignore]]") == 1
    assert 'reason = "培训样本"' in (folder / NAME).read_text(encoding="utf-8")


def test_what_people_wrote_into_the_file_stays(cli: Cli, write: Write, folder: Path) -> None:
    """Entries stand in the order of paths; comments stay with the entry below them."""
    write({"a.txt": TEXT, "c.txt": TEXT, "b.txt": TEXT})
    ignore(cli, "P001", "a.txt:4", "--reason", "甲")
    ignore(cli, "P001", "c.txt:4", "--reason", "丙")
    text = (folder / NAME).read_text(encoding="utf-8")
    (folder / NAME).write_text(
        text.replace('[[ignore]]\nrule = "P001"\npath = "c', '# 丙局已知会\n[[ignore]]\nrule = "P001"\npath = "c'), encoding="utf-8"
    )
    ignore(cli, "P001", "b.txt:4", "--reason", "乙")

    text = (folder / NAME).read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith(("path", "# 丙"))] == [
        'path = "a.txt"', 'path = "b.txt"', "# 丙局已知会", 'path = "c.txt"',
    ]  # fmt: skip
    ignore(cli, "--remove", "P001", "c.txt")
    assert "丙" not in (folder / NAME).read_text(encoding="utf-8")
    ignore(cli, "--remove", "P001", "b.txt")
    ignore(cli, "--remove", "P001", "a.txt")
    assert (folder / NAME).read_text(encoding="utf-8") == GOLDEN.split("\n\n", maxsplit=1)[0] + "\n"


def test_a_part_that_is_missing(cli: Cli, write: Write) -> None:
    """Such a finding has no text; it is known by the rule, the part and the title of the report."""
    write({
        f"{name}.txt": f"{name}2023年法治政府建设年度报告\n\n一、主要举措\n全年办案六件。\n"
        for name in ("临溪县财政局", "临溪县统计局")
    })  # fmt: skip
    ignore(cli, "S001", "临溪县财政局.txt", "--reason", "另文报送")

    assert {path for _, path, _ in found(cli, rules="S001")} == {"临溪县统计局.txt"}
    os.rename("临溪县财政局.txt", "甲.txt")
    assert {path for _, path, _ in found(cli, rules="S001")} == {"临溪县统计局.txt"}


def test_a_rule_that_compares_reports(cli: Cli, write: Write) -> None:
    text = "青禾镇2023年工作总结\n" + "".join(
        f"第{n}季度开展执法检查{n}次，发现问题{n * 7}个，全部督促整改到位，并向社会公布了结果。\n" for n in range(1, 9)
    )
    write({"a.txt": text, "b.txt": text, "reportlint.toml": ""})
    assert found(cli, rules="C001") == [("C001", "b.txt", 1)]

    ignore(cli, "C001", "b.txt", "--reason", "联合报送")

    assert found(cli, rules="C001") == []
    assert found(cli, "b.txt", rules="C001") == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["P001"], "name a rule and a place: reportlint ignore P001 report.txt:12 --reason WHY"),
        (["P001", "a.txt:4"], "say why: --reason WHY"),
        (["P001", "a.txt:4", "--reason", " "], "say why: --reason WHY"),
        (["P001", "a.txt:4", "--reason", "样本", "--expires", "2026-11-19"], "--expires: 2026-11-19 is over"),
        (["P001", "a.txt:4", "--reason", "样本", "--expires", "明年"], "option --expires: expected a date such as 2027-03-31, found 明年"),
        (["P001", "a.txt:9", "--reason", "样本"], "P001 finds nothing at a.txt:9; in a.txt it does at line 4, 5"),
        (["M001", "a.txt", "--reason", "样本"], "M001 finds nothing at a.txt, or it does not run"),
        (["P001", "z.txt", "--reason", "样本"], "there is no file z.txt"),
        (["P00", "a.txt", "--reason", "样本"], "P00 is not one rule: give the whole code"),
        (["P009", "a.txt", "--reason", "样本"], "no rule P009"),
        (["E001", "a.txt", "--reason", "样本"], "E001 cannot be suppressed"),
        (["S001", "a.txt", "--reason", "样本"], "S001 is mandatory and cannot be suppressed"),
        (["--list", "--prune"], "--list, --remove and --prune exclude each other"),
    ],
)  # fmt: skip
def test_refused(cli: Cli, write: Write, folder: Path, arguments: list[str], message: str) -> None:
    write({"a.txt": TEXT, "reportlint.toml": 'mandatory = ["S001"]\n'})

    assert ignore(cli, *arguments, "--today", "2026-11-20", code=2).startswith(f"reportlint: {message}")
    assert not (folder / NAME).exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[ignore]\n", f"{NAME}:1: not valid TOML"),
        ("\n[[ignore]]\nrule = 1\n", f"{NAME}:2: rule must be a string"),
        ('[[ignore]]\nrule = "P001"\n', f"{NAME}:1: path is missing; write entries by reportlint ignore"),
        ('[[ignore]]\nrule = "P001"\npath = "a"\nfingerprint = "b"\nexpires = "soon"\n', f"{NAME}:1: expires must be a date such as 2027-03-31"),
        ('[[ignore]]\nrules = "P001"\n', f"{NAME}:1: there is no rules; there are: rule, path"),
        ("[ignored]\n", f"{NAME}:1: there is no ignored, only [[ignore]]"),
        ("ignore = []\n[[ignores]]\n", f"{NAME}:1: there is no ignores, only [[ignore]]"),
        ("<<<<<<< HEAD\n[[ignore]]\n", f"{NAME}:1: a merge conflict is left"),
    ],
)  # fmt: skip
def test_a_file_with_faults(cli: Cli, write: Write, text: str, message: str) -> None:
    write({"a.txt": TEXT, NAME: text})

    outcome = cli("a.txt", rules="P001")

    assert outcome.code == 2
    assert outcome.err.startswith(f"reportlint: {message}")


def test_a_finding_in_an_archive(cli: Cli, write: Write) -> None:
    write({"报送.zip": b"PK"})

    said = ignore(cli, "--lang", "zh", "P001", "报送.zip!某局.txt:4", "--reason", "样本", code=2)
    assert said == "reportlint: 压缩包里的文件不能逐处豁免：请先解压 报送.zip\n"


def test_the_language_of_the_configuration(cli: Cli, write: Write) -> None:
    write({"reportlint.toml": 'lang = "zh"\n', "a.txt": TEXT})

    assert ignore(cli, "P001", "a.txt:4", "--reason", "样本").startswith("已写入 .reportlint-ignore.toml")
