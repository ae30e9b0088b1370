"""Speakers under the linter who have to be on the stage with nothing between."""

import pytest
from builders import STAMP, id
from builders_awards import CERTIFICATE, register
from builders_lint import House, an_agenda_of

from projections.lint_finding import Fix


def test_the_unit_that_speaks_just_before_receives_in_the_first_turn() -> None:
    house = House("UBND huyện An Biên", "Sở Tư pháp")
    an_agenda_of(house, ("speech", "Huyện An Biên"), ("award", "Trao thưởng"))
    finding = house.one("speaker-before")
    said = {"name": "UBND huyện An Biên", "number": 1, "unit": "Huyện An Biên"}
    assert dict(finding.facts) == {**said, "speech": "Tham luận Huyện An Biên"}
    assert finding.fix == Fix("item", id("Huyện An Biên"))
    assert ("agenda", house.agenda.id, 3) in finding.causes


def test_an_item_between_is_time_enough() -> None:
    house = House()
    items = [("speech", "Sở Y tế"), ("report", "Báo cáo"), ("award", "Trao thưởng")]
    an_agenda_of(house, *items)
    assert house.codes() == []


def test_an_item_that_is_skipped_stands_not_between() -> None:
    house = House()
    items = [("speech", "Sở Y tế"), ("report", "Báo cáo"), ("award", "Trao thưởng")]
    an_agenda_of(house, *items)
    house.agenda.withdraw_item(STAMP, id("Báo cáo"), "hết giờ")
    assert "speaker-before" in house.codes()


def test_a_later_turn_leaves_time_to_come() -> None:
    house = House()
    house.plan(register("more", "Sở Nội vụ", award=CERTIFICATE, number="2"))
    an_agenda_of(house, ("speech", "Sở Nội vụ"), ("award", "Trao thưởng"))
    assert "speaker-before" not in house.codes()


def test_the_speech_behind_the_awards_follows_their_last_turn() -> None:
    house = House()
    an_agenda_of(house, ("award", "Trao thưởng"), ("speech", "Sở Y tế"))
    assert house.one("speaker-after").facts["name"] == "Sở Y tế"


@pytest.mark.parametrize(("who", "told"), [("Ông Khách 1", True), ("Khách 9", False)])
def test_the_speaker_is_known_by_name(who: str, told: bool) -> None:
    house = House()
    said = {"title": "Tham luận", "minutes": 8, "speaker": who}
    house.agenda.schedule_speech(STAMP, id("speech"), unit="Đơn vị khác", **said)
    an_agenda_of(house, ("award", "Trao thưởng"))
    assert ("speaker-before" in house.codes()) == told
