"""Where the code on a paper of the ceremony leads: does the print still hold, or what changed."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.awards_checks import enter_artefact
from conference.commands.prints import UsePrint
from conference.documents.ceremony_paper import Paper
from conference.documents.ceremony_papers import PAPERS
from conference.documents.paper_changes import Change, changes
from conference.documents.plan_words import plan_words
from conference.errors import NotFound
from conference.gate import may
from conference.gate_edition import seen, seen_at
from conference.language import sentence
from conference.web.door import act, noun, page
from conference.web.paper_answers import source_of

pages = noun("prints", "/prints")

KINDS = {
    "mc-script": "mc_script",
    "run-sheet": "other",
    "tray-sheet": "tray_sheet",
    "presenter-cards": "presenter_card",
    "posting-list": "other",
}
"""Papers that follow the turns, and what kind of artefact a print of them is; the others go by the
decisions' own order, or tell what happened."""


@dataclass(frozen=True)
class Print:
    """A print and what holds now. `of_draft`: it shows a draft of the programme which who asks
    does not see, and so its hours cannot be compared."""

    name: str
    position: int
    title: str
    plan_then: str
    plan_now: str
    changes: tuple[Change, ...]
    of_draft: bool
    usable: bool
    used: bool

    @property
    def current(self) -> bool:
        return not self.changes and not self.of_draft


@pages.get("/<paper>/<int:position>")
@may("read_run_sheet")
def print_page(conference_id: UUID, paper: str, position: int) -> ResponseReturnValue:
    return page("prints", one=compared(paper, position))


@pages.post("/<paper>/<int:position>/use")
@may("enter_artefact")
def use(conference_id: UUID, paper: str, position: int) -> ResponseReturnValue:
    """The print is in use: from now on it is checked like any paper made elsewhere."""
    then = paper_at(paper, position)
    if paper not in KINDS:
        raise NotFound("paper", paper)
    said: dict[str, Any] = {"kind": KINDS[paper], "title": f"{then.title} #{position}"}
    said |= {"turn": None, "shows": list(then.planned), "shown_at": position}
    known = artefact(conference_id, paper, position)
    return act(UsePrint, enter_artefact, print_page, artefact=known, **said)


def artefact(conference_id: UUID, paper: str, position: int) -> UUID:
    """The same print entered twice is one artefact."""
    return uuid5(conference_id, f"print/{paper}/{position}")


def paper_at(paper: str, position: int) -> Paper:
    if paper not in PAPERS:
        raise NotFound("paper", paper)
    return PAPERS[paper](source_of(seen_at(position), paper))


def compared(paper: str, position: int) -> Print:
    then, shelf = paper_at(paper, position), seen()
    source = source_of(shelf, paper)
    now, book = PAPERS[paper](source), shelf.run_sheet.book
    past = seen_at(position).run_sheet.book
    used = artefact(shelf.conference.id, paper, position) in book.prepared.artefacts
    drafted = "draft" in request.args and not gate.allowed("read_draft")
    return Print(
        paper,
        position,
        now.title,
        plan_words(past, sentence),
        plan_words(book, sentence),
        changes(then, now, source.say),
        drafted,
        paper in KINDS and bool(then.names),
        used,
    )
