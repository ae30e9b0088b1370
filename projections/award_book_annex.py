"""Annexes in the book of awards: the file of an instrument, and what it says beside its lines."""

from immutables import Map

from events.awards_annex import AnnexImported
from projections.award_annex import Annex
from projections.award_book import AwardBook, after
from projections.award_book_plan import evolve

__all__ = ["evolve"]


@evolve.register
def _(fact: AnnexImported, awards: AwardBook) -> AwardBook:
    """All that is said of lines in one go: a list may have thousands."""
    annex = Annex(
        fact.file,
        fact.timestamp,
        fact.collectives,
        fact.individuals,
        fact.added,
        fact.changed,
        fact.gone,
    )
    with awards.changes.mutate() as changes:
        for one in fact.details:
            said = {"unit": one["unit"], "note": one["note"], "aliases": tuple(one["aliases"])}
            changes[one["line"]] = changes.get(one["line"], Map()).update(said)
        changed = changes.finish()
    annexes = awards.annexes.set(fact.instrument, annex)
    return after(awards, fact, changes=changed, annexes=annexes)
