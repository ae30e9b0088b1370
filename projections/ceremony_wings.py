"""The wings: which row stands where, and where somebody belongs who shows a door code there."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from projections.ceremony import Ceremony
from projections.ceremony_crew import here
from projections.ceremony_row import CALLED, OPEN, LiveTurn
from projections.replaced import replaced
from projections.stage import Place

COMING = CALLED | OPEN
"""States of who belongs into the row, or would if only here."""


@dataclass(frozen=True)
class Due:
    """Where a recipient belongs. `code`: right (the row in the wings), late (the row is on stage
    without), early (another row), over (the own turn is), called (stands on stage), settled (it
    was said, or the late policy says, what becomes of the line), presented, unplanned (no turn has
    the line), nothing (no decision has one)."""

    code: str
    line: UUID | None = None
    live: LiveTurn | None = None
    place: Place | None = None
    here: frozenset[UUID] = frozenset()
    """Lines whose recipients stand in the wings."""

    @property
    def reaches(self) -> UUID | None:
        """The line that is awaited, of which the wings note that its recipient is here."""
        return self.line if self.code in ("right", "late", "over") else None

    @property
    def row(self) -> tuple[Place, ...]:
        """Who is called with the recipient, in that order."""
        return tuple(one for one in self._places() if not one.gap or one.line == self.line)

    def _places(self) -> tuple[Place, ...]:
        return self.live.places if self.live else ()

    @property
    def before(self) -> Place | None:
        """Whom the recipient stands behind."""
        return self._beside(-1)

    @property
    def behind(self) -> Place | None:
        """Who stands behind the recipient."""
        return self._beside(1)

    def _beside(self, step: int) -> Place | None:
        lines = [one.line for one in self.row]
        if self.line not in lines:
            return None
        n = lines.index(self.line) + step
        return self.row[n] if 0 <= n < len(lines) else None

    @property
    def awaited(self) -> tuple[int, ...]:
        """Positions in front that are not in the wings yet: their places are kept free."""
        if self.live is None or self.place is None:
            return ()
        own = self.place.position
        return tuple(
            one.position for one in self.row if one.position < own and one.line not in self.here
        )


@dataclass(frozen=True)
class Zones:
    """The rows as the crews go by them: on stage, in the wings, then those that follow."""

    on_stage: LiveTurn | None
    ahead: tuple[LiveTurn, ...]

    @property
    def rows(self) -> tuple[LiveTurn, ...]:
        """All of them, the one on stage first."""
        return (*(one for one in (self.on_stage,) if one), *self.ahead)

    @property
    def wings(self) -> LiveTurn | None:
        return self.ahead[0] if self.ahead else None

    @property
    def next(self) -> LiveTurn | None:
        return self.ahead[1] if len(self.ahead) > 1 else None


def zones_of(ceremony: Ceremony) -> Zones:
    """A row that nobody is left of is passed over once a later one was called."""
    called = [live.turn.number for live in ceremony.turns if live.stands != "waiting"]
    last = max(called, default=0)
    ahead = (live for live in ceremony.waiting if live.called or not 0 < live.turn.number < last)
    return Zones(ceremony.on_stage, tuple(ahead))


def due(ceremony: Ceremony, guest: UUID) -> Due:
    """Where a guest belongs who shows the code: the first row to come that has a line of theirs."""
    everybody = ceremony.rows.everybody.values()
    mine = {one.line for one in everybody if one.guest == guest}
    found = next(ahead(ceremony, mine), None)
    return replaced(found or gone(ceremony, mine), here=here(ceremony))


def ahead(ceremony: Ceremony, mine: set[UUID]) -> Iterator[Due]:
    zones = zones_of(ceremony)
    for live in zones.rows:
        for place in live.places:
            if place.line not in mine:
                continue
            if live is zones.on_stage and not place.gap:
                yield Due("called", place.line, live, place)
            elif live.states.get(place.line) in COMING and not early_end(
                ceremony, zones, live, place
            ):
                yield Due(stands(zones, live), place.line, live, place)


def early_end(ceremony: Ceremony, zones: Zones, live: LiveTurn, place: Place) -> bool:
    """Whether somebody was held over for a turn at the end while the own one is still to come: that
    may let them in after all."""
    home = ceremony.rows.homes.get(place.line)
    kept = home is not None and home.id not in ceremony.over
    return not live.turn.number and live is not zones.wings and kept


def stands(zones: Zones, live: LiveTurn) -> str:
    if live is zones.on_stage:
        return "late"
    if live is zones.wings:
        return "right"
    return "early" if live.turn.number else "over"


def gone(ceremony: Ceremony, mine: set[UUID]) -> Due:
    """A recipient whom no row awaits any more, or none ever did."""
    for live in ceremony.turns:
        for place in live.places:
            if place.line not in mine:
                continue
            if place.line in ceremony.gone:
                if not place.gap:
                    return Due("presented", place.line, live, place)
            elif live.states.get(place.line) not in COMING:
                return Due("settled", place.line, live, place)
            else:
                return Due("over", place.line, live, place)
    if not mine:
        return Due("nothing")
    return Due("unplanned", min(mine, key=list(ceremony.rows.everybody).index))
