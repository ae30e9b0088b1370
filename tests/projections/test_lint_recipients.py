"""Who receives, under the linter: invited, coming, seated, represented, nobody twice at once."""

from collections.abc import Callable
from typing import Any

import pytest
from builders import STAMP, id
from builders_awards import CERTIFICATE, register
from builders_invitation import Act
from builders_lint import House

from conference.rules.seats import STAGE, seat_label

Spoil = Callable[[House], object]


def test_a_guest_who_receives_two_lines_in_one_turn_is_an_error() -> None:
    house = House("Sở Y tế", "Sở Tư pháp")
    house.awards.link_recipient(STAMP, id("Sở Tư pháp"), id("Khách 1"))
    finding = house.one("recipient-twice")
    said = {"name": "Sở Tư pháp", "number": 2, "other": "Sở Y tế", "receiver": "Sở Tư pháp"}
    assert (dict(finding.facts), finding.severity) == (said, "error")


@pytest.mark.parametrize(("spelt", "codes"), [("SỞ Y TẾ", 1), ("so y te", 1), ("Sở Y", 0)])
def test_the_same_name_in_the_next_turn_is_told_whatever_its_spelling(
    spelt: str, codes: int
) -> None:
    house = House()
    house.plan(register("more", spelt, award=CERTIFICATE, number="2"))
    assert house.codes().count("recipient-again") == codes
    assert "recipient-twice" not in house.codes()


def test_a_turn_between_two_is_time_enough() -> None:
    house = House()
    house.plan(register("more", "c", award="chien_si_thi_dua_cap_tinh", number="2"))
    house.plan(register("most", "Sở Y tế ", award=CERTIFICATE, number="3"))
    assert "recipient-again" not in house.codes()


def test_one_representative_cannot_stand_for_two_in_one_row() -> None:
    house = House()
    house.awards.name_representative(STAMP, id("Sở Y tế"), "Khách 1", None)
    house.awards.name_representative(STAMP, id("Sở Tư pháp"), "Khách 1", None)
    assert house.one("recipient-twice").facts["receiver"] == "Khách 1"


def test_a_recipient_whom_no_guest_is_linked_to_is_not_invited() -> None:
    house = House()
    house.awards.link_recipient(STAMP, id("Sở Y tế"), None)
    finding = house.one("recipient-uninvited")
    assert dict(finding.facts) == {"name": "Sở Y tế", "number": 1}
    assert finding.where == f"line:{id('Sở Y tế')}"


AWAY: list[tuple[str, Act, str]] = [
    ("declined", lambda guest: guest.decline(STAMP, "họp"), "error"),
    ("withdrawn", lambda guest: guest.withdraw(STAMP, "nhầm"), "error"),
    ("excused", lambda guest: guest.excuse_absence(STAMP, "ốm"), "warning"),
]


@pytest.mark.parametrize(("state", "act", "severity"), AWAY)
def test_a_recipient_who_will_not_come_is_told(state: str, act: Act, severity: str) -> None:
    house = House()
    act(house.guests["Khách 1"])
    finding = house.one(f"recipient-{state}")
    assert (finding.facts["guest"], finding.severity) == ("Khách 1", severity)
    assert (finding.fix.page, finding.fix.id) == ("guest", id("Khách 1"))
    assert ("invitation", id("Khách 1"), 2) in finding.causes


def test_who_sends_somebody_for_a_collective_is_a_warning_only() -> None:
    house = House()
    house.guests["Khách 1"].decline(STAMP, "họp")
    house.awards.name_representative(STAMP, id("Sở Y tế"), "Lê Văn Phó", None)
    assert house.one("recipient-declined").severity == "warning"


def test_a_recipient_without_a_seat_is_told_once_there_is_a_hall() -> None:
    house = House()
    house.seating.vacate_seat(STAMP, "A-01", "nhầm")
    said = {"name": "Sở Y tế", "number": 1}
    assert house.facts_of("recipient-unseated") == [said]
    assert house.facts_of("recipient-far") == []


@pytest.mark.parametrize(("seat", "far"), [("A-05", False), ("A-06", True), ("B-10", True)])
def test_recipients_sit_in_the_half_at_the_stairs(seat: str, far: bool) -> None:
    house = House()
    house.seating.unpin_seat(STAMP, "A-01")
    house.seating.pin_seat(STAMP, seat, id("Khách 1"), "")
    said = {"name": "Sở Y tế", "number": 1, "seat": seat, "side": "left"}
    assert house.facts_of("recipient-far") == ([said] if far else [])


def test_who_sits_on_the_stage_is_near_it() -> None:
    house = House()
    house.seating.unpin_seat(STAMP, "A-01")
    house.seating.pin_seat(STAMP, seat_label(STAGE, 3), id("Khách 1"), "")
    assert "recipient-far" not in house.codes()


def test_a_posthumous_award_needs_somebody_of_the_family() -> None:
    house = House()
    said: dict[str, Any] = {"award": CERTIFICATE, "recipients": "posthumous", "number": "2"}
    house.plan(register("memory", "Trần Liệt", **said))
    finding = house.one("posthumous-alone")
    assert (finding.severity, finding.facts["name"]) == ("error", "Trần Liệt")
    house.awards.name_representative(STAMP, id("Trần Liệt"), "Trần Thị Con", "con gái")
    assert "posthumous-alone" not in house.codes()


def test_a_living_person_sends_nobody_where_the_rules_allow_no_proxies() -> None:
    house = House()
    rules: dict[str, Any] = dict(house.awards.rules)
    house.awards.set_plan_rules(STAMP, **{**rules, "proxies": True})
    said: dict[str, Any] = {"award": CERTIFICATE, "recipients": "individual", "number": "2"}
    house.plan(register("people", "Lê An", **said))
    house.awards.name_representative(STAMP, id("Lê An"), "Lê Bình", "anh")
    assert "proxy-unallowed" not in house.codes()
    house.awards.set_plan_rules(STAMP, **rules)
    finding = house.one("proxy-unallowed")
    assert dict(finding.facts) == {"name": "Lê An", "number": 1, "receiver": "Lê Bình"}


def test_who_has_the_award_already_is_not_asked_about() -> None:
    house = House()
    house.guests["Khách 1"].decline(STAMP, "họp")
    house.awards.announce_instrument(STAMP, id("flags"), "Ban Thi đua", STAMP.at)
    house.awards.present_award(STAMP, id("Sở Y tế"), "Chủ tịch", "Phó Giám đốc", STAMP.at)
    assert "recipient-declined" not in house.codes()
