"""How the plan of the awards is made, a trait of the awards: precedence, stage, entry, lateness."""

from typing import Any
from uuid import UUID

from conference.domain.awards_ceremony import Ceremony
from conference.errors import Refused
from conference.rules.award_catalogue import (
    BY_KEY,
    DEFAULT_PRESET,
    DIRECTIONS,
    ENTRY,
    OWN,
    PRESETS,
)
from conference.rules.award_plan import (
    RECIPIENT_S,
    SIDES,
    SPLITS,
    STAGE_CAPACITY,
    TURN_S,
    WITHIN,
    Rules,
)
from conference.rules.late_policy import OUTCOMES
from events.awards import EntryRuleSet, PrecedenceChosen, StageCapacitySet
from events.awards_plan import LatePolicyChosen, PlanRulesSet, PrecedenceArranged
from events.base import Fact, Stamp

LARGEST_STAGE = 60
"""Recipients of one turn at most; the largest group found on a stage held ten."""

PLAN_RULES: dict[str, Any] = {
    "split": "even",
    "within": "decision",
    "side": "right",
    "proxies": False,
    "turn_s": TURN_S,
    "recipient_s": RECIPIENT_S,
    "witness": None,
}
"""How turns are made until the organiser says otherwise. Rows enter by the right, seen from the
hall, so that the first one called stands at its left."""


class Ruled(Ceremony):
    """The settings of an award ceremony."""

    def __init__(self, conference_id: UUID) -> None:
        super().__init__(conference_id)
        self.preset: tuple[str, str] = ("", "")
        self.capacity = 0
        self.entry: dict[str, str] = {}
        self.own: tuple[str, ...] = ()
        self.rules: dict[str, Any] = dict(PLAN_RULES)
        self.late: dict[str, Any] | None = None

    def set_plan_rules(self, stamp: Stamp, **said: Any) -> None:
        """The fields of PlanRulesSet."""
        known = (said["split"] in SPLITS, said["within"] in WITHIN, said["side"] in SIDES)
        if not all(known):
            raise Refused("awards.unknown-rule")
        if said != self.rules:
            self.record(PlanRulesSet, stamp, **said)

    def choose_late_policy(self, stamp: Stamp, **said: Any) -> None:
        """The fields of LatePolicyChosen."""
        if not {said["before_start"], said["after_start"]} <= set(OUTCOMES):
            raise Refused("awards.unknown-rule")
        if said != self.late:
            self.record(LatePolicyChosen, stamp, **said)

    def choose_precedence(self, stamp: Stamp, preset: str, direction: str) -> None:
        known = preset in PRESETS or (preset == OWN and self.own)
        if not known or direction not in DIRECTIONS:
            raise Refused("awards.unknown-preset")
        if (preset, direction) != self.preset:
            self.record(PrecedenceChosen, stamp, preset=preset, direction=direction)

    def arrange_precedence(self, stamp: Stamp, order: list[str]) -> None:
        """A precedence of the conference's own, which it goes by from now on."""
        if sorted(order) != sorted(BY_KEY):
            raise Refused("awards.precedence-incomplete")
        if tuple(order) != self.own:
            self.record(PrecedenceArranged, stamp, order=order)
        direction = self.preset[1] or DIRECTIONS[0]
        if self.preset != (OWN, direction):
            self.record(PrecedenceChosen, stamp, preset=OWN, direction=direction)

    def set_stage_capacity(self, stamp: Stamp, capacity: int) -> None:
        if not 1 <= capacity <= LARGEST_STAGE:
            raise Refused("awards.stage-capacity", most=LARGEST_STAGE)
        if capacity != self.capacity:
            self.record(StageCapacitySet, stamp, capacity=capacity)

    def set_entry_rule(self, stamp: Stamp, level: str, recipients_enter: str) -> None:
        if level not in ENTRY or recipients_enter not in ("before", "after"):
            raise Refused("awards.unknown-entry")
        if self.entry.get(level) != recipients_enter:
            rule = {"level": level, "recipients_enter": recipients_enter}
            self.record(EntryRuleSet, stamp, **rule)

    @property
    def plan_rules(self) -> Rules:
        preset, direction = self.preset
        order = self.own if preset == OWN else PRESETS[preset or DEFAULT_PRESET]
        how = {"split": self.rules["split"], "within": self.rules["within"]}
        return Rules(order, direction or DIRECTIONS[0], self.capacity or STAGE_CAPACITY, **how)

    def hold(self, fact: Fact) -> None:
        match fact:
            case PrecedenceChosen():
                self.preset = (fact.preset, fact.direction)
            case PrecedenceArranged():
                self.own = tuple(fact.order)
            case StageCapacitySet():
                self.capacity = fact.capacity
            case EntryRuleSet():
                self.entry[fact.level] = fact.recipients_enter
            case PlanRulesSet():
                self.rules = {name: getattr(fact, name) for name in PLAN_RULES}
            case LatePolicyChosen():
                names = ("closes_minutes", "before_start", "after_start")
                self.late = {name: getattr(fact, name) for name in names}
            case _:
                super().hold(fact)
