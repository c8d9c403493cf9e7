"""All pages of the site and their order, as data: the Markdown of docs/ with its links mended, and what is made of the rules."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reportlint import Bilingual, Rule
from reportlint.plugins import load
from website import rule_pages

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"

START: Mapping[str, Bilingual] = {
    "index.md": Bilingual("首页", "Home"),
    "quick-start.md": Bilingual("快速上手", "Quick start"),
    "commands.md": Bilingual("命令", "Commands"),
    "configuration.md": Bilingual("配置", "Configuration"),
    "editors.md": Bilingual("编辑器", "Editors"),
    "ci.md": Bilingual("CI 与钩子", "CI and hooks"),
    "html-report.md": Bilingual("网页报告", "HTML report"),
    "suppression.md": Bilingual("豁免与基线", "Suppression and baseline"),
    "kinds.md": Bilingual("文种", "Kinds of reports"),
    "writing-rules.md": Bilingual("自有规则", "Rules of your own"),
    "documents.md": Bilingual("文档", "Documents"),
    "formats.md": Bilingual("输出格式", "Output formats"),
    "accuracy.md": Bilingual("准确度", "Accuracy"),
    "comparison.md": Bilingual("与同类工具比较", "Compared with others"),
}
"""The pages that come first, with their titles in the navigation."""
OUTSIDE: Mapping[str, tuple[str, Bilingual]] = {
    "CONTRIBUTING.md": ("contributing.md", Bilingual("参与开发", "Contributing")),
    "CHANGELOG.md": ("changelog.md", Bilingual("更新记录", "Changelog")),
}
"""Files of the repository that are pages, too."""
_RULES = Bilingual("规则", "Rules")
_MORE = Bilingual("更多", "More")
_LINK = re.compile(r"\[(?P<text>[^\]\n]*)\]\((?P<target>[^)\s]+)\)")


class Site(NamedTuple):
    """What mkdocs is given."""

    pages: Mapping[str, str]
    """Markdown by path."""
    nav: Sequence[object]
    """As in mkdocs.yml, with English titles."""
    titles: Mapping[str, str]
    """The Chinese titles of the navigation."""


def site() -> Site:
    """The whole site."""
    rules = load().rules
    pages = {path.name: _mended(path.read_text(encoding="utf-8"), "docs/") for path in sorted(DOCS.glob("*.md"))}
    for name, (page, _) in OUTSIDE.items():
        pages[page] = _mended((ROOT / name).read_text(encoding="utf-8"), "")
    pages |= rule_pages.pages(rules)
    nav, titles = _navigation(pages, rules)
    return Site(pages, nav, titles)


def _navigation(pages: Mapping[str, str], rules: Sequence[Rule]) -> tuple[list[object], dict[str, str]]:
    titles = {title.en: title.zh for title in (*START.values(), _RULES, _MORE, *(title for _, title in OUTSIDE.values()))}
    nav: list[object] = [{title.en: page} for page, title in START.items() if page in pages]
    families: list[object] = ["rules/index.md"]
    for title, family in rule_pages.by_family(rules):
        titles[title.en] = title.zh
        families.append({title.en: [f"rules/{rule.code}.md" for rule in family]})
    nav.insert(2, {_RULES.en: families})
    more: list[object] = [{title.en: page} for page, title in OUTSIDE.values()]
    known = {*START, *(page for page, _ in OUTSIDE.values())}
    more[:0] = [page for page in pages if "/" not in page and not page.endswith(".zh.md") and page not in known]
    return [*nav, {_MORE.en: more}], titles


def _mended(text: str, folder: str) -> str:
    """`text`, a file in `folder` of the repository, with links that lead somewhere on the site: what is not there stays as words."""

    def mended(link: re.Match[str]) -> str:
        target, _, anchor = link["target"].partition("#")
        if not target or ":" in target:
            return link[0]
        path = (Path(folder) / target).as_posix()
        while "/../" in path or path.startswith("docs/.."):
            path = re.sub(r"[^/]+/\.\./", "", path, count=1)
        if path in OUTSIDE:
            path = f"docs/{OUTSIDE[path][0]}"
        if not path.startswith("docs/") or not path.endswith(".md"):
            return link["text"]
        page = path.removeprefix("docs/").replace(".zh.md", ".md")
        return f"[{link['text']}]({page}{'#' + anchor if anchor else ''})"

    return _LINK.sub(mended, text)
