"""The page without its data: templates, style and program put together out of the files in ``page/``."""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import Any

STYLES = ("look.css", "lists.css", "report.css", "print.css")
EARLY = ("settings.js",)
"""Scripts that run before anything is drawn: a dark page must not flash white."""
SCRIPTS = ("words.js", "elements.js", "data.js", "filter.js", "places.js", "charts.js", "overview.js", "findings.js", "text.js", "report.js",
           "main.js")  # fmt: skip
"""The program, in this order: each file uses what stands in those before it."""


def head(language: str) -> str:
    """Everything up to the data: the policy, the style and the frame that the program fills."""
    style, early, main = _style(), _script(EARLY), _script(SCRIPTS)
    return Template(_read("head.html")).substitute(
        language="zh-CN" if language == "zh" else "en",
        policy=_policy(style, early, main),
        style=style,
        script=early,
    )


def tail() -> str:
    """Everything behind the data."""
    return Template(_read("tail.html")).substitute(script=_script(SCRIPTS))


def words() -> Any:
    """The words of the page itself: ``{name: [Chinese, English]}``."""
    return json.loads(_read("words.json"))


def _policy(style: str, *scripts: str) -> str:
    """What the page may do: run and look as it was delivered, and nothing else. No request can leave it."""
    run = " ".join(f"'sha256-{_hash(script)}'" for script in scripts)
    return "; ".join((
        "default-src 'none'", f"script-src {run}", f"style-src 'sha256-{_hash(style)}'", "base-uri 'none'", "form-action 'none'",
        "require-trusted-types-for 'script'", "trusted-types 'none'",
    ))  # fmt: skip


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


@cache
def _style() -> str:
    return "\n" + "".join(map(_read, STYLES))


@cache
def _script(names: tuple[str, ...]) -> str:
    return '\n(function () {\n"use strict";\n' + "".join(map(_read, names)) + "}());\n"


def _read(name: str) -> str:
    return files("reportlint.reporters.html").joinpath("page", name).read_text(encoding="utf-8")
