"""Rules about characters: what examples cannot show."""

from __future__ import annotations

import pytest

from reportlint.testing import findings
from reportlint_rules.characters import doubled_punctuation, invisible_character, mojibake, unpaired_mark

SENTENCE = "全面推进依法行政，规范行政处罚裁量，"


@pytest.mark.parametrize("encoding", ["gbk", "cp1252", "mac_cyrillic", "latin-1"])
@pytest.mark.parametrize("words", ["财政改革", "法治政府建设", "发展情况通报"])
def test_words_read_with_a_wrong_encoding_are_restored(encoding: str, words: str) -> None:
    data = words.encode()
    garbled = (
        "".join(bytes([b]).decode(encoding, "ignore") or chr(b) for b in data) if encoding == "cp1252" else data.decode(encoding, "ignore")
    )
    [finding] = findings(mojibake.rule, f"{SENTENCE}{garbled}取得实效。")
    assert finding.span.start == len(SENTENCE)
    assert str(finding.data["restored"]).startswith(words[: len(words) - 1])


def test_invisible_characters_stand_at_their_place_in_the_file() -> None:
    text = f"\u3000\u3000{SENTENCE}\u200b\u200b加强\x00监督。\n"
    found = findings(invisible_character.rule, text)
    assert [(f.span.start, f.text) for f in found] == [(20, "\u200b\u200b"), (24, "\x00")]
    assert all(f.fix and f.fix.safe for f in found)


def test_a_private_use_character_is_not_deleted_without_a_person() -> None:
    [finding] = findings(invisible_character.rule, "姓名\ue5f1，加强监督。")
    assert finding.fix
    assert not finding.fix.safe


def test_code_in_markdown_is_not_looked_at() -> None:
    assert findings(invisible_character.rule, "正文。\n\n```\na\u200bb\n```\n", path="a.md") == []


def test_doubled_mark_becomes_one() -> None:
    [finding] = findings(doubled_punctuation.rule, f"{SENTENCE}，加强监督。")
    assert finding.fix
    [edit] = finding.fix.edits
    assert (edit.text, edit.span) == ("，", (17, 19))


def test_colliding_marks_are_left_to_a_person() -> None:
    [finding] = findings(doubled_punctuation.rule, "加强监督，。规范执法。")
    assert (finding.text, finding.fix) == ("，。", None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("落实“三项制度，推进“放管服”改革。", "“三项制度"),
        ("全面推行“双随机“监管，加强监督。", "“监管"),
        ("学习《预算法，加强监督。", "《预算法"),
        ("加强监督（含专项检查）、抽查），规范执法。", "、抽查）"),
    ],
)
def test_the_mark_without_partner_is_named(text: str, place: str) -> None:
    [finding] = findings(unpaired_mark.rule, text)
    assert finding.text.strip("、") == place.strip("、")


def test_one_finding_per_paragraph() -> None:
    found = findings(unpaired_mark.rule, "落实“甲，推进《乙，加强（丙。\n规范“丁，完成任务。\n")
    assert [f.position.line for f in found] == [1, 2]


def test_a_bracket_over_two_paragraphs_is_no_defect() -> None:
    assert findings(unpaired_mark.rule, "会议指出：（一、坚持依法行政。\n二、坚持为民服务。）\n") == []
