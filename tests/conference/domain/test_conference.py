"""The rules of the conference: planned, open, closed."""

import pytest
from builders import KIEN_GIANG, STAMP, at, given, id, then, told

from conference.domain.conference import Conference
from conference.errors import NotFound, Refused
from events.attendance import RollCallWorded
from events.conference import (
    ChairNamed,
    ConferenceClosed,
    ConferenceDated,
    ConferenceOpened,
    ConferenceRetitled,
    DocumentAdopted,
    DocumentTabled,
    DocumentWithdrawn,
    HallBooked,
    IntroductionDepthChosen,
    MovementLaunched,
    PlayingClockSet,
    SiteAdded,
    SourceNoted,
    ThemeChosen,
    VenueChosen,
)


def planned(*acts: object) -> Conference:
    plan = {"code": "kg-2019", "title": "Hội nghị", "kind": "summary_conference", "host": "UBND"}
    when = {"held_on": "2019-03-25", "time_zone": "Asia/Ho_Chi_Minh"}
    return given(lambda: Conference.plan(STAMP, id=KIEN_GIANG, **plan, **when), *acts)  # type: ignore[arg-type]


def opened(conference: Conference) -> None:
    conference.open(STAMP, at("07:30"))


def test_a_conference_opens_once_and_closes_once() -> None:
    conference = planned()
    for _ in range(2):
        conference.open(STAMP, at("07:30"))
    for _ in range(2):
        conference.close(STAMP, at("11:30"))
    assert [type(fact) for fact in then(conference)] == [ConferenceOpened, ConferenceClosed]
    assert conference.status == "closed"


def test_a_planned_conference_cannot_close() -> None:
    with pytest.raises(Refused, match=r"conference\.not-opened"):
        planned().close(STAMP, at("11:30"))


def test_a_closed_conference_changes_no_more() -> None:
    conference = planned(opened, lambda c: c.close(STAMP, at("11:30")))
    with pytest.raises(Refused, match=r"conference\.closed"):
        conference.choose_theme(STAMP, "Đoàn kết")
    assert then(conference) == []


def test_a_document_is_tabled_then_adopted_while_open() -> None:
    conference = planned(lambda c: c.table_document(STAMP, id("report"), "Báo cáo", "other"))
    with pytest.raises(Refused, match=r"conference\.not-opened"):
        conference.adopt_document(STAMP, id("report"), at("08:00"))
    opened(conference)
    conference.adopt_document(STAMP, id("report"), at("08:00"))
    conference.adopt_document(STAMP, id("report"), at("08:01"))
    assert [type(fact) for fact in then(conference)] == [ConferenceOpened, DocumentAdopted]


def test_an_adopted_document_can_neither_change_nor_go() -> None:
    conference = planned(
        lambda c: c.table_document(STAMP, id("report"), "Báo cáo", "other"),
        opened,
        lambda c: c.adopt_document(STAMP, id("report"), at("08:00")),
    )
    with pytest.raises(Refused, match=r"conference\.document-adopted"):
        conference.withdraw_document(STAMP, id("report"))
    with pytest.raises(Refused, match=r"conference\.document-adopted"):
        conference.table_document(STAMP, id("report"), "Báo cáo khác", "other")


def test_an_unknown_document_is_not_found() -> None:
    with pytest.raises(NotFound):
        planned(opened).adopt_document(STAMP, id("nothing"), at("08:00"))


def test_the_same_word_twice_records_once() -> None:
    conference = planned()
    for _ in range(2):
        conference.name_chair(STAMP, "Đỗ Thanh Bình", "Phó Chủ tịch UBND tỉnh", "Ông", None)
        conference.table_document(STAMP, id("plan"), "Kế hoạch", "other")
        conference.retitle(STAMP, "Hội nghị", "UBND")
    assert [type(fact) for fact in then(conference)] == [ChairNamed, DocumentTabled]


def test_a_movement_is_launched_in_an_open_conference() -> None:
    conference = planned(opened)
    conference.launch_movement(STAMP, "Phong trào thi đua năm 2019", at("11:00"))
    expected = {"title": "Phong trào thi đua năm 2019", "at": at("11:00")}
    assert told(then(conference)) == [(MovementLaunched, expected)]


def test_what_the_pages_call_it_replaces_the_earlier_word() -> None:
    conference = planned()
    for _ in range(2):
        conference.retitle(STAMP, "Hội nghị tổng kết", "UBND tỉnh")
        conference.date(STAMP, "2019-03-26")
        conference.choose_venue(STAMP, "Hội trường", None)
        conference.choose_theme(STAMP, "Đoàn kết")
        conference.choose_introduction_depth(STAMP, 12)
        conference.set_playing_clock(STAMP, 3600)
    assert told(then(conference)) == [
        (ConferenceRetitled, {"title": "Hội nghị tổng kết", "host": "UBND tỉnh"}),
        (ConferenceDated, {"held_on": "2019-03-26"}),
        (VenueChosen, {"name": "Hội trường", "address": None}),
        (ThemeChosen, {"theme": "Đoàn kết"}),
        (IntroductionDepthChosen, {"depth": 12}),
        (PlayingClockSet, {"offset_s": 3600}),
    ]


def test_the_roll_call_is_worded_until_the_usual_words_are_wanted_again() -> None:
    conference = planned()
    conference.word_roll_call(STAMP, None)
    for words in ("Có mặt {present}.", "Có mặt {present}.", None, None):
        conference.word_roll_call(STAMP, words)
    assert told(then(conference)) == [
        (RollCallWorded, {"sentence": "Có mặt {present}."}),
        (RollCallWorded, {"sentence": None}),
    ]
    with pytest.raises(Refused, match=r"roll-call\.misplaced"):
        conference.word_roll_call(STAMP, "Có mặt {here}.")
    assert then(conference) == []


def test_a_document_is_withdrawn_until_the_conference_is_closed() -> None:
    table = [lambda c, n=name: c.table_document(STAMP, id(n), n, "other") for name in "ab"]
    conference = planned(*table, opened)
    conference.withdraw_document(STAMP, id("a"))
    assert told(then(conference)) == [(DocumentWithdrawn, {"document": id("a")})]
    conference.close(STAMP, at("11:30"))
    with pytest.raises(Refused, match=r"conference\.closed"):
        conference.withdraw_document(STAMP, id("b"))


def test_a_note_on_the_source_is_still_taken_after_the_closing() -> None:
    conference = planned(opened, lambda c: c.close(STAMP, at("11:30")))
    said = {"kind": "anomaly", "about": "awards", "text": "44,4% là 43,6%"}
    for _ in range(2):
        conference.note_source(STAMP, id("a1"), **said)
    assert told(then(conference)) == [(SourceNoted, {"note": id("a1"), **said})]


def test_a_site_joins_once_and_may_be_renamed() -> None:
    conference = planned()
    for name in ("Phú Quốc", "Phú Quốc", "Điểm cầu Phú Quốc"):
        conference.add_site(STAMP, "phu-quoc", name)
    joined = [{"site": "phu-quoc", "name": n} for n in ("Phú Quốc", "Điểm cầu Phú Quốc")]
    assert told(then(conference)) == [(SiteAdded, one) for one in joined]


def test_a_movement_is_launched_once_and_not_before_the_opening() -> None:
    with pytest.raises(Refused, match=r"conference\.not-opened"):
        planned().launch_movement(STAMP, "Thi đua", at("11:00"))
    conference = planned(opened)
    for _ in range(2):
        conference.launch_movement(STAMP, "Thi đua", at("11:00"))
    assert [type(fact) for fact in then(conference)] == [MovementLaunched]


def test_a_closed_conference_does_not_open_again() -> None:
    conference = planned(opened, lambda c: c.close(STAMP, at("11:30")))
    with pytest.raises(Refused, match=r"conference\.closed"):
        conference.open(STAMP, at("13:30"))


def test_the_hall_is_booked_once_and_the_booking_can_be_open_again() -> None:
    conference = planned()
    for begins, ends in ((None, None), ("07:00", "11:30"), ("07:00", "11:30"), (None, None)):
        conference.book_hall(STAMP, begins and at(begins), ends and at(ends))
    booked = {"begins_at": at("07:00"), "ends_at": at("11:30")}
    open_again = {"begins_at": None, "ends_at": None}
    assert told(then(conference)) == [(HallBooked, booked), (HallBooked, open_again)]


@pytest.mark.parametrize(
    ("begins", "ends", "code"),
    [
        ("07:00", None, "half"),
        (None, "11:30", "half"),
        ("11:30", "07:00", "backwards"),
        ("07:00", "07:00", "backwards"),
    ],
)
def test_a_hall_is_taken_over_before_it_is_handed_back(
    begins: str | None, ends: str | None, code: str
) -> None:
    conference = planned()
    with pytest.raises(Refused, match=rf"conference\.booking-{code}"):
        conference.book_hall(STAMP, begins and at(begins), ends and at(ends))  # type: ignore[arg-type]
    assert then(conference) == []
