"""The door's screen: a page that is an app. It scans, answers, and works on without a network."""

from typing import Any
from uuid import UUID

from flask import Response, jsonify, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf
from werkzeug.exceptions import BadRequest

from conference import gate, vault_door
from conference.check_in_desk import decided
from conference.commands.check_in_said import CheckIn
from conference.commands.check_in_turn import in_turn
from conference.documents.door_list import card, door_list, known
from conference.gate import may
from conference.language import sentence
from conference.web.door import noun
from conference.web.door_answers import answer, doors_of, standing
from conference.web.door_files import worker
from projections.library import Missing, Shelf

pages = noun("door_screen", "/door")

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""As on every page; and compiled code may run, which reads QR codes out of the camera's frames."""

LONGEST = 80
"""Characters of what is looked for: twice the longest name."""

CHECK_IN = CheckIn()
"""Made once: its fields are copied whenever it is made, half a millisecond of a scan."""

FOUND = 8
"""Guests that a search shows: more is a reason to type on, not to scroll at a door."""


@pages.get("")
@may("check_in_guest")
def door_page(conference_id: UUID) -> ResponseReturnValue:
    device, doors = gate.device(), doors_of(gate.shelf())
    response = make_response(render_template("door/page.html", device=device, doors=doors))
    response.headers["Content-Security-Policy"] = POLICY
    return response


@pages.get("/snapshot")
@may("check_in_guest")
def snapshot(conference_id: UUID) -> ResponseReturnValue:
    """The list for when there is no network: all of it, or what changed `?since=` a position."""
    shelf, before = gate.shelf(), earlier(conference_id)
    key = vault_door.door_key(gate.house().store, conference_id)
    rows = door_list(key, shelf, before)
    return jsonify(whole=before is None, list=rows, csrf=generate_csrf(), **standing(shelf))


@pages.post("/check-ins")
@may("check_in_guest")
def check_ins(conference_id: UUID) -> ResponseReturnValue:
    """One scan or a backlog; each is answered with a verdict and the guest's card."""
    outcomes = decided(CHECK_IN.load(body()), conference_id)
    with in_turn(len(outcomes)):
        shelf = gate.fresh()
        rows, ids = shelf.guest_list.by_id, {one.guest for one in outcomes if one.guest}
        whose = known(shelf, (rows[id] for id in ids if id in rows))
        answers = [answer(shelf, whose, outcome) for outcome in outcomes]
        return jsonify(answers=answers, **standing(shelf))


@pages.get("/guests")
@may("find_guest")
def guests(conference_id: UUID) -> ResponseReturnValue:
    """Guests by name, for a supervisor: a steward's door knows a guest by the code alone."""
    shelf, wanted = gate.shelf(), request.args.get("q", "")[:LONGEST].strip()
    found = shelf.guest_list.likely(wanted)[:FOUND] if wanted else ()
    zone, namesakes = shelf.conference.zone, shelf.guest_list.homonyms
    cards = [
        {**card(one, zone), "homonym": id in namesakes} for id, one in known(shelf, found).items()
    ]
    return jsonify(guests=cards)


@pages.get("/worker.js")
@may("check_in_guest")
def service_worker(conference_id: UUID) -> ResponseReturnValue:
    """It keeps the page and its files, and may do so for this page alone."""
    page = url_for("door_screen.door_page", conference_id=conference_id)
    response = Response(worker(page), mimetype="text/javascript")
    response.headers["Service-Worker-Allowed"] = page
    return response


@pages.get("/manifest.json")
@may("check_in_guest")
def manifest(conference_id: UUID) -> ResponseReturnValue:
    """What a phone needs to keep the page among its apps."""
    page = url_for("door_screen.door_page", conference_id=conference_id)
    icon = {"src": url_for("static", filename="icon.svg"), "sizes": "any", "type": "image/svg+xml"}
    look = {"display": "standalone", "background_color": "#14171d", "theme_color": "#14171d"}
    names = {"name": f"Lễ đài · {sentence('screen.door')}", "short_name": "Lễ đài"}
    return jsonify(**names, **look, start_url=page, scope=page, id=page, icons=[icon])


def body() -> Any:
    """The request's JSON; 400 also where it is nested deeper than Python reads, never a defect."""
    try:
        return request.get_json()
    except RecursionError as error:
        raise BadRequest from error


def earlier(conference_id: UUID) -> Shelf | None:
    """The documents at the position that the door's list is from; None where it has none."""
    since = request.args.get("since", "")
    if not (since.isascii() and since.isdigit() and len(since) < 19):
        return None
    try:
        return gate.house().library.shelf(conference_id, int(since))
    except Missing:
        return None
