"""The baseline: the findings that an old repository has, so that only new ones count.

One finding a line, sorted, without line numbers and dates: an edit elsewhere changes nothing in it, and two branches merge line by line.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportlint.errors import UsageError
from reportlint.suppression.entries import Entry
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEYS = ("path", "rule", "text", "fingerprint")
_MARKS = ("<<<<<<<", "=======", ">>>>>>>")


def parse(shown: str, data: bytes) -> tuple[Entry, ...]:
    """The entries of the baseline that people know as `shown`. Lines may be in any order and twice, as merging leaves them.

    Raises UsageError for the first line that is none.
    """
    entries: dict[tuple[str, str], Entry] = {}
    for at, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        if not raw.strip():
            continue
        values = _values(raw)
        if values is None:
            raise _wrong(shown, at, raw)
        entry = Entry(shown, at, values["path"], values["rule"], values["fingerprint"], values["text"])
        entries.setdefault((entry.path, entry.fingerprint), entry)
    return tuple(entries.values())


def _values(raw: bytes) -> Mapping[str, str] | None:
    import json  # 3 ms, for those who have a baseline

    try:
        values = json.loads(raw)
    except ValueError:
        return None
    return values if isinstance(values, dict) and all(isinstance(values.get(key), str) for key in _KEYS) else None


def _wrong(shown: str, line: int, raw: bytes) -> UsageError:
    if raw.startswith(tuple(mark.encode() for mark in _MARKS)):
        zh, en = (
            "合并冲突没有解决：两边的行都留下，删去标记行，再用 --prune-baseline 整理",
            "a merge conflict is left: keep the lines of both sides, delete the marks, and tidy up with --prune-baseline",
        )
    else:
        zh, en = "不是基线的一行；可用 --write-baseline 重新写", "no line of a baseline; write it anew with --write-baseline"
    return UsageError(Bilingual(f"{shown}:{line}：{zh}", f"{shown}:{line}: {en}"))


def text(entries: Iterable[Entry]) -> str:
    """The content of a baseline with these entries."""
    lines = sorted({_line(entry) for entry in entries})
    return "".join(f"{line}\n" for _, line in lines)


def _line(entry: Entry) -> tuple[tuple[str, str, str], str]:
    import json

    values: Mapping[str, str] = {key: getattr(entry, key) for key in _KEYS}
    return (entry.path, entry.rule, entry.fingerprint), json.dumps(values, ensure_ascii=False)
