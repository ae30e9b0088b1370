"""The rows of a run-sheet: turns made of the plan, of the guests, and of who sits where."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from immutables import Map

from projections.award_book import AwardBook
from projections.award_plan import Group, Line, objects_of
from projections.award_plan import Turn as Planned
from projections.award_prepared import NOTHING
from projections.guest import NOBODY, Guests
from projections.replaced import replaced
from projections.run_sheet_turn import Recipient, Turn
from projections.sitting import Sittings


@dataclass(frozen=True)
class Rows:
    """What turns are made of. What happens on stage leaves it as it is, and so what was made of it
    once is kept through a ceremony."""

    book: AwardBook = field(default_factory=AwardBook)
    guests: Guests = NOBODY
    sittings: Sittings = field(default_factory=Map)

    @cached_property
    def seats(self) -> dict[UUID, str]:
        return {sitting.guest: seat for seat, sitting in self.sittings.items()}

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        return tuple(self._turn(planned) for planned in self.book.turns)

    @cached_property
    def homes(self) -> dict[UUID, Turn]:
        """The turn that each line is planned for."""
        return {one.line: turn for turn in self.turns for one in turn.recipients}

    @cached_property
    def everybody(self) -> dict[UUID, Recipient]:
        """All recipients of decisions by line, those of the plan first."""
        found = {one.line: one for turn in self.turns for one in turn.recipients}
        lines = (line for one in self.book.instruments if one.presentable for line in one.lines)
        return found | {one.id: self._recipient(one, 1) for one in lines if one.id not in found}

    @cached_property
    def attended(self) -> bool:
        """Whether attendance is taken at all: somebody was let in."""
        return any(guest.present for guest in self.guests.values())

    def alone(self, line: UUID) -> Turn:
        """A turn of one line that the plan has in none: where it would be presented elsewhere."""
        one = next(one for one in self.book.instruments if any(x.id == line for x in one.lines))
        row = tuple(x for x in one.lines if x.id == line)
        group = Group(one, row[0].award, row[0].placing, row)
        enter = self.book.settings.entry.get(one.level, "after")
        return self._turn(Planned(0, line, group, row, 1, 1, enter))

    def _turn(self, planned: Planned) -> Turn:
        group, settings, prepared = planned.group, self.book.settings, self.book.prepared
        needs, count = prepared.turns.get(planned.id, NOTHING), len(planned.lines)
        usual = settings.turn_s + settings.recipient_s * count
        turn = Turn(
            planned.number,
            planned.id,
            group.instrument,
            group.award,
            group.placing,
            planned.recipients_enter,
            planned.first,
            planned.of,
            tuple(self._recipient(line, n) for n, line in enumerate(planned.lines, 1)),
            tuple((kind, count, how) for kind, how in objects_of(group.award)),
            prepared.presenters.get(planned.id, ()),
            usual if needs.seconds is None else needs.seconds,
            needs.side or settings.side,
            needs,
            planned.loose,
        )
        return replaced(turn, recipients=tuple(handed(turn)))

    def _recipient(self, line: Line, position: int) -> Recipient:
        guest = self.guests.get(line.guest) if line.guest else None
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
            line.relation,
            line.phonetic,
            line.readiness,
            line.presenter,
            guest.entered_at if guest else None,
        )

    def _state(self, line: Line) -> str:
        if line.presented_at:
            return "presented"
        guest = self.guests.get(line.guest) if line.guest else None
        return guest.state if guest else "unlinked"


def handed(turn: Turn) -> Iterator[Recipient]:
    """The recipients, each with who handed over, or will."""
    by = {n: one.presenter.name for one in turn.handings for n in range(one.first, one.last + 1)}
    for one in turn.recipients:
        yield one if one.presenter else replaced(one, presenter=by.get(one.stage_position))
