"""``reportlint ignore``: write findings that are right as they are into the ignore file, list them, take them out again."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NamedTuple

from reportlint.cli.bench import Bench, Place, results
from reportlint.cli.known import IGNORE_FILE, IgnoreFiles, Known, shown, today, write
from reportlint.cli.suppressing import Suppressing, Wishes
from reportlint.config import ignore_file
from reportlint.config.load import Configs
from reportlint.errors import UsageError
from reportlint.finding import Finding
from reportlint.select import precision
from reportlint.suppression.entries import Entry, excerpt
from reportlint.text import Bilingual

_WROTE = Bilingual("已写入 {file}：{code} {place} {text}", "written to {file}: {code} {place} {text}")
_KNOWN = Bilingual("已在 {file} 中，更新了理由：{code} {place} {text}", "in {file} already, now with this reason: {code} {place} {text}")
_REMOVED = Bilingual("已从 {file} 删除：{code} {path} {text}", "removed from {file}: {code} {path} {text}")
_NONE = Bilingual("没有豁免条目。", "There are no entries.")
_NOTHING_TO_PRUNE = Bilingual("没有需要清理的条目。", "There is nothing to prune.")


class Ignoring(NamedTuple):
    """The command line of ``reportlint ignore``."""

    arguments: tuple[str, ...]
    reason: str | None = None
    by: str | None = None
    expires: str | None = None
    list: bool = False
    remove: bool = False
    prune: bool = False
    today: str | None = None
    config: str | None = None
    isolated: bool = False
    lang: str | None = None
    language: str = "en"


def ignore(wanted: Ignoring) -> int:
    """Do what the command line asks for and return the exit code. Raises UsageError."""
    if sum((wanted.list, wanted.remove, wanted.prune)) > 1:
        raise UsageError(Bilingual("--list、--remove、--prune 只能用一个", "--list, --remove and --prune exclude each other"))
    if wanted.list:
        return _list(wanted)
    if wanted.prune:
        return _prune(wanted)
    if len(wanted.arguments) < 2:
        raise UsageError(
            Bilingual("请给出规则和位置：reportlint ignore P001 报告.txt:12 --reason 理由",
                      "name a rule and a place: reportlint ignore P001 report.txt:12 --reason WHY")
        )  # fmt: skip
    code, *places = wanted.arguments
    return _remove(wanted, code, places) if wanted.remove else _add(wanted, code, [Place.of(place) for place in places])


def _add(wanted: Ignoring, code: str, places: Sequence[Place]) -> int:
    if not (wanted.reason or "").strip():
        raise UsageError(Bilingual("请用 --reason 写明理由", "say why: --reason WHY"))
    day = wanted.today or today()
    if wanted.expires and wanted.expires < day:
        raise UsageError(Bilingual(f"--expires：{wanted.expires} 已经过去", f"--expires: {wanted.expires} is over"))
    by = wanted.by or owner()
    for place in places:
        archive = place.path.partition("!")[0]
        if archive != place.path and os.path.isfile(archive):
            raise UsageError(
                Bilingual(
                    f"压缩包里的文件不能逐处豁免：请先解压 {archive}",
                    f"no single finding in an archive can be ignored: unpack {archive} first",
                )
            )
        if not os.path.isfile(place.path):
            raise UsageError(Bilingual(f"没有文件 {place.path}", f"there is no file {place.path}"))
    bench = Bench(places, wanted.config, isolated=wanted.isolated)
    rule = bench.rule(code)
    found = [(place, bench.findings(rule, place)) for place in places]
    for place, findings in found:
        for finding in findings:
            new, known = enter(finding, place.path, bench.configs, wanted.reason or "", by, wanted.expires or "")
            at = finding.position
            where = f"{shown(os.path.abspath(place.path))}:{at.line}:{at.column}"
            _say(_KNOWN if known else _WROTE, wanted.language, file=new.file, code=rule.code, place=where, text=new.text)
    return 0


def enter(finding: Finding, report: str, configs: Configs, reason: str, by: str, expires: str = "") -> tuple[Entry, bool]:
    """Write a finding of the file `report` into its ignore file; the entry, and whether there was one for it. Raises UsageError."""
    path = _file_for(report, configs)
    new = Entry(
        shown(path), 0, _relative(report, os.path.dirname(path)), finding.code, finding.fingerprint, excerpt(finding),
        " ".join(reason.split()), by, expires,
    )  # fmt: skip
    return new, _put(path, new)


def _put(path: str, new: Entry) -> bool:
    """Write an entry into the ignore file at `path`, in place of one for the same finding; whether there was one."""
    text = ""
    same: set[int] = set()
    if os.path.exists(path):
        there = ignore_file.read(path, shown(path))
        same = {entry.line for entry in there.entries if (entry.path, entry.fingerprint) == (new.path, new.fingerprint)}
        text = ignore_file.without(there.text, same) if same else there.text
    write(path, ignore_file.written(text, new))
    return bool(same)


def _remove(wanted: Ignoring, code: str, arguments: Sequence[str]) -> int:
    """Take the entries of a rule for these places out; with a line only those whose finding stands there."""
    places = [Place.of(argument) for argument in arguments]
    bench = Bench(places, wanted.config, isolated=wanted.isolated)
    files = IgnoreFiles()
    rule = bench.rule(code)
    for place in places:
        absolute = os.path.abspath(place.path)
        file = files.of(os.path.dirname(absolute))
        entries = [entry for entry in file.by_path.get(absolute, []) if precision(rule, entry.rule) >= 0] if file else []
        if place.line and entries:
            there = {finding.fingerprint for finding in bench.findings(rule, place)}
            entries = [entry for entry in entries if entry.fingerprint in there]
        if not file or not entries:
            raise UsageError(Bilingual(f"{place} 没有 {rule.code} 的豁免条目", f"there is no entry for {rule.code} at {place}"))
        _take_out(file, entries, wanted.language)
    return 0


def _take_out(file: Known, entries: Sequence[Entry], language: str) -> None:
    path = os.path.join(file.root, IGNORE_FILE)
    read = ignore_file.read(path, file.shown)
    write(path, ignore_file.without(read.text, {entry.line for entry in entries}))
    for entry in entries:
        _say(_REMOVED, language, file=file.shown, code=entry.rule, path=entry.path, text=entry.text)


def _list(wanted: Ignoring) -> int:
    """Print the entries for the named files, or for all below the working directory."""
    files = IgnoreFiles()
    places = [os.path.abspath(Place.of(argument).path) for argument in wanted.arguments] or [os.getcwd()]
    day = wanted.today or today()
    lines = []
    for place in dict.fromkeys(places):
        folder = os.path.isdir(place)
        file = files.of(place if folder else os.path.dirname(place))
        for entry in file.entries if file else ():
            path = os.path.normpath(os.path.join(file.root if file else "", entry.path))
            if path == place or (folder and path.startswith(place.rstrip(os.sep) + os.sep)):
                lines.append(_line(entry, shown(path), day, wanted.language))
    print("\n".join(lines) if lines else _NONE.in_(wanted.language))
    return 0


def _line(entry: Entry, path: str, day: str, language: str) -> str:
    until = ""
    if entry.expires:
        over = day > entry.expires
        until = (
            f"，{entry.expires} {'已到期' if over else '到期'}"
            if language == "zh"
            else f", {'expired' if over else 'expires'} {entry.expires}"
        )
    who = f"{entry.by}：" if language == "zh" and entry.by else f"{entry.by}: " if entry.by else ""
    return f"{entry.rule}  {path}  {entry.text}\n    {who}{entry.reason}{until}"


def _prune(wanted: Ignoring) -> int:
    """Take out what is expired or means nothing any more: check all reports below the folder, and see."""
    bench = Bench((), wanted.config, isolated=wanted.isolated)
    folders = [os.path.abspath(argument) for argument in wanted.arguments] or [os.getcwd()]
    for folder in folders:
        if not os.path.isdir(folder):
            raise UsageError(Bilingual(f"--prune 要给出文件夹：{folder}", f"--prune wants a folder: {folder}"))
    tasks = bench.tasks(folders)
    suppressing = Suppressing(tasks, Wishes(today=wanted.today), folders, None, isolated=False)
    tasks = [task._replace(suppression=suppressing.suppression) for task in tasks]
    for result in results(tasks):
        suppressing.note(result.path, result.account)
    gone = list(suppressing.unused_entries())
    for file, entries in gone:
        _take_out(file, entries, wanted.language)
    if not gone:
        _say(_NOTHING_TO_PRUNE, wanted.language)
    return 0


def _file_for(report: str, configs: Configs) -> str:
    """The ignore file for a report: the nearest one upwards, else beside the configuration, at the top of the repository, or here."""
    folder = os.path.dirname(os.path.abspath(report))
    above = folder
    while True:
        if os.path.isfile(os.path.join(above, IGNORE_FILE)):
            return os.path.join(above, IGNORE_FILE)
        if os.path.dirname(above) == above:
            break
        above = os.path.dirname(above)
    config = configs.of(folder)
    if config.file:
        return os.path.join(config.root, IGNORE_FILE)
    above = folder
    while not os.path.exists(os.path.join(above, ".git")):
        if os.path.dirname(above) == above:
            here = os.getcwd()
            inside = folder == here or folder.startswith(here.rstrip(os.sep) + os.sep)
            return os.path.join(here if inside else folder, IGNORE_FILE)
        above = os.path.dirname(above)
    return os.path.join(above, IGNORE_FILE)


def _relative(report: str, root: str) -> str:
    return os.path.relpath(os.path.abspath(report), root).replace(os.sep, "/")


def owner() -> str:
    """Who writes an entry: the user that git knows. Raises UsageError when nobody is known."""
    from reportlint.git import user

    name = user() or os.environ.get("USER") or os.environ.get("USERNAME") or ""
    if not name:
        raise UsageError(Bilingual("请用 --by 写明由谁负责", "say who answers for it: --by NAME"))
    return name


def _say(message: Bilingual, language: str, **values: object) -> None:
    print(message.in_(language).format(**values), file=sys.stdout)
