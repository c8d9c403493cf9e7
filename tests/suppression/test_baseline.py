"""The baseline: only what is new counts, it survives edits and merges, and it only shrinks."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Cli, Outcome, Write

FILE = "已知问题.jsonl"
TEXT = """# 工作情况

一、主要举措
（一）完善制度。制定XX镇财政管理办法，压实各方责任。
（二）加强监督。指导XX乡规范执法，公开执法的结果。
"""


def check(cli: Cli, *arguments: str) -> Outcome:
    """A run over the folder with the baseline."""
    return cli("-f", "concise", "--baseline", FILE, *(arguments or (".",)), rules="P001,M001")


def lines(outcome: Outcome) -> list[str]:
    """Place and rule of each finding."""
    return [" ".join(line.split(" ")[:3]) for line in outcome.out.splitlines()]


def entries(folder: Path) -> list[tuple[str, str, str]]:
    """Path, rule and text of each line of the baseline."""
    read = [json.loads(line) for line in (folder / FILE).read_text(encoding="utf-8").splitlines()]
    return [(entry["path"], entry["rule"], entry["text"]) for entry in read]


@pytest.fixture
def old(cli: Cli, write: Write) -> None:
    """A repository with findings, and its baseline."""
    write({"2022/某局.txt": TEXT, "b.txt": "切实##paidbegin##加强。\n"})
    assert check(cli, ".", "--write-baseline").code == 0


@pytest.mark.usefixtures("old")
def test_what_was_there_before_does_not_count(cli: Cli, folder: Path) -> None:
    outcome = check(cli)

    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert "3 suppressed" in cli(".", "--baseline", FILE, rules="P001,M001").out
    assert (folder / FILE).read_text(encoding="utf-8") == (
        '{"path": "2022/某局.txt", "rule": "P001", "text": "指导〖XX乡〗规范执法，公开执法的结果", "fingerprint": "774a91136751b93a1f0da663"}\n'
        '{"path": "2022/某局.txt", "rule": "P001", "text": "制定〖XX镇〗财政管理办法，压实各方责", "fingerprint": "de9830c6db2328a9cdd8125b"}\n'
        '{"path": "b.txt", "rule": "M001", "text": "切实〖##paidbegin##〗加强", "fingerprint": "78ff674c591ea065c876846b"}\n'
    )


@pytest.mark.usefixtures("old")
def test_the_configuration_may_name_it(cli: Cli, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"reportlint.toml": f'baseline = "{FILE}"\n'})

    assert cli(".", rules="P001").code == 0
    assert cli(".", "--isolated", rules="P001").code == 1
    assert cli(".", "--no-suppressions", rules="P001").code == 1
    monkeypatch.chdir(folder / "2022")
    assert cli("某局.txt", rules="P001").code == 0


@pytest.mark.usefixtures("old")
def test_edits_elsewhere_and_new_names_change_nothing(cli: Cli, write: Write, folder: Path) -> None:
    write({"2022/某局.txt": TEXT.replace("一、主要举措", "一、基本情况\n全县共有八个乡镇。\n\n二、主要举措")})
    (folder / "b.txt").rename(folder / "2022" / "乙.txt")

    assert (lines(check(cli)), check(cli).code) == ([], 0)
    before = entries(folder)
    check(cli, ".", "--prune-baseline")
    assert (
        entries(folder) == [*before[:2], ("2022/乙.txt", "M001", "切实〖##paidbegin##〗加强")][::1]
        or entries(folder)[0][0] == "2022/乙.txt"
    )


def test_a_folder_of_reports_alike_is_renamed(cli: Cli, write: Write, folder: Path) -> None:
    """Which of them is which nobody can tell, and nobody needs to."""
    write({f"旧/{i}.txt": TEXT for i in range(3)})
    check(cli, ".", "--write-baseline")
    (folder / "旧").rename(folder / "新")

    assert (check(cli).code, lines(check(cli))) == (0, [])
    check(cli, ".", "--prune-baseline")
    assert {path for path, _, _ in entries(folder)} == {"新/0.txt", "新/1.txt", "新/2.txt"}
    (folder / "新" / "2.txt").unlink()
    assert check(cli).code == 2


@pytest.mark.usefixtures("old")
def test_a_mended_finding_does_not_pay_for_a_new_one(cli: Cli, write: Write) -> None:
    """As many as before, of the same rule in the same section: the new one is told all the same."""
    write({"2022/某局.txt": TEXT.replace("XX镇财政", "北岸镇财政").replace("公开执法的结果", "公开执法的结果，督促XX乡整改")})

    outcome = check(cli)

    assert lines(outcome) == ["2022/某局.txt:5:29: error P001", f"{FILE}:2:1: warning E004"]


@pytest.mark.usefixtures("old")
def test_a_new_finding_counts(cli: Cli, write: Write) -> None:
    write({"2022/某局.txt": TEXT + "（三）推进公开。指导XX村公开政务。\n"})

    assert (lines(check(cli)), check(cli).code) == (["2022/某局.txt:6:11: error P001"], 1)


@pytest.mark.usefixtures("old")
def test_stale_entries_are_told_and_pruned(cli: Cli, write: Write, folder: Path) -> None:
    write({"b.txt": "切实加强。\n"})

    outcome = check(cli)
    assert outcome.code == 2
    assert outcome.out == f"{FILE}:3:1: warning E004 b.txt has no such finding any more, M001 of the baseline: 切实〖##paidbegin##〗加强\n"
    assert (
        outcome.err
        == f"{FILE} has entries whose findings are gone (1 in all): remove them with --prune-baseline (--baseline-allow-stale lets them pass).\n"
    )
    assert check(cli, ".", "--baseline-allow-stale").code == 0
    assert check(cli, ".", "--exit-zero").code == 2

    pruned = check(cli, ".", "--prune-baseline")
    assert (pruned.code, pruned.out, pruned.err) == (0, "", f"{FILE} written: 2 in all, 0 added, 1 removed.\n")
    assert [path for path, _, _ in entries(folder)] == ["2022/某局.txt"] * 2
    assert check(cli).code == 0


@pytest.mark.usefixtures("old")
def test_only_what_was_part_of_the_run_is_judged(cli: Cli, write: Write, folder: Path) -> None:
    """A hook over some files, or a run over some rules, knows nothing of the others."""
    write({"b.txt": "切实加强。\n", "2022/某局.txt": "# 工作情况\n"})

    assert lines(check(cli, "b.txt")) == [f"{FILE}:3:1: warning E004"]
    assert cli("-f", "concise", "--baseline", FILE, ".", rules="T001").code == 0
    cli("--baseline", FILE, "--prune-baseline", ".", rules="M001")
    assert [rule for _, rule, _ in entries(folder)] == ["P001", "P001"]
    check(cli, "b.txt", "--write-baseline")
    assert [rule for _, rule, _ in entries(folder)] == ["P001", "P001"]


@pytest.mark.usefixtures("old")
def test_a_file_that_is_gone(cli: Cli, folder: Path) -> None:
    (folder / "b.txt").unlink()

    assert "there is no file b.txt any more, M001" in check(cli).out
    assert check(cli, "2022").code == 0
    check(cli, ".", "--prune-baseline")
    assert [path for path, _, _ in entries(folder)] == ["2022/某局.txt"] * 2


@pytest.mark.usefixtures("old")
def test_growth_is_refused_unless_it_is_asked_for(cli: Cli, write: Write, folder: Path) -> None:
    write({"2022/某局.txt": TEXT + "（三）推进公开。指导XX村公开政务。\n"})
    before = (folder / FILE).read_bytes()

    refused = check(cli, ".", "--write-baseline")

    assert (refused.code, lines(refused)) == (2, ["2022/某局.txt:6:11: error P001"])
    assert (
        refused.err
        == f"{FILE} is not written: it would grow by 1, and a baseline only shrinks. Mend what is new, or add --baseline-allow-growth.\n"
    )
    assert (folder / FILE).read_bytes() == before
    grown = check(cli, ".", "--update-baseline", "--baseline-allow-growth")
    assert (grown.code, grown.out, grown.err) == (0, "", f"{FILE} written: 4 in all, 1 added, 0 removed.\n")
    assert check(cli).code == 0


@pytest.mark.usefixtures("old")
def test_a_swap_is_growth(cli: Cli, write: Write) -> None:
    write({"2022/某局.txt": TEXT.replace("指导XX乡规范", "指导XX村规范")})

    assert check(cli, ".", "--write-baseline").code == 2


@pytest.mark.usefixtures("old")
def test_what_cannot_be_suppressed_is_not_taken_in(cli: Cli, write: Write, folder: Path) -> None:
    write({"reportlint.toml": 'mandatory = ["M001"]\n', "坏.txt": b"\xff\xff\xff"})

    outcome = check(cli, ".", "--write-baseline", "--baseline-allow-growth")

    assert (outcome.code, lines(outcome)) == (2, ["b.txt:1:3: error M001", "坏.txt:1:1: error E002"])
    assert [rule for _, rule, _ in entries(folder)] == ["P001", "P001"]


def test_processes_write_the_same(cli: Cli, write: Write, folder: Path) -> None:
    write({f"{i}.txt": TEXT.replace("XX乡", f"XX第{i}乡") for i in range(9)})

    check(cli, ".", "--write-baseline", "-j", "1")
    alone = (folder / FILE).read_bytes()
    (folder / FILE).unlink()
    check(cli, ".", "--write-baseline", "-j", "3")

    assert (folder / FILE).read_bytes() == alone


def test_fix_leaves_what_is_in_it(cli: Cli, write: Write, folder: Path) -> None:
    write({"a.txt": "切实##paidbegin##加强。\n"})
    check(cli, ".", "--write-baseline")
    write({"a.txt": "切实##paidbegin##加强。\n着力##paidbegin##改进。\n"})

    check(cli, ".", "--fix")

    assert (folder / "a.txt").read_text(encoding="utf-8") == "切实##paidbegin##加强。\n着力改进。\n"


def test_rules_that_compare_reports(cli: Cli, write: Write) -> None:
    text = "青禾镇2023年工作总结\n" + "".join(
        f"第{n}季度开展执法检查{n}次，发现问题{n * 7}个，全部督促整改到位，并向社会公布了结果。\n" for n in range(1, 9)
    )
    write({"a.txt": text, "b.txt": text})

    assert cli(".", "--baseline", FILE, "--write-baseline", rules="C001").err == f"{FILE} written: 1 in all, 1 added, 0 removed.\n"
    assert cli(".", "--baseline", FILE, "--fail-on", "warning", rules="C001").code == 0
    assert cli("b.txt", "a.txt", "--baseline", FILE, rules="C001").code == 0


def git(folder: Path, *arguments: str) -> str:
    """What git says."""
    identity = ("-c", "user.name=王某", "-c", "user.email=wang@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false")
    return subprocess.run(("git", *identity, *arguments), cwd=folder, capture_output=True, check=True).stdout.decode()


def test_two_branches_merge(cli: Cli, write: Write, folder: Path) -> None:
    """One branch mends, the other takes in a new report: git merges line by line, and the next run tidies up."""
    write({"a.txt": TEXT, "c.txt": TEXT, ".gitattributes": "*.jsonl merge=union\n"})
    git(folder, "init", "-q")
    check(cli, ".", "--write-baseline")
    git(folder, "add", "."), git(folder, "commit", "-qm", "old")
    git(folder, "checkout", "-qb", "mended")
    write({"a.txt": TEXT.replace("XX乡", "北岸乡")})
    check(cli, ".", "--prune-baseline")
    git(folder, "commit", "-qam", "mended")
    git(folder, "checkout", "-q", "main")
    write({"b.txt": TEXT.replace("XX乡", "XX村")})
    check(cli, ".", "--write-baseline", "--baseline-allow-growth")
    git(folder, "add", "."), git(folder, "commit", "-qm", "new")

    git(folder, "merge", "-q", "mended", "-m", "both")
    merged = check(cli)

    assert "P001" not in merged.out.replace("P001 of the baseline", "")
    check(cli, ".", "--prune-baseline")
    assert check(cli).code == 0
    assert entries(folder) == [
        ("a.txt", "P001", "制定〖XX镇〗财政管理办法，压实各方责"),
        ("b.txt", "P001", "指导〖XX村〗规范执法，公开执法的结果"),
        ("b.txt", "P001", "制定〖XX镇〗财政管理办法，压实各方责"),
        ("c.txt", "P001", "指导〖XX乡〗规范执法，公开执法的结果"),
        ("c.txt", "P001", "制定〖XX镇〗财政管理办法，压实各方责"),
    ]


def test_both_branches_begin_one(cli: Cli, write: Write, folder: Path) -> None:
    """The union of the lines is a baseline, in whatever order and however often they come."""
    write({"a.txt": TEXT, ".gitattributes": "*.jsonl merge=union\n"})
    git(folder, "init", "-q"), git(folder, "add", "."), git(folder, "commit", "-qm", "old")
    for branch, new in (("left", "b.txt"), ("right", "c.txt")):
        git(folder, "checkout", "-q", "main"), git(folder, "checkout", "-qb", branch)
        write({new: TEXT})
        check(cli, ".", "--write-baseline")
        git(folder, "add", "."), git(folder, "commit", "-qm", branch)

    git(folder, "merge", "-q", "left", "-m", "both")

    assert (check(cli).code, lines(check(cli))) == (0, [])
    assert sorted(set(entries(folder))) == sorted(
        (path, "P001", text)
        for path in ("a.txt", "b.txt", "c.txt")
        for text in ("指导〖XX乡〗规范执法，公开执法的结果", "制定〖XX镇〗财政管理办法，压实各方责")
    )


@pytest.mark.parametrize(
    ("arguments", "content", "message"),
    [
        (["--baseline", FILE], None, f"there is no baseline {FILE}; --write-baseline writes one"),
        (["--write-baseline"], None, "name the baseline: --baseline FILE"),
        (["--prune-baseline"], None, "name the baseline: --baseline FILE"),
        (["--baseline", FILE, "--write-baseline", "--prune-baseline"], None, "--write-baseline removes stale entries anyway"),
        (["--baseline", FILE, "--write-baseline", "--no-suppressions"], None, "--no-suppressions reads no baseline"),
        (["--baseline", FILE, "--write-baseline", "--staged"], None, "a baseline is written from whole reports"),
        (["--baseline", FILE], "\n{}\n", f"{FILE}:2: no line of a baseline"),
        (["--baseline", FILE], "<<<<<<< HEAD\n", f"{FILE}:1: a merge conflict is left"),
        (["--baseline", FILE], b"\xff\xfe\n", f"{FILE}:1: no line of a baseline"),
        (["--baseline", "2022"], None, "the baseline 2022 cannot be read"),
    ],
)
def test_refused(cli: Cli, write: Write, arguments: list[str], content: str | bytes | None, message: str) -> None:
    write({"2022/a.txt": TEXT, **({FILE: content} if content else {})})

    outcome = cli(".", *arguments, rules="P001")

    assert outcome.code == 2
    assert outcome.err.startswith(f"reportlint: {message}")
