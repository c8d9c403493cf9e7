"""Every character of the logical text leads back to the very character of the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportlint import Document, Source, Span
from reportlint.readers import parse

PIECES = (
    "一、", "（一）", "1.", "（1）", "①", "第一章", "# ", "## ", "- ", "* ", "> ", "| a | b |", "```", "---", "\n", "\n\n", "\r\n", "\r",
    "\f", "\0", "\u3000", "  ", "\t", " ", "。", "，", "：", "；", "“", "”", "（", "）", "《", "》", "2023 年", "２０２３", "Ａ", "工作报告",
    "落实法治政府建设的各项任务，", "附件：", "第 3 页", "— 1 —", "- 12 -", "##paidbegin##", "##paidend##", "<!-- x", "-->",
    "$$paidbegin$$", "[page]", "{dede:x/}", "局", "A b", "\u2028", "\x85", "\u00a0", "\ufeff", "\u200b", "\U0001f600", "\U00020000",
    "各位代表：", "2024年1月5日", "合计   12   34",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=50).map("".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=50).map("".join),
)
FULL_WIDTH = {
    code: code - 0xFEE0 for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A)) for code in range(first, last + 1)
}


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[i : i + width] for i in range(0, len(text), width)) if width else text


def document(text: str, medium: str = "plain") -> Document:
    return parse(Source("a.txt", text, "utf-8", medium))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(["plain", "markdown"]), st.sampled_from([0, 20, 33]))
def test_every_character_leads_back(text: str, medium: str, width: int) -> None:
    """But for line ends and the space between two joined Latin words; full-width digits and letters are written half-width."""
    source = wrapped(text, width)
    read = document(source, medium)
    before = -1

    for at, character in enumerate(read.text):
        offset = read.map.offset(at)
        if character == "\n":
            assert 0 <= offset <= len(source)
        elif character != " ":
            assert source[offset].translate(FULL_WIDTH) == character
            assert before < offset
            assert read.map.logical(offset) == at
            before = offset


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(["plain", "markdown"]), st.sampled_from([0, 20, 33]))
def test_blocks_and_asides_fit(text: str, medium: str, width: int) -> None:
    """One block a line, in order, each with its heading inside; what was set aside stands in the file as told."""
    source = wrapped(text, width)
    read = document(source, medium)
    at = 0

    for block in read.blocks:
        assert at <= block.start <= block.end
        assert "\n" not in read.read(block.span)
        if block.heading:
            assert block.start <= block.heading.title.start <= block.heading.title.end <= block.end
        at = block.end
    assert read.text.count("\n") == len(read.blocks)
    for aside in read.asides:
        assert source[aside.span.start : aside.span.end] == aside.text
        assert 0 <= aside.at <= len(read.text)


@pytest.mark.parametrize(
    ("source", "words", "found"),
    [
        ("一、工作\r\n\r\n全年办理８６件。\r\n", "86件", "８６件"),
        ("\u3000\u3000截至 2023 年 6 月，办结率为 98 %。\n", "2023年6月", "2023 年 6 月"),
        ("切实##paidbegin##加强监管。\n##paidend##\n", "切实加强", "切实##paidbegin##加强"),
        ("## 二、存在问题\n\n- 人手不足\n", "人手", "人手"),
        ("\ufeff关于报告\n", "报告", "报告"),
    ],
)
def test_a_span_in_the_file(source: str, words: str, found: str) -> None:
    """A span goes from its first to its last character in the file, with all that was left out in between."""
    read = document(source)
    start = read.text.index(words)
    span = read.map.span(Span(start, start + len(words)))

    assert source[span.start : span.end] == found
