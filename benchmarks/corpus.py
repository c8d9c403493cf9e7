"""Distinct official reports out of a seed, with a manifest of the defects put into them.

    python -m benchmarks.corpus OUT --files 2000 --seed 1     OUT/*.txt and OUT.manifest.jsonl
    python -m benchmarks.corpus OUT --single 50 --seed 1      OUT/single.txt of 50 MB

Three quarters are annual reports on law-based government, the rest work summaries of a year or half-year.
The same seed gives the same bytes on every machine; the words are in phrases.toml.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.draft import RATES, Defect, Draft
from benchmarks.layout import lay_out

__all__ = ["RATES", "Defect", "Sample", "manifest_of", "report", "reports", "single", "write"]


class Sample(NamedTuple):
    """A generated report."""

    name: str
    text: str
    defects: tuple[Defect, ...]


def report(seed: int, size: int | None = None) -> Sample:
    """The report of `seed`; about `size` bytes long, if given, else 3 to 16 KB with a median of 6.3 KB."""
    draft = Draft(seed, size)
    return Sample(f"{seed:07d}.txt", *draft.settle(lay_out(draft.compose(), draft.rng)))


def reports(seed: int, count: int, size: int | None = None) -> Iterator[Sample]:
    """`count` reports, none of them among those of another seed; a longer run begins with a shorter one."""
    return (report(seed * 1_000_000 + i, size) for i in range(count))


def write(folder: Path, seed: int, count: int, size: int | None = None) -> None:
    """Write `count` reports into `folder` and then, beside it so that no tool takes it for a report, their manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for name, text, defects in reports(seed, count, size):
        data = text.encode()
        (folder / name).write_bytes(data)
        entries.append({"file": name, "bytes": len(data), "defects": [{k: v for k, v in d._asdict().items() if v} for d in defects]})
    manifest_of(folder).write_text("".join(json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries), encoding="utf-8")


def manifest_of(folder: Path) -> Path:
    """The manifest of the reports in `folder`: one JSON object a line with file, bytes and defects."""
    return folder.with_name(folder.name + ".manifest.jsonl")


def single(seed: int, size: int) -> bytes:
    """`size` bytes of reports one after the other, the last one cut between two characters."""
    data = bytearray()
    for sample in reports(seed, size // 3_000 + 1):
        data += sample.text.encode()
        if len(data) >= size:
            break
    whole = bytes(data[:size]).decode(errors="ignore").encode()
    return whole + b"\n" * (size - len(whole))


def main(arguments: list[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description="write generated reports with known defects")
    parser.add_argument("out", type=Path)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, metavar="BYTES", help="about this size each, instead of 3 to 16 KB")
    parser.add_argument("--single", type=int, metavar="MB", help="write one file of that many megabytes instead")
    options = parser.parse_args(arguments)
    if options.single:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "single.txt").write_bytes(single(options.seed, options.single * 1_000_000))
    else:
        write(options.out, options.seed, options.files, options.size)


if __name__ == "__main__":
    main()
