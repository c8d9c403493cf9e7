"""Bytes become text without a silent replacement, or an error says where they cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.readers.encoding import UndecodableText, decode

SIMPLIFIED = "一、主要工作\n全年办理行政复议案件二十六件，答复信访事项一百零八项，群众较为满意。\n"
TRADITIONAL = "一、主要工作\n全年辦理行政複議案件二十六件，答覆信訪事項一百零八項，群眾較為滿意。\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SIMPLIFIED.encode(), "utf-8"),
        (SIMPLIFIED.encode("utf-8-sig"), "utf-8-sig"),
        (b"\xff\xfe" + SIMPLIFIED.encode("utf-16-le"), "utf-16-le-sig"),
        (b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), "utf-16-be-sig"),
        (b"\xff\xfe\x00\x00" + SIMPLIFIED.encode("utf-32-le"), "utf-32-le-sig"),
        (b"\x00\x00\xfe\xff" + SIMPLIFIED.encode("utf-32-be"), "utf-32-be-sig"),
        (SIMPLIFIED.encode("utf-16-le"), "utf-16-le"),
        (SIMPLIFIED.encode("utf-16-be"), "utf-16-be"),
        (SIMPLIFIED.encode("gbk"), "gb18030"),
        (SIMPLIFIED.encode("gb18030"), "gb18030"),
    ],
)
def test_simplified(data: bytes, encoding: str) -> None:
    """The encodings in which reports are sent in, with and without a byte order mark, which is never part of the text."""
    assert decode(data) == (SIMPLIFIED, encoding)


def test_traditional() -> None:
    """A text that GB18030 would read, too, but only as nonsense."""
    assert decode(TRADITIONAL.encode("big5")) == (TRADITIONAL, "big5")


@pytest.mark.parametrize("words", ["报告", "总结", "二〇二三年", "附件"])
def test_few_characters(words: str) -> None:
    """A handful of bytes is not enough for statistics: simplified Chinese is meant."""
    assert decode(words.encode("gb18030")) == (words, "gb18030")


def test_rare_characters() -> None:
    """Characters that only GB18030 has, in two and in four bytes, in names of places and persons."""
    text = f"㙍头镇党委书记李\U00020087同志、副镇长朱镕基。{SIMPLIFIED}"

    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize("data", [b"", b"abc", b"\r\n"])
def test_nothing_but_ascii(data: bytes) -> None:
    """ASCII is UTF-8."""
    assert decode(data) == (data.decode(), "utf-8")


@given(
    st.text(st.sampled_from(sorted(set(SIMPLIFIED + "的是在有和对为不以加强推进落实监督检查0123456789％《》“”—"))), min_size=8, max_size=80)
)
def test_what_was_written_is_read(text: str) -> None:
    """No choice of words makes simplified Chinese look like anything else."""
    assert decode(text.encode("gb18030"))[0] == text
    assert decode(text.encode("utf-16-le"))[0] == text
    assert decode(text.encode())[0] == text


@pytest.mark.parametrize(
    ("data", "offset", "encoding"),
    [
        (SIMPLIFIED.encode() + b"\xe4\xb8", len(SIMPLIFIED.encode()), "utf-8"),
        (b"\xef\xbb\xbf" + SIMPLIFIED.encode() + b"\xff", 3 + len(SIMPLIFIED.encode()), "utf-8"),
        (b"\xff\xfe" + SIMPLIFIED.encode("utf-16-le") + b"\x00\xd8", 2 + 2 * len(SIMPLIFIED), "utf-16-le"),
        (SIMPLIFIED.encode("gb18030") + b"\xff" + SIMPLIFIED.encode("gb18030"), len(SIMPLIFIED.encode("gb18030")), "gb18030"),
        (SIMPLIFIED.encode("gb18030") + b"\x81", len(SIMPLIFIED.encode("gb18030")), "gb18030"),
    ],
)
def test_undecodable(data: bytes, offset: int, encoding: str) -> None:
    """The error names the first bad byte, counted in the file, mark included, and the encoding that came furthest."""
    with pytest.raises(UndecodableText) as error:
        decode(data)

    assert (error.value.offset, error.value.encoding) == (offset, encoding)
