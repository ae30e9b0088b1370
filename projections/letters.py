"""The letters at a glance: how far each group's invitations have come, and what went out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from uuid import UUID

from conference.rules.working_days import LEAD, lead
from projections.guest import Guest, Sending
from projections.guest_list import GuestList
from projections.library import Shelf

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


CHANNELS = ("paper", "email", "messenger")
"""How a letter can have gone out."""


@dataclass(frozen=True)
class GroupProgress:
    """How many of a group have come how far; `counts` in the order of STAGES; `sent_by`
    the ways their letters went: a guest who was sent a letter by two counts in both."""

    group: str
    counts: tuple[int, ...]
    sent_by: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class Batch:
    """One sending: what went to how many guests under the registry's number and day, and how many
    of these letters came back."""

    number: str
    dated_on: str
    channel: str
    count: int
    returned: int = 0
    went_on: str = ""
    """The day on which the last of them went by mail or messenger, whatever day they bear; of paper
    only the letters' own is known: it may have been posted before it was recorded."""

    def late(self, held_on: str | None) -> bool:
        """Whether fewer than three working days were left (Decision 45/2018/QD-TTg)."""
        if held_on is None:
            return False
        sent = max(self.dated_on, self.went_on)
        return lead(date.fromisoformat(sent), date.fromisoformat(held_on)) < LEAD


@dataclass(frozen=True)
class Addressee:
    """Whom a letter to all groups names: a person of rank, else a group; `invited_by` where a
    third party invites it."""

    group: str
    guest: Guest | None = None
    invited_by: str | None = None


def answers_close_at(shelf: Shelf) -> datetime | None:
    """Until when guests answer by themselves, on the conference's clock: as said, else until its
    programme begins as they know it."""
    begins = (shelf.agenda.released or shelf.agenda).starts_at
    return shelf.conference.answer_by or begins


def answerable(shelf: Shelf, now: datetime) -> bool:
    """Whether guests may still answer by themselves, at the real time `now`."""
    ends, conference = answers_close_at(shelf), shelf.conference
    in_time = ends is None or conference.clock(now) < ends
    return in_time and conference.status == "planned"


def unreached(listed: GuestList) -> tuple[Guest, ...]:
    """Whose address failed and has not been put right since."""
    return tuple(guest for guest in letters(listed) if guest.unreached and guest.invited)


def by_group(listed: GuestList) -> tuple[GroupProgress, ...]:
    """Each group in the organiser's order; who walked in was never sent anything."""
    counted: dict[str, Counter[str]] = {name: Counter() for name in listed.group_names}
    ways: dict[str, Counter[str]] = {name: Counter() for name in listed.group_names}
    for guest in letters(listed):
        counted[guest.group][guest.progress] += 1
        ways[guest.group].update({one.channel for one in guest.sent})
    rows = (
        GroupProgress(name, tuple(c[s] for s in STAGES), by_way(ways[name]))
        for name, c in counted.items()
    )
    return tuple(row for row in rows if row.total)


def by_way(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple((channel, counted[channel]) for channel in CHANNELS if counted[channel])


def all_ways(groups: tuple[GroupProgress, ...]) -> tuple[tuple[str, int], ...]:
    """The ways in which the letters of all groups went."""
    counted: Counter[str] = Counter()
    for one in groups:
        counted.update(dict(one.sent_by))
    return by_way(counted)


def totals(groups: tuple[GroupProgress, ...]) -> dict[str, int]:
    """All groups together, by stage."""
    return {stage: sum(one.counts[n] for one in groups) for n, stage in enumerate(STAGES)}


def batches(listed: GuestList, zone: tzinfo) -> tuple[Batch, ...]:
    """The sendings, the newest first; a letter whose code was replaced since counts as sent, one
    that came back and went out again counts once. Days are the conference's own: `zone`."""
    found: dict[tuple[str, str, str], dict[UUID, Sending]] = {}
    for guest in listed.by_id.values():
        for one in guest.sendings:
            found.setdefault((one.dated_on, one.number, one.channel), {})[guest.id] = one
    return tuple(
        Batch(
            number,
            day,
            channel,
            len(of),
            sum(one.returned for one in of.values()),
            last_day(of.values(), zone) if channel != "paper" else "",
        )
        for (day, number, channel), of in sorted(found.items(), reverse=True)
    )


def last_day(sendings: Iterable[Sending], zone: tzinfo) -> str:
    return max(one.at for one in sendings).astimezone(zone).date().isoformat()


def addressees(listed: GuestList) -> tuple[Addressee, ...]:
    """Everybody whom one letter to all groups is addressed to, in the organiser's own order: each
    person who was invited by name, and each group as such (a named place is one of its group)."""
    found: list[Addressee] = []
    for name, guests in listed.grouped:
        here = [one for one in guests if one.invited and one.kind != "walk_in"]
        persons = [one for one in here if one.kind == "person" and one.name]
        found += [Addressee(name, one, one.invited_by) for one in persons]
        groups = [one for one in listed.groups.values() if one.group == name]
        others = [one for one in here if one not in persons]
        if groups or others:
            by = {*(one.invited_by for one in groups), *(one.invited_by for one in others)}
            found.append(Addressee(name, invited_by=by.pop() if len(by) == 1 else None))
    return tuple(found)


def letters(listed: GuestList, stage: str | None = None) -> tuple[Guest, ...]:
    """The guests in order of precedence who have come so far; all, for no stage."""
    return tuple(
        guest
        for guest in listed.guests
        if guest.kind != "walk_in" and stage in (None, guest.progress)
    )


def under(listed: GuestList, batch: Batch) -> tuple[Guest, ...]:
    """The guests to whom a sending's letters went with the codes that they have now."""
    which = (batch.channel, batch.number, batch.dated_on)
    return tuple(
        guest
        for guest in listed.guests
        if any((one.channel, one.number, one.dated_on) == which for one in guest.sent)
    )
