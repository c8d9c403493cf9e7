"""Where the time goes inside reportlint: microseconds per file for each stage and each rule.

    python -m benchmarks.profile
    python -m benchmarks.profile --files 500 --passes 9
    python -m benchmarks.profile --path examples
    python -m benchmarks.profile --growth 1 4 16      one file of 1, 4 and 16 MB: what grows faster than the text?

A stage does not count the stages inside it, and a rule not what it shares with others (`report.shared`, told on its
own). Of several passes over a file the quickest counts for each line of the table; a clock adds about 0.4 us a call.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from time import perf_counter_ns
from typing import ParamSpec, TypeVar

from benchmarks.corpus import reports, single
from reportlint.engine import Linter
from reportlint.finding import Hit
from reportlint.plugins import load
from reportlint.report import Report
from reportlint.rule import Check
from reportlint.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")

STAGES = (
    "reportlint.readers:decode",
    "reportlint.readers:view",
    "reportlint.readers:set_aside",
    "reportlint.readers:lines",
    "reportlint.readers.reflow:is_wrapped",
    "reportlint.readers:_without_page_numbers",
    "reportlint.readers.reflow:join",
    "reportlint.readers:_with_title",
    "reportlint.readers:_logical",
    "reportlint.readers:close_up",
    "reportlint.readers.blocks:classify",
    "reportlint.engine:outline",
    "reportlint.engine:recognise",
    "reportlint.engine:check_structure",
    "reportlint.engine:_located",
    "reportlint.filters:one_per_defect",
    "reportlint.filters:in_order",
)
"""Functions, each in the module that calls it by this name."""

REST = "everything else"


class Clock:
    """Time spent in named calls, less the named calls inside them."""

    def __init__(self) -> None:
        self.spent: dict[str, int] = defaultdict(int)
        self._inside: list[int] = []

    def around(self, name: str, function: Callable[P, T]) -> Callable[P, T]:
        """`function`, timed under `name`."""

        def timed(*args: P.args, **kwargs: P.kwargs) -> T:
            self._inside.append(0)
            begin = perf_counter_ns()
            try:
                return function(*args, **kwargs)
            finally:
                took = perf_counter_ns() - begin
                self.spent[name] += took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        return timed


def profile(linter: Linter, files: list[tuple[str, bytes]], passes: int) -> dict[str, list[int]]:
    """Nanoseconds by stage or rule: of each file the least of `passes`. Puts clocks into the modules of reportlint for good."""
    clock = Clock()
    check = clock.around(REST, _clocked(linter, clock))
    least: list[dict[str, int]] = []
    for path, data in files * passes:
        clock.spent.clear()
        check(path, data)
        least.append(dict(clock.spent))
    count = len(files)
    names = {name for spent in least for name in spent}
    return {name: [min(spent.get(name, 0) for spent in least[i::count]) for i in range(count)] for name in names}


def _clocked(linter: Linter, clock: Clock) -> Callable[[str, bytes], object]:
    """`linter.check_bytes`, with a clock in every stage, rule and shared extraction."""
    for stage in STAGES:
        module, name = stage.split(":")
        setattr(import_module(module), name, clock.around(stage.removeprefix("reportlint."), getattr(import_module(module), name)))
    for rule in linter.rules:
        rule.run = clock.around(f"{rule.code} {rule.name}", _complete(rule.run))
    shared, clocked = Report.shared, dict[object, Callable[[Report], object]]()

    def timed(report: Report, extract: Callable[[Report], object]) -> object:
        if extract not in clocked:
            clocked[extract] = clock.around(f"shared {extract.__module__.rpartition('.')[2]}.{extract.__name__}", extract)
        return shared(report, clocked[extract])

    setattr(Report, "shared", timed)  # noqa: B010 - mypy would not let a method be assigned
    return linter.check_bytes


def _complete(check: Check) -> Check:
    """`check` run to its end at once: a generator by itself has done nothing yet."""

    def run(report: Report) -> Iterator[Hit]:
        return iter(list(check(report)))

    return run


def show(times: dict[str, list[int]], files: list[tuple[str, bytes]]) -> None:
    """The table, dearest first."""
    total = sum(sum(column) for column in times.values())
    count, size = len(files), sum(len(data) for _, data in files)
    print(f"{count} files, {size / count / 1000:.1f} KB each: {total / count / 1000:.0f} us per file, {size / total * 1000:.0f} MB/s\n")
    print(f"{'us per file':>11}{'share':>8}{'dearest':>9}")
    for name, column in sorted(times.items(), key=lambda item: -sum(item[1])):
        print(f"{sum(column) / count / 1000:11.1f}{sum(column) / total:8.1%}{max(column) / 1000:9.0f}  {name}")


def show_growth(linter: Linter, seed: int, sizes: list[int]) -> None:
    """Microseconds per KB in one file of so many MB, by stage or rule; what grows fastest from first to last size first."""
    check = _clocked(linter, clock := Clock())
    columns = []
    for size in sizes:
        data = single(seed, size * 1_000_000)
        clock.spent.clear()
        clock.around(REST, check)("single.txt", data)
        columns.append({name: spent / size / 1e6 for name, spent in clock.spent.items()})
    first, last = columns[0], columns[-1]
    print("".join(f"{size:>9} MB" for size in sizes) + "  us per KB")
    print("".join(f"{sum(column.values()):12.2f}" for column in columns) + "  altogether")
    for name in sorted(last, key=lambda name: first.get(name, 0) - last[name]):
        print("".join(f"{column.get(name, 0):12.2f}" for column in columns) + f"  {name}")


def main(arguments: list[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profile", description="microseconds per file by stage and rule")
    parser.add_argument("--files", type=int, default=200, help="how many generated reports")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--passes", type=int, default=5)
    parser.add_argument("--path", type=Path, help="a folder of .txt and .md files instead")
    parser.add_argument("--growth", type=int, nargs="+", metavar="MB", help="one file of each of these sizes instead")
    parser.add_argument("--select", nargs="*", default=["ALL"], help="rules to run (default: all)")
    options = parser.parse_args(arguments)
    linter = Linter(load(), Settings(select=tuple(options.select)))
    if options.growth:
        show_growth(linter, options.seed, options.growth)
        return
    if options.path:
        files = [(str(path), path.read_bytes()) for path in sorted(options.path.rglob("*")) if path.suffix in (".txt", ".md")]
    else:
        files = [(name, text.encode()) for name, text, _ in reports(options.seed, options.files)]
    show(profile(linter, files, options.passes), files)


if __name__ == "__main__":
    main()
