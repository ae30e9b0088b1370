"""The workbook's pages: the empty template, a look at what a file would change, taking it over."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from conference import gate, vault_uploads
from conference.commands.workbook import Outcome
from conference.documents.workbook_rows import workbook_rows
from conference.documents.workbook_xlsx import workbook_xlsx
from conference.errors import BadCell, BadSheet, Refused
from conference.gate import MEMBER, may
from conference.importers.workbook import Book, read_book
from conference.language import sentence
from conference.web.door import page
from conference.web.editions import edition_words
from projections.history import lines

pages = Blueprint("workbook", __name__)

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pages.get("/workbook")
@may("import_workbook")
def upload() -> ResponseReturnValue:
    return shown()


@pages.get("/workbook/template")
@may(MEMBER)
def template() -> ResponseReturnValue:
    return file(workbook_xlsx(), "so-hoi-nghi.xlsx")


@pages.get("/conferences/<uuid:conference_id>/workbook")
@may("export_conference")
def export(conference_id: UUID) -> ResponseReturnValue:
    """The conference as a workbook that can be taken over again; without what is personal for
    whoever may not read that."""
    rows = workbook_rows(gate.shelf(), personal=gate.allowed("read_personal"))
    named = edition_words(gate.shelf().agenda)
    return file(workbook_xlsx(rows, named), f"{conference_id}.xlsx")


def file(data: bytes, name: str) -> Response:
    answer: Response = make_response(data)
    answer.headers["Content-Type"] = XLSX
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@pages.post("/workbook")
@may("import_workbook")
def look() -> ResponseReturnValue:
    """What the file would change; nothing is recorded yet."""
    store, stamp = gate.house().store, gate.stamp()
    try:
        data = uploaded()
        book = opened(data)
        outcome = book.look(store, stamp, gate.actor_name())
    except BadSheet as bad:
        return make_response(shown(bad=bad.rows), 422)
    waiting = vault_uploads.keep(store, stamp.by, data, stamp.at)
    told = () if outcome.new else tuple(changes(outcome))
    return shown(outcome=outcome, told=told, passed_over=book.passed_over, waiting=waiting)


@pages.post("/workbook/imports/<waiting>")
@may("import_workbook")
def take_over(waiting: str) -> ResponseReturnValue:
    """Take over the file that was looked at."""
    store, stamp = gate.house().store, gate.stamp()
    data = vault_uploads.kept(store, stamp.by, waiting, stamp.at)
    if data is None:
        raise Refused("workbook.gone")
    try:
        outcome = opened(data).take_over(store, stamp, gate.actor_name())
    except BadSheet as bad:
        return make_response(shown(bad=bad.rows), 422)
    vault_uploads.drop(store, waiting)
    counts = {"added": outcome.count("added"), "changed": outcome.count("changed")}
    flash(sentence("done.import_workbook", **counts))
    return redirect(url_for("conferences.overview", conference_id=outcome.conference_id), 303)


def shown(**said: Any) -> str:
    """The page with what there is to show: bad cells, or the outcome of a look."""
    nothing = {"bad": (), "outcome": None, "told": (), "passed_over": (), "waiting": ""}
    return page("workbook", **{**nothing, **said})


def changes(outcome: Outcome) -> Iterator[list[str]]:
    """What each differing row would record, as the history would say it."""
    shelf = gate.shelf_of(outcome.conference_id)
    for row in outcome.different:
        said = lines(shelf, ((0, fact) for fact in row.facts))
        yield [sentence(f"fact.{line.topic}", subject=line.subject, **line.words) for line in said]


def uploaded() -> bytes:
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        raise BadSheet([BadCell("", 0, "", "workbook.no-file")])
    data: bytes = sent.read()
    return data


def opened(data: bytes) -> Book:
    """What the file says, once who asks may say it of that conference."""
    book = read_book(data)
    gate.enforce_in(book.conference_id, "import_workbook")
    return book
