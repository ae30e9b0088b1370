"""Builders of the stage: a ceremony played cue by cue over the facts of plan, guests and stage."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from builders import KIEN_GIANG, STAMP, at, folded, id
from builders_invitation import facts_of

from conference.domain.awards import Awards
from conference.domain.stage import Stage
from events.base import Fact
from projections import run_sheet
from projections.ceremony import Ceremony, ceremony_of

START = at("10:00")

Act = Callable[[Awards], object]


class Played:
    """A ceremony that goes on as its MC presses: what a screen would show after each press."""

    def __init__(self, *before: Fact, run: int = 0, speed: int = 1) -> None:
        self.facts = list(before)
        self.run = run
        self.clock = START
        self.stage = Stage.open_for(STAMP, KIEN_GIANG, run, START, START, speed)
        self.take()

    def take(self, *others: Fact) -> None:
        self.facts += [*facts_of(self.stage), *others]

    @property
    def now(self) -> Ceremony:
        sheet = folded(run_sheet, self.facts)
        return ceremony_of(sheet, START, self.run)

    def act(self, act: Callable[..., object], *said: Any, **more: Any) -> None:
        """An act on the stage a second later."""
        self.clock += timedelta(seconds=1)
        act(STAMP, *said, at=self.clock, **more)
        self.take()

    def press(self) -> str | None:
        """The main button; answers the key of the cue, None where there is none to go on to."""
        now = self.now
        cue = now.next_cue
        if cue is None:
            return None
        live = now.by_id.get(cue.turn) if cue.turn else None
        row = [asdict(one) for one in live.planned] if live and cue.kind == "call" else None
        said = {"kind": cue.kind, "turn": cue.turn, "instrument": cue.instrument, "row": row}
        after = now.taken[-1].cue if now.taken else None
        self.act(self.stage.take_cue, cue.key, after, **said, seen=len(self.facts))
        return cue.key

    def until(self, kind: str) -> None:
        """Press until a cue of this kind is on."""
        while self.press():
            if self.now.cue and self.now.cue.kind == kind:
                return
        raise AssertionError(f"no {kind} any more")

    def play(self) -> list[str]:
        """Press to the end; answers the kinds of the cues."""
        return [key.partition(":")[0] for key in iter(self.press, None)]

    def called(self) -> list[list[str]]:
        """The names that were called, turn by turn."""
        return [[one.name for one in live.called] for live in self.now.turns if live.row]


def rows(ceremony: Ceremony) -> list[list[str]]:
    """All turns as they would be called, gaps in brackets."""
    return [
        [f"({one.name})" if one.gap else one.name for one in live.places] for live in ceremony.turns
    ]


def planned(*acts: Act) -> list[Fact]:
    """The facts of awards after some acts."""
    awards = Awards.begin_for(STAMP, KIEN_GIANG)
    for act in acts:
        act(awards)
    return facts_of(awards)


def linked(*names: str) -> Sequence[Act]:
    """Each line is received by the guest of its name."""
    return [lambda a, one=name: a.link_recipient(STAMP, id(one), id(one)) for name in names]  # type: ignore[misc]
