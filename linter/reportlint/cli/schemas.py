"""``reportlint schema``: the published JSON schemas."""

from __future__ import annotations

import os
import sys

import reportlint
from reportlint.cli import terminal
from reportlint.errors import UsageError, guess
from reportlint.text import Bilingual

_FOLDER = os.path.join(os.path.dirname(reportlint.__file__), "schemas")
_SCHEMAS = {
    "report": ("report-v1.json", Bilingual("-f json 的结果", "the results of -f json")),
    "jsonl": ("jsonl-v1.json", Bilingual("-f jsonl 的一行", "a line of -f jsonl")),
    "config": ("config.json", Bilingual("配置文件", "the configuration")),
    "rule": ("rule.json", Bilingual("TOML 规则", "a rule in TOML")),
}


def schema(name: str | None, language: str) -> int:
    """Print a schema; without a name, which there are and where. Raises UsageError."""
    if name is None:
        for known, (file, about) in _SCHEMAS.items():
            sys.stdout.write(f"{known}  {about.in_(language)}  {os.path.join(_FOLDER, file)}\n")
        return 0
    if name not in _SCHEMAS:
        rest = guess(name, _SCHEMAS, Bilingual(f"；现有：{'、'.join(_SCHEMAS)}", f"; there are: {', '.join(_SCHEMAS)}"))
        raise UsageError(Bilingual(f"没有 {name} 的 JSON Schema{rest.zh}", f"no schema {name}{rest.en}"))
    terminal.write_utf8(sys.stdout)
    with open(os.path.join(_FOLDER, _SCHEMAS[name][0]), encoding="utf-8") as published:
        sys.stdout.write(published.read())
    return 0
