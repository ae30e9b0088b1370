"""The time that the programme takes, against the time that the hall is booked."""

from dataclasses import dataclass
from datetime import datetime

from projections.agenda import Agenda
from projections.agenda_item import last, minutes_between
from projections.conference import ConferenceDocument

TIGHT = 90
"""Hundredths of the booked time from which it is called tight: the order of the house."""


@dataclass(frozen=True)
class Budget:
    """Whole minutes. `planned` of the items, `gaps` between them, `booked` None while nobody knows
    from when to when the hall is there; `late` by which the end lies behind the booking's, `early`
    by which the start lies before it; `span` from the first start to the last end, None while
    a start is unknown."""

    planned: int
    gaps: int
    booked: int | None = None
    late: int = 0
    early: int = 0
    span: int | None = None

    @property
    def used(self) -> int:
        """What the programme takes of the hall's time: items at the same time take it once."""
        return self.planned + self.gaps if self.span is None else self.span

    @property
    def parallel(self) -> int:
        """Minutes that are planned twice for the same time."""
        return max(0, self.planned + self.gaps - self.used)

    @property
    def share(self) -> int:
        """Hundredths of the booked time, rounded up: what is over never looks as if it fitted."""
        return -(-self.used * 100 // self.booked) if self.booked else 0

    @property
    def free(self) -> int:
        """Minutes left of the booked time; negative: missing."""
        return (self.booked or 0) - self.used

    @property
    def state(self) -> str:
        """unbooked, fits, tight, over."""
        if self.booked is None:
            return "unbooked"
        if self.free < 0 or self.late or self.early:
            return "over"
        return "tight" if self.share >= TIGHT else "fits"


def budget_of(agenda: Agenda, conference: ConferenceDocument) -> Budget:
    """What the programme needs of what is booked; an overlap takes no time twice."""
    gaps = sum(max(0, item.gap_minutes) for item in agenda.items)
    begins, ends = conference.hall_from_at, conference.hall_until_at
    span = span_of(agenda)
    if begins is None or ends is None:
        return Budget(agenda.minutes, gaps, span=span)
    booked = minutes_between(begins, ends)
    late = max(0, minutes_between(ends, last_end(agenda)))
    early = max(0, minutes_between(first_start(agenda), begins))
    return Budget(agenda.minutes, gaps, booked, late, early, span)


def span_of(agenda: Agenda) -> int | None:
    if not agenda.items or any(item.starts_at is None for item in agenda.items):
        return None
    return minutes_between(first_start(agenda), last_end(agenda))


def first_start(agenda: Agenda) -> datetime | None:
    return min((item.starts_at for item in agenda.items if item.starts_at), default=None)


def last_end(agenda: Agenda) -> datetime | None:
    return last(item.ends_at for item in agenda.items)
