"""The documentation site: every rule has a page in both languages, made of the rule; links lead somewhere; nothing is loaded from outside."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from reportlint import Rule
from reportlint.config.schema import read_config
from reportlint.plugins import load
from website.offline import loads
from website.pages import DOCS, OUTSIDE, ROOT, Site, site
from website.rule_pages import FAMILIES

pytestmark = pytest.mark.skipif(not (ROOT / "CONTRIBUTING.md").exists(), reason="the repository is not beside the tests")
RULES = load().rules


@pytest.fixture(scope="module")
def made() -> Site:
    return site()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_has_a_page_in_both_languages(made: Site, rule: Rule) -> None:
    chinese, english = made.pages[f"rules/{rule.code}.zh.md"], made.pages[f"rules/{rule.code}.md"]

    assert chinese.startswith(f"# {rule.code} {rule.name}\n")
    assert re.search("[\u4e00-\u9fff]", chinese)
    assert "\n- 依据：" in chinese
    assert "\n- Source: " in english
    assert "⟦" not in chinese + english
    for page in (chinese, english):
        assert page.count("<mark>") == page.count("</mark>") == sum(example.text.count("⟦") for example in rule.bad)


def test_page_in_full(made: Site) -> None:
    assert made.pages["rules/M001.md"].startswith(
        "# M001 paid-marker\n\n**pay-wall marker**\n\n- Severity: error\n- Default: on by default\n- Source: The pay tags of FastAdmin's CMS add-on"
    )
    for text in (
        "\n- Fix: `--fix` mends it\n",
        "\n- Since: 0.1.0\n",
        "\n- Accuracy: Found ",
        "\n## What it finds\n",
        "\n## Silent on\n",
        "\n## Messages\n",
    ):
        assert text in made.pages["rules/M001.md"]
    assert "\n## 查什么\n" in made.pages["rules/M001.zh.md"]


def test_every_page_is_in_the_navigation_once(made: Site) -> None:
    there = re.findall(r'"([\w./-]+\.md)"', json.dumps(made.nav))

    assert sorted(there) == sorted(page for page in made.pages if not page.endswith(".zh.md"))
    assert {rule.code[0] for rule in RULES} == set(FAMILIES), "a new family needs a title in website/rule_pages.py"


def test_links_lead_to_pages(made: Site) -> None:
    for name, text in made.pages.items():
        for target in re.findall(r"\]\(([^)\s#]+)", text):
            if ":" not in target:
                assert (Path(name).parent / target).as_posix() in made.pages, f"{name} links to {target}"


def test_files_outside_are_pages(made: Site) -> None:
    assert made.pages["contributing.md"].startswith("# Contributing")
    assert "](kinds.md)" in made.pages["contributing.md"]
    assert [page for page, _ in OUTSIDE.values() if page not in made.pages] == []


@pytest.mark.parametrize("page", ["configuration.md", "configuration.zh.md"])
def test_every_option_is_told(page: str) -> None:
    """In both languages: add a line to the table of the page that lacks it."""
    (fault,) = read_config({"no-such-option-at-all": 1})[1]
    options = fault.message.en.split("there are: ")[1].split(", ")
    text = (DOCS / page).read_text(encoding="utf-8")

    assert [option for option in options if f"`{option}`" not in text and f"[[{option}]]" not in text] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<script src="https://cdn.example/x.js"></script>', ["https://cdn.example/x.js"]),
        ("<link rel=stylesheet href=//fonts.example/css>", ["//fonts.example/css"]),
        ("<style>@import url(https://a.example/b.css)</style>", ["https://a.example/b.css"]),
        ('<a href="https://example.org/">x</a><link rel="canonical" href="https://example.org/"><img src="a.png">', []),
    ],
)
def test_what_would_be_loaded(tmp_path: Path, text: str, found: list[str]) -> None:
    (tmp_path / "a.html").write_text(text, encoding="utf-8")

    assert [address for _, address in loads(tmp_path)] == found
