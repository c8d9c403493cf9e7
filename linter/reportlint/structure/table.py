"""Run a compiled grammar over classified headings and blocks: LALR(1) with recovery in the hands of the caller.

Lark compiles the grammars (`reportlint.structure.grammar`); importing it would take longer than linting forty files,
so that the shipped ones travel as tables and this small machine runs them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    """A run of a table. Feed it terminals; it refuses what does not fit and can say what would.

    Building a tree costs as much as the run, and few want one: the machine keeps what it took, `tree` builds it from that.
    """

    __slots__ = ("_known", "_stack", "_table", "taken")

    def __init__(self, table: Table, known: Steps | None = None) -> None:
        """`known` keeps the steps of this table from one run to the next: texts of a kind go much the same way."""
        self._table = table
        self._known: Steps = {} if known is None else known
        self._stack: tuple[int, ...] = (table.start,)
        self.taken: list[tuple[str, T]] = []
        """The terminals taken so far, with what they carry."""

    def feed(self, terminal: str, value: T) -> bool:
        """Take `terminal`, carrying `value`; False, and nothing changes, if it does not fit here."""
        stack = self._after(self._stack, terminal)
        if stack is None:
            return False
        self._stack = stack
        self.taken.append((terminal, value))
        return True

    def fits(self, *terminals: str) -> bool:
        """Whether these terminals could follow here, one after the other."""
        stack: tuple[int, ...] | None = self._stack
        for terminal in terminals:
            stack = self._after(stack, terminal) if stack is not None else None
        return stack is not None

    def accepts(self) -> list[str]:
        """The terminals that fit here, `END` among them if the input may end."""
        return [terminal for terminal in self._table.states[self._stack[-1]] if _is_terminal(terminal) and self.fits(terminal)]

    def tree(self) -> Node[T] | None:
        """The tree of all that was taken, if the input may end here."""
        return _build(self._table, self.taken) if self.fits(END) else None

    def _after(self, stack: tuple[int, ...], terminal: str) -> tuple[int, ...] | None:
        """The stack after `terminal`, or None where it does not fit."""
        step = (stack, terminal)
        if step in self._known:
            return self._known[step]
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        after = self._known[step] = _step(self._table, stack, terminal)
        return after


Steps = dict[tuple[tuple[int, ...], str], tuple[int, ...] | None]
"""The stack of states after each stack and terminal; None where the terminal does not fit."""
_REMEMBERED = 5000


def _step(table: Table, before: tuple[int, ...], terminal: str) -> tuple[int, ...] | None:
    states, rules = table.states, table.rules
    stack = list(before)
    action = states[stack[-1]].get(terminal)
    if action is None:
        return None
    while action < 0:
        name, length = rules[-action - 1]
        if length:
            del stack[-length:]
        stack.append(states[stack[-1]][name])
        if terminal == END and stack[-1] == table.end:
            return tuple(stack)
        action = states[stack[-1]].get(terminal)
        if action is None:
            return None
    return (*stack, action)


def _build(table: Table, taken: Sequence[tuple[str, T]]) -> Node[T]:
    """Run the table over terminals that it accepts, making a node at each reduction."""
    states, rules = table.states, table.rules
    stack = [table.start]
    values: list[tuple[Node[T] | T, ...]] = []
    for terminal, value in (*((t, (v,)) for t, v in taken), (END, ())):
        while (action := states[stack[-1]][terminal]) < 0:
            name, length = rules[-action - 1]
            children = tuple(child for below in values[len(values) - length :] for child in below)
            del stack[len(stack) - length :]
            del values[len(values) - length :]
            stack.append(states[stack[-1]][name])
            values.append(children if name.startswith("_") else (Node(name, children),))
            if terminal == END and stack[-1] == table.end:
                break
        else:
            stack.append(action)
            values.append(value)
    (root,) = values[-1]
    assert isinstance(root, Node)
    return root


def _is_terminal(name: str) -> bool:
    return name.isupper() or name == END
