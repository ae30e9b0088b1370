"""More of the plan's pages: the rules by which turns are made, and the precedence of one's own."""

from uuid import UUID

from flask.typing import ResponseReturnValue

from conference import gate
from conference.commands.awards_rules import (
    ChooseLatePolicy,
    ChoosePrecedence,
    SetEntryRule,
    SetPlanRules,
    SetStageCapacity,
    arrange_precedence,
    choose_late_policy,
    choose_precedence,
    set_entry_rule,
    set_plan_rules,
    set_stage_capacity,
)
from conference.commands.plan_typed import CopiedPrecedence, PlacedAward
from conference.copies import copied
from conference.errors import NotFound
from conference.gate import may
from conference.rules.award_catalogue import BY_KEY
from conference.web.door import act, page
from conference.web.plan_turns import pages, plan_page

__all__ = ["pages"]


@pages.post("/precedence")
@may("choose_precedence")
def precedence(conference_id: UUID) -> ResponseReturnValue:
    return act(ChoosePrecedence, choose_precedence, plan_page)


@pages.post("/stage-capacity")
@may("set_stage_capacity")
def stage_capacity(conference_id: UUID) -> ResponseReturnValue:
    return act(SetStageCapacity, set_stage_capacity, plan_page)


@pages.post("/entry-rules")
@may("set_entry_rule")
def entry_rules(conference_id: UUID) -> ResponseReturnValue:
    return act(SetEntryRule, set_entry_rule, plan_page)


@pages.post("/rules")
@may("set_plan_rules")
def rules(conference_id: UUID) -> ResponseReturnValue:
    return act(SetPlanRules, set_plan_rules, plan_page)


@pages.post("/late-policy")
@may("choose_late_policy")
def late_policy(conference_id: UUID) -> ResponseReturnValue:
    return act(ChooseLatePolicy, choose_late_policy, plan_page)


def order() -> tuple[str, ...]:
    """The precedence that the conference goes by; awards that it does not know yet come last."""
    known = gate.shelf().awards.settings.precedence
    return (*known, *(key for key in BY_KEY if key not in known))


@pages.get("/own-precedence")
@may("choose_precedence")
@copied
def own_precedence_page(conference_id: UUID) -> ResponseReturnValue:
    """All awards as the conference ranks them, to be moved."""
    documents = {"awards": gate.shelf().awards, "order": order(), "by_key": BY_KEY}
    return page("plan_precedence", **documents)


@pages.post("/own-precedence/<award>/position")
@may("arrange_precedence")
def own_precedence_position(conference_id: UUID, award: str) -> ResponseReturnValue:
    if award not in BY_KEY:
        raise NotFound("award", award)
    schema = PlacedAward.knowing(order(), award)
    return act(schema, arrange_precedence, own_precedence_page)


@pages.post("/own-precedence/copy")
@may("arrange_precedence")
def own_precedence_copy(conference_id: UUID) -> ResponseReturnValue:
    return act(CopiedPrecedence, arrange_precedence, own_precedence_page, key="copy")
