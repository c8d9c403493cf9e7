"""From the paths that are named to the files that are checked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportlint.config.load import Configs
from reportlint.discovery import FORMAT, LINK, STDIN, File, LeftOut, Wanted, discover

if TYPE_CHECKING:
    from tests.conftest import Write


def files(*paths: str, wanted: Wanted | None = None) -> list[str]:
    """The paths of the files to check."""
    return [item.path for item in discover(paths, Configs(), wanted or Wanted()) if isinstance(item, File)]


def left_out(*paths: str, wanted: Wanted | None = None) -> dict[str, str]:
    """What is left out, with the reason."""
    found = discover(paths, Configs(), wanted or Wanted(), every=True)
    return {item.path: item.why.en for item in found if isinstance(item, LeftOut)}


def _empty(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "")


def test_folders_are_walked_in_order(write: Write) -> None:
    write(_empty("b.txt", "a/z.md", "a/b/报告.TXT", "a/c.markdown", "c.text", "d.py", "e", "f.txt.bak"))

    expected = ["a/b/报告.TXT", "a/c.markdown", "a/z.md", "b.txt", "c.text"]
    assert files(".") == expected
    assert files("./") == expected
    assert files("a") == files("./a/") == expected[:3]
    assert files("c.text", "a/b") == ["c.text", "a/b/报告.TXT"]


def test_absolute_paths_stay_as_given(write: Write, folder: Path) -> None:
    write(_empty("a/b.txt"))

    assert files(str(folder / "a")) == [f"{folder}/a/b.txt"]


def test_no_file_twice(write: Write) -> None:
    write(_empty("a/b.txt", "c.txt"))

    assert files("a/b.txt", ".", "a", "./c.txt") == ["a/b.txt", "c.txt"]


def test_default_exclusions(write: Write) -> None:
    write(_empty(".git/a.txt", ".venv/a.txt", "venv/a.txt", "node_modules/a.txt", "x/__pycache__/a.txt", "build/a.txt", "dist/a.txt",
                 "._报告.txt", "~$报告.txt", ".隐藏.txt", "building/a.txt"))  # fmt: skip

    assert files(".") == [".隐藏.txt", "building/a.txt"]
    assert left_out(".")["node_modules/"] == "excluded by default"


def test_a_named_folder_is_walked_although_it_is_excluded(write: Write) -> None:
    write({"build/a.txt": "", "drafts/a.txt": "", "drafts/x/b.txt": "", "reportlint.toml": 'extend-exclude = ["drafts/"]\n'})

    assert files(".") == []
    assert files("build", "drafts") == ["build/a.txt", "drafts/a.txt", "drafts/x/b.txt"]
    assert files("build", "drafts", wanted=Wanted(force_exclude=True)) == []


def test_patterns_of_the_configuration(write: Write) -> None:
    write({
        "reportlint.toml": 'exclude = ["草稿/", "*.bak.txt", "/old", "!keep.bak.txt"]\n',
        **_empty("a/草稿/a.txt", "a.bak.txt", "keep.bak.txt", "old/a.txt", "a/old/a.txt", "build/a.txt", "草稿.txt"),
    })  # fmt: skip

    assert files(".") == ["a/old/a.txt", "build/a.txt", "keep.bak.txt", "草稿.txt"]
    assert left_out(".")["a.bak.txt"] == "excluded by reportlint.toml: *.bak.txt"


def test_patterns_of_the_command_line(write: Write) -> None:
    write({"reportlint.toml": 'extend-exclude = ["b.txt"]\n', **_empty("a.txt", "b.txt", "c.txt", "build/d.txt")})

    assert files(".", wanted=Wanted(extend_exclude=("c.txt",))) == ["a.txt"]
    assert files(".", wanted=Wanted(exclude=("c.txt",))) == ["a.txt", "build/d.txt"]
    assert left_out(".", wanted=Wanted(exclude=("c.txt",)))["c.txt"] == "excluded by --exclude: c.txt"


def test_include(write: Write) -> None:
    write(_empty("a.txt", "b.报告", "c.md", "d.pptx"))
    wanted = Wanted(include=("*.报告", "a.*", "*.pptx"))

    found = [item for item in discover(["."], Configs(), wanted) if isinstance(item, File)]

    assert [(file.path, file.problem is None) for file in found] == [("a.txt", True), ("b.报告", True), ("d.pptx", False)]
    assert next(iter(discover(["b.报告"], Configs(), wanted))).problem is None  # type: ignore[union-attr]


def test_named_files_are_checked_unless_forced_out(write: Write) -> None:
    write(
        {"reportlint.toml": 'extend-exclude = ["drafts/"]\ninclude = ["*.txt"]\n', **_empty("drafts/a.txt", ".git/b.txt", "c.md", "d.txt")}
    )
    named = ["drafts/a.txt", ".git/b.txt", "c.md", "d.txt"]

    assert files(*named) == named
    assert files(*named, wanted=Wanted(force_exclude=True)) == ["d.txt"]
    write({"reportlint.toml": "force-exclude = true\n"})
    assert files(*named) == ["drafts/a.txt", "c.md", "d.txt"]


def test_folders_above_the_root_do_not_count(write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(_empty(".cache/build/a.txt"))
    monkeypatch.chdir(folder / ".cache/build")

    assert files("a.txt", wanted=Wanted(force_exclude=True)) == ["a.txt"]
    assert files(".") == ["a.txt"]


def test_nearest_configuration_decides(write: Write) -> None:
    write({
        "reportlint.toml": 'extend-exclude = ["x.txt"]\n', "a/reportlint.toml": 'extend-exclude = ["y.txt"]\n',
        **_empty("x.txt", "y.txt", "a/x.txt", "a/y.txt", "a/b/x.txt", "a/b/y.txt"),
    })  # fmt: skip

    assert files(".") == ["a/b/x.txt", "a/x.txt", "y.txt"]


GIT = {
    ".git/HEAD": "",
    ".gitignore": "# 注释\n*.tmp.txt\n/top.txt\nout/\n!keep.tmp.txt\n[z-a]\n",
    "sub/.gitignore": "!b.tmp.txt\nlocal.txt\n",
    **dict.fromkeys(
        ["a.tmp.txt", "keep.tmp.txt", "top.txt", "out/a.txt", "sub/top.txt", "sub/b.tmp.txt", "sub/local.txt", "sub/d/local.txt"], ""
    ),
}


def test_gitignore(write: Write) -> None:
    write(GIT)

    assert files(".") == ["keep.tmp.txt", "sub/b.tmp.txt", "sub/top.txt"]
    assert left_out(".")["sub/d/local.txt"] == "excluded by sub/.gitignore: local.txt"
    assert left_out(".")["out/"] == "excluded by .gitignore: out/"


def test_gitignore_above_the_named_folder(write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write({**GIT, "sub/c.tmp.txt": ""})

    assert files("sub") == ["sub/b.tmp.txt", "sub/top.txt"]
    assert files("out") == ["out/a.txt"]
    monkeypatch.chdir(folder / "sub")
    assert files(".") == ["b.tmp.txt", "top.txt"]


def test_gitignore_can_be_ignored(write: Write) -> None:
    write({**GIT, "reportlint.toml": "respect-gitignore = false\n"})

    assert "out/a.txt" in files(".")


def test_named_files_are_checked_although_git_ignores_them(write: Write) -> None:
    write(GIT)

    assert files("top.txt", wanted=Wanted(force_exclude=True)) == ["top.txt"]


def test_formats_that_cannot_be_read_yet(write: Write) -> None:
    write(_empty("a.pptx", "b.PPT", "c.jpg"))

    found = list(discover(["."], Configs(), Wanted()))

    assert [(item.path, item.kind) for item in found if isinstance(item, LeftOut)] == [("a.pptx", FORMAT), ("b.PPT", FORMAT)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with pipes and links")
def test_links_and_pipes(write: Write, folder: Path) -> None:
    write(_empty("real/a.txt"))
    (folder / "loop").symlink_to("..")
    (folder / "folder.txt").symlink_to("real")
    (folder / "link.txt").symlink_to("real/a.txt")
    (folder / "broken.txt").symlink_to("nowhere.txt")
    os.mkfifo(folder / "pipe.txt")

    assert files(".") == ["broken.txt", "link.txt", "real/a.txt"]
    found = [item for item in discover(["."], Configs(), Wanted()) if isinstance(item, LeftOut)]
    assert [(item.path, item.kind) for item in found] == [("folder.txt", LINK), ("loop", LINK)]
    assert left_out(".")["pipe.txt"] == "a pipe or device, not a regular file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_folder_without_permission(write: Write, folder: Path) -> None:
    write(_empty("locked/a.txt", "b.txt"))
    (folder / "locked").chmod(0)
    try:
        found = [item for item in discover(["."], Configs(), Wanted()) if isinstance(item, File)]
    finally:
        (folder / "locked").chmod(0o755)

    assert [(file.path, file.problem and file.problem.en) for file in found] == [("b.txt", None), ("locked", "no permission to read it")]


def test_folder_that_cannot_be_listed(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(_empty("locked/a.txt", "b.txt"))
    listed = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("locked"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr("reportlint.discovery.os.scandir", refuse)
    found = [item for item in discover(["."], Configs(), Wanted()) if isinstance(item, File)]

    assert [(file.path, file.problem and file.problem.zh) for file in found] == [("b.txt", None), ("locked", "没有读取权限")]


def test_standard_input(write: Write) -> None:
    write({"sub/reportlint.toml": 'kind = "general"\n'})

    plain = next(discover(["-"], Configs(), Wanted()))
    named = next(discover(["-"], Configs(), Wanted(stdin_filename="sub/x.md")))

    assert isinstance(plain, File)
    assert isinstance(named, File)
    assert (plain.path, plain.how, plain.config.kind) == ("-", STDIN, None)
    assert (named.path, named.how, named.config.kind) == ("sub/x.md", STDIN, "general")


def test_patterns_from_here_and_absolute_ones(write: Write, folder: Path) -> None:
    write({
        "reportlint.toml": f'extend-exclude = ["./a.txt", "{folder}/b.txt", "./d/"]\n',
        **_empty("a.txt", "b.txt", "c.txt", "d/a.txt", "e/a.txt", "e/b.txt"),
    })  # fmt: skip

    assert files(".") == ["c.txt", "e/a.txt", "e/b.txt"]
    assert files(".", wanted=Wanted(extend_exclude=("./e/",))) == ["c.txt"]
    assert files(".", wanted=Wanted(include=("./e/*.txt",))) == ["e/a.txt", "e/b.txt"]
