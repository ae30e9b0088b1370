"""The seating's pages: the hall, every seat with its reason, and what the planner proposes."""

from uuid import UUID

from flask import Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.seating import (
    AcceptSeating,
    AdoptHall,
    ChooseReserve,
    PinSeat,
    ProposeSeating,
    SwapSeats,
    UnpinSeat,
    VacateSeat,
    accept_seating,
    adopt_hall,
    choose_reserve,
    pin_seat,
    swap_seats,
    unpin_seat,
    vacate_seat,
)
from conference.copies import copied
from conference.documents.seating_plan_pdf import Words, seating_plan_pdf
from conference.errors import NotFound
from conference.gate import may
from conference.language import chosen_language, sentence
from conference.rules.hall_lines import lines_of
from conference.rules.names import found
from conference.seating_proposal import coming, compared
from conference.web.door import act, noun, page
from conference.web.seating_map import LEGEND, HallMap, called, reason_words, tag_of, why
from projections.seat import Seat
from projections.seating_plan import SeatingPlan

pages = noun("seating", "/seating")

MOST_FOUND = 30
"""Guests that a search lists: more than that is a wider question than a seat."""


@pages.get("")
@may("read_seating_plan")
@copied
def seating_page(conference_id: UUID) -> ResponseReturnValue:
    plan = gate.shelf().seating_plan
    return page(
        "seating",
        plan=plan,
        hall_map=HallMap(plan) if plan.hall else None,
        chosen=chosen_seat(plan),
        found=found_seats(plan),
        legend=LEGEND,
        called=called,
        why=why,
        lines_of=lines_of,
        guest_options=[(one.guest.id, called(one.guest)) for one in plan.unseated],
    )


def chosen_seat(plan: SeatingPlan) -> Seat | None:
    """The seat in the URL: of the page, or of a form about one seat."""
    label = request.args.get("seat") or (request.view_args or {}).get("seat")
    if label and label not in plan.by_label and request.method == "GET":
        raise NotFound("seat", label)
    return plan.by_label.get(label) if label else None


def found_seats(plan: SeatingPlan) -> list[Seat] | None:
    """The seats whose guest is looked for with `?q=`; None where nobody is."""
    wanted = request.args.get("q", "").strip()
    if not wanted:
        return None
    taken = (seat for seat in plan.seats if seat.guest and found(wanted, called(seat.guest)))
    return list(taken)[:MOST_FOUND]


@pages.get("/proposal")
@may("propose_seating")
def proposal_page(conference_id: UUID) -> ResponseReturnValue:
    seed = ProposeSeating().load(request.args)["seed"]
    if gate.shelf().seating_plan.hall is None:
        flash(sentence("seating.no-hall"), "missing")
        return redirect(url_for(".seating_page", conference_id=conference_id), 303)
    both = compared(gate.shelf(), seed)
    hall_map = HallMap(both.plan, both.guests, both.reasons)
    words = {"called": called, "legend": LEGEND, "sentence_of": reason_words}
    return page("seating/proposal", both=both, hall_map=hall_map, seed=seed, **words)


@pages.get("/plan.pdf")
@may("read_seating_plan")
def plan_pdf(conference_id: UUID) -> ResponseReturnValue:
    shelf = gate.shelf()
    path = url_for(".seating_page", conference_id=conference_id, at=shelf.position)
    address = gate.house().settings.address + path
    words = Words(chosen_language(), address, sentence, called, why, tag_of)
    made = seating_plan_pdf(shelf.seating_plan, shelf.conference, shelf.position, words)
    name = f"cho-ngoi-{shelf.conference.code}-{shelf.position}.pdf"
    inline = {"Content-Disposition": f'inline; filename="{name}"'}
    return Response(made, mimetype="application/pdf", headers=inline)


@pages.post("/acceptance")
@may("accept_seating")
def acceptance(conference_id: UUID) -> ResponseReturnValue:
    return act(AcceptSeating, accept_seating, seating_page, coming=coming(gate.shelf()))


@pages.post("/hall")
@may("adopt_hall")
def hall(conference_id: UUID) -> ResponseReturnValue:
    return act(AdoptHall, adopt_hall, seating_page)


@pages.post("/reserve")
@may("choose_reserve")
def reserve(conference_id: UUID) -> ResponseReturnValue:
    return act(ChooseReserve, choose_reserve, seating_page)


@pages.post("/seats/<seat>/pin")
@may("pin_seat")
def seat_pin(conference_id: UUID, seat: str) -> ResponseReturnValue:
    guests = coming(gate.shelf())
    return act(PinSeat, pin_seat, seating_page, key=seat, seat=seat, coming=guests)


@pages.post("/seats/<seat>/release")
@may("unpin_seat")
def seat_release(conference_id: UUID, seat: str) -> ResponseReturnValue:
    return act(UnpinSeat, unpin_seat, seating_page, key=seat, seat=seat)


@pages.post("/seats/<seat>/exchange")
@may("swap_seats")
def seat_exchange(conference_id: UUID, seat: str) -> ResponseReturnValue:
    return act(SwapSeats, swap_seats, seating_page, key=seat, seat=seat)


@pages.post("/seats/<seat>/vacancy")
@may("vacate_seat")
def seat_vacancy(conference_id: UUID, seat: str) -> ResponseReturnValue:
    return act(VacateSeat, vacate_seat, seating_page, key=seat, seat=seat)
