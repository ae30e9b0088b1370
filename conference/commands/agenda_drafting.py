"""What may be asked of several items at once: once more, in two parts, a whole programme."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from conference.commands.fields import Asked, Text
from conference.commands.fields_time import Minutes
from conference.domain.agenda import Agenda
from conference.errors import Refused
from conference.rules.agenda_templates import template_of
from conference.store import Store
from events.base import Stamp


class DuplicateItem(Asked):
    pass


def duplicate_item(
    store: Store, stamp: Stamp, *, conference_id: UUID, item: UUID, expecting: int | None = None
) -> UUID:
    id, copy = Agenda.id_of(conference_id), uuid4()
    store.change(Agenda, id, lambda a: a.duplicate_item(stamp, item, copy), expecting=expecting)
    return copy


class SplitItem(Asked):
    first = Minutes(required=True)
    pause = Minutes(required=True)
    pause_title = Text(required=True)
    rest_title = Text(required=True)


def split_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    first: int,
    pause: int,
    pause_title: str,
    rest_title: str,
    expecting: int | None = None,
) -> None:
    """Part an item by a break, as one act."""
    said = {"first": first, "pause": pause, "words": (pause_title, rest_title)}
    ids = (uuid4(), uuid4())
    store.change(
        Agenda,
        Agenda.id_of(conference_id),
        lambda a: a.split_item(stamp, item, **said, ids=ids),  # type: ignore[arg-type]
        expecting=expecting,
    )


class InsertTemplate(Asked):
    template = Text(required=True)


def insert_template(
    store: Store, stamp: Stamp, *, conference_id: UUID, template: str, expecting: int | None = None
) -> None:
    """Put the items of a template behind those that are there, as one act."""
    rows = template_of(template).rows
    items = [{"kind": kind, "title": title, "minutes": minutes} for kind, title, minutes in rows]
    insert_items(store, stamp, conference_id=conference_id, items=items, expecting=expecting)


def insert_items(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    items: Sequence[dict[str, Any]],
    expecting: int | None = None,
) -> None:
    """Put several items behind those that are there, as one act: fields of AddItem, or where a
    unit is said, of ScheduleSpeech. Refused where there are none."""
    if not items:
        raise Refused("agenda.nothing-to-insert")
    id, made = Agenda.id_of(conference_id), [(uuid4(), said) for said in items]
    store.change(Agenda, id, lambda a: a.insert_items(stamp, made), expecting=expecting)
