"""The book of awards, as the award facts make it: shared by the awards page and the run-sheet."""

from dataclasses import dataclass, field
from functools import cached_property, singledispatch
from typing import Any, TypeVar
from uuid import UUID

from immutables import Map

from events.awards import (
    AwardPresented,
    AwardsBegun,
    InstrumentAnnounced,
    InstrumentRegistered,
    InstrumentRevised,
    InstrumentWithdrawn,
    RecipientLinked,
    RepresentativeNamed,
)
from events.base import Fact
from projections.award_annex import Annex
from projections.award_instrument import instrument_of
from projections.award_plan import (
    Group,
    Instrument,
    Line,
    Settings,
    Turn,
    announced_order,
    planned,
)
from projections.award_prepared import Prepared, causes
from projections.replaced import replaced

AnyBook = TypeVar("AnyBook", bound="AwardBook")


@dataclass(frozen=True)
class AwardBook:
    by_id: Map[UUID, Instrument] = field(default_factory=Map)
    changes: Map[UUID, Map[str, Any]] = field(default_factory=Map)
    """What later facts said of single lines, by line: linked guest, representative, presented."""
    annexes: Map[UUID, Annex] = field(default_factory=Map)
    """The files that lines came in, by instrument."""
    withdrawn: Map[UUID, str] = field(default_factory=Map)
    """Titles of instruments that are no longer in the ceremony."""
    settings: Settings = field(default_factory=Settings)
    prepared: Prepared = field(default_factory=Prepared)
    causes: Map[object, int] = field(default_factory=Map)
    """The version that last said something of an instrument, a line, a turn, or a setting."""
    registered: int = 0
    version: int = 0

    @cached_property
    def instruments(self) -> tuple[Instrument, ...]:
        """All instruments in the order they were registered, their lines as of now."""
        found = sorted(self.by_id.values(), key=lambda one: one.order)
        return tuple(
            replaced(one, lines=tuple(self._now(line) for line in one.lines)) for one in found
        )

    @cached_property
    def announcements(self) -> tuple[Group, ...]:
        return announced_order(self.instruments, self.settings)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        prepared = self.prepared
        return planned(self.instruments, self.settings, prepared.off_stage, prepared.arranged)

    @cached_property
    def stage_places(self) -> dict[UUID, tuple[int, int]]:
        """The first turn on stage of each guest who receives, and the position in it."""
        found: dict[UUID, tuple[int, int]] = {}
        for turn in self.turns:
            for position, line in enumerate(turn.lines, 1):
                if line.guest is not None:
                    found.setdefault(line.guest, (turn.number, position))
        return found

    @property
    def presentable(self) -> int:
        """Lines that can be presented: those of decisions, on the stage or elsewhere."""
        return sum(len(one.lines) for one in self.by_id.values() if one.presentable)

    def named(self, id: UUID) -> str | None:
        """The title of an instrument or the name of a line, None for anything else."""
        if instrument := self.by_id.get(id):
            return instrument.title
        lines = (line for one in self.by_id.values() for line in one.lines if line.id == id)
        line = next(lines, None)
        return line.name if line else self.withdrawn.get(id)

    def _now(self, line: Line) -> Line:
        said = self.changes.get(line.id)
        return replaced(line, **dict(said)) if said else line


@singledispatch
def evolve(fact: Fact, awards: AnyBook) -> AnyBook:
    """The book after a fact; a page that is a book stays that page."""
    return awards


def after(awards: AnyBook, fact: Fact, **changes: Any) -> AnyBook:
    """The book with some fields exchanged by a fact."""
    known = awards.causes.update(dict.fromkeys(causes(fact), fact.originator_version))
    return replaced(awards, version=fact.originator_version, causes=known, **changes)


def said(awards: AnyBook, fact: Fact, line: UUID, **changes: Any) -> AnyBook:
    """The awards with one line as now known."""
    known = awards.changes.get(line, Map()).update(changes)
    return after(awards, fact, changes=awards.changes.set(line, known))


def taken(awards: AnyBook, fact: InstrumentRegistered | InstrumentRevised, order: int) -> AnyBook:
    """The awards with an instrument as the fact has it, all of it."""
    instrument = instrument_of(fact, order)
    before = awards.by_id.get(fact.instrument)
    if before is not None:
        instrument = replaced(instrument, announced_at=before.announced_at)
    return after(awards, fact, by_id=awards.by_id.set(instrument.id, instrument))


@evolve.register
def _(fact: AwardsBegun, awards: AwardBook) -> AwardBook:
    return after(awards, fact)


@evolve.register
def _(fact: InstrumentRegistered, awards: AwardBook) -> AwardBook:
    order = awards.registered + 1
    return replaced(taken(awards, fact, order), registered=order)


@evolve.register
def _(fact: InstrumentRevised, awards: AwardBook) -> AwardBook:
    """The revision says all lines anew; what was presented, and what is known of a name or an
    object whatever the instrument says, stays."""
    changes = awards.changes
    for line in fact.lines:
        kept = Map({k: v for k, v in changes.get(line["line"], Map()).items() if k in KEPT})
        changes = changes.set(line["line"], kept)
    order = awards.by_id[fact.instrument].order
    return replaced(taken(awards, fact, order), changes=changes)


HAPPENED = frozenset({"presented_at", "presenter", "receiver", "objects", "witness"})
KEPT = HAPPENED | {"phonetic", "aliases", "readiness", "unit", "note"}


@evolve.register
def _(fact: InstrumentWithdrawn, awards: AwardBook) -> AwardBook:
    """Its lines go, and what was said of them; its title stays for the history to name."""
    gone = awards.by_id[fact.instrument]
    changes = awards.changes
    for line in gone.lines:
        changes = changes.delete(line.id) if line.id in changes else changes
    by_id, titles = awards.by_id.delete(gone.id), awards.withdrawn.set(gone.id, gone.title)
    return after(awards, fact, by_id=by_id, changes=changes, withdrawn=titles)


@evolve.register
def _(fact: RecipientLinked, awards: AwardBook) -> AwardBook:
    return said(awards, fact, fact.line, guest=fact.guest)


@evolve.register
def _(fact: RepresentativeNamed, awards: AwardBook) -> AwardBook:
    return said(awards, fact, fact.line, representative=fact.name, relation=fact.relation)


@evolve.register
def _(fact: InstrumentAnnounced, awards: AwardBook) -> AwardBook:
    read = replaced(awards.by_id[fact.instrument], announced_at=fact.at)
    return after(awards, fact, by_id=awards.by_id.set(read.id, read))


@evolve.register
def _(fact: AwardPresented, awards: AwardBook) -> AwardBook:
    who = {"presenter": fact.presenter, "receiver": fact.receiver, "witness": fact.witness}
    objects = tuple(fact.objects or ())
    return said(awards, fact, fact.line, presented_at=fact.at, objects=objects, **who)
