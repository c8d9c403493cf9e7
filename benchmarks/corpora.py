"""The generated corpora on disk, made when they are first asked for and again when the generator has changed.

They are made by another process: the peak memory of the one that measures is the least it can see in others.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path

_HERE = Path(__file__).parent
_SOURCES = ("corpus.py", "draft.py", "layout.py", "phrases.toml")


def files(out: Path, count: int) -> tuple[Path, int]:
    """A folder of `count` reports, and its bytes."""
    folder = _place(out, f"n{count}")
    if not folder.with_name(folder.name + ".manifest.jsonl").exists():  # written last
        _generate(folder, "--files", str(count))
    return folder, sum(file.stat().st_size for file in folder.iterdir())


def single_file(out: Path, megabytes: int) -> tuple[Path, int]:
    """One file of `megabytes` MB, and its bytes."""
    path = _place(out, f"single{megabytes}") / "single.txt"
    if not path.exists() or path.stat().st_size != megabytes * 1_000_000:
        _generate(path.parent, "--single", str(megabytes))
    return path, path.stat().st_size


def cold_file(out: Path) -> tuple[Path, int]:
    """One report of about 16 KB, and its bytes."""
    folder = _place(out, "cold")
    if not folder.with_name(folder.name + ".manifest.jsonl").exists():
        _generate(folder, "--files", "20", "--size", "16000")
    path = min(sorted(folder.iterdir()), key=lambda path: abs(path.stat().st_size - 16_000))
    return path, path.stat().st_size


def _generate(folder: Path, *options: str) -> None:
    subprocess.run([sys.executable, "-m", "benchmarks.corpus", str(folder), *options], cwd=_HERE.parent, check=True)


def _place(out: Path, name: str) -> Path:
    """Where `name` belongs for the present generator; what an older one left there is deleted."""
    digest = blake2b(b"".join((_HERE / source).read_bytes() for source in _SOURCES), digest_size=4).hexdigest()
    for old in out.glob(f"{name}-*"):
        if not old.name.startswith(f"{name}-{digest}"):
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    return out / f"{name}-{digest}"
