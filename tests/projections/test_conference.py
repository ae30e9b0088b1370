"""The conference as its pages name it: what was last said, its clock, its status."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from builders import DAY, KIEN_GIANG, STAMP, at, folded, id
from builders_agenda import an_agenda
from builders_conference import PLAN, a_conference
from builders_invitation import facts_of

from conference.domain.conference import Conference
from projections import conference as document
from projections.conference import INTRODUCTION_DEPTH, ConferenceDocument
from projections.conference_frame import Chair, Note, TabledDocument


def page_of(*acts: Any, **said: Any) -> ConferenceDocument:
    return folded(document, facts_of(a_conference(*acts, **said)))  # type: ignore[no-any-return]


def opened(conference: Conference) -> None:
    conference.open(STAMP, at("07:30"))


def test_a_planned_conference_is_what_was_planned() -> None:
    years = {"reporting_year": 2018, "plan_year": 2019}
    assert page_of(**years) == ConferenceDocument(KIEN_GIANG, **PLAN, **years, version=1)


def test_the_last_word_stands() -> None:
    page = page_of(
        lambda c: c.retitle(STAMP, "Hội nghị khác", "Tỉnh ủy"),
        lambda c: c.date(STAMP, "2019-03-26"),
        lambda c: c.choose_venue(STAMP, "Hội trường", "Rạch Giá"),
        lambda c: c.name_chair(STAMP, "Ông A", "Chủ tịch", None, None),
        lambda c: c.name_chair(STAMP, "Đỗ Thanh Bình", "Phó Chủ tịch", "Ông", id("chair")),
        lambda c: c.choose_theme(STAMP, "Đoàn kết"),
        lambda c: c.choose_introduction_depth(STAMP, 12),
    )
    assert (page.title, page.host, page.held_on) == ("Hội nghị khác", "Tỉnh ủy", "2019-03-26")
    assert (page.venue, page.address, page.theme) == ("Hội trường", "Rạch Giá", "Đoàn kết")
    assert page.chair == Chair("Đỗ Thanh Bình", "Phó Chủ tịch", "Ông", id("chair"))
    assert (page.introduction_depth, page.version) == (12, 8)


def test_the_depth_is_the_default_until_it_is_chosen() -> None:
    assert page_of().introduction_depth == INTRODUCTION_DEPTH


def test_documents_are_tabled_renamed_in_place_adopted_or_gone() -> None:
    page = page_of(
        *(lambda c, n=name: c.table_document(STAMP, id(n), n, "other") for name in "abc"),
        lambda c: c.table_document(STAMP, id("a"), "A", "resolution"),
        lambda c: c.withdraw_document(STAMP, id("b")),
        opened,
        lambda c: c.adopt_document(STAMP, id("c"), at("08:00")),
    )
    assert page.documents == (
        TabledDocument(id("a"), "A", "resolution"),
        TabledDocument(id("c"), "c", "other", at("08:00")),
    )


def test_a_day_goes_from_planned_through_open_to_closed() -> None:
    conference = a_conference()
    page, statuses = document.blank(KIEN_GIANG), []
    opened(conference)
    conference.launch_movement(STAMP, "Thi đua", at("11:00"))
    conference.close(STAMP, at("11:30"))
    for fact in facts_of(conference):
        page = document.evolve(fact, page)
        statuses.append(page.status)
    assert statuses == ["planned", "open", "open", "closed"]
    assert (page.opened_at, page.closed_at) == (at("07:30"), at("11:30"))
    assert (page.movement, page.launched_at) == ("Thi đua", at("11:00"))


def test_a_note_said_again_replaces_the_earlier_one() -> None:
    page = page_of(
        lambda c: c.note_source(STAMP, id("a"), "anomaly", "awards", "x"),
        lambda c: c.note_source(STAMP, id("b"), "illustrative", "hall", "y"),
        lambda c: c.note_source(STAMP, id("a"), "anomaly", "awards", "z"),
    )
    b, a = Note(id("b"), "illustrative", "hall", "y"), Note(id("a"), "anomaly", "awards", "z")
    assert page.notes == (b, a)


def test_sites_keep_their_order_and_take_a_new_name() -> None:
    said = (("pq", "Phú Quốc"), ("ht", "Hà Tiên"), ("pq", "Điểm cầu Phú Quốc"))
    page = page_of(*(lambda c, s=site, n=name: c.add_site(STAMP, s, n) for site, name in said))
    assert page.sites == (("pq", "Điểm cầu Phú Quốc"), ("ht", "Hà Tiên"))


def test_the_clock_is_the_real_one_or_plays_from_an_offset() -> None:
    hanoi = ZoneInfo("Asia/Ho_Chi_Minh")
    assert page_of().clock(DAY) == datetime(2019, 3, 25, 7, 0, tzinfo=hanoi)
    playing = page_of(lambda c: c.set_playing_clock(STAMP, -1800), time_zone="Asia/Tokyo")
    assert playing.clock(DAY) == DAY - timedelta(minutes=30)
    assert playing.clock(DAY).utcoffset() == timedelta(hours=9)


LOCAL = datetime(2019, 3, 25, 7, 30)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (time(7, 30), datetime(2019, 3, 25, 0, 30, tzinfo=UTC)),
        (LOCAL, datetime(2019, 3, 25, 0, 30, tzinfo=UTC)),
        (LOCAL.replace(tzinfo=UTC), datetime(2019, 3, 25, 7, 30, tzinfo=UTC)),
        ("07:30", "07:30"),
        (None, None),
    ],
)
def test_what_is_typed_is_meant_on_the_conferences_day_and_in_its_zone(
    typed: Any, meant: Any
) -> None:
    assert page_of().meant(typed) == meant


def test_a_time_of_day_means_nothing_while_there_is_no_day() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        page_of(held_on=None).meant(time(7, 30))


def test_a_fact_of_another_noun_leaves_the_same_document() -> None:
    agenda = an_agenda()
    agenda.set_start(STAMP, at("08:00"))
    page = page_of()
    for fact in facts_of(agenda):
        assert document.evolve(fact, page) is page
