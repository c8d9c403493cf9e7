"""The command line of ``reportlint check``, understood."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from reportlint.cli.suppressing import Wishes
from reportlint.config.resolve import Given
from reportlint.discovery import STDIN, Wanted
from reportlint.errors import UsageError
from reportlint.formats import Destination
from reportlint.run import Fixing
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


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
    watch: bool = False
    time: bool = False
    quiet: bool = False
    allow_empty: bool = False
    exit_zero: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    annotate: str | None = None
    suppressing: Wishes = Wishes()

    @property
    def fixing(self) -> Fixing | None:
        """Whether and how files are to be mended."""
        return Fixing(self.unsafe_fixes, write=not self.diff) if self.fix or self.diff else None

    def check(self) -> None:
        """Raises UsageError for options that do not go together."""
        if self.fix and not self.diff and STDIN in self.paths:
            raise UsageError(
                Bilingual(
                    "标准输入不能写回：请用 --diff 查看会怎样修改",
                    "standard input cannot be written back: see with --diff what would change",
                )
            )
        if self.fixing and self.show_files:
            raise UsageError(
                Bilingual(
                    "--show-files 只列出文件，不能与 --fix、--diff 同用", "--show-files only lists; it does not go with --fix or --diff"
                )
            )
        if self.annotate is not None and (self.show_files or self.diff):
            raise UsageError(
                Bilingual(
                    "--annotate 要写文件，不能与 --show-files、--diff 同用",
                    "--annotate writes files and does not go with --show-files or --diff",
                )
            )
        if self.unsafe_fixes and not self.fixing:
            raise UsageError(Bilingual("--unsafe-fixes 要与 --fix 或 --diff 同用", "--unsafe-fixes goes with --fix or --diff"))
        if self.fixing and self.suppressing.staged:
            raise UsageError(
                Bilingual(
                    "--staged 查的是暂存的内容，不能与 --fix、--diff 同用",
                    "--staged checks what is staged: it does not go with --fix or --diff",
                )
            )
        if self.watch:
            self._check_watch()
        self.suppressing.check()

    def _check_watch(self) -> None:
        if STDIN in self.paths:
            raise UsageError(
                Bilingual("标准输入不会再变，不能与 --watch 同用", "standard input does not change: it does not go with --watch")
            )
        for option, chosen in (
            ("--fix", self.fix),
            ("--annotate", self.annotate is not None),
            ("--diff", self.diff),
            ("--show-files", self.show_files),
            ("--show-settings", self.show_settings),
            ("--staged", self.suppressing.staged),
            ("--write-baseline", self.suppressing.write_baseline),
            ("--prune-baseline", self.suppressing.prune_baseline),
        ):
            if chosen:
                raise UsageError(
                    Bilingual(f"--watch 只反复检查，不能与 {option} 同用", f"--watch only checks: it does not go with {option}")
                )

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
                    "watch",
                    "time",
                    "quiet",
                    "allow_empty",
                    "exit_zero",
                    "fix",
                    "unsafe_fixes",
                    "diff",
                    "annotate",
                )
            },
        )


def _joined(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(lists))
