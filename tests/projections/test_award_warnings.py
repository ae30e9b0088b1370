"""What should be looked at before the awards are printed; nothing is corrected."""

from typing import Any

from builders import STAMP, folded, id
from builders_awards import CERTIFICATE, FLAG, a_line, an_instrument, register, some_awards
from builders_invitation import facts_of

from conference.domain.awards import Awards
from projections import awards as document


def warned(*acts: Any) -> list[tuple[str, dict[str, Any]]]:
    """The findings after these registrations: code and what fills its sentence."""
    awards: Awards = some_awards()
    for act in acts:
        act(awards)
    page = folded(document, facts_of(awards))
    return [(warning.code, dict(warning.facts)) for warning in page.warnings]


def test_whole_awards_are_not_warned_of() -> None:
    assert warned() == []
    assert warned(register("flags", "a", "b", stated_count=2)) == []


def test_lines_of_another_year_than_most_are_pointed_out() -> None:
    """Case 01, anomaly A1: flags of 2017 beside certificates of 2018."""
    flags = register("flags", *"abc", year=2017)
    certificates = register("certificates", *"defg", award=CERTIFICATE, year=2018)
    facts = {"title": "flags", "year": 2017, "count": 3, "usual": 2018}
    assert warned(flags, certificates) == [("year-mismatch", facts)]


def test_years_of_proposals_and_lines_without_a_year_say_nothing() -> None:
    proposal = register("proposal", "x", kind="proposal", year=2017)
    unknown = register("unknown", "y", year=None)
    assert warned(proposal, unknown, register("flags", "a", year=2018)) == []


def test_a_stated_count_that_the_list_does_not_have_is_pointed_out() -> None:
    for kind in ("decision", "proposal"):
        facts = {"title": "flags", "stated": 3, "listed": 2}
        wrong = register("flags", "a", "b", stated_count=3, kind=kind)
        assert warned(wrong) == [("count-mismatch", facts)]


def test_a_stated_count_of_nothing_is_a_count() -> None:
    facts = {"title": "flags", "stated": 0, "listed": 1}
    assert warned(register("flags", "a", stated_count=0)) == [("count-mismatch", facts)]


def test_a_flag_for_a_person_is_pointed_out() -> None:
    facts = {"title": "flags", "name": "a", "number": 1}
    wrong = register("flags", "a", recipients="individual")
    assert warned(wrong) == [("kind-mismatch", facts)]


def test_a_decision_of_a_level_that_does_not_give_the_award_is_pointed_out() -> None:
    wrong = register("flags", "a", level="department")
    assert warned(wrong) == [("level-mismatch", {"title": "flags"})]
    assert warned(register("flags", "a", level="department", kind="proposal")) == []


def test_one_award_of_the_level_is_enough() -> None:
    lines = [a_line("a", 1, award=FLAG), a_line("b", 2, award="giay_khen")]
    mixed = {**an_instrument(), "lines": lines}
    awards = some_awards(lambda a: a.register_instrument(STAMP, id("mixed"), **mixed))
    assert awards.instruments[id("mixed")]["lines"] == lines
    assert warned(lambda a: a.register_instrument(STAMP, id("mixed"), **mixed)) == []
