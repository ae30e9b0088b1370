"""What each crew reads of a row: trays in order, presenters with their hour, the photograph."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from projections.award_prepared import Presenter
from projections.ceremony import Ceremony
from projections.ceremony_row import LiveTurn
from projections.run_sheet_turn import Handing
from projections.stage import Correction, Place

AHEAD = timedelta(minutes=2)
"""By how much before the call an usher stands at a presenter's seat: the way from a front row to
the platform and a margin of as much; no source has a figure, nor needs one to the second."""


def stood(live: LiveTurn) -> dict[UUID, int]:
    """The place of each who is called, counted from 1 in the order of calling, as the row stands
    once it closed up; positions stay as planned."""
    return {place.line: n for n, place in enumerate(live.called, 1)}


def here(ceremony: Ceremony) -> frozenset[UUID]:
    """The lines whose recipient, or who receives instead, stands in the wings."""
    run = ceremony.run
    return frozenset((*run.reached, *run.lifted)) if run else frozenset()


@dataclass(frozen=True)
class Laid:
    """A place of the trays: what lies there, for whom, and how ready it is."""

    place: Place
    readiness: str | None
    ticked: bool


def trays(ceremony: Ceremony, live: LiveTurn) -> tuple[Laid, ...]:
    """The trays from left to right as the row stands, seen from the hall: in the order of calling
    for who enters by the right, against it by the left."""
    people = ceremony.rows.everybody
    return tuple(
        Laid(
            place,
            people[place.line].readiness if place.line in people else None,
            place.line in live.ticked,
        )
        for place in live.standing
    )


def lying(live: LiveTurn) -> int:
    """How many of those who are called have their objects on the tray."""
    return sum(place.line in live.ticked for place in live.called)


@dataclass(frozen=True)
class Fetched:
    """A presenter of a turn. `handing` is None for one whom the row has no position for."""

    presenter: Presenter
    handing: Handing | None


def presenters(live: LiveTurn) -> Iterator[Fetched]:
    """Who hands over, in order, each with the positions of the row as planned."""
    by = {one.presenter: one for one in live.turn.handings}
    for one in live.turn.assigned:
        yield Fetched(one, by.get(one))


def called_at(ceremony: Ceremony, live: LiveTurn, now: datetime) -> datetime | None:
    """When a turn to come is likely to be called: the plan's hour and the drift of now."""
    planned = {turn.id: turn.starts_at for turn in ceremony.sheet.timed(ceremony.starts_at)}
    at = planned.get(live.id)
    return at and at + timedelta(seconds=ceremony.drift_s(now))


def fetched_at(ceremony: Ceremony, live: LiveTurn, now: datetime) -> datetime | None:
    """When an usher is to be at the presenters' seats; None where nobody knows."""
    at = called_at(ceremony, live, now)
    return at and at - AHEAD


def photographed(ceremony: Ceremony) -> dict[UUID, datetime]:
    """When the photograph of each turn was taken, on the clock of the run."""
    return {one.turn: one.at for one in ceremony.taken if one.kind == "photo" and one.turn}


def corrected(ceremony: Ceremony, live: LiveTurn) -> tuple[Correction, ...]:
    """What went wrong with a turn on stage, and what is right."""
    lines = {place.line for place in live.places}
    run = ceremony.run
    return tuple(one for one in run.corrections if one.line in lines) if run else ()


def portrayed(live: LiveTurn) -> tuple[Place, ...]:
    """Who stands in the photograph, from left to right: a gap is nobody."""
    return tuple(place for place in live.standing if not place.gap)
