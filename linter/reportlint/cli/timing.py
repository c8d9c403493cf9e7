"""``--time``: what the processor was busy with, phase by phase and rule by rule.

Nothing of this is there without the option. With it, methods of the linters, the cache and the outputs are replaced, in these objects, by
ones that look at the clock, and rules run as copies that do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from copy import copy
from functools import wraps
from time import process_time
from typing import TYPE_CHECKING, Any

from reportlint.reporters.words import shown
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reportlint.cache.memory import Memory
    from reportlint.cli.outputs import Outputs
    from reportlint.cli.running import Done, Run
    from reportlint.discovery import LeftOut
    from reportlint.engine import Linter
    from reportlint.plugins import Registry
    from reportlint.rule import Rule
    from reportlint.run import Task

START = Bilingual("启动", "start")
FIND = Bilingual("查找文件", "finding files")
PLAN = Bilingual("加载规则和设置", "loading rules and settings")
OPEN = Bilingual("打开文件", "opening files")
READ = Bilingual("读取", "reading")
STRUCTURE = Bilingual("结构和文种", "structure and kind")
PLACE = Bilingual("给问题定位", "placing findings")
CACHE = Bilingual("缓存", "cache")
ACROSS = Bilingual("跨报告的规则", "rules about several reports")
WRITE = Bilingual("输出", "writing")
REST = Bilingual("其他", "the rest")
_RULES = Bilingual("规则", "rules")

_COLUMNS = Bilingual("  毫秒    占比    次数  处理器时间", "      ms   share   calls  processor time")
_BY_RULE = Bilingual("  毫秒    占比    次数  各规则", "      ms   share   calls  by rule")
_TOTAL = Bilingual("合计", "total")
_LONGEST = Bilingual("最慢的文件：{path}（{ms:.1f} 毫秒）", "slowest file: {path} ({ms:.1f} ms)")
_SHARED = Bilingual("几条规则共用的计算，算在最先用到的规则上。", "What several rules share counts for the one that asks first.")

Phase = Bilingual | str
"""One of the phases above, or the code of a rule."""


class Times:
    """Seconds of processor time, and calls."""

    def __init__(self) -> None:
        self.seconds: defaultdict[Phase, float] = defaultdict(float)
        self.calls: Counter[Phase] = Counter()

    def add(self, other: Times) -> None:
        """Take in `other`."""
        for phase, seconds in other.seconds.items():
            self.seconds[phase] += seconds
        self.calls.update(other.calls)

    def total(self) -> float:
        """All seconds."""
        return sum(self.seconds.values())


class Stopwatch:
    """Counts all time for the innermost phase that was entered, so that nothing counts twice."""

    def __init__(self) -> None:
        """It begins with `FIND`; what the process took before is `START`."""
        self.times = Times()
        self._phases: list[Phase] = [START]
        self._since = 0.0
        self._longest = (0.0, "")
        self._turn_to(FIND)

    def _turn_to(self, phase: Phase) -> None:
        """From here on, count for `phase` what is counted for no other."""
        self._settle()
        self._phases[0] = phase

    def plan(self) -> None:
        """The files are found: now comes what is to be done with them."""
        self._turn_to(PLAN)

    def timed(self, registry: Registry) -> Registry:
        """`registry` with rules that count their time."""
        collects: dict[object, Any] = {}
        return registry._replace(rules=tuple(_timed(rule, self, collects) for rule in registry.rules))

    def run(self, run: Run, report: Outputs, memory: Memory | None, linters: Iterable[Linter]) -> None:
        """Now comes the run: count what these do."""
        for linter in linters:
            _count(linter, self, READ, "check_bytes")  # what of it is not counted below
            _count(linter, self, PLACE, "check", "located")
            _count(linter, self, STRUCTURE, "read_report")
        if memory:
            _count(memory, self, CACHE, "check", "learned", "digests", "compared", "close")
        _count(report, self, WRITE, "render", "show", "end")
        work, later = _whole(run.work, OPEN, self), run.later

        def counted(task: Task | LeftOut) -> Done:
            return self._apart(lambda: work(task))

        run.work = counted  # type: ignore[method-assign]  # for this run only
        run.later = _whole(lambda files: list(later(files)), ACROSS, self)  # type: ignore[method-assign]
        self._turn_to(REST)

    def enter(self, phase: Phase, calls: int = 1) -> None:
        """Count for `phase` until `leave`; that is so many more calls of it."""
        self._settle()
        self._phases.append(phase)
        self.times.calls[phase] += calls

    def leave(self) -> None:
        """Count for the phase before again."""
        self._settle()
        if len(self._phases) > 1:  # a rule that is stopped for its time may be stopped in here
            self._phases.pop()

    def _apart(self, work: Callable[[], Done]) -> Done:
        """What comes of `work`, with what it took. It may be in another process: its clock begins anew."""
        self._settle()
        outside, self.times = self.times, Times()
        try:
            done = work()
            self._settle()
            return done._replace(times=self.times)
        finally:
            self.times = outside

    def note(self, path: str, done: Done) -> None:
        """Take in what a file took."""
        if done.times:
            self.times.add(done.times)
            self._longest = max(self._longest, (done.times.total(), path))

    def _settle(self) -> None:
        now = process_time()
        self.times.seconds[self._phases[-1]] += now - self._since
        self._since = now

    def table(self, registry: Registry, language: str) -> str:
        """What took how long: phases in their order, then the rules, the dearest first."""
        self._settle()
        seconds, calls = self.times.seconds, self.times.calls
        whole = self.times.total() or 1.0
        rules = {rule.code: rule for rule in registry.rules if rule.code in calls}
        across = sum(seconds[code] for code, rule in rules.items() if rule.compare)
        within = sum(seconds[code] for code, rule in rules.items() if not rule.compare)

        def row(time: float, count: int, name: str) -> str:
            return f"{time * 1000:8.1f} {time / whole:7.1%} {count or '':>7}  {name}"

        def rows(*phases: Bilingual) -> list[str]:
            return [row(seconds[phase], calls[phase], phase.in_(language)) for phase in phases]

        lines = [
            _COLUMNS.in_(language),
            *rows(START, FIND, PLAN, CACHE, OPEN, READ, STRUCTURE),
            row(within, 0, _RULES.in_(language)),
            *rows(PLACE),
            row(seconds[ACROSS] + across, 0, ACROSS.in_(language)),
            *rows(WRITE, REST),
            row(whole, 0, _TOTAL.in_(language)),
        ]
        if rules:
            dearest = sorted(rules, key=lambda code: (-seconds[code], code))
            lines += ["", _BY_RULE.in_(language)]
            lines += [row(seconds[code], calls[code], f"{code} {rules[code].name}") for code in dearest]
            lines.append(_SHARED.in_(language))
        longest, path = self._longest
        if path:
            lines.append(_LONGEST.in_(language).format(path=shown(path), ms=longest * 1000))
        return "\n".join(lines) + "\n"


def _count(of: object, stopwatch: Stopwatch, phase: Phase, *names: str) -> None:
    for name in names:
        setattr(of, name, _whole(getattr(of, name), phase, stopwatch))


def _timed(rule: Rule, stopwatch: Stopwatch, collects: dict[object, Any]) -> Rule:
    """A copy of `rule` that counts its time. Rules that collect the same still do: `collects` is what was replaced by what."""
    rule = copy(rule)
    rule.run = _each(rule.run, rule.code, stopwatch)
    if rule.collect:
        rule.collect = collects.setdefault(rule.collect, _whole(rule.collect, rule.code, stopwatch, 0))
    if rule.compare:
        rule.compare = _each(rule.compare, rule.code, stopwatch, 0)
    return rule


def _whole(function: Callable[..., Any], phase: Phase, stopwatch: Stopwatch, calls: int = 1) -> Callable[..., Any]:
    """`function`, counted for `phase`; a call of it is so many of the phase."""

    @wraps(function)
    def counted(*arguments: Any) -> Any:
        stopwatch.enter(phase, calls)
        try:
            return function(*arguments)
        finally:
            stopwatch.leave()

    return counted


def _each(function: Callable[..., Iterator[Any]], phase: Phase, stopwatch: Stopwatch, calls: int = 1) -> Callable[..., Iterator[Any]]:
    """`function`, which yields, counted for `phase` without what is done with the hits."""

    @wraps(function)
    def counted(*arguments: Any) -> Iterator[Any]:
        stopwatch.enter(phase, calls)
        inside = True
        try:
            for hit in function(*arguments):
                inside = False
                stopwatch.leave()
                yield hit
                stopwatch.enter(phase, 0)
                inside = True
        finally:
            if inside:
                stopwatch.leave()

    return counted
