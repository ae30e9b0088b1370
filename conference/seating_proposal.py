"""From documents to the planner's input, and from its proposal to what would change."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from conference.errors import Refused
from conference.planner import guest as planner
from conference.planner.hall import Hall, Side
from conference.planner.search import propose
from conference.rules.names import fold
from projections.guest import Guest
from projections.library import Shelf
from projections.seating_plan import SeatingPlan

LEADING = ("superior", "party", "assembly", "government", "front")
"""Blocs whose people sit in front by rank (Guideline 112-HD/BTGTU, domain knowledge 1.7)."""


@dataclass(frozen=True)
class Move:
    """What a proposal would do with one guest. `kind`: kept, moved, new, or left (no seat)."""

    guest: Guest
    kind: str
    now: str | None
    then: str | None
    reason: str


@dataclass(frozen=True)
class Compared:
    """A proposal beside the seating as it is."""

    proposal: planner.Proposal
    plan: SeatingPlan

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """Every seated guest in the hall's order, then those whom the proposal leaves out."""
        return (*self._seated(), *self._left())

    @cached_property
    def reasons(self) -> Mapping[str, str]:
        """By seat."""
        return {one.seat: str(one.reason) for one in self.proposal.placements}

    @cached_property
    def guests(self) -> Mapping[str, Guest]:
        """By seat."""
        return {one.seat: self.plan.guests[one.guest] for one in self.proposal.placements}

    @cached_property
    def lines(self) -> str:
        """The proposal as the form of its acceptance carries it: seat, guest, reason."""
        placements = self.proposal.placements
        return "\n".join(f"{one.seat} {one.guest} {one.reason}" for one in placements)

    def count(self, kind: str) -> int:
        return sum(move.kind == kind for move in self.moves)

    def _seated(self) -> Iterator[Move]:
        for one in self.proposal.placements:
            now = self.plan.seat_by_guest.get(one.guest)
            kind = "new" if now is None else "kept" if now == one.seat else "moved"
            yield Move(self.plan.guests[one.guest], kind, now, one.seat, str(one.reason))

    def _left(self) -> Iterator[Move]:
        for guest, reason in self.proposal.unseated:
            now = self.plan.seat_by_guest.get(guest)
            yield Move(self.plan.guests[guest], "left", now, None, reason)


def compared(shelf: Shelf, seed: int) -> Compared:
    """A proposed seating beside the present one. Refused while there is no hall."""
    plan = shelf.seating_plan
    if plan.hall is None:
        raise Refused("seating.no-hall")
    pins = {seat: now.guest for seat, now in plan.sittings.items() if now.pinned}
    proposal = propose(
        planner_guests(shelf), pins, planner_hall(plan, plan.free_reserve), seed=seed
    )
    return Compared(proposal, plan)


def coming(shelf: Shelf) -> dict[UUID, bool]:
    """Every guest of the conference, and whether he or she is invited to the hall."""
    guests = shelf.seating_plan.guests.values()
    return {guest.id: guest.invited and not guest.site for guest in guests}


def planner_hall(plan: SeatingPlan, kept: Collection[str] = ()) -> Hall:
    """The hall as the planner knows it; `kept` are seats that it gives to nobody."""
    hall = plan.hall
    assert hall is not None
    stairs, lectern = side(hall.stairs), side(hall.lectern)
    return Hall(hall.rows, hall.presidium, stairs, lectern, hall.unusable.union(kept))


def side(name: str) -> Side:
    return "left" if name == "left" else "right"


def planner_guests(shelf: Shelf) -> list[planner.Guest]:
    """Everybody invited to the hall, with all that decides where one sits."""
    expected = shelf.seating_plan.expected
    turns, speeches = shelf.awards.stage_places, speeches_of(shelf)
    chair = chair_of(shelf)
    return [
        planner.Guest(
            guest.id,
            number,
            body=guest.body or guest.group,
            leader=guest.rank.superior or guest.rank.bloc in LEADING,
            presidium=0 if guest.id == chair else None,
            turn=turns.get(guest.id, (None, 0))[0],
            position=turns.get(guest.id, (None, 0))[1],
            speaker=speeches.get(guest.id),
            substitute=guest.substitute is not None,
            absent=guest.excuse is not None,
        )
        for number, guest in enumerate(expected, 1)
    ]


def speeches_of(shelf: Shelf) -> dict[UUID, int]:
    """Who gives which speech: the guest whom the agenda names, else the guest of the speaker's
    name, else the first in precedence of the unit that speaks."""
    found: dict[UUID, int] = {}
    for number, speech in enumerate(shelf.agenda.speeches, 1):
        by_name = named(shelf, speech.speaker) or of_body(shelf, speech.unit)
        if guest := speech.guest or by_name:
            found.setdefault(guest, number)
    return found


def chair_of(shelf: Shelf) -> UUID | None:
    """The guest who chairs: as named, else the guest of that name."""
    chair = shelf.conference.chair
    return (chair.guest or named(shelf, chair.name)) if chair else None


def named(shelf: Shelf, name: str | None) -> UUID | None:
    """The only guest who comes under this name; None where two are called so."""
    if not name:
        return None
    here = shelf.seating_plan.expected
    found = [guest.id for guest in here if guest.coming and fold(guest.coming) == fold(name)]
    return found[0] if len(found) == 1 else None


def of_body(shelf: Shelf, unit: str | None) -> UUID | None:
    """The first in precedence of a body."""
    here = shelf.seating_plan.expected
    found = (guest.id for guest in here if unit and fold(guest.body or "") == fold(unit))
    return next(found, None)
