"""What is handed over, under the linter: how far it should be, the nearer the day the heavier."""

from datetime import date, timedelta

import pytest
from builders import KIEN_GIANG, STAMP, at, id
from builders_lint import EARLY, NAMES, House

from conference.domain.stage import Stage
from conference.rules.lint_rules import NEAR_DAYS

DAY = date(2019, 3, 25)
NEAR = DAY - timedelta(days=NEAR_DAYS)

WEIGHTS = [
    ("drafted", NEAR - timedelta(days=1), "note"),
    ("sealed", NEAR - timedelta(days=1), "note"),
    ("framed", NEAR - timedelta(days=1), None),
    ("sealed", NEAR, "warning"),
    ("framed", NEAR, None),
    ("signed", DAY - timedelta(days=1), "warning"),
    ("framed", DAY, "error"),
    ("on_tray", DAY, None),
    ("framed", DAY + timedelta(days=1), "error"),
]


@pytest.mark.parametrize(("readiness", "today", "severity"), WEIGHTS)
def test_an_object_that_is_late_weighs_more_the_nearer_the_day(
    readiness: str, today: date, severity: str | None
) -> None:
    house = House()
    house.awards.ready_objects(STAMP, [id(name) for name in NAMES], readiness)
    found = [one for one in house.lint(today).findings if one.code == "object-not-ready"]
    assert [one.severity for one in found] == ([severity] if severity else [])


def test_the_least_ready_object_of_a_turn_is_told_with_how_many_are_late() -> None:
    house = House("a", "b", "c")
    house.awards.ready_objects(STAMP, [id("a")], "signed")
    house.awards.ready_objects(STAMP, [id("b")], "drafted")
    facts = house.one("object-not-ready").facts
    assert (facts["count"], facts["readiness"], facts["wanted"]) == (2, "drafted", "framed")


def test_nothing_said_is_no_object() -> None:
    house = House()
    house.log = [fact for fact in house.facts() if fact.TOPIC != "objects-readied"]
    assert house.one("object-not-ready").facts["readiness"] == "none"


def test_while_no_day_is_known_there_is_time() -> None:
    house = House()
    house.log = [fact for fact in house.facts() if fact.TOPIC != "conference-dated"]
    house.awards.ready_objects(STAMP, [id(NAMES[0])], "signed")
    assert house.one("object-not-ready", EARLY).severity == "note"


def test_what_the_tray_table_ticked_off_lies_there() -> None:
    house = House()
    (turn,) = house.awards.turns
    stage = Stage.open_for(STAMP, KIEN_GIANG, 0, at("10:00"), at("10:00"))
    assert house.one("object-not-ready", DAY).facts["count"] == 2
    stage.tick_object(STAMP, turn.id, id(NAMES[0]), True, at("10:01"))
    house.log += stage.collect_events()  # type: ignore[arg-type]
    assert house.one("object-not-ready", DAY).facts["count"] == 1
