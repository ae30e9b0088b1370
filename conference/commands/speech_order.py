"""What may be asked of speeches in the agenda: give one its place, let them follow each other."""

from collections.abc import Sequence
from uuid import UUID

from marshmallow import fields, validate

from conference.commands.fields import Asked, Id
from conference.commands.fields_time import Minutes
from conference.commands.speech_own import change_own
from conference.domain.agenda import Agenda
from conference.domain.agenda_item import MOST_ITEMS
from conference.domain.speech import Speech
from conference.errors import Refused
from conference.store import Store
from events.base import Stamp


class PlaceSpeech(Asked):
    before = Id(load_default=None, allow_none=True)
    minutes = Minutes(load_default=None, allow_none=True)


def place_speech(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    speech: UUID,
    before: UUID | None = None,
    minutes: int | None = None,
    expecting: int | None = None,
) -> None:
    """Schedule a registered speech before an item, or last; in the minutes granted where none are
    said."""

    def act(one: Speech, agenda: Agenda) -> None:
        if one.withdrawn is not None:
            raise Refused("speech.withdrawn")
        if item := agenda.items.get(speech):
            gone = item.state == "withdrawn"  # then it is brought back, not scheduled once more
            raise Refused("speech.withdrawn" if gone else "speech.scheduled-already")
        if not one.registered or one.granted is None:
            raise Refused("speech.not-registered")
        agenda.schedule_speech(
            stamp,
            speech,
            **{name: one.words[name] for name in ("unit", "title", "speaker", "speaker_post")},
            minutes=minutes or one.granted,
            before=before,
            guest=one.guest,
        )

    change_own(store, stamp, conference_id, speech, act, expecting)


class ArrangeSpeeches(Asked):
    order = fields.List(
        Id(),
        required=True,
        validate=validate.Length(min=1, max=MOST_ITEMS, error="field.long"),
        error_messages=dict.fromkeys(("required", "null", "invalid"), "field.required"),
        metadata={"description": "every waiting speech without a fixed start, in its new order"},
    )


def arrange_speeches(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    order: Sequence[UUID],
    expecting: int | None = None,
) -> None:
    """Let the waiting speeches follow each other so, as one act."""
    act = lambda agenda: agenda.arrange_speeches(stamp, order)  # noqa: E731
    store.change(Agenda, Agenda.id_of(conference_id), act, expecting=expecting)
