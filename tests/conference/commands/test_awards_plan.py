"""What may be asked of the plan, on real stores: turns, presenters, and the lock before all."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from builders import STAMP, id
from builders_awards import FLAGS, PAPERS, an_instrument
from builders_commands import HERE, plan, recorded, shelf_of
from builders_invitation import issued

from conference.commands.awards import register_instrument, withdraw_instrument
from conference.commands.awards_ceremony import link_recipient, name_representative
from conference.commands.awards_checks import (
    enter_artefact,
    revoke_waiver,
    waive_finding,
    withdraw_artefact,
)
from conference.commands.awards_plan import (
    choose_stage_list,
    join_turns,
    lock_plan,
    move_recipient,
    move_turn,
    reset_turns,
    split_turn,
    unlock_plan,
)
from conference.commands.awards_prepared import (
    assign_presenters,
    note_aliases,
    note_phonetic,
    prepare_turn,
    ready_objects,
)
from conference.commands.awards_rules import (
    arrange_precedence,
    choose_late_policy,
    choose_precedence,
    set_entry_rule,
    set_plan_rules,
    set_stage_capacity,
)
from conference.domain.awards_rules import PLAN_RULES
from conference.errors import NotFound, Refused
from conference.rules.award_catalogue import BY_KEY
from conference.store import Store
from events.awards_checks import PlanAmended

NEEDS = dict.fromkeys(("side", "servers", "bouquets", "music", "photo_s", "seconds", "note"))


@pytest.fixture
def home(store: Store) -> Store:
    """A conference with flags to a, b, c and certificates to d, e, and the guest a."""
    plan(store)
    store.create(issued("a"))
    letters = an_instrument(*"de", award="bang_khen_chu_tich_ubnd_tinh")
    for name, said in (("flags", an_instrument(*"abc")), ("papers", letters)):
        register_instrument(store, STAMP, **HERE, instrument=id(name), **said)
    return store


def did(command: Callable[..., Any], **said: Any) -> Callable[..., Any]:
    return partial(command, **said)


CHANGES: dict[str, Callable[..., Any]] = {
    "register": did(register_instrument, instrument=id("new"), **an_instrument("x")),
    "link": did(link_recipient, line=id("a"), guest=id("a")),
    "represent": did(name_representative, line=id("a"), name="Phó Giám đốc"),
    "precedence": did(choose_precedence, preset="decree_list", direction="descending"),
    "own": did(arrange_precedence, order=sorted(BY_KEY)),
    "capacity": did(set_stage_capacity, capacity=2),
    "entry": did(set_entry_rule, level="province", recipients_enter="before"),
    "rules": did(set_plan_rules, **{**PLAN_RULES, "split": "full"}),
    "late": did(choose_late_policy, closes_minutes=30, before_start="end", after_start="later"),
    "list": did(choose_stage_list, lines=[id("a")], on_stage=False),
    "turn": did(move_turn, turn=PAPERS, before=FLAGS),
    "recipient": did(move_recipient, line=id("a"), turn=FLAGS, before=None, why="cao tuổi"),
    "split": did(split_turn, turn=FLAGS, line=id("b")),
    "presenters": did(
        assign_presenters, turn=FLAGS, presenters=[{"guest": id("a"), "name": "A", "post": None}]
    ),
    "needs": did(prepare_turn, turn=FLAGS, **{**NEEDS, "servers": 4}),
    "phonetic": did(note_phonetic, line=id("a"), phonetic="a dài"),
}


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_a_locked_plan_is_changed_with_a_reason_alone(home: Store, change: str) -> None:
    lock_plan(home, STAMP, **HERE)
    head = home.head()
    with pytest.raises(Refused, match=r"awards\.locked"):
        CHANGES[change](home, STAMP, **HERE)
    assert home.head() == head
    CHANGES[change](home, STAMP, **HERE, amends="theo ý kiến chủ trì")
    last, said = recorded(home, head)[-1]
    assert (last, said) == (PlanAmended, {"number": 1, "reason": "theo ý kiến chủ trì"})
    assert shelf_of(home).awards.prepared.amended == ("theo ý kiến chủ trì",)


@pytest.mark.parametrize("change", sorted(set(CHANGES) - {"register", "split"}))
def test_what_stands_already_needs_no_reason(home: Store, change: str) -> None:
    CHANGES[change](home, STAMP, **HERE)
    lock_plan(home, STAMP, **HERE)
    head = home.head()
    CHANGES[change](home, STAMP, **HERE)
    assert home.head() == head


def test_a_withdrawal_says_its_reason_once(home: Store) -> None:
    lock_plan(home, STAMP, **HERE)
    withdraw_instrument(home, STAMP, **HERE, instrument=id("papers"), reason="thu hồi")
    assert shelf_of(home).awards.prepared.amended == ("thu hồi",)


def test_checks_objects_and_other_names_are_free_of_the_lock(home: Store) -> None:
    lock_plan(home, STAMP, **HERE)
    waiver: dict[str, Any] = {"code": "count-mismatch", "where": "plan"}
    waive_finding(home, STAMP, **HERE, **waiver, said="3/2", name="Viễn", reason="đã hỏi")
    revoke_waiver(home, STAMP, **HERE, **waiver)
    ready_objects(home, STAMP, **HERE, lines=[id("a")], readiness="framed")
    note_aliases(home, STAMP, **HERE, line=id("a"), aliases=["A cũ", "A cũ", ""])
    said: dict[str, Any] = {"kind": "screen", "title": "LED", "turn": None, "shown_at": None}
    card = enter_artefact(home, STAMP, **HERE, **said, shows=["a", ""])
    prepared = shelf_of(home).awards.prepared
    assert (prepared.artefacts[card].shows, prepared.amended) == (("a",), ())
    withdraw_artefact(home, STAMP, **HERE, artefact=card, reason="in lại")
    line = shelf_of(home).awards.instruments[0].lines[0]
    assert (line.readiness, line.aliases) == ("framed", ("A cũ",))


def test_turns_are_split_joined_made_anew_and_unlocked(home: Store) -> None:
    new = split_turn(home, STAMP, **HERE, turn=FLAGS, line=id("b"))
    shown = [[line.name for line in turn.lines] for turn in shelf_of(home).awards.turns]
    assert shown == [["a"], ["b", "c"], ["d", "e"]]
    join_turns(home, STAMP, **HERE, turn=FLAGS, other=new)
    reset_turns(home, STAMP, **HERE)
    assert len(shelf_of(home).awards.turns) == 2
    lock_plan(home, STAMP, **HERE)
    unlock_plan(home, STAMP, **HERE, reason="thêm quyết định")
    move_turn(home, STAMP, **HERE, turn=PAPERS, before=FLAGS)
    assert [turn.id for turn in shelf_of(home).awards.turns] == [PAPERS, FLAGS]


def test_a_presenter_is_a_guest_of_this_conference(home: Store) -> None:
    who = [{"guest": id("stranger"), "name": "X", "post": None}]
    with pytest.raises(NotFound):
        assign_presenters(home, STAMP, **HERE, turn=FLAGS, presenters=who)
