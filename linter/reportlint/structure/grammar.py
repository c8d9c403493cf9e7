"""Compile a .lark grammar into a table. The only module that knows Lark, imported only when there is something to compile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from lark import Lark
from lark.exceptions import LarkError
from lark.lexer import Lexer
from lark.parsers.lalr_analysis import Shift

from reportlint.errors import UsageError
from reportlint.structure.table import Table
from reportlint.text import Bilingual


class _Classified(Lexer):
    """Lark asks for a lexer; ours are the classified headings and blocks, which never pass through Lark."""

    def __init__(self, configuration: Any) -> None:
        """Nothing to configure."""

    def lex(self, lexer_state: Any, parser_state: Any) -> Iterator[Any]:  # noqa: ARG002 - the signature is Lark's
        return iter(lexer_state.text)


def compile_grammar(path: str, text: str, folders: Sequence[str]) -> Table:
    """The LALR(1) table of the grammar `text` in the file `path`, with imports looked up in `folders`.

    Raises UsageError, naming the file, when Lark refuses the grammar or it is not LALR(1).
    """
    try:
        lark: Any = Lark(text, parser="lalr", lexer=_Classified, source_path=path, import_paths=list(folders))
    except (LarkError, OSError) as error:
        raise UsageError(Bilingual(f"语法文件 {path} 无法编译：{error}", f"grammar {path} cannot be compiled: {error}")) from error
    table = lark.parser.parser._parse_table  # noqa: SLF001 - Lark has no public way to its table; a test watches the shape
    rules: list[tuple[str, int]] = []
    numbers: dict[Any, int] = {}
    for rule in lark.rules:
        numbers[rule] = len(rules)
        rules.append((str(rule.origin.name), len(rule.expansion)))
    order = {state: i for i, state in enumerate(table.states)}
    states = []
    for actions in table.states.values():
        row: dict[str, int] = {}
        for symbol, (action, argument) in actions.items():
            if action is Shift:
                row[_plain(str(symbol))] = order[argument]
            else:
                if argument not in numbers:  # the rule that Lark adds for the start
                    numbers[argument] = len(rules)
                    rules.append((str(argument.origin.name), len(argument.expansion)))
                row[_plain(str(symbol))] = -numbers[argument] - 1
        states.append(row)
    start, end = table.start_states["start"], table.end_states["start"]
    return Table(tuple(states), tuple(rules), order[start], order[end])


def _plain(symbol: str) -> str:
    """The name of a terminal without the file it was imported from: Lark writes ``parts__TITLE``."""
    return symbol.rsplit("__", 1)[1] if "__" in symbol and symbol.rsplit("__", 1)[1].isupper() else symbol
