"""What becomes of a recipient who is late: published policies differ, so it is a setting.

Source: the policies of four universities (Nottingham, Chester, Liverpool, Keele), domain knowledge
3.1: after check-in has closed a recipient is moved to the end, or not presented any more.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

OUTCOMES = ("in_order", "end", "later", "not_presented")


@dataclass(frozen=True)
class LatePolicy:
    """`closes_minutes` before the ceremony recipients have to be here; `before_start` and
    `after_start` say what becomes of who comes after that, and after it began."""

    closes_minutes: int = 0
    before_start: str = "in_order"
    after_start: str = "in_order"

    def closes_at(self, starts_at: datetime) -> datetime:
        return starts_at - timedelta(minutes=self.closes_minutes)

    def outcome(self, starts_at: datetime | None, arrived_at: datetime) -> str:
        """What becomes of who arrives then; in order while nobody knows when it starts. At the very
        minute of the closing a recipient is in time."""
        if starts_at is None or arrived_at <= self.closes_at(starts_at):
            return "in_order"
        return self.before_start if arrived_at < starts_at else self.after_start


PUBLISHED = {
    "nottingham": LatePolicy(45, "end", "not_presented"),
    "chester": LatePolicy(30, "not_presented", "not_presented"),
}
"""Policies as they are published, to be picked. Nottingham: check-in closes 45 minutes before, who
is late goes to the end, after the start nobody is presented any more. Chester: in the seat 30
minutes before, not presented once it was looked who is absent."""

PRACTICE = LatePolicy()
"""Until the organiser says otherwise: who comes in time for the own turn takes the own place in it;
no Vietnamese rule was found. Whose turn is over comes at the end, whatever the policy."""
