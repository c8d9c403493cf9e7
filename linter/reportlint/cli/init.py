"""``reportlint init``: a configuration, a hook and CI files for a folder of reports."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reportlint import __version__
from reportlint.config.load import NAMES, Configs
from reportlint.discovery import File, Wanted, discover
from reportlint.engine import Linter
from reportlint.errors import UsageError, refusal
from reportlint.plugins import load
from reportlint.readers import UndecodableText, UnreadableFile, read
from reportlint.readers.formats import ARCHIVES, SUFFIXES, missing
from reportlint.settings import Settings
from reportlint.structure.kind import GENERAL
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlint.structure.kind import Kind

_MOST = 2000
"""Reports that are looked at; more say nothing new."""
_LARGE = 5_000_000
CI = {"github": ".github/workflows/reportlint.yml", "gitlab": ".gitlab-ci.yml"}
HOOK = ".pre-commit-config.yaml"

_WRITTEN = Bilingual("已写入 {file}", "written: {file}")
_WOULD = Bilingual("将写入 {file}：", "would write {file}:")
_THERE = Bilingual("{file} 已经存在，没有改动（--force 覆盖）", "{file} is there already and stays as it is (--force overwrites it)")
_NEXT = Bilingual("接下来：reportlint . 检查这个文件夹；装上 pre-commit 后用 pre-commit install 启用钩子。",
                  "Next: reportlint . checks this folder; with pre-commit installed, pre-commit install switches the hook on.")  # fmt: skip
_FOUND = Bilingual("本文件夹共 {count} 份报告：{list}。", "{count} reports in this folder: {list}.")
_NO_REPORTS = Bilingual("本文件夹里还没有报告。", "There are no reports in this folder yet.")
_UNKNOWN = Bilingual("未识别文种 {count} 份", "{count} of no known kind")
_ONE = Bilingual("{title} {count} 份", "{count} {title}")

_CONFIGURATION = Bilingual(
    """\
# reportlint 的配置。每项的说明：reportlint 的 docs/configuration.zh.md；对一份报告究竟什么有效：reportlint --show-settings 文件
# {found}
required-version = ">={version}"
lang = "zh"

# 到哪一级算不通过：error、warning、info、never
fail-on = "error"

# 不用的规则（代码、前缀、名称或中文标题）；reportlint rules 列出全部
ignore = []

# 不检查的文件和文件夹，写法同 .gitignore
extend-exclude = []

# 文种通常自行识别；reportlint kinds 列出全部
# kind = "{kind}"

# 更改规则的级别
[severity]
# missing-cause = "error"

# 对一部分文件不用的规则
[per-file-ignores]
# "模板/**" = ["P"]

# 对一部分文件另作规定
# [[overrides]]
# paths = ["2022/"]
# year = 2022
""",
    """\
# The configuration of reportlint. What each key means: docs/configuration.md of reportlint; what holds for one report: reportlint --show-settings FILE
# {found}
required-version = ">={version}"
lang = "en"

# from which level on the run fails: error, warning, info, never
fail-on = "error"

# rules not to use (codes, prefixes or names); reportlint rules lists them
ignore = []

# files and folders to leave out, as in .gitignore
extend-exclude = []

# the kind is recognised as a rule; reportlint kinds lists them
# kind = "{kind}"

# other levels for rules
[severity]
# missing-cause = "error"

# rules not to use on some files
[per-file-ignores]
# "templates/**" = ["P"]

# what holds for some files only
# [[overrides]]
# paths = ["2022/"]
# year = 2022
""",
)
_PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: reportlint
        name: reportlint
        language: system          # the reportlint that is installed; nothing is downloaded
        entry: reportlint check --force-exclude --allow-empty
        types: [file]
        files: (?i)\\.({suffixes})$   # what it reads
        require_serial: true      # reports are compared with each other
"""
_GITHUB = """\
name: reportlint
on: [push, pull_request]
permissions:
  contents: read
jobs:
  reportlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install "reportlint[documents]>={version}"
      - run: reportlint --no-cache --output-format github .
"""
_GITLAB = """\
reportlint:
  image: python:3.12-slim
  script:
    - pip install "reportlint[documents]>={version}"
    - reportlint --no-cache --output-format full --output-format gitlab:gl-code-quality-report.json --output-format junit:reportlint-junit.xml .
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: reportlint-junit.xml
"""


class _Planned(NamedTuple):
    """A file to be written."""

    file: str
    text: str


def init(ci: Sequence[str], *, hook: bool, dry_run: bool, force: bool, language: str) -> int:
    """Write the files into the working directory, or show them. What is there stays unless `force`. Raises UsageError."""
    for file, text in _planned(ci, hook=hook, language=language):
        there = [name for name in (NAMES if file in NAMES else (file,)) if _says_something(name)]
        if there and not force:
            print(_THERE.in_(language).format(file=there[0]))
        elif dry_run:
            print(_WOULD.in_(language).format(file=file))
            sys.stdout.write("".join(f"    {line}".rstrip() + "\n" for line in text.splitlines()))
        else:
            _write(file, text)
            print(_WRITTEN.in_(language).format(file=file))
    if not dry_run:
        print(_NEXT.in_(language))
    return 0


def _planned(ci: Sequence[str], *, hook: bool, language: str) -> Iterator[_Planned]:
    version = ".".join(__version__.split(".")[:2])
    yield _Planned("reportlint.toml", _configuration(language, version))
    if hook or os.path.isdir(".git"):
        suffixes = [suffix[1:] for suffix in (*SUFFIXES, *sorted(ARCHIVES)) if not missing(suffix)]
        yield _Planned(HOOK, _PRE_COMMIT.replace("{suffixes}", "|".join(suffixes)))
    detected = {"github": os.path.isdir(".github"), "gitlab": os.path.isfile(".gitlab-ci.yml")}
    for name, text in (("github", _GITHUB), ("gitlab", _GITLAB)):
        if name in ci or (not ci and detected[name]):
            yield _Planned(CI[name], text.replace("{version}", version))


def _configuration(language: str, version: str) -> str:
    kinds, found = _kinds_here()
    total = sum(found.values())
    known = [(kind, count) for kind, count in found.most_common() if kind != GENERAL]
    listed = [_ONE.in_(language).format(title=kinds[kind].title.in_(language), count=count) for kind, count in known]
    if found[GENERAL]:
        listed.append(_UNKNOWN.in_(language).format(count=found[GENERAL]))
    told = (
        _FOUND.in_(language).format(count=total, list=("，" if language == "zh" else ", ").join(listed))
        if total
        else _NO_REPORTS.in_(language)
    )
    common = known[0][0] if known else "law-based-government"
    return _CONFIGURATION.in_(language).format(found=told, version=version, kind=common)


def _kinds_here() -> tuple[dict[str, Kind], Counter[str]]:
    """The kinds of reports, and how many of each there are in the working directory; ``general`` for those not recognised."""
    registry = load()
    linter = Linter(registry, Settings())
    found: Counter[str] = Counter()
    for item in discover(["."], Configs(isolated=True), Wanted()):
        if found.total() >= _MOST:
            break
        if not isinstance(item, File) or item.problem:
            continue
        try:
            with open(item.path, "rb") as file:
                data = file.read(_LARGE)
            subject = linter.read_report(read(item.path, data, linter.settings.limits)).subject
        except (OSError, UnreadableFile, UndecodableText):
            continue
        found[subject.kind.value or GENERAL] += 1
    return {kind.name: kind for kind in registry.kinds}, found


def _says_something(name: str) -> bool:
    """Whether the file is there and, if it is a pyproject.toml, has a table of ours."""
    if not os.path.lexists(name):
        return False
    if name != "pyproject.toml":
        return True
    with open(name, encoding="utf-8", errors="replace") as file:
        return "[tool.reportlint" in file.read()


def _write(file: str, text: str) -> None:
    try:
        os.makedirs(os.path.dirname(file) or ".", exist_ok=True)
        with open(file, "w", encoding="utf-8", newline="\n") as target:
            target.write(text)
    except OSError as error:
        why = refusal(error)
        raise UsageError(Bilingual(f"{file} 写不了：{why.zh}", f"{file} cannot be written: {why.en}")) from None
