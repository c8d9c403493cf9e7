"""Files are mended in place, in their own encoding, or not at all."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from reportlint import rewrite
from reportlint.cli import run

TEXT = "青禾镇2023年工作总结\n一、主要工作\n切实##paidbegin##加强预算约束，贯彻XXX法治思想。\n##paidend##\n二、存在问题\n人手少。\n三、下步打算\n补充人员。\n"
FIXED = TEXT.replace("##paidbegin##", "").replace("##paidend##", "").replace("XXX法治思想", "习近平法治思想")


def fix(path: Path, *options: str) -> int:
    return run([str(path), "--isolated", "--lang", "en", "--select", "M,P", "--fix", *options])


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("gb18030", b""), ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE)],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_everything_else_stays_to_the_byte(tmp_path: Path, encoding: str, mark: bytes, newline: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(mark + TEXT.replace("\n", newline).encode(encoding))

    assert fix(path) == 0
    assert path.read_bytes() == mark + FIXED.replace("\n", newline).encode(encoding)


def test_fixing_twice_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    fix(path)
    before = path.stat()

    assert fix(path) == 0
    assert path.stat().st_mtime_ns == before.st_mtime_ns


def test_unsafe_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("青禾镇2023年工作总结\n一、主要工作\n学习贯彻党的XX大精神。\n", encoding="utf-8")

    assert fix(path) == 1
    assert "党的XX大" in path.read_text(encoding="utf-8")
    assert fix(path, "--unsafe-fixes") == 0
    assert "党的二十大" in path.read_text(encoding="utf-8")


def test_mode_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    fix(link)

    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == FIXED
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tmp_path)) == ["a.txt", "link.txt"]


def test_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")

    with pytest.raises(rewrite.NotWrittenError):
        rewrite._write(str(path), b"what was read", b"what would be written")
    assert path.read_text(encoding="utf-8") == TEXT


def test_undecodable_is_never_written(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = TEXT.encode("gb18030") + b"\xff\xff\xfe##paidbegin##"
    path.write_bytes(data)

    assert fix(path) == 2
    assert path.read_bytes() == data


def test_diff_writes_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")

    assert fix(path, "--diff") == 1
    shown = capfd.readouterr()
    assert path.read_text(encoding="utf-8") == TEXT
    assert "-切实##paidbegin##加强预算约束，贯彻XXX法治思想。\n" in shown.out
    assert "+切实加强预算约束，贯彻习近平法治思想。\n" in shown.out
    assert "3 would be mended" in shown.err


def test_standard_input_cannot_be_written(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["-", "--fix", "--isolated", "--lang", "en"]) == 2
    assert "standard input cannot be written back" in capfd.readouterr().err
