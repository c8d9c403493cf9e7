"""``--show-files``: every file with what was recognised in it and why it is in or out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlint.discovery import FOUND, NAMED, STDIN, LeftOut
from reportlint.reporters.words import counts, line, shown, summary
from reportlint.tally import Tally
from reportlint.text import Bilingual
from reportlint.trouble import UNDECODABLE, UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportlint.engine import FileResult
    from reportlint.report import Known

_HOW = {
    NAMED: Bilingual("直接给出", "named"),
    FOUND: Bilingual("文件夹中找到", "found in a folder"),
    STDIN: Bilingual("标准输入", "standard input"),
}
ORIGINS = {
    "option": Bilingual("命令行", "command line"),
    "configuration": Bilingual("配置", "configuration"),
    "title": Bilingual("标题", "title"),
    "opening": Bilingual("开头", "opening"),
    "headings": Bilingual("小标题", "headings"),
    "signature": Bilingual("落款", "signature"),
    "file name": Bilingual("文件名", "file name"),
}
_FACTS = {
    "kind": Bilingual("文种", "kind"),
    "year": Bilingual("年度", "year"),
    "issuer": Bilingual("单位", "issuer"),
    "issued": Bilingual("成文日期", "date of issue"),
}
_IN = Bilingual("检查", "in")
_OUT = Bilingual("不查", "out")
_UNKNOWN = Bilingual("未知", "unknown")
_ENCODING = Bilingual("编码", "encoding")
_UNREAD = (UNREADABLE.code, UNDECODABLE.code)


class Listing:
    """One line per file. `how` says of each path how it came in."""

    def __init__(self, language: str, how: Mapping[str, str]) -> None:
        self._language = language
        self._how = how

    def render(self, result: FileResult) -> str:
        """The line about a file that was checked."""
        say = self._language
        facts = [f"{name.in_(say)} {self._known(getattr(result.subject, field))}" for field, name in _FACTS.items()]
        if result.encoding:  # documents such as .docx have none
            facts.insert(0, f"{_ENCODING.in_(say)} {result.encoding}")
        elif unread := [finding for finding in result.findings if finding.code in _UNREAD]:  # which says why
            facts = [line(finding.message.in_(say)) for finding in unread]
        found = counts(Tally.of(result, None), say)
        return self._line(result.path, _IN, _HOW[self._how[result.path]].in_(say), [*facts, found] if found else facts)

    def show(self, rendered: str | LeftOut) -> str:
        """The line about a file, checked or left out."""
        return self._line(rendered.path, _OUT, rendered.why.in_(self._language), []) if isinstance(rendered, LeftOut) else rendered

    def end(self, tally: Tally) -> Iterator[str]:
        """The numbers."""
        if tally.files:
            yield summary(tally, self._language) + "\n"

    def _line(self, path: str, state: Bilingual, why: str, facts: list[str]) -> str:
        say = self._language
        left, right, between = ("（", "）", "；") if say == "zh" else (" (", ")", "; ")
        return f"{shown(path)}  {between.join([f'{state.in_(say)}{left}{why}{right}', *facts])}\n"

    def _known(self, fact: Known[str] | Known[int]) -> str:
        say = self._language
        if fact.value is None:
            return _UNKNOWN.in_(say)
        value = line(str(fact.value))
        origin = ORIGINS.get(fact.origin, Bilingual(fact.origin, fact.origin)).in_(say)
        if not origin:
            return value
        return f"{value}（{origin}）" if say == "zh" else f"{value} ({origin})"
