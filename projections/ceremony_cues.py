"""The cues of a ceremony in order: what was called, then what comes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from projections.award_plan import Group
from projections.ceremony_row import LiveTurn

ROW = ("handover", "photo", "clear")
"""What follows the call and the reading, in this order."""


@dataclass(frozen=True)
class Cue:
    """One step of the MC. `kind`: reading (of a decision or a proposal), call (the names),
    handover, photo, clear (the stage)."""

    kind: str
    turn: UUID | None
    instrument: UUID

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.instrument if self.kind == 'reading' else self.turn}"


def cues_of(
    turns: Iterable[LiveTurn], announcements: Sequence[Group], announced: frozenset[UUID]
) -> Iterator[Cue]:
    """All cues in order, whether taken or not. An instrument is read once: before its first turn,
    or once that stands on the stage; what has no turn where the precedence has it. `announced`
    were read already, before the ceremony."""
    turns = list(turns)
    read = set(announced)
    alone = unstaged(turns, announcements)
    for live in turns:
        for group in announcements[: before(announcements, live)]:
            yield from reading(group.instrument.id, read, alone)
        instrument = live.turn.instrument
        called = [Cue("call", live.id, instrument)] if live.called else []
        early = live.turn.recipients_enter == "before"
        yield from called if early else ()
        yield from reading(instrument, read, {instrument})
        yield from () if early else called
        for kind in ROW if called else ():
            if kind != "photo" or live.turn.photo_s:
                yield Cue(kind, live.id, instrument)
    for group in announcements:
        yield from reading(group.instrument.id, read, alone)


def reading(instrument: UUID, read: set[UUID], among: Iterable[UUID]) -> Iterator[Cue]:
    if instrument in among and instrument not in read:
        read.add(instrument)
        yield Cue("reading", None, instrument)


def unstaged(turns: Sequence[LiveTurn], announcements: Sequence[Group]) -> set[UUID]:
    """Instruments without a turn: proposals, and decisions whose lines are presented elsewhere."""
    staged = {live.turn.instrument for live in turns}
    return {group.instrument.id for group in announcements} - staged


def before(announcements: Sequence[Group], live: LiveTurn) -> int:
    """How many announcements come before a turn by precedence."""
    turn = live.turn
    for n, group in enumerate(announcements):
        if (group.instrument.id, group.award, group.placing) == (
            turn.instrument,
            turn.award,
            turn.placing,
        ):
            return n
    return 0
