"""The pages of an annex's import: upload, what was understood, its faults, acceptance."""

from typing import Any
from uuid import UUID

from flask import flash, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from conference import gate, vault_shapes, vault_uploads
from conference.commands.annex import import_annex
from conference.documents.guest_sheet_xlsx import noted_xlsx
from conference.errors import BadSheet, Refused, Stale
from conference.gate import may
from conference.importers.workbook_rows import letters
from conference.language import label, sentence
from conference.rules.annex_columns import COLUMNS
from conference.web.annex_payload import (
    details_of,
    fault_rows,
    instrument_of,
    place_of,
    shown_value,
    told_of,
    words_of,
)
from conference.web.annex_seen import Seen, seen, shape_of
from conference.web.door import noun, page
from conference.web.guest_sheet import SHOWN, uploaded
from conference.web.workbook import file

pages = noun("annex_import", "/awards")


@pages.get("/annexes")
@may("import_annex")
def upload(conference_id: UUID) -> ResponseReturnValue:
    return shown()


@pages.post("/annexes")
@may("import_annex")
def keep(conference_id: UUID) -> ResponseReturnValue:
    """Keep the file for its second word, and show what it says."""
    try:
        data, name = uploaded()
    except BadSheet as bad:
        return make_response(shown(bad=bad.rows), 422)
    stamp = gate.stamp()
    waiting = vault_uploads.keep(gate.house().store, stamp.by, data, stamp.at)
    return redirect(url_for(".look", conference_id=conference_id, waiting=waiting, file=name), 303)


@pages.get("/annexes/<waiting>")
@may("import_annex")
def look(conference_id: UUID, waiting: str) -> ResponseReturnValue:
    """What the file says and would change; nothing is recorded yet."""
    return looked_at(waiting)


@pages.post("/annexes/<waiting>")
@may("import_annex")
def choose(conference_id: UUID, waiting: str) -> ResponseReturnValue:
    """The same with the table, columns and fields of the form."""
    return looked_at(waiting)


def looked_at(waiting: str) -> ResponseReturnValue:
    try:
        return shown(found=seen(waiting))
    except BadSheet as bad:
        return make_response(shown(bad=bad.rows), 422)


@pages.post("/annexes/<waiting>/faults")
@may("import_annex")
def faults(conference_id: UUID, waiting: str) -> ResponseReturnValue:
    """The rows with faults, as a sheet."""
    try:
        found = seen(waiting)
    except BadSheet as bad:
        return make_response(shown(bad=bad.rows), 422)
    headings = (label("annex", "where"), label("guest-sheet", "why"), *found.annex.part.head.words)
    title = label("guest-sheet", "noted")
    return file(noted_xlsx(title, headings, fault_rows(found)), "phu-luc-can-sua.xlsx")


@pages.post("/annexes/<waiting>/acceptance")
@may("import_annex")
def accept(conference_id: UUID, waiting: str) -> ResponseReturnValue:
    """Record what was looked at as one act; where the awards have changed since, show it anew."""
    try:
        found = seen(waiting)
    except BadSheet as bad:
        return make_response(shown(bad=bad.rows), 422)
    if found.bad or found.errors:
        return make_response(shown(found=found, refusal=sentence("annex.bad")), 422)
    if found.digest != request.form.get("digest"):
        return make_response(shown(found=found, refusal=sentence("annex.moved")), 409)
    return taken(conference_id, found)


def taken(conference_id: UUID, found: Seen) -> ResponseReturnValue:
    """The act itself, and the way to the instrument."""
    store, stamp, told = gate.house().store, gate.stamp(), told_of(found)
    said: dict[str, Any] = {"said": instrument_of(found), "details": details_of(found)}
    one = found.instrument.id if found.instrument else None
    again = {"amends": found.said.get("amends"), "expecting": found.awards.version}
    said |= {"conference_id": conference_id, "instrument": one, "told": told, **again}
    try:
        id = import_annex(store, stamp, **said)
    except Refused as refused:
        words = sentence(refused.code, **refused.facts)
        return make_response(shown(found=found, refusal=words), 409)
    except Stale:
        return make_response(shown(found=seen(found.waiting), refusal=sentence("annex.moved")), 409)
    if len(found.annex.parts) == 1:
        vault_shapes.keep(store, shape_of(found.annex), found.annex.part.mapping)
    vault_uploads.drop(store, found.waiting)
    counts = {name: told[name] for name in ("added", "changed", "gone")}
    flash(sentence("done.import_annex", **counts))
    to = url_for("awards.instrument_page", conference_id=conference_id, instrument=id)
    return redirect(to, 303)


def shown(found: Seen | None = None, **said: Any) -> str:
    """The page: bad files, and a file that waits."""
    at_hand = {"columns": COLUMNS, "letters": letters, "most": SHOWN, "refusal": None, "bad": ()}
    words = {"words_of": words_of, "place_of": place_of, "shown_value": shown_value}
    return page("annex_import", **{**at_hand, **words, "found": found, **said})
