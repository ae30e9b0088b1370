"""What may be asked of the rules of the plan: precedence, stage, entry, turns, lateness."""

from typing import Any
from uuid import UUID

from marshmallow import fields

from conference.commands.awards_change import Amending, change_awards
from conference.commands.fields import Choice, Number, Text, Yes
from conference.domain.awards_rules import LARGEST_STAGE
from conference.rules.award_catalogue import BY_KEY, DIRECTIONS, LEVELS, OWN, PRESETS
from conference.rules.award_plan import SIDES, SPLITS, WITHIN
from conference.rules.late_policy import OUTCOMES
from conference.store import Store
from events.base import Stamp

LONGEST_S = 3600
"""Seconds of one turn at most: an hour."""


class ChoosePrecedence(Amending):
    preset = Choice((*PRESETS, OWN), required=True)
    direction = Choice(DIRECTIONS, load_default="descending")


def choose_precedence(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    preset: str,
    direction: str,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    act = lambda a: a.choose_precedence(stamp, preset, direction)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class ArrangePrecedence(Amending):
    """A precedence of the conference's own: keys of awards, the highest first."""

    order = fields.List(Choice(tuple(BY_KEY)), required=True)


def arrange_precedence(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    order: list[str],
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    """Go by a precedence of one's own; it names every award of the catalogue once."""
    act = lambda a: a.arrange_precedence(stamp, order)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class SetStageCapacity(Amending):
    capacity = Number(least=1, most=LARGEST_STAGE, required=True)


def set_stage_capacity(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    capacity: int,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    act = lambda a: a.set_stage_capacity(stamp, capacity)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class SetEntryRule(Amending):
    level = Choice(LEVELS, required=True)
    recipients_enter = Choice(("before", "after"), required=True)


def set_entry_rule(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    level: str,
    recipients_enter: str,
    amends: str | None = None,
    expecting: int | None = None,
) -> None:
    act = lambda a: a.set_entry_rule(stamp, level, recipients_enter)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class SetPlanRules(Amending):
    split = Choice(SPLITS, load_default="even")
    within = Choice(WITHIN, load_default="decision")
    side = Choice(SIDES, load_default="right")
    proxies = Yes(load_default=False)
    turn_s = Number(least=0, most=LONGEST_S, required=True)
    recipient_s = Number(least=0, most=LONGEST_S, required=True)
    witness = Text(load_default=None, allow_none=True, longest=120)


def set_plan_rules(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    amends: str | None = None,
    expecting: int | None = None,
    **said: Any,
) -> None:
    """How turns are made; `said` holds the fields of SetPlanRules."""
    act = lambda a: a.set_plan_rules(stamp, **said)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)


class ChooseLatePolicy(Amending):
    closes_minutes = Number(least=0, most=24 * 60, required=True)
    before_start = Choice(OUTCOMES, required=True)
    after_start = Choice(OUTCOMES, required=True)


def choose_late_policy(
    store: Store,
    stamp: Stamp,
    *,
    conference_id: UUID,
    amends: str | None = None,
    expecting: int | None = None,
    **said: Any,
) -> None:
    """What becomes of who is late; `said` holds the fields of ChooseLatePolicy."""
    act = lambda a: a.choose_late_policy(stamp, **said)  # noqa: E731
    change_awards(store, stamp, conference_id, act, amends, expecting)
