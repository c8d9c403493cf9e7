"""The command line."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from reportlint.cli import language, terminal
from reportlint.errors import UsageError, refusal
from reportlint.programs import Programs, cache_folder
from reportlint.text import Bilingual, LazyPattern

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED, READER_GONE = 130, 141
"""The exit codes of a shell for Ctrl-C and for a pipe whose reader has gone."""

_INTERRUPTED = Bilingual("已中断", "interrupted")
_NO_OUTPUT = Bilingual("结果写不出去：", "the output cannot be written: ")
_INTERNAL = Bilingual("内部错误，请把以上内容报告给开发者", "internal error: please report the above")


def main() -> NoReturn:
    """The program: run it with the arguments of the process and exit."""
    gc.disable()  # what is imported stays: looking through it for garbage takes a twentieth of a short run
    programs = None if {"--no-cache", "clean"}.intersection(sys.argv) else Programs(cache_folder())
    if programs:
        LazyPattern.compiler = programs.compile
    code = run(sys.argv[1:])
    if programs:
        programs.keep()
    os._exit(code)  # and so does taking everything apart at the end; the output is out, and no process is left


def run(arguments: Sequence[str]) -> int:
    """Run the program with `arguments` and return the exit code; every error is told on standard error."""
    speaks = language.of_user(arguments, os.environ)
    terminal.prepare()
    try:
        code = _done(arguments, speaks)
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        terminal.give_up_output()
        return READER_GONE
    except KeyboardInterrupt:
        return _complain(_INTERRUPTED.in_(speaks), INTERRUPTED)
    except OSError as error:
        terminal.give_up_output()
        return _complain(f"{_NO_OUTPUT.in_(speaks)}{refusal(error).in_(speaks)}")
    except Exception:  # noqa: BLE001 - a fault of ours must not look like a finding
        from traceback import print_exc

        print_exc()
        return _complain(_INTERNAL.in_(speaks))
    return code


def _done(arguments: Sequence[str], speaks: str) -> int:
    import click

    from reportlint.cli.app import parsed

    try:
        return parsed(arguments, speaks)(speaks)
    except UsageError as error:
        return _complain(error.message.in_(language.of_option(arguments) or error.language or speaks))
    except click.UsageError as error:
        from reportlint.cli.mistakes import explained

        return _complain(explained(error).in_(speaks))
    except click.Abort:
        raise KeyboardInterrupt from None


def _complain(message: str, code: int = 2) -> int:
    print(f"reportlint: {message}", file=sys.stderr, flush=True)
    return code
