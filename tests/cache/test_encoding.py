"""Results become bytes and come back the same; nothing else comes back."""

from __future__ import annotations

import pickle
import zlib
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.cache.encoding import DamagedError, UnkeepableError, decoded, encoded
from reportlint.engine import Linter
from reportlint.finding import Severity
from reportlint.plugins import load
from reportlint.settings import Settings
from reportlint.text import Bilingual, Span

TEXTS = sorted([*Path("examples").glob("*.*"), *Path("accuracy/texts").glob("*.*")])
LEAVES = st.none() | st.booleans() | st.integers() | st.text() | st.binary() | st.floats(allow_nan=False) | st.sampled_from(Severity)
HASHABLE = st.recursive(LEAVES, lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3), max_leaves=5)
VALUES = st.recursive(
    HASHABLE | st.builds(Span, st.integers(), st.integers()) | st.lists(st.integers(0, 2**64 - 1)).map(lambda numbers: array("Q", numbers)),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(HASHABLE, inner) | st.builds(Bilingual, inner, inner),
    max_leaves=20,
)


@given(VALUES)
def test_values_come_back(value: object) -> None:
    back = decoded(encoded(value))

    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize("path", TEXTS, ids=[path.name for path in TEXTS])
def test_results_come_back(path: Path) -> None:
    linter = Linter(load(), Settings(), comparing=True)
    result = linter.check_bytes(path.as_posix(), path.read_bytes())._replace(document=None)

    back = decoded(encoded(result))

    assert back == result
    assert back.findings == result.findings
    assert [type(finding) for finding in back.findings] == [type(finding) for finding in result.findings]


def test_half_a_surrogate_pair_comes_back() -> None:
    assert decoded(encoded("坏\udcff")) == "坏\udcff"


@pytest.mark.parametrize("value", [object(), Path(), {"a": lambda: 1}, (1, 2j), bytearray(b"x")])
def test_what_cannot_be_told_is_refused(value: object) -> None:
    with pytest.raises(UnkeepableError):
        encoded(value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nonsense",
        pickle.dumps({"a": 1}),
        zlib.compress(b"[99]"),
        zlib.compress(b'["reportlint.text:Span",1]'),
        zlib.compress(b"[4, 1]"),
        zlib.compress(b"[]"),
        zlib.compress(b'["os:system","true"]'),
        zlib.compress(b'["sys:flags"]'),
        zlib.compress(b'["antigravity:Span",1,2]'),
        zlib.compress(b"[" * 100_000),
        zlib.compress(b"\xff"),
        encoded(["x" * 100])[:-3],
    ],
)
def test_other_bytes_are_damage(data: bytes) -> None:
    with pytest.raises(DamagedError):
        decoded(data)


@given(st.data())
def test_a_changed_byte_is_found(data: st.DataObject) -> None:
    good = encoded(["报告" * 50, Bilingual("甲", "a")])
    at = data.draw(st.integers(0, len(good) - 1))
    bad = bytearray(good)
    bad[at] ^= data.draw(st.integers(1, 255))

    try:
        back = decoded(bytes(bad))
    except DamagedError:
        return
    assert back == decoded(good)  # bits of the header that mean nothing
