"""The lock, waivers and papers made elsewhere in the book of awards."""

from events.awards_checks import (
    ArtefactEntered,
    ArtefactWithdrawn,
    FindingWaived,
    PlanAmended,
    PlanLocked,
    PlanUnlocked,
    WaiverRevoked,
)
from projections.award_book import AwardBook
from projections.award_book_annex import evolve
from projections.award_book_plan import prepared
from projections.award_prepared import Artefact, Waiver

__all__ = ["evolve"]


@evolve.register
def _(fact: PlanLocked, awards: AwardBook) -> AwardBook:
    at = fact.timestamp
    return prepared(awards, fact, locks=fact.number, locked=True, locked_at=at, amended=())


@evolve.register
def _(fact: PlanUnlocked, awards: AwardBook) -> AwardBook:
    return prepared(awards, fact, locked=False)


@evolve.register
def _(fact: PlanAmended, awards: AwardBook) -> AwardBook:
    return prepared(awards, fact, amended=(*awards.prepared.amended, fact.reason))


@evolve.register
def _(fact: FindingWaived, awards: AwardBook) -> AwardBook:
    waiver = Waiver(fact.said, fact.name, fact.reason)
    waivers = awards.prepared.waivers.set((fact.code, fact.where), waiver)
    return prepared(awards, fact, waivers=waivers)


@evolve.register
def _(fact: WaiverRevoked, awards: AwardBook) -> AwardBook:
    known, key = awards.prepared.waivers, (fact.code, fact.where)
    return prepared(awards, fact, waivers=known.delete(key) if key in known else known)


@evolve.register
def _(fact: ArtefactEntered, awards: AwardBook) -> AwardBook:
    said = (fact.artefact, fact.kind, fact.title, fact.turn, tuple(fact.shows), fact.shown_at)
    known = awards.prepared.artefacts.set(fact.artefact, Artefact(*said))
    return prepared(awards, fact, artefacts=known)


@evolve.register
def _(fact: ArtefactWithdrawn, awards: AwardBook) -> AwardBook:
    known = awards.prepared.artefacts
    gone = known.delete(fact.artefact) if fact.artefact in known else known
    return prepared(awards, fact, artefacts=gone)
