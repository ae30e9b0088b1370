"""The rules of the awards before the day: instruments, lines, order, stage."""

from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, id, then, told
from builders_awards import (
    CERTIFICATE,
    a_line,
    an_instrument,
    announce,
    present,
    register,
    some_awards,
)

from conference.domain.awards import Awards
from conference.domain.awards_rules import LARGEST_STAGE
from conference.errors import NotFound, Refused
from events.awards import (
    AwardsBegun,
    EntryRuleSet,
    InstrumentRegistered,
    InstrumentRevised,
    InstrumentWithdrawn,
    PrecedenceChosen,
    RecipientLinked,
    RepresentativeNamed,
    StageCapacitySet,
)


def presented(*names: str) -> Awards:
    """A decision with a line for each name, announced, the first line presented."""
    return some_awards(register("flags", *names), announce("flags"), present(names[0]))


def test_the_awards_begin_without_instruments() -> None:
    awards = Awards.begin_for(STAMP, KIEN_GIANG)
    assert told(then(awards)) == [(AwardsBegun, {})]
    assert awards.id == Awards.id_of(KIEN_GIANG)


@pytest.mark.parametrize("kind", ["decision", "proposal"])
def test_an_instrument_is_registered_with_all_its_lines(kind: str) -> None:
    awards = some_awards()
    said = an_instrument("a", "b", kind=kind)
    awards.register_instrument(STAMP, id("flags"), **said)
    assert told(then(awards)) == [(InstrumentRegistered, {"instrument": id("flags"), **said})]
    with pytest.raises(Refused, match=r"awards\.instrument-exists"):
        awards.register_instrument(STAMP, id("flags"), **said)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([], "awards.no-lines"),
        ([a_line("x", award="unheard_of")], "awards.unknown-award"),
        ([a_line("x", 1), a_line("y", 1)], "awards.number-twice"),
        ([a_line("x", 1), a_line("x", 2)], "awards.line-twice"),
        ([a_line("taken", 1)], "awards.line-elsewhere"),
    ],
)
def test_lines_that_cannot_be_are_refused(lines: list[dict[str, Any]], code: str) -> None:
    awards = some_awards(register("other", "taken"), register("flags", "a"))
    said = {**an_instrument(), "lines": lines}
    with pytest.raises(Refused) as refused:
        awards.register_instrument(STAMP, id("new"), **said)
    assert refused.value.code == code
    with pytest.raises(Refused) as refused:
        awards.revise_instrument(STAMP, id("flags"), **said)
    assert (refused.value.code, then(awards)) == (code, [])


def test_a_revision_says_the_whole_instrument_once() -> None:
    awards = some_awards(register("flags", "a", "b"))
    said = an_instrument("b", "c", award=CERTIFICATE)
    for _ in range(2):
        awards.revise_instrument(STAMP, id("flags"), **said)
    assert told(then(awards)) == [(InstrumentRevised, {"instrument": id("flags"), **said})]
    assert set(awards.lines) == {id("b"), id("c")}


@pytest.mark.parametrize(
    "said",
    [
        an_instrument("b"),
        an_instrument("a", "b", kind="proposal"),
        an_instrument("a", "b", award=CERTIFICATE),
        an_instrument("a", "b", placing=1),
        an_instrument("a", "b", recipients="household"),
        {**an_instrument("a"), "lines": [a_line("a") | {"name": "A"}]},
    ],
    ids=["gone", "proposal", "award", "placing", "kind", "name"],
)
def test_a_presented_line_stays_as_it_is(said: dict[str, Any]) -> None:
    awards = presented("a", "b")
    with pytest.raises(Refused, match=r"awards\.line-presented"):
        awards.revise_instrument(STAMP, id("flags"), **said)
    assert then(awards) == []


def test_lines_beside_a_presented_one_are_revised() -> None:
    awards = presented("a", "b")
    awards.revise_instrument(STAMP, id("flags"), **an_instrument("c", "a"))
    assert [type(fact) for fact in then(awards)] == [InstrumentRevised]
    assert set(awards.lines) == {id("a"), id("c")}


def test_an_instrument_is_withdrawn_with_its_lines() -> None:
    awards = some_awards(register("flags", "a"), register("other", "b"))
    awards.withdraw_instrument(STAMP, id("flags"), "chưa ký")
    withdrawn = {"instrument": id("flags"), "reason": "chưa ký"}
    assert told(then(awards)) == [(InstrumentWithdrawn, withdrawn)]
    assert set(awards.lines) == {id("b")}


def test_what_was_presented_is_not_withdrawn() -> None:
    awards = presented("a", "b")
    with pytest.raises(Refused, match=r"awards\.line-presented"):
        awards.withdraw_instrument(STAMP, id("flags"), "nhầm")
    assert then(awards) == []


def test_an_unknown_instrument_or_line_is_not_found() -> None:
    awards = some_awards(register("flags", "a"))
    for act in (
        lambda: awards.revise_instrument(STAMP, id("nothing"), **an_instrument("x")),
        lambda: awards.withdraw_instrument(STAMP, id("nothing"), ""),
        lambda: awards.link_recipient(STAMP, id("nobody"), None),
        lambda: awards.name_representative(STAMP, id("nobody"), "Bà B", None),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_line_is_received_by_a_guest_or_no_longer() -> None:
    awards = some_awards(register("flags", "a"))
    for guest in (None, id("guest"), id("guest"), None):
        awards.link_recipient(STAMP, id("a"), guest)
    linked = [{"line": id("a"), "guest": guest} for guest in (id("guest"), None)]
    assert told(then(awards)) == [(RecipientLinked, one) for one in linked]


def test_a_guest_whom_the_list_itself_names_receives_until_another_is_linked() -> None:
    awards = some_awards(register("flags", "a", guest=id("guest")))
    for guest in (id("guest"), None):
        awards.link_recipient(STAMP, id("a"), guest)
    assert told(then(awards)) == [(RecipientLinked, {"line": id("a"), "guest": None})]


def test_a_representative_is_named_once() -> None:
    awards = some_awards(register("flags", "a"))
    for _ in range(2):
        awards.name_representative(STAMP, id("a"), "Bà B", "vợ")
    named = {"line": id("a"), "name": "Bà B", "relation": "vợ"}
    assert told(then(awards)) == [(RepresentativeNamed, named)]


@pytest.mark.parametrize("again", ["revised", "registered"])
def test_what_an_instrument_says_anew_replaces_what_was_linked(again: str) -> None:
    """The instrument's new word is what stands: linking the same guest again is no repetition."""
    awards = some_awards(
        register("flags", "a"),
        lambda a: a.link_recipient(STAMP, id("a"), id("guest")),
        lambda a: a.name_representative(STAMP, id("a"), "Bà B", None),
    )
    if again == "revised":
        awards.revise_instrument(STAMP, id("flags"), **an_instrument("a", "b"))
    else:
        awards.withdraw_instrument(STAMP, id("flags"), "nhầm")
        register("flags", "a")(awards)
    awards.collect_events()
    awards.link_recipient(STAMP, id("a"), id("guest"))
    awards.name_representative(STAMP, id("a"), "Bà B", None)
    assert [type(fact) for fact in then(awards)] == [RecipientLinked, RepresentativeNamed]


def test_the_order_is_a_known_preset_in_a_direction() -> None:
    awards = some_awards()
    for _ in range(2):
        awards.choose_precedence(STAMP, "decree_list", "ascending")
    chosen = {"preset": "decree_list", "direction": "ascending"}
    assert told(then(awards)) == [(PrecedenceChosen, chosen)]
    for preset, direction in (("my_list", "ascending"), ("decree_list", "sideways")):
        with pytest.raises(Refused, match=r"awards\.unknown-preset"):
            awards.choose_precedence(STAMP, preset, direction)


@pytest.mark.parametrize("capacity", [1, LARGEST_STAGE])
def test_a_stage_holds_somebody_and_not_the_whole_hall(capacity: int) -> None:
    awards = some_awards()
    for _ in range(2):
        awards.set_stage_capacity(STAMP, capacity)
    assert told(then(awards)) == [(StageCapacitySet, {"capacity": capacity})]


@pytest.mark.parametrize("capacity", [0, -1, LARGEST_STAGE + 1])
def test_a_stage_that_cannot_be_is_refused(capacity: int) -> None:
    with pytest.raises(Refused, match=r"awards\.stage-capacity"):
        some_awards().set_stage_capacity(STAMP, capacity)


def test_when_recipients_enter_is_set_for_a_level() -> None:
    awards = some_awards()
    for _ in range(2):
        awards.set_entry_rule(STAMP, "prime_minister", "before")
    rule = {"level": "prime_minister", "recipients_enter": "before"}
    assert told(then(awards)) == [(EntryRuleSet, rule)]
    for level, enter in (("village", "before"), ("province", "during")):
        with pytest.raises(Refused, match=r"awards\.unknown-entry"):
            awards.set_entry_rule(STAMP, level, enter)
