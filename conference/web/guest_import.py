"""The pages of a guest list's import: upload, columns and difference, acceptance, taking back."""

from collections import Counter
from typing import Any
from uuid import UUID

from flask import flash, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from conference import gate, vault_shapes, vault_uploads
from conference.commands.guest_import import import_guests, undo_guest_import
from conference.documents.guest_sheet_xlsx import noted_xlsx
from conference.errors import BadSheet, NotFound
from conference.gate import may
from conference.importers.workbook_rows import letters
from conference.language import label, sentence
from conference.rules.guest_columns import COLUMNS
from conference.web.door import noun, page
from conference.web.guest_sheet import (
    SHOWN,
    Seen,
    noted_rows,
    seen,
    shown_value,
    uploaded,
    words_of,
    written_day,
)
from conference.web.workbook import file

pages = noun("guest_import", "/guests")


@pages.get("/import")
@may("import_guests")
def upload(conference_id: UUID) -> ResponseReturnValue:
    return shown()


@pages.post("/import")
@may("import_guests")
def keep(conference_id: UUID) -> ResponseReturnValue:
    """Keep the file for its second word, and show what it says."""
    try:
        data, name = uploaded()
    except BadSheet as bad:
        return make_response(shown(bad=bad.rows), 422)
    stamp = gate.stamp()
    waiting = vault_uploads.keep(gate.house().store, stamp.by, data, stamp.at)
    return redirect(url_for(".look", conference_id=conference_id, waiting=waiting, file=name), 303)


@pages.get("/import/<waiting>")
@may("import_guests")
def look(conference_id: UUID, waiting: str) -> ResponseReturnValue:
    """What the file would change; nothing is recorded yet."""
    return looked_at(waiting)


@pages.post("/import/<waiting>")
@may("import_guests")
def choose(conference_id: UUID, waiting: str) -> ResponseReturnValue:
    """The same with the sheet, headings and columns of the form."""
    return looked_at(waiting)


def looked_at(waiting: str) -> ResponseReturnValue:
    try:
        return shown(found=seen(waiting))
    except BadSheet as bad:
        return make_response(shown(bad=bad.rows), 422)


@pages.post("/import/<waiting>/warnings")
@may("import_guests")
def warnings(conference_id: UUID, waiting: str) -> ResponseReturnValue:
    """The rows that need a look, as a sheet."""
    try:
        found = seen(waiting)
    except BadSheet as bad:
        return make_response(shown(bad=bad.rows), 422)
    title = label("guest-sheet", "noted")
    headings = (label("guest-sheet", "row"), label("guest-sheet", "why"), *found.sheet.head.words)
    return file(noted_xlsx(title, headings, noted_rows(found)), "can-xem-lai.xlsx")


@pages.post("/import/<waiting>/acceptance")
@may("import_guests")
def accept(conference_id: UUID, waiting: str) -> ResponseReturnValue:
    """Record what was looked at; where the guest list has changed since, show it anew."""
    store, stamp = gate.house().store, gate.stamp()
    number = len(gate.newest().guest_list.imports) + 1
    try:
        found = seen(waiting)
        if found.preview.digest != request.form.get("digest"):
            return make_response(shown(found=found, moved=True), 409)
        said: dict[str, Any] = {"number": number, "file": found.list_file, "asked": found.asked}
        import_guests(store, stamp, conference_id=conference_id, **said)
    except BadSheet as bad:
        return make_response(shown(bad=bad.rows), 422)
    vault_shapes.keep(store, found.sheet.head.shape, found.sheet.mapping)
    vault_uploads.drop(store, waiting)
    counts = {"added": found.preview.count("added", "again")}
    flash(sentence("done.import_guests", **counts, changed=found.preview.count("changed")))
    return redirect(url_for("guests.guest_page", conference_id=conference_id), 303)


@pages.get("/imports/<uuid:imported>/reversal")
@may("undo_guest_import")
def reversal(conference_id: UUID, imported: UUID) -> ResponseReturnValue:
    """What taking the import back would do; nothing is recorded yet."""
    ids: dict[str, Any] = {"conference_id": conference_id, "imported": imported}
    one = next((i for i in gate.newest().guest_list.imports if i.id == imported), None)
    if one is None:
        raise NotFound("guest-import", imported)
    fates = undo_guest_import(gate.house().store, gate.stamp(), **ids, looking=True)
    guests = gate.newest().guest_list.by_id
    told = [(guests[id], fate) for id, fate in fates]
    return page("guest_import_reversal", one=one, told=told, counts=Counter(f for _, f in fates))


@pages.post("/imports/<uuid:imported>/reversal")
@may("undo_guest_import")
def undo(conference_id: UUID, imported: UUID) -> ResponseReturnValue:
    ids: dict[str, Any] = {"conference_id": conference_id, "imported": imported}
    fates = Counter(fate for _, fate in undo_guest_import(gate.house().store, gate.stamp(), **ids))
    counts = {name: fates[name] for name in ("withdrawn", "restored")}
    kept = fates.total() - sum(counts.values())
    flash(sentence("done.undo_guest_import", **counts, kept=kept))
    return redirect(url_for(".upload", conference_id=conference_id), 303)


def shown(found: Seen | None = None, **said: Any) -> str:
    """The page: bad files, a file that waits, and what was imported before."""
    at_hand = {"columns": COLUMNS, "letters": letters, "moved": False}
    at_hand |= {"words_of": words_of, "written_day": written_day, "shown_value": shown_value}
    usual = {"most": SHOWN, "bad": (), "found": found, "listed": gate.newest().guest_list}
    return page("guest_import", **{**at_hand, **usual, **said})
