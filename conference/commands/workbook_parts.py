"""The parts of a workbook, and how each becomes the commands of its noun: add, or change."""

from collections.abc import Callable
from uuid import UUID

from conference.commands.agenda import set_agenda_start
from conference.commands.awards import register_instrument, revise_instrument
from conference.commands.awards_rules import choose_precedence, set_stage_capacity
from conference.commands.conference import (
    choose_theme,
    choose_venue,
    date_conference,
    name_chair,
    plan_conference,
    retitle_conference,
)
from conference.commands.conference_day import (
    add_site,
    choose_introduction_depth,
    note_source,
    table_document,
)
from conference.commands.invitation import describe_guest, invite_group, issue_invitation
from conference.commands.invitation_count import count_group
from conference.commands.seating import adopt_hall
from conference.commands.workbook_agenda import item, position, speech
from conference.commands.workbook_part import Part, Take
from conference.domain.awards import Awards
from conference.domain.base import Noun
from conference.domain.conference import Conference
from conference.domain.invitation import DESCRIPTION, Invitation, place_id
from conference.errors import NotFound, Refused
from conference.store import Store
from events.base import Stamp

FIXED = ("group", "body", "bloc", "tier", "post_rank", "superior", "host", "invited_by")
"""What a group is invited as; its places have been opened alike."""


def knows(store: Store, kind: type[Noun], id: UUID, conference_id: UUID) -> bool:
    """Whether there is such a thing; another conference's is refused as not to be found."""
    try:
        noun = store.load(kind, id)
    except NotFound:
        return False
    if noun.conference_id != conference_id:
        raise NotFound(kind.TOPIC, id)
    return True


def conference(store: Store, stamp: Stamp, id: UUID, planner: str, part: Part) -> bool:
    """Plan it; where it is planned already, its title, host and day as they now are."""
    if not knows(store, Conference, id, id):
        plan_conference(store, stamp, planner=planner, conference_id=id, **part.said)
        return True
    title, host, day = part.said["title"], part.said["host"], part.said["held_on"]
    retitle_conference(store, stamp, conference_id=id, title=title, host=host)
    if day is not None:
        date_conference(store, stamp, conference_id=id, held_on=day)
    return False


def document(store: Store, stamp: Stamp, id: UUID, planner: str, part: Part) -> bool:
    new = part.id not in store.load(Conference, id).documents
    table_document(store, stamp, conference_id=id, document=part.id, **part.said)
    return new


def guest(store: Store, stamp: Stamp, id: UUID, planner: str, part: Part) -> bool:
    if knows(store, Invitation, part.id, id):
        return place(store, stamp, id, planner, part)
    issue_invitation(store, stamp, conference_id=id, guest=part.id, **part.said)
    return True


def group(store: Store, stamp: Stamp, id: UUID, planner: str, part: Part) -> bool:
    if not knows(store, Invitation, part.id, id):
        invite_group(store, stamp, conference_id=id, guest=part.id, **part.said)
        return True
    stands = store.load(Invitation, part.id).said
    if any(part.said[name] != stands[name] for name in FIXED if name in part.given):
        raise Refused("workbook.group-stands", group=stands["group"])
    if "count" in part.given:
        count_group(store, stamp, conference_id=id, guest=part.id, count=part.said["count"])
    return False


def id_of_place(group: UUID, number: int) -> UUID:
    """The id of place `number` of a group, for rows that name it."""
    return place_id(group, number)


def place(store: Store, stamp: Stamp, id: UUID, planner: str, part: Part) -> bool:
    """Name a place of a group, or put a guest's details right."""
    if not knows(store, Invitation, part.id, id):
        raise Refused("workbook.no-place-left", count=0)
    unnamed = not any(store.load(Invitation, part.id).description[:4])
    said = {name: part.said[name] for name in DESCRIPTION if name in part.given}
    describe_guest(store, stamp, conference_id=id, guest=part.id, **said)
    return unnamed


def instrument(store: Store, stamp: Stamp, id: UUID, planner: str, part: Part) -> bool:
    """Register it; where it stands already, say it anew with all its lines."""
    new = part.id not in store.load(Awards, Awards.id_of(id)).instruments
    command = register_instrument if new else revise_instrument
    command(store, stamp, conference_id=id, instrument=part.id, **part.said)
    return new


def said_by(command: Callable[..., object]) -> Take:
    """A part whose command replaces what was said before, and records nothing for the same."""

    def take(store: Store, stamp: Stamp, id: UUID, planner: str, part: Part) -> bool:
        command(store, stamp, conference_id=id, **part.said)
        return False

    return take


TAKE: dict[str, Take] = {
    "conference": conference,
    "starts_at": said_by(set_agenda_start),
    "venue": said_by(choose_venue),
    "chair": said_by(name_chair),
    "theme": said_by(choose_theme),
    "introduction_depth": said_by(choose_introduction_depth),
    "precedence": said_by(choose_precedence),
    "stage_capacity": said_by(set_stage_capacity),
    "site": said_by(add_site),
    "hall": said_by(adopt_hall),
    "note": said_by(note_source),
    "document": document,
    "guest": guest,
    "group": group,
    "place": place,
    "item": item,
    "speech": speech,
    "position": position,
    "instrument": instrument,
}
"""How each kind of part is taken over."""
