"""What may be asked on the day when it goes otherwise than planned: an item put in, a withdrawal or
a step taken back, the speaker's pulse, how far items may be cut. `at` is always the time on the
conference's clock, UTC."""

from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from conference.commands.agenda import KINDS
from conference.commands.agenda_day import not_behind_closing, played
from conference.commands.fields import Asked, Choice, Id, Text, Yes
from conference.commands.fields_time import Minutes
from conference.domain.agenda import Agenda
from conference.domain.speech import Speech
from conference.errors import NotFound
from conference.rules.cutting import LEAST
from conference.store import Store, Unit
from events.base import Stamp


class InsertItem(Asked):
    kind = Choice(KINDS, load_default="remarks")
    title = Text(required=True)
    minutes = Minutes(required=True)


def insert_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    at: datetime,
    item: UUID | None = None,
    expecting: int | None = None,
    **said: Any,
) -> UUID:
    """Put an item in right behind the one that runs or ran last; `said`: the fields of
    InsertItem."""
    id = item or uuid4()
    played(store, conference_id, at, lambda a: a.insert_item(stamp, id, at=at, **said), expecting)
    return id


class ReinstateItem(Asked):
    pass


def reinstate_item(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    item: UUID,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Take an item's withdrawal back, and with it that of the speech that it is."""

    not_behind_closing(store, conference_id, at)

    def both(unit: Unit) -> None:
        agenda = unit.load(Agenda, Agenda.id_of(conference_id), expecting)
        agenda.reinstate_item(stamp, item, at)
        with suppress(NotFound):
            unit.load(Speech, item).reinstate(stamp)

    store.change_all(both)


class RevertStep(Asked):
    started = Id(load_default=None, allow_none=True)
    finished = Id(load_default=None, allow_none=True)


def revert_step(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    started: UUID | None,
    finished: UUID | None,
    at: datetime,
    expecting: int | None = None,
) -> None:
    """Take back the last step, the one that began `started` and ended `finished`."""

    def revert(agenda: Agenda) -> None:
        agenda.revert_step(stamp, started=started, finished=finished, at=at)

    played(store, conference_id, at, revert, expecting)


class ChoosePulse(Asked):
    pulse = Yes(required=True)


def choose_pulse(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    pulse: bool,
    expecting: int | None = None,
) -> None:
    act = lambda a: a.choose_pulse(stamp, pulse)  # noqa: E731
    store.change(Agenda, Agenda.id_of(conference_id), act, expecting=expecting)


class SetLeastMinutes(Asked):
    kind = Choice(tuple(LEAST), required=True)
    minutes = Minutes(load_default=None, allow_none=True)


def set_least_minutes(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    kind: str,
    minutes: int | None,
    expecting: int | None = None,
) -> None:
    """To how many minutes an item of this kind may be cut on a late day."""
    act = lambda a: a.set_least_minutes(stamp, kind, minutes)  # noqa: E731
    store.change(Agenda, Agenda.id_of(conference_id), act, expecting=expecting)
