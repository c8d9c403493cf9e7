"""Say what is wrong in a configuration file, and at which line. Only imported when something is."""

from __future__ import annotations

from reportlint.config.config import Config
from reportlint.errors import UsageError
from reportlint.places import Fault, told


class FaultyConfigError(UsageError):
    """A configuration file with faults. `config` is what could be read of it, so that more can be looked for."""

    def __init__(self, config: Config, faults: list[Fault]) -> None:
        self.config = config
        self.faults = faults
        with open(config.file, encoding="utf-8-sig") as file:
            text = file.read()
        super().__init__(told(config.file, text, faults, ("tool", "reportlint") if config.file.endswith("pyproject.toml") else ()))
        self.language = config.lang
