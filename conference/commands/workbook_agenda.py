"""The agenda's parts of a workbook: an item is added, said anew, or put where the file has it."""

from collections.abc import Callable
from uuid import UUID

from conference.commands.agenda import (
    add_item,
    describe_item,
    move_item,
    schedule_speech,
    time_item,
)
from conference.commands.workbook_part import Part
from conference.domain.agenda import Agenda
from conference.store import Store
from events.base import Stamp

WORDS = ("title", "owner", "unit", "speaker", "speaker_post", "guest", "note")
"""What describe_item says of an item, in its order."""


def item(store: Store, stamp: Stamp, id: UUID, planner: str, part: Part) -> bool:
    return programme(store, stamp, id, part, add_item)


def speech(store: Store, stamp: Stamp, id: UUID, planner: str, part: Part) -> bool:
    return programme(store, stamp, id, part, schedule_speech)


def programme(store: Store, stamp: Stamp, id: UUID, part: Part, add: Callable[..., UUID]) -> bool:
    """Add an item, or say of the standing one what it is called and how long it takes.

    One that was withdrawn stays so, whatever the file says.
    """
    now = store.load(Agenda, Agenda.id_of(id)).items.get(part.id)
    if now is None:
        add(store, stamp, conference_id=id, item=part.id, **part.said)
        return True
    if now.state == "withdrawn":
        return False
    words = dict(zip(WORDS, now.words, strict=True))
    words |= {name: part.said[name] for name in WORDS if name in part.given}
    describe_item(store, stamp, conference_id=id, item=part.id, **words)  # type: ignore[arg-type]
    minutes = part.said["minutes"]
    start = part.said["fixed_start"] if "fixed_start" in part.given else now.fixed_start
    if (now.minutes, now.fixed_start) != (minutes, start):
        when = {"minutes": minutes, "fixed_start": start}
        time_item(store, stamp, conference_id=id, item=part.id, **when)
    return False


def position(store: Store, stamp: Stamp, id: UUID, planner: str, part: Part) -> bool:
    """Move an item where the file's order differs; items that the file lacks count for nothing."""
    order = store.load(Agenda, Agenda.id_of(id)).order
    ours = [one for one in order if one in part.said["among"]]
    before = next((one for one in part.said["following"] if one in ours), None)
    if part.id in ours and before != next(iter(ours[ours.index(part.id) + 1 :]), None):
        move_item(store, stamp, conference_id=id, item=part.id, before=before)
    return False
