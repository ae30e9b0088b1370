"""What the MC's screen shows at each cue: the words, the row, what follows, who is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from conference import stage_desk
from conference.documents.mc_words import Called, Sentence, Spoken, correction, spoken
from conference.documents.mc_words import added as heard_first
from conference.language import sentence
from projections.ceremony import Ceremony
from projections.ceremony_cues import Cue
from projections.ceremony_row import LiveTurn
from projections.run_sheet_turn import Recipient

BACK = 5
"""Cues that the script keeps behind the one that is on: one turn, for who steps back offline."""

AHEAD = 100
"""Cues that it holds ahead: twenty turns, more than any outage of a hall's network lasts."""

EARLY = timedelta(minutes=15)
"""Before the ceremony the MC is told who is missing without asking (issue 5)."""


@dataclass(frozen=True)
class Step:
    """The screen while a cue is on (None: before the first). `next` is what the main button does;
    `going` says of how many that are missing it decides, and what."""

    cue: Cue | None
    next: Cue | None
    said: Spoken | None
    live: LiveTurn | None
    following: LiveTurn | None
    going: tuple[int, str] | None

    @property
    def key(self) -> str:
        return self.cue.key if self.cue else ""


def step_at(ceremony: Ceremony, n: int) -> Step:
    """The screen at the cue of this number, -1 before the first."""
    cues = ceremony.cues
    cue = cues[n] if n >= 0 else None
    ahead = cues[n + 1 :]
    over = ceremony.run is not None and ceremony.run.closed_at is not None
    next_ = ahead[0] if ahead and not over else None
    calls = [ceremony.by_id[one.turn] for one in ahead if one.kind == "call" and one.turn]
    shown = ceremony.by_id.get(cue.turn) if cue and cue.turn else None
    live = shown or (calls.pop(0) if calls else None)
    said = spoken(cue, ceremony, sentence) if cue else None
    return Step(cue, next_, said, live, calls[0] if calls else None, going(ceremony, next_))


def going(ceremony: Ceremony, cue: Cue | None) -> tuple[int, str] | None:
    """Of how many a press decides who are missing in the row that it calls."""
    if cue is None or cue.kind != "call" or cue.turn is None:
        return None
    settled = stage_desk.settling(ceremony, ceremony.by_id[cue.turn])
    return (len(settled), settled[0][1]) if settled else None


def on(ceremony: Ceremony) -> int:
    return len(ceremony.taken) - 1


def current(ceremony: Ceremony) -> Step:
    return step_at(ceremony, on(ceremony))


def script(ceremony: Ceremony) -> Iterator[Step]:
    """The screens around now, for a device that may lose the server."""
    now = on(ceremony)
    last = min(len(ceremony.cues), now + 1 + AHEAD)
    yield from (step_at(ceremony, n) for n in range(max(-1, now - BACK), last))


ASKED = frozenset({"missing", "absent", "held", "later", "dropped"})
"""States of who is missing, or of whom somebody, or the late policy, has said what becomes."""


def missing(ceremony: Ceremony) -> list[tuple[LiveTurn, list[Recipient]]]:
    """By turn who is missing, or stays away as was said; a line that was held over stands where it
    was planned."""
    settled = ceremony.run.settled if ceremony.run else {}
    seen = set(ceremony.gone)
    found: list[tuple[LiveTurn, list[Recipient]]] = []
    for live in ceremony.turns:
        people = [
            one
            for one in live.turn.recipients
            if one.line not in seen and (one.state in ASKED or one.line in settled)
        ]
        seen |= {one.line for one in people}
        found += [(live, people)] if people else []
    return found


def near(ceremony: Ceremony, now: datetime) -> bool:
    """Whether it is so close to the ceremony that who is missing matters, and nothing is read."""
    starts_at = ceremony.starts_at
    return not ceremony.taken and starts_at is not None and now >= starts_at - EARLY


def added(ceremony: Ceremony) -> tuple[Called, ...]:
    """Names to be read before the MC takes the edits that wait: the hall's screen has them then."""
    live = ceremony.on_stage
    return heard_first(live, sentence) if live else ()


def again(ceremony: Ceremony, number: str) -> LiveTurn | None:
    """A turn that was called, by its number as it was typed, for what has to be put right later."""
    shown = current(ceremony).live
    called = (live for live in ceremony.turns if live.row is not None and live is not shown)
    return next((live for live in called if str(live.turn.number) == number), None)


def corrections(ceremony: Ceremony) -> list[Sentence]:
    """What was put right, in the words that the MC says, in order."""
    known = ceremony.rows.everybody
    found = ceremony.run.corrections if ceremony.run else ()
    return [
        correction(one, known[one.line].name if one.line in known else "…", sentence)
        for one in found
    ]
