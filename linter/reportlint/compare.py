"""Rules about several reports of one run: when all files are done, what was taken from them is compared.

A report is not kept for that. From each a small digest stays, and the few files that something was found in are read
again to find the places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from reportlint.engine import failure
from reportlint.trouble import RULE_FAILED, named

if TYPE_CHECKING:
    from reportlint.engine import FileResult, Linter
    from reportlint.finding import Hit
    from reportlint.report import Report
    from reportlint.rule import Collect, Rule, Run

T = TypeVar("T")


class Comparison:
    """The files of a run with what was taken from them; what rules see of it is `reportlint.Run`."""

    def __init__(
        self,
        paths: Sequence[str],
        linters: Sequence[Linter],
        digests: Sequence[tuple[object, ...]],
        reread: Callable[[int], Report],
    ) -> None:
        """For each file its path, its linter and the digests that it took; `reread` gives the report of a file."""
        self.paths = paths
        self._linters = linters
        self._digests = digests
        self._reread = reread
        self._reports: dict[int, Report] = {}
        self._shared: dict[Callable[[Run], object], object] = {}

    def digests(self, collect: Collect) -> Sequence[Any]:
        """See `reportlint.Run`."""
        taken: list[object] = []
        for linter, digests in zip(self._linters, self._digests, strict=True):
            place = linter.collects.index(collect) if digests and collect in linter.collects else -1
            taken.append(digests[place] if place >= 0 else None)
        return taken

    def report(self, file: int) -> Report:
        """See `reportlint.Run`."""
        if file not in self._reports:
            report = self._reread(file)
            if len(self._reports) >= _KEPT:
                self._reports.pop(next(iter(self._reports)))
            self._reports[file] = report
        return self._reports[file]

    def shared(self, extract: Callable[[Run], T]) -> T:
        """See `reportlint.Run`."""
        if extract not in self._shared:
            self._shared[extract] = extract(self)
        return self._shared[extract]  # type: ignore[return-value]  # it is what extract gave

    def results(self) -> Iterator[FileResult]:
        """What the comparison adds, file by file."""
        rules = {rule.code: rule for linter in self._linters for rule in linter.rules if rule.compare}
        found: dict[int, list[tuple[Rule, Hit]]] = {}
        for rule in rules.values():
            assert rule.compare is not None
            try:
                for file, hit in rule.compare(self):
                    if rule in self._linters[file].rules:
                        found.setdefault(file, []).append((rule, hit))
            except Exception as error:  # noqa: BLE001 - a rule may be anybody's code; the others must go on
                yield failure(self.paths[0], RULE_FAILED, **named(rule), reason=f"{type(error).__name__}: {error}")
        for file in sorted(found):
            yield self._linters[file].located(self.report(file), found[file], self.report)


_KEPT = 64
"""Reports that stay in memory while their places are looked up."""
