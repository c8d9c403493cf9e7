"""The output formats there are, and how ``format:file`` is read. A format is one line here and a class in `reportlint.reporters`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reportlint.errors import guess
from reportlint.text import Bilingual


class Format(NamedTuple):
    """One format."""

    maker: str
    """``module:Class`` in `reportlint.reporters`; the class is called with the language and what `takes` names."""
    about: Bilingual
    takes: tuple[str, ...] = ()
    """Fields of `reportlint.reporters.Setup` that the class wants as well."""
    machine: bool = True
    """Read by programs: always UTF-8, whatever the terminal wishes."""
    binary: bool = False
    """No text: needs a file."""


FORMATS = {
    "full": Format("full:Full", Bilingual("逐条说明", "every finding explained"), ("colour",), machine=False),
    "concise": Format("concise:Concise", Bilingual("每条一行", "one line each"), ("colour",), machine=False),
    "grouped": Format("grouped:Grouped", Bilingual("按文件分组", "one table per file"), ("colour",), machine=False),
    "html": Format("html:Html", Bilingual("网页，附原文和说明", "a page with the texts, marked"), ("rules", "kinds")),
    "xlsx": Format("xlsx:Xlsx", Bilingual("Excel 清单（需另装）", "Excel list (an extra)"), binary=True),
    "csv": Format("csv:Csv", Bilingual("CSV 表格", "CSV table")),
    "markdown": Format("markdown:Markdown", Bilingual("Markdown 摘要（评论、CI 页面）", "summary for comments and CI pages"), ("rules",)),
    "json": Format("json:Json", Bilingual("一个 JSON 对象", "one JSON object")),
    "jsonl": Format("jsonl:JsonLines", Bilingual("每行一个 JSON 对象", "one JSON object a line")),
    "github": Format("github:GitHub", Bilingual("GitHub Actions 标注", "annotations of GitHub Actions"), machine=False),
    "gitlab": Format("gitlab:GitLab", Bilingual("GitLab 代码质量报告", "Code Quality report of GitLab")),
    "sarif": Format("sarif:Sarif", Bilingual("SARIF 2.1.0（代码扫描）", "SARIF 2.1.0 (code scanning)"), ("rules",)),
    "junit": Format("junit:JUnit", Bilingual("测试报告（GitLab、Jenkins）", "test report (GitLab, Jenkins)"), ("fail_on",)),
    "rdjson": Format("rdjson:RDJson", Bilingual("reviewdog 的诊断格式", "Diagnostic Format of reviewdog")),
    "checkstyle": Format("checkstyle:Checkstyle", Bilingual("Checkstyle XML（Jenkins 等）", "Checkstyle XML (Jenkins and others)")),
}


class Destination(NamedTuple):
    """A format and where it goes."""

    format: str
    file: str = ""
    """A path; empty: standard output."""


def destination(text: str) -> Destination | Bilingual:
    r"""What ``format`` or ``format:file`` means, or what is wrong with it. A file of ``-`` is standard output.

    Only the first colon divides, so that the file may be ``C:\out.sarif``; Chinese keyboards give a wide one.
    """
    narrow, wide = text.find(":"), text.find("：")
    at = min((place for place in (narrow, wide) if place >= 0), default=len(text))
    name, file = text[:at].strip(), text[at + 1 :].strip()
    if name not in FORMATS:
        rest = guess(name, FORMATS, Bilingual(f"，可用：{'、'.join(FORMATS)}", f", there are: {', '.join(FORMATS)}"))
        return Bilingual(f"没有格式 {name}{rest.zh}", f"no format {name}{rest.en}")
    if at < len(text) and not file:
        return Bilingual(f"{name} 后面缺少文件名，如 {name}:out", f"no file behind {name}:, as in {name}:out")
    return Destination(name, "" if file == "-" else file)


def clash(destinations: Sequence[Destination]) -> Bilingual | None:
    """Why the destinations do not go together, if so."""
    printed = [there.format for there in destinations if not there.file]
    if len(printed) > 1:
        one, two = printed[:2]
        return Bilingual(
            f"{one} 和 {two} 都要写到标准输出：请给其中一个指定文件，如 {two}:out",
            f"{one} and {two} both go to standard output: give one of them a file, as in {two}:out",
        )
    if printed and FORMATS[printed[0]].binary:
        name = printed[0]
        return Bilingual(f"{name} 不是文本，请指定文件：{name}:out.{name}", f"{name} is no text, name a file: {name}:out.{name}")
    files = [there.file for there in destinations if there.file]
    for i, file in enumerate(files):
        if file in files[:i]:
            return Bilingual(f"两种格式不能写到同一个文件 {file}", f"two formats cannot go to the same file {file}")
    return None
