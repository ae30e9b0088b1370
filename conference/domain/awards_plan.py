"""The turns on stage, a trait of the awards: made by the rules, then put in order by hand."""

from collections.abc import Iterator
from uuid import UUID

from conference.domain.awards_rules import Ruled
from conference.errors import NotFound, Refused
from conference.rules.award_plan import (
    Arrangement,
    Entry,
    PlannedTurn,
    by_rule,
    recipient_moved,
    turn_moved,
    turn_split,
    turns_joined,
    turns_of,
)
from events.awards_plan import (
    RecipientMoved,
    StageListChosen,
    TurnMoved,
    TurnsArranged,
    TurnsJoined,
    TurnSplit,
    TurnsReset,
)
from events.base import Fact, Stamp


class Turned(Ruled):
    """Which lines come on stage, and in which turns."""

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)
        self.off_stage: frozenset[UUID] = frozenset()
        self.arranged: Arrangement | None = None
        self._made: tuple[int, Arrangement] = (0, ())

    def choose_stage_list(self, stamp: Stamp, lines: list[UUID], on_stage: bool) -> None:
        """Whether these lines come on the stage."""
        moving = [id for id in lines if (id in self.off_stage) == on_stage]
        for id in lines:
            known = self._line(id)
            if self.instruments[known.instrument]["kind"] != "decision":
                raise Refused("awards.proposal-never-presented", name=known.name)
        if moving:
            self.record(StageListChosen, stamp, lines=moving, on_stage=on_stage)

    def choose_stage_lines(self, stamp: Stamp, on: list[UUID], off: list[UUID]) -> None:
        """Some lines come on the stage and others do not, as one list has them ticked."""
        self.choose_stage_list(stamp, on, True)
        self.choose_stage_list(stamp, off, False)

    def move_turn(self, stamp: Stamp, turn: UUID, before: UUID | None) -> None:
        self._turn(turn)
        if before is not None:
            self._turn(before)
        if turn == before or turn_moved(self.turns, turn, before) == self.turns:
            return
        self._settle(stamp)
        self.record(TurnMoved, stamp, turn=turn, before=before)

    def move_recipient(
        self, stamp: Stamp, line: UUID, turn: UUID, before: UUID | None, why: str | None
    ) -> None:
        """Within the lines of one instrument, award and placing; out of the decision's order only
        for a reason `why`."""
        entries = {entry.line: entry for entry in self.entries()}
        if line not in entries:
            raise NotFound("line", line)
        if entries[self._turn(turn).lines[0]].group != entries[line].group:
            raise Refused("awards.other-award", name=entries[line].name)
        after = recipient_moved(self.turns, line, turn, before)
        if line == before or after == self.turns:
            return
        ruled = by_rule(entries.values(), self.plan_rules)
        like = entries[line]
        if why is None and reading(after, like, entries) != reading(ruled, like, entries):
            raise Refused("awards.order-reason", name=like.name)
        self._settle(stamp)
        self.record(RecipientMoved, stamp, line=line, turn=turn, before=before, reason=why)

    def split_turn(self, stamp: Stamp, turn: UUID, line: UUID, into: UUID) -> None:
        if line not in self._turn(turn).lines[1:]:
            raise Refused("awards.split-place")
        if into in {one.id for one in self.turns}:
            raise Refused("awards.turn-exists")
        self._settle(stamp)
        self.record(TurnSplit, stamp, turn=turn, line=line, into=into)

    def join_turns(self, stamp: Stamp, turn: UUID, other: UUID) -> None:
        """Two turns of one instrument, award and placing become one."""
        entries = {entry.line: entry for entry in self.entries()}
        one, two = (entries[self._turn(id).lines[0]] for id in (turn, other))
        if turn == other or one.group != two.group:
            raise Refused("awards.other-award", name=two.name)
        self._settle(stamp)
        self.record(TurnsJoined, stamp, turn=turn, other=other)

    def reset_turns(self, stamp: Stamp) -> None:
        """Let the rules make the turns again."""
        if self.arranged is not None:
            self.record(TurnsReset, stamp)

    @property
    def turns(self) -> Arrangement:
        """All turns as they stand, made once for each version."""
        if self._made[0] != self.version:
            made = turns_of(self.entries(), self.plan_rules, self.arranged)
            self._made = (self.version, made)
        return self._made[1]

    def entries(self) -> Iterator[Entry]:
        """The lines of decisions that come on stage."""
        for order, (id, one) in enumerate(self.instruments.items(), 1):
            for line in one["lines"] if one["kind"] == "decision" else ():
                if line["line"] not in self.off_stage:
                    said = (line["number"], line["name"], line["award"], line["placing"])
                    yield Entry(line["line"], id, order, *said)

    def _turn(self, turn: UUID) -> PlannedTurn:
        found = next((one for one in self.turns if one.id == turn), None)
        if found is None:
            raise NotFound("turn", turn)
        return found

    def _settle(self, stamp: Stamp) -> None:
        """Keep the turns as they stand, so that one of them can be moved."""
        turns = self.turns
        if any(turn.loose for turn in turns) or turns != self.arranged:
            said = [{"turn": turn.id, "lines": list(turn.lines)} for turn in turns]
            self.record(TurnsArranged, stamp, turns=said)

    def hold(self, fact: Fact) -> None:
        match fact:
            case StageListChosen():
                lines = frozenset(fact.lines)
                self.off_stage = self.off_stage - lines if fact.on_stage else self.off_stage | lines
            case TurnsReset():
                self.arranged = None
            case TurnsArranged() | TurnMoved() | RecipientMoved() | TurnSplit() | TurnsJoined():
                self.arranged = rearranged(self.arranged or (), fact)
            case _:
                super().hold(fact)


Reordering = TurnsArranged | TurnMoved | RecipientMoved | TurnSplit | TurnsJoined


def rearranged(turns: Arrangement, fact: Reordering) -> Arrangement:
    """The turns after somebody put some of them in order."""
    match fact:
        case TurnsArranged():
            return tuple(PlannedTurn(one["turn"], tuple(one["lines"])) for one in fact.turns)
        case TurnMoved():
            return turn_moved(turns, fact.turn, fact.before)
        case RecipientMoved():
            return recipient_moved(turns, fact.line, fact.turn, fact.before)
        case TurnSplit():
            return turn_split(turns, fact.turn, fact.line, fact.into)
        case TurnsJoined():
            return turns_joined(turns, fact.turn, fact.other)


def reading(turns: Arrangement, like: Entry, entries: dict[UUID, Entry]) -> list[UUID]:
    """In which order the lines of one group are called."""
    return [
        line
        for turn in turns
        for line in turn.lines
        if line in entries and entries[line].group == like.group
    ]
