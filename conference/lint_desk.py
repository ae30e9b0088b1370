"""What web and api share of the linter: findings as who asks may see them, where to put them
right, and answering for one of them."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import url_for

from conference import gate
from conference.commands.awards_checks import waive_finding
from conference.errors import Refused
from conference.gate_edition import seen
from conference.language import sentence
from conference.lint_words import message
from conference.store import Store
from events.base import Stamp
from projections.library import Shelf
from projections.lint_finding import Cause, Finding, Lint
from projections.lint_kept import Kept

KEPT = Kept()
"""What was found, for all who ask this process."""


def lint_here() -> Lint:
    """The findings of the conference in the URL, by the programme that who asks may see."""
    shelf = seen()
    return KEPT.of(shelf, day_of(shelf), gate.house().library)


def lint_now() -> Lint:
    """The same as of now, for a form that was sent."""
    gate.fresh()
    return lint_here()


def day_of(shelf: Shelf) -> date:
    """The day on the conference's clock: today's, or that of the position which is asked for."""
    at, moment = gate.asked_position(), gate.now()
    if at is not None:
        facts = gate.house().store.facts(at - 1, 1)
        moment = facts[0][1].timestamp if facts else moment
    return shelf.conference.clock(moment).date()


def told(finding: Finding) -> str:
    """The finding as a sentence in the language of who asks."""
    return message(finding, sentence)


AT_HAND = {"lint": lint_here, "lint_message": told}
"""What every template may say."""

PAGES = {
    "instrument": ("read_awards", "awards.instrument_page", "instrument"),
    "guest": ("read_guest_list", "guests.one_page", "guest"),
    "turn": ("read_awards", "plan.plan_page", "turn"),
    "objects": ("read_awards", "plan.objects_page", "turn"),
    "seating": ("read_seating_plan", "seating.seating_page", None),
    "item": ("read_agenda", "agenda.agenda_page", None),
    "papers": ("read_awards", "lint.lint_page", None),
}
"""The page on which each kind of place is put right: its act, and what its address says of it."""

ELEMENTS = {"turn": "turn", "objects": "objects", "item": "item", "papers": "artefact"}
"""What the element of such a page is called, before the id."""


def place_of(finding: Finding) -> str | None:
    """The address at which a finding is put right; None for who may not read that page."""
    act, endpoint, name = PAGES[finding.fix.page]
    if not gate.allowed(act):
        return None
    ids: dict[str, Any] = {name: finding.fix.id} if name else {}
    here, anchor = gate.shelf().conference.id, anchor_of(finding)
    return url_for(endpoint, conference_id=here, _anchor=anchor, **ids)


def anchor_of(finding: Finding) -> str | None:
    """The element of that page."""
    fix = finding.fix
    if fix.line is not None:
        return f"line-{fix.line}"
    element = ELEMENTS.get(fix.page)
    return f"{element}-{fix.id}" if element and fix.id else None


def fact_path(cause: Cause) -> str | None:
    """The address of a fact in the history; None for who may not read that."""
    if not gate.allowed("read_history"):
        return None
    here = gate.shelf().conference.id
    of, version = cause.aggregate, cause.version
    return url_for("history.history_page", conference_id=here, of=of, version=version)


def waive_shown(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    code: str,
    where: str,
    said: str,
    expecting: int | None = None,
    **more: str,
) -> None:
    """Answer for a finding as it was shown. Refused where there is none that says this: who signs
    for something must have seen it."""
    now = (one.said for one in lint_now().findings if (one.code, one.where) == (code, where))
    if said not in now:
        raise Refused("lint.changed")
    known = {"conference_id": conference_id, "code": code, "where": where, "said": said}
    waive_finding(store, stamp, **known, expecting=expecting, **more)  # type: ignore[arg-type]


waive_shown.__name__ = waive_finding.__name__  # the act, and whose words the page then says
