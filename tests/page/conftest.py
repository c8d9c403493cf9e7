"""Pages made by real runs, and a real browser to look at them. Without chromium or playwright these tests are skipped, with the reason."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reportlint.cli import run

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip

REPORTS: Mapping[str, str | bytes] = {
    "各县/一.txt": (
        "青禾区民政局关于2023年度法治政府建设情况的报告\n"
        "　　2023年，区民政局依法履职，现将情况报告如下：\n"
        "一、主要举措和成效\n"
        "（一）完善制度。召开局务会议**次，修订规程三件，建成##paidbegin##服务点。\n"
        "（二）严格执法。XX区民政局组织了组织执法培训，发出整改通知书三份。\n"
        "二、2025年主要安排\n"
        "完善合法性审核机制，补充执法人员。\n"
    ),
    "各县/二.txt": (
        "云岭县司法局2023年法治政府建设年度报告\n"
        "2023年，县司法局推进各项工作，现报告如下：\n"
        "一、主要举措和成效\n修订行政裁量基准，开展执法培训。\n"
        "二、存在的不足和原因\n执法力量偏弱，主要是编制少、业务新。\n"
        "三、主要负责人履行推进法治建设第一责任人职责情况\n局长带头述法，主持研究法治工作四次。\n"
        "四、2024年主要安排\n完善合法性审核机制，补充执法人员。\n"
    ),
    "各县/坏.txt": b"\xe4\xb8\x80\xe3\x80\x81\xff\xff\xff\xff",
    "草稿.md": "# 工作情况\n\n开展巡查**96次**，𠮷祥村建成**个服务点。\n",
}
"""A report with findings of every kind, overlapping ones and one about the whole; a clean one; one that cannot be read; characters beyond the BMP."""

Make = Callable[..., Path]
Open = Callable[..., "Page"]


def _make(folder: Path, files: Mapping[str, str | bytes], *options: str) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    with chdir(folder):
        run(["--isolated", "--lang", "zh", "-f", "html:page.html", *options, *files])
    return folder / "page.html"


@pytest.fixture
def make_page(tmp_path: Path) -> Make:
    """Run the linter over files, with options, and give the page that it wrote."""
    return partial(_make, tmp_path)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page about `REPORTS`."""
    return _make(tmp_path_factory.mktemp("page"), REPORTS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install --group browser")
    program = os.environ.get("REPORTLINT_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        pytest.skip("chromium is not installed: apt-get install chromium, or name one in REPORTLINT_CHROMIUM")
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=program, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open a page. In the end nothing may have been asked of any network, nor stand in the console, unless `refusals` are provoked."""
    troubles: list[str] = []
    opened = []

    def look(file: Path, address: str = "", *, refusals: bool = False, **wishes: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **wishes})
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        if not refusals:
            page.on("console", lambda message: troubles.append(f"console: {message.text}"))
            page.on("request", lambda request: troubles.append(request.url) if not request.url.startswith(file.as_uri()) else None)
        page.on("pageerror", lambda error: troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: troubles.append(f"dialog: {dialog.message}"))
        page.goto(file.as_uri() + address)
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield look
    for context in opened:
        context.close()
    assert troubles == []
