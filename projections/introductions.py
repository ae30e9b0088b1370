"""Introductions: persons by precedence up to a depth, the rest as groups with their count."""

from dataclasses import dataclass, field
from functools import cached_property, singledispatch
from itertools import count, zip_longest
from uuid import UUID

from immutables import Map

from conference.rules.precedence import reason
from events.base import Fact
from events.conference import IntroductionDepthChosen
from events.invitation import GroupCounted, GroupInvited
from events.invitation_answers import InvitationWithdrawn
from projections.conference import INTRODUCTION_DEPTH
from projections.guest import NOBODY, Guest, Guests
from projections.guest_story import ROW_FACTS, rows
from projections.precedence import by_precedence
from projections.replaced import replaced


@dataclass(frozen=True)
class Introduction:
    """One line to read. `by`: person or group; `count` persons, of whom `present`; `reason` is
    the step of the precedence at which it comes before the next line, or `exception`.

    `state` is a person's; of a group present or expected, `uncounted` where nobody is known.
    `number` counts what is read now: None where nobody of the line is here.
    """

    rank: int
    by: str
    name: str | None
    honorific: str | None
    post: str | None
    body: str | None
    group: str
    count: int
    present: int
    reason: str
    guest: UUID | None = None
    detail: str | None = None
    state: str = "expected"
    number: int | None = None


@dataclass(frozen=True)
class Introductions:
    by_id: Guests = NOBODY
    counts: Map[UUID, tuple[str, int, int | None, str | None]] = field(default_factory=Map)
    """Group invitations: name, order, count, body."""
    depth: int = INTRODUCTION_DEPTH

    @cached_property
    def introductions(self) -> tuple[Introduction, ...]:
        """The plan: named persons first, in precedence, then everybody else by group."""
        return self._lines(self._named[: self.depth])

    @cached_property
    def now(self) -> tuple[Introduction, ...]:
        """What is read now: as many persons who are here as the depth says, among them marked
        who of the plan is not here yet; then everybody else by group."""
        planned = self._named[: self.depth]
        here = [guest for guest in self._named if guest.present][: self.depth]
        wanted = {guest.id for guest in (*planned, *here)}
        return numbered(self._lines([one for one in self._named if one.id in wanted]))

    @cached_property
    def _coming(self) -> tuple[Guest, ...]:
        return by_precedence(guest for guest in self.by_id.values() if guest.invited)

    @cached_property
    def _named(self) -> list[Guest]:
        """Who can be introduced by name, or by a post that nobody else holds."""
        return [guest for guest in self._coming if guest.coming or guest.kind == "post"]

    def _lines(self, named: list[Guest]) -> tuple[Introduction, ...]:
        persons = [person(n, guest, after) for n, (guest, after) in enumerate(paired(named), 1)]
        read = {guest.id for guest in named}
        rest = [guest for guest in self._coming if guest.id not in read]
        return (*persons, *self._groups(rest, len(persons)))

    def _groups(self, rest: list[Guest], named: int) -> list[Introduction]:
        members: dict[str, list[Guest]] = {}
        for guest in rest:
            members.setdefault(guest.group, []).append(guest)
        orders = {name: order for name, order, *_ in self.counts.values()}
        for name in orders:
            members.setdefault(name, [])
        for guest in rest:
            orders.setdefault(guest.group, guest.standing.order)
        ordered = sorted(members, key=lambda name: (orders[name], name))
        return [self._group(named + n, name, members[name]) for n, name in enumerate(ordered, 1)]

    def _group(self, rank: int, name: str, members: list[Guest]) -> Introduction:
        """A group is read with the body that all its members come from, while it has none with
        that of its invitations."""
        invited = {body for group, _, _, body in self.counts.values() if group == name}
        bodies = {guest.body for guest in members} or invited
        body = bodies.pop() if len(bodies) == 1 else None
        total, present = len(members), sum(guest.present for guest in members)
        said = (None, None, None, body, name, total, present)
        state = "present" if present else "expected" if total else "uncounted"
        return Introduction(rank, "group", *said, "group_order", state=state)


def numbered(lines: tuple[Introduction, ...]) -> tuple[Introduction, ...]:
    """The lines with numbers for those that are read: somebody is here, or nobody counts them."""
    numbers = count(1)
    return tuple(
        replaced(one, number=next(numbers)) if one.state in ("present", "uncounted") else one
        for one in lines
    )


def paired(guests: list[Guest]) -> list[tuple[Guest, Guest | None]]:
    """Each guest with the next one."""
    return list(zip_longest(guests, guests[1:]))


def person(rank: int, guest: Guest, after: Guest | None) -> Introduction:
    who = guest.substitute or guest
    why = "exception" if guest.before else reason(guest.rank, after.rank) if after else "last"
    return Introduction(
        rank,
        "person",
        guest.coming,
        who.honorific,
        who.post,
        guest.body,
        guest.group,
        1,
        int(guest.present),
        why,
        guest.id,
        guest.before_reason if guest.before else None,
        guest.state,
    )


def blank(conference_id: UUID) -> Introductions:
    return Introductions()


@singledispatch
def evolve(fact: Fact, introductions: Introductions) -> Introductions:
    return introductions


def with_rows(fact: Fact, introductions: Introductions) -> Introductions:
    if isinstance(fact, InvitationWithdrawn) and fact.originator_id in introductions.counts:
        return replaced(introductions, counts=introductions.counts.delete(fact.originator_id))
    by_id = rows(fact, introductions.by_id)
    return introductions if by_id is introductions.by_id else replaced(introductions, by_id=by_id)


for fact_class in ROW_FACTS:
    evolve.register(fact_class, with_rows)


@evolve.register
def _(fact: GroupInvited, introductions: Introductions) -> Introductions:
    counts = introductions.counts.set(
        fact.originator_id, (fact.group, fact.order, fact.count, fact.body)
    )
    return replaced(introductions, counts=counts)


@evolve.register
def _(fact: GroupCounted, introductions: Introductions) -> Introductions:
    name, order, _, body = introductions.counts[fact.originator_id]
    counts = introductions.counts.set(fact.originator_id, (name, order, fact.count, body))
    return replaced(introductions, counts=counts)


@evolve.register
def _(fact: IntroductionDepthChosen, introductions: Introductions) -> Introductions:
    return replaced(introductions, depth=fact.depth)
