"""For authors of rules and kinds: run one rule over a text, and turn its examples into tests."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reportlint.engine import Linter
from reportlint.explain import Page
from reportlint.extract import Limits
from reportlint.finding import Severity
from reportlint.fix import edited, mend
from reportlint.location import NOWHERE
from reportlint.plugins import Registry, load
from reportlint.readers import parse
from reportlint.readers.builder import Builder, Piece
from reportlint.rule import CODE, NAME
from reportlint.settings import Settings
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.document import Document
    from reportlint.engine import FileResult
    from reportlint.finding import Finding
    from reportlint.rule import Example, Rule
    from reportlint.structure.kind import Kind

OPEN, CLOSE = "⟦", "⟧"
_SET_ASIDE = r"⟨(?P<kind>[a-z-]+):(?P<words>[^⟩\n]*)⟩"


def findings(
    rule: Rule,
    text: str,
    *,
    year: int | None = None,
    kind: str | None = None,
    path: str = "example.txt",
    kinds: Iterable[Kind] = (),
) -> list[Finding]:
    """What `rule` alone finds in `text`, read as the file `path`. Errors inside the rule are not caught up: E003 shows them.

    `kinds` of reports are there beside the shipped ones.
    """
    return list(_checked(_linter(rule, year, kind, kinds), path, text).findings)


def _checked(linter: Linter, path: str, text: str) -> FileResult:
    return linter.check(_drawn(path, text)) if path.endswith(".docx") else linter.check_bytes(path, text.encode())


def _drawn(path: str, text: str) -> Document:
    """The document that an example stands for: see `reportlint.rule.Example`."""
    builder = Builder(Limits())
    for paragraph in text.split("\n"):
        builder.line(_pieces(paragraph, builder))
    return parse(builder.source(path, "docx", flowed=False))


def _pieces(paragraph: str, builder: Builder) -> Iterator[Piece]:
    at = 0
    for mark in re.finditer(_SET_ASIDE, paragraph):
        yield Piece(paragraph[at : mark.start()], NOWHERE)
        builder.aside(mark["kind"], mark["words"])
        if mark["kind"] == "inserted":
            yield Piece(mark["words"], NOWHERE)
        at = mark.end()
    yield Piece(paragraph[at:], NOWHERE)


def lint(
    text: str, *, plugins: Iterable[str] = (), rules: Iterable[str] = (), grammars: Iterable[str] = (), path: str = "example.txt"
) -> list[Finding]:
    """What all rules find in `text`: the shipped ones, and those of `plugins` and of the folders `rules` and `grammars`, as in a configuration.

    Raises UsageError when one of these cannot be loaded.
    """
    return list(Linter(load(plugins, grammars, rules), Settings()).check_bytes(path, text.encode()).findings)


def _linter(rule: Rule, year: int | None, kind: str | None, kinds: Iterable[Kind]) -> Linter:
    known = {kind.name: kind for kind in (*_shipped_kinds(), *kinds)}
    return Linter(Registry((rule,), tuple(known.values())), Settings(select=(rule.code,), year=year, kind=kind))


def marked(text: str) -> tuple[str, list[str]]:
    """`text` without its ⟦ ⟧, and the marked pieces as ``offset:words``."""
    clean, pieces, start = "", [], 0
    for c in text:
        if c == OPEN:
            start = len(clean)
        elif c == CLOSE:
            pieces.append(f"{start}:{clean[start:]}")
        else:
            clean += c
    return clean, pieces


def problems(rule: Rule, kinds: Iterable[Kind] = ()) -> Iterator[str]:
    """What is wrong with `rule` as its author described it: nothing, for a good rule. `kinds` as for `findings`.

    Checked are the docstring, the texts in both languages, that each example gives exactly the marked findings, and that fixes mend
    what they are for.
    """
    yield from (text.en for text in shortcomings(rule, kinds))


def shortcomings(rule: Rule, kinds: Iterable[Kind] = ()) -> Iterator[Bilingual]:
    """As `problems`, in both languages."""
    try:
        Page.of(rule.doc)
    except ValueError as error:
        yield Bilingual(f"模块说明（docstring）：{error}", f"docstring: {error}")
    for name, text in {"title": rule.title, "clause": rule.clause, "help": rule.help, **rule.messages}.items():
        if not text.zh.strip() or not text.en.strip():
            yield Bilingual(f"{name} 缺少一种语言的文字", f"{name} is missing in one language")
    if not re.fullmatch(CODE, rule.code) or not re.fullmatch(NAME, rule.name):
        yield Bilingual(
            f"{rule.code} {rule.name}：代码应为大写字母加三位数字，名称应为小写英文单词以 - 相连",
            f"{rule.code} {rule.name}: a code is capitals and three digits, a name small words joined by -",
        )
    if not isinstance(rule.severity, Severity):
        yield Bilingual(f"severity 是 {rule.severity!r}，不是 Severity", f"severity is {rule.severity!r}, not a Severity")
        return
    if rule.compare is None and (not rule.good or not rule.bad):
        yield Bilingual("缺少例子：good（不报的）和 bad（要报的）各至少一个", "good and bad examples are missing")
    for example in rule.good:
        yield from _of_good(rule, example, kinds)
    for example in rule.bad:
        yield from _of_bad(rule, example, kinds)


def _of_good(rule: Rule, example: Example, kinds: Iterable[Kind]) -> Iterator[Bilingual]:
    found = _run(rule, example, example.text, kinds)
    if failed := _failed(rule, found):
        yield failed
    elif found:
        shown = _shown(example.text, found)
        yield Bilingual(f"不该报的例子报出了：{shown}", f"good example gives {rule.code}: {shown}")


def _of_bad(rule: Rule, example: Example, kinds: Iterable[Kind]) -> Iterator[Bilingual]:
    clean, expected = marked(example.text)
    found = _run(rule, example, clean, kinds)
    if failed := _failed(rule, found):
        yield failed
        return
    for finding in found:
        if "{" in finding.message.en and finding.message in rule.messages.values():
            text = finding.message
            yield Bilingual(
                f"提示文字没有填好，Hit 里缺少它的 values：{text.zh}",
                f"a message is not filled, its values are missing in the Hit: {text.en!r}",
            )
    places = [f"{f.span.start}:{f.text}" for f in found]
    if example.findings:
        places = [place for place in places if place in expected] + ["…"] * sum(place not in expected for place in places)
        expected = expected + ["…"] * example.findings
    if sorted(places) != sorted(expected):
        wanted, got = _one_line(example.text) + _beside(example.findings), _shown(clean, found)
        yield Bilingual(f"要报的例子不符：应报 {wanted}  实报 {got}", f"bad example: expected {wanted}  found {got}")
    elif example.fixed or any(finding.fix for finding in found):
        yield from _fixing(rule, example, clean, kinds)


def _run(rule: Rule, example: Example, text: str, kinds: Iterable[Kind]) -> list[Finding]:
    return findings(rule, text, year=example.year, kind=example.kind, path=example.path, kinds=kinds)


def _failed(rule: Rule, found: list[Finding]) -> Bilingual | None:
    return next((finding.message for finding in found if finding.code != rule.code), None)


def _shown(text: str, found: list[Finding]) -> str:
    """`text` on one line with the findings between ⟦ ⟧; those about the document as a whole are counted behind it."""
    inside = [f for f in found if f.span.end > f.span.start]
    for finding in sorted(inside, key=lambda f: f.span, reverse=True):
        start, end = finding.span
        text = f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}"
    return _one_line(text) + _beside(len(found) - len(inside))


def _one_line(text: str) -> str:
    return text.strip("\n").replace("\n", "⏎")


def _beside(count: int) -> str:
    return f" (+{count})" if count else ""


def _fixing(rule: Rule, example: Example, text: str, kinds: Iterable[Kind]) -> Iterator[Bilingual]:
    """What is wrong with the fixes in a bad example: they must leave the text that is asked for, and nothing more to fix."""
    linter = _linter(rule, example.year, example.kind, kinds)

    def check(new: str) -> FileResult:
        return _checked(linter, example.path, new)

    mended = mend(text, edited, check, check(text), unsafe=True)
    got = _one_line(mended.content)
    if example.fixed and mended.content != example.fixed:
        wanted = _one_line(example.fixed)
        yield Bilingual(f"要报的例子：修改后应为 {wanted}  实为 {got}", f"bad example: the fixes should give {wanted}  they give {got}")
    for finding in mended.result.findings if mended.fixes else ():
        if finding.fix:
            yield Bilingual(f"要报的例子：修改后 {finding.text} 仍要报：{got}", f"bad example: a fix does not mend {finding.text}: {got}")


@cache
def _shipped_kinds() -> tuple[Kind, ...]:
    """Loading the grammars once is enough for a whole test run."""
    return load().kinds
