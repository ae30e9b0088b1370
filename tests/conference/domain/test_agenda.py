"""The rules of the agenda: order, minutes, what has begun stays."""

import pytest
from builders import STAMP, at, id, then, told
from builders_agenda import add, an_agenda

from conference.domain.agenda import MOST_ITEMS
from conference.errors import NotFound, Refused
from events.agenda import ItemAdded, ItemFinished, ItemMoved, ItemStarted, ItemTimed, ItemWithdrawn


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
