"""Taking over a programme that others have written: shown first, recorded on a second word."""

from typing import Any
from uuid import UUID

from flask import flash, make_response, redirect, url_for
from flask.typing import ResponseReturnValue

from conference import gate, vault_uploads
from conference.errors import BadSheet, Refused
from conference.gate import may
from conference.importers.schedule_draft import read_programme
from conference.language import sentence
from conference.web.door import noun, page
from conference.web.workbook import changes, uploaded

pages = noun("schedule", "/agenda/schedule")

NOTHING: dict[str, Any] = {"bad": (), "outcome": None, "told": (), "passed_over": (), "waiting": ""}


@pages.get("")
@may("import_schedule")
def upload(conference_id: UUID) -> ResponseReturnValue:
    return page("schedule", **NOTHING)


@pages.post("")
@may("import_schedule")
def look(conference_id: UUID) -> ResponseReturnValue:
    """What the file would change; nothing is recorded yet."""
    store, stamp = gate.house().store, gate.stamp()
    try:
        data = uploaded()
        read = read_programme(data, gate.shelf())
        outcome = read.look(store, stamp)
    except BadSheet as bad:
        return make_response(page("schedule", **NOTHING | {"bad": bad.rows}), 422)
    waiting = vault_uploads.keep(store, stamp.by, data, stamp.at)
    said = {"outcome": outcome, "passed_over": read.passed_over, "waiting": waiting}
    return page("schedule", **NOTHING | said | {"told": tuple(changes(outcome))})


@pages.post("/imports/<waiting>")
@may("import_schedule")
def take_over(conference_id: UUID, waiting: str) -> ResponseReturnValue:
    """Take over the file that was looked at."""
    store, stamp = gate.house().store, gate.stamp()
    data = vault_uploads.kept(store, stamp.by, waiting, stamp.at)
    if data is None:
        raise Refused("workbook.gone")
    try:
        outcome = read_programme(data, gate.shelf()).take_over(store, stamp)
    except BadSheet as bad:
        return make_response(page("schedule", **NOTHING | {"bad": bad.rows}), 422)
    vault_uploads.drop(store, waiting)
    counts = {"added": outcome.count("added"), "changed": outcome.count("changed")}
    flash(sentence("done.import_schedule", **counts))
    return redirect(url_for("agenda.agenda_page", conference_id=conference_id), 303)
