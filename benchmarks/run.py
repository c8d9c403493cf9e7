"""reportlint beside its peers: processor time of whole processes, in alternation.

    python -m benchmarks.run
    python -m benchmarks.run --files 200 2000 --rounds 7 --peers grep codespell --single 0 --json benchmarks/out/run.json

Each round runs every tool once, A B C A B C …, so that a busy machine hurts all of them. Ratios are medians over the
rounds, each taken within its round.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.corpora import cold_file, files, single_file
from benchmarks.measure import Results, alternate, say
from benchmarks.peers import NAMES, Missing, Tool, peers, remembering, reportlint

OUT = Path(__file__).parent / "out"
OWN, TWO, ANEW = "reportlint", "reportlint -j 2", "reportlint --no-cache"
FILLING, WARM = "filling the cache", "out of the cache"


class Aim(NamedTuple):
    """A figure that reportlint is to keep to."""

    what: str
    limit: float
    seen: Callable[[Results], float | None]
    """None when it was not measured."""
    at_most: bool = True


def _per_byte(results: Results) -> float | None:
    """How much dearer a byte is in the single file than in 2,000 files."""
    single, small = results.cpu("single file", OWN), results.cpu("2000 files", OWN)
    return single / results.sizes["single file"] / (small / results.sizes["2000 files"]) if single and small else None


def _memory(results: Results) -> float | None:
    runs = results.costs.get("20000 files", {}).get(OWN)
    return max(run.rss for run in runs) if runs else None


AIMS = (
    Aim("2,000 files: CPU of codespell", 1.0, lambda results: results.ratio("2000 files", OWN, "codespell")),
    Aim("2,000 files: CPU of autocorrect, one thread", 0.35, lambda results: results.ratio("2000 files", OWN, "autocorrect")),
    Aim("cold start on one file: CPU of codespell", 1.0, lambda results: results.ratio("cold start", OWN, "codespell")),
    Aim("single file: CPU per MB of 2,000 files", 1.2, _per_byte),
    Aim("20,000 files: peak memory in MiB", 80, _memory),
    Aim("out of the cache: CPU of a run without", 0.2, lambda results: results.ratio(_CACHE, WARM, OWN)),
    Aim("two processes: wall time of one by that of two", 1.7, lambda results: results.ratio("two processes", OWN, TWO, "wall"),
        at_most=False),
)  # fmt: skip


_CACHE = "cache of results"


def measure(options: argparse.Namespace) -> Results:
    """Everything that the options ask for."""
    exe = options.exe
    own, two = reportlint(OWN, exe), reportlint(TWO, exe, processes=2)
    others = []
    for peer in peers(options.peers, OUT):
        if isinstance(peer, Missing):
            say(f"{peer.name} is not measured: {peer.reason}")
        else:
            others.append(peer)
    results = Results({}, {})

    def run(setting: str, tools: list[Tool], corpus: tuple[Path, int], rounds: int) -> None:
        path, results.sizes[setting] = corpus
        results.costs[setting] = alternate(setting, tools, path.name if path.parent == OUT else os.path.relpath(path, OUT), rounds)

    for count in sorted(options.files):
        for tool in others:
            if count > tool.most:
                say(f"{count} files: {tool.name} left out: it cannot take more than {tool.most}")
        run(f"{count} files", [own, *(tool for tool in others if count <= tool.most)], files(OUT, count), options.rounds)
    if options.files:
        run("two processes", [own, two], files(OUT, max(options.files)), options.rounds)
    if options.cache:
        folders = [OUT / "cache-filling", OUT / "cache-warm"]
        remember = [remembering(FILLING, exe, folders[0], anew=True), remembering(WARM, exe, folders[1], anew=False)]
        run(_CACHE, [reportlint(OWN, exe, patterns=True), *remember], files(OUT, options.cache), options.rounds)
    if options.single:
        run("single file", [own, *others], single_file(OUT, options.single), options.rounds)
    if options.cold:
        run("cold start", [reportlint(OWN, exe, patterns=True), reportlint(ANEW, exe), *others], cold_file(OUT), options.cold)
    return results


def show(results: Results) -> None:
    """What each tool took beside reportlint, and the aims."""
    print(f"{'':24}{'CPU s':>9}{'wall s':>9}{'CPU s/MB':>10}{'RSS MiB':>9}{'reportlint / it':>17}")
    for setting, costs in results.costs.items():
        size = results.sizes[setting] / 1e6
        print(f"{setting}, {size:.3g} MB")
        for name, runs in costs.items():
            cpu, wall = median(run.cpu for run in runs), median(run.wall for run in runs)
            ratio = results.ratio(setting, OWN, name)
            beside = f"{ratio:17.2f}" if ratio and name != OWN else ""
            print(f"  {name:22}{cpu:9.3f}{wall:9.3f}{cpu / size:10.4f}{max(run.rss for run in runs):9.0f}{beside}")
    print(f"\n{'aim':50}{'limit':>9}{'seen':>8}")
    for aim in AIMS:
        seen = aim.seen(results)
        met = seen is not None and (seen <= aim.limit if aim.at_most else seen >= aim.limit)
        verdict = "not measured" if seen is None else "met" if met else "NOT MET"
        print(f"{aim.what:50}{'<=' if aim.at_most else '>='}{aim.limit:7g}{'' if seen is None else f'{seen:.2f}':>8}  {verdict}")


def main(arguments: list[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description="measure reportlint beside its peers")
    parser.add_argument("--files", type=int, nargs="*", default=[200, 2_000, 20_000], help="how many reports (default: 200 2000 20000)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", nargs="*", choices=NAMES, default=NAMES, help="default: all")
    parser.add_argument("--single", type=int, default=50, metavar="MB", help="size of the single file; 0 leaves it out")
    parser.add_argument("--cold", type=int, default=15, metavar="ROUNDS", help="rounds of the cold start on one file; 0 leaves it out")
    parser.add_argument("--cache", type=int, default=2_000, metavar="FILES", help="files for the cache of results; 0 leaves it out")
    parser.add_argument("--exe", default=str(Path(sys.executable).with_name("reportlint")), help="the command to measure")
    parser.add_argument("--json", type=Path, metavar="FILE", help="save the cost of every run")
    options = parser.parse_args(arguments)
    saved = options.json.absolute() if options.json else None
    options.exe = [str(Path(word).absolute()) if Path(word).exists() else word for word in shlex.split(options.exe)]
    OUT.mkdir(exist_ok=True)
    os.chdir(OUT)  # below the folder that .gitignore names: some tools skip what is ignored, but not the folder they run in
    load = os.getloadavg()[0]
    results = measure(options)
    print(f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} cores, load {load:.1f} at the start\n")
    show(results)
    if saved:
        costs = {
            setting: {tool: [run._asdict() for run in runs] for tool, runs in tools.items()} for setting, tools in results.costs.items()
        }
        saved.write_text(json.dumps({"load": load, "bytes": results.sizes, "costs": costs}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
