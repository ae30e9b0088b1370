"""The letters at a glance: how far each group's invitations have come, and what went out."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from conference.rules.working_days import LEAD, lead
from projections.guest import Guest
from projections.guest_list import GuestList

STAGES = (
    "drafted",
    "elsewhere",
    "sent",
    "opened",
    "accepted",
    "substituted",
    "declined",
    "withdrawn",
)
"""How far an invitation can have come (Guest.progress), in the order of a table's columns."""


@dataclass(frozen=True)
class GroupProgress:
    """How many of a group have come how far; `counts` in the order of STAGES."""

    group: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class Batch:
    """One sending: what went to how many guests under the registry's number and day."""

    number: str
    dated_on: str
    channel: str
    count: int

    def late(self, held_on: str | None) -> bool:
        """Whether fewer than three working days were left (Decision 45/2018/QD-TTg)."""
        if held_on is None:
            return False
        return lead(date.fromisoformat(self.dated_on), date.fromisoformat(held_on)) < LEAD


def by_group(listed: GuestList) -> tuple[GroupProgress, ...]:
    """Each group in the organiser's order; who walked in was never sent anything."""
    counted: dict[str, Counter[str]] = {name: Counter() for name in listed.group_names}
    for guest in letters(listed):
        counted[guest.group][guest.progress] += 1
    rows = (GroupProgress(name, tuple(c[s] for s in STAGES)) for name, c in counted.items())
    return tuple(row for row in rows if row.total)


def totals(groups: tuple[GroupProgress, ...]) -> dict[str, int]:
    """All groups together, by stage."""
    return {stage: sum(one.counts[n] for one in groups) for n, stage in enumerate(STAGES)}


def batches(listed: GuestList) -> tuple[Batch, ...]:
    """The sendings, the newest first; a letter whose code was replaced since counts as sent."""
    sent: Counter[tuple[str, str, str]] = Counter()
    for guest in listed.by_id.values():
        sent.update((one.dated_on, one.number, one.channel) for one in guest.sendings)
    ordered = sorted(sent.items(), reverse=True)
    return tuple(Batch(number, day, channel, n) for (day, number, channel), n in ordered)


def letters(listed: GuestList, stage: str | None = None) -> tuple[Guest, ...]:
    """The guests in order of precedence who have come so far; all, for no stage."""
    return tuple(
        guest
        for guest in listed.guests
        if guest.kind != "walk_in" and stage in (None, guest.progress)
    )


def under(listed: GuestList, number: str) -> tuple[Guest, ...]:
    """The guests to whom a sending's letters went with the codes that they have now."""
    return tuple(
        guest for guest in listed.guests if any(one.number == number for one in guest.sent)
    )
