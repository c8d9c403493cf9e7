"""Several processes give what one gives, whatever happens to them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from reportlint.parallel import ordered

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork"),
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning"),  # pytest-xdist has threads, we have none
]

Lost = tuple[str, int, int]


def lost(item: int, code: int) -> Lost | int:
    return "lost", item, code


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    yield
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("count", [0, 1, 2, 7, 399, 400, 2001])
@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_order(count: int, jobs: int) -> None:
    assert list(ordered(lambda i: -i, range(count), jobs, lambda i, _: i)) == [-i for i in range(count)]


def test_it_really_is_other_processes() -> None:
    def work(_: int) -> int:
        time.sleep(0.001)
        return os.getpid()

    pids = set(ordered(work, range(400), 2, lambda i, _: i))

    assert len(pids) == 2
    assert os.getpid() not in pids


def test_large_results() -> None:
    assert [len(text) for text in ordered(lambda i: "款" * i, [10**6, 1, 3 * 10**6], 2, lambda _, code: str(code))] == [10**6, 1, 3 * 10**6]


def test_slow_inputs_change_no_order() -> None:
    def work(i: int) -> int:
        if i % 50 == 0:
            time.sleep(0.01)
        return i

    assert list(ordered(work, range(500), 3, lambda i, _: i)) == list(range(500))


def test_only_the_input_that_kills_is_lost() -> None:
    def work(i: int) -> Lost | int:
        if i in (137, 500):
            os.kill(os.getpid(), signal.SIGKILL)
        if i == 777:
            os._exit(3)
        if i == 888:
            raise SystemExit("even that")
        return i

    expected: list[Lost | int] = list(range(1000))
    for i, code in ((137, -9), (500, -9), (777, 3), (888, 1)):
        expected[i] = ("lost", i, code)
    assert list(ordered(work, range(1000), 2, lost)) == expected


def test_every_input_kills() -> None:
    assert list(ordered(lambda _: os._exit(1), range(9), 2, lost)) == [("lost", i, 1) for i in range(9)]


def test_whoever_stops_listening_leaves_no_process_behind() -> None:
    results = ordered(lambda i: i, range(5000), 2, lambda i, _: i)

    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]


def test_without_any_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise OSError(11, "no more processes")

    monkeypatch.setattr("reportlint.parallel.os.fork", refuse)
    assert list(ordered(lambda i: -i, range(300), 2, lambda i, _: i)) == [-i for i in range(300)]
