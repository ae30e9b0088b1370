"""Attendance: summoned, present, excused and absent, in all, by group, by door and by minute."""

from dataclasses import dataclass, field
from functools import cached_property, singledispatch
from uuid import UUID

from immutables import Map

from events.base import Fact
from events.invitation import GroupInvited
from projections.arrivals import NOBODY_CAME, Arrivals, moved
from projections.guest import NOBODY, Guest, Guests
from projections.guest_story import ROW_FACTS, rows
from projections.replaced import replaced


@dataclass(frozen=True)
class Count:
    """`invited` are expected, so not who declined or was withdrawn, and who walked in is among
    them; excused is part of absent; a group of unknown count counts 0.

    How many are summoned is settled before the day: who declined is summoned and absent with a
    reason, who came without an invitation is counted apart."""

    group: str
    order: int
    invited: int = 0
    present: int = 0
    excused: int = 0
    declined: int = 0
    walked_in: int = 0

    @property
    def summoned(self) -> int:
        return self.invited + self.declined - self.walked_in

    @property
    def came(self) -> int:
        """Those in the hall who were summoned."""
        return self.present - self.walked_in

    @property
    def absent(self) -> int:
        return self.summoned - self.came


PARTS = ("invited", "present", "excused", "declined", "walked_in")
"""What is counted of each guest; all other figures follow from these."""

Group = tuple[str, str]
"""A group at a site."""


@dataclass(frozen=True)
class Attendance:
    by_id: Guests = NOBODY
    by_group: Map[Group, Count] = field(default_factory=Map)
    """Counts by group and site."""
    arrivals: Arrivals = NOBODY_CAME

    @property
    def invited(self) -> int:
        return self.total.invited

    @property
    def present(self) -> int:
        return self.total.present

    @property
    def excused(self) -> int:
        return self.total.excused

    @property
    def absent(self) -> int:
        return self.total.absent

    @property
    def summoned(self) -> int:
        return self.total.summoned

    @property
    def came(self) -> int:
        return self.total.came

    @property
    def walked_in(self) -> int:
        return self.total.walked_in

    @cached_property
    def total(self) -> Count:
        return summed("", self.by_group.values())

    @cached_property
    def groups(self) -> tuple[Count, ...]:
        """Each group, all sites together, in the organiser's order."""
        named: dict[str, list[Count]] = {}
        for count in self.by_group.values():
            named.setdefault(count.group, []).append(count)
        groups = (summed(name, counts) for name, counts in named.items())
        return tuple(sorted(groups, key=lambda count: (count.order, count.group)))

    @cached_property
    def sites(self) -> tuple[Count, ...]:
        """Each site, all groups together; the main hall is ''."""
        placed: dict[str, list[Count]] = {}
        for (_, site), count in self.by_group.items():
            placed.setdefault(site, []).append(count)
        return tuple(summed(site, placed[site]) for site in sorted(placed))


def summed(name: str, counts: object) -> Count:
    listed = list(counts)  # type: ignore[call-overload]
    order = min((count.order for count in listed), default=0)
    return Count(name, order, *(sum(getattr(c, part) for c in listed) for part in PARTS))


def blank(conference_id: UUID) -> Attendance:
    return Attendance()


@singledispatch
def evolve(fact: Fact, attendance: Attendance) -> Attendance:
    return attendance


def counted(attendance: Attendance, before: Guest | None, after: Guest) -> Map[Group, Count]:
    """The counts with one guest's row exchanged: carried along, never counted anew."""
    key, order = (after.group, after.site), after.standing.order
    known = attendance.by_group.get(key) or Count(after.group, order)
    was, now = ones(before), ones(after)
    if was == now and known.order <= order:
        return attendance.by_group.set(key, known)
    figures = (getattr(known, part) + n - w for part, n, w in zip(PARTS, now, was, strict=True))
    return attendance.by_group.set(key, Count(known.group, min(known.order, order), *figures))


def ones(guest: Guest | None) -> tuple[int, ...]:
    """What a guest is counted as, in the order of PARTS."""
    if guest is None or not (guest.invited or guest.answer == "declined"):
        return 0, 0, 0, 0, 0
    if not guest.invited:
        return 0, 0, 1, 1, 0
    walked_in = int(guest.kind == "walk_in")
    return 1, int(guest.present), int(guest.excuse is not None), 0, walked_in


def with_row(fact: Fact, attendance: Attendance) -> Attendance:
    by_id = rows(fact, attendance.by_id)
    if by_id is attendance.by_id:
        return attendance
    before, after = attendance.by_id.get(fact.originator_id), by_id[fact.originator_id]
    groups = counted(attendance, before, after)
    return Attendance(by_id, groups, moved(attendance.arrivals, before, after))


for fact_class in ROW_FACTS:
    evolve.register(fact_class, with_row)


@evolve.register
def _(fact: GroupInvited, attendance: Attendance) -> Attendance:
    key = (fact.group, fact.site)
    count = attendance.by_group.get(key) or Count(fact.group, fact.order)
    return replaced(attendance, by_group=attendance.by_group.set(key, count))
