"""What may suppress findings in a run: found, read and handed to the files; judged and written when all files are done."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reportlint.cli.known import IgnoreFiles, Known, absolute, shown, today, write
from reportlint.discovery import STDIN
from reportlint.engine import COMPARED, FileResult, about_file
from reportlint.errors import UsageError, reason
from reportlint.report import Subject
from reportlint.run import Task
from reportlint.select import precision, unknown
from reportlint.text import Bilingual
from reportlint.trouble import UNUSED_SUPPRESSION

if TYPE_CHECKING:
    from reportlint.finding import Finding, Severity
    from reportlint.rule import Rule
    from reportlint.suppression.changes import Changed
    from reportlint.suppression.entries import Candidates, Entry
    from reportlint.suppression.stage import Account, Suppression

_WRITTEN = Bilingual(
    "基线 {file} 已写入：共 {count} 条，新增 {added} 条，删除 {gone} 条。",
    "{file} written: {count} in all, {added} added, {gone} removed.",
)
_REFUSED = Bilingual(
    "基线 {file} 没有写：有 {added} 个新问题，基线只减不增。请改正；确要收入的，加 --baseline-allow-growth。",
    "{file} is not written: it would grow by {added}, and a baseline only shrinks. Mend what is new, or add --baseline-allow-growth.",
)
_IN_VAIN = Bilingual("必查规则不能用 --ignore 关掉：{names}", "--ignore has no effect on rules that are mandatory: {names}")
_STALE = Bilingual(
    "基线 {file} 有 {gone} 条已经没有对应的问题：用 --prune-baseline 删除它们（--baseline-allow-stale 暂不追究）。",
    "{file} has entries whose findings are gone ({gone} in all): remove them with --prune-baseline (--baseline-allow-stale lets them pass).",
)


class Wishes(NamedTuple):
    """What the command line says about suppressions."""

    obeying: bool = True
    """Whether anything suppresses at all."""
    today: str | None = None
    """The day by which entries expire, YYYY-MM-DD."""
    baseline: str | None = None
    write_baseline: bool = False
    prune_baseline: bool = False
    allow_growth: bool = False
    allow_stale: bool = False
    diff_base: str | None = None
    """The revision since which changes count."""
    staged: bool = False
    """Whether only what is staged counts, as it is staged."""

    def check(self) -> None:
        """Raise UsageError for wishes that contradict each other."""
        if not self.obeying and (self.write_baseline or self.prune_baseline):
            raise UsageError(
                Bilingual("--no-suppressions 不读基线，不能与 --write-baseline、--prune-baseline 同用",
                          "--no-suppressions reads no baseline; it does not go with --write-baseline or --prune-baseline")
            )  # fmt: skip
        if self.diff_base is not None and self.staged:
            raise UsageError(Bilingual("--diff-base 和 --staged 只能用一个", "--diff-base and --staged exclude each other"))
        if (self.diff_base is not None or self.staged) and (self.write_baseline or self.prune_baseline):
            raise UsageError(
                Bilingual("写基线要查全文，不能与 --diff-base、--staged 同用",
                          "a baseline is written from whole reports: leave out --diff-base and --staged")
            )  # fmt: skip
        if self.write_baseline and self.prune_baseline:
            raise UsageError(
                Bilingual("--write-baseline 本来就删除失效条目，不必再加 --prune-baseline",
                          "--write-baseline removes stale entries anyway: leave out --prune-baseline")
            )  # fmt: skip


class Suppressing:
    """The suppressions of one run."""

    def __init__(
        self, tasks: Sequence[Task], wishes: Wishes, named: Iterable[str], baseline_file: str | None,
        changes: Mapping[str, Changed] | None = None, *, isolated: bool,
    ) -> None:  # fmt: skip
        """`named`: the paths of the command line. `baseline_file`: that of the configuration. Raises UsageError."""
        self._wishes = wishes
        self._folders = [os.path.abspath(path) for path in named if path != STDIN and os.path.isdir(path)]
        self._tasks = {os.path.abspath(task.path): task for task in tasks if task.path != STDIN}
        self._accounts: dict[str, Account] = {}
        self._silent: set[tuple[str, object]] = set()
        self._used: set[Entry] = set()
        self._meant: dict[tuple[int, str], list[Rule]] = {}
        self._files: list[Known] = []
        """The ignore files that hold for any of the reports."""
        self._baseline: Known | None = None
        self._there = False
        ignored: dict[str, Candidates] = {}
        old: dict[str, Candidates] = {}
        if wishes.obeying and not isolated:
            ignored = self._read_ignore_files()
        if wishes.obeying:
            self._baseline = self._read_baseline(None if isolated else baseline_file)
        if known := self._baseline:
            old = {task.path: found for path, task in self._tasks.items() if (found := known.about(path))}
        absorbing = wishes.write_baseline and (wishes.allow_growth or not self._there)
        self.suppression: Suppression | None = None
        """What the files are to be given; None where nothing is there but what they say themselves."""
        if ignored or old or self._writing or changes is not None or not wishes.obeying:
            from reportlint.suppression.stage import Suppression  # for those who suppress anything

            self.suppression = Suppression(ignored, old, self._writing, absorbing, changes, wishes.obeying)

    def _read_ignore_files(self) -> dict[str, Candidates]:
        """The entries that may mean findings of each report, by its path as given."""
        files = IgnoreFiles()
        there = {path: file for path in self._tasks if (file := files.of(os.path.dirname(path))) and file.entries}
        judged = {id(file): self._with_faults(file) for file in there.values()} if there else {}
        self._files = list(judged.values())
        return {self._tasks[path].path: found for path, file in there.items() if (found := judged[id(file)].about(path))}

    def _read_baseline(self, configured: str | None) -> Known | None:
        wishes = self._wishes
        path = os.path.abspath(wishes.baseline) if wishes.baseline else configured
        if path is None:
            if wishes.write_baseline or wishes.prune_baseline:
                raise UsageError(
                    Bilingual('请用 --baseline 文件 指明基线，或在配置中写 baseline = "…"',
                              'name the baseline: --baseline FILE, or baseline = "…" in the configuration')
                )  # fmt: skip
            return None
        try:
            with open(path, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            if not wishes.write_baseline:
                raise UsageError(
                    Bilingual(
                        f"没有基线文件 {shown(path)}；用 --write-baseline 写一个",
                        f"there is no baseline {shown(path)}; --write-baseline writes one",
                    )
                ) from None
            return Known.of(shown(path), os.path.dirname(path), ())
        except OSError as error:
            why = reason(error)
            raise UsageError(
                Bilingual(f"基线 {shown(path)} 读不了：{why.zh}", f"the baseline {shown(path)} cannot be read: {why.en}")
            ) from None
        from reportlint.suppression import baseline  # for those who have one

        self._there = True
        return Known.of(shown(path), os.path.dirname(path), baseline.parse(shown(path), data))

    def _with_faults(self, file: Known) -> Known:
        """An ignore file with what is wrong with its entries."""
        task = next(iter(self._tasks.values()))
        day = self._wishes.today or today()
        entries = []
        for entry in file.entries:
            fault = ""
            if not self._rules(task, entry):
                fault = "unknown"
            elif not entry.reason:
                fault = "no-reason"
            elif entry.expires and day > entry.expires:
                fault = "expired"
            entries.append(entry._replace(fault=fault))
        return Known.of(file.shown, file.root, entries)

    def _rules(self, task: Task, entry: Entry) -> list[Rule]:
        """The rules that an entry means."""
        key = (id(task.linter), entry.rule)
        if key not in self._meant:
            self._meant[key] = [rule for rule in task.linter.known.values() if precision(rule, entry.rule) >= 0]
        return self._meant[key]

    def note(self, path: str, account: Account | None) -> None:
        """Take note of what the result for the file `path` says about suppressions."""
        if account is None:
            return
        self._used |= account.used
        self._silent |= {(path, silence) for silence in account.silent}
        before = self._accounts.get(path)
        if before:
            account = before._replace(recorded=before.recorded + account.recorded, added=before.added + account.added)
        self._accounts[path] = account

    def results(self) -> Iterator[tuple[FileResult, Severity | None]]:
        """What is to be said about the suppressions themselves when all files are done, with what makes the run fail."""
        for path, task in self._tasks.items():
            account = self._accounts.get(task.path)
            if account and account.pending and self._covers(os.path.dirname(path)):
                findings = [finding for silence, finding in account.pending if (task.path, silence) not in self._silent]
                if findings:
                    yield FileResult(task.path, COMPARED, "", Subject(), tuple(findings)), task.fail_on
        for file in self._files:
            yield from self._about(file, self._unused(file, "entry"))
        if self._baseline and not self._writing:
            yield from self._about(self._baseline, self._unused(self._baseline, "stale"))

    @property
    def _writing(self) -> bool:
        return self._wishes.write_baseline or self._wishes.prune_baseline

    def _about(self, file: Known, unused: Iterable[tuple[Entry, str]]) -> Iterator[tuple[FileResult, Severity | None]]:
        task = next(iter(self._tasks.values()), None)
        findings = []
        for entry, message in unused:
            task = self._tasks.get(absolute(file.root, entry), task)
            findings.append(_finding(entry, message, task))
        if findings:
            yield FileResult(file.shown, COMPARED, "", Subject(), tuple(findings)), task.fail_on if task else None

    def _unused(self, file: Known, message: str) -> Iterator[tuple[Entry, str]]:
        """The entries of `file` that hold no more, and why, as far as this run can tell."""
        for entry in file.entries:
            path = absolute(file.root, entry)
            task = self._tasks.get(path)
            if task is None:
                if entry.moved and entry not in self._used and self._covers(path):
                    yield entry, entry.fault or "gone"
                continue
            rules = self._rules(task, entry)
            if entry.fault:
                yield entry, entry.fault
            elif rules and all(rule.code in task.linter.protected for rule in rules):
                yield entry, "mandatory"
            elif entry not in self._used and self._ran(task, rules, file.root):
                yield entry, message

    def _ran(self, task: Task, rules: Sequence[Rule], root: str) -> bool:
        """Whether `rules` could have found what an entry is about: they ran, and, if they compare reports, over all of them."""
        account = self._accounts.get(task.path)
        if account is None or not account.complete:
            return False
        ran = [rule for rule in rules if rule in task.linter.ran(account.kind)]
        return bool(ran) and (not any(rule.compare for rule in ran) or self._covers(root))

    def _covers(self, path: str) -> bool:
        """Whether a folder that the command line names holds `path`."""
        return any(path == folder or path.startswith(folder.rstrip(os.sep) + os.sep) for folder in self._folders)

    def unused_entries(self) -> Iterator[tuple[Known, list[Entry]]]:
        """The entries of each ignore file that are expired or mean nothing any more, when all files are done."""
        for file in self._files:
            if unused := [entry for entry, why in self._unused(file, "entry") if why in ("entry", "gone", "expired")]:
                yield file, unused

    def finish(self, ignored: Iterable[str], language: str) -> int:
        """Write the baseline if that is wanted, say what there is to say, and return 2 where the baseline is not what it should be.

        `ignored`: the rules that the command line does not want.
        """
        known, wishes = self._baseline, self._wishes
        linters = {id(task.linter): task.linter for task in self._tasks.values()}.values()
        vain = [
            name
            for name in ignored
            if any(
                linter.settings.mandatory
                and linter.settings.mandatory.issuperset(code for code, rule in linter.known.items() if precision(rule, name) >= 0)
                for linter in linters
            )
        ]
        if vain:
            _say(_IN_VAIN, language, names=", ".join(vain))
        if known is None:
            return 0
        gone = {entry for entry, _ in self._unused(known, "stale")}
        if not self._writing:
            if gone:
                _say(_STALE, language, file=known.shown, gone=len(gone))
            return 2 if gone and not wishes.allow_stale else 0
        added = [entry for account in self._accounts.values() for entry in account.added] if wishes.write_baseline else []
        if added and self._there and not wishes.allow_growth:
            _say(_REFUSED, language, file=known.shown, added=len(added))
            return 2
        kept = [entry for entry in known.entries if entry not in gone and entry not in self._used]
        recorded = [entry for account in self._accounts.values() for entry in account.recorded]
        recorded = [entry._replace(path=os.path.relpath(entry.path, known.root).replace(os.sep, "/")) for entry in (*recorded, *added)]
        from reportlint.suppression import baseline

        written = baseline.text((*kept, *recorded))
        write(os.path.join(known.root, os.path.basename(known.shown)), written)
        left = written.count("\n")
        _say(_WRITTEN, language, file=known.shown, count=left, added=len(added), gone=len(known.entries) + len(added) - left)
        return 0


def _finding(entry: Entry, message: str, task: Task | None) -> Finding:
    values: dict[str, object] = {"code": entry.rule, "path": entry.path, "text": entry.text, "expires": entry.expires}
    if message == "unknown" and task:
        values["why"] = unknown(entry.rule, tuple(task.linter.known.values()))
    finding = about_file(entry.file, UNUSED_SUPPRESSION, message, values)
    severities = task.linter.settings.severities if task else {}
    position = finding.position._replace(line=entry.line, end_line=entry.line)
    return finding._replace(severity=severities.get(finding.code, finding.severity), position=position)


def _say(message: Bilingual, language: str, **values: object) -> None:
    print(message.in_(language).format(**values), file=sys.stderr)
