"""Check the files that a command is about, apart from a run of ``check``: what a rule finds at a place."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reportlint.cli.known import shown
from reportlint.config.load import Configs
from reportlint.config.names import check_names, registry_of
from reportlint.config.resolve import Given, Resolver
from reportlint.deadline import Watch
from reportlint.discovery import File, Wanted, discover
from reportlint.engine import Linter
from reportlint.errors import UsageError
from reportlint.finding import Finding
from reportlint.run import Task, check, compared, filtered
from reportlint.select import precision, unknown
from reportlint.suppression.stage import Suppression
from reportlint.text import Bilingual, LazyPattern
from reportlint.trouble import unchecked

if TYPE_CHECKING:
    from reportlint.engine import FileResult
    from reportlint.plugins import Registry
    from reportlint.rule import Rule

_PLACE = LazyPattern(r"(?P<path>.+?)(?::(?P<line>[1-9][0-9]*))?(?::(?P<column>[1-9][0-9]*))?:?")


class Place(NamedTuple):
    """``FILE[:LINE[:COLUMN]]``, as in the output of a check."""

    path: str
    line: int = 0
    column: int = 0

    @classmethod
    def of(cls, text: str) -> Place:
        """The place that `text` names; a file may be called like one."""
        found = _PLACE.fullmatch(text)
        if found is None or os.path.lexists(text):
            return cls(text)
        return cls(found["path"], int(found["line"] or 0), int(found["column"] or 0))

    def holds(self, finding: Finding) -> bool:
        """Whether `finding` stands there."""
        at = finding.position
        if self.line and not at.line <= self.line <= at.end_line:
            return False
        return not self.column or (at.line, at.column) == (self.line, self.column) or _inside(self, finding)

    def __str__(self) -> str:
        return ":".join([shown(os.path.abspath(self.path)), *(str(n) for n in (self.line, self.column) if n)])


def _inside(place: Place, finding: Finding) -> bool:
    at = finding.position
    return (at.line, at.column) <= (place.line, place.column) < (at.end_line, at.end_column)


class Bench:
    """Checks the files that a command is about."""

    def __init__(self, places: Iterable[Place], config: str | None, *, isolated: bool) -> None:
        """`places`: the files whose configurations count. Raises UsageError."""
        self.configs = Configs(config, isolated=isolated)
        self.configs.of(os.getcwd())
        for place in places:
            self.configs.of(os.path.dirname(os.path.abspath(place.path)))
        self._registry = self._load()

    def _load(self) -> Registry:
        found = self.configs.found()
        registry = registry_of(found)
        for config in found:
            check_names(config, registry)
        return registry

    def rule(self, code: str) -> Rule:
        """The one rule called `code`. Raises UsageError."""
        rules = [rule for rule in self._registry.rules if precision(rule, code) == 99 or rule.code == code.upper()]
        if not rules:
            wrong = unknown(code, self._registry.rules)
            raise UsageError(wrong or Bilingual(f"{code} 不是一条规则：请给出完整的代码", f"{code} is not one rule: give the whole code"))
        return rules[0]

    def tasks(self, paths: Iterable[str]) -> list[Task]:
        """What is to be checked below `paths`."""
        items = [item for item in discover([shown(path) or "." for path in paths], self.configs, Wanted()) if isinstance(item, File)]
        self._registry = self._load()
        resolver = Resolver(self._registry, Given())
        watch = Watch()
        linters: dict[int, Linter] = {}
        tasks = []
        for item in items:
            resolved = resolver.of(item.path, item.config)
            linter = linters.get(id(resolved))
            if linter is None:
                linter = linters[id(resolved)] = Linter(self._registry, resolved.settings, watch, comparing=len(items) > 1)
            tasks.append(Task(item.path, linter, resolved.fail_on, item.problem, suppression=Suppression(obeying=False)))
        return tasks

    def findings(self, rule: Rule, place: Place) -> list[Finding]:
        """What `rule` finds at `place`. Raises UsageError when that is nothing, or nothing that may be suppressed."""
        absolute = os.path.abspath(place.path)
        path = shown(absolute)
        others = [self.configs.of(os.path.dirname(absolute)).root] if rule.compare else []  # in the order of a whole run
        tasks = self.tasks([*others, absolute])
        task = next(task for task in tasks if os.path.abspath(task.path) == absolute)
        if rule.code in task.linter.protected:
            if rule.default == "always":
                raise UsageError(Bilingual(f"{rule.code} 不能豁免", f"{rule.code} cannot be suppressed"))
            raise UsageError(Bilingual(f"{rule.code} 是必查规则，不得豁免", f"{rule.code} is mandatory and cannot be suppressed"))
        there = [finding for result in results(tasks) if result.path == task.path for finding in result.findings]
        for finding in there:
            if unchecked(finding):
                raise UsageError(Bilingual(f"{path}：{finding.message.zh}", f"{path}: {finding.message.en}"))
        found = [finding for finding in there if finding.code == rule.code]
        meant = [finding for finding in found if place.holds(finding)]
        if not meant:
            lines = ", ".join(dict.fromkeys(str(finding.position.line) for finding in found))
            raise UsageError(
                Bilingual(
                    f"{place} 没有 {rule.code} 的问题" + (f"；{path} 的 {rule.code} 在第 {lines} 行" if found else "，或该规则没有启用"),
                    f"{rule.code} finds nothing at {place}" + (f"; in {path} it does at line {lines}" if found else ", or it does not run"),
                )
            )
        return meant


def results(tasks: Sequence[Task]) -> Iterator[FileResult]:
    """The results for `tasks`, those of rules about several reports behind the others."""
    digests = []
    for task in tasks:
        result = check(task)
        digests.append(result.digests)
        yield result
    if any(digests):
        by_path = {task.path: task for task in tasks}
        yield from (filtered(by_path[result.path], result) for result in compared(tasks, digests))
