"""Which language the user reads."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from reportlint.config.config import LANGUAGES

OPTION = "--lang"


def of_user(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language before anything else is known: of the option `--lang`, else of the locale."""
    return of_option(arguments) or of_locale(environment)


def of_option(arguments: Sequence[str]) -> str | None:
    """The language that `--lang` names.

    Help and errors about the command line itself are in it, so it is looked for before the command line is understood.
    """
    for i, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == OPTION:
            value = value or (arguments[i + 1] if i + 1 < len(arguments) else "")
            if value in LANGUAGES:
                return value
    return None


def of_locale(environment: Mapping[str, str]) -> str:
    """Chinese for a locale zh*, English for all else."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return _of_windows() if os.name == "nt" else "en"


def _of_windows() -> str:
    import locale

    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"
