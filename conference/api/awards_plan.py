"""The plan of the awards as JSON, and its commands."""

from collections.abc import Callable, Mapping
from typing import Any

from marshmallow import Schema

from conference.api.awards_plan_documents import PlanSchema
from conference.api.door import noun, read, write
from conference.commands import awards_plan as turns
from conference.commands import awards_prepared as prepared
from conference.commands import awards_rules as rules
from conference.gate_edition import seen
from projections.library import Shelf

pages = noun("awards_plan", "The plan of the awards: turns on stage, who hands over, the lock")

CONFERENCE = "/conferences/<uuid:conference_id>"
PLAN = f"{CONFERENCE}/awards/plan"
TURN = f"{PLAN}/turns/<uuid:turn>"
LINE = f"{PLAN}/lines/<uuid:line>"


def version(shelf: Shelf, ids: Mapping[str, Any]) -> int:
    return shelf.awards.version


def plan(shelf: Shelf) -> dict[str, Any]:
    awards = shelf.awards
    return {
        "settings": awards.settings,
        "late": awards.prepared.late,
        "lock": awards.prepared,
        "off_stage": sorted(awards.prepared.off_stage, key=str),
        "turns": shelf.run_sheet.timed(seen().agenda.awards_start_at),
    }


read(
    pages,
    f"{CONFERENCE}/plan",
    PlanSchema,
    plan,
    act="read_awards",
    version=version,
    name="read_plan",
)

WRITES: tuple[tuple[str, type[Schema], Callable[..., Any]], ...] = (
    (f"{TURN}/position", turns.MoveTurn, turns.move_turn),
    (f"{LINE}/position", turns.MoveRecipient, turns.move_recipient),
    (f"{TURN}/union", turns.JoinTurns, turns.join_turns),
    (f"{PLAN}/turns/reset", turns.ResetTurns, turns.reset_turns),
    (f"{PLAN}/stage-list", turns.ChooseStageList, turns.choose_stage_list),
    (f"{PLAN}/lock", turns.LockPlan, turns.lock_plan),
    (f"{PLAN}/unlocking", turns.UnlockPlan, turns.unlock_plan),
    (f"{TURN}/presenters", prepared.AssignPresenters, prepared.assign_presenters),
    (f"{TURN}/presenters/everywhere", prepared.SharePresenters, prepared.share_presenters),
    (f"{TURN}/preparation", prepared.PrepareTurn, prepared.prepare_turn),
    (f"{LINE}/phonetic", prepared.NotePhonetic, prepared.note_phonetic),
    (f"{LINE}/aliases", prepared.NoteAliases, prepared.note_aliases),
    (f"{PLAN}/objects", prepared.ReadyObjects, prepared.ready_objects),
    (f"{PLAN}/rules", rules.SetPlanRules, rules.set_plan_rules),
    (f"{PLAN}/late-policy", rules.ChooseLatePolicy, rules.choose_late_policy),
    (f"{PLAN}/own-precedence", rules.ArrangePrecedence, rules.arrange_precedence),
)

for path, schema, command in WRITES:
    write(pages, path, schema, command, version=version)
write(pages, f"{TURN}/parts", turns.SplitTurn, turns.split_turn, version=version, makes="into")
