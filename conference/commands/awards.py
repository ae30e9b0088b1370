"""What may be asked of the awards before the day: instruments, lines, order, settings."""

from typing import Any
from uuid import UUID, uuid4

from marshmallow import fields

from conference.commands.awards_change import Amending, change_awards
from conference.commands.fields import Asked, Choice, Id, Number, Text
from conference.commands.fields_time import Day
from conference.rules.award_catalogue import BY_KEY, LEVELS
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


class RegisterInstrument(Amending):
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
    amends: str | None = None,
    expecting: int | None = None,
    **said: Any,
) -> UUID:
    """Register a decision or a proposal; `said` holds the fields of RegisterInstrument."""
    id = instrument or uuid4()
    said["lines"] = with_ids(said["lines"])
    act = lambda a: a.register_instrument(stamp, id, **said)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)
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
    amends: str | None = None,
    expecting: int | None = None,
    **said: Any,
) -> None:
    """Say the whole instrument anew; `said` holds the fields of ReviseInstrument."""
    said["lines"] = with_ids(said["lines"])
    act = lambda a: a.revise_instrument(stamp, instrument, **said)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class WithdrawInstrument(Amending):
    reason = Text(required=True)


def withdraw_instrument(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    instrument: UUID,
    reason: str,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """Take a decision or a proposal out; its own reason says why a locked plan changes, too."""
    act = lambda a: a.withdraw_instrument(stamp, instrument, reason)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends or reason, expecting)
