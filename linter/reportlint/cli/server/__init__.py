"""``reportlint server``: what editors talk to, by the Language Server Protocol over standard input and output.

Nothing of it is imported by other commands: what it needs comes with the extra ``server``.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib.util import find_spec

from reportlint.errors import UsageError
from reportlint.text import Bilingual

INSTALL = "pip install 'reportlint[server]'"


def serve(config: str | None, *, isolated: bool, lang: str | None, language: str) -> int:
    """Serve one editor until it says good-bye. `lang`: the language that was asked for; `language`: else. Raises UsageError."""
    if not find_spec("pygls"):
        raise UsageError(Bilingual(f"编辑器服务还需安装：{INSTALL}", f"the server for editors needs more: {INSTALL}"))
    from reportlint.cli.server.checker import Checker
    from reportlint.cli.server.session import session

    checker = Checker(os.path.abspath(config) if config else None, isolated=isolated, lang=lang, language=language)
    channel = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a rule prints must not get into the conversation
    gc.freeze()
    gc.enable()  # `main` put it off, for runs that end soon
    session(checker).start_io(sys.stdin.buffer, channel)
    return 0
