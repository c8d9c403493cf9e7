"""Do something in a process of its own, so that a crash or an endless loop in a foreign library costs one file and not the run."""

from __future__ import annotations

import faulthandler
import gc
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
"""Bytes of address space that the process may have beside that of the one it comes from."""


def isolated(work: Callable[[], T], seconds: float) -> T:
    """The result of `work`, which must be picklable. Raises UnreadableFile when it fails in any way, dies, or takes longer than `seconds`.

    Without `os.fork` it is done in this process, without limits.
    """
    if not hasattr(os, "fork"):
        return _good(_done(work))
    results, out = os.pipe()
    try:
        child = os.fork()
    except OSError:  # the system allows no more processes
        os.close(results)
        os.close(out)
        return _good(_done(work))
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
            f"读取程序意外终止（{code}），文件可能已损坏，或需要的内存过多",
            f"the program that reads it died ({code}): the file may be damaged, or need too much memory",
        )
    return _good(cast("T | Bad", pickle.loads(data)))  # noqa: S301 - from our own process


class Bad:
    """What `work` raised."""

    def __init__(self, error: UnreadableFile | UndecodableText) -> None:
        self.error = error


def _done(work: Callable[[], T]) -> T | Bad:
    """The result of `work`, or what went wrong."""
    try:
        return work()
    except (UnreadableFile, UndecodableText) as error:
        return Bad(error)
    except MemoryError:
        return Bad(UnreadableFile("读取它需要的内存过多", "reading it takes too much memory"))
    except RecursionError:
        return Bad(UnreadableFile("内部嵌套过深", "what is in it is nested too deep"))
    except Exception as error:  # noqa: BLE001 - nothing that a file brings about may end the run
        fault = f"{type(error).__name__}: {error}"
        return Bad(UnreadableFile(f"文件可能已损坏（{fault}）", f"the file may be damaged ({fault})"))


def _good(result: T | Bad) -> T:
    if isinstance(result, Bad):
        raise result.error
    return result


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
        gc.freeze()  # what the parent has is not looked through, which would copy its pages
        faulthandler.disable()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what a foreign library says when it dies means nothing to a user
        _limit_memory()
        data = _done(lambda: pickle.dumps(work(), pickle.HIGHEST_PROTOCOL))
        if isinstance(data, Bad):
            data = pickle.dumps(data)
        with open(out, "wb") as results:
            results.write(len(data).to_bytes(8, "little") + data)
        code = 0
    finally:
        os._exit(code)


def _limit_memory() -> None:
    used = 0
    with suppress(ImportError, ValueError, OSError):
        import resource

        with suppress(OSError), open("/proc/self/statm", encoding="ascii") as file:  # only on Linux; elsewhere little is in use so early
            used = int(file.read().split()[0]) * resource.getpagesize()
        most = resource.getrlimit(resource.RLIMIT_AS)[1]
        wanted = _MOST_MEMORY + used
        resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
