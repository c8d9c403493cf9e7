"""From the files of a run to what is to be done with each: plug-ins, settings, and what changed in it."""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING

from reportlint.config.names import check_names, registry_of, unknown_kind
from reportlint.config.resolve import Resolver
from reportlint.deadline import Watch
from reportlint.discovery import STDIN, File, LeftOut
from reportlint.engine import Linter
from reportlint.errors import UsageError
from reportlint.run import Task
from reportlint.select import check_names as check_rules
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportlint.cli.chosen import Options
    from reportlint.config.load import Configs
    from reportlint.config.resolve import Given
    from reportlint.plugins import Registry
    from reportlint.suppression.changes import Changed


def registry_for(configs: Configs, given: Given) -> Registry:
    """The plug-ins of all configurations in use. Raises UsageError for names that nothing goes by."""
    found = configs.found()
    registry = registry_of(found)
    for config in found:
        check_names(config, registry)
    for option, names in (
        ("--select", given.select or ()),
        ("--extend-select", given.extend_select),
        ("--ignore", given.ignore),
        ("--per-file-ignores", tuple(chain.from_iterable(codes for _, codes in given.per_file_ignores))),
        ("--severity", tuple(given.severity)),
        ("--mandatory", given.mandatory),
    ):
        check_rules(names, registry.rules, option)
    if given.kind and (wrong := unknown_kind(given.kind, registry)):
        raise UsageError(Bilingual(f"--kind：{wrong.zh}", f"--kind: {wrong.en}"))
    return registry


def planned(
    items: list[File | LeftOut], registry: Registry, configs: Configs, options: Options
) -> tuple[list[File | LeftOut], list[Task | LeftOut], Mapping[str, Changed] | None]:
    """What is to be checked, and what changed in it if only that counts. Raises UsageError."""
    wishes = options.suppressing
    if wishes.diff_base is None and not wishes.staged:
        return items, _tasks(items, registry, options), None
    from reportlint.cli import changes  # asks git

    repository = changes.repository(options.paths)
    if wishes.diff_base is not None:
        since = repository.since(wishes.diff_base)
        tasks = _tasks(items, registry, options)
        return items, tasks, changes.of_tasks(tasks, since)
    since = repository.staged()
    items = changes.staged(items, options.paths, since, configs, options.wanted)
    tasks = changes.with_contents(_tasks(items, registry, options), repository, since)
    return items, tasks, changes.of_tasks(tasks, since)


def _tasks(items: list[File | LeftOut], registry: Registry, options: Options) -> list[Task | LeftOut]:
    """What is to be done, in order; files for which the same holds share a linter."""
    resolver = Resolver(registry, options.given)
    linters: dict[int, Linter] = {}
    watch = Watch()
    tasks: list[Task | LeftOut] = []
    for item in items:
        if isinstance(item, LeftOut):
            if options.show_files:
                tasks.append(item)
            continue
        resolved = resolver.of(item.path, item.config)
        linter = linters.get(id(resolved))
        if linter is None:
            linter = linters[id(resolved)] = Linter(registry, resolved.settings, watch, comparing=len(items) > 1)
        data = sys.stdin.buffer.read() if item.how == STDIN and not item.problem else None
        tasks.append(Task(item.path, linter, resolved.fail_on, item.problem, data, options.fixing, item.member))
    return tasks
