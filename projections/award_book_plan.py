"""The plan's facts in the book of awards: rules, order of turns, presenters, objects."""

from typing import Any

from conference.rules.award_plan import (
    Arrangement,
    PlannedTurn,
    recipient_moved,
    turn_moved,
    turn_split,
    turns_joined,
)
from conference.rules.late_policy import LatePolicy
from events.awards import EntryRuleSet, PrecedenceChosen, StageCapacitySet
from events.awards_plan import (
    LatePolicyChosen,
    PlanRulesSet,
    PrecedenceArranged,
    RecipientMoved,
    StageListChosen,
    TurnMoved,
    TurnsArranged,
    TurnsJoined,
    TurnSplit,
    TurnsReset,
)
from events.awards_prepared import (
    AliasesNoted,
    ObjectsReadied,
    PhoneticNoted,
    PresentersAssigned,
    TurnPrepared,
)
from events.base import Fact
from projections.award_book import AnyBook, AwardBook, after, evolve, said
from projections.award_prepared import Preparation, Presenter
from projections.replaced import replaced

__all__ = ["evolve", "prepared"]


def ruled(awards: AnyBook, fact: Fact, **settings: Any) -> AnyBook:
    return after(awards, fact, settings=replaced(awards.settings, **settings))


def prepared(awards: AnyBook, fact: Fact, **changes: Any) -> AnyBook:
    return after(awards, fact, prepared=replaced(awards.prepared, **changes))


@evolve.register
def _(fact: PrecedenceChosen, awards: AwardBook) -> AwardBook:
    return ruled(awards, fact, preset=fact.preset, direction=fact.direction)


@evolve.register
def _(fact: PrecedenceArranged, awards: AwardBook) -> AwardBook:
    return ruled(awards, fact, own=tuple(fact.order))


@evolve.register
def _(fact: StageCapacitySet, awards: AwardBook) -> AwardBook:
    return ruled(awards, fact, capacity=fact.capacity)


@evolve.register
def _(fact: EntryRuleSet, awards: AwardBook) -> AwardBook:
    entry = awards.settings.entry.set(fact.level, fact.recipients_enter)
    return ruled(awards, fact, entry=entry)


@evolve.register
def _(fact: PlanRulesSet, awards: AwardBook) -> AwardBook:
    names = ("split", "within", "side", "proxies", "turn_s", "recipient_s", "witness")
    return ruled(awards, fact, **{name: getattr(fact, name) for name in names})


@evolve.register
def _(fact: LatePolicyChosen, awards: AwardBook) -> AwardBook:
    policy = LatePolicy(fact.closes_minutes, fact.before_start, fact.after_start)
    return prepared(awards, fact, late=policy)


@evolve.register
def _(fact: StageListChosen, awards: AwardBook) -> AwardBook:
    off, lines = awards.prepared.off_stage, frozenset(fact.lines)
    return prepared(awards, fact, off_stage=off - lines if fact.on_stage else off | lines)


@evolve.register
def _(fact: TurnsReset, awards: AwardBook) -> AwardBook:
    return prepared(awards, fact, arranged=None)


@evolve.register
def _(fact: TurnsArranged, awards: AwardBook) -> AwardBook:
    turns = tuple(PlannedTurn(one["turn"], tuple(one["lines"])) for one in fact.turns)
    return prepared(awards, fact, arranged=turns)


def turns(awards: AwardBook) -> Arrangement:
    return awards.prepared.arranged or ()


@evolve.register
def _(fact: TurnMoved, awards: AwardBook) -> AwardBook:
    moved = turn_moved(turns(awards), fact.turn, fact.before)
    return prepared(awards, fact, arranged=moved)


@evolve.register
def _(fact: RecipientMoved, awards: AwardBook) -> AwardBook:
    moved = recipient_moved(turns(awards), fact.line, fact.turn, fact.before)
    return prepared(awards, fact, arranged=moved)


@evolve.register
def _(fact: TurnSplit, awards: AwardBook) -> AwardBook:
    split = turn_split(turns(awards), fact.turn, fact.line, fact.into)
    return prepared(awards, fact, arranged=split)


@evolve.register
def _(fact: TurnsJoined, awards: AwardBook) -> AwardBook:
    return prepared(awards, fact, arranged=turns_joined(turns(awards), fact.turn, fact.other))


@evolve.register
def _(fact: PresentersAssigned, awards: AwardBook) -> AwardBook:
    who = tuple(Presenter(one["guest"], one["name"], one["post"]) for one in fact.presenters)
    return prepared(awards, fact, presenters=awards.prepared.presenters.set(fact.turn, who))


@evolve.register
def _(fact: TurnPrepared, awards: AwardBook) -> AwardBook:
    names = Preparation.__dataclass_fields__
    needs = Preparation(**{name: getattr(fact, name) for name in names})
    return prepared(awards, fact, turns=awards.prepared.turns.set(fact.turn, needs))


@evolve.register
def _(fact: PhoneticNoted, awards: AwardBook) -> AwardBook:
    return said(awards, fact, fact.line, phonetic=fact.phonetic)


@evolve.register
def _(fact: AliasesNoted, awards: AwardBook) -> AwardBook:
    return said(awards, fact, fact.line, aliases=tuple(fact.aliases))


@evolve.register
def _(fact: ObjectsReadied, awards: AwardBook) -> AwardBook:
    for line in fact.lines:
        awards = said(awards, fact, line, readiness=fact.readiness)
    return awards
