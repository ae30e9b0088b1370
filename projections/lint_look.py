"""What the linter's rules look at: the plan, its guests and seats, the day; and how they tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID, uuid5

from immutables import Map

from conference.rules.honorifics import split_honorific
from conference.rules.lint_rules import RULES
from conference.rules.names import fold
from projections.agenda import Agenda
from projections.award_book import AwardBook
from projections.award_plan import Instrument, Line
from projections.award_plan import Turn as Planned
from projections.conference import ConferenceDocument
from projections.guest import Guest, Guests
from projections.lint_finding import Cause, Finding, Fix
from projections.run_sheet import RunSheet
from projections.run_sheet_turn import Recipient, Turn
from projections.seating_plan import SeatingPlan

NOTHING: Map[str, Any] = Map()

NOBODYS: frozenset[UUID] = frozenset()


def key(name: str) -> str:
    """A name without its honorific, folded: who is meant, however the name is written."""
    return fold(split_honorific(name)[1])


def ticked(sheet: RunSheet) -> frozenset[UUID]:
    """Lines whose objects lie on the trays of the ceremony itself."""
    run = sheet.runs.get(0)
    return run.ticked if run else NOBODYS


@dataclass(frozen=True)
class Look:
    """`today` is the day on the conference's clock; `past` the run-sheets of the positions that
    papers made elsewhere have printed on them, as far as there are such positions."""

    conference: ConferenceDocument
    sheet: RunSheet
    plan: SeatingPlan
    agenda: Agenda
    today: date
    past: Mapping[int, RunSheet]

    @property
    def book(self) -> AwardBook:
        return self.sheet.book

    @property
    def guests(self) -> Guests:
        return self.sheet.guests

    @property
    def turns(self) -> tuple[Turn, ...]:
        return self.sheet.turns

    @property
    def ticked(self) -> frozenset[UUID]:
        """Lines whose objects were ticked off at the tray table."""
        return ticked(self.sheet)

    @cached_property
    def decisions(self) -> tuple[Instrument, ...]:
        return tuple(one for one in self.book.instruments if one.presentable)

    @cached_property
    def proposals(self) -> tuple[Instrument, ...]:
        return tuple(one for one in self.book.instruments if not one.presentable)

    @cached_property
    def lines(self) -> dict[UUID, tuple[Instrument, Line]]:
        """Every line with its instrument."""
        return {line.id: (one, line) for one in self.book.instruments for line in one.lines}

    @cached_property
    def waiting(self) -> tuple[tuple[Turn, Planned, tuple[Recipient, ...]], ...]:
        """Turns in which something can still be put right, as shown and as planned, each with its
        recipients who have nothing yet."""
        pairs = zip(self.turns, self.book.turns, strict=True)
        left = (
            (turn, plan, tuple(one for one in turn.recipients if one.state != "presented"))
            for turn, plan in pairs
        )
        return tuple(one for one in left if one[2])

    @cached_property
    def by_name(self) -> dict[str, Guest | None]:
        """Guests by the names under which they are known; None where several share one."""
        found: dict[str, Guest | None] = {}
        for guest in self.guests.values():
            for name in {key(name) for name in (guest.name, guest.coming) if name}:
                found[name] = guest if name not in found else None
        return found

    def known(self, guest: UUID | None, name: str) -> Guest | None:
        """The guest who is meant: as linked, else the only one of that name."""
        if guest is not None:
            return self.guests.get(guest)
        return self.by_name.get(key(name))

    def causes(self, *keys: object) -> tuple[Cause, ...]:
        """The facts of the awards that last said something of these: ids, or topics."""
        id = uuid5(self.conference.id, "awards")
        versions = (self.book.causes.get(one) for one in keys)
        found = sorted({version for version in versions if version is not None})
        return tuple(Cause("awards", id, version) for version in found)

    def guest_cause(self, guest: Guest | None) -> tuple[Cause, ...]:
        return (Cause("invitation", guest.id, guest.version),) if guest else ()

    def noun_cause(self, noun: str, version: int) -> tuple[Cause, ...]:
        """The last fact of the conference's agenda or seating."""
        return (Cause(noun, uuid5(self.conference.id, noun), version),) if version else ()

    def of_line(self, code: str, line: UUID, *causes: Cause, **facts: Any) -> Finding:
        """A finding about a line of an instrument."""
        instrument, known = self.lines[line]
        said = {"name": known.name, "number": known.number, **facts}
        rule = RULES[code]
        pages = {
            "line": Fix("instrument", instrument.id, line),
            "instrument": Fix("instrument", instrument.id, line),
            "guest": Fix("guest", known.guest),
            "seating": Fix("seating"),
            "turn": Fix("turn", self._turn_of(line), line),
        }
        fix = pages.get(rule.fix) or Fix(rule.fix)
        about = (*self.causes(line, instrument.id), *causes)
        return self.finding(code, f"line:{line}", about, said, fix)

    def of_turn(self, code: str, turn: Turn, *causes: Cause, **facts: Any) -> Finding:
        """A finding about a turn on stage; its number is told, and is no part of what was said."""
        about = (*self.causes(turn.id, turn.instrument), *causes)
        said = {"award": turn.award, "placing": turn.placing, **facts}
        fix = Fix(RULES[code].fix, turn.id)
        return self.finding(code, f"turn:{turn.id}", about, said, fix, turn=turn.number)

    def of_instrument(self, code: str, one: Instrument, *causes: Cause, **facts: Any) -> Finding:
        said = {"title": one.title, **facts}
        about = (*self.causes(one.id), *causes)
        return self.finding(code, f"instrument:{one.id}", about, said, Fix("instrument", one.id))

    def finding(
        self,
        code: str,
        where: str,
        causes: Iterable[Cause],
        facts: Mapping[str, Any],
        fix: Fix,
        **beside: Any,
    ) -> Finding:
        """A finding with its rule's severity, or the one that `facts` say."""
        rule, said = RULES[code], dict(facts)
        severity = said.pop("severity", None) or rule.severity
        shown = NOTHING.update({**beside, **said.pop("beside", {})})
        known = tuple(dict.fromkeys(causes))
        return Finding(code, severity, where, Map(said), shown, rule.source, known, fix)

    def _turn_of(self, line: UUID) -> UUID | None:
        home = self.sheet.rows.homes.get(line)
        return home.id if home else None
