"""What may be asked of the awards before the day: instruments, lines, order, settings."""

from typing import Any
from uuid import UUID, uuid4

from marshmallow import fields

from conference.commands.fields import Asked, Choice, Id, Number, Text
from conference.commands.fields_time import Day
from conference.domain.awards import LARGEST_STAGE, Awards
from conference.rules.award_catalogue import BY_KEY, DIRECTIONS, LEVELS, PRESETS
from conference.store import Store
from events.base import Stamp

RECIPIENTS = ("collective", "individual", "household", "posthumous")
MOST_LINES = 10_000
"""Lines of one instrument: half as many again as a year's largest (6,164, case Kiên Giang)."""


class AwardLineAsked(Asked):
    """One line of an instrument as it is typed."""

    line = Id(load_default=None, allow_none=True)
    number = Number(least=1, most=MOST_LINES, required=True)
    name = Text(required=True)
    kind = Choice(RECIPIENTS, load_default="collective")
    award = Choice(tuple(BY_KEY), required=True)
    placing = Number(least=1, most=9, load_default=None, allow_none=True)
    year = Number(least=1945, most=2200, load_default=None, allow_none=True)
    reason = Text(load_default=None, allow_none=True, longest=500)
    guest = Id(load_default=None, allow_none=True)
    representative = Text(load_default=None, allow_none=True, longest=120)


class RegisterInstrument(Asked):
    kind = Choice(("decision", "proposal"), required=True)
    title = Text(required=True, longest=500)
    number = Text(load_default=None, allow_none=True, longest=80)
    dated_on = Day(load_default=None, allow_none=True)
    level = Choice(LEVELS, required=True)
    signatory = Text(load_default=None, allow_none=True)
    announcer = Text(required=True)
    stated_count = Number(least=0, most=100_000, load_default=None, allow_none=True)
    lines = fields.List(fields.Nested(AwardLineAsked), required=True)
    note = Text(load_default=None, allow_none=True, longest=1000)


def register_instrument(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    instrument: UUID | None = None,
    expecting: int | None = None,
    **said: Any,
) -> UUID:
    """Register a decision or a proposal; `said` holds the fields of RegisterInstrument."""
    id = instrument or uuid4()
    said["lines"] = with_ids(said["lines"])
    awards = Awards.id_of(conference_id)
    store.change(
        Awards, awards, lambda a: a.register_instrument(stamp, id, **said), expecting=expecting
    )
    return id


def with_ids(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines, each with an id: its own or a new one."""
    return [{**line, "line": line["line"] or uuid4()} for line in lines]


class ReviseInstrument(RegisterInstrument):
    pass


def revise_instrument(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    instrument: UUID,
    expecting: int | None = None,
    **said: Any,
) -> None:
    """Say the whole instrument anew; `said` holds the fields of ReviseInstrument."""
    said["lines"] = with_ids(said["lines"])
    id = Awards.id_of(conference_id)
    store.change(
        Awards, id, lambda a: a.revise_instrument(stamp, instrument, **said), expecting=expecting
    )


class WithdrawInstrument(Asked):
    reason = Text(required=True)


def withdraw_instrument(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    instrument: UUID,
    reason: str,
    expecting: int | None = None,
) -> None:
    id = Awards.id_of(conference_id)
    act = lambda a: a.withdraw_instrument(stamp, instrument, reason)  # noqa: E731
    store.change(Awards, id, act, expecting=expecting)


class ChoosePrecedence(Asked):
    preset = Choice(tuple(PRESETS), required=True)
    direction = Choice(DIRECTIONS, load_default="descending")


def choose_precedence(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    preset: str,
    direction: str,
    expecting: int | None = None,
) -> None:
    id = Awards.id_of(conference_id)
    store.change(
        Awards, id, lambda a: a.choose_precedence(stamp, preset, direction), expecting=expecting
    )


class SetStageCapacity(Asked):
    capacity = Number(least=1, most=LARGEST_STAGE, required=True)


def set_stage_capacity(
    store: Store, stamp: Stamp, *, conference_id: UUID, capacity: int, expecting: int | None = None
) -> None:
    id = Awards.id_of(conference_id)
    store.change(Awards, id, lambda a: a.set_stage_capacity(stamp, capacity), expecting=expecting)


class SetEntryRule(Asked):
    level = Choice(LEVELS, required=True)
    recipients_enter = Choice(("before", "after"), required=True)


def set_entry_rule(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    level: str,
    recipients_enter: str,
    expecting: int | None = None,
) -> None:
    id = Awards.id_of(conference_id)
    store.change(
        Awards, id, lambda a: a.set_entry_rule(stamp, level, recipients_enter), expecting=expecting
    )
