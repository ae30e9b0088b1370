"""What may be asked of the roll call: in which words the MC reads it."""

from uuid import UUID

from conference.commands.fields import Asked, Text
from conference.domain.conference import Conference
from conference.store import Store
from events.base import Stamp


class WordRollCall(Asked):
    sentence = Text(load_default=None, allow_none=True, longest=400)


def word_roll_call(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    sentence: str | None = None,
    expecting: int | None = None,
) -> None:
    """What the MC reads of the roll call, with {summoned}, {present} and {absent}."""
    store.change(
        Conference, conference_id, lambda c: c.word_roll_call(stamp, sentence), expecting=expecting
    )
