"""What git knows: what changed since a revision, and what is staged. Asks the command, reads the answer; changes nothing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlint.errors import UsageError
from reportlint.suppression.changes import UNCHANGED, Changed
from reportlint.text import Bilingual, LazyPattern

_HUNK = LazyPattern(r"@@ -[0-9]+(?:,([0-9]+))? \+([0-9]+)(?:,([0-9]+))? @@")
_ESCAPE = LazyPattern(r"\\([0-7]{3}|.)", 0x10)  # re.DOTALL
_ESCAPES = {"a": 7, "b": 8, "t": 9, "n": 10, "v": 11, "f": 12, "r": 13}
_DIFF = (
    "-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--ignore-submodules",
    "--find-renames", "--diff-filter=d", "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip
"""Whatever the user's configuration says."""
_PLAIN = {"LC_ALL": "C", "LANGUAGE": "C", "GIT_OPTIONAL_LOCKS": "0"}
_FILES = frozenset({"100644", "100755"})
"""The modes of plain files; links and submodules have others."""


class Staged(NamedTuple):
    """A file as it stands in the index."""

    path: str
    """Absolute."""
    data: bytes
    conflict: bool = False
    """Whether it is in a merge that is not resolved."""


class Repository:
    """The repository around a folder."""

    def __init__(self, folder: str) -> None:
        """Raises UsageError when there is none, or no git."""
        self._folder = folder
        self.top = os.fsdecode(self._ask("rev-parse", "--show-toplevel").rstrip(b"\n"))

    def since(self, revision: str) -> Changes:
        """What changed in the working tree since it parted from `revision`. Raises UsageError when git does not know that."""
        return self._changes((self._parted_from(revision),))

    def staged(self) -> Changes:
        """What the next commit would change."""
        return self._changes(("--cached",))

    def index(self, paths: Sequence[str]) -> list[Staged]:
        """The files at the absolute `paths`, as they stand in the index; what is no plain file there is left out."""
        wanted = set(paths)
        found: dict[str, tuple[str, bool]] = {}
        for name, mode, content, stage in self._listed() if paths else ():
            path = os.path.join(self.top, name)
            if path in wanted and mode in _FILES:
                found[path] = (content, stage != "0")
        contents = self._contents([name for name, conflict in found.values() if not conflict])
        return [Staged(path, b"" if conflict else contents[name], conflict) for path, (name, conflict) in found.items()]

    def _parted_from(self, revision: str) -> str:
        try:
            commit = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode("ascii").strip()
        except _RefusedError:
            shallow = self._shallow()
            hint = (
                Bilingual("；这是浅克隆，请先取全历史：git fetch --unshallow", "; this is a shallow clone: git fetch --unshallow")
                if shallow
                else Bilingual("", "")
            )
            raise UsageError(
                Bilingual(f"--diff-base：git 里没有版本 {revision}{hint.zh}", f"--diff-base: git knows no revision {revision}{hint.en}")
            ) from None
        try:
            return self._ask("merge-base", commit, "HEAD").decode("ascii").strip()
        except _RefusedError:
            if self._shallow():
                raise UsageError(
                    Bilingual(
                        f"--diff-base：浅克隆里找不到与 {revision} 的共同祖先，请先取全历史：git fetch --unshallow（CI 中设 fetch-depth: 0）",
                        f"--diff-base: in this shallow clone no common ancestor with {revision} is found: "
                        "git fetch --unshallow (in CI: fetch-depth: 0)",
                    )
                ) from None
            return commit  # histories that have nothing in common

    def _shallow(self) -> bool:
        return self._ask("rev-parse", "--is-shallow-repository").strip() == b"true"

    def _changes(self, between: tuple[str, ...]) -> Changes:
        changed = _changed(
            self._ask(*_DIFF, "--numstat", "-z", *between), self._ask(*_DIFF, "--unified=0", "--inter-hunk-context=0", *between)
        )
        tracked = set()
        for name, _, _, stage in self._listed():
            tracked.add(name)
            if stage != "0":
                changed[name] = Changed(whole=True)
        return Changes(self.top, changed, frozenset(tracked))

    def _listed(self) -> Iterator[tuple[str, str, str, str]]:
        """All that the index holds: name, mode, content, and the stage, which is 0 but for conflicts."""
        for item in self._ask("ls-files", "--stage", "--full-name", "-z", self.top).split(b"\0"):
            head, _, name = item.partition(b"\t")
            if head:
                mode, content, stage = head.decode("ascii").split(" ")
                yield os.fsdecode(name), mode, content, stage

    def _contents(self, names: Sequence[str]) -> dict[str, bytes]:
        """The contents of objects by their names."""
        if not names:
            return {}
        answer = self._ask("cat-file", "--batch", given="".join(f"{name}\n" for name in dict.fromkeys(names)).encode("ascii"))
        contents: dict[str, bytes] = {}
        at = 0
        while at < len(answer):
            end = answer.index(b"\n", at)
            name, _, size = answer[at:end].decode("ascii").split(" ")
            contents[name] = answer[end + 1 : end + 1 + int(size)]
            at = end + 2 + int(size)
        return contents

    def _ask(self, *arguments: str, given: bytes = b"") -> bytes:
        try:
            answer = subprocess.run(  # noqa: S603 - no shell reads the arguments
                ("git", "--no-pager", "--literal-pathspecs", *arguments),  # noqa: S607 - the git that the user has
                cwd=self._folder, input=given, capture_output=True, check=False, env={**os.environ, **_PLAIN},
            )  # fmt: skip
        except FileNotFoundError:
            raise UsageError(
                Bilingual("--diff-base 和 --staged 要用 git，但没有找到它", "--diff-base and --staged need git, which is not there")
            ) from None
        if answer.returncode:
            raise _RefusedError(answer.stderr.decode("utf-8", "replace").strip())
        return answer.stdout


class _RefusedError(UsageError):
    """git did not do what it was asked for."""

    def __init__(self, said: str) -> None:
        if "not a git repository" in said or not said:
            super().__init__(
                Bilingual(
                    "--diff-base 和 --staged 只能在 git 仓库里使用：这里不是",
                    "--diff-base and --staged work in a git repository only: this is none",
                )
            )
        else:
            super().__init__(Bilingual(f"git 报错：{said}", f"git says: {said}"))


class Changes:
    """What changed in a repository."""

    def __init__(self, top: str, changed: dict[str, Changed], tracked: frozenset[str]) -> None:
        self._top = top.rstrip(os.sep) + os.sep
        self._changed = changed
        self._tracked = tracked
        self._real: dict[str, str] = {}

    def of(self, path: str) -> Changed:
        """What changed in the file at the absolute `path`; one that git does not track is new. Raises UsageError outside the repository."""
        path = self.real(path)
        if not path.startswith(self._top):
            raise UsageError(Bilingual(f"{path} 不在 git 仓库 {self._top} 里", f"{path} lies outside the git repository {self._top}"))
        name = path[len(self._top) :].replace(os.sep, "/")
        return self._changed.get(name, UNCHANGED) if name in self._tracked else Changed(whole=True)

    def real(self, path: str) -> str:
        """The absolute `path` as git knows it: without links on the way to it."""
        folder = os.path.dirname(path)
        if folder not in self._real:
            self._real[folder] = os.path.realpath(folder)
        return os.path.join(self._real[folder], os.path.basename(path))

    def paths(self) -> list[str]:
        """The absolute paths of the files that changed and are still there."""
        return [self._top + name.replace("/", os.sep) for name in self._changed]


def _changed(numbers: bytes, patch: bytes) -> dict[str, Changed]:
    """What changed by path, from both answers of git: all names are told in the one, the lines in the other."""
    changed = {}
    fields = iter(numbers.split(b"\0"))
    for field in fields:
        if not field:
            continue
        added, _, name = field.split(b"\t", 2)
        if not name:  # renamed: the old name and the new one follow
            next(fields)
            name = next(fields)
        changed[os.fsdecode(name)] = Changed(whole=added == b"-")  # binary for git, as text in UTF-16 is
    for path, lines in _hunks(patch).items():
        changed[path] = Changed(tuple(lines))
    return changed


def _hunks(patch: bytes) -> dict[str, list[tuple[int, int]]]:
    """The ranges of changed lines of each file in a patch without context."""
    found: dict[str, list[tuple[int, int]]] = {}
    lines: list[tuple[int, int]] | None = None
    old = new = 0  # lines of the hunk still to come, whatever they look like
    for line in patch.split(b"\n"):
        if old or new:
            old -= line.startswith(b"-")
            new -= line.startswith(b"+")
        elif line.startswith(b"+++ "):
            name = _unquoted(line[4:].rstrip(b"\t"))
            lines = found.setdefault(name[2:], []) if name.startswith("b/") else None
        elif lines is not None and (hunk := _HUNK.match(line.decode("latin-1"))):
            old, first, new = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
            # where lines went away, those on both sides are what changed
            lines.append((first, first + new - 1) if new else (max(first, 1), first + 1))
    return found


def _unquoted(name: bytes) -> str:
    """A path of a patch: git puts it in quotes where it holds a tab, a quote and the like."""
    if not name.startswith(b'"'):
        return os.fsdecode(name)
    data = bytearray()
    text = name[1:-1].decode("latin-1")
    at = 0
    for m in _ESCAPE.finditer(text):
        data += text[at : m.start()].encode("latin-1")
        data.append(int(m[1], 8) if len(m[1]) == 3 else _ESCAPES.get(m[1], ord(m[1])))
        at = m.end()
    return os.fsdecode(bytes(data + text[at:].encode("latin-1")))


def user() -> str:
    """The name that git writes into commits; empty where it knows none."""
    try:
        answer = subprocess.run(("git", "config", "user.name"), capture_output=True, check=False)  # noqa: S607 - the git that the user has
    except FileNotFoundError:
        return ""
    return answer.stdout.decode("utf-8", "replace").strip()
