"""Compiled patterns, kept between runs."""

from __future__ import annotations

import marshal
import re
from pathlib import Path

import pytest

from reportlint import programs
from reportlint.programs import Programs

_PATTERNS = [
    (r"(?P<year>(?:19|20)[0-9]{2})年(?=度|底)|[锟屯烫]{2,}+(?<!年.)", 0),
    ("(a)(?:b|(?P<c>c)) # comment", re.VERBOSE | re.IGNORECASE),
    ("[\u4e00-\u9fff]+(?<=[县区])$", re.MULTILINE),
]
_TEXT = "2023年度\n烫烫烫 1999年底 AC ab 青禾县\n白石区"


@pytest.mark.parametrize(("pattern", "flags"), _PATTERNS)
def test_kept_patterns_find_what_fresh_ones_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, flags: int) -> None:
    fresh = re.compile(pattern, flags)
    first = Programs(str(tmp_path))
    first.compile(pattern, flags)
    first.keep()
    monkeypatch.setattr(programs, "_program", lambda *_: pytest.fail("compiled again"))
    kept = Programs(str(tmp_path)).compile(pattern, flags)
    assert [(m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in kept.finditer(_TEXT)] == [
        (m.span(), m.groups(), m.groupdict(), m.lastgroup) for m in fresh.finditer(_TEXT)
    ]
    assert (kept.pattern, kept.flags, kept.groups, dict(kept.groupindex)) == (
        fresh.pattern,
        fresh.flags,
        fresh.groups,
        dict(fresh.groupindex),
    )


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"[\x01\x00\x00\x00i\x07\x00\x00\x00", "烫".encode()])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    first = Programs(str(tmp_path))
    first.compile("烫+")
    first.keep()
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    again = Programs(str(tmp_path))
    assert again.compile("烫+").findall(_TEXT) == ["烫烫烫"]
    again.keep()
    assert Programs(str(tmp_path)).compile("烫+").findall(_TEXT) == ["烫烫烫"]


def test_damaged_code_is_compiled_again(tmp_path: Path) -> None:
    first = Programs(str(tmp_path))
    first.compile("烫+")
    first.keep()
    (file,) = tmp_path.iterdir()
    kept = marshal.loads(file.read_bytes())
    kept["烫+", 0] = (kept["烫+", 0][0], b"\xff" * 8, *kept["烫+", 0][2:])
    file.write_bytes(marshal.dumps(kept))
    assert Programs(str(tmp_path)).compile("烫+").findall(_TEXT) == ["烫烫烫"]


def test_where_nothing_can_be_kept_patterns_work_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    nowhere = Programs(str(tmp_path / "file"))
    assert nowhere.compile("烫+").findall(_TEXT) == ["烫烫烫"]
    nowhere.keep()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_wrong_pattern_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(re.error):
        Programs(str(tmp_path)).compile("(")


def test_without_a_home_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    homeless = Programs("~/.cache/reportlint")
    assert homeless.compile("烫+").findall(_TEXT) == ["烫烫烫"]
    homeless.keep()
    assert list(tmp_path.iterdir()) == []
