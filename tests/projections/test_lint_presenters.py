"""Who hands over, under the linter: there, not receiving, of fitting rank."""

from typing import Any

import pytest
from builders import STAMP, at, id
from builders_awards import CERTIFICATE, register
from builders_invitation import Act, enter, replace_by
from builders_lint import PRESENTER, House


def test_a_turn_without_a_presenter_is_told() -> None:
    house = House()
    house.present()
    said = {"award": "co_thi_dua_cap_tinh", "placing": None}
    assert house.facts_of("presenter-none") == [said]


AWAY: list[tuple[str, Act]] = [
    ("declined", lambda guest: guest.decline(STAMP, "họp")),
    ("withdrawn", lambda guest: guest.withdraw(STAMP, "nhầm")),
    ("excused", lambda guest: guest.excuse_absence(STAMP, "ốm")),
]


@pytest.mark.parametrize(("state", "act"), AWAY)
@pytest.mark.parametrize("linked", [True, False])
def test_a_presenter_who_will_not_come_is_an_error(state: str, act: Act, linked: bool) -> None:
    house = House()
    if not linked:
        who: list[dict[str, Any]] = [{"guest": None, "name": f"Ông {PRESENTER}", "post": None}]
        house.awards.assign_presenters(STAMP, house.awards.turns[0].id, who)
    act(house.guests[PRESENTER])
    finding = house.one("presenter-absent")
    assert (finding.severity, finding.facts["state"]) == ("error", state)
    assert ("invitation", id(PRESENTER), 2) in finding.causes


def test_a_presenter_who_is_not_here_is_missed_once_the_doors_let_people_in() -> None:
    house = House()
    enter(house.guests["Khách 1"])
    assert "presenter-missing" not in house.codes()
    house.conference.open(STAMP, at("08:00"))
    assert house.one("presenter-missing").facts["presenter"] == PRESENTER
    enter(house.guests[PRESENTER])
    assert "presenter-missing" not in house.codes()


def test_a_presenter_who_sends_somebody_else_is_told_by_the_name() -> None:
    house = House()
    replace_by(house.guests[PRESENTER], "Lê Văn Phó")
    finding = house.one("presenter-replaced")
    assert (finding.facts["presenter"], finding.facts["substitute"]) == (PRESENTER, "Lê Văn Phó")
    assert (finding.severity, "presenter-absent" in house.codes()) == ("warning", False)


def test_who_receives_in_a_turn_does_not_hand_over_in_it() -> None:
    house = House()
    house.plan(register("certificates", "Sở Nội vụ", award=CERTIFICATE, number="2"))
    house.present("Khách 1", turns=slice(1, 2))
    assert "presenter-receives" not in house.codes()
    house.present("Khách 1", turns=slice(0, 1))
    finding = house.one("presenter-receives")
    assert (finding.facts["presenter"], finding.facts["name"]) == ("Khách 1", "Sở Y tế")
    assert finding.severity == "error"


def test_a_presenter_known_by_name_alone_receives_as_somebodys_representative() -> None:
    house = House()
    who: list[dict[str, Any]] = [{"guest": None, "name": "Lê Văn Phó", "post": None}]
    house.awards.assign_presenters(STAMP, house.awards.turns[0].id, who)
    house.awards.name_representative(STAMP, id("Sở Y tế"), "lê văn phó", None)
    assert "presenter-receives" in house.codes()


FITTING = [
    ("co_thi_dua_chinh_phu", "prime_minister", "central", False),
    ("co_thi_dua_chinh_phu", "prime_minister", "province", False),
    ("co_thi_dua_chinh_phu", "prime_minister", "district", True),
    ("co_thi_dua_cap_tinh", "province", "province", False),
    ("co_thi_dua_cap_tinh", "province", "district", True),
    ("giay_khen", "department", "district", False),
    ("giay_khen", "department", "commune", True),
]


@pytest.mark.parametrize(("award", "level", "tier", "warned"), FITTING)
def test_the_presenters_tier_fits_the_awards_level(
    award: str, level: str, tier: str, warned: bool
) -> None:
    house = House(award=award, level=level)
    house.invite("Lãnh đạo", body="UBND", bloc="government", tier=tier)
    house.present("Lãnh đạo")
    said = {"award": award, "placing": None, "presenter": "Lãnh đạo", "tier": tier, "level": level}
    assert house.facts_of("presenter-rank") == ([said] if warned else [])


def test_two_presenters_of_one_turn_are_one_finding_of_a_rule() -> None:
    house = House()
    house.invite("Hai", body="UBND")
    house.present(PRESENTER, "Hai")
    for name in (PRESENTER, "Hai"):
        house.guests[name].decline(STAMP, "họp")
    assert house.one("presenter-absent").facts["presenter"] == PRESENTER
