"""The agenda's pages: items in order, their minutes and starts."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from conference import gate, release_desk
from conference.agenda_warnings import agenda_warnings
from conference.commands.agenda import (
    AddItem,
    DescribeItem,
    MoveItem,
    ScheduleSpeech,
    SetAgendaStart,
    TimeItem,
    WithdrawItem,
    add_item,
    describe_item,
    move_item,
    schedule_speech,
    set_agenda_start,
    time_item,
    withdraw_item,
)
from conference.commands.agenda_day import FinishItem, finish_item
from conference.commands.agenda_release import ReleaseAgenda, release_agenda
from conference.commands.notices import Laid
from conference.copies import copied
from conference.gate import may
from conference.gate_edition import seen
from conference.language import label, sentence
from conference.rules.agenda_templates import TEMPLATES, VERSION
from conference.web.door import act, noun, page, partial_asked, refused_key
from projections.agenda_budget import budget_of

pages = noun("agenda", "/agenda")


@pages.get("")
@may("read_agenda")
@copied
def agenda_page(conference_id: UUID) -> ResponseReturnValue:
    agenda = seen().agenda
    budget = budget_of(agenda, gate.shelf().conference)
    offered = [(one.code, label("conference-kind", one.key)) for one in TEMPLATES]
    documents = {"agenda": agenda, "budget": budget, "warnings": agenda_warnings(gate.shelf())}
    documents |= {"template_options": offered, "template_version": VERSION}
    return page("agenda", **documents, opened=refused_key() or request.args.get("item"))


@pages.get("/warnings")
@may("read_draft")
def warnings_page(conference_id: UUID) -> ResponseReturnValue:
    """The warnings alone, for a page whose guests or awards have changed; else the whole page."""
    if not partial_asked():
        return agenda_page(conference_id=conference_id)
    return render_template("agenda/_warnings.html", warnings=agenda_warnings(gate.shelf()))


@pages.post("/releases")
@may("release_agenda")
def releases(conference_id: UUID) -> ResponseReturnValue:
    at = gate.conference_now()
    laid = release_desk.to_release(at)
    return act(ReleaseAgenda, release_agenda, agenda_page, at=at, laid=laid, done=released)


def released(laid: Laid) -> str:
    """What a release came to: so many notices lie ready, so many have to go another way."""
    if not laid.notices and not laid.without:
        return sentence("done.release_agenda")
    counts = {"count": len(laid.notices), "without": laid.without}
    return sentence("done.release_agenda-notices", number=laid.release, **counts)


@pages.post("/start")
@may("set_agenda_start")
def start(conference_id: UUID) -> ResponseReturnValue:
    return act(SetAgendaStart, set_agenda_start, agenda_page)


@pages.post("/items")
@may("add_item")
def items(conference_id: UUID) -> ResponseReturnValue:
    return act(AddItem, add_item, agenda_page)


@pages.post("/speeches")
@may("schedule_speech")
def speeches(conference_id: UUID) -> ResponseReturnValue:
    return act(ScheduleSpeech, schedule_speech, agenda_page)


@pages.post("/items/<uuid:item>/description")
@may("describe_item")
def item_description(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return act(DescribeItem, describe_item, agenda_page, key=item, item=item)


@pages.post("/items/<uuid:item>/position")
@may("move_item")
def item_position(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return act(MoveItem, move_item, agenda_page, key=item, item=item)


@pages.post("/items/<uuid:item>/time")
@may("time_item")
def item_time(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return act(TimeItem, time_item, agenda_page, key=item, item=item)


@pages.post("/items/<uuid:item>/withdrawal")
@may("withdraw_item")
def item_withdrawal(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    return act(WithdrawItem, withdraw_item, agenda_page, key=item, item=item)


@pages.post("/items/<uuid:item>/finish")
@may("finish_item")
def item_finish(conference_id: UUID, item: UUID) -> ResponseReturnValue:
    at = gate.conference_now()
    return act(FinishItem, finish_item, agenda_page, key=item, item=item, at=at)
