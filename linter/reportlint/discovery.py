"""From the paths that a user names to the files to check, and those left out, each with the reason."""

from __future__ import annotations

import os
from posixpath import splitext
from typing import TYPE_CHECKING, NamedTuple

from reportlint.errors import reason
from reportlint.patterns import Patterns, rooted
from reportlint.readers.formats import ARCHIVES, SUFFIXES, missing
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportlint.archive import Member
    from reportlint.config.config import Config
    from reportlint.config.load import Configs


UNREAD_YET = frozenset({".doc", ".docx", ".ppt", ".pptx", ".htm", ".html", ".odt", ".ofd", ".pdf", ".rtf", ".wps"}) - SUFFIXES.keys()
"""Suffixes of files that look like reports but cannot be read yet; in folders they are counted and said."""

DEFAULT_EXCLUDE = (
    ".*/", "._*", "~$*", "__pycache__/", "build/", "dist/", "node_modules/", "site-packages/", "venv/",
)  # fmt: skip
"""What is left out in folders when the configuration has no ``exclude``: hidden folders, tools, leftovers of systems."""
_FOLDERS = frozenset(name.rstrip("/") for name in DEFAULT_EXCLUDE[3:])

NAMED = "named"
FOUND = "found"
STDIN = "-"
"""How a file came in: the user named it, it was found in a folder, or it is standard input, whose name that is."""


class File(NamedTuple):
    """A file to check."""

    path: str
    """As given, with /."""
    how: str
    """`NAMED`, `FOUND` or `STDIN`."""
    config: Config
    problem: Bilingual | None = None
    """Why it cannot be read, if that is already known; it is reported, not passed over."""
    member: Member | None = None
    """The file of the archive that is meant; None for a file of the disk."""


class LeftOut(NamedTuple):
    """A file or folder that is not checked."""

    path: str
    kind: str
    """`EXCLUDED`, `FORMAT` or `LINK`."""
    why: Bilingual


EXCLUDED = "excluded"
FORMAT = "format"
LINK = "link"


class Wanted(NamedTuple):
    """What the command line says about which files are in; None: it does not say."""

    include: tuple[str, ...] | None = None
    exclude: tuple[str, ...] | None = None
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    stdin_filename: str | None = None


def discover(paths: Sequence[str], configs: Configs, wanted: Wanted, *, every: bool = False) -> Iterator[File | LeftOut]:
    """The files to check in stable order: as named, folders walked by name; none twice.

    Of what is left out only formats that cannot be read yet and links to folders are told, with `every` the rest, too.
    Raises UsageError for a wrong configuration.
    """
    finder = _Finder(configs, wanted)
    found = (inner for path in paths for item in finder.under(path) for inner in _unpacked(item))
    told = (item for item in found if every or isinstance(item, File) or item.kind != EXCLUDED)
    yield from _once(told) if len(paths) > 1 else told


def unsupported(path: str) -> Bilingual:
    """Why a file with this name cannot be read."""
    suffix = splitext(path)[1]
    known = " ".join(SUFFIXES)
    return Bilingual(
        f"不支持的格式{' ' + suffix if suffix else '（文件名没有后缀）'}；能读的有 {known}",
        f"the format {suffix or 'of a name without suffix'} is not supported; these are: {known}",
    )


class _Scope(NamedTuple):
    """What is in and what is out under one configuration."""

    config: Config
    forced: bool
    """Whether files that were named can be out."""
    include: Patterns | None
    exclude: tuple[Patterns, ...]
    defaults: bool
    """Whether `DEFAULT_EXCLUDE` holds."""

    @classmethod
    def of(cls, config: Config, wanted: Wanted) -> _Scope:
        here = os.getcwd()
        include = _patterns(config.root, config.include, config.file) if config.include is not None else None
        exclude = _patterns(config.root, config.exclude or (), config.file)
        return cls(
            config,
            wanted.force_exclude or config.force_exclude,
            _patterns(here, wanted.include, "--include") if wanted.include is not None else include,
            (
                _patterns(here, wanted.exclude, "--exclude") if wanted.exclude is not None else exclude,
                _patterns(config.root, config.extend_exclude, config.file),
                _patterns(here, wanted.extend_exclude, "--extend-exclude"),
            ),
            wanted.exclude is None and config.exclude is None,
        )

    def entered(self, folder: str) -> _Scope:
        """What holds inside a folder that the user named: what would keep the folder itself out does not count."""
        return self._replace(exclude=tuple(patterns for patterns in self.exclude if not patterns.cover(folder, folder=True)))

    def excluded(self, name: str, absolute: str, *, folder: bool) -> Bilingual | None:
        """Why this entry of a folder is out, or None."""
        if self.defaults and (name.startswith(("._", "~$")) or (folder and (name[0] == "." or name in _FOLDERS))):
            return Bilingual("默认排除", "excluded by default")
        for patterns in self.exclude:
            if patterns.lines and (pattern := patterns.match(absolute, folder=folder)) and not pattern.startswith("!"):
                return _by(patterns, pattern)
        return None

    def excluded_named(self, absolute: str, *, folder: bool) -> Bilingual | None:
        """Why a file or folder that was named is out all the same, or None: it or one of the folders around it is excluded."""
        root = self.config.root.rstrip(os.sep) + os.sep
        if absolute.startswith(root):
            names = absolute[len(root) :].split(os.sep)
            for i, name in enumerate(names, 1):
                inner = folder or i < len(names)
                if name and (why := self.excluded(name, root + os.sep.join(names[:i]), folder=inner)):
                    return why
        if not folder and self.include and not self.include.cover(absolute):
            return Bilingual(f"不在 include 之内（{self.include.origin}）", f"not in include ({self.include.origin})")
        return None

    def includes(self, suffix: str, absolute: str) -> bool:
        """Whether a file of a folder is one to check, if it is not excluded."""
        return self.include.cover(absolute) if self.include else suffix in SUFFIXES or suffix in ARCHIVES

    def problem(self, path: str, absolute: str) -> Bilingual | None:
        """Why the format of a file cannot be read, or None. What `include` names and is not known to be binary is plain text."""
        suffix = splitext(path)[1].lower()
        if suffix in SUFFIXES:
            return missing(suffix)
        if suffix in ARCHIVES:
            return None
        if self.include and suffix not in UNREAD_YET and self.include.cover(absolute):
            return None
        return unsupported(path)


class _Finder:
    def __init__(self, configs: Configs, wanted: Wanted) -> None:
        self._configs = configs
        self._wanted = wanted
        self._scopes: dict[int, _Scope] = {}

    def under(self, given: str) -> Iterator[File | LeftOut]:
        """The file named `given`, or the files in the folder of that name."""
        stdin = given == STDIN
        if stdin and not self._wanted.stdin_filename:
            yield File(STDIN, STDIN, self._configs.of(os.getcwd()))
            return
        given = self._wanted.stdin_filename or given if stdin else given
        path = _tidy(given)
        absolute = os.path.abspath(given)
        folder = not stdin and os.path.isdir(given)
        scope = self._scope(self._configs.of(absolute if folder else os.path.dirname(absolute)))
        if scope.forced and (why := scope.excluded_named(absolute, folder=folder)):
            yield LeftOut(path, EXCLUDED, why)
        elif folder:
            above = _ignores_above(absolute) if scope.config.respect_gitignore else ()
            ignores = tuple(ignore for ignore in above if not ignore.cover(absolute, folder=True))
            prefix = "" if path == "." else path.rstrip("/") + "/"
            yield from self._walk(_Folder(prefix, absolute, scope.entered(absolute), ignores))
        else:
            there = stdin or os.path.lexists(given)
            yield File(path, STDIN if stdin else NAMED, scope.config, scope.problem(path, absolute) if there else None)

    def _walk(self, top: _Folder) -> Iterator[File | LeftOut]:
        """Everything below `top`. A stack and no recursion, as folders may lie deep."""
        waiting: list[_Folder | File | LeftOut] = [top]
        while waiting:
            item = waiting.pop()
            if isinstance(item, _Folder):
                waiting.extend(reversed(list(self._entries(item))))
            else:
                yield item

    def _entries(self, folder: _Folder) -> Iterator[_Folder | File | LeftOut]:
        try:
            with os.scandir(folder.absolute) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield File(folder.prefix.rstrip("/") or ".", FOUND, folder.scope.config, reason(error))
            return
        names = [entry.name for entry in entries]
        config = self._configs.below(folder.absolute, names, folder.scope.config)
        scope = folder.scope if config is folder.scope.config else self._scope(config)
        ignores = folder.ignores
        if scope.config.respect_gitignore and ".gitignore" in names:
            ignores = (*ignores, _ignore_file(folder.absolute, folder.prefix))
        for entry in entries:
            inner = entry.is_dir(follow_symlinks=False)
            path = folder.prefix + entry.name
            absolute = os.path.join(folder.absolute, entry.name)
            if why := scope.excluded(entry.name, absolute, folder=inner) or _ignored(ignores, absolute, folder=inner):
                yield LeftOut(path + "/" * inner, EXCLUDED, why)
            elif inner:
                yield _Folder(path + "/", absolute, scope, ignores)
            else:
                yield _file(entry, path, absolute, scope)

    def _scope(self, config: Config) -> _Scope:
        scope = self._scopes.get(id(config))
        if scope is None:
            scope = self._scopes[id(config)] = _Scope.of(config, self._wanted)
        return scope


class _Folder(NamedTuple):
    """A folder still to be walked."""

    prefix: str
    """Its path for people with a / behind it; empty for the working directory."""
    absolute: str
    scope: _Scope
    ignores: tuple[Patterns, ...]
    """The .gitignore files that are about its entries, outermost first."""


def _once(items: Iterable[File | LeftOut]) -> Iterator[File | LeftOut]:
    """`items` without those that came up before under another path."""
    seen: set[tuple[type, str]] = set()
    for item in items:
        key = (type(item), os.path.abspath(item.path))
        if key not in seen:
            seen.add(key)
            yield item


def _file(entry: os.DirEntry[str], path: str, absolute: str, scope: _Scope) -> File | LeftOut:
    """An entry that is no folder and not excluded."""
    suffix = splitext(entry.name)[1].lower()
    included = scope.includes(suffix, absolute)
    if not included and suffix in UNREAD_YET:
        return LeftOut(path, FORMAT, Bilingual(f"暂时读不了 {suffix}", f"{suffix} cannot be read yet"))
    if entry.is_symlink() and os.path.isdir(absolute):
        return LeftOut(path, LINK, Bilingual("指向文件夹的符号链接，不跟进", "a symbolic link to a folder, not followed"))
    if not included:
        return LeftOut(path, EXCLUDED, Bilingual("不是要检查的文件类型", "not a type of file to check"))
    if not (entry.is_symlink() or entry.is_file()):
        return LeftOut(path, EXCLUDED, Bilingual("管道、设备一类，不是普通文件", "a pipe or device, not a regular file"))
    if why := missing(suffix):
        return LeftOut(path, FORMAT, why)
    return File(path, FOUND, scope.config, scope.problem(path, absolute))


def _unpacked(item: File | LeftOut) -> Iterator[File | LeftOut]:
    """An item as it is; for an archive the files in it."""
    if isinstance(item, LeftOut) or item.problem or splitext(item.path)[1].lower() not in ARCHIVES:
        yield item
        return
    if item.how == STDIN:
        yield item._replace(
            problem=Bilingual("压缩包不能从标准输入读，请给出路径", "an archive cannot come by standard input: name the file")
        )
        return
    from reportlint.archive import SEPARATOR, BrokenArchive, members

    try:
        for member in members(item.path, item.config.limits.members):
            path = item.path + SEPARATOR + member.name
            suffix = splitext(member.name)[1].lower()
            if suffix in ARCHIVES:
                inner = Bilingual("压缩包里的压缩包不打开，请先解压", "an archive inside an archive is not opened: unpack it first")
                yield item._replace(path=path, problem=inner)
            elif suffix in UNREAD_YET:
                yield LeftOut(path, FORMAT, Bilingual(f"暂时读不了 {suffix}", f"{suffix} cannot be read yet"))
            elif suffix not in SUFFIXES:
                yield LeftOut(path, EXCLUDED, Bilingual("不是要检查的文件类型", "not a type of file to check"))
            elif why := missing(suffix):
                yield LeftOut(path, FORMAT, why)
            else:
                yield item._replace(path=path, member=member, problem=member.problem)
    except BrokenArchive as error:
        yield item._replace(problem=error.reason)
    except OSError as error:
        yield item._replace(problem=reason(error))


def _patterns(root: str, lines: Sequence[str], origin: str) -> Patterns:
    return Patterns(root, rooted(root, lines), origin)


def _tidy(given: str) -> str:
    """A path as given, with / and without the ./ that says nothing."""
    path = given.replace(os.sep, "/")
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path or (given and ".")


def _by(patterns: Patterns, pattern: str) -> Bilingual:
    return Bilingual(f"{patterns.origin} 排除：{pattern}", f"excluded by {patterns.origin}: {pattern}")


def _ignored(ignores: tuple[Patterns, ...], absolute: str, *, folder: bool) -> Bilingual | None:
    """Why git ignores this entry, or None; the innermost file that says something decides."""
    for patterns in reversed(ignores):
        pattern = patterns.match(absolute, folder=folder)
        if pattern is not None:
            return None if pattern.startswith("!") else _by(patterns, pattern)
    return None


def _ignores_above(folder: str) -> tuple[Patterns, ...]:
    """The .gitignore files of the repository around `folder`, outermost first; none outside a repository."""
    found: list[Patterns] = []
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return ()
        folder = above
        if os.path.isfile(os.path.join(folder, ".gitignore")):
            found.append(_ignore_file(folder, os.path.relpath(folder).replace(os.sep, "/") + "/"))
    return tuple(reversed(found))


def _ignore_file(folder: str, prefix: str) -> Patterns:
    try:
        with open(os.path.join(folder, ".gitignore"), encoding="utf-8", errors="surrogateescape") as file:
            return Patterns(folder, file.read().splitlines(), f"{prefix}.gitignore")
    except OSError:  # better to check too many files than too few
        return Patterns(folder, ())
