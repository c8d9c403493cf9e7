"""``reportlint check``: from options to findings to the exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from itertools import chain
from posixpath import splitext
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlint.cli import caching, outputs, terminal
from reportlint.cli.outputs import Outlet, Outputs, Screen
from reportlint.cli.suppressing import Suppressing, Wishes
from reportlint.config.load import Configs
from reportlint.config.names import check_names, completed, registry_of, unknown_kind
from reportlint.config.resolve import Given, Resolver
from reportlint.deadline import Watch
from reportlint.discovery import FORMAT, LINK, STDIN, UNREAD_YET, File, LeftOut, Wanted, discover
from reportlint.engine import FAILED, Linter
from reportlint.errors import UsageError
from reportlint.finding import Severity
from reportlint.formats import Destination
from reportlint.plugins import Registry
from reportlint.readers.formats import INSTALL
from reportlint.reporters import Reporter, Setup
from reportlint.reporters.words import shown
from reportlint.run import Fixing, Task, compared, died, document, each, filtered
from reportlint.run import check as check_file
from reportlint.select import check_names as check_rules
from reportlint.tally import Tally
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportlint.cache.memory import Memo, Memory
    from reportlint.config.config import Config
    from reportlint.engine import FileResult
    from reportlint.suppression.changes import Changed
    from reportlint.suppression.stage import Account

FOUND, TROUBLE, EMPTY = 1, 2, 3
"""Exit codes: something at or above ``--fail-on``; something could not be checked; there was nothing to check."""

_CHECKING = Bilingual("检查中", "checking")
_NOTHING = Bilingual("没有可检查的文件；--show-files 说明每个文件为何不查。", "There is nothing to check; --show-files says why.")
_NOTHING_STAGED = Bilingual("没有暂存要检查的文件。", "Nothing that is to be checked is staged.")
_SKIPPED = Bilingual(
    "有 {count} 个文件的格式暂时读不了，未检查：{list}", "files of formats that cannot be read yet were skipped, {count} in all: {list}"
)
_INSTALL = Bilingual("需要先安装：{command}", "they need more: {command}")
_LINKS = Bilingual("有 {count} 个符号链接指向文件夹，未跟进：{list}", "symbolic links to folders were not followed, {count} in all: {list}")


class Options(NamedTuple):
    """The command line, understood; None: it does not say."""

    paths: tuple[str, ...]
    given: Given
    wanted: Wanted
    config: str | None = None
    isolated: bool = False
    lang: str | None = None
    output_format: tuple[Destination, ...] = ()
    output_file: str | None = None
    color: str = "auto"
    jobs: int | None = None
    no_cache: bool = False
    cache_dir: str | None = None
    show_files: bool = False
    show_settings: bool = False
    max_warnings: int | None = None
    min_severity: str | None = None
    statistics: bool = False
    quiet: bool = False
    allow_empty: bool = False
    exit_zero: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    suppressing: Wishes = Wishes()

    @property
    def fixing(self) -> Fixing | None:
        """Whether and how files are to be mended."""
        return Fixing(self.unsafe_fixes, write=not self.diff) if self.fix or self.diff else None

    @classmethod
    def of(cls, paths: tuple[str, ...], chosen: Mapping[str, Any]) -> Options:
        """The options that the command line parser found, by the names of `reportlint.cli.options.check`."""
        given = Given(
            select=_joined(chosen["select"]) if chosen["select"] else None,
            extend_select=_joined(chosen["extend_select"]),
            ignore=_joined(chosen["ignore"]),
            per_file_ignores=chosen["per_file_ignores"],
            severity=dict(chosen["severity"]),
            mandatory=_joined(chosen["mandatory"]),
            kind=chosen["kind"],
            year=chosen["year"],
            fail_on=chosen["fail_on"],
        )
        wanted = Wanted(
            include=chosen["include"] or None,
            exclude=chosen["exclude"] or None,
            extend_exclude=chosen["extend_exclude"],
            force_exclude=chosen["force_exclude"],
            stdin_filename=chosen["stdin_filename"],
        )
        return cls(
            paths or ((STDIN,) if wanted.stdin_filename else ()),
            given,
            wanted,
            color=chosen["color"] or "auto",
            suppressing=Wishes(
                obeying=not chosen["no_suppressions"],
                today=chosen["today"],
                baseline=chosen["baseline"],
                write_baseline=chosen["write_baseline"],
                prune_baseline=chosen["prune_baseline"],
                allow_growth=chosen["baseline_allow_growth"],
                allow_stale=chosen["baseline_allow_stale"],
                diff_base=chosen["diff_base"],
                staged=chosen["staged"],
            ),
            **{
                name: chosen[name]
                for name in (
                    "config",
                    "isolated",
                    "lang",
                    "output_format",
                    "output_file",
                    "jobs",
                    "no_cache",
                    "cache_dir",
                    "show_files",
                    "show_settings",
                    "max_warnings",
                    "min_severity",
                    "statistics",
                    "quiet",
                    "allow_empty",
                    "exit_zero",
                    "fix",
                    "unsafe_fixes",
                    "diff",
                )
            },
        )


def _joined(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(lists))


def check(options: Options, language: str) -> int:
    """Check what the options name, print what was found and return the exit code. `language` is that of the locale.

    Raises UsageError.
    """
    wishes = options.suppressing
    if wishes.staged:
        options = options._replace(paths=options.paths or (".",), allow_empty=True)
    if not options.paths:
        return _nothing_named(options, language)
    if options.fix and not options.diff and STDIN in options.paths:
        raise UsageError(
            Bilingual(
                "标准输入不能写回：请用 --diff 查看会怎样修改", "standard input cannot be written back: see with --diff what would change"
            )
        )
    if options.fixing and options.show_files:
        raise UsageError(
            Bilingual("--show-files 只列出文件，不能与 --fix、--diff 同用", "--show-files only lists; it does not go with --fix or --diff")
        )
    if options.unsafe_fixes and not options.fixing:
        raise UsageError(Bilingual("--unsafe-fixes 要与 --fix 或 --diff 同用", "--unsafe-fixes goes with --fix or --diff"))
    if options.fixing and wishes.staged:
        raise UsageError(
            Bilingual(
                "--staged 查的是暂存的内容，不能与 --fix、--diff 同用",
                "--staged checks what is staged: it does not go with --fix or --diff",
            )
        )
    wishes.check()
    configs = Configs(options.config, isolated=options.isolated)
    try:
        items = list(discover(options.paths, configs, options.wanted, every=options.show_files))
    except UsageError as error:
        raise completed(error) from None
    config = _of_run(configs, items)
    language = options.lang or config.lang or language
    if options.show_settings:
        return _shown_settings(items, configs, options, language)
    try:
        there = _destinations(options, config)
        items = outputs.without_outputs(items, there)
        options = options._replace(jobs=options.jobs or config.jobs, output_format=there)
        tally, code = _checked(items, configs, options, config, language)
    except UsageError as error:
        error.language = language
        raise
    if not (options.show_files or options.quiet):
        _talk(items, tally, language, staged=options.suppressing.staged)
        outputs.tell(there, tally, language, lambda text: print(text, file=sys.stderr))
    return max(_exit_code(tally, options), code) if code else _exit_code(tally, options)


def _shown_settings(items: list[File | LeftOut], configs: Configs, options: Options, language: str) -> int:
    """Show the settings for the one file that is named. Raises UsageError."""
    from reportlint.cli.shown_settings import show

    files = [item for item in items if isinstance(item, File)]
    if len(files) != 1 or files[0].how == STDIN:
        raise UsageError(Bilingual("--show-settings 要给出一个文件", "--show-settings wants one file"))
    registry = _registry(configs, options.given)
    return show(
        files[0].path,
        files[0].config,
        options.given,
        registry,
        "json" if any(there.format == "json" for there in options.output_format or ()) else "full",
        language,
    )


def _nothing_named(options: Options, language: str) -> int:
    if not options.allow_empty:
        raise UsageError(
            Bilingual("请给出文件或文件夹，如 reportlint . 检查当前文件夹；reportlint --help 显示用法",
                      "name a file or folder: reportlint . checks this folder, reportlint --help shows the usage")
        )  # fmt: skip
    print(_NOTHING.in_(language), file=sys.stderr)
    return 0


def _of_run(configs: Configs, items: Iterable[File | LeftOut]) -> Config:
    """The configuration that decides what holds for the whole run: that of the working directory, else of the first file."""
    here = configs.of(os.getcwd())
    first = next((item.config for item in items if isinstance(item, File)), here)
    return here if here.file else first


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


def _destinations(options: Options, config: Config) -> tuple[Destination, ...]:
    """Where the results go; nowhere but to the terminal for what is no result. Raises UsageError."""
    for option, chosen in (("--show-files", options.show_files), ("--diff", options.diff)):
        if chosen and (options.output_format or options.output_file):
            other = "--output-format" if options.output_format else "--output-file"
            raise UsageError(Bilingual(f"{option} 不能与 {other} 同用", f"{option} and {other} exclude each other"))
        if chosen:
            return ()
    there = outputs.planned(options.output_format, () if options.statistics else config.output_format, options.output_file)
    if options.statistics and (len(there) > 1 or there[0].file or there[0].format not in ("full", "json")):
        raise UsageError(Bilingual("--statistics 只有文字和 json 两种格式，输出到屏幕", "--statistics is printed as text or json only"))
    return there


def _fail_on(options: Options, config: Config) -> Severity | None:
    """The severity that makes the run fail, as far as one holds for the whole run."""
    label = options.given.fail_on or config.fail_on or Severity.ERROR.label
    return None if label == "never" else Severity.named(label)


def _checked(items: list[File | LeftOut], configs: Configs, options: Options, config: Config, language: str) -> tuple[Tally, int]:
    """Check the files and print the report about them; the numbers, and the exit code of the baseline. Raises UsageError."""
    fail_on = _fail_on(options, config)
    registry = _registry(configs, options.given)
    items, tasks, changes = _narrowed(items, registry, configs, options)
    suppressing = Suppressing(
        [task for task in tasks if isinstance(task, Task)], options.suppressing, options.paths, config.baseline, changes,
        isolated=options.isolated,
    )  # fmt: skip
    tasks = [task._replace(suppression=suppressing.suppression) if isinstance(task, Task) else task for task in tasks]
    screen = terminal.Output(len(tasks), _CHECKING.in_(language))
    rules, kinds = {rule.code: rule for rule in registry.rules}, {kind.name: kind.title for kind in registry.kinds}
    setup = Setup(language, _colour(options), rules, kinds, fail_on)
    report = _outputs(items, options, setup, screen)
    paths = [task.path for task in tasks if isinstance(task, Task)]
    folder = caching.folder_of(_of_run(configs, items), options.cache_dir)
    memory = None if options.no_cache or options.fixing else caching.memory(paths, folder, registry, configs.found())

    least = Severity.named(options.min_severity) if options.min_severity else Severity.INFO

    def visible(result: FileResult) -> FileResult:
        if least == Severity.INFO or result.status == FAILED:
            return result
        return result._replace(findings=tuple(finding for finding in result.findings if finding.severity >= least))

    def work(task: Task | LeftOut) -> Done:
        if isinstance(task, LeftOut):
            return Done([task])
        memo = None

        def ask(linter: Linter, path: str, data: bytes) -> FileResult:
            nonlocal memo
            if memory is None:
                return linter.check_bytes(path, data)
            result, memo = memory.check(linter, path, data)
            return result

        result = check_file(task, ask)
        return Done(report.render(visible(result)), Tally.of(result, task.fail_on), result.digests, memo, result.account)

    def lost(task: Task | LeftOut, code: int) -> Done:
        result = died(task.path, code)
        return Done(report.render(result), Tally.of(result, None))

    if not gc.isenabled():  # `main` put it off: from here on there may be garbage, but not among what was loaded
        gc.freeze()
        gc.enable()
    tally = Tally()
    results = each(work, tasks, options.jobs, lost)
    try:
        files: list[tuple[Task, Done]] = []
        for task, done in zip(tasks, results, strict=True):
            report.show(done.rendered)
            screen.step()
            tally = tally.plus(done.tally)
            if isinstance(task, Task):
                memo = memory.learned(done.memo) if memory and done.memo else None
                files.append((task, done._replace(rendered=[], memo=memo)))
                suppressing.note(task.path, done.account)
        for result, level in () if options.show_files else _later(files, memory, suppressing):
            report.show(report.render(visible(result)))
            tally = tally.plus(Tally.of(result, level))
        report.end(tally)
    finally:
        results.close()
        screen.close()
        report.close()
        if memory and memory.close():
            print(caching.DAMAGED.in_(language).format(folder=shown(folder)), file=sys.stderr)
    return tally, 0 if options.show_files else suppressing.finish(options.given.ignore, language)


def _later(files: list[tuple[Task, Done]], memory: Memory | None, suppressing: Suppressing) -> Iterator[tuple[FileResult, Severity | None]]:
    """What can only be said when all files are done, with what makes the run fail: comparisons first, then about suppressions."""
    tasks = {task.path: task for task, _ in files}
    for compared_result in _compared(files, memory):
        task = tasks[compared_result.path]
        result = filtered(task, compared_result)
        suppressing.note(result.path, result.account)
        yield result, task.fail_on
    yield from suppressing.results()


def _narrowed(
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


def _compared(files: list[tuple[Task, Done]], memory: Memory | None) -> Iterable[FileResult]:
    """What rules about several reports say."""
    if not any(task.linter.collects for task, _ in files):
        return ()

    def anew() -> Iterable[FileResult]:
        return compared([task for task, _ in files], [_digests(task, done, memory) for task, done in files])

    tasks = {task.path: task for task, _ in files}
    memos = [(task.path, done.memo) for task, done in files]
    return memory.compared(memos, anew, lambda path: document(tasks[path])) if memory else anew()


def _digests(task: Task, done: Done, memory: Memory | None) -> tuple[object, ...]:
    if not (memory and done.memo and done.memo.known):
        return done.digests
    remembered = memory.digests(done.memo)
    return check_file(task).digests if remembered is None else remembered


def _registry(configs: Configs, given: Given) -> Registry:
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


def _colour(options: Options) -> bool:
    colour = terminal.colour(options.color, sys.stdout, os.environ)
    if colour:
        terminal.understand_colour()
    return colour


def _outputs(items: list[File | LeftOut], options: Options, setup: Setup, screen: terminal.Output) -> Outputs:
    """What is printed and written. Raises UsageError."""
    only: Reporter[Any]
    if options.show_files:
        from reportlint.reporters.listing import Listing

        only = Listing(setup.language, {item.path: item.how for item in items if isinstance(item, File)})
    elif options.diff:
        from reportlint.reporters.diff import Diff

        only = Diff(setup.language)
    elif options.statistics:
        from reportlint.reporters.statistics import Statistics

        as_json = options.output_format[0].format == "json"
        if as_json:
            terminal.write_utf8(sys.stdout)
        return Outputs([Outlet(Statistics(setup, as_json=as_json), Screen(screen), options.quiet and not as_json)])
    else:
        return outputs.opened(options.output_format, setup, screen, os.environ, quiet=options.quiet)
    return Outputs([Outlet(only, Screen(screen))])


def _talk(items: list[File | LeftOut], tally: Tally, language: str, *, staged: bool) -> None:
    """What is to be said beside the results, on standard error."""
    formats = Counter(splitext(item.path)[1].lower() for item in items if isinstance(item, LeftOut) and item.kind == FORMAT)
    links = [item.path for item in items if isinstance(item, LeftOut) and item.kind == LINK]
    said = []
    if formats:
        said.append(
            _SKIPPED.in_(language).format(count=formats.total(), list=", ".join(f"{name} {n}" for name, n in sorted(formats.items())))
        )
        if not UNREAD_YET.issuperset(formats):
            said.append(_INSTALL.in_(language).format(command=INSTALL))
    if links:
        said.append(_LINKS.in_(language).format(count=len(links), list=", ".join(map(shown, links))))
    if not tally.files:
        said.append((_NOTHING_STAGED if staged else _NOTHING).in_(language))
    if said:
        print("\n".join(said), file=sys.stderr)


def _exit_code(tally: Tally, options: Options) -> int:
    if tally.failed:
        return TROUBLE
    if not tally.files:
        return 0 if options.allow_empty else EMPTY
    found = tally.fixed if options.diff else tally.failing
    if options.max_warnings is not None and tally.warnings > options.max_warnings and not options.diff:
        found = found or tally.warnings
    return FOUND if found and not options.exit_zero else 0
