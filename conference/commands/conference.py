"""What may be asked of a conference: plan it, describe it, open and close it."""

from datetime import UTC, date, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from conference.commands.fields import Asked, Choice, Id, Number, Text
from conference.commands.fields_time import Day, Zone
from conference.domain.agenda import Agenda
from conference.domain.awards import Awards
from conference.domain.conference import Conference
from conference.domain.seating import Seating
from conference.domain.team import Team
from conference.rules.roles import PLANNER
from conference.store import Store, Unit
from events.base import Stamp
from events.conference import ConferenceDated

KINDS = ("summary_conference", "interim_review", "congress", "award_ceremony", "graduation")
DOCUMENT_KINDS = ("summary_report", "emulation_plan", "resolution", "rules", "other")
NOTE_KINDS = ("anomaly", "illustrative")
A_CENTURY_S = 100 * 366 * 86_400


class PlanConference(Asked):
    code = Text(longest=40, load_default=None, allow_none=True)
    title = Text(required=True)
    kind = Choice(KINDS, load_default="summary_conference")
    host = Text(required=True)
    held_on = Day(load_default=None, allow_none=True)
    time_zone = Zone(load_default="Asia/Ho_Chi_Minh")
    reporting_year = Number(least=1945, most=2200, load_default=None, allow_none=True)
    plan_year = Number(least=1945, most=2200, load_default=None, allow_none=True)


def plan_conference(
    store: Store,
    stamp: Stamp,
    *,
    planner: str,
    title: str,
    host: str,
    code: str | None = None,
    kind: str = "summary_conference",
    held_on: str | None = None,
    time_zone: str = "Asia/Ho_Chi_Minh",
    reporting_year: int | None = None,
    plan_year: int | None = None,
    conference_id: UUID | None = None,
) -> UUID:
    """Begin a conference with its agenda, awards, seating and a team led by who plans it."""
    id = conference_id or uuid4()
    team = Team.form(stamp, id)
    team.appoint_member(stamp, member=stamp.by, name=planner, roles=list(PLANNER))
    planned = Conference.plan(
        stamp,
        id=id,
        code=code or id.hex[:8],
        title=title,
        kind=kind,
        host=host,
        held_on=held_on,
        time_zone=time_zone,
        reporting_year=reporting_year,
        plan_year=plan_year,
    )
    begun = (Agenda.draft(stamp, id), Awards.begin_for(stamp, id), Seating.begin_for(stamp, id))
    store.create(planned, *begun, team)
    return id


class RetitleConference(Asked):
    title = Text(required=True)
    host = Text(required=True)


def retitle_conference(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    title: str,
    host: str,
    expecting: int | None = None,
) -> None:
    store.change(
        Conference, conference_id, lambda c: c.retitle(stamp, title, host), expecting=expecting
    )


class DateConference(Asked):
    held_on = Day(required=True)


def date_conference(
    store: Store, stamp: Stamp, *, conference_id: UUID, held_on: str, expecting: int | None = None
) -> bool:
    """Hold the conference on another day, its programme with it: from its former day it moves by
    as many days, hours of the day as they were. Answers whether the programme moved; the former
    day again moves it back."""

    def both(unit: Unit) -> bool:
        conference = unit.load(Conference, conference_id, expecting)
        before = conference.said[ConferenceDated.TOPIC]["held_on"]
        conference.date(stamp, held_on)
        if before is None:
            return False
        days = date.fromisoformat(held_on) - date.fromisoformat(str(before))
        agenda = unit.load(Agenda, Agenda.id_of(conference_id))
        return move_along(agenda, stamp, days, ZoneInfo(conference.time_zone))

    return store.change_all(both)


def move_along(agenda: Agenda, stamp: Stamp, days: timedelta, zone: ZoneInfo) -> bool:
    """Move the start and the fixed starts of what has not been played by whole days, on the wall
    clock of the zone: 07:30 stays 07:30 where summer time begins between."""
    moved = lambda at: (at.astimezone(zone) + days).astimezone(UTC)  # noqa: E731
    before = agenda.version
    if agenda.starts_at is not None:
        agenda.set_start(stamp, moved(agenda.starts_at))
    for id in agenda.order:
        item = agenda.items[id]
        if item.fixed_start is not None and item.state in ("waiting", "skipped"):
            agenda.time_item(stamp, id, item.minutes, moved(item.fixed_start))
    return agenda.version != before


class ChooseVenue(Asked):
    name = Text(required=True)
    address = Text(load_default=None, allow_none=True)


def choose_venue(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    name: str,
    address: str | None,
    expecting: int | None = None,
) -> None:
    store.change(
        Conference,
        conference_id,
        lambda c: c.choose_venue(stamp, name, address),
        expecting=expecting,
    )


class NameChair(Asked):
    name = Text(required=True)
    post = Text(required=True)
    honorific = Text(longest=40, load_default=None, allow_none=True)
    guest = Id(load_default=None, allow_none=True)


def name_chair(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    name: str,
    post: str,
    honorific: str | None = None,
    guest: UUID | None = None,
    expecting: int | None = None,
) -> None:
    store.change(
        Conference,
        conference_id,
        lambda c: c.name_chair(stamp, name, post, honorific, guest),
        expecting=expecting,
    )


class ChooseTheme(Asked):
    theme = Text(required=True)


def choose_theme(
    store: Store, stamp: Stamp, *, conference_id: UUID, theme: str, expecting: int | None = None
) -> None:
    store.change(
        Conference, conference_id, lambda c: c.choose_theme(stamp, theme), expecting=expecting
    )
