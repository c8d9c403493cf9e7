"""Run a compiled grammar over classified headings and blocks: LALR(1) with recovery in the hands of the caller.

Lark compiles the grammars (`reportlint.structure.grammar`); importing it would take longer than linting forty files,
so that the shipped ones travel as tables and this small machine runs them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
END = "$END"


class Table(NamedTuple):
    """An LALR(1) table. In `states[i]`, 0 and above is the state to shift or go to, -1 and below reduces rule -n-1."""

    states: tuple[Mapping[str, int], ...]
    rules: tuple[tuple[str, int], ...]
    """The name of each rule and how many symbols it takes off the stack."""
    start: int
    end: int


class Node(NamedTuple, Generic[T]):
    """A rule of the grammar with what it stands for; names with an underscore are spread out into the node around."""

    name: str
    children: tuple[Node[T] | T, ...]

    def tokens(self) -> Iterator[T]:
        """All values below, in order."""
        for child in self.children:
            if isinstance(child, Node):
                yield from child.tokens()
            else:
                yield child


class Machine(Generic[T]):
    """A run of a table. Feed it terminals; it refuses what does not fit and can say what would."""

    __slots__ = ("_stack", "_table", "_values")

    def __init__(self, table: Table) -> None:
        self._table = table
        self._stack = [table.start]
        self._values: list[tuple[Node[T] | T, ...]] = []

    def feed(self, terminal: str, value: T) -> bool:
        """Take `terminal`, carrying `value`; False, and nothing changes, if it does not fit here."""
        if not self.fits(terminal):
            return False
        state = self._reduce(terminal)
        self._stack.append(state)
        self._values.append((value,))
        return True

    def fits(self, *terminals: str) -> bool:
        """Whether these terminals could follow here, one after the other."""
        states, rules = self._table.states, self._table.rules
        stack = self._stack
        copied = False
        for terminal in terminals:
            while True:
                action = states[stack[-1]].get(terminal)
                if action is None:
                    return False
                if not copied:
                    stack, copied = stack.copy(), True
                if action >= 0:
                    stack.append(action)
                    break
                name, length = rules[-action - 1]
                if length:
                    del stack[-length:]
                stack.append(states[stack[-1]][name])
                if terminal == END and stack[-1] == self._table.end:
                    return True
        return True

    def accepts(self) -> list[str]:
        """The terminals that fit here, `END` among them if the input may end."""
        return [terminal for terminal in self._table.states[self._stack[-1]] if _is_terminal(terminal) and self.fits(terminal)]

    def finish(self) -> Node[T] | None:
        """The tree, if the input may end here."""
        if not self.fits(END):
            return None
        self._reduce(END)
        children = self._values[-1]
        return children[0] if len(children) == 1 and isinstance(children[0], Node) else Node("start", children)

    def _reduce(self, terminal: str) -> int:
        """Reduce until `terminal` can be shifted (or the end is reached); returns the state to go to."""
        states, rules = self._table.states, self._table.rules
        while True:
            action = states[self._stack[-1]][terminal]
            if action >= 0:
                return action
            name, length = rules[-action - 1]
            taken: tuple[Node[T] | T, ...] = ()
            if length:
                for values in self._values[-length:]:
                    taken += values
                del self._stack[-length:]
                del self._values[-length:]
            self._stack.append(states[self._stack[-1]][name])
            self._values.append(taken if name.startswith("_") else (Node(name, taken),))
            if terminal == END and self._stack[-1] == self._table.end:
                return self._table.end


def _is_terminal(name: str) -> bool:
    return name.isupper() or name == END
