"""Do something in a process of its own, so that a crash or an endless loop in a foreign library costs one file and not the run."""

from __future__ import annotations

import os
import pickle
import select
import signal
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn, TypeVar, cast

from reportlint.readers.encoding import UndecodableText
from reportlint.readers.unreadable import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_MOST_MEMORY = 4 << 30
"""Bytes of address space that the process may have."""


def isolated(work: Callable[[], T], seconds: float) -> T:
    """The result of `work`, which must be picklable. Raises UnreadableFile when it does, dies, or takes longer than `seconds`.

    Without `os.fork` it is done in this process, without a limit.
    """
    if not hasattr(os, "fork"):
        return work()
    results, out = os.pipe()
    child = os.fork()
    if not child:
        os.close(results)
        _serve(work, out)
    os.close(out)
    try:
        data = _received(results, time.monotonic() + seconds)
    finally:
        os.close(results)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)  # it is done, or what it does is not wanted any more
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if data is None:
        raise UnreadableFile(f"{seconds:g} 秒内没有读完（max-seconds）", f"reading it took more than {seconds:g} s (max-seconds)")
    if not data:
        raise UnreadableFile(
            f"读取程序意外终止（{code}），文件可能已损坏", f"the program that reads it died ({code}): the file may be damaged"
        )
    result = pickle.loads(data)  # noqa: S301 - from our own process
    if isinstance(result, Bad):
        raise result.error
    return cast("T", result)


class Bad:
    """What `work` raised."""

    def __init__(self, error: UnreadableFile | UndecodableText) -> None:
        self.error = error


def _received(results: int, deadline: float) -> bytes | None:
    """All that the process writes; less than its whole result is nothing. None: it took too long."""
    data = bytearray()
    while True:
        ready, _, _ = select.select([results], [], [], max(deadline - time.monotonic(), 0))
        if not ready:
            return None
        more = os.read(results, 1 << 20)
        if not more:
            whole = len(data) >= 8 and int.from_bytes(data[:8], "little") == len(data) - 8
            return bytes(data[8:]) if whole else b""
        data += more


def _serve(work: Callable[[], object], out: int) -> NoReturn:
    """The life of the process: do the work, write the result, end without any of the parent's cleaning up."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
        _limit_memory()
        try:
            result = work()
        except (UnreadableFile, UndecodableText) as error:
            result = Bad(error)
        except MemoryError:
            result = Bad(UnreadableFile("读取它需要的内存过多", "reading it takes too much memory"))
        except Exception as error:  # noqa: BLE001 - nothing that a file brings about may end the run
            fault = f"{type(error).__name__}: {error}"
            result = Bad(UnreadableFile(f"文件可能已损坏（{fault}）", f"the file may be damaged ({fault})"))
        data = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        with open(out, "wb") as results:
            results.write(len(data).to_bytes(8, "little") + data)
        code = 0
    finally:
        os._exit(code)


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
