"""The file of the cache: what goes in comes out, and whatever is wrong with the file, nothing is raised."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.cache import store
from reportlint.cache.store import FILE, Store, make_folder, remove

KEY, OTHER = b"k" * 16, b"o" * 16


def _days_ago(folder: Path, days: int) -> None:
    with sqlite3.connect(folder / FILE) as connection:
        connection.execute("UPDATE results SET used = used - ?", (days,))
    connection.close()


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    Store(str(tmp_path / "c")).put([(KEY, b"value", b"digests")])

    there = Store(str(tmp_path / "c"))
    assert there.get(KEY) == (b"value", False)
    assert there.digests(KEY) == b"digests"
    assert (there.get(OTHER), there.digests(OTHER)) == (None, b"")


def test_the_folder_is_known_as_a_cache(tmp_path: Path) -> None:
    Store(str(tmp_path / "c")).put([(KEY, b"", b"")])

    assert (tmp_path / "c/.gitignore").read_text() == "*\n"
    assert (tmp_path / "c/CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")


def test_a_folder_of_somebody_else_is_not_marked_and_not_removed(tmp_path: Path) -> None:
    (tmp_path / "报告.txt").write_text("")
    Store(str(tmp_path)).put([(KEY, b"", b"")])

    assert sorted(os.listdir(tmp_path)) == [FILE, "报告.txt"]
    assert remove(str(tmp_path))
    assert os.listdir(tmp_path) == ["报告.txt"]


def test_remove(tmp_path: Path) -> None:
    Store(str(tmp_path / "c")).put([(KEY, b"", b"")])

    assert remove(str(tmp_path / "c"))
    assert not (tmp_path / "c").exists()
    assert not remove(str(tmp_path / "c"))


def _no_database(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)


def _torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000] + b"\xff" * 4000)


def _other_table(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE another (x)")
    connection.close()


@pytest.mark.parametrize("damage", [_no_database, _torn, _other_table])
def test_a_damaged_file_is_thrown_away(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    Store(str(tmp_path)).put([(bytes([i]) * 16, b"v" * 500, b"") for i in range(50)])
    damage(tmp_path / FILE)

    there = Store(str(tmp_path))
    for i in range(50):
        there.get(bytes([i]) * 16)
    there.put([(bytes([i]) * 16, b"new", b"") for i in range(50)])

    assert there.thrown_away
    assert Store(str(tmp_path)).get(bytes([7]) * 16) == (b"new", False)


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everything")
def test_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    there = Store(str(tmp_path / "c"))
    there.put([(KEY, b"", b"")])

    assert there.get(KEY) is None
    assert not there.thrown_away


def test_where_no_folder_can_be(tmp_path: Path) -> None:
    (tmp_path / "c").write_text("a file")
    there = Store(str(tmp_path / "c"))
    there.put([(KEY, b"", b"")])
    there.tidy()

    assert there.get(KEY) is None
    assert (tmp_path / "c").read_text() == "a file"


def test_another_run_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_WAIT", 0.01)
    Store(str(tmp_path)).put([(KEY, b"value", b"")])
    writer = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")

    there = Store(str(tmp_path))
    there.put([(OTHER, b"", b"")])

    assert there.get(KEY) == (b"value", False)
    assert not there.thrown_away
    writer.close()
    assert Store(str(tmp_path)).get(OTHER) is None


def test_many_runs_at_once(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom reportlint.cache.store import Store\nme = int(sys.argv[2])\nfor i in range(40):\n"
        "    Store(sys.argv[1]).put([(bytes([me, i]) * 8, b'v' * 2000, b'')])\n"
    )
    runs = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "c"), str(n)]) for n in range(4)]

    assert [run.wait() for run in runs] == [0, 0, 0, 0]
    there = Store(str(tmp_path / "c"))
    kept = sum(there.get(bytes([me, i]) * 8) == (b"v" * 2000, False) for me in range(4) for i in range(40))
    assert kept == 160
    assert not there.thrown_away


def test_uses_are_noted_when_they_are_old(tmp_path: Path) -> None:
    Store(str(tmp_path)).put([(KEY, b"value", b""), (OTHER, b"other", b"")])
    _days_ago(tmp_path, 10)

    there = Store(str(tmp_path))
    assert there.get(KEY) == (b"value", True)
    there.put([], [KEY])
    assert Store(str(tmp_path)).get(KEY) == (b"value", False)

    _days_ago(tmp_path, store.KEPT_DAYS - 5)
    there.tidy()
    assert Store(str(tmp_path)).get(KEY) == (b"value", True)
    assert Store(str(tmp_path)).get(OTHER) is None


def test_the_size_is_bounded_and_the_newest_stay(tmp_path: Path) -> None:
    limit = 200_000
    there = Store(str(tmp_path), limit)
    there.put([(i.to_bytes(16, "big"), os.urandom(1000), b"") for i in range(150)])
    _days_ago(tmp_path, 3)
    there.put([(i.to_bytes(16, "big"), os.urandom(1000), b"") for i in range(150, 300)])
    there.tidy()

    left = [i for i in range(300) if Store(str(tmp_path)).get(i.to_bytes(16, "big"))]
    assert left == list(range(left[0], 300))
    assert left[0] >= 150
    assert (tmp_path / FILE).stat().st_size <= limit


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    make_folder(str(tmp_path))

    assert os.listdir(tmp_path) == []
