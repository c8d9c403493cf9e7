"""``reportlint check``: from options to findings to the exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections import Counter
from posixpath import splitext
from typing import TYPE_CHECKING, Any

from reportlint.cli import caching, copies, outputs, terminal
from reportlint.cli.chosen import Options
from reportlint.cli.outputs import Outlet, Outputs, Screen
from reportlint.cli.planning import planned, registry_for
from reportlint.cli.running import Done, Run
from reportlint.cli.suppressing import Suppressing
from reportlint.config.load import Configs
from reportlint.config.names import completed
from reportlint.discovery import FORMAT, LINK, STDIN, UNREAD_YET, File, LeftOut, discover
from reportlint.errors import UsageError
from reportlint.finding import Severity
from reportlint.readers.formats import INSTALL
from reportlint.reporters import Reporter, Setup
from reportlint.reporters.words import shown
from reportlint.run import Task, each
from reportlint.tally import Tally
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.cli.copies import Copies
    from reportlint.cli.timing import Stopwatch
    from reportlint.config.config import Config
    from reportlint.formats import Destination

FOUND, TROUBLE, EMPTY = 1, 2, 3
"""Exit codes: something at or above ``--fail-on``; something could not be checked; there was nothing to check."""

_CHECKING = Bilingual("检查中", "checking")
_NOTHING = Bilingual("没有可检查的文件；--show-files 说明每个文件为何不查。", "There is nothing to check; --show-files says why.")
_NOTHING_STAGED = Bilingual("没有暂存要检查的文件。", "Nothing that is to be checked is staged.")
_SKIPPED = Bilingual(
    "有 {count} 个文件的格式暂时读不了，未检查：{list}", "files of formats that cannot be read yet were skipped, {count} in all: {list}"
)
_INSTALL = Bilingual("需要先安装：{command}", "they need more: {command}")
_UNMENDED = Bilingual(
    "有 {count} 处可改而未改：--fix 只改文本文件和 .docx，不改压缩包里的文件，也不改 Word 自动生成的文字",
    "{count} could be mended and were not: --fix writes text files and .docx, nothing inside a .zip, and no words that Word makes itself",
)
_LINKS = Bilingual("有 {count} 个符号链接指向文件夹，未跟进：{list}", "symbolic links to folders were not followed, {count} in all: {list}")


def check(options: Options, language: str) -> int:
    """Check what the options name, print what was found and return the exit code. `language` is that of the locale.

    Raises UsageError.
    """
    if options.suppressing.staged:
        options = options._replace(paths=options.paths or (".",), allow_empty=True)
    if not options.paths:
        return _nothing_named(options, language)
    options.check()
    stopwatch = None
    if options.time and not options.watch:  # then each run counts for itself
        from reportlint.cli.timing import Stopwatch

        stopwatch = Stopwatch()
    configs, items = _found(options)
    config = _of_run(configs, items)
    language = options.lang or config.lang or language
    if options.show_settings:
        return _shown_settings(items, configs, options, language)
    try:
        there = _destinations(options, config)
        if options.watch:
            return _watched(options, there, language)
        items = outputs.without_outputs(items, there)
        options = options._replace(jobs=options.jobs or config.jobs, output_format=there)
        copying = copies.planned(items, options.annotate, language)
        tally, code = _checked(copying, configs, options, config, language, stopwatch)
    except UsageError as error:
        error.language = language
        raise
    if not (options.show_files or options.quiet):
        _talk(items, tally, language, staged=options.suppressing.staged)
        outputs.tell(there, tally, language, lambda text: print(text, file=sys.stderr))
        copying.tell()
    return max(_exit_code(tally, options), code) if code else _exit_code(tally, options)


def _found(options: Options) -> tuple[Configs, list[File | LeftOut]]:
    """The files that the options name, and the configurations that hold for them. Raises UsageError."""
    configs = Configs(options.config, isolated=options.isolated)
    try:
        return configs, list(discover(options.paths, configs, options.wanted, every=options.show_files))
    except UsageError as error:
        raise completed(error) from None


def _watched(options: Options, there: tuple[Destination, ...], language: str) -> int:
    """Check again whenever something changes. Raises UsageError."""
    from reportlint.cli import watching

    watching.refuse_formats(there)
    written = [one.file for one in there if one.file]
    return watching.watch(lambda: _found(options), written, options.suppressing.baseline, language, quiet=options.quiet)


def _shown_settings(items: list[File | LeftOut], configs: Configs, options: Options, language: str) -> int:
    """Show the settings for the one file that is named. Raises UsageError."""
    from reportlint.cli.shown_settings import show

    files = [item for item in items if isinstance(item, File)]
    if len(files) != 1 or files[0].how == STDIN:
        raise UsageError(Bilingual("--show-settings 要给出一个文件", "--show-settings wants one file"))
    registry = registry_for(configs, options.given)
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


def _checked(
    copying: Copies, configs: Configs, options: Options, config: Config, language: str, stopwatch: Stopwatch | None
) -> tuple[Tally, int]:
    """Check the files and print the report about them; the numbers, and the exit code of the baseline. Raises UsageError."""
    if stopwatch:
        stopwatch.plan()
    registry = registry_for(configs, options.given)
    items, tasks, changes = planned(copying.items, stopwatch.timed(registry) if stopwatch else registry, configs, options)
    suppressing = Suppressing(
        [task for task in tasks if isinstance(task, Task)], options.suppressing, options.paths, config.baseline, changes,
        isolated=options.isolated,
    )  # fmt: skip
    tasks = [
        task._replace(suppression=suppressing.suppression, copy=copying.target(task.path)) if isinstance(task, Task) else task
        for task in tasks
    ]
    screen = terminal.Output(len(tasks), _CHECKING.in_(language))
    rules, kinds = {rule.code: rule for rule in registry.rules}, {kind.name: kind.title for kind in registry.kinds}
    report = _outputs(items, options, Setup(language, _colour(options), rules, kinds, _fail_on(options, config)), screen)
    paths = [task.path for task in tasks if isinstance(task, Task)]
    folder = caching.folder_of(_of_run(configs, items), options.cache_dir)
    memory = None if options.no_cache or options.fixing else caching.memory(paths, folder, registry, configs.found())
    run = Run(report, suppressing, memory, Severity.named(options.min_severity) if options.min_severity else Severity.INFO, copying)
    if stopwatch:
        stopwatch.run(run, report, memory, {task.linter for task in tasks if isinstance(task, Task)})

    if not gc.isenabled():  # `main` put it off: from here on there may be garbage, but not among what was loaded
        gc.freeze()
        gc.enable()
    tally = Tally()
    results = each(run.work, tasks, options.jobs, run.lost)
    try:
        files: list[tuple[Task, Done]] = []
        for task, done in zip(tasks, results, strict=True):
            report.show(done.rendered)
            screen.step()
            if stopwatch:
                stopwatch.note(task.path, done)
            tally = tally.plus(done.tally)
            if isinstance(task, Task):
                memo = memory.learned(done.memo) if memory and done.memo else None
                files.append((task, done._replace(rendered=[], memo=memo)))
                suppressing.note(task.path, done.account)
                copying.note(task, done.tally)
        for result, level in () if options.show_files else run.later(files):
            report.show(run.rendered(result))
            tally = tally.plus(Tally.of(result, level))
        report.end(tally)
    finally:
        results.close()
        screen.close()
        report.close()
        if memory and memory.close():
            print(caching.DAMAGED.in_(language).format(folder=shown(folder)), file=sys.stderr)
    code = 0 if options.show_files else suppressing.finish(options.given.ignore, language)
    if stopwatch:
        print(f"\n{stopwatch.table(registry, language)}", end="", file=sys.stderr)
    return tally, code


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
    if tally.unmended:
        said.append(_UNMENDED.in_(language).format(count=tally.unmended))
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
