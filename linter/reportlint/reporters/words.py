"""Words and small things that several reporters share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportlint.finding import Severity
from reportlint.text import Bilingual, LazyPattern

if TYPE_CHECKING:
    import re

    from reportlint.finding import Finding
    from reportlint.tally import Tally

LEVELS = {
    Severity.ERROR: Bilingual("错误", "error"),
    Severity.WARNING: Bilingual("警告", "warning"),
    Severity.INFO: Bilingual("提示", "info"),
}

_BREAKS = LazyPattern(r"\s*[\r\n]\s*")
_BREAK = LazyPattern(r"[\r\n\t]")
_UNSEEN = LazyPattern("[\0-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


class Paint(NamedTuple):
    """Colours of a terminal, or none."""

    on: bool = False

    def __call__(self, text: str, style: str) -> str:
        """`text` in a style of ECMA-48, such as ``1;31``."""
        return f"\x1b[{style}m{text}\x1b[0m" if self.on else text


STYLES = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;34"}


def line(text: str) -> str:
    """`text` on one line, with the characters that a terminal would obey or hide made visible."""
    return text if text.isprintable() else _UNSEEN.sub(_visible, _BREAKS.sub(" ", text))


def shown(path: str) -> str:
    """A path on one line. Other than in `line` a line break stays visible: it is a part of the name, which is not to be guessed."""
    return path if path.isprintable() else line(_BREAK.sub(_code, path))


def _code(found: re.Match[str]) -> str:
    return f"<U+{ord(found[0]):04X}>"


def _visible(found: re.Match[str]) -> str:
    return " " if found[0] == "\t" else _code(found)


def place(finding: Finding, language: str) -> str:
    """Where a finding stands in its file, for people: line and column, or what a document has in their place."""
    at = finding.position
    return line(finding.location.words().in_(language)) or f"{at.line}:{at.column}"


def located(finding: Finding, language: str) -> str:
    """The message, in a document with the place before it: its line is one of the text taken out, which nobody else sees."""
    words = finding.location.words().in_(language)
    colon = "：" if language == "zh" else ": "
    return f"{words}{colon}{finding.message.in_(language)}" if words else finding.message.in_(language)


def summary(tally: Tally, language: str) -> str:
    """What the run came to, in one sentence."""
    found = counts(tally, language)
    if language == "zh":
        text = f"共 {tally.files} 个文件：{found}" if found else f"共检查 {tally.files} 个文件，未发现问题"
        text = f"已修改 {tally.fixed} 处；{text}" if tally.fixed else text
        text += f"；{tally.fixable} 项可用 --fix 修改" if tally.fixable else ""
        return text + (f"；其中 {tally.failed} 个文件未能查完。" if tally.failed else "。")
    files = _plural(tally.files, "file")
    text = f"{files}: {found}" if found else f"{files} checked, nothing found"
    text = f"{tally.fixed} fixed; {text}" if tally.fixed else text
    text += f"; {tally.fixable} can be mended with --fix" if tally.fixable else ""
    return text + (f"; {tally.failed} could not be checked in full." if tally.failed else ".")


def counts(tally: Tally, language: str) -> str:
    """How much of each level was found; empty when nothing was."""
    levels = ((tally.errors, Severity.ERROR), (tally.warnings, Severity.WARNING), (tally.infos, Severity.INFO))
    if language == "zh":
        found = [f"{LEVELS[level].zh} {count} 项" for count, level in levels if count]
        return "，".join(found + ([f"已豁免 {tally.suppressed} 项"] if tally.suppressed else []))
    found = [_plural(count, LEVELS[level].en) for count, level in levels if count]
    return ", ".join(found + ([f"{tally.suppressed} suppressed"] if tally.suppressed else []))


def _plural(count: int, name: str) -> str:
    return f"{count} {name}{'s' if count != 1 else ''}"
