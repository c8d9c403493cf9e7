"""The page as a file: its data, its policy, and that nothing in it is newer than the browsers of offices."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reportlint.engine import COMPARED
from reportlint.finding import RelatedPlace, Suppressed
from reportlint.reporters.html import Html
from reportlint.reporters.html.page import SCRIPTS, STYLES, words
from reportlint.tally import Tally
from reportlint.text import Bilingual, SourceSpan

if TYPE_CHECKING:
    from reportlint.engine import FileResult
    from tests.conftest import Cli, Write
    from tests.reporters.conftest import Make, Result

PAGE = Path(str(files("reportlint.reporters.html"))) / "page"


class _Parts(HTMLParser):
    """What stands in the scripts, the style and the policy of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[str, Any]] = []
        self.code: dict[str, list[str]] = {"script": [], "style": []}
        self.policy = ""
        self.links: list[str] = []
        self._in: tuple[str, str | None] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.links += [value for name in ("src", "href", "action") if (value := given.get(name))]
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"] or ""
        self._in = (tag, given.get("data-block")) if tag in self.code else None

    def handle_data(self, data: str) -> None:
        if self._in and self._in[1]:
            self.blocks.append((self._in[1], json.loads(data)))
        elif self._in:
            self.code[self._in[0]].append(data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - as the parser calls it
        self._in = None


def _page(*results: FileResult, tally: Tally | None = None) -> str:
    html = Html("zh", rules={}, kinds={"general": Bilingual("一般文稿", "general document")})
    shown = "".join(html.show(html.render(result)) for result in results)
    return shown + "".join(html.end(tally or Tally()))


def _parsed(text: str) -> _Parts:
    parts = _Parts()
    parts.feed(text)
    parts.close()
    return parts


def test_a_report_and_its_text(finding: Make, result: Result) -> None:
    text = "某局2023年报告\n\n  一、2022年工作情况\n做了工作。\n"

    blocks = _parsed(_page(result(finding(), text=text))).blocks

    assert [kind for kind, _ in blocks] == ["report", "text", "common"]
    (_, report), (_, shown), (_, common) = blocks
    assert report["path"] == "a/报告.txt"
    assert (report["kind"], report["year"], report["issuer"], report["issued"]) == ("general", 2023, "某局", "2024-01-31")
    assert report["findings"] == [
        {
            "code": "Y001",
            "rule": "inconsistent-year",
            "level": "error",
            "sure": "high",
            "message": ["此处为2022年，标题为2023年", "2022 here, 2023 in the title"],
            "at": [3, 3, 3, 8],
            "excerpt": ["一、", "2022年", "工作情况"],
            "headings": ["一、2022年工作情况"],
            "related": [{"at": [1, 1, 1, 6], "text": "2023年", "note": ["标题中的年份", "the year in the title"]}],
            "fix": {"title": ["改为2023年", "write 2023"], "safe": False, "edits": [[[3, 3, 3, 7], "2023"]]},
        }
    ]
    assert shown["text"] == text
    assert shown["lines"] == [["title", 1, 1, 0, 0, 0], ["heading", 3, 3, 1, 3, 14], ["paragraph", 4, 4, 0, 0, 0]]
    assert common["kinds"] == {"general": ["一般文稿", "general document"]}


def test_what_cannot_be_read_has_no_text(result: Result) -> None:
    assert [kind for kind, _ in _parsed(_page(result())).blocks] == ["report", "common"]


def test_suppressed_findings_are_there_and_say_why(finding: Make, result: Result) -> None:
    hidden = finding(code="T005", span=SourceSpan(1, 2))

    report = _parsed(_page(result(finding())._replace(suppressed=(Suppressed(hidden, "sidecar", "专有名称"),)))).blocks[0][1]

    assert [one.get("suppressed") for one in report["findings"]] == [None, {"by": "sidecar", "reason": "专有名称"}]


def test_what_comes_late_names_its_file(finding: Make, result: Result) -> None:
    elsewhere = RelatedPlace(finding().position, "重" * 500, Bilingual("另一处", "there"), "b.txt")
    late = result(finding(related=(elsewhere,)))._replace(status=COMPARED)

    kind, more = _parsed(_page(result(), late)).blocks[1]

    assert (kind, more["path"]) == ("more", "a/报告.txt")
    assert more["findings"][0]["related"][0] == {
        "at": [3, 3, 3, 8], "text": "重" * 120 + "…", "note": ["另一处", "there"], "path": "b.txt",
    }  # fmt: skip


@pytest.mark.parametrize(
    "nasty", ["</script><script>alert(1)</script>", "<!--<script>", "]]>\x00\u2028\u202e", "\udcff\ud800", "${policy} &lt;"]
)
def test_hostile_text_stays_data(finding: Make, result: Result, nasty: str) -> None:
    text = _page(result(finding(message=Bilingual(nasty, nasty), path=nasty), path=nasty))

    parts = _parsed(text)
    assert parts.blocks[0][1]["findings"][0]["message"] == [nasty, nasty]
    assert len(parts.code["script"]) == 2
    text.encode()


def test_no_report_at_all() -> None:
    parts = _parsed(_page())

    assert [kind for kind, _ in parts.blocks] == ["common"]
    assert len(parts.code["script"]) == 2


def test_the_policy_allows_what_was_delivered_and_nothing_else(result: Result) -> None:
    parts = _parsed(_page(result()))
    policy = dict(rule.split(" ", 1) for rule in parts.policy.split("; "))

    def hashes(kind: str) -> set[str]:
        return {f"'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" for code in parts.code[kind]}

    assert policy["default-src"] == "'none'"
    assert set(policy["script-src"].split()) == hashes("script")
    assert set(policy["style-src"].split()) == hashes("style")
    assert all(link.startswith("#") for link in parts.links)
    assert not re.search(r"https?://(?!www\.w3\.org/)|@import|url\(", "".join(parts.code["script"] + parts.code["style"]))


def test_both_languages_everywhere() -> None:
    used = set()
    for file in (*SCRIPTS, "head.html"):
        used |= set(
            re.findall(r"""(?:say\(|data-say=|data-label=|labelled\()"([\w-]+)"(?! ?\+)""", (PAGE / file).read_text(encoding="utf-8"))
        )

    assert used - words().keys() == set()
    for name, (zh, en) in words().items():
        assert zh and en, name
        assert set(re.findall(r"\{\w+\}", zh)) == set(re.findall(r"\{\w+\}", en)), name


def test_nothing_newer_than_the_browsers_of_offices() -> None:
    """Chromium 86 is what many of them have; what is listed came later, or with it."""
    script = "".join((PAGE / file).read_text(encoding="utf-8") for file in SCRIPTS)
    style = "".join((PAGE / file).read_text(encoding="utf-8") for file in STYLES)

    assert not re.findall(
        r"\?\.(?!\d)|\?\?|\|\|=|&&=|\.at\(|replaceChildren|replaceAll|structuredClone|hasOwn\(|#\w+\s*=|\bimport\b", script
    )
    assert not re.findall(
        r":has\(|:is\(|:where\(|\binset:|aspect-ratio|color-mix|@layer|@container|\b\d+d?[ls]?v[hw]\b(?<!vh)(?<!vw)|&\s*\{", style
    )


def test_a_run_with_several_processes_gives_the_same_page(cli: Cli, write: Write) -> None:
    files = {f"{i}.txt": f"第{i}号\n一、主要举措\n建成##paidbegin##服务点。\n" for i in range(9)}
    write(files)

    cli("-f", "html:one.html", "-j", "1", *files)
    cli("-f", "html:two.html", "-j", "2", *files)
    cli("-f", "html:again.html", "-j", "2", *files)

    one = Path("one.html").read_bytes()
    assert one == Path("again.html").read_bytes()
    assert one == Path("two.html").read_bytes()
    assert [block["path"] for kind, block in _parsed(one.decode()).blocks if kind == "report"] == [f"{i}.txt" for i in range(9)]
