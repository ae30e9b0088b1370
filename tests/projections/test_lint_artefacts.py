"""Papers made elsewhere, under the linter: what they show, line by line, and how old they are."""

from typing import Any
from uuid import UUID

import pytest
from builders import KIEN_GIANG, STAMP, id
from builders_lint import NAMES, PRESENTER, House


def enter(house: House, name: str = "card", *shows: str, **said: Any) -> UUID:
    """A paper of the first turn that shows these names."""
    usual = {"kind": "screen", "title": name, "turn": house.awards.turns[0].id, "shown_at": None}
    shown = {**usual, **said, "shows": list(shows or NAMES)}
    house.awards.enter_artefact(STAMP, id(name), **shown)
    return id(name)


def test_a_paper_that_shows_the_row_as_it_is_called_agrees() -> None:
    house = House()
    enter(house)
    enter(house, "whole", turn=None)
    assert house.codes() == []


def test_another_name_is_told_with_its_place_and_what_it_should_be() -> None:
    house = House()
    enter(house, "card", "Sở Y tế", "Sở Nội vụ")
    finding = house.one("artefact-mismatch")
    said = {"title": "card", "paper": "screen", "place": 2, "count": 1, "ways": ""}
    names = {"shows": "Sở Nội vụ", "should": "Sở Tư pháp"}
    lines = ((2, "Sở Nội vụ", "Sở Tư pháp", ""),)
    assert dict(finding.facts) == {**said, **names, "lines": lines}
    assert (finding.where, finding.severity) == (f"artefact:{id('card')}", "error")


def test_another_order_is_a_mismatch_in_each_place() -> None:
    house = House()
    enter(house, "card", *reversed(NAMES))
    facts = house.one("artefact-mismatch").facts
    assert [line[:3] for line in facts["lines"]] == [(1, *reversed(NAMES)), (2, *NAMES)]


@pytest.mark.parametrize(("shows", "place"), [(NAMES[:1], 2), ((*NAMES, "Sở Nội vụ"), 3)])
def test_a_line_too_few_or_too_many_is_told(shows: tuple[str, ...], place: int) -> None:
    house = House()
    enter(house, "card", *shows)
    assert house.one("artefact-mismatch").facts["place"] == place


def test_a_look_alike_is_told_with_the_way() -> None:
    house = House()
    enter(house, "card", "Sở Y tê", "Sở Tư pháp")
    assert house.one("artefact-mismatch").facts["ways"] == "diacritics"


def test_a_tray_lies_as_the_row_stands() -> None:
    house = House()
    enter(house, "tray", kind="tray_sheet")
    assert "artefact-mismatch" not in house.codes()
    rules: dict[str, Any] = dict(house.awards.rules)
    house.awards.set_plan_rules(STAMP, **{**rules, "side": "left"})
    assert house.one("artefact-mismatch").facts["paper"] == "tray_sheet"
    enter(house, "tray", *reversed(NAMES), kind="tray_sheet")
    assert "artefact-mismatch" not in house.codes()


def test_a_presenters_card_may_have_the_own_part_of_the_row() -> None:
    house = House()
    house.invite("Đặng Tuyết Em", body="Tỉnh ủy")
    house.present(PRESENTER, "Đặng Tuyết Em")
    enter(house, "card", "Sở Tư pháp", kind="presenter_card")
    assert house.codes() == []
    enter(house, "script", "Sở Tư pháp", kind="mc_script")
    assert house.lint().mismatch == ("mc_script",)


def test_a_paper_is_stale_once_what_it_shows_has_changed() -> None:
    house = House()
    printed = len(house.facts())
    enter(house, "card", shown_at=printed)
    house.awards.note_phonetic(STAMP, id(NAMES[0]), "Sở Y-tế")
    assert house.codes() == []
    enter(house, "script", kind="mc_script", shown_at=printed)
    finding = house.one("artefact-stale")
    assert (finding.facts["title"], finding.facts["position"]) == ("script", printed)
    (turn,) = house.awards.turns
    house.awards.move_recipient(STAMP, id(NAMES[1]), turn.id, id(NAMES[0]), "theo ghế")
    stale = [one["title"] for one in house.facts_of("artefact-stale")]
    assert sorted(stale) == ["card", "script"]


def test_a_paper_of_a_turn_that_is_gone_is_an_error() -> None:
    house = House()
    enter(house)
    assert "artefact-turn-gone" not in house.codes()
    house.awards.withdraw_instrument(STAMP, id("flags"), "thu hồi")
    assert house.codes() == ["artefact-turn-gone"]


@pytest.mark.parametrize("position", [0, 9_999])
def test_a_position_that_the_log_does_not_have_is_told(position: int) -> None:
    house = House()
    enter(house, "card", shown_at=position)
    assert house.one("artefact-position").facts["position"] == position


def test_a_position_of_the_future_is_known_once_the_log_gets_there() -> None:
    house = House()
    enter(house, "card", shown_at=len(house.facts()) + 2)
    assert house.codes() == ["artefact-position"]
    house.awards.lock_plan(STAMP)
    assert (house.codes(), house.shelf().conference.id) == ([], KIEN_GIANG)


def test_a_paper_that_is_out_of_use_says_nothing() -> None:
    house = House()
    paper = enter(house, "card", "Sai")
    assert house.lint().mismatch == ("screen",)
    house.awards.withdraw_artefact(STAMP, paper, "in lại")
    assert house.codes() == []
