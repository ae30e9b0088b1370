"""Several items at once: an item once more, an item in two parts, a whole programme."""

import pytest
from builders import STAMP, at, id, then, told
from builders_agenda import add, an_agenda

from conference.domain.agenda import Agenda
from conference.domain.agenda_item import MOST_ITEMS
from conference.errors import Refused
from events.agenda import ItemAdded, ItemTimed, SpeechScheduled

WORDS = ("Giải lao", "Báo cáo (tiếp theo)")
IDS = (id("pause"), id("rest"))


def split(agenda: Agenda, item: str, first: int, pause: int = 10) -> None:
    agenda.split_item(STAMP, id(item), first=first, pause=pause, words=WORDS, ids=IDS)


def test_an_item_stands_once_more_right_behind_itself_and_linked() -> None:
    agenda = an_agenda("a", "b")
    agenda.time_item(STAMP, id("a"), 15, at("08:00"))
    agenda.collect_events()
    agenda.duplicate_item(STAMP, id("a"), id("copy"))
    said = {"item": id("copy"), "kind": "report", "title": "a", "minutes": 15, "before": id("b")}
    open_ = dict.fromkeys(("fixed_start", "owner", "note"))
    assert told(then(agenda)) == [(ItemAdded, said | open_)]
    assert agenda.order == [id("a"), id("copy"), id("b")]


def test_a_speech_once_more_is_a_speech_of_the_same_unit() -> None:
    agenda = an_agenda()
    said = {"unit": "Huyện An Biên", "title": "Tham luận", "minutes": 8, "speaker": "Lê Thị Bé"}
    agenda.schedule_speech(STAMP, id("s"), **said)
    agenda.collect_events()
    agenda.duplicate_item(STAMP, id("s"), id("copy"))
    ((kind, told_),) = told(then(agenda))
    assert (kind, {name: told_[name] for name in said}) == (SpeechScheduled, said)


def test_twenty_minutes_become_ten_a_break_and_ten() -> None:
    agenda = an_agenda("b")
    add(agenda, "a", minutes=20, before=id("b"))
    agenda.collect_events()
    split(agenda, "a", 10)
    assert [type(fact) for fact in then(agenda)] == [ItemTimed, ItemAdded, ItemAdded]
    assert agenda.order == [id("a"), *IDS, id("b")]
    parts = [agenda.items[item] for item in agenda.order[:3]]
    assert [part.minutes for part in parts] == [10, 10, 10]
    assert [part.kind for part in parts] == ["report", "break", "report"]
    assert [part.title for part in parts] == ["a", *WORDS]


@pytest.mark.parametrize("first", [20, 21])
def test_the_break_lies_within_the_item(first: int) -> None:
    agenda = an_agenda("a", minutes=20)
    with pytest.raises(Refused, match=r"agenda\.split-too-late"):
        split(agenda, "a", first)
    assert then(agenda) == []


def test_what_has_begun_is_neither_parted_nor_put_twice() -> None:
    agenda = an_agenda("a", "b")
    agenda.start_item(STAMP, id("a"), at("08:00"))
    agenda.collect_events()
    for act in (
        lambda: agenda.duplicate_item(STAMP, id("a"), id("copy")),
        lambda: split(agenda, "a", 5),
    ):
        with pytest.raises(Refused, match=r"agenda\.item-started"):
            act()
    assert then(agenda) == []


def test_a_programme_is_inserted_in_its_order_and_within_what_an_agenda_holds() -> None:
    agenda = an_agenda("a")
    report = {"kind": "report", "title": "Báo cáo", "minutes": 20}
    speech = {"unit": "Huyện", "title": "Tham luận", "minutes": 8}
    agenda.insert_items(STAMP, [(id("r"), report), (id("s"), speech)])
    assert agenda.order == [id("a"), id("r"), id("s")]
    assert agenda.items[id("s")].kind == "speech"
    full = an_agenda(*(f"item {n}" for n in range(MOST_ITEMS - 1)))
    with pytest.raises(Refused, match=r"agenda\.too-long"):
        full.insert_items(STAMP, [(id("r"), report), (id("s"), speech)])
