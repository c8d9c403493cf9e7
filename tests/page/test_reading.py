"""What a reader does with the page, in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportlint.engine import Linter
from reportlint.finding import Suppressed
from reportlint.plugins import load
from reportlint.reporters.html import Html
from reportlint.settings import Settings
from reportlint.tally import Tally
from tests.page.conftest import REPORTS

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.page.conftest import Make, Open


@pytest.fixture
def page(made: Path, open_page: Open) -> Page:
    """The page about `REPORTS`, open."""
    return open_page(made)


def _texts(page: Page, selector: str) -> list[str]:
    return [text.replace("\n", " ").strip() for text in page.locator(selector).all_inner_texts()]


def test_overview_tells_what_came_out(page: Page) -> None:
    figures = dict(zip(_texts(page, ".figure span"), map(int, _texts(page, ".figure b")), strict=True))

    assert page.inner_text("h1") == "4 份报告中，2 份有必须改正的错误；1 份未能查完"
    assert figures["报告"] == 4
    assert figures["未能查完"] == 1
    assert figures["错误"] == int(page.inner_text(".legend a[href*='level=error'] b"))
    assert sum(figures[name] for name in ("错误", "警告", "提示")) == int(page.inner_text("#count"))
    assert "各县/坏.txt" in page.inner_text(".failed-reports")
    assert _texts(page, ".reports .file b") == ["一.txt", "二.txt", "坏.txt", "草稿.md"]
    assert "没有问题" in page.inner_text(".row.clean")
    assert "未能检查" in page.inner_text(".row.failed")


def test_pictures_have_their_figures_in_words(page: Page) -> None:
    label = page.get_attribute(".picture svg.stacked", "aria-label") or ""

    assert "未能查完：1 份（25%）" in label
    assert "没有问题：1 份（25%）" in label
    widths = page.eval_on_selector_all(".picture svg.stacked >> nth=0 >> rect", "all => all.map(one => one.getBoundingClientRect().width)")
    whole = page.eval_on_selector(".picture svg.stacked", "one => one.getBoundingClientRect().width")
    assert sum(widths) == pytest.approx(whole, abs=2)


def test_a_rule_leads_to_its_findings(page: Page) -> None:
    page.click(".rules a:has-text('P002')")

    assert page.inner_text("[aria-current]").startswith("全部问题")
    assert set(_texts(page, ".finding code")) == {"P002"}
    assert page.input_value("#rule") == "P002"


def test_narrowing_down(page: Page) -> None:
    page.click("nav a[data-page=findings]")
    every = page.locator(".finding").count()
    page.click(".level.error")
    mild = page.locator(".finding").count()
    page.fill("#search", "组织 p0")
    page.wait_for_selector(".nothing")
    assert page.inner_text(".nothing") == "没有符合条件的问题。"
    page.fill("#search", "组织了组织")
    page.wait_for_selector(".finding")

    assert 0 < mild < every
    assert page.get_attribute(".level.error", "aria-pressed") == "false"
    assert "level=warning%2Cinfo&q=" in page.url
    assert _texts(page, ".excerpt mark") == ["组织了组织"]
    page.click("button.clear")
    assert page.locator(".finding").count() == every
    page.select_option("#report", "4")
    assert _texts(page, ".of-report b") == ["草稿.md"]


def test_from_the_list_to_the_mark_and_back(page: Page) -> None:
    page.click(".row >> nth=0 >> a")
    page.click(".card-head:has-text('**次')")

    assert page.evaluate("document.activeElement.textContent") == "**次"
    assert "on" in (page.get_attribute(".mark:has-text('**次')", "class") or "").split()
    card = page.inner_text(".card.on")
    assert "怎么改" in card
    assert "依据" in card
    page.click(".mark:has-text('paidbegin')")
    assert page.evaluate("document.activeElement.className") == "card-head"
    assert "M001" in page.inner_text(".card.on")
    assert page.locator(".card.on .edit del").inner_text() == "##paidbegin##"
    assert page.url.endswith(f"/{page.get_attribute('.mark.on', 'data-number')}")
    page.go_back()
    assert _texts(page, ".mark.on") == ["**次"]


def test_overlapping_marks_and_the_whole(page: Page) -> None:
    page.click(".row >> nth=0 >> a")

    assert "缺少" in page.inner_text(".whole")
    assert "应在此部分之后" in page.inner_text(".whole .see-list")
    page.click(".whole a >> nth=0")
    assert "缺少" in page.inner_text(".card.on .card-message")
    page.click(".card.on a.see >> nth=0")
    assert page.locator(".line.lit").count() == 1


def test_marks_are_right_behind_characters_beyond_the_bmp(made: Path, open_page: Open) -> None:
    page = open_page(made, "#/report/4")

    assert _texts(page, ".paper .mark") == ["**个"]
    assert "𠮷祥村建成" in page.inner_text(".paper")


def test_without_findings_and_without_text(made: Path, open_page: Open) -> None:
    clean = open_page(made, "#/report/2")
    broken = open_page(made, "#/report/3")

    assert clean.inner_text(".panel .nothing") == "没有发现问题。"
    assert "修订行政裁量基准" in clean.inner_text(".paper")
    assert clean.locator(".line.title").count() == 1
    assert "未能检查" in broken.inner_text(".failed-note")
    assert broken.inner_text(".paper .nothing") == "没有可显示的原文。"


def test_by_keyboard_alone(page: Page) -> None:
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    page.click("dialog button")
    page.wait_for_selector("dialog:not([open])", state="attached")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector(".report")
    page.keyboard.press("j")
    first = page.get_attribute(".card.on", "data-card")
    page.keyboard.press("j")
    assert [first, page.get_attribute(".card.on", "data-card")] == ["1", "2"]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("n")
    assert "二.txt" in page.inner_text("h1")
    page.keyboard.press("p")
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    assert page.locator(".card.on").count() == 0
    page.keyboard.press("f")
    page.keyboard.press("/")
    page.keyboard.type("jk服务点")
    assert page.input_value("#search") == "jk服务点"
    page.keyboard.press("Escape")
    page.keyboard.press("o")
    assert page.inner_text("[aria-current]") == "总览"


def test_mark_and_card_by_keyboard(made: Path, open_page: Open) -> None:
    page = open_page(made, "#/report/1/3")
    where = "document.activeElement.closest('.paper, .panel').className"
    places = []
    for _ in range(3):
        page.keyboard.press("m")
        places.append(page.evaluate(where))

    assert places == ["panel", "paper", "panel"]
    assert page.get_attribute(".card.on", "data-card") == "3"


def test_language_switch(page: Page) -> None:
    page.click(".row >> nth=0 >> a")
    page.click("#language")

    assert page.get_attribute("html", "lang") == "en"
    assert "Go" not in page.inner_text("h1")
    assert "what it says" not in page.inner_text("main")
    assert "error" in _texts(page, ".card .badge")
    page.keyboard.press("o")
    assert page.inner_text("h1") == "2 of 4 reports have errors that must be corrected; 1 could not be checked in full"
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.get_attribute("html", "lang") == "en"
    page.click("#language")
    assert page.get_attribute("html", "lang") == "zh-CN"


def test_dark_and_light(made: Path, open_page: Open) -> None:
    page = open_page(made, color_scheme="dark")
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(colour)
    page.click("#theme")
    light = page.evaluate(colour)
    page.click("#theme")

    assert page.evaluate(colour) == dark != light
    assert page.evaluate("localStorage.getItem('reportlint.theme')") == "dark"
    page.click("#theme")
    page.emulate_media(color_scheme="light")
    page.wait_for_selector("html[data-theme=light]", state="attached")
    assert page.evaluate(colour) == light


def test_on_paper(made: Path, open_page: Open) -> None:
    page = open_page(made, "#/report/1", color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")

    assert not page.is_visible(".bar")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    assert all(page.locator(".card .entry.help").nth(i).is_visible() for i in range(page.locator(".card").count()))
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".card .details").count() == 0


def test_suppressed_findings_are_set_aside(tmp_path: Path, open_page: Open) -> None:
    registry = load()
    result = Linter(registry, Settings()).check_bytes("一.txt", str(REPORTS["各县/一.txt"]).encode())
    first, *rest = (finding for finding in result.findings if finding.span.end)
    result = result._replace(findings=tuple(rest), suppressed=(Suppressed(first, "sidecar", "已由局办公室核对"),))
    html = Html("zh", rules={rule.code: rule for rule in registry.rules}, kinds={})
    shown = html.show(html.render(result))
    file = tmp_path / "page.html"
    file.write_text(shown + "".join(html.end(Tally.of(result, None))), encoding="utf-8")

    page = open_page(file)
    assert int(page.inner_text(".figure.suppressed b")) == 1
    page.click(".row a")
    assert page.locator(".mark.suppressed").count() == 0
    page.click(".level.suppressed")
    page.click(".mark.suppressed")
    assert page.get_attribute(".level.suppressed", "aria-pressed") == "true"
    assert "已由局办公室核对" in page.inner_text(".card.on.suppressed")


def test_a_thousand_reports(make_page: Make, open_page: Open) -> None:
    file = make_page(
        {f"报送/{i:04}.txt": f"云岭县第{i}中学工作总结\n一、做法\n建成##paidbegin##服务点{i}处。\n" for i in range(1000)},
        "--select",
        "M001",
    )
    page = open_page(file)

    assert page.locator(".row").count() < 200  # what is not looked at is not drawn
    assert page.inner_text(".list-head .shown") == "显示 1000 份，共 1000 份"
    page.fill("#search", "0999")
    page.wait_for_selector(".row:has-text('0999.txt')")
    assert page.locator(".row").count() == 1
    page.goto(file.as_uri() + "#/findings")
    page.wait_for_selector(".finding")
    assert page.locator(".finding").count() < 200
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".finding").count() == 1000
    page.goto(file.as_uri() + "#/report/1000/1")
    page.wait_for_selector(".mark.on")
    assert page.inner_text(".line:has(.mark.on)").startswith("建成##paidbegin##")


@pytest.mark.parametrize("width", [360, 390, 768, 1024, 1600])
def test_nothing_is_wider_than_the_screen(made: Path, open_page: Open, width: int) -> None:
    page = open_page(made, viewport={"width": width, "height": 800})

    for address in ("#/", "#/findings", "#/report/1", "#/report/1/3", "#/report/3"):
        page.evaluate("address => { location.hash = address; }", address)
        page.wait_for_timeout(50)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
