"""The linter: what must be put right before anybody steps on the stage, and who answers for it.

A pure function of the documents. It is kept for as long as none of those it reads becomes another,
so that it runs on every fact that says anything of them, and on no other.
"""

from collections.abc import Mapping
from datetime import date
from itertools import chain

from projections import (
    lint_artefacts,
    lint_instruments,
    lint_names,
    lint_objects,
    lint_order,
    lint_presenters,
    lint_recipients,
    lint_speakers,
)
from projections.library import Shelf
from projections.lint_finding import Finding, Lint, in_order
from projections.lint_look import Look, ticked
from projections.replaced import replaced
from projections.run_sheet import RunSheet

TRAITS = (
    lint_instruments,
    lint_order,
    lint_recipients,
    lint_names,
    lint_speakers,
    lint_presenters,
    lint_objects,
    lint_artefacts,
)
"""The modules of rules: what each finds, in the plan's order."""


def lint(shelf: Shelf, today: date, past: Mapping[int, RunSheet]) -> Lint:
    """All findings of a conference. `today` is the day on its own clock; `past` has the run-sheet
    of each position that a paper made elsewhere has printed on it (`printed`)."""
    look = Look(shelf.conference, shelf.run_sheet, shelf.seating_plan, shelf.agenda, today, past)
    found = in_order(chain.from_iterable(trait.found(look) for trait in TRAITS))
    once = {(one.code, one.where): one for one in reversed(found)}
    return Lint(tuple(answered(look, one) for one in reversed(once.values())))


def answered(look: Look, finding: Finding) -> Finding:
    """The finding with who answers for it: a waiver holds for what was found when it was given."""
    waiver = look.book.prepared.waivers.get((finding.code, finding.where))
    if waiver is None:
        return finding
    holds = waiver.said == finding.said
    return replaced(finding, **{"waiver" if holds else "lapsed": waiver})


def printed(shelf: Shelf) -> frozenset[int]:
    """The positions that papers made elsewhere have printed on them."""
    papers = shelf.run_sheet.book.prepared.artefacts.values()
    return frozenset(one.shown_at for one in papers if one.shown_at is not None)


def read(shelf: Shelf) -> tuple[object, ...]:
    """The documents that findings are made of."""
    sheet = shelf.run_sheet
    return (shelf.conference, sheet.rows, ticked(sheet), shelf.seating_plan, shelf.agenda)
