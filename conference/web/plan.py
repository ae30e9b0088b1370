"""The plan's page: turns on stage in order, recipients within them, and the plan's lock."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.awards_plan import (
    JoinTurns,
    LockPlan,
    MoveTurn,
    ResetTurns,
    SplitTurn,
    UnlockPlan,
    join_turns,
    lock_plan,
    move_recipient,
    move_turn,
    reset_turns,
    split_turn,
    unlock_plan,
)
from conference.commands.plan_typed import PlacedRecipient
from conference.copies import copied
from conference.gate import may
from conference.gate_edition import seen
from conference.rules.late_policy import PUBLISHED
from conference.web.door import act, noun, page, refused_code, refused_key, shown_page
from projections.plan_shown import Beside, beside, candidates, sought, stage_lists
from projections.run_sheet_turn import Recipient, Turn

pages = noun("plan", "/plan")

PAGE = 100
"""Turns of one page; more than any day's ceremony has, fewer than a year's decisions make."""

OPEN = 12
"""So many turns are shown with their rows; of more each is folded until somebody opens it."""

FOUND = 20
"""Recipients found, and guests offered, at once."""

KEPT = ("q", "turn", "who", "page")
"""What of a page's address goes along with its forms, so that it comes back as it was."""


@pages.get("")
@may("read_awards")
@copied
def plan_page(conference_id: UUID) -> ResponseReturnValue:
    shelf = seen()
    turns = shelf.run_sheet.timed(shelf.agenda.awards_start_at)
    opened = next((one for one in turns if str(one.id) == request.args.get("turn")), None)
    number = page_of(turns, opened)
    wanted = request.args.get("q", "")[:200].strip()
    shown = turns[(number - 1) * PAGE : number * PAGE]
    hits = sought(shelf.awards, turns, wanted) if wanted else ()
    documents: dict[str, Any] = {"awards": shelf.awards, "sheet": shelf.run_sheet, "turns": turns}
    documents |= {"shown": shown, "number": number, "size": PAGE, "folded": len(turns) > OPEN}
    documents |= {"wanted": wanted, "hits": hits[:FOUND], "found": len(hits)}
    documents |= {"unfolded": unfolded(opened, beside(turns), hits[:FOUND])}
    documents |= {"policies": tuple(PUBLISHED.items()), "beside": beside(turns)}
    documents |= {"opened": opened, "lists": stage_lists(shelf.awards)}
    return page("plan", **documents, **of_opened(opened), asked=asked(), why=reason_asked())


def unfolded(
    opened: Turn | None, near: dict[UUID, Beside], hits: Sequence[tuple[Turn, Recipient]]
) -> set[UUID | None]:
    """Turns whose recipients can be taken in hand though there are many: the open one, those of the
    same award beside it, and where somebody was found."""
    shown: set[UUID | None] = {turn.id for turn, _ in hits}
    if opened:
        shown |= {opened.id, near[opened.id].earlier, near[opened.id].later}
    return shown


def page_of(turns: tuple[Turn, ...], opened: Turn | None) -> int:
    """The page asked for, else the one with the open turn."""
    if opened and "page" not in request.args:
        return turns.index(opened) // PAGE + 1
    return shown_page(len(turns), PAGE)


def asked() -> dict[str, str]:
    """What goes along with every address of this page."""
    return {name: request.args[name] for name in KEPT if request.args.get(name)}


def of_opened(turn: Turn | None) -> dict[str, Any]:
    """Who may hand over in the open turn, by `?who=`; guests are its organisers' to see."""
    who = request.args.get("who", "")[:200].strip()
    offered = candidates(gate.shelf(), who) if turn and gate.allowed("assign_presenters") else ()
    return {"who_wanted": who, "offered": offered[:FOUND]}


def reason_asked() -> str | None:
    """The line that was to be moved out of the decision's order without a reason."""
    return refused_key() if refused_code() == "awards.order-reason" else None


@pages.post("/turns/<uuid:turn>/position")
@may("move_turn")
def turn_position(conference_id: UUID, turn: UUID) -> ResponseReturnValue:
    return act(MoveTurn, move_turn, plan_page, turn=turn)


@pages.post("/lines/<uuid:line>/position")
@may("move_recipient")
def line_position(conference_id: UUID, line: UUID) -> ResponseReturnValue:
    return act(PlacedRecipient, move_recipient, plan_page, key=line, line=line)


@pages.post("/turns/<uuid:turn>/parts")
@may("split_turn")
def turn_parts(conference_id: UUID, turn: UUID) -> ResponseReturnValue:
    return act(SplitTurn, split_turn, plan_page, turn=turn)


@pages.post("/turns/<uuid:turn>/union")
@may("join_turns")
def turn_union(conference_id: UUID, turn: UUID) -> ResponseReturnValue:
    return act(JoinTurns, join_turns, plan_page, turn=turn)


@pages.post("/turns/reset")
@may("reset_turns")
def turns_reset(conference_id: UUID) -> ResponseReturnValue:
    return act(ResetTurns, reset_turns, plan_page)


@pages.post("/lock")
@may("lock_plan")
def lock(conference_id: UUID) -> ResponseReturnValue:
    return act(LockPlan, lock_plan, plan_page)


@pages.post("/unlocking")
@may("unlock_plan")
def unlocking(conference_id: UUID) -> ResponseReturnValue:
    return act(UnlockPlan, unlock_plan, plan_page)
