"""Stop a rule that runs too long, at no cost for the others."""

from __future__ import annotations

import atexit
import signal
import threading


class RuleTimeout(Exception):
    """Raised inside a rule that used up its processor time."""


class Watch:
    """Counts processor time by ticks of a timer and raises RuleTimeout in whatever piece of work overstays.

    The work is named by `turn`, a number that whoever uses the watch raises before each piece: that assignment
    is all a rule costs. Both `re` and `regex` let signals through, so a runaway pattern stops, too.
    Without SIGVTALRM (Windows) or outside the main thread there is no limit.
    """

    def __init__(self) -> None:
        self.turn = 0
        self.limit = 0.0
        self._seen = 0
        self._spent = 0.0
        self._tick = 0.0

    def start(self, limit: float) -> bool:
        """Watch from now on, `limit` seconds for each turn; False where that is not possible."""
        self.limit = limit
        if not hasattr(signal, "SIGVTALRM") or threading.current_thread() is not threading.main_thread():
            return False
        if not self._tick:
            signal.signal(signal.SIGVTALRM, self._on_tick)
            atexit.register(self.stop)  # a tick after the handler is gone would kill the process
        tick = min(limit / 4, 0.5)
        if tick != self._tick:
            self._tick = tick
            signal.setitimer(signal.ITIMER_VIRTUAL, tick, tick)
        return True

    def stop(self) -> None:
        """Stop watching."""
        if self._tick:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, signal.SIG_IGN)
            self._tick = 0.0

    def pause(self) -> None:
        """Between pieces of work nothing may be interrupted."""
        self.turn = 0

    def _on_tick(self, *_: object) -> None:
        if self.turn == 0 or self.turn != self._seen:
            self._seen = self.turn
            self._spent = 0.0
            return
        self._spent += self._tick
        if self._spent < self.limit:
            return
        self._spent = 0.0
        raise RuleTimeout
