"""The run-sheet: what is announced, who is on stage in which turn, and whether they are here."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property, singledispatch
from uuid import UUID

from immutables import Map

from events.awards import (
    AwardPresented,
    AwardsBegun,
    EntryRuleSet,
    InstrumentAnnounced,
    InstrumentRegistered,
    InstrumentRevised,
    InstrumentWithdrawn,
    PrecedenceChosen,
    RecipientLinked,
    RepresentativeNamed,
    StageCapacitySet,
)
from events.base import Fact
from events.seating import (
    HallAdopted,
    ReserveSeatGiven,
    SeatingAccepted,
    SeatPinned,
    SeatsSwapped,
    SeatUnpinned,
    SeatVacated,
)
from projections.award_book import AwardBook
from projections.award_book import evolve as entered
from projections.award_plan import Line, objects_of
from projections.award_plan import Turn as Planned
from projections.guest import NOBODY, Guests
from projections.guest_story import ROW_FACTS, rows
from projections.replaced import replaced
from projections.run_sheet_turn import Announcement, Recipient, Turn
from projections.sitting import Sittings, sat

TURN_S = 90
"""Seconds of a turn besides the handing over: reading, walking on and off, the photograph."""

RECIPIENT_S = 20
"""Seconds for each recipient; both are plain estimates until a hall has measured its own."""


@dataclass(frozen=True)
class RunSheet:
    book: AwardBook = field(default_factory=AwardBook)
    guests: Guests = NOBODY
    sittings: Sittings = field(default_factory=Map)

    @property
    def version(self) -> int:
        return self.book.version

    @cached_property
    def seats(self) -> dict[UUID, str]:
        return {sitting.guest: seat for seat, sitting in self.sittings.items()}

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        return tuple(self._turn(planned) for planned in self.book.turns)

    @cached_property
    def announcements(self) -> tuple[Announcement, ...]:
        """In the order of the presentation; decisions and proposals alike."""
        return tuple(
            Announcement(
                group.instrument.id,
                group.instrument.kind,
                group.instrument.title,
                group.instrument.number,
                group.award,
                group.placing,
                len(group.lines),
                group.instrument.announcer,
                group.instrument.presentable,
                group.instrument.announced_at,
            )
            for group in self.book.announcements
        )

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        return tuple(recipient for turn in self.turns for recipient in turn.recipients)

    @property
    def present(self) -> int:
        """Recipients who are in the hall, or already have their award."""
        return sum(recipient.state in ("present", "presented") for recipient in self.recipients)

    @property
    def seconds(self) -> int:
        return sum(turn.seconds for turn in self.turns)

    @property
    def minutes(self) -> int:
        return -(-self.seconds // 60)

    def timed(self, starts_at: datetime | None) -> tuple[Turn, ...]:
        """The turns one after the other from the start of the ceremony; unknown without it."""
        timed: list[Turn] = []
        for turn in self.turns:
            timed.append(replaced(turn, starts_at=starts_at))
            starts_at = starts_at and starts_at + timedelta(seconds=turn.seconds)
        return tuple(timed)

    def _turn(self, planned: Planned) -> Turn:
        group = planned.group
        lines = enumerate(planned.lines, 1)
        return Turn(
            planned.number,
            group.instrument.id,
            group.instrument.title,
            group.instrument.number,
            group.award,
            group.placing,
            group.instrument.level,
            planned.recipients_enter,
            planned.first,
            planned.last,
            planned.of,
            tuple(self._recipient(line, position) for position, line in lines),
            tuple((kind, len(planned.lines), how) for kind, how in objects_of(group.award)),
            tuple(dict.fromkeys(line.presenter for line in planned.lines if line.presenter)),
            TURN_S + RECIPIENT_S * len(planned.lines),
        )

    def _recipient(self, line: Line, position: int) -> Recipient:
        return Recipient(
            line.id,
            line.number,
            line.name,
            line.kind,
            position,
            self.seats.get(line.guest) if line.guest else None,
            self._state(line),
            line.guest,
            line.representative,
        )

    def _state(self, line: Line) -> str:
        if line.presented_at:
            return "presented"
        guest = self.guests.get(line.guest) if line.guest else None
        return guest.state if guest else "unlinked"


def blank(conference_id: UUID) -> RunSheet:
    return RunSheet()


@singledispatch
def evolve(fact: Fact, sheet: RunSheet) -> RunSheet:
    return sheet


def booked(fact: Fact, sheet: RunSheet) -> RunSheet:
    return replaced(sheet, book=entered(fact, sheet.book))


def arrived(fact: Fact, sheet: RunSheet) -> RunSheet:
    guests = rows(fact, sheet.guests)
    return sheet if guests is sheet.guests else replaced(sheet, guests=guests)


def seated(fact: Fact, sheet: RunSheet) -> RunSheet:
    return replaced(sheet, sittings=sat(fact, sheet.sittings))


AWARD_FACTS = (
    AwardsBegun,
    InstrumentRegistered,
    InstrumentRevised,
    InstrumentWithdrawn,
    RecipientLinked,
    RepresentativeNamed,
    PrecedenceChosen,
    StageCapacitySet,
    EntryRuleSet,
    InstrumentAnnounced,
    AwardPresented,
)
SEAT_FACTS = (
    *(HallAdopted, SeatingAccepted, SeatPinned, SeatUnpinned, SeatsSwapped, SeatVacated),
    ReserveSeatGiven,
)

for award_fact in AWARD_FACTS:
    evolve.register(award_fact, booked)
for guest_fact in ROW_FACTS:
    evolve.register(guest_fact, arrived)
for seat_fact in SEAT_FACTS:
    evolve.register(seat_fact, seated)
