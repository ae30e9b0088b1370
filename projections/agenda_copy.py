"""An earlier conference's programme as the beginning of another one."""

from datetime import date, datetime, timedelta
from typing import Any

from projections.agenda import Agenda
from projections.agenda_item import AgendaItem
from projections.conference import ConferenceDocument


def copied(
    agenda: Agenda, earlier: ConferenceDocument, now: ConferenceDocument, *, people: bool
) -> tuple[dict[str, Any], ...]:
    """What to add for each item, in order. Names of persons come along only where `people` asks
    for them: who spoke last year may not be in office; guests and notes never do."""
    return tuple(said_of(item, earlier, now, people=people) for item in agenda.items)


def said_of(
    item: AgendaItem, earlier: ConferenceDocument, now: ConferenceDocument, *, people: bool
) -> dict[str, Any]:
    # What was put in on the day has no minutes in the plan, only those that it was given.
    said: dict[str, Any] = {"title": item.title, "minutes": item.minutes or item.given}
    said["fixed_start"] = moved(item.fixed_start, earlier, now)
    if item.kind == "speech":
        speaker = {"speaker": item.speaker, "speaker_post": item.speaker_post}
        return {**said, "unit": item.unit, **(speaker if people else {})}
    return {**said, "kind": item.kind, "owner": item.owner if people else None}


def moved(
    at: datetime | None, earlier: ConferenceDocument, now: ConferenceDocument
) -> datetime | None:
    """The same time of day so many days from the conference's own; None while a day is unknown."""
    if at is None or not (earlier.held_on and now.held_on):
        return None
    local = at.astimezone(earlier.zone)
    days = local.date() - date.fromisoformat(earlier.held_on)
    day = date.fromisoformat(now.held_on) + timedelta(days=days.days)
    placed: datetime = now.meant(datetime.combine(day, local.time()))
    return placed
