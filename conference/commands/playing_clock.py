"""What may be asked of the conference's own clock: how far it is from the real one."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from conference.commands.conference import A_CENTURY_S
from conference.commands.fields import Asked, Number
from conference.commands.fields_time import Instant
from conference.domain.agenda import Agenda
from conference.domain.conference import Conference
from conference.errors import Refused
from conference.rules.days import written_day
from conference.store import Store, Unit
from events.base import Stamp
from events.conference import PlayingClockSet


class SetPlayingClock(Asked):
    offset_s = Number(least=-A_CENTURY_S, most=A_CENTURY_S, load_default=None, allow_none=True)
    shows_at = Instant(load_default=None, allow_none=True)


def set_playing_clock(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    offset_s: int | None = None,
    shows_at: datetime | None = None,
    expecting: int | None = None,
) -> None:
    """Let the conference live `offset_s` seconds away from the real clock, or so that its clock
    shows `shows_at` now; with neither it lives by the real one. Refused where it would go back
    behind what has been played: items would end before they begin."""
    shown_s = round((shows_at - stamp.at).total_seconds()) if shows_at else 0
    by = shown_s if offset_s is None else offset_s

    def both(unit: Unit) -> None:
        conference = unit.load(Conference, conference_id, expecting)
        steps = unit.load(Agenda, Agenda.id_of(conference_id)).steps
        behind = bool(steps) and stamp.at + timedelta(seconds=by) < steps[-1].at
        if behind and by < now_by(conference):
            local = steps[-1].at.astimezone(ZoneInfo(conference.time_zone))
            when = {"time": f"{local:%H:%M}", "day": written_day(local)}
            raise Refused("conference.clock-behind-steps", **when)
        conference.set_playing_clock(stamp, by)

    store.change_all(both)


def now_by(conference: Conference) -> int:
    """Seconds by which the clock is ahead of the real one; negative: behind."""
    said = conference.said.get(PlayingClockSet.TOPIC, {})
    offset_s = said.get("offset_s", 0)
    assert isinstance(offset_s, int)
    return offset_s
