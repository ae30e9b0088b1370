"""What may be asked before the day: who hands over, what a turn needs, how far objects are."""

from typing import Any
from uuid import UUID

from marshmallow import ValidationError, fields, validates_schema

from conference.commands.awards_change import Amending, change_awards, change_awards_freely
from conference.commands.awards_rules import LONGEST_S
from conference.commands.fields import Asked, Choice, Id, Number, Text
from conference.commands.invitation import of_conference
from conference.domain.awards_prepared import READINESS
from conference.domain.invitation import Invitation
from conference.rules.award_plan import SIDES
from conference.store import Store
from events.base import Stamp

MOST_PRESENTERS = 20
"""Leaders who hand over in one turn; five were seen."""


class PresenterAsked(Asked):
    """An invited guest, or somebody by name."""

    guest = Id(load_default=None, allow_none=True)
    name = Text(required=True, longest=120)
    post = Text(load_default=None, allow_none=True)


class AssignPresenters(Amending):
    """The highest rank first; an empty list: nobody yet."""

    presenters = fields.List(fields.Nested(PresenterAsked), required=True)

    @validates_schema
    def not_too_many(self, said: dict[str, Any], **_: Any) -> None:
        if len(said.get("presenters", ())) > MOST_PRESENTERS:
            raise ValidationError({"presenters": ["field.range"]})


def assign_presenters(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    turn: UUID,
    presenters: list[dict[str, Any]],
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """Say who hands over in a turn; `presenters` as PresenterAsked has them."""
    for one in presenters:
        if one["guest"] is not None:
            of_conference(store.load(Invitation, one["guest"]), conference_id)
    act = lambda a: a.assign_presenters(stamp, turn, presenters)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class SharePresenters(Amending):
    pass


def share_presenters(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    turn: UUID,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """Let who hands over in this turn do so in all turns of the same award."""
    act = lambda a: a.share_presenters(stamp, turn)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class PrepareTurn(Amending):
    """What a turn needs where it is not as the rules have it."""

    side = Choice(SIDES, load_default=None, allow_none=True)
    servers = Number(most=60, load_default=None, allow_none=True)
    bouquets = Number(most=60, load_default=None, allow_none=True)
    music = Text(load_default=None, allow_none=True)
    photo_s = Number(most=LONGEST_S, load_default=None, allow_none=True)
    seconds = Number(most=LONGEST_S, load_default=None, allow_none=True)
    note = Text(load_default=None, allow_none=True, longest=500)


def prepare_turn(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    turn: UUID,
    amends: str | None = None,
    expecting: int | None = None,
    **said: Any,
) -> None:
    """`said` holds the fields of PrepareTurn."""
    act = lambda a: a.prepare_turn(stamp, turn, **said)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class NotePhonetic(Amending):
    phonetic = Text(load_default=None, allow_none=True)


def note_phonetic(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    line: UUID,
    phonetic: str | None,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """How a name is said; None: as it is spelled."""
    act = lambda a: a.note_phonetic(stamp, line, phonetic)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class NoteAliases(Asked):
    aliases = fields.List(Text(longest=200), required=True)


def note_aliases(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    line: UUID,
    aliases: list[str],
    expecting: int | None = None,
) -> None:
    """Other names by which a recipient is looked for."""
    kept = list(dict.fromkeys(filter(None, aliases)))
    act = lambda a: a.note_aliases(stamp, line, kept)  # noqa: E731
    change_awards_freely(store, conference_id, act, expecting)


class ReadyObjects(Asked):
    lines = fields.List(Id(), required=True)
    readiness = Choice(READINESS, required=True)


def ready_objects(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    lines: list[UUID],
    readiness: str,
    expecting: int | None = None,
) -> None:
    """How far what these lines get is."""
    act = lambda a: a.ready_objects(stamp, lines, readiness)  # noqa: E731
    change_awards_freely(store, conference_id, act, expecting)
