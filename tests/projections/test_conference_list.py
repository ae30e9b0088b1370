"""Every conference of the installation: newest day first, found by its code."""

from typing import Any

from builders import STAMP, at, id
from builders_conference import a_conference
from builders_invitation import facts_of, issued

from projections import conference_list as document
from projections.conference_list import ConferenceList, Listed


def listed(*nouns: Any) -> ConferenceList:
    page = document.blank()
    for fact in facts_of(*nouns):
        page = document.evolve(fact, page)
    return page


def test_a_line_says_what_was_last_said() -> None:
    conference = a_conference(
        lambda c: c.retitle(STAMP, "Hội nghị", "Tỉnh ủy"),
        lambda c: c.date(STAMP, "2019-03-26"),
        lambda c: c.choose_venue(STAMP, "Hội trường", None),
        lambda c: c.choose_theme(STAMP, "Đoàn kết"),
    )
    (line,) = listed(conference).conferences
    said = ("kg-2019", "Hội nghị", "Tỉnh ủy", "2019-03-26", "Hội trường", "planned")
    assert line == Listed(conference.id, *said)


def test_the_status_follows_the_day() -> None:
    conference = a_conference(lambda c: c.open(STAMP, at("07:30")))
    page = listed(conference)
    assert [line.status for line in page.conferences] == ["open"]
    conference.close(STAMP, at("11:30"))
    for fact in facts_of(conference):
        page = document.evolve(fact, page)
    assert [line.status for line in page.conferences] == ["closed"]


def test_the_newest_day_stands_first_and_the_undated_above() -> None:
    days = {"old": "2018-01-05", "new": "2019-03-25", "none": None}
    page = listed(
        *(a_conference(id=id(name), title=name, held_on=day) for name, day in days.items())
    )
    assert [line.title for line in page.conferences] == ["none", "new", "old"]


def test_conferences_of_one_day_stand_in_vietnamese_order() -> None:
    titles = ("Đại hội", "Diễn đàn", "Ẩm thực", "An sinh", "Hội nghị")
    page = listed(*(a_conference(id=id(title), title=title) for title in titles))
    in_order = ["An sinh", "Ẩm thực", "Diễn đàn", "Đại hội", "Hội nghị"]
    assert [line.title for line in page.conferences] == in_order


def test_a_conference_is_found_by_its_code() -> None:
    page = listed(a_conference(), a_conference(id=id("other"), code="other"))
    found = page.with_code("other")
    assert found is not None
    assert (found.id, page.with_code("nothing")) == (id("other"), None)


def test_a_guest_changes_nothing_here() -> None:
    page = listed(a_conference())
    for fact in facts_of(issued("a")):
        assert document.evolve(fact, page) is page
