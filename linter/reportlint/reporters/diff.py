"""What mending would change, as a patch."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from reportlint.reporters import Streaming
from reportlint.reporters.concise import Concise
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlint.engine import FileResult
    from reportlint.tally import Tally

_SUMMARY = Bilingual("以上修改 {count} 处，没有写回文件。", "{count} would be mended as above; nothing was written.")
_NOTHING = Bilingual("没有可修改的问题。", "There is nothing to mend.")


class Diff(Streaming):
    """The patch of each file on standard output, so that it can be applied; the number on standard error."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._plain = Concise(language)

    def render(self, result: FileResult) -> str:
        """The patch; for a file that could not be read, why."""
        if result.diff or not any(finding.code.startswith("E00") for finding in result.findings):
            return result.diff
        return "".join(f"# {self._plain.one_line(finding)}" for finding in result.findings if finding.code.startswith("E00"))

    def end(self, tally: Tally) -> Iterable[str]:
        """Nothing on standard output."""
        text = _SUMMARY if tally.fixed else _NOTHING
        print(text.in_(self._language).format(count=tally.fixed), file=sys.stderr)
        return ()
