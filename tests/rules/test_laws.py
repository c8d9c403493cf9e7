"""Names of laws, laws no longer in force, fixed phrases and document numbers: what the examples of the rules cannot show."""

from __future__ import annotations

import pytest

from reportlint.rule import Rule
from reportlint.testing import findings
from reportlint_rules.laws import document_number, fixed_phrase, law_name, repealed_law


def texts(rule: Rule, text: str, year: int | None = None) -> list[tuple[str, str]]:
    return [(f.text, f.severity.label) for f in findings(rule, text, year=year)]


def fixed(rule: Rule, text: str) -> str:
    """`text` with all fixes of `rule` applied, last one first."""
    for finding in reversed(findings(rule, text, year=2023)):
        assert finding.fix
        for edit in finding.fix.edits:
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("妇女权益保护法", "妇女权益保障法"),
        ("劳动争议仲裁调解法", "劳动争议调解仲裁法"),
        ("行政强制执行法", "行政强制法"),
        ("中华人民共和国退伍军人保障法", "中华人民共和国退役军人保障法"),
        ("法治政府建设实施纲要(2020～2025)", "法治政府建设实施纲要（2021—2025年）"),
        ("治安处罚法（2025年修订）", "治安管理处罚法（2025年修订）"),
    ],
)
def test_wrong_names_are_mended(wrong: str, right: str) -> None:
    assert texts(law_name.rule, f"宣传《{wrong}》。") == [(f"《{wrong}》", "warning")]
    assert fixed(law_name.rule, f"宣传《{wrong}》。") == f"宣传《{right}》。"
    assert texts(law_name.rule, f"宣传《{right}》。") == []


@pytest.mark.parametrize(
    "name", ["电信法", "终身教育促进法", "民事强制执行法", "美国行政诉讼法", "社会救助法", "刑法", "青禾市行政处罚办法"]
)
def test_names_that_only_resemble_a_law_are_left_alone(name: str) -> None:
    assert texts(law_name.rule, f"学习《{name}》。") == []


def test_colloquial_names_are_information() -> None:
    assert texts(law_name.rule, "宣传《反诈法》。") == [("《反诈法》", "info")]


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("合同法", 2020, []),
        ("合同法", 2021, ["error"]),
        ("信访条例", 2021, []),
        ("信访条例", 2022, ["error"]),
        ("环境保护法", 2026, ["warning"]),
        ("环境保护法", 2027, ["error"]),
        ("行政监察法", 2023, ["info"]),
        ("劳动合同法", 2023, []),
    ],
)
def test_a_law_ceases_on_its_day(name: str, year: int, expected: list[str]) -> None:
    assert [severity for _, severity in texts(repealed_law.rule, f"依法执行《{name}》。", year)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "《民法典》施行，《婚姻法》《继承法》《民法通则》《收养法》《担保法》《合同法》《物权法》《侵权责任法》《民法总则》同时废止。",
            [],
        ),
        ("2019年签订的协议适用《合同法》。", []),
        ("废止文件3件，宣传《合同法》。", ["《合同法》"]),
        ("加强行刑衔接，依据《合同法》办案。", ["《合同法》"]),
        ("2019年以来，持续宣传《合同法》。", ["《合同法》"]),
    ],
)
def test_what_a_clause_says_of_a_law(text: str, expected: list[str]) -> None:
    assert [words for words, _ in texts(repealed_law.rule, text, 2023)] == expected


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("行政执法法治全过程记录制度", "行政执法执法全过程记录制度"),
        ("执法全过程纪录制度", "执法全过程记录制度"),
        ("履行推进法治建设第一负责人职责", "履行推进法治建设第一责任人职责"),
        ("强化法制建设第一责任人职责", "强化法治建设第一责任人职责"),
        ("“12．4”国家宪法日", "“12·4”国家宪法日"),
        ("在12.4国家宪法日期间", "在12·4国家宪法日期间"),
        ("“5.12”防灾减灾日", "“5·12”防灾减灾日"),
        ("“11.9”消防宣传月", "“11·9”消防宣传月"),
        ("3.15消费者权益日", "3·15消费者权益日"),
        ("放、管、服改革", "“放管服”改革"),
        ("坚定“两个维护”", "做到“两个维护”"),
        ("以习近平总书记为核心的党中央", "以习近平同志为核心的党中央"),
        ("服务经济社会开展大局", "服务经济社会发展大局"),
        ("市开展改革委", "市发展改革委"),
        ("标准性文件", "规范性文件"),
        ("惯彻落实", "贯彻落实"),
        ("截止到目前", "截至目前"),
        ("社会主义法制体系", "社会主义法治体系"),
        ("学法遵法", "学法尊法"),
        ("模范遵法、守法、用法", "模范尊法、守法、用法"),
        ("“双随机，一公开”", "“双随机、一公开”"),
    ],
)
def test_phrases_are_mended_and_then_clean(wrong: str, right: str) -> None:
    assert fixed(fixed_phrase.rule, f"要求{wrong}。") == f"要求{right}。"
    assert texts(fixed_phrase.rule, f"要求{right}。", 2023) == []


@pytest.mark.parametrize(
    "text",
    [
        "落实安全生产第一责任人责任。",
        "增长12.4，“1.5”倍速，“3.0”版宣传平台，12.4亿元。",
        "随机抽查，谁主管谁负责，报名于5月截止，截止时间不变。",
        "经济社会开展调研，法制审核、法制机构。",
        "学习《关于法制政府建设的意见》。",
    ],
)
def test_phrases_that_are_right(text: str) -> None:
    assert texts(fixed_phrase.rule, text, 2023) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("国办发[2023]27号", "国办发〔2023〕27号"),
        ("青府办（2023）第008号", "青府办〔2023〕8号"),
        ("中发〔2021〕第33号", "中发〔2021〕33号"),
        ("青司发〔24〕3号", "青司发〔2024〕3号"),
    ],
)
def test_document_numbers_are_mended(wrong: str, right: str) -> None:
    assert fixed(document_number.rule, f"按照{wrong}文件。") == f"按照{right}文件。"
    assert texts(document_number.rule, f"按照{right}文件。") == []
