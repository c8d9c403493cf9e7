"""Find the configuration of a folder, read it, and say at which line it is wrong."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reportlint.config.config import Config
from reportlint.errors import UsageError, reason
from reportlint.text import Bilingual

if TYPE_CHECKING:
    from reportlint.places import Fault

NAMES = (".reportlint.toml", "reportlint.toml", "pyproject.toml")
"""The names of configuration files; the first one there is wins in its folder."""


class Configs:
    """The configuration that holds in each folder: the nearest one upwards, and that alone."""

    def __init__(self, file: str | None = None, *, isolated: bool = False) -> None:
        """`file` holds for all folders; `isolated` ignores all files. Raises UsageError when `file` is wrong."""
        self._known: dict[str, Config] = {}
        self._only: Config | None = None
        if isolated:
            self._only = Config(root=os.getcwd())
        elif file is not None:
            config = read_file(file, os.getcwd())
            if config is None:
                raise UsageError(Bilingual(f"{file} 里没有 [tool.reportlint]", f"there is no [tool.reportlint] in {file}"))
            self._only = config

    def of(self, folder: str) -> Config:
        """What holds for the reports in `folder`, an absolute path. Raises UsageError when the file is wrong."""
        if self._only is not None:
            return self._only
        config = self._known.get(folder)
        if config is None:
            above = os.path.dirname(folder)
            config = _in_folder(folder) or (self.of(above) if above != folder else Config(root=os.getcwd()))
            self._known[folder] = config
        return config

    def below(self, folder: str, names: list[str], above: Config) -> Config:
        """As `of`, for a folder whose entries are known to be `names` and whose parent has `above`: no look at the disk."""
        return self.of(folder) if self._only is None and any(name in names for name in NAMES) else above

    def found(self) -> list[Config]:
        """Every configuration that was used so far, each once."""
        return list({id(config): config for config in (self._only, *self._known.values()) if config is not None}.values())


def _in_folder(folder: str) -> Config | None:
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            config = read_file(path, folder)
            if config is not None:
                return config
    return None


def read_file(path: str, root: str, above: tuple[str, ...] = ()) -> Config | None:
    """The configuration in the file `path`; None for a pyproject.toml that says nothing about reportlint.

    `above`: the files that build on it. Raises UsageError with everything that is wrong in it.
    """
    shown = _shown(path)
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        why = reason(error)
        raise UsageError(Bilingual(f"配置文件 {shown} 读不了：{why.zh}", f"the configuration {shown} cannot be read: {why.en}")) from None
    table = _table(path, shown, data)
    if table is None:
        return None
    from reportlint.config.schema import read_config
    from reportlint.places import Fault

    config, faults = read_config(table)
    config = config._replace(file=shown, root=os.path.abspath(root))
    if "required-version" in table:
        from reportlint.config.extend import wrong_version

        if wrong := wrong_version(table["required-version"]):  # what else seems wrong may be right in that version
            faults = [Fault(("required-version",), wrong)]
            raise _faulty(config, faults)
    folder = os.path.dirname(os.path.abspath(path))
    grammars, rules = (tuple(os.path.normpath(os.path.join(folder, name)) for name in names) for names in (config.grammars, config.rules))
    for key, names, folders in (("grammars", config.grammars, grammars), ("rules", config.rules, rules)):
        faults += [
            Fault((key, i), Bilingual(f"没有文件夹 {name}", f"there is no folder {name}"))
            for i, name in enumerate(names)
            if not os.path.isdir(folders[i])
        ]
    outputs = tuple(there._replace(file=os.path.join(folder, there.file)) if there.file else there for there in config.output_format)
    baseline = config.baseline and os.path.join(folder, config.baseline)
    config = config._replace(grammars=grammars, rules=rules, output_format=outputs, baseline=baseline)
    if config.cache_dir:
        config = config._replace(cache_dir=os.path.normpath(os.path.join(folder, config.cache_dir)))
    if faults:
        raise _faulty(config, faults)
    return _extended(config, os.path.abspath(path), above) if config.extend else config


def _extended(config: Config, path: str, above: tuple[str, ...]) -> Config:
    """`config` from the file `path` over the one that it builds on. Raises UsageError."""
    from reportlint.config.extend import merged
    from reportlint.places import Fault

    assert config.extend is not None
    name = config.extend
    target = os.path.normpath(os.path.join(os.path.dirname(path), name))
    chain = (*above, os.path.realpath(path))
    if os.path.realpath(target) in chain:
        circle = " → ".join(_shown(file) for file in (*chain, os.path.realpath(target)))
        wrong = Bilingual(f"配置互相引用，成了环：{circle}", f"configurations build on each other in a circle: {circle}")
    elif not os.path.isfile(target):
        wrong = Bilingual(f"没有文件 {name}（相对于本配置所在的文件夹）", f"there is no file {name}, relative to the folder of this one")
    else:
        base = read_file(target, config.root, chain)
        if base is not None:
            return merged(base, config)
        wrong = Bilingual(f"{name} 里没有 [tool.reportlint]", f"there is no [tool.reportlint] in {name}")
    raise _faulty(config, [Fault(("extend",), wrong)])


def _faulty(config: Config, faults: list[Fault]) -> UsageError:
    from reportlint.config.faults import FaultyConfigError

    return FaultyConfigError(config, faults)


def _table(path: str, shown: str, data: bytes) -> dict[str, object] | None:
    """The part of a TOML file that is for us, raw; None when a pyproject.toml has none."""
    project = os.path.basename(path) == "pyproject.toml"
    if project and b"reportlint" not in data:
        return None
    import tomli  # 10 ms: only when there is something to read

    try:
        table = tomli.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        place = f"{shown}:{data.count(bytes([10]), 0, error.start) + 1}"
        raise UsageError(Bilingual(f"{place}：不是 UTF-8 编码，请另存为 UTF-8", f"{place}: not UTF-8; save the file as UTF-8")) from None
    except tomli.TOMLDecodeError as error:
        place = f"{shown}:{error.lineno}:{error.colno}"
        raise UsageError(Bilingual(f"{place}：不合 TOML 语法：{error.msg}", f"{place}: not valid TOML: {error.msg}")) from None
    if not project:
        return table
    tools = table.get("tool")
    own = tools.get("reportlint") if isinstance(tools, dict) else None
    return own if isinstance(own, dict) else None


def _shown(path: str) -> str:
    """`path` as short as it gets: relative when it lies below the working directory."""
    below = os.path.abspath(path)
    here = os.getcwd().rstrip(os.sep) + os.sep
    return below[len(here) :].replace(os.sep, "/") if below.startswith(here) else path.replace(os.sep, "/")
