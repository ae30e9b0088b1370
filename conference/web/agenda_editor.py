"""The agenda's list editor, more of its pages: one item's forms, fetched when its row is opened."""

from uuid import UUID

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from conference.errors import NotFound
from conference.gate import may
from conference.web.agenda import agenda_here, pages
from conference.web.door import partial_asked

__all__ = ["pages"]


@pages.get("/items/<uuid:item>")
@may("describe_item")
def item_panel(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    """The forms of one item, for its row; else the page with that row open."""
    found = next((one for one in agenda_here().items if one.id == item), None)
    if found is None:
        raise NotFound("item", item)
    if not partial_asked():
        page = url_for("agenda.agenda_page", conference_id=conference_id, item=item)
        return redirect(f"{page}#item-{item}", 303)
    return render_template("agenda/_item_edit.html", item=found, agenda=agenda_here())
