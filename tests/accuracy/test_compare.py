"""The regression view tells what one build finds and the other does not."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

compare = pytest.importorskip("accuracy.compare", reason="accuracy/ is part of the checkout, not of the wheel")

from accuracy.__main__ import main  # noqa: E402


def _build(folder: Path, name: str, findings: list[tuple[str, str, int, str]]) -> str:
    """A command that prints these findings whatever it is asked."""
    told = [{"code": code, "rule": rule, "path": "a.txt", "line": line, "column": 3, "text": text} for code, rule, line, text in findings]
    script = folder / name
    script.write_text(f"print({json.dumps({'findings': told})!r})", encoding="utf-8")
    return f"{sys.executable} {script}"


def test_added_and_removed_findings_are_told_by_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = _build(tmp_path, "old.py", [("P001", "placeholder-mask", 2, "XX"), ("Y005", "impossible-date", 4, "2月30日")])
    new = _build(tmp_path, "new.py", [("P001", "placeholder-mask", 2, "XX"), ("F010", "repeated-word", 5, "提高\n提高")])
    assert main(["compare", old, new, str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "F010 repeated-word  +1 -0",
        "  + a.txt:5:3  提高 提高",
        "Y005 impossible-date  +0 -1",
        "  - a.txt:4:3  2月30日",
    ]


def test_equal_builds_differ_in_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = _build(tmp_path, "build.py", [("P001", "placeholder-mask", 2, "XX")] * 2)
    assert main(["compare", build, build, str(tmp_path)]) == 0
    assert capsys.readouterr().out == "no finding added or removed\n"


def test_a_build_that_fails_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = _build(tmp_path, "build.py", [])
    (tmp_path / "broken.py").write_text("raise SystemExit('no such thing')", encoding="utf-8")
    assert main(["compare", build, f"{sys.executable} {tmp_path / 'broken.py'}", str(tmp_path)]) == 2
    assert "no such thing" in capsys.readouterr().err


def test_a_real_build_can_be_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("召开会议XX次。\n", encoding="utf-8")
    build = f"{sys.executable} -m reportlint"
    assert main(["compare", f"{build} --select T", build, str(tmp_path / "a.txt")]) == 1
    assert "  + " in capsys.readouterr().out
