"""The measuring commands measure, and say what they could not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

measure = pytest.importorskip("benchmarks.measure", reason="benchmarks/ is part of the checkout, not of the wheel")
run = pytest.importorskip("benchmarks.run")
peers = pytest.importorskip("benchmarks.peers")

ROOT = Path(__file__).parents[2]


def _python(code: str) -> list[str]:
    return [sys.executable, "-I", "-S", "-c", code]


def test_cost_of_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processor time and memory are those of the child and of what it started."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    idle = measure.spend(_python("import os; assert 'PYTHONDONTWRITEBYTECODE' not in os.environ"), frozenset({0}))
    busy = measure.spend(_python("import os\nif os.fork(): os.wait()\nelse: b'x' * (400 << 20)"), frozenset({0}))
    assert busy.cpu > idle.cpu
    assert busy.rss > idle.rss + 50


def test_failing_tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A tool that fails is left out, with what it said."""
    monkeypatch.chdir(tmp_path)
    good = peers.Tool("good", lambda _path: _python("pass"))
    bad = peers.Tool("bad", lambda _path: _python("raise SystemExit('no such option')"))
    costs = measure.alternate("two tools", [good, bad], "x", 2)
    assert {name: len(runs) for name, runs in costs.items()} == {"good": 2}
    assert "bad left out: exit 1: no such option" in capsys.readouterr().err


def test_ratio_is_taken_round_by_round() -> None:
    """A round in which the machine was busy spoils neither tool."""
    own = [measure.Cost(cpu, cpu, 70) for cpu in (1.0, 9.0, 1.1)]
    other = [measure.Cost(cpu, cpu / 2, 30) for cpu in (2.0, 18.0, 2.0)]
    results = measure.Results({"2000 files": {"reportlint": own, "codespell": other}}, {"2000 files": 13_000_000})
    assert results.ratio("2000 files", "reportlint", "codespell") == 0.5
    assert results.ratio("2000 files", "reportlint", "codespell", "wall") == 1.0
    assert results.ratio("2000 files", "reportlint", "textlint") is None
    assert [aim.seen(results) for aim in run.AIMS] == [0.5, *[None] * (len(run.AIMS) - 1)]


def test_missing_peer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A peer that cannot be had is named with the reason."""
    monkeypatch.setattr(peers.shutil, "which", lambda _name: None)
    assert [(peer.name, peer.reason) for peer in peers.peers(["grep", "textlint"], tmp_path)] == [
        ("grep", "not installed"),
        ("textlint", "npm is not installed"),
    ]


def test_profile_knows_every_stage() -> None:
    """The functions that the profile puts clocks into are still there and are called."""
    command = [sys.executable, "-m", "benchmarks.profile", "--files", "40", "--passes", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for stage in (
        "readers:decode",
        "readers:lines",
        "readers.reflow:join",
        "readers.blocks:classify",
        "engine:outline",
        "engine:check_structure",
    ):
        assert stage in done.stdout
    assert "P001 placeholder-mask" in done.stdout
