"""``--diff-base`` and ``--staged``: only what changed, told by a real git."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

LINES = ["# 工作情况", "", "一、主要举措", "制定XX镇财政管理办法。", "全年开展检查六次。", "指导XX乡规范执法。", "组织培训四次。"]
TEXT = "\n".join(LINES) + "\n"


@pytest.fixture
def git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """Run git in the working directory, with nobody's configuration."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "王某")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "wang@example.org")

    def run(*arguments: str) -> str:
        answer = subprocess.run(("git", *arguments), cwd=folder, capture_output=True, check=True)
        return answer.stdout.decode("utf-8", "surrogateescape")

    run("init", "-q", "-b", "main")
    return run


@pytest.fixture
def repository(git: object, write: Write) -> object:
    """A repository with two reports, as `git`."""
    write({"2022/某局 年报.txt": TEXT, "乙.txt": TEXT})
    git("add", ".")  # type: ignore[operator]
    git("commit", "-qm", "第一批")  # type: ignore[operator]
    return git


def found(cli: Cli, *arguments: str, rules: str = "P001,S005,M001") -> list[str]:
    """Place and rule of each finding."""
    outcome = cli("-f", "concise", *arguments, rules=rules)
    assert outcome.code in (0, 1), outcome
    return [
        " ".join(line.split(" ")[:-1][:4]).split(": ")[0] + " " + line.split(": ")[1].split(" ")[1] for line in outcome.out.splitlines()
    ]


@pytest.mark.usefixtures("repository")
def test_nothing_changed(cli: Cli) -> None:
    outcome = cli(".", "--diff-base", "HEAD", rules="P001")

    assert (outcome.code, outcome.out) == (0, "2 files: 4 suppressed.\n")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (TEXT.replace("XX乡", "XX村"), ["2022/某局 年报.txt:6:3 P001"]),
        (TEXT.replace("六次", "七次"), []),
        (TEXT.replace("组织培训四次。\n", "组织培训四次。\n督促XX村整改。\n"), ["2022/某局 年报.txt:8:3 P001"]),
        ("全年办案六件。\n" + TEXT, []),
        (TEXT.replace("\n", "\r\n"), ["2022/某局 年报.txt:4:3 P001", "2022/某局 年报.txt:6:3 P001"]),
        (TEXT.rstrip("\n") + "督促XX村整改。", ["2022/某局 年报.txt:7:10 P001"]),
        (TEXT.replace("全年开展检查六次。\n", ""), ["2022/某局 年报.txt:4:3 P001", "2022/某局 年报.txt:5:3 P001"]),
    ],
)
def test_lines(cli: Cli, write: Write, changed: str, expected: list[str]) -> None:
    """What stands in changed lines, and beside lines that went away."""
    write({"2022/某局 年报.txt": changed})

    assert found(cli, ".", "--diff-base", "HEAD") == expected


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("encoding", ["utf-16", "gb18030"])
def test_encodings(cli: Cli, write: Write, encoding: str) -> None:
    """For git a text in UTF-16 is binary: it has changed as a whole."""
    write({"乙.txt": TEXT.replace("XX乡", "XX村").encode(encoding)})
    expected = ["乙.txt:4:3 P001", "乙.txt:6:3 P001"]

    assert found(cli, ".", "--diff-base", "HEAD") == expected


def test_gb18030_has_lines(cli: Cli, write: Write, git: object) -> None:
    write({"乙.txt": TEXT.encode("gb18030")})
    git("add", "."), git("commit", "-qm", "一")  # type: ignore[operator]
    write({"乙.txt": TEXT.replace("XX乡", "XX村").encode("gb18030")})

    assert found(cli, ".", "--diff-base", "HEAD") == ["乙.txt:6:3 P001"]


def test_lines_that_git_does_not_see(cli: Cli, write: Write, git: object) -> None:
    """Where carriage returns alone end lines, git sees one line: all of it counts, none is lost."""
    write({"乙.txt": TEXT.replace("\n", "\r")})
    git("add", "."), git("commit", "-qm", "一")  # type: ignore[operator]
    assert found(cli, ".", "--diff-base", "HEAD") == []
    write({"乙.txt": TEXT.replace("\n", "\r").replace("组织", "举办")})

    assert found(cli, ".", "--diff-base", "HEAD") == ["乙.txt:4:3 P001", "乙.txt:6:3 P001"]


@pytest.mark.usefixtures("repository")
def test_what_is_missing_counts_when_the_file_changed(cli: Cli, write: Write) -> None:
    """It has no line of its own."""
    options = ("--kind", "law-based-government", "--diff-base", "HEAD", ".")
    assert found(cli, *options, rules="S001") == []
    write({"乙.txt": TEXT.replace("六次", "七次")})

    assert set(found(cli, *options, rules="S001")) == {"乙.txt:1:1 S001"}


@pytest.mark.usefixtures("repository")
def test_a_place_that_a_finding_points_to_counts(cli: Cli, write: Write) -> None:
    """The year in the opening is wrong now, because the title was changed."""
    text = "临溪县财政局2022年法治政府建设年度报告\n\n2022年，全县开展检查六次。\n\n一、2022年主要举措\n全年办案六件。\n"
    write({"丙.txt": text})
    subprocess.run(("git", "add", "."), check=True)
    subprocess.run(("git", "commit", "-qm", "二"), check=True)
    write({"丙.txt": text.replace("2022年法治", "2023年法治")})

    assert "丙.txt:5:3 Y001" in found(cli, ".", "--diff-base", "HEAD", rules="Y001")


def test_names(cli: Cli, write: Write, repository: object, folder: Path) -> None:
    """Moved files keep what they had; new ones count whole, tracked or not, and however they are called."""
    git = repository
    git("config", "core.quotepath", "true")  # type: ignore[operator]
    git("config", "diff.noprefix", "true")  # type: ignore[operator]
    (folder / "2023").mkdir()
    git("mv", "乙.txt", '2023/县\t局 "甲".txt')  # type: ignore[operator]
    assert found(cli, ".", "--diff-base", "HEAD") == []
    write({'2023/县\t局 "甲".txt': TEXT.replace("XX乡", "XX村"), "丙.txt": "指导XX村。\n", "丁.txt": "指导XX村。\n"})
    git("add", "丁.txt")  # type: ignore[operator]

    assert found(cli, ".", "--diff-base", "HEAD") == ['2023/县<U+0009>局 "甲".txt:6:3 P001', "丁.txt:1:3 P001", "丙.txt:1:3 P001"]
    assert found(cli, ".", "--staged") == ["丁.txt:1:3 P001"]


def test_since_a_branch_parted(cli: Cli, write: Write, repository: object) -> None:
    """What others changed on the main branch meanwhile is not ours."""
    git = repository
    git("checkout", "-qb", "ours")  # type: ignore[operator]
    write({"2022/某局 年报.txt": TEXT.replace("XX乡", "XX村")})
    git("commit", "-qam", "ours")  # type: ignore[operator]
    git("checkout", "-q", "main")  # type: ignore[operator]
    write({"乙.txt": TEXT.replace("XX镇", "北岸镇")})
    git("commit", "-qam", "theirs")  # type: ignore[operator]
    git("checkout", "-q", "ours")  # type: ignore[operator]

    assert found(cli, ".", "--diff-base", "main") == ["2022/某局 年报.txt:6:3 P001"]


@pytest.mark.usefixtures("repository")
def test_in_a_subfolder(cli: Cli, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"2022/某局 年报.txt": TEXT.replace("XX乡", "XX村"), "乙.txt": TEXT.replace("XX乡", "XX村")})

    monkeypatch.chdir(folder / "2022")
    assert found(cli, ".", "--diff-base", "HEAD") == ["某局 年报.txt:6:3 P001"]
    assert found(cli, "../乙.txt", "--diff-base", "HEAD") == ["../乙.txt:6:3 P001"]
    subprocess.run(("git", "add", "."), check=True)
    assert found(cli, "--staged") == ["某局 年报.txt:6:3 P001"]


class Index:
    """Names for the contents below."""

    STAGED = TEXT.replace("XX乡", "XX村")
    ON_DISK = TEXT.replace("XX乡", "北岸乡").replace("组织", "XX局组织")


def test_staged_is_what_is_in_the_index(cli: Cli, write: Write, repository: object) -> None:
    """Not what stands in the folder: that may have been edited since, or be gone."""
    write({"乙.txt": Index.STAGED, "2022/某局 年报.txt": Index.STAGED, "丙.txt": Index.STAGED})
    repository("add", "乙.txt", "丙.txt")  # type: ignore[operator]
    write({"乙.txt": Index.ON_DISK})
    Path("丙.txt").unlink()

    assert found(cli, "--staged") == ["乙.txt:6:3 P001", "丙.txt:4:3 P001", "丙.txt:6:3 P001"]
    assert found(cli, "--staged", "2022") == []
    assert found(cli, "--staged", "乙.txt") == ["乙.txt:6:3 P001"]


def test_archives(cli: Cli, write: Write, repository: object) -> None:
    """A report in an archive changed with the archive; a staged one is read if it is the one on the disk."""
    write({"甲.zip": _zip("六次"), "乙.zip": _zip("六次")})
    repository("add", "."), repository("commit", "-qm", "二")  # type: ignore[operator]
    assert found(cli, ".", "--diff-base", "HEAD") == []
    write({"甲.zip": _zip("七次")})
    assert found(cli, ".", "--diff-base", "HEAD") == ["甲.zip!报告.txt:4:3 P001", "甲.zip!报告.txt:6:3 P001"]

    repository("add", "甲.zip")  # type: ignore[operator]
    assert found(cli, "--staged") == ["甲.zip!报告.txt:4:3 P001", "甲.zip!报告.txt:6:3 P001"]
    write({"甲.zip": _zip("八次")})
    assert "the archive was changed after it was staged" in cli("--staged", rules="P001").out


def _zip(times: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("报告.txt", TEXT.replace("六次", times))
    return packed.getvalue()


def test_nothing_staged_is_no_failure(cli: Cli, write: Write, repository: object) -> None:
    write({"乙.txt": Index.STAGED, "说明.py": "x = 1\n"})
    repository("add", "说明.py")  # type: ignore[operator]

    outcome = cli("--staged", rules="P001")

    assert (outcome.code, outcome.out, outcome.err) == (0, "", "Nothing that is to be checked is staged.\n")


def test_before_the_first_commit(cli: Cli, write: Write, git: object) -> None:
    write({"乙.txt": TEXT})
    git("add", ".")  # type: ignore[operator]

    assert found(cli, "--staged") == ["乙.txt:4:3 P001", "乙.txt:6:3 P001"]


def test_a_conflict_is_not_passed_over(cli: Cli, write: Write, repository: object) -> None:
    git = repository
    git("checkout", "-qb", "other")  # type: ignore[operator]
    write({"乙.txt": TEXT.replace("XX乡", "XX村")})
    git("commit", "-qam", "其一")  # type: ignore[operator]
    git("checkout", "-q", "main")  # type: ignore[operator]
    write({"乙.txt": TEXT.replace("XX乡", "XX镇")})
    git("commit", "-qam", "其二")  # type: ignore[operator]
    subprocess.run(("git", "merge", "other"), capture_output=True, check=False)

    outcome = cli("-f", "concise", "--staged", rules="P001")

    assert outcome.code == 2
    assert outcome.out == "乙.txt:1:1: error E001 the file cannot be read: its merge conflict is not resolved\n"


@pytest.mark.usefixtures("repository")
def test_fix_keeps_to_what_changed(cli: Cli, write: Write) -> None:
    write({"丙.txt": "切实##paidbegin##加强。\n着力改进。\n"})
    subprocess.run(("git", "add", "."), check=True)
    subprocess.run(("git", "commit", "-qm", "二"), check=True)
    write({"丙.txt": "切实##paidbegin##加强。\n着力##paidbegin##改进。\n"})

    outcome = cli(".", "--fix", "--diff-base", "HEAD")

    assert outcome.code == 0, outcome
    assert Path("丙.txt").read_text(encoding="utf-8") == "切实##paidbegin##加强。\n着力改进。\n"


@pytest.mark.usefixtures("repository")
def test_unused_entries_are_told_all_the_same(cli: Cli, write: Write) -> None:
    """An edit of the passage is what loses them."""
    cli("ignore", "P001", "乙.txt:6", "--reason", "样本", "--by", "王某", rules=None)
    assert found(cli, ".", "--diff-base", "HEAD") == []
    write({"乙.txt": TEXT.replace("XX乡", "XX村")})

    assert found(cli, ".", "--diff-base", "HEAD") == ["乙.txt:6:3 P001", ".reportlint-ignore.toml:4:1 E004"]


def test_a_copy_of_an_old_report(cli: Cli, write: Write, git: object) -> None:
    """Old and new are compared; the finding is about the new one, wherever it stands."""
    text = "青禾镇2023年工作总结\n" + "".join(
        f"第{n}季度开展执法检查{n}次，发现问题{n * 7}个，全部督促整改到位，并向社会公布了结果。\n" for n in range(1, 9)
    )
    write({"a.txt": text, "b.txt": text, "m.txt": text})
    git("add", "."), git("commit", "-qm", "一")  # type: ignore[operator]
    assert found(cli, ".", "--diff-base", "HEAD", rules="C001") == []
    write({"c.txt": text})

    assert found(cli, ".", "--diff-base", "HEAD", rules="C001") == ["c.txt:1:1 C001"]


@pytest.mark.usefixtures("repository")
def test_processes_say_the_same(cli: Cli, write: Write) -> None:
    write({f"{i}.txt": TEXT for i in range(9)})

    assert cli(".", "--diff-base", "HEAD", "-j", "2", rules="P001") == cli(".", "--diff-base", "HEAD", "-j", "1", rules="P001")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--diff-base", "没有"], "--diff-base: git knows no revision 没有"),
        (["--diff-base", "--all"], "--diff-base: git knows no revision --all"),
        (["--diff-base", ""], "--diff-base: git knows no revision "),
        (["--diff-base", "HEAD", "--staged"], "--diff-base and --staged exclude each other"),
        (["--staged", "--fix"], "--staged checks what is staged: it does not go with --fix or --diff"),
        (["--staged", "-"], "standard input is not in git"),
        (["--diff-base", "HEAD", ".", "../外.txt"], ""),
    ],
)
def test_refused(cli: Cli, arguments: list[str], message: str) -> None:
    outcome = cli(*arguments, *([] if arguments[-1] in ("-", "../外.txt") else ["."]), rules="P001", stdin=b"x")

    assert outcome.code == 2
    assert outcome.err.startswith(f"reportlint: {message}"), outcome.err
    assert message or "外.txt lies outside the git repository" in outcome.err


def test_outside_a_repository(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    write({"a.txt": TEXT})

    for option in (["--staged"], ["--diff-base", "HEAD"]):
        outcome = cli(".", *option, rules="P001")
        assert (outcome.code, outcome.err) == (2, "reportlint: --diff-base and --staged work in a git repository only: this is none\n")


def test_without_git(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write({"a.txt": TEXT})
    monkeypatch.setenv("PATH", "/nowhere")

    outcome = cli(".", "--staged", rules="P001")

    assert (outcome.code, outcome.err) == (2, "reportlint: --diff-base and --staged need git, which is not there\n")


def test_a_shallow_clone(cli: Cli, write: Write, repository: object, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = repository
    git("branch", "base")  # type: ignore[operator]
    write({"乙.txt": TEXT.replace("XX乡", "XX村")})
    git("commit", "-qam", "二")  # type: ignore[operator]
    git("clone", "-q", "--depth", "1", "--no-single-branch", f"file://{folder}", "clone")  # type: ignore[operator]
    monkeypatch.chdir(folder / "clone")

    outcome = cli(".", "--diff-base", "origin/base", rules="P001")
    assert outcome.code == 2
    assert "in this shallow clone no common ancestor with origin/base is found: git fetch --unshallow" in outcome.err
    assert "this is a shallow clone: git fetch --unshallow" in cli(".", "--diff-base", "HEAD~1", rules="P001").err
    subprocess.run(("git", "fetch", "-q", "--unshallow"), check=True)
    assert found(cli, ".", "--diff-base", "origin/base") == ["乙.txt:6:3 P001"]
