"""What tests of the command line share."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from reportlint.cli import run


class Outcome(NamedTuple):
    """What a run of the program did."""

    code: int
    out: str
    err: str


Cli = Callable[..., Outcome]
Write = Callable[[Mapping[str, str | bytes]], None]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory, in an environment that speaks English and has no wishes about colours."""
    for name in ("NO_COLOR", "FORCE_COLOR", "LC_MESSAGES", "LANG", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def write(folder: Path) -> Write:
    """Put files into the working directory."""

    def put(files: Mapping[str, str | bytes]) -> None:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    return put


@pytest.fixture
def cli(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:  # noqa: ARG001 - to be there
    """Run the program in the working directory, by default with the one rule that these tests rely on."""

    def invoke(*arguments: str, rules: str | None = "M001", stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        chosen = ("--select", rules) if rules else ()
        code = run([*chosen, *arguments])
        return Outcome(code, *capsys.readouterr())

    return invoke
