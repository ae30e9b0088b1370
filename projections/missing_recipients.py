"""Recipients who are not here yet, turn by turn: whom the stage waits for, what they answered."""

from dataclasses import dataclass
from uuid import UUID

from projections.guest import Guest
from projections.run_sheet import RunSheet
from projections.run_sheet_turn import Recipient

HERE = ("present", "presented")


@dataclass(frozen=True)
class MissingRecipient:
    """Who shall stand at `position` of a turn. `recipient` is the line as the decision names it;
    `name`, `post`, `body` are of who comes for it, a substitute's where there is one. `answer`:
    invited (none given), accepted, declined, substituted, withdrawn, or unlinked while no guest is
    known to receive the line. `state`: expected, excused, declined, withdrawn, unlinked."""

    turn: int
    position: int
    line: UUID
    recipient: str
    seat: str | None
    state: str
    answer: str = "unlinked"
    guest: UUID | None = None
    honorific: str | None = None
    name: str | None = None
    post: str | None = None
    body: str | None = None
    reason: str | None = None
    phone: str | None = None


@dataclass(frozen=True)
class MissingInTurn:
    """A turn in which somebody is not here; `of` is how many recipients it has."""

    number: int
    award: str
    placing: int | None
    of: int
    recipients: tuple[MissingRecipient, ...]

    @property
    def total(self) -> int:
        return len(self.recipients)


def missing(sheet: RunSheet) -> tuple[MissingInTurn, ...]:
    """The turns in which somebody is missing, in the order of the presentation."""
    turns = (
        MissingInTurn(
            turn.number,
            turn.award,
            turn.placing,
            len(turn.recipients),
            tuple(
                told(turn.number, one, sheet.guests.get(one.guest) if one.guest else None)
                for one in turn.recipients
                if one.state not in HERE
            ),
        )
        for turn in sheet.turns
    )
    return tuple(turn for turn in turns if turn.recipients)


def told(turn: int, one: Recipient, guest: Guest | None) -> MissingRecipient:
    row = (turn, one.stage_position, one.line, one.name, one.seat, one.state)
    if guest is None:
        return MissingRecipient(*row)
    who = guest.substitute or guest
    return MissingRecipient(
        *row,
        guest.answer,
        guest.id,
        who.honorific,
        who.name,
        who.post,
        guest.body,
        guest.reason or guest.excuse,
        who.phone,
    )
