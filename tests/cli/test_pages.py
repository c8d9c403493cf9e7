"""`reportlint explain`, `reportlint rules`, `--version`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reportlint import __version__

if TYPE_CHECKING:
    from tests.conftest import Cli


def test_explain(cli: Cli) -> None:
    page = cli("explain", "M001", rules=None)

    assert page.code == 0
    lines = page.out.splitlines()
    assert lines[:3] == [
        "M001 paid-marker  pay-wall marker",
        "error, on by default",
        "Source: The pay tags of FastAdmin's CMS add-on and of similar systems",
    ]
    for title in ("What it finds", "Why", "Instead", "Silent on", "What it finds, between 〖〗", "What it leaves alone", "Messages"):
        assert title in lines
    assert "    推进依法行政，〖$$paidbegin$$〗规范行政处罚裁量。〖</paid>〗" in lines
    assert "⟦" not in page.out


def test_explain_in_chinese_by_name(cli: Cli) -> None:
    page = cli("--lang", "zh", "explain", "paid-marker", rules=None).out

    assert page.startswith("M001 paid-marker  付费标签\n错误，默认开启\n依据：")
    assert "\n查什么\n    付费内容标签" in page


def test_explain_takes_several_and_small_letters(cli: Cli) -> None:
    page = cli("explain", "m001", "E001", rules=None).out

    assert page.startswith("M001 paid-marker")
    assert "\n\nE001 unreadable-file" in page


def test_explain_by_prefix_and_by_chinese_title(cli: Cli) -> None:
    page = cli("explain", "K", "付费标签", "K001", rules=None).out

    heads = [line for line in page.splitlines() if line[:4] in ("K001", "K002", "K003", "M001")]
    assert [head[:4] for head in heads] == ["K001", "K002", "K003", "M001"]


def test_explain_a_rule_without_examples(cli: Cli) -> None:
    page = cli("explain", "E001", rules=None)

    assert page.code == 0
    assert "\nHelp\n    Check the path" in page.out


def test_rules(cli: Cli) -> None:
    english, chinese = cli("rules", rules=None).out, cli("rules", "--lang", "zh", rules=None).out

    assert ["M001", "paid-marker", "error", "on", "by", "default", "pay-wall", "marker"] in [line.split() for line in english.splitlines()]
    assert ["M001", "paid-marker", "错误", "默认开启", "付费标签"] in [line.split() for line in chinese.splitlines()]


def test_rules_for_programs(cli: Cli) -> None:
    listed = json.loads(cli("rules", "--output-format", "json", rules=None).out)

    assert listed["version"] == 1
    (rule,) = (rule for rule in listed["rules"] if rule["code"] == "M001")
    assert rule["name"] == "paid-marker"
    assert rule["severity"] == "error"
    assert rule["default"] == "on"
    assert rule["title"] == {"zh": "付费标签", "en": "pay-wall marker"}


def test_version(cli: Cli) -> None:
    assert cli("--version", rules=None).out == f"reportlint {__version__}\n"
