"""The agenda's list editor, more of its pages: one item's forms, parts, templates, copies."""

from typing import Any
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.agenda_drafting import (
    DuplicateItem,
    InsertTemplate,
    SplitItem,
    duplicate_item,
    insert_items,
    insert_template,
    split_item,
)
from conference.commands.agenda_mended import ReinstateItem, reinstate_item
from conference.commands.fields import Asked, Id, Number, Yes
from conference.errors import NotFound, Refused
from conference.gate import may
from conference.gate_edition import seen, seen_in
from conference.rules import roles
from conference.web.agenda import agenda_page, pages
from conference.web.door import act, page, partial_asked
from projections.agenda_copy import copied as copied_items
from projections.conference_list import Listed
from projections.library import Shelf

__all__ = ["pages"]

SHOWN = 30
"""Conferences to copy from on one page; more are found by their words."""


@pages.get("/items/<uuid:item>")
@may("describe_item")
def item_panel(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    """The forms of one item, for its row; else the page with that row open."""
    agenda = seen().agenda
    found = next((one for one in agenda.items if one.id == item), None)
    if found is None:
        raise NotFound("item", item)
    if not partial_asked():
        whole = url_for("agenda.agenda_page", conference_id=conference_id, item=item)
        return redirect(f"{whole}#item-{item}", 303)
    return render_template("agenda/_item_edit.html", item=found, agenda=agenda)


@pages.post("/items/<uuid:item>/duplicate")
@may("duplicate_item")
def item_duplicate(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return act(DuplicateItem, duplicate_item, agenda_page, key=item, item=item)


@pages.post("/items/<uuid:item>/parts")
@may("split_item")
def item_parts(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return act(SplitItem, split_item, agenda_page, key=item, item=item)


@pages.post("/items/<uuid:item>/reinstatement")
@may("reinstate_item")
def item_reinstatement(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    at = gate.conference_now()
    return act(ReinstateItem, reinstate_item, agenda_page, key=item, item=item, at=at)


@pages.post("/templates")
@may("insert_template")
def templates(conference_id: UUID) -> ResponseReturnValue:
    return act(InsertTemplate, insert_template, agenda_page)


@pages.get("/copy")
@may("copy_agenda")
def copy_page(conference_id: UUID) -> ResponseReturnValue:
    """The conferences to copy from, and what would come of the chosen one."""
    wanted, chosen = request.args.get("q", "").strip(), request.args.get("from")
    listed = sources(conference_id, wanted)
    found = source_of(id_of(chosen)) if chosen else None
    people = request.args.get("people") == "true"
    items = copied(found, people=people) if found else ()
    shown = {"listed": listed[:SHOWN], "found": len(listed), "wanted": wanted, "people": people}
    agenda = seen_in(found).agenda if found else None
    return page("agenda_copy", **shown, source=found, copied_agenda=agenda, items=items)


class CopyAgenda(Asked):
    source = Id(required=True)
    source_version = Number(required=True)
    people = Yes(load_default=False)


@pages.post("/copies")
@may("copy_agenda")
def copies(conference_id: UUID) -> ResponseReturnValue:
    return act(CopyAgenda, copy_agenda, agenda_page)


def copy_agenda(
    store: Any, stamp: Any, *, source: UUID, source_version: int, people: bool, **told: Any
) -> None:
    """Insert what was shown of another conference; Refused where that has changed since."""
    found = source_of(source)
    if seen_in(found).agenda.version != source_version:
        raise Refused("agenda.source-changed")
    insert_items(store, stamp, items=copied(found, people=people), **told)


def id_of(written: str) -> UUID:
    try:
        return UUID(written)
    except ValueError as error:
        raise NotFound("conference", written) from error


def source_of(id: UUID) -> Shelf:
    """A conference whose agenda who asks may read; NotFound for every other."""
    found = gate.shelf_of(id)
    if not roles.may(gate.roles_in(found), "read_agenda"):
        raise NotFound("conference", id)
    return found


def sources(conference_id: UUID, wanted: str) -> list[Listed]:
    return [
        one
        for one in gate.own_conferences(wanted)
        if one.id != conference_id and readable(gate.shelf_of(one.id))
    ]


def readable(found: Shelf) -> bool:
    return roles.may(gate.roles_in(found), "read_agenda") and bool(seen_in(found).agenda.items)


def copied(found: Shelf, *, people: bool) -> tuple[dict[str, Any], ...]:
    here = gate.shelf().conference
    return copied_items(seen_in(found).agenda, found.conference, here, people=people)
