"""The linter as a whole: waivers, causes, what it is kept by, words for everything it may say."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, id
from builders_awards import CERTIFICATE, register
from builders_lint import EARLY, House

from conference.language import LANGUAGES, catalogue
from conference.rules.lint_rules import RULES, SEVERITIES
from projections.lint_finding import Finding
from projections.lint_kept import Kept


def spoilt() -> House:
    """A plan with one error and one warning."""
    house = House(number=None)
    house.present()
    return house


def waive(house: House, code: str, **said: str) -> Finding:
    """Somebody answers for the finding of a rule as it is."""
    finding = house.one(code)
    usual = {"said": finding.said, "name": "Trần Thị Đào", "reason": "số sẽ có hôm sau"}
    house.awards.waive_finding(STAMP, code, finding.where, **{**usual, **said})
    return finding


def test_errors_come_first_and_make_the_plan_unready() -> None:
    found = spoilt().lint()
    assert [one.severity for one in found.findings] == ["error", "warning"]
    assert found.counts == {"error": 1, "warning": 1, "note": 0}
    assert (found.errors, found.ready) == (1, False)


def test_a_waived_error_lets_the_plan_go_on_stage_and_stays_on_the_list() -> None:
    house = spoilt()
    waive(house, "decision-unnumbered")
    found = house.lint()
    (waived,) = found.waived
    assert (found.ready, waived.code, waived.waiver and waived.waiver.name) == (
        True,
        "decision-unnumbered",
        "Trần Thị Đào",
    )
    house.awards.revoke_waiver(STAMP, "decision-unnumbered", waived.where)
    assert not house.lint().ready


def test_a_waiver_holds_for_what_was_found_alone() -> None:
    house = House(stated_count=3)
    waive(house, "count-mismatch")
    assert house.lint().ready
    known: dict[str, Any] = house.awards.instruments[id("flags")]
    house.awards.revise_instrument(STAMP, id("flags"), **{**known, "stated_count": 4})
    finding = house.one("count-mismatch")
    assert (finding.waived, finding.lapsed and finding.lapsed.name) == (False, "Trần Thị Đào")


def test_a_waived_note_counts_again_once_it_is_an_error() -> None:
    house = House()
    house.awards.ready_objects(STAMP, [id("Sở Y tế")], "signed")
    waive(house, "object-not-ready")
    assert house.one("object-not-ready").waived
    assert not house.one("object-not-ready", EARLY + timedelta(days=24)).waived


def test_a_waiver_survives_that_other_turns_change_the_numbers() -> None:
    house = House()
    house.plan(register("more", "c", award=CERTIFICATE, number="2"))
    before = house.one("presenter-none")
    waive(house, "presenter-none")
    house.plan(register("higher", "d", award="co_thi_dua_chinh_phu", number="3"))
    found = [one for one in house.lint().findings if one.code == "presenter-none"]
    after = next(one for one in found if one.where == before.where)
    assert (before.told["turn"], after.told["turn"], after.waived) == (2, 3, True)


def test_the_lock_leaves_waivers_as_they_are() -> None:
    house = spoilt()
    waive(house, "decision-unnumbered")
    house.awards.lock_plan(STAMP)
    assert house.one("decision-unnumbered").waived
    house.awards.prepare_turn(STAMP, house.awards.turns[0].id, **dict.fromkeys(NEEDS))
    house.awards.unlock_plan(STAMP, "đổi giờ")
    assert house.lint().ready


NEEDS = ("side", "servers", "bouquets", "music", "photo_s", "seconds", "note")


def messy() -> House:
    """A plan in which much is wrong at once."""
    house = House("a", "b", "c", number=None, stated_count=9)
    house.awards.set_stage_capacity(STAMP, 2)
    first, second = house.awards.turns
    house.awards.join_turns(STAMP, first.id, second.id)
    house.plan(register("more", "A", award=CERTIFICATE, recipients="posthumous", number=None))
    house.seating.vacate_seat(STAMP, "A-01", "nhầm")
    house.guests["Khách 2"].decline(STAMP, "họp")
    house.awards.enter_artefact(
        STAMP, id("p"), kind="screen", title="p", turn=None, shows=["x"], shown_at=3
    )
    return house


def test_every_cause_is_a_fact_of_the_log() -> None:
    house = messy()
    facts = {(one.originator_id, one.originator_version) for one in house.facts()}
    findings = house.lint().findings
    assert len({one.code for one in findings}) > 8
    assert [one.code for one in findings if not one.causes] == []
    assert {cause[1:] for one in findings for cause in one.causes} - facts == set()


def test_no_two_findings_share_rule_and_place() -> None:
    findings = messy().lint().findings
    places = [(one.code, one.where) for one in findings]
    assert len(places) == len(set(places)) > 10


def test_a_fact_changes_the_findings_at_once_and_no_other_fact_looks_again() -> None:
    house, kept = House(), Kept()
    library = house.library()
    shelf = library.shelf(KIEN_GIANG)
    before = kept.of(shelf, EARLY, library)
    assert kept.of(library.shelf(KIEN_GIANG), EARLY, library) is before
    house.awards.link_recipient(STAMP, id("Sở Y tế"), None)
    library = house.library()
    after = kept.of(library.shelf(KIEN_GIANG), EARLY, library)
    assert (before.findings, [one.code for one in after.findings]) == ((), ["recipient-uninvited"])
    then = library.shelf(KIEN_GIANG, shelf.position)
    assert kept.of(then, EARLY, library).findings == ()


@pytest.mark.parametrize("code", list(RULES))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_label_and_a_sentence(language: str, code: str) -> None:
    known = catalogue(language)
    assert {f"lint.{code}", f"lint-text.{code}"} <= set(known)
    assert (RULES[code].severity in SEVERITIES, bool(RULES[code].source)) == (True, True)


def test_every_rule_is_broken_by_a_test_of_its_trait() -> None:
    tests = sorted(Path(__file__).parent.glob("test_lint_*.py"))
    told = "\n".join(path.read_text("utf-8") for path in tests)
    of_states = {f"recipient-{state}" for state in ("declined", "withdrawn", "excused")}
    assert [code for code in RULES if f'"{code}"' not in told and code not in of_states] == []
