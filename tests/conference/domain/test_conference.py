"""The rules of the conference: planned, open, closed."""

import pytest
from builders import KIEN_GIANG, STAMP, at, given, id, then, told

from conference.domain.conference import Conference
from conference.errors import NotFound, Refused
from events.conference import (
    ChairNamed,
    ConferenceClosed,
    ConferenceOpened,
    DocumentAdopted,
    DocumentTabled,
    MovementLaunched,
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
