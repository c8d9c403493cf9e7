"""What a run remembers of earlier ones, and what it leaves to later ones."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple, cast

from reportlint.cache import keys
from reportlint.cache.encoding import DamagedError, UnkeepableError, decoded, encoded
from reportlint.cache.store import Store
from reportlint.engine import CHECKED, COMPARED
from reportlint.readers import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from hashlib import blake2b

    from reportlint.document import Document
    from reportlint.engine import FileResult, Linter

_AT_ONCE = 1 << 20
"""Bytes that are written together."""


class Memo(NamedTuple):
    """What there is to remember of one file; it travels from the process that checked it to the one that writes."""

    key: bytes = b""
    """Of its content and all that the result rests on."""
    value: bytes = b""
    """The result, if it is new and can be kept."""
    digests: bytes = b""
    """What rules about several reports took from it, likewise."""
    known: bool = False
    """Whether it was remembered: then it has its digests in the store."""
    stale: bool = False
    """Whether its use is to be noted."""
    unsure: bool = False
    """Whether it could not be checked in full, which may go otherwise another time."""


class Memory:
    """The cache, for one run."""

    def __init__(self, folder: str, program: keys.Program) -> None:
        """`program` is `keys.of_program`."""
        self.store = Store(folder)
        self.known = 0
        """Files that need not be checked again."""
        self._program = program
        self._settings: dict[int, blake2b] = {}
        self._new: list[tuple[bytes, bytes, bytes]] = []
        self._used: list[bytes] = []
        self._size = 0
        self._grown = False

    def check(self, linter: Linter, path: str, data: bytes) -> tuple[FileResult, Memo]:
        """The result of `linter` for a file, remembered or new. Writes nothing: that is for `learned`, in the process that writes."""
        settings = self._settings.get(id(linter))
        if settings is None:
            settings = self._settings[id(linter)] = keys.of_settings(self._program, linter)
        key = keys.of_file(self._program, settings, path, data)
        if kept := self.store.get(key):
            try:
                return _under(path, decoded(kept[0]), lambda: read(path, data, linter.settings.limits)), Memo(
                    key, known=True, stale=kept[1]
                )
            except (DamagedError, AttributeError):
                pass  # it is made and written again
        result = linter.check_bytes(path, data)
        if result.status != CHECKED:  # another time it may go better
            return result, Memo(key, unsure=bool(result.digests))
        try:
            return result, Memo(key, encoded(result._replace(digests=(), document=None)), encoded(result.digests))
        except UnkeepableError:
            return result, Memo(key)

    def learned(self, memo: Memo) -> Memo:
        """Keep what is new in `memo`; the same without what is kept now."""
        self.known += memo.known
        if memo.stale:
            self._used.append(memo.key)
        if memo.value:
            self._keep(memo.key, memo.value, memo.digests)
        return memo._replace(value=b"", digests=b"")

    def digests(self, memo: Memo) -> tuple[object, ...] | None:
        """What was taken from a file that was remembered; None if that cannot be read any more."""
        try:
            taken: tuple[object, ...] = decoded(self.store.digests(memo.key))
        except DamagedError:
            return None
        return taken

    def compared(
        self, files: Sequence[tuple[str, Memo | None]], compare: Callable[[], Iterable[FileResult]], reread: Callable[[str], Document]
    ) -> list[FileResult]:
        """What rules about several reports say of `files`: remembered if all of them are the same, else new by `compare`.

        `reread` reads the document of a path.
        """
        if any(memo and memo.unsure for _, memo in files):
            return list(compare())
        key = keys.of_run(self._program, ((path, memo.key if memo else b"") for path, memo in files))
        if kept := self.store.get(key):
            try:
                results: list[FileResult] = decoded(kept[0])
            except DamagedError:
                pass
            else:
                self._used += [key] * kept[1]
                return [_under(result.path, result, partial(reread, result.path)) for result in results]
        results = list(compare())
        if all(result.status == COMPARED for result in results):
            with suppress(UnkeepableError):
                self._keep(key, encoded([result._replace(document=None) for result in results]), b"")
        return results

    def close(self) -> bool:
        """Write what is not written yet; whether the store was damaged and thrown away."""
        grown = self._grown or bool(self._new)
        self._write()
        self.store.close()
        if grown:
            self.store.tidy()
        return self.store.thrown_away

    def _keep(self, key: bytes, value: bytes, digests: bytes) -> None:
        self._new.append((key, value, digests))
        self._size += len(value) + len(digests)
        if self._size > _AT_ONCE:
            self._write()
            self._grown = True

    def _write(self) -> None:
        self.store.put(self._new, self._used)
        self._new, self._used, self._size = [], [], 0


def _under(path: str, result: FileResult, reread: Callable[[], Document]) -> FileResult:
    """`result` for a file that has the same name, but may lie elsewhere; its document is read if somebody asks for it."""
    document = cast("Document", _Later(reread))
    if result.path == path:
        return result._replace(document=document)
    return result._replace(path=path, findings=tuple(finding._replace(path=path) for finding in result.findings), document=document)


class _Later:
    """A document that is read when it is first asked for something: most reporters never do."""

    def __init__(self, reread: Callable[[], Document]) -> None:
        self._reread = reread

    @cached_property
    def _document(self) -> Document:
        return self._reread()

    def __getattr__(self, name: str) -> object:
        return getattr(self._document, name)
