"""How often somebody tried something within the last minute, kept by this process alone."""

from collections import defaultdict, deque
from datetime import datetime, timedelta
from threading import Lock
from uuid import UUID

MINUTE = timedelta(minutes=1)


UNKNOWN_CODES = 60
"""Codes that are none of ours which one account or device gets answered within a minute: a door
where every second letter is misread has fewer, a guesser of 2^128 gets nowhere with any number."""


class Tries:
    """Tries of each account or device in a moving minute; at most `most` of them count."""

    def __init__(self, most: int = UNKNOWN_CODES) -> None:
        self.most = most
        self._made: dict[UUID, deque[datetime]] = defaultdict(deque)
        self._lock = Lock()

    def left(self, who: UUID, now: datetime) -> int:
        """How many more there may be within this minute."""
        with self._lock:
            return self.most - len(self._recent(who, now))

    def add(self, who: UUID, count: int, now: datetime) -> None:
        with self._lock:
            made = self._recent(who, now)
            made.extend([now] * min(count, self.most - len(made)))
            if not made:
                del self._made[who]

    def wait_s(self, who: UUID, now: datetime) -> int:
        """Whole seconds until there may be one more, at least one."""
        with self._lock:
            made = self._recent(who, now)
            return max(1, -((now - made[0] - MINUTE) // timedelta(seconds=1))) if made else 1

    def _recent(self, who: UUID, now: datetime) -> deque[datetime]:
        made = self._made[who]
        while made and made[0] <= now - MINUTE:
            made.popleft()
        return made
