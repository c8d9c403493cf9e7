"""Rules declared in TOML: what each check finds, and what is said of a file that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint import Rule, rules_in
from reportlint.errors import UsageError
from reportlint.testing import findings, problems

HEAD = 'code = "U001"\nname = "house-rule"\ntitle = "本单位规则"\nhelp = "改正"\n'
REPORT = """青禾区民政局关于2023年度法治政府建设情况的报告
区政府：
一、主要举措和成效
（一）健全制度。修订裁量基准，高度重视执法培训。
抓好三项工作：一是立制度，二是强培训。
二、存在的不足和原因
执法力量偏弱，高度重视不够。
三、主要负责人履行推进法治建设第一责任人职责情况
局长带头述法。
四、2024年主要安排
完善合法性审核机制。
"""


def declared(tmp_path: Path, text: str) -> Rule:
    (tmp_path / "rule.toml").write_text(HEAD + text, encoding="utf-8")
    (rule,) = rules_in(tmp_path)
    return rule


def found(tmp_path: Path, text: str, report: str = REPORT) -> list[tuple[int, str, str]]:
    """Line, text and English message of each finding."""
    return [(f.position.line, f.text, f.message.en) for f in findings(declared(tmp_path, text), report)]


def test_existence(tmp_path: Path) -> None:
    assert found(tmp_path, '[existence]\nwords = ["高度重视"]\npatterns = ["(?:强|弱)培训"]\n') == [
        (4, "高度重视", "“高度重视” should not stand here"),
        (5, "强培训", "“强培训” should not stand here"),
        (7, "高度重视", "“高度重视” should not stand here"),
    ]


def test_existence_but_for_what_is_excepted(tmp_path: Path) -> None:
    assert [line for line, _, _ in found(tmp_path, '[existence]\nwords = ["高度重视"]\nnot = ["高度重视不够"]\n')] == [4]


@pytest.mark.parametrize(
    ("scope", "lines"),
    [
        ('in = ["title"]', [1]),
        ('in = ["addressee"]', [2]),
        ('in = ["headings"]', [3, 4, 6, 8, 10]),
        ('parts = ["problems"]', [6, 7]),
        ('parts = ["problems", "plan"]\nin = ["body"]', [7, 11]),
        ("sections = ['举措']", [3, 4, 5]),
        ('kinds = ["work-summary"]', []),
        ('kinds = ["law-based-government"]\nparts = ["leadership"]\nin = ["body"]', [9]),
    ],
)
def test_scope(tmp_path: Path, scope: str, lines: list[int]) -> None:
    """A line with a heading and text behind it begins but once."""
    assert [line for line, _, _ in found(tmp_path, f"[existence]\npatterns = ['^.']\n[scope]\n{scope}\n")] == lines


def test_substitution_with_words_and_groups(tmp_path: Path) -> None:
    rule = declared(
        tmp_path, "[substitution]\nwords = { \"带头述法\" = \"述法\" }\npatterns = { '([0-9]{4})年度' = '\\1年' }\nsafe = true\n"
    )
    result = findings(rule, REPORT)

    assert [(f.text, f.message.zh, f.fix.edits[0].text, f.fix.safe) for f in result if f.fix] == [
        ("2023年度", "“2023年度”应为“2023年”", "2023年", True),
        ("带头述法", "“带头述法”应为“述法”", "述法", True),
    ]


def test_substitution_leaves_what_is_right_already(tmp_path: Path) -> None:
    table = '[substitution]\nwords = { "责任人职责" = "第一责任人职责" }\n'

    assert found(tmp_path, table, "局长履行第一责任人职责。\n") == []
    assert [text for _, text, _ in found(tmp_path, table, "局长履行责任人职责。\n")] == ["责任人职责"]


def test_required_phrase_in_a_part(tmp_path: Path) -> None:
    table = '[required]\nwords = ["原因是", "缘于"]\n[scope]\nparts = ["problems"]\n'

    assert found(tmp_path, table) == [
        (6, "二、存在的不足和原因", "“原因是” or “缘于” is missing in shortcomings and their causes"),
    ]
    assert found(tmp_path, table, REPORT.replace("偏弱", "偏弱，缘于编制少")) == []


def test_required_in_the_report_each_by_itself(tmp_path: Path) -> None:
    table = '[required]\nwords = ["述法", "行政复议", "普法"]\neach = true\n'

    assert [message for _, _, message in found(tmp_path, table)] == [
        "“行政复议” is missing in the report",
        "“普法” is missing in the report",
    ]


def test_required_heading(tmp_path: Path) -> None:
    assert found(tmp_path, "[required]\nheadings = ['述法']\n") != []
    assert found(tmp_path, "[required]\nheadings = ['^二、.*不足']\n") == []


def test_a_part_that_is_missing_is_the_business_of_others(tmp_path: Path) -> None:
    without = REPORT.replace("二、存在的不足和原因\n执法力量偏弱，高度重视不够。\n", "")

    assert found(tmp_path, '[required]\nwords = ["缘于"]\n[scope]\nparts = ["problems"]\n', without) == []


def test_consistency_the_first_name_holds(tmp_path: Path) -> None:
    table = '[consistency]\ngroups = [["三项制度", "执法三项制度"], ["微信", "公众号"]]\n'
    result = findings(declared(tmp_path, table), "推行执法三项制度。\n落实三项制度，开通微信。\n再次开展执法三项制度培训，公众号更新。\n")

    assert [(f.position.line, f.text, f.related[0].text, f.related[0].position.line) for f in result] == [
        (2, "三项制度", "执法三项制度", 1),
        (3, "公众号", "微信", 2),
    ]


def test_count_of_what_is_stated(tmp_path: Path) -> None:
    table = "[count]\nstated = '(?P<number>[两二三四五六七八九十])项工作'\nitems = '[一二三四五六七八九十]是'\nwithin = \"paragraph\"\n"

    assert found(tmp_path, table) == [(5, "三项工作", "“三项工作”: 2 follow")]
    assert found(tmp_path, table, REPORT.replace("三项工作", "两项工作")) == []
    assert found(tmp_path, table, "抓好三项工作。\n一是立制度。\n") == [], "nothing follows in the paragraph"


def test_count_of_occurrences(tmp_path: Path) -> None:
    text = "一、成效\n显著提升，显著增强。\n二、安排\n显著改善，显著加快，显著扩大。\n"

    assert found(tmp_path, '[count]\nwords = ["显著"]\nmax = 2\nper = "section"\n', text) == [
        (4, "显著", "“显著” and the like come 3 times, more than 2")
    ]
    assert [line for line, _, _ in found(tmp_path, '[count]\nwords = ["显著"]\nmax = 3\n', text)] == [4]
    assert found(tmp_path, '[count]\nwords = ["依法"]\nmin = 1\n', text) == [
        (1, "", "there are but 0 in the report, at least 1 are asked for"),
    ]


def test_an_own_message(tmp_path: Path) -> None:
    rule = declared(tmp_path, 'message = { zh = "不写“{text}”", en = "not {text}" }\nseverity = "error"\n[existence]\nwords = ["述法"]\n')
    (finding,) = findings(rule, REPORT)

    assert (finding.message.zh, finding.message.en, finding.severity.label) == ("不写“述法”", "not 述法", "error")


def test_a_message_in_one_language_is_filled_in_that_language(tmp_path: Path) -> None:
    table = 'message = "{part}没有写明原因"\n[required]\nwords = ["缘于"]\n[scope]\nparts = ["problems"]\n'

    assert [message for _, _, message in found(tmp_path, table)] == ["存在的不足和原因没有写明原因"]


def test_a_pattern_that_runs_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportlint.timed.LIMIT", 0.05)
    rule = declared(tmp_path, "[existence]\npatterns = ['(?:重|重重)+乙']\n")

    (finding,) = findings(rule, "重" * 60)
    assert (finding.code, finding.data["code"], finding.data["pattern"]) == ("E003", "U001", "(?:重|重重)+乙")


def test_examples_are_tests(tmp_path: Path) -> None:
    rule = declared(
        tmp_path,
        'good = ["全局重视。"]\n[substitution]\nwords = { "高度重视" = "重视" }\n'
        '[[bad]]\ntext = "⟦高度重视⟧培训。"\nfixed = "重视培训。"\n[[bad]]\ntext = "高度⟦重视⟧。"\n[[bad]]\ntext="⟦高度重视⟧"\nfixed = "高"\n',
    )

    assert list(problems(rule)) == [
        "bad example: expected 高度⟦重视⟧。  found ⟦高度重视⟧。",
        "bad example: the fixes should give 高  they give 重视",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[existence]\nword = ['甲']\n", ["6: existence.word: no such key, did you mean words?", "5: existence: what to look for is missing: words / patterns"]),
        ("", ["1: a rule has exactly one table that says what to check, of existence, substitution, required, consistency, count; here are 0"]),
        ("[existence]\nwords=['甲']\n[count]\nwords=['甲']\nmax=1\n", ["7: count: a rule has exactly one table"]),
        ("[existence]\npatterns = [\n  '甲',\n  '乙(',\n]\n", ["6: existence.patterns[2]: wrong pattern: '乙(': missing )"]),
        ("[substitution]\npatterns = { '(甲)' = '\\2' }\n", ["6: substitution.patterns.(甲): there is no group 2 for the replacement \\2"]),
        ('message = "{txt}"\n[existence]\nwords = ["甲"]\n', ["5: message: between braces only {text} may stand"]),
        ('severity = "fatal"\n[existence]\nwords = ["甲"]\n', ["5: severity: expected one of error, warning, info"]),
        ('[consistency]\ngroups = [["甲", "乙"], ["甲", "丙"]]\n', ["6: consistency.groups: 甲 is in two groups"]),
        ("[count]\nstated = '三项'\nmax = 2\n", ["5: count: items is missing: stated and items go together", "7: count.max: max does not go with stated"]),
        ('[existence]\nwords = ["甲"]\n[scope]\nin = ["footnotes"]\n', ["8: scope.in: expected an array of title, addressee, headings"]),
        ('[existence]\nwords = ["甲"]\n[[bad]]\ntxt = "甲"\n', ["8: bad[1].txt: no such key, did you mean text?", "7: bad[1]: text is missing"]),
        ("[required]\nheadings = ['甲']\nwords = ['乙']\n", ["6: required.headings: headings does not go with words or patterns"]),
        ("= 1\n", ["5:1: not valid TOML"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_line_and_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as error:
        declared(tmp_path, text)
    lines = error.value.message.en.splitlines()

    assert len(lines) == len(error.value.message.zh.splitlines())
    for expected in said:
        assert [line for line in lines if line.startswith(f"rule.toml:{expected}")], lines
    assert len(lines) == len(said)
