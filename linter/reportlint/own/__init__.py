"""Rules of users in a folder: one .py file with code, or one .toml file without, for each."""

from __future__ import annotations

from os import fspath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from reportlint.rule import Rule
    from reportlint.structure.kind import Kind

# The imports are late: only whoever has such a folder pays for them.


def rules_in(folder: str | PathLike[str]) -> list[Rule]:
    """The rules in the files of `folder`; for plug-ins that bring files. Raises UsageError with all that is wrong in them."""
    from reportlint.own.files import load

    return [rule for rule, _ in load(folder)]


def kinds_in(folder: str | PathLike[str]) -> list[Kind]:
    """The kinds of reports in `folder`, each a .lark and a .toml file; for plug-ins that bring them. Raises UsageError."""
    from importlib.util import find_spec

    from reportlint.structure.store import load_kinds

    spec = find_spec("reportlint_grammar")  # the parts that all kinds can import
    return load_kinds(fspath(folder), next(iter(spec.submodule_search_locations or ()), None) if spec else None)
