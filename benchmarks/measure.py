"""The cost of whole processes, taken in alternation."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from benchmarks.peers import Tool


class Cost(NamedTuple):
    """What one run of a program took."""

    cpu: float
    """Seconds of processor time, user and system, with the processes it started."""
    wall: float
    rss: float
    """Peak memory of its largest process in MiB; never seen below that of the process that measures."""


class ToolError(Exception):
    """A tool did not do its work."""


class Results(NamedTuple):
    """The costs of every round, by setting and tool."""

    costs: dict[str, dict[str, list[Cost]]]
    sizes: dict[str, int]
    """Bytes read in each setting."""

    def cpu(self, setting: str, tool: str) -> float | None:
        """Median of the processor time, or None if it was not measured."""
        runs = self.costs.get(setting, {}).get(tool)
        return median(run.cpu for run in runs) if runs else None

    def ratio(self, setting: str, tool: str, other: str, what: str = "cpu") -> float | None:
        """Median over the rounds of what `tool` took by what `other` took in the same round."""
        runs, others = self.costs.get(setting, {}).get(tool), self.costs.get(setting, {}).get(other)
        return median(getattr(a, what) / getattr(b, what) for a, b in zip(runs, others, strict=True)) if runs and others else None


def spend(command: list[str], exits: frozenset[int]) -> Cost:
    """Run `command` with its output in a file. Raises ToolError when its exit code is none of `exits`.

    Not to /dev/null: GNU grep notices that and stops at the first match.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["LC_ALL"] = "C.UTF-8"
    writing = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [(os.POSIX_SPAWN_OPEN, 1, "stdout.txt", writing, 0o644), (os.POSIX_SPAWN_OPEN, 2, "stderr.txt", writing, 0o644)]
    begin = perf_counter()
    pid = os.posix_spawnp(command[0], command, environment, file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    wall = perf_counter() - begin
    code = os.waitstatus_to_exitcode(status)
    if code not in exits:
        said = [
            line for name in ("stdout.txt", "stderr.txt") for line in Path(name).read_text(encoding="utf-8", errors="replace").splitlines()
        ]
        raise ToolError(f"exit {code}: {said[-1] if said else 'no message'}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def alternate(setting: str, tools: list[Tool], path: str, rounds: int) -> dict[str, list[Cost]]:
    """The costs of `rounds` rounds A B C A B C …, after one that warms the page cache and compiles what is stale.

    A tool that fails is told and left out.
    """
    costs: dict[str, list[Cost]] = {tool.name: [] for tool in tools}
    for turn in range(rounds + 1):
        for tool in tools:
            if tool.name not in costs:
                continue
            progress(f"{setting}: {tool.name}, round {turn} of {rounds}")
            try:
                cost = spend(tool.command(path), tool.exits)
            except (ToolError, OSError) as error:
                progress()
                say(f"{setting}: {tool.name} left out: {error}")
                del costs[tool.name]
                continue
            if turn:
                costs[tool.name].append(cost)
    progress()
    return costs


def say(text: str) -> None:
    """Talk goes to stderr, the tables to stdout."""
    print(text, file=sys.stderr, flush=True)


def progress(text: str = "") -> None:
    """A line on the terminal that the next one overwrites."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)
