"""The file of the cache: SQLite, one table of results by key. Whatever goes wrong with it, the run goes on without."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from time import time

FOLDER = ".reportlint_cache"
FILE = "results-1.sqlite"
"""The number changes with the table."""
TAG = "CACHEDIR.TAG"
_SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by reportlint; may be removed at any time: reportlint clean\n"
"""By it programs that make backups know a cache (bford.info/cachedir)."""

LIMIT = 512 << 20
"""Bytes over which the entries that were not used for longest go."""
KEPT_DAYS = 30
"""Days without use after which an entry goes."""
_FRESH_DAYS = 5
"""Days for which a use need not be noted again: a run that finds everything then writes nothing."""
_DAY = 86_400
_WAIT = 1.0
"""Seconds to wait for another run that is writing."""

_SCHEMA = """
PRAGMA auto_vacuum = INCREMENTAL;
CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, used INTEGER NOT NULL, value BLOB NOT NULL, digests BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS results_used ON results (used);
"""
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
"""The last: there is no such table."""

Row = tuple[bytes, bytes, bytes]
"""Key, value, digests."""


class Store:
    """Results by their keys. No method raises: without a usable file nothing is found and nothing kept.

    Processes that were forked read with connections of their own; only the one that made the store writes.
    """

    def __init__(self, folder: str, limit: int = LIMIT) -> None:
        self.folder = folder
        self.thrown_away = False
        """Whether the file was found damaged."""
        self._path = os.path.join(folder, FILE)
        self._limit = limit
        self._today = int(time()) // _DAY
        self._reading: tuple[int, sqlite3.Connection] | None = None
        self._unreadable = not os.path.exists(self._path)
        self._writable = True

    def get(self, key: bytes) -> tuple[bytes, bool] | None:
        """The value under `key`, and whether its use is to be noted by `put`."""
        rows = self._read("SELECT value, used FROM results WHERE key = ?", (key,))
        return (rows[0][0], rows[0][1] < self._today - _FRESH_DAYS) if rows else None

    def digests(self, key: bytes) -> bytes:
        """The digests under `key`; nothing if there are none."""
        rows = self._read("SELECT digests, 0 FROM results WHERE key = ?", (key,))
        return rows[0][0] if rows else b""

    def put(self, rows: Sequence[Row], used: Sequence[bytes] = ()) -> None:
        """Keep `rows` and note the use of the keys `used`."""
        if not self._writable or not (rows or used):
            return
        try:
            self._put(rows, used)
        except sqlite3.Error as error:
            if _code(error) not in _DAMAGED or not self._throw_away():
                self._writable = False  # read-only, full, locked by another run, on a drive without locks: no matter
                return
            try:
                self._put(rows, used)
            except (sqlite3.Error, OSError):
                self._writable = False
        except OSError:
            self._writable = False

    def tidy(self) -> None:
        """Let go of what was not used for long, and of the longest unused where there is too much."""
        if not self._writable or not os.path.exists(self._path):
            return
        try:
            with _Connection(self._path) as connection:
                connection.execute("DELETE FROM results WHERE used < ?", (self._today - KEPT_DAYS,))
                pages, size, free = (
                    connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size", "freelist_count")
                )
                too_much = (pages - free) * size - self._limit
                if too_much > 0:
                    (count,) = connection.execute("SELECT count(*) FROM results").fetchone()
                    share = (too_much + self._limit / 4) / ((pages - free) * size)
                    oldest = "SELECT rowid FROM results ORDER BY used, rowid LIMIT ?"
                    connection.execute(f"DELETE FROM results WHERE rowid IN ({oldest})", (int(count * share) + 1,))  # noqa: S608 - a constant
                connection.execute("COMMIT")
                connection.executescript("PRAGMA incremental_vacuum")  # `execute` takes only the first of its steps
        except sqlite3.Error:
            self._writable = False

    def close(self) -> None:
        """Let the file go; what follows opens it anew."""
        if self._reading:
            self._reading[1].close()
            self._reading = None

    def _put(self, rows: Sequence[Row], used: Sequence[bytes]) -> None:
        make_folder(self.folder)
        with _Connection(self._path) as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)",
                [(key, self._today, value, digests) for key, value, digests in rows],
            )
            connection.executemany("UPDATE results SET used = ? WHERE key = ?", [(self._today, key) for key in used])
        self._unreadable = False

    def _throw_away(self) -> bool:
        self.close()
        try:
            for path in (self._path, f"{self._path}-journal"):
                with suppress(FileNotFoundError):
                    os.unlink(path)
        except OSError:
            return False
        self.thrown_away = True
        return True

    def _read(self, query: str, values: tuple[object, ...]) -> list[tuple[bytes, int]]:
        if self._unreadable:
            return []
        try:
            if self._reading is None or self._reading[0] != os.getpid():  # a connection must not be used behind a fork
                self._reading = os.getpid(), sqlite3.connect(f"file:{_quoted(self._path)}?mode=ro", uri=True, timeout=_WAIT)
            return self._reading[1].execute(query, values).fetchall()
        except sqlite3.Error:  # if it is damaged, writing will find that out
            self._unreadable = True
            return []


class _Connection:
    """A connection that writes, and one transaction of it. Raises sqlite3.Error."""

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)

    def __enter__(self) -> sqlite3.Connection:
        connection = self._connection
        try:
            connection.execute("PRAGMA synchronous = OFF")  # what a loss of power damages is found out and made again
            if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                connection.executescript(_SCHEMA)
            connection.execute("BEGIN IMMEDIATE")
        except BaseException:
            connection.close()
            raise
        return connection

    def __exit__(self, failed: object, *_: object) -> None:
        try:
            if failed is None and self._connection.in_transaction:
                self._connection.execute("COMMIT")
        finally:
            self._connection.close()  # rolls back what was not committed


def make_folder(folder: str) -> None:
    """The folder of a cache, of which git and backups know that it is one. Raises OSError."""
    try:
        os.makedirs(folder)
    except FileExistsError:
        return  # whatever lies there is not ours to mark
    for name, text in ((".gitignore", "*\n"), (TAG, _SIGNATURE)):
        with open(os.path.join(folder, name), "w", encoding="ascii") as file:
            file.write(text)


def remove(folder: str) -> bool:
    """Remove the cache in `folder`, the folder too if it is ours; whether there was one. Raises OSError."""
    ours = [name for name in (FILE, f"{FILE}-journal") if os.path.lexists(os.path.join(folder, name))]
    made = _made_by_us(folder)
    for name in (*ours, *((".gitignore", TAG) if made else ())):
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(folder, name))
    if made:
        with suppress(OSError):  # somebody put something else there
            os.rmdir(folder)
    return bool(ours) or made


def _made_by_us(folder: str) -> bool:
    try:
        with open(os.path.join(folder, TAG), encoding="ascii") as file:
            return file.read() == _SIGNATURE
    except (OSError, UnicodeDecodeError):
        return False


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", -1) & 0xFF


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(os.path.abspath(path))
