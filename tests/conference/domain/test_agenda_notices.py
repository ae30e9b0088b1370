"""The story of a release's notices: of a second copy nothing is recorded, one comes back."""

from builders import KIEN_GIANG, STAMP, at, given, then, told

from conference.domain.agenda_notices import Notices
from events.agenda_notices import NoticeSent, NoticeUndeliverable

MOMENT = at("07:10")
SAID = {"release": 2, "who": "Rạch Giá", "email": "a@example.vn", "at": MOMENT}


def laid() -> Notices:
    return given(lambda: Notices.lay(STAMP, KIEN_GIANG, 2, 2, 0))


def test_a_second_copy_at_the_same_address_records_nothing() -> None:
    story = laid()
    story.send(STAMP, "Rạch Giá", "a@example.vn", MOMENT)
    story.send(STAMP, "Rạch Giá", "A@example.vn", at("07:11"))
    assert told(then(story)) == [(NoticeSent, SAID)]


def test_what_came_back_may_be_sent_again() -> None:
    story = laid()
    story.send(STAMP, "Rạch Giá", "a@example.vn", MOMENT)
    story.come_back(STAMP, "Rạch Giá", "a@example.vn", "bounced", MOMENT)
    story.send(STAMP, "Rạch Giá", "a@example.vn", MOMENT)
    back = (NoticeUndeliverable, {**SAID, "reason": "bounced"})
    assert told(then(story)) == [(NoticeSent, SAID), back, (NoticeSent, SAID)]


def test_each_release_has_a_story_of_its_own() -> None:
    assert len({Notices.of(KIEN_GIANG, number) for number in (1, 2, 12)}) == 3
