"""Rules about words and passages that stand twice: what examples cannot show."""

from __future__ import annotations

import pytest

from reportlint.testing import findings
from reportlint_rules.repetition import repeated_passage, repeated_word
from reportlint_rules.repetition.echo import Echoes

SENTENCE = "组织执法人员参加公共法律知识和专业法律知识培训三期。"


def test_echoes_are_where_the_text_repeats() -> None:
    text = "推进改革改革发展示范区示范区建设"
    assert 2 in Echoes(text).at(2, 2)
    assert 8 in Echoes(text).at(3, 3)


def test_a_text_beyond_the_basic_plane_has_no_echoes() -> None:
    assert Echoes("提高提高\U00020000").at(2, 2) == []


@pytest.mark.parametrize("text", ["", "一", "改革", "改革改革"])
def test_short_texts(text: str) -> None:
    assert Echoes(text).at(2, 2) == ([0] if len(text) == 4 else [])


@pytest.mark.parametrize("word", ["推进", "示范区", "营商环境", "先行示范区", "高质量发展区"])
def test_doubled_words_of_every_length(word: str) -> None:
    text = f"全年扎实{word}{word}工作，成效明显。"
    [finding] = findings(repeated_word.rule, text)
    assert (finding.span.start, finding.text) == (4, word * 2)
    assert finding.fix
    [edit] = finding.fix.edits
    assert text[: edit.span.start] + text[edit.span.end :] == f"全年扎实{word}工作，成效明显。"


def test_the_word_is_the_one_that_occurs_elsewhere() -> None:
    [finding] = findings(repeated_word.rule, "全年扎实落实落实各项任务，落实主体责任。")
    assert (finding.span.start, finding.text) == (4, "落实落实")


def test_both_places_of_a_passage_are_linked() -> None:
    text = f"{SENTENCE}规范行政处罚。\n其他工作有序开展。{SENTENCE}\n"
    [finding] = findings(repeated_passage.rule, text)
    [first] = finding.related
    assert (finding.position.line, finding.text) == (2, SENTENCE)
    assert (first.position.line, first.text) == (1, SENTENCE)


def test_sentences_in_a_row_are_one_finding() -> None:
    other = "全年办理行政处罚案件均在法定期限内办结且未被撤销。"
    [finding] = findings(repeated_passage.rule, f"{SENTENCE}{other}\n规范行政处罚。\n{SENTENCE}{other}\n")
    assert finding.text == SENTENCE + other
