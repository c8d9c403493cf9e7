"""What reportlint is measured against, and how each of them is called.

Peers of Node are installed with npm into a folder of their own; one that cannot be had is named with the reason.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

PLACEHOLDERS = (
    "[XxＸ]{2,}[省市县区镇乡村街局厅委]",
    "[×*＊]+[省市县区镇乡村街局厅委]",
    "[XxＸ×*]{1,4}[件次个项名份场期条起家户万亿元]",
    "(19|20)[0-9XxＸ×*]?[XxＸ×*]{1,2}年",
    "[XxＸ×*]{1,2}月[XxＸ×*]{1,2}日",
    "某某?[省市县区镇乡局厅委街]",
    "【[^】]{0,12}(单位|名称|日期|填写)[^】]{0,12}】",
    "[（(](此处|请)[^）)]{0,12}[）)]",
    "_{3,}|□{2,}|〔〕",
    r"##paid(begin|end)##|\$\$paid(begin|end)\$\$|</?paid>",
    r"##pagebreak##|\[nextpage\]|#p#[^#]*#e#",
    "党的[XxＸ×*]+大",
    "[XxＸ×*]+(新时代中国特色社会主义思想|法治思想)",
    "仅展示[0-9]+字|下载(需|后)[^。]{0,8}|下载积分",
    r"\{\{[^{}]*\}\}",
)
"""What someone without a linter would search for; they mean the same to grep -E and to JavaScript."""

AUTOCORRECT = ("autocorrect-node@2.14.0",)
TEXTLINT = ("textlint@15.8.0", "textlint-rule-prh@6.1.0")


class Tool(NamedTuple):
    """A program that reads a folder or a file of reports."""

    name: str
    command: Callable[[str], list[str]]
    """The whole command for a path."""
    exits: frozenset[int] = frozenset({0})
    """Exit codes that mean it did its work."""
    most: int = 1_000_000
    """More files than this it cannot take."""


class Missing(NamedTuple):
    """A peer that cannot be measured here, and why."""

    name: str
    reason: str


def reportlint(name: str, exe: list[str], *, processes: int = 1, patterns: bool = False) -> Tool:
    """The linter itself, with all its rules and nothing read from a configuration.

    Nothing is known from earlier runs, with `patterns` nothing but how patterns compile.
    """
    caches = ["--cache-dir", os.devnull] if patterns else ["--no-cache"]
    options = ["--select", "ALL", "--isolated", *caches, "--exit-zero", "-j", str(processes)]
    return Tool(name, lambda path: [*exe, "check", *options, path])


def remembering(name: str, exe: list[str], folder: Path, *, anew: bool) -> Tool:
    """The linter with its cache of results in `folder`; `anew`: empty before each run, else as the run before left it."""
    options = ["--select", "ALL", "--isolated", "--cache-dir", str(folder), "--exit-zero", "-j", "1"]

    def command(path: str) -> list[str]:
        if anew:
            shutil.rmtree(folder, ignore_errors=True)
        return [*exe, "check", *options, path]

    return Tool(name, command)


def peers(names: Iterable[str], out: Path) -> list[Tool | Missing]:
    """The peers of these names, ready to run in the folder `out`."""
    return [_PEERS[name](out) for name in names]


def _grep(_out: Path) -> Tool | Missing:
    exe = shutil.which("grep")
    if not exe:
        return Missing("grep", "not installed")
    patterns = [option for pattern in PLACEHOLDERS for option in ("-e", pattern)]
    return Tool("grep", lambda path: [exe, "-rnE", *patterns, path], frozenset({0, 1}))


def _codespell(_out: Path) -> Tool | Missing:
    exe = Path(sys.executable).with_name("codespell")
    if not exe.exists():
        return Missing("codespell", "not installed beside this Python: pip install codespell")
    return Tool("codespell", lambda path: [str(exe), path], frozenset({0, 65}))


def _autocorrect(out: Path) -> Tool | Missing:
    exe = _node(out, "autocorrect", AUTOCORRECT)
    if isinstance(exe, Missing):
        return exe
    return Tool("autocorrect", lambda path: [exe, "--lint", "--format", "json", "--threads", "1", path], frozenset({0, 1}))


def _textlint(out: Path) -> Tool | Missing:
    exe = _node(out, "textlint", TEXTLINT)
    if isinstance(exe, Missing):
        return exe
    rules = [{"pattern": f"/{pattern}/", "expected": "（核实）"} for pattern in PLACEHOLDERS]
    (out / "prh.yml").write_text(json.dumps({"version": 1, "rules": rules}), encoding="utf-8")
    config = out / "textlintrc.json"
    config.write_text(json.dumps({"rules": {"prh": {"rulePaths": ["prh.yml"]}}}), encoding="utf-8")
    command = [exe, "--config", str(config), "--format", "json"]
    return Tool("textlint", lambda path: [*command, path], frozenset({0, 1}), most=2_000)  # opens all files at once: EMFILE


_PEERS: dict[str, Callable[[Path], Tool | Missing]] = {
    "grep": _grep, "codespell": _codespell, "autocorrect": _autocorrect, "textlint": _textlint,
}  # fmt: skip

NAMES = tuple(_PEERS)


def _node(out: Path, name: str, packages: tuple[str, ...]) -> str | Missing:
    """The program `name` of these npm packages, installed first if need be."""
    home = out / "node" / name
    exe = home / "node_modules" / ".bin" / name
    if exe.exists():
        return str(exe)
    npm = shutil.which("npm")
    if not npm:
        return Missing(name, "npm is not installed")
    home.mkdir(parents=True, exist_ok=True)
    (home / "package.json").write_text('{"private": true}\n', encoding="utf-8")
    command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(home), *packages]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    except subprocess.TimeoutExpired:
        return Missing(name, "npm install took longer than 600 s")
    if done.returncode or not exe.exists():
        return Missing(name, "npm install failed: " + (done.stderr.strip().splitlines() or ["no message"])[-1])
    return str(exe)
