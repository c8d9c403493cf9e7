"""docs/commands.md names every command of the program, and none that is not there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from reportlint.cli.app import COMMANDS

PAGES = [Path(__file__).parents[2] / "docs" / name for name in ("commands.md", "commands.zh.md")]
ROW = re.compile(r"\| `(?P<command>[a-z]+)` \|.+\| `(?P<example>reportlint [^`]+)` \|")
OTHER = re.compile(r"\| `(?P<example>reportlint [^`]+)` \|")

pytestmark = pytest.mark.skipif(not PAGES[0].exists(), reason="the pages are not beside the tests")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_names_every_command(page: Path) -> None:
    named = [found["command"] for found in ROW.finditer(page.read_text(encoding="utf-8"))]

    assert sorted(named) == sorted(str(name) for name in COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_are_understood(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    examples = [found["example"] for rows in (ROW, OTHER) for found in rows.finditer(text)]

    assert len(examples) > len(COMMANDS)
    for example in examples:
        words = shlex.split(example.partition(">>")[0])[1:]
        name = words.pop(0) if words[0] in COMMANDS else "check"
        command = COMMANDS[name]
        command.parse_args(click.Context(command), words)  # raises what is wrong
