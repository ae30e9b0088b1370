"""The rules of the agenda: order, minutes, what has begun stays."""

import pytest
from builders import STAMP, at, id, then, told
from builders_agenda import add, an_agenda

from conference.domain.agenda_item import MOST_ITEMS
from conference.errors import NotFound, Refused
from events.agenda import (
    AgendaStartSet,
    ItemAdded,
    ItemDescribed,
    ItemFinished,
    ItemMoved,
    ItemStarted,
    ItemTimed,
    ItemWithdrawn,
    SpeechScheduled,
)


def test_an_added_item_stands_last_unless_said_otherwise() -> None:
    agenda = an_agenda("opening", "closing")
    add(agenda, "report", before=id("closing"))
    assert agenda.order == [id("opening"), id("report"), id("closing")]
    assert [type(fact) for fact in then(agenda)] == [ItemAdded]


def test_an_item_is_added_once() -> None:
    agenda = an_agenda("opening")
    with pytest.raises(Refused, match=r"agenda\.item-exists"):
        add(agenda, "opening")
    assert then(agenda) == []


def test_an_item_moves_before_another() -> None:
    agenda = an_agenda("a", "b", "c")
    agenda.move_item(STAMP, id("c"), id("a"))
    assert told(then(agenda)) == [(ItemMoved, {"item": id("c"), "before": id("a")})]
    assert agenda.order == [id("c"), id("a"), id("b")]


def test_an_item_moves_to_the_end() -> None:
    agenda = an_agenda("a", "b")
    agenda.move_item(STAMP, id("a"), None)
    assert agenda.order == [id("b"), id("a")]


@pytest.mark.parametrize(("item", "before"), [("a", "b"), ("a", "a"), ("c", None)])
def test_a_move_to_the_same_place_records_nothing(item: str, before: str | None) -> None:
    agenda = an_agenda("a", "b", "c")
    agenda.move_item(STAMP, id(item), before and id(before))  # type: ignore[arg-type]
    assert then(agenda) == []


def test_a_started_item_cannot_be_moved_nor_passed() -> None:
    agenda = an_agenda("a", "b")
    agenda.start_item(STAMP, id("a"), at("08:00"))
    agenda.collect_events()
    for item, before in ((id("a"), None), (id("b"), id("a"))):
        with pytest.raises(Refused, match=r"agenda\.item-started"):
            agenda.move_item(STAMP, item, before)
    assert then(agenda) == []


def test_an_unknown_item_is_not_found() -> None:
    with pytest.raises(NotFound):
        an_agenda("a").move_item(STAMP, id("nobody"), None)


def test_minutes_and_fixed_start_are_timed_together() -> None:
    agenda = an_agenda("a")
    agenda.time_item(STAMP, id("a"), 15, at("08:30"))
    agenda.time_item(STAMP, id("a"), 15, at("08:30"))
    expected = {"item": id("a"), "minutes": 15, "fixed_start": at("08:30")}
    assert told(then(agenda)) == [(ItemTimed, expected)]


def test_a_withdrawn_item_leaves_the_order_and_stays_withdrawn() -> None:
    agenda = an_agenda("a", "b")
    agenda.withdraw_item(STAMP, id("a"), "unit absent")
    agenda.withdraw_item(STAMP, id("a"), "again")
    assert [type(fact) for fact in then(agenda)] == [ItemWithdrawn]
    assert agenda.order == [id("b")]
    with pytest.raises(Refused, match=r"agenda\.item-withdrawn"):
        agenda.start_item(STAMP, id("a"), at("08:00"))


def test_one_item_runs_at_a_time() -> None:
    agenda = an_agenda("a", "b")
    agenda.start_item(STAMP, id("a"), at("08:00"))
    with pytest.raises(Refused, match=r"agenda\.another-item-runs"):
        agenda.start_item(STAMP, id("b"), at("08:05"))
    agenda.finish_item(STAMP, id("a"), at("08:09"))
    agenda.start_item(STAMP, id("b"), at("08:10"))
    kinds = [type(fact) for fact in then(agenda)]
    assert kinds == [ItemStarted, ItemFinished, ItemStarted]


def test_what_has_not_started_cannot_finish() -> None:
    with pytest.raises(Refused, match=r"agenda\.item-not-started"):
        an_agenda("a").finish_item(STAMP, id("a"), at("08:00"))


def test_a_speech_keeps_its_unit() -> None:
    agenda = an_agenda()
    agenda.schedule_speech(STAMP, id("s"), unit="Huyện An Biên", title="Tham luận", minutes=8)
    with pytest.raises(Refused, match=r"agenda\.speech-without-unit"):
        agenda.describe_item(STAMP, id("s"), title="Tham luận")


def test_an_agenda_has_an_end() -> None:
    agenda = an_agenda(*(f"item {n}" for n in range(MOST_ITEMS)))
    with pytest.raises(Refused, match=r"agenda\.too-long"):
        add(agenda, "one more")


def test_an_agenda_starts_when_it_is_said_and_may_be_open_again() -> None:
    agenda = an_agenda()
    for starts_at in (None, at("07:30"), at("07:30"), None):
        agenda.set_start(STAMP, starts_at)
    starts = [{"starts_at": at("07:30")}, {"starts_at": None}]
    assert told(then(agenda)) == [(AgendaStartSet, one) for one in starts]


def test_an_item_is_described_once_even_while_it_runs() -> None:
    agenda = an_agenda("a")
    agenda.start_item(STAMP, id("a"), at("08:00"))
    agenda.collect_events()
    for _ in range(2):
        agenda.describe_item(STAMP, id("a"), title="Báo cáo", owner="Chánh Văn phòng")
    unsaid = dict.fromkeys(("unit", "speaker", "speaker_post", "guest", "note"))
    described = {"item": id("a"), "title": "Báo cáo", "owner": "Chánh Văn phòng", **unsaid}
    assert told(then(agenda)) == [(ItemDescribed, described)]


def test_a_speech_goes_to_another_speaker_of_its_unit() -> None:
    agenda = an_agenda()
    agenda.schedule_speech(STAMP, id("s"), unit="Huyện An Biên", title="Tham luận", minutes=8)
    said = {"title": "Tham luận", "unit": "Huyện An Biên"}
    agenda.describe_item(STAMP, id("s"), **said)
    agenda.describe_item(STAMP, id("s"), **said, speaker="Lê Thị Bé")
    assert [type(fact) for fact in then(agenda)] == [SpeechScheduled, ItemDescribed]


def test_a_withdrawn_item_is_neither_described_nor_moved_nor_run() -> None:
    agenda = an_agenda("a", "b")
    agenda.withdraw_item(STAMP, id("a"), "vắng")
    for act in (
        lambda: agenda.describe_item(STAMP, id("a"), title="x"),
        lambda: agenda.move_item(STAMP, id("b"), id("a")),
        lambda: agenda.start_item(STAMP, id("a"), at("08:00")),
        lambda: add(agenda, "c", before=id("a")),
    ):
        with pytest.raises(Refused, match=r"agenda\.item-withdrawn"):
            act()


def test_what_has_begun_stays_in_the_programme() -> None:
    agenda = an_agenda("a")
    agenda.start_item(STAMP, id("a"), at("08:00"))
    for _ in range(2):
        agenda.finish_item(STAMP, id("a"), at("08:10"))
    for act in (
        lambda: agenda.withdraw_item(STAMP, id("a"), "vắng"),
        lambda: agenda.time_item(STAMP, id("a"), 5, None),
    ):
        with pytest.raises(Refused, match=r"agenda\.item-started"):
            act()
    with pytest.raises(Refused, match=r"agenda\.item-finished"):
        agenda.start_item(STAMP, id("a"), at("08:20"))
    assert [type(fact) for fact in then(agenda)] == [ItemStarted, ItemFinished]


def test_the_last_item_that_fits_is_added() -> None:
    agenda = an_agenda(*(f"item {n}" for n in range(MOST_ITEMS - 1)))
    add(agenda, "the last")
    assert len(agenda.order) == MOST_ITEMS
