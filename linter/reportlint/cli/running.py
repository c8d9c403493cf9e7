"""The work of a run: one file after the other, then what can only be said when all are done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.discovery import LeftOut
from reportlint.engine import FAILED
from reportlint.finding import Severity
from reportlint.run import Task, can_fix, compared, died, document, filtered
from reportlint.run import check as check_file
from reportlint.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reportlint.cache.memory import Memo, Memory
    from reportlint.cli.copies import Copies
    from reportlint.cli.outputs import Outputs
    from reportlint.cli.suppressing import Suppressing
    from reportlint.cli.timing import Times
    from reportlint.engine import FileResult, Linter
    from reportlint.suppression.stage import Account


class Done(NamedTuple):
    """What came of one file."""

    rendered: list[object]
    """What each reporter made of it."""
    tally: Tally = Tally()
    digests: tuple[object, ...] = ()
    """What rules about several reports took from it."""
    memo: Memo | None = None
    """What the cache is to keep, or keeps already: then the digests are there, too."""
    account: Account | None = None
    """What it says about suppressions."""
    times: Times | None = None
    """What the processor was busy with, if that was asked for."""


class Run:
    """What is done to each file, in any process, and after all of them."""

    def __init__(self, report: Outputs, suppressing: Suppressing, memory: Memory | None, least: Severity, copying: Copies) -> None:
        """`least`: findings below it count, but are not shown."""
        self._report = report
        self._suppressing = suppressing
        self._memory = memory
        self._least = least
        self._copying = copying

    def work(self, task: Task | LeftOut) -> Done:
        """Check one file and render what came of it."""
        if isinstance(task, LeftOut):
            return Done([task])
        memo = None

        def ask(linter: Linter, path: str, data: bytes) -> FileResult:
            nonlocal memo
            if self._memory is None:
                return linter.check_bytes(path, data)
            result, memo = self._memory.check(linter, path, data)
            return result

        result = check_file(task, ask)
        if task.copy:
            result = self._copying.written(task, result, self._visible(result).findings)
        return Done(self.rendered(result), _counted(task, result), result.digests, memo, result.account)

    def lost(self, task: Task | LeftOut, code: int) -> Done:
        """What stands for a file whose process died."""
        result = died(task.path, code)
        return Done(self._report.render(result), Tally.of(result, None))

    def rendered(self, result: FileResult) -> list[object]:
        """What each reporter makes of a result, as far as it is to be shown."""
        return self._report.render(self._visible(result))

    def _visible(self, result: FileResult) -> FileResult:
        if self._least == Severity.INFO or result.status == FAILED:
            return result
        return result._replace(findings=tuple(finding for finding in result.findings if finding.severity >= self._least))

    def later(self, files: list[tuple[Task, Done]]) -> Iterator[tuple[FileResult, Severity | None]]:
        """What can only be said when all files are done, with what makes the run fail: comparisons first, then about suppressions."""
        tasks = {task.path: task for task, _ in files}
        for compared_result in self._compared(files):
            task = tasks[compared_result.path]
            result = filtered(task, compared_result)
            self._suppressing.note(result.path, result.account)
            yield self._copying.more(task, result, self._visible(result).findings), task.fail_on
        yield from self._suppressing.results()

    def _compared(self, files: list[tuple[Task, Done]]) -> Iterable[FileResult]:
        """What rules about several reports say."""
        if not any(task.linter.collects for task, _ in files):
            return ()

        def anew() -> Iterable[FileResult]:
            return compared([task for task, _ in files], [self._digests(task, done) for task, done in files])

        tasks = {task.path: task for task, _ in files}
        memos = [(task.path, done.memo) for task, done in files]
        return self._memory.compared(memos, anew, lambda path: document(tasks[path])) if self._memory else anew()

    def _digests(self, task: Task, done: Done) -> tuple[object, ...]:
        if not (self._memory and done.memo and done.memo.known):
            return done.digests
        remembered = self._memory.digests(done.memo)
        return check_file(task).digests if remembered is None else remembered


def _counted(task: Task, result: FileResult) -> Tally:
    """The numbers of a result. That something can be mended is only said where it will be; behind mending, what was not."""
    tally = Tally.of(result, task.fail_on)
    if can_fix(task, result) and not task.fixing:
        return tally
    wanted = [finding.fix for finding in result.findings if finding.fix and finding.fix.edits] if task.fixing else []
    return tally._replace(fixable=0, unmended=sum(fix.safe or bool(task.fixing and task.fixing.unsafe) for fix in wanted))
