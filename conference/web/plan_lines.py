"""More of the plan's pages: which lines come on the stage, how far their objects are, the catalogue
of awards."""

from typing import Any
from uuid import UUID

from flask import request
from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.awards_plan import choose_stage_lines, choose_stage_list
from conference.commands.awards_prepared import ReadyObjects, ready_objects
from conference.commands.plan_typed import TickedLines, WholeReadiness, WholeStageList
from conference.copies import copied
from conference.errors import NotFound
from conference.gate import may
from conference.language import label
from conference.rules.award_catalogue import AWARDS
from conference.rules.names import found
from conference.web.door import act, page, shown_page
from conference.web.plan import plan_page
from conference.web.plan_settings import pages
from projections.award_plan import Instrument, Line
from projections.plan_shown import STEPS, readiness_of

__all__ = ["pages"]

PAGE = 200
"""Lines of a list with ticks on one page."""


def decision(id: UUID) -> Instrument:
    """A decision; NotFound for anything else, since a proposal is never presented."""
    listed = gate.shelf().awards.instruments
    known = next((one for one in listed if one.id == id and one.presentable), None)
    if known is None:
        raise NotFound("instrument", id)
    return known


@pages.post("/instruments/<uuid:instrument>/stage-list")
@may("choose_stage_list")
def stage_list(conference_id: UUID, instrument: UUID) -> ResponseReturnValue:
    lines = [line.id for line in decision(instrument).lines]
    return act(WholeStageList, choose_stage_list, plan_page, key=instrument, lines=lines)


@pages.get("/instruments/<uuid:instrument>/stage-lines")
@may("choose_stage_list")
@copied
def stage_lines_page(conference_id: UUID, instrument: UUID) -> ResponseReturnValue:
    """The lines of a decision, those that come on the stage ticked."""
    one, awards = decision(instrument), gate.shelf().awards
    number = shown_page(len(one.lines), PAGE)
    documents = {"one": one, "awards": awards, "number": number, "size": PAGE}
    return page("plan_stage", **documents, lines=listed(one))


def listed(one: Instrument) -> tuple[Line, ...]:
    """The lines of the page asked for."""
    number = shown_page(len(one.lines), PAGE)
    return one.lines[(number - 1) * PAGE : number * PAGE]


@pages.post("/instruments/<uuid:instrument>/stage-lines")
@may("choose_stage_list")
def stage_lines(conference_id: UUID, instrument: UUID) -> ResponseReturnValue:
    schema = TickedLines.knowing([line.id for line in listed(decision(instrument))])
    return act(schema, choose_stage_lines, stage_lines_page, done="done.choose_stage_list")


@pages.get("/objects")
@may("read_awards")
@copied
def objects_page(conference_id: UUID) -> ResponseReturnValue:
    """How far what is handed over is: by turn, by instrument, and line by line of one turn."""
    shelf = gate.shelf()
    turns, decisions = shelf.run_sheet.turns, [x for x in shelf.awards.instruments if x.presentable]
    documents: dict[str, Any] = {"awards": shelf.awards, "steps": STEPS, "opened": opened()}
    documents |= {"turns": [(turn, readiness_of(turn.recipients)) for turn in turns]}
    documents |= {"decisions": [(one, readiness_of(one.lines)) for one in decisions]}
    whole = readiness_of(line for one in decisions for line in one.lines)
    return page("plan_objects", **documents, whole=whole)


@pages.get("/catalogue")
@may("read_awards")
@copied
def catalogue_page(conference_id: UUID) -> ResponseReturnValue:
    """The awards of the trade; `?q=` narrows them by name, level or source."""
    wanted = request.args.get("q", "")[:200].strip()
    listed = [
        one
        for one in AWARDS
        if found(wanted, label("award", one.key), label("level", one.level), one.source)
    ]
    return page("plan_catalogue", awards=listed, wanted=wanted, whole=len(AWARDS))


def opened() -> str:
    return request.args.get("turn", "")


@pages.post("/objects/turns/<uuid:turn>")
@may("ready_objects")
def objects_of_turn(conference_id: UUID, turn: UUID) -> ResponseReturnValue:
    known = next((one for one in gate.shelf().run_sheet.turns if one.id == turn), None)
    if known is None:
        raise NotFound("turn", turn)
    lines = [one.line for one in known.recipients]
    return act(WholeReadiness, ready_objects, objects_page, key=turn, lines=lines)


@pages.post("/objects/instruments/<uuid:instrument>")
@may("ready_objects")
def objects_of_instrument(conference_id: UUID, instrument: UUID) -> ResponseReturnValue:
    lines = [line.id for line in decision(instrument).lines]
    return act(WholeReadiness, ready_objects, objects_page, key=instrument, lines=lines)


@pages.post("/objects/lines")
@may("ready_objects")
def objects_of_lines(conference_id: UUID) -> ResponseReturnValue:
    return act(ReadyObjects, ready_objects, objects_page, key="lines")
