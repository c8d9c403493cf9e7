"""Checking many files with processes that may die."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportlint.engine import Linter

if TYPE_CHECKING:
    from tests.conftest import Cli, Write

BAD = "切实##paidbegin##加强预算约束。\n"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_file_that_kills_its_process_is_reported(cli: Cli, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write({f"{i:02}.txt": BAD for i in range(40)})
    check = Linter.check_bytes

    def deadly(self: Linter, path: str, data: bytes) -> object:
        if path == "17.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return check(self, path, data)

    monkeypatch.setattr(Linter, "check_bytes", deadly)
    outcome = cli(".", "-j", "2", "--output-format", "concise")

    expected = [f"{i:02}.txt:1:3: error M001 pay-wall tag ##paidbegin## left in the text" for i in range(40)]
    expected[17] = "17.txt:1:1: error E001 the file cannot be read: the process that checked it died (signal 9)"
    assert outcome.code == 2
    assert outcome.out.splitlines() == expected


def test_each_file_is_checked_under_its_nearest_configuration(cli: Cli, write: Write) -> None:
    write({
        "a/reportlint.toml": 'ignore = ["M001"]\n', "b/reportlint.toml": '[severity]\nM001 = "info"\n', "a/x.txt": BAD, "b/x.txt": BAD, "x.txt": BAD,
    })  # fmt: skip

    out = cli(".", "--output-format", "concise", rules=None).out

    assert [line for line in out.splitlines() if "M001" in line] == [
        "b/x.txt:1:3: info M001 pay-wall tag ##paidbegin## left in the text",
        "x.txt:1:3: error M001 pay-wall tag ##paidbegin## left in the text",
    ]


PLUGIN = """
from reportlint import Bilingual, Hit, Rule, Severity, Span, hookimpl

TEXT = Bilingual("文", "text")


def rule(code, name):
    return Rule(code=code, name=name, severity=Severity.WARNING, title=TEXT, clause=TEXT, messages={"found": TEXT}, help=TEXT, good=(), bad=())


endless, broken, fine = rule("X001", "endless"), rule("X002", "broken"), rule("X003", "fine")


@endless.check
def check(report):
    while "死" in report.text:
        pass
    yield from ()


@broken.check
def check(report):
    yield Hit(Span(0, 1))
    raise ValueError("boom")


@fine.check
def check(report):
    yield Hit(Span(0, 1))


@hookimpl
def reportlint_rules():
    return [endless, broken, fine]
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_rules_of_a_plugin_that_fail_or_never_end(cli: Cli, write: Write, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(folder)
    write({
        "reportlint_test_plugin.py": PLUGIN, "a.txt": "死循环。\n", "b.txt": "正文。\n",
        "reportlint.toml": 'plugins = ["reportlint_test_plugin"]\nrule-timeout = 0.2\n',
    })  # fmt: skip

    outcome = cli(".", "-j", "2", "--output-format", "concise", rules="X")

    assert outcome.code == 2
    assert outcome.out.splitlines() == [
        "a.txt:1:1: error E003 rule X001 endless (reportlint_test_plugin) was stopped after 0.2 s; the other rules went on",
        "a.txt:1:1: error E003 rule X002 broken (reportlint_test_plugin) failed on this file: ValueError: boom; the other rules went on",
        "a.txt:1:1: warning X002 text",
        "a.txt:1:1: warning X003 text",
        "b.txt:1:1: error E003 rule X002 broken (reportlint_test_plugin) failed on this file: ValueError: boom; the other rules went on",
        "b.txt:1:1: warning X002 text",
        "b.txt:1:1: warning X003 text",
    ]
    assert ["X003", "fine"] in [line.split()[:2] for line in cli("rules", rules=None).out.splitlines()]
