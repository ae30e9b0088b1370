"""What is said of turns and lines before the day, and the settings of the plan."""

from typing import Any

import pytest
from builders import STAMP, id, then, told
from builders_awards import FLAGS, announce, present, register, some_awards, turn_id, two_turns

from conference.domain.awards_rules import PLAN_RULES
from conference.errors import NotFound, Refused
from conference.rules.award_catalogue import BY_KEY, PRESETS
from events.awards import PrecedenceChosen, RepresentativeNamed
from events.awards_plan import LatePolicyChosen, PlanRulesSet, PrecedenceArranged
from events.awards_prepared import (
    AliasesNoted,
    ObjectsReadied,
    PhoneticNoted,
    PresentersAssigned,
    TurnPrepared,
)

NEEDS: dict[str, Any] = {
    "side": "left",
    "servers": 3,
    "bouquets": 3,
    "music": "nhạc nền",
    "photo_s": 20,
    "seconds": 240,
    "note": None,
}


def test_presenters_and_needs_of_a_turn_are_said_once() -> None:
    awards = two_turns()
    who = [{"guest": None, "name": "Đỗ Thanh Bình", "post": "Phó Chủ tịch UBND tỉnh"}]
    for _ in range(2):
        awards.assign_presenters(STAMP, FLAGS, who)
        awards.prepare_turn(STAMP, FLAGS, **NEEDS)
    assert told(then(awards)) == [
        (PresentersAssigned, {"turn": FLAGS, "presenters": who}),
        (TurnPrepared, {"turn": FLAGS, **NEEDS}),
    ]


def test_who_hands_over_in_one_turn_does_so_in_all_of_the_award_and_in_no_other() -> None:
    awards = two_turns(register("more flags", *"fg"))
    with pytest.raises(Refused, match="nobody-hands-over"):
        awards.share_presenters(STAMP, FLAGS)
    who = [{"guest": None, "name": "Đỗ Thanh Bình", "post": None}]
    awards.assign_presenters(STAMP, FLAGS, who)
    then(awards)
    for _ in range(2):
        awards.share_presenters(STAMP, FLAGS)
    said = {"turn": turn_id("more flags"), "presenters": who}
    assert told(then(awards)) == [(PresentersAssigned, said)]


def test_saying_that_nothing_is_special_of_a_turn_records_nothing() -> None:
    awards = two_turns()
    awards.assign_presenters(STAMP, FLAGS, [])
    awards.prepare_turn(STAMP, FLAGS, **dict.fromkeys(NEEDS))
    assert then(awards) == []
    for act in (awards.assign_presenters, awards.prepare_turn):
        said: Any = {"presenters": []} if act == awards.assign_presenters else NEEDS
        with pytest.raises(NotFound):
            act(STAMP, id("no turn"), **said)


def test_how_a_name_is_said_and_what_it_is_also_called() -> None:
    awards = two_turns()
    for _ in range(2):
        awards.note_phonetic(STAMP, id("a"), "Cờ-ráp")
        awards.note_aliases(STAMP, id("a"), ["A cũ"])
    assert told(then(awards)) == [
        (PhoneticNoted, {"line": id("a"), "phonetic": "Cờ-ráp"}),
        (AliasesNoted, {"line": id("a"), "aliases": ["A cũ"]}),
    ]


def test_objects_get_further_line_by_line() -> None:
    awards = two_turns(lambda a: a.ready_objects(STAMP, [id("a")], "sealed"))
    awards.ready_objects(STAMP, [id("a"), id("b")], "sealed")
    awards.ready_objects(STAMP, [id("a"), id("b")], "sealed")
    assert told(then(awards)) == [(ObjectsReadied, {"lines": [id("b")], "readiness": "sealed"})]
    with pytest.raises(Refused, match=r"awards\.unknown-rule"):
        awards.ready_objects(STAMP, [id("a")], "lost")


def test_a_living_person_sends_nobody_unless_the_setting_allows_it() -> None:
    awards = some_awards(register("heroes", "a", recipients="individual"))
    with pytest.raises(Refused, match=r"awards\.in-person"):
        awards.name_representative(STAMP, id("a"), "Con trai", "con")
    awards.set_plan_rules(STAMP, **{**PLAN_RULES, "proxies": True})
    awards.name_representative(STAMP, id("a"), "Con trai", "con")
    said = {"line": id("a"), "name": "Con trai", "relation": "con"}
    assert told(then(awards))[1:] == [(RepresentativeNamed, said)]


def test_the_rules_of_the_plan_are_said_once() -> None:
    awards = two_turns()
    awards.set_plan_rules(STAMP, **PLAN_RULES)
    other = {**PLAN_RULES, "split": "full", "witness": "Trần Chí Viễn"}
    late = {"closes_minutes": 45, "before_start": "end", "after_start": "not_presented"}
    for _ in range(2):
        awards.set_plan_rules(STAMP, **other)
        awards.choose_late_policy(STAMP, **late)
    assert told(then(awards)) == [(PlanRulesSet, other), (LatePolicyChosen, late)]
    for wrong in ({"split": "odd"}, {"within": "age"}, {"side": "middle"}):
        with pytest.raises(Refused, match=r"awards\.unknown-rule"):
            awards.set_plan_rules(STAMP, **{**PLAN_RULES, **wrong})
    with pytest.raises(Refused, match=r"awards\.unknown-rule"):
        awards.choose_late_policy(STAMP, **{**late, "after_start": "sometimes"})


def test_a_precedence_of_ones_own_names_every_award_once_and_is_gone_by() -> None:
    awards = two_turns()
    order = sorted(BY_KEY)
    for wrong in (order[1:], [*order, order[0]]):
        with pytest.raises(Refused, match=r"awards\.precedence-incomplete"):
            awards.arrange_precedence(STAMP, wrong)
    with pytest.raises(Refused, match=r"awards\.unknown-preset"):
        awards.choose_precedence(STAMP, "own", "descending")
    for _ in range(2):
        awards.arrange_precedence(STAMP, order)
    chosen = {"preset": "own", "direction": "descending"}
    arranged = (PrecedenceArranged, {"order": order})
    assert told(then(awards)) == [arranged, (PrecedenceChosen, chosen)]
    assert awards.plan_rules.precedence == tuple(order) != PRESETS["flags_first"]


def test_what_was_presented_says_its_objects_and_who_saw_it() -> None:
    awards = some_awards(register("flags", "a", "b"), announce("flags"), present("a"))
    awards.present_award(STAMP, id("b"), "Chủ tịch", "b", STAMP.at, "Trần Chí Viễn")
    ((_, said),) = told(then(awards))
    assert (said["objects"], said["witness"]) == (["flag"], "Trần Chí Viễn")
