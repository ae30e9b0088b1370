"""The rules of the public page: put up once, taken down once, also when all is over."""

from builders import STAMP, at, then, told
from builders_conference import a_conference

from conference.domain.conference import Conference
from events.publication import ConferencePublished, ConferenceUnpublished


def started(*acts: object) -> Conference:
    conference = a_conference(*acts)  # type: ignore[arg-type]
    conference.collect_events()
    return conference


def test_a_page_is_put_up_once_and_taken_down_once() -> None:
    conference = started()
    conference.unpublish(STAMP, at("07:00"))
    for _ in range(2):
        conference.publish(STAMP, at("07:10"))
    for _ in range(2):
        conference.unpublish(STAMP, at("07:20"))
    assert told(then(conference)) == [
        (ConferencePublished, {"at": at("07:10")}),
        (ConferenceUnpublished, {"at": at("07:20")}),
    ]


def test_a_conference_that_is_over_may_show_what_it_was() -> None:
    conference = started(
        lambda c: c.open(STAMP, at("07:30")), lambda c: c.close(STAMP, at("11:00"))
    )
    conference.publish(STAMP, at("12:00"))
    assert [type(fact) for fact in then(conference)] == [ConferencePublished]
