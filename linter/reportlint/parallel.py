"""Do one thing to many inputs in several processes, and get the results in the order of the inputs.

Processes are forked: they have all that the parent has, without importing or pickling it. Only results travel.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Generic, NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 100
"""Inputs that a process gets at once; with fewer the talk between processes costs more than it saves."""
_AHEAD = 4
"""Chunks per process that may be done before their turn comes: a bound on memory when one input takes long."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def ordered(work: Callable[[T], R], inputs: Sequence[T], jobs: int, lost: Callable[[T, int], R]) -> Iterator[R]:
    """`work(input)` for each of `inputs`, in their order, done by `jobs` processes.

    When a process dies, its chunk is done again input by input, so that only the input that kills it is lost:
    ``lost(input, code)`` stands for it, the code being negative for a signal. Needs `os.fork`.
    """
    pool = _Pool(work, inputs, jobs, lost)
    try:
        yield from pool.results()
    finally:
        pool.close()


Chunk = tuple[int, int]
"""Inputs from one index up to another."""


class _Worker(Generic[T]):
    """A process, seen from the parent: the pipes to and from it, and the chunks that it has still to do."""

    def __init__(self, work: Callable[[T], object], inputs: Sequence[T], others: Sequence[_Worker[T]]) -> None:
        """Raises OSError when the system allows no more processes."""
        child_in, self.commands = os.pipe()
        self.results, child_out = os.pipe()
        self.given: deque[Chunk] = deque()
        self._received = bytearray()
        try:
            self.pid = os.fork()
        except OSError:
            for end in (child_in, self.commands, self.results, child_out):
                os.close(end)
            raise
        if not self.pid:
            for worker in (self, *others):  # else the pipes of a dead parent would stay open
                os.close(worker.commands)
                os.close(worker.results)
            _serve(work, inputs, child_in, child_out)
        os.close(child_in)
        os.close(child_out)

    def give(self, chunk: Chunk) -> None:
        """Let it do a chunk after those it has."""
        self.given.append(chunk)
        with suppress(BrokenPipeError):  # it is dead, which the end of its results will tell
            os.write(self.commands, b"".join(index.to_bytes(8, "little") for index in chunk))

    def receive(self) -> Iterator[tuple[Chunk, bytes]]:
        """The chunks that are done, after waiting for more of them. Raises EOFError when the process is dead."""
        data = os.read(self.results, 1 << 20)
        if not data:
            raise EOFError
        self._received += data
        while len(self._received) >= 8:
            end = 8 + int.from_bytes(self._received[:8], "little")
            if len(self._received) < end:
                break
            yield self.given.popleft(), bytes(self._received[8:end])
            del self._received[:end]

    def bury(self) -> int:
        """The exit code of the process, once it has ended; negative for a signal."""
        os.close(self.commands)
        os.close(self.results)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def _serve(work: Callable[[T], object], inputs: Sequence[T], commands: int, out: int) -> NoReturn:
    """The life of a process: do one chunk after the other until the parent closes the pipe or is gone."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
        with open(commands, "rb", buffering=0) as chunks, open(out, "wb") as results:
            while chunk := chunks.read(16):
                start, end = int.from_bytes(chunk[:8], "little"), int.from_bytes(chunk[8:], "little")
                done = pickle.dumps([work(item) for item in inputs[start:end]], pickle.HIGHEST_PROTOCOL)
                results.write(len(done).to_bytes(8, "little") + done)
                results.flush()
        code = 0
    finally:
        os._exit(code)  # nothing of the parent may be flushed or cleaned up twice


class _Pool(Generic[T, R]):
    def __init__(self, work: Callable[[T], R], inputs: Sequence[T], jobs: int, lost: Callable[[T, int], R]) -> None:
        self._work = work
        self._inputs = inputs
        self._lost = lost
        size = max(1, min(CHUNK, len(inputs) // (jobs * _AHEAD)))
        self._order = deque((i, min(i + size, len(inputs))) for i in range(0, len(inputs), size))
        """The chunks still to be yielded."""
        self._started: set[Chunk] = set()
        self._done: dict[Chunk, list[R]] = {}
        self._ahead = jobs * _AHEAD
        self._workers: list[_Worker[T]] = []
        for _ in range(min(jobs, len(self._order))):
            self._add_worker()

    def results(self) -> Iterator[R]:
        while self._order:
            self._hand_out()
            if self._order[0] in self._done:
                yield from self._done.pop(self._order.popleft())
            elif self._workers:
                self._receive()
            else:  # the system allows no processes
                start, end = self._order.popleft()
                yield from map(self._work, self._inputs[start:end])

    def close(self) -> None:
        for worker in self._workers:
            os.kill(worker.pid, signal.SIGKILL)  # it is idle, or what it does is not wanted any more
            worker.bury()

    def _add_worker(self) -> None:
        with suppress(OSError):  # fewer will do
            self._workers.append(_Worker(self._work, self._inputs, self._workers))

    def _hand_out(self) -> None:
        """Give every process one chunk to do and one to follow."""
        waiting = (chunk for chunk in islice(self._order, self._ahead) if chunk not in self._started)
        for most in (1, 2):
            for worker in self._workers:
                if len(worker.given) < most and (chunk := next(waiting, None)):
                    self._started.add(chunk)
                    worker.give(chunk)

    def _receive(self) -> None:
        ready, _, _ = select.select([worker.results for worker in self._workers], [], [])
        for worker in [worker for worker in self._workers if worker.results in ready]:
            try:
                for chunk, done in worker.receive():
                    self._done[chunk] = pickle.loads(done)  # noqa: S301 - from our own process
            except EOFError:
                self._replace(worker)

    def _replace(self, dead: _Worker[T]) -> None:
        """Another process for a dead one; the chunk that it was at is cut into single inputs."""
        self._workers.remove(dead)
        code = dead.bury()
        if dead.given:
            fatal = start, end = dead.given.popleft()
            if end - start == 1:
                self._done[fatal] = [self._lost(self._inputs[start], code)]
            else:
                at = self._order.index(fatal)
                del self._order[at]
                for i in reversed(range(start, end)):
                    self._order.insert(at, (i, i + 1))
        self._started.difference_update(dead.given)
        self._add_worker()
