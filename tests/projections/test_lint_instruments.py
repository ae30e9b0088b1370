"""Decisions and proposals under the linter: one rule at a time, broken and kept."""

from typing import Any

import pytest
from builders import STAMP, id
from builders_awards import CERTIFICATE, FLAG, a_line, an_instrument, register
from builders_lint import EARLY, NAMES, House

from events.awards import InstrumentRegistered
from events.awards_plan import TurnsArranged

PROPOSAL: dict[str, Any] = {"kind": "proposal", "number": None, "dated_on": None}


def revised(house: House, name: str, **said: Any) -> None:
    """The instrument says something else of itself; its lines stay."""
    known = house.awards.instruments[id(name)]
    house.awards.revise_instrument(STAMP, id(name), **{**known, **said})


def test_a_sound_plan_has_no_findings() -> None:
    found = House().lint()
    assert (found.findings, found.ready, found.errors) == ((), True, 0)


def test_a_decision_that_became_a_proposal_stays_among_turns_put_in_order_by_hand() -> None:
    house = House()
    certificates = register("certificates", "c", award=CERTIFICATE, number="2")
    house.plan(certificates)
    first, second = house.awards.turns
    house.awards.move_turn(STAMP, second.id, first.id)
    assert "proposal-in-turns" not in house.codes()
    revised(house, "certificates", kind="proposal")
    finding = house.one("proposal-in-turns")
    assert dict(finding.facts) == {"title": "certificates", "count": 1, "name": "c"}
    assert (finding.severity, finding.where) == ("error", f"instrument:{id('certificates')}")
    assert [turn.title for turn in house.shelf().run_sheet.turns] == ["flags"]


def test_a_line_of_a_proposal_that_is_arranged_into_a_turn_is_an_error() -> None:
    house = House()
    house.plan(register("proposal", "x", award="co_thi_dua_chinh_phu", **PROPOSAL))
    assert house.codes() == []
    (turn,) = house.awards.turns
    lines = [*turn.lines, id("x")]
    house.awards.record(TurnsArranged, STAMP, turns=[{"turn": turn.id, "lines": lines}])
    assert house.facts_of("proposal-in-turns") == [{"title": "proposal", "count": 1, "name": "x"}]


def test_objects_and_turns_prepared_for_a_proposal_are_pointed_out() -> None:
    house = House()
    house.plan(register("proposal", "x", award="co_thi_dua_chinh_phu", **PROPOSAL))
    house.awards.ready_objects(STAMP, [id("x")], "signed")
    said = {"title": "proposal", "count": 1, "turns": 0}
    assert house.facts_of("proposal-prepared") == [said]
    revised(house, "flags", kind="proposal")
    flags = {"title": "flags", "count": 2, "turns": 1}
    assert house.facts_of("proposal-prepared") == [flags, said]


def test_a_decision_has_a_number_and_a_day() -> None:
    house = House(number=None, dated_on=None)
    assert house.codes() == ["decision-unnumbered", "decision-undated"]
    assert not house.lint().ready
    assert House(number="501/QĐ-UBND", dated_on="2019-03-01").codes() == []


@pytest.mark.parametrize(("day", "codes"), [("2019-03-25", []), ("2019-03-26", ["error"])])
def test_a_decision_is_not_signed_after_the_conference(day: str, codes: list[str]) -> None:
    found = House(dated_on=day).lint().findings
    assert [one.severity for one in found if one.code == "decision-future"] == codes
    assert len(found) == len(codes)


def test_two_decisions_of_one_number_are_told_whatever_spaces_and_capitals() -> None:
    house = House()
    house.plan(register("more", "c", number="501/qđ - UBND"))
    house.plan(register("others", "d", number="502/QĐ-UBND"))
    facts = {"title": "more", "number": "501/qđ - UBND", "other": "flags"}
    assert house.facts_of("number-twice") == [facts]


NUMBERS = [
    ("decision", "province", "12/TTr-UBND", True),
    ("decision", "province", "501/QĐ-UBND", False),
    ("decision", "province", "501/QĐ-TTg", True),
    ("decision", "prime_minister", "501/QĐ-UBND", True),
    ("decision", "prime_minister", "345 / QĐ - TTg", False),
    ("decision", "president", "77/QĐ-CTN", False),
    ("decision", "province", "số 5", False),
    ("proposal", "province", "12/TTr-UBND", False),
    ("proposal", "province", "501/QĐ-UBND", True),
]


@pytest.mark.parametrize(("kind", "level", "number", "told"), NUMBERS)
def test_a_number_is_one_of_the_kind_and_of_who_signs(
    kind: str, level: str, number: str, told: bool
) -> None:
    house = House()
    said = {"kind": kind, "level": level, "number": number, "award": "bang_khen_thu_tuong"}
    house.plan(register("more", "c", **said))
    facts = {"title": "more", "number": number, "instrument": kind, "level": level}
    assert house.facts_of("number-mismatch") == ([facts] if told else [])


def test_lines_of_another_year_than_most_are_pointed_out() -> None:
    """Case 01, anomaly A1: flags of 2017 beside certificates of 2018."""
    house = House(year=2017)
    house.plan(register("certificates", *"defg", award=CERTIFICATE, year=2018, number="2"))
    facts = {"title": "flags", "year": "2017", "count": 2, "usual": 2018}
    assert house.facts_of("year-mismatch") == [facts]
    same = House(year=2018)
    same.plan(register("certificates", *"defg", award=CERTIFICATE, year=2018, number="2"))
    assert same.facts_of("year-mismatch") == []


def test_years_of_proposals_and_lines_without_a_year_say_nothing() -> None:
    house = House(year=2018)
    house.plan(register("proposal", "x", year=2017, **PROPOSAL))
    house.plan(register("unknown", "y", year=None, number="3"))
    assert "year-mismatch" not in house.codes()


@pytest.mark.parametrize(("kind", "severity"), [("decision", "error"), ("proposal", "warning")])
def test_a_stated_count_that_the_list_does_not_have_is_told(kind: str, severity: str) -> None:
    house = House()
    house.plan(register("more", "c", "d", stated_count=3, kind=kind, number="3"))
    finding = house.one("count-mismatch")
    assert dict(finding.facts) == {"title": "more", "stated": 3, "listed": 2}
    assert finding.severity == severity
    right = House()
    right.plan(register("more", "c", "d", stated_count=2, kind=kind, number="3"))
    assert "count-mismatch" not in right.codes()


def test_a_stated_count_of_nothing_is_a_count() -> None:
    facts = {"title": "flags", "stated": 0, "listed": 2}
    assert House(stated_count=0).facts_of("count-mismatch") == [facts]


def test_lines_that_do_not_come_on_the_stage_are_told_as_a_note() -> None:
    house = House()
    house.awards.choose_stage_list(STAMP, [id(NAMES[1])], False)
    finding = house.one("count-off-stage")
    assert dict(finding.facts) == {"title": "flags", "listed": 2, "staged": 1, "away": 1}
    assert (finding.severity, house.lint().ready) == ("note", True)


def test_a_line_that_stands_in_two_turns_makes_the_turns_differ_from_the_list() -> None:
    house = House()
    one, two = (id(name) for name in NAMES)
    turns = [{"turn": id("t1"), "lines": [one, two]}, {"turn": id("t2"), "lines": [one]}]
    house.awards.record(TurnsArranged, STAMP, turns=turns)
    facts = {"title": "flags", "listed": 2, "staged": 3, "away": 0}
    assert house.facts_of("count-turns") == [facts]
    turns = [{"turn": id("t1"), "lines": [one]}, {"turn": id("t2"), "lines": [two]}]
    house.awards.record(TurnsArranged, STAMP, turns=turns)
    assert house.facts_of("count-turns") == []


@pytest.mark.parametrize("kind", ["individual", "household", "posthumous"])
def test_a_collectives_flag_for_a_person_is_an_error(kind: str) -> None:
    house = House()
    house.plan(register("more", "c", recipients=kind, award=FLAG, number="2"))
    facts = {"name": "c", "number": 1, "award": FLAG, "kind": kind}
    assert house.facts_of("kind-mismatch") == [facts]
    right = House()
    right.plan(register("more", "c", recipients=kind, award=CERTIFICATE, number="2"))
    assert right.facts_of("kind-mismatch") == []


def test_a_proposals_wrong_kind_keeps_nothing_from_the_stage() -> None:
    house = House()
    house.plan(register("proposal", "x", recipients="individual", award=FLAG, **PROPOSAL))
    assert (house.one("kind-mismatch").severity, house.lint().ready) == ("warning", True)


def test_a_decision_of_a_level_that_does_not_give_the_award_is_pointed_out() -> None:
    facts = {"title": "flags", "level": "department", "fitting": "province"}
    assert House(level="department").facts_of("level-mismatch") == [facts]
    house = House()
    house.plan(register("proposal", "x", level="department", **PROPOSAL))
    assert house.facts_of("level-mismatch") == []


def test_one_award_of_the_level_is_enough() -> None:
    house = House()
    lines = [a_line("c", 1, award=FLAG), a_line("d", 2, award="giay_khen")]
    mixed = {**an_instrument(), "lines": lines, "number": "7"}
    house.awards.register_instrument(STAMP, id("mixed"), **mixed)
    assert "level-mismatch" not in house.codes(EARLY)


@pytest.mark.parametrize(("day", "told"), [("2023-12-31", False), ("2004-06-30", True)])
def test_an_award_that_was_not_in_force_on_the_decisions_day_is_an_error(
    day: str, told: bool
) -> None:
    house = House(dated_on=day)
    said = {"award": FLAG, "dated_on": day}
    found = [{"name": name, "number": n, **said} for n, name in enumerate(NAMES, 1)]
    assert house.facts_of("award-outdated") == (found if told else [])


def test_an_award_that_the_catalogue_does_not_know_is_an_error() -> None:
    """No command lets it in; a log of elsewhere may hold it."""
    house = House()
    odd = an_instrument("c", award="huy_hieu_la", number="9")
    house.awards.record(InstrumentRegistered, STAMP, instrument=id("odd"), **odd)
    facts = {"name": "c", "number": 1, "key": "huy_hieu_la"}
    assert house.facts_of("award-unknown") == [facts]
