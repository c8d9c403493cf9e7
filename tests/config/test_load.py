"""Which configuration file holds where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportlint.config.load import Configs
from reportlint.errors import UsageError

if TYPE_CHECKING:
    from tests.conftest import Write


def _kinds(configs: Configs, folder: Path, *names: str) -> list[str | None]:
    return [configs.of(str(folder / name)).kind for name in names]


def test_nearest_one_and_that_alone(folder: Path, write: Write) -> None:
    write({
        "reportlint.toml": 'kind = "outer"\nyear = 2020\n',
        "a/pyproject.toml": "[tool.other]\nname = 'reportlint'\n",
        "a/b/.reportlint.toml": 'kind = "inner"\n',
        "a/b/c/x.txt": "",
    })  # fmt: skip
    configs = Configs()

    assert _kinds(configs, folder, "", "a", "a/b", "a/b/c", "nowhere/at/all") == ["outer", "outer", "inner", "inner", "outer"]
    assert configs.of(str(folder / "a/b")).year is None
    assert configs.of(str(folder / "a/b/c")) is configs.of(str(folder / "a/b"))


def test_order_in_one_folder(folder: Path, write: Write) -> None:
    write({"pyproject.toml": "[tool.reportlint]\nkind = 'project'\n"})
    assert Configs().of(str(folder)).kind == "project"

    write({"reportlint.toml": "kind = 'own'\n"})
    assert Configs().of(str(folder)).kind == "own"

    write({".reportlint.toml": "kind = 'hidden'\n"})
    assert Configs().of(str(folder)).kind == "hidden"


def test_one_file_for_all(folder: Path, write: Write) -> None:
    write({"reportlint.toml": 'kind = "outer"\n', "ci/strict.toml": 'kind = "strict"\n', "ci/reportlint.toml": 'kind = "ci"\n'})

    config = Configs("ci/strict.toml").of(str(folder / "ci"))

    assert (config.kind, config.file, config.root) == ("strict", "ci/strict.toml", str(folder))


def test_isolated(folder: Path, write: Write) -> None:
    write({"reportlint.toml": "wrong"})

    assert Configs(isolated=True).of(str(folder)).kind is None


def test_named_pyproject_without_our_table(write: Write) -> None:
    write({"pyproject.toml": "[project]\nname = 'reportlint'\n"})

    with pytest.raises(UsageError, match=r"there is no \[tool.reportlint\] in pyproject.toml"):
        Configs("pyproject.toml")
