"""What may be asked of the agenda, on real stores: fields, and two organisers at once."""

from datetime import time
from functools import partial
from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, at, id
from builders_commands import HERE, at_once, plan, recorded
from marshmallow import ValidationError

from conference.commands.agenda import (
    AddItem,
    MoveItem,
    ScheduleSpeech,
    SetAgendaStart,
    TimeItem,
    add_item,
    describe_item,
    move_item,
    schedule_speech,
    set_agenda_start,
    time_item,
    withdraw_item,
)
from conference.commands.agenda_day import finish_item, start_item
from conference.domain.agenda import Agenda
from conference.errors import NotFound, Refused, Stale
from conference.store import Store
from events.agenda import ItemMoved

AGENDA = Agenda.id_of(KIEN_GIANG)


@pytest.fixture
def home(store: Store) -> Store:
    """A conference whose agenda has the items a, b, c."""
    plan(store)
    for name in "abc":
        add_item(store, STAMP, **HERE, item=id(name), kind="report", title=name, minutes=10)
    return store


def agenda(store: Store) -> Agenda:
    return store.load(Agenda, AGENDA)


def order(store: Store) -> list[Any]:
    return agenda(store).order


def test_a_programme_is_put_together_and_run(home: Store) -> None:
    set_agenda_start(home, STAMP, **HERE, starts_at=at("07:30"))
    said = {"unit": "Huyện An Biên", "title": "Tham luận", "minutes": 8}
    speech = schedule_speech(home, STAMP, **HERE, before=id("b"), **said)
    time_item(home, STAMP, **HERE, item=id("c"), minutes=5, fixed_start=at("09:00"))
    describe_item(home, STAMP, **HERE, item=id("c"), title="Bế mạc")
    withdraw_item(home, STAMP, **HERE, item=id("b"), reason="vắng")
    start_item(home, STAMP, **HERE, item=id("a"), at=at("07:31"))
    finish_item(home, STAMP, **HERE, item=id("a"), at=at("07:40"))
    assert order(home) == [id("a"), speech, id("c")]
    states = [agenda(home).items[item].state for item in order(home)]
    assert states == ["finished", "waiting", "waiting"]
    assert agenda(home).items[id("c")].words[0] == "Bế mạc"


def test_an_item_gets_an_id_of_its_own(home: Store) -> None:
    said = {"kind": "break", "title": "Giải lao", "minutes": 15}
    assert add_item(home, STAMP, **HERE, **said) != add_item(home, STAMP, **HERE, **said)
    assert len(order(home)) == 5


def test_of_two_who_move_an_item_at_once_one_wins_and_the_other_is_told(home: Store) -> None:
    seen, head = agenda(home).version, home.head()
    move = partial(move_item, home, STAMP, **HERE, item=id("c"), expecting=seen)
    outcomes = at_once(partial(move, before=id("a")), partial(move, before=id("b")))
    (stale,) = [one for one in outcomes if one is not None]
    assert isinstance(stale, Stale)
    assert (stale.kind, stale.version) == ("agenda", seen + 1)
    winner = id("a") if outcomes[0] is None else id("b")
    assert recorded(home, head) == [(ItemMoved, {"item": id("c"), "before": winner})]
    assert order(home).index(id("c")) == order(home).index(winner) - 1


def test_who_was_told_moves_the_item_from_the_new_state(home: Store) -> None:
    seen = agenda(home).version
    move_item(home, STAMP, **HERE, item=id("c"), before=id("a"), expecting=seen)
    with pytest.raises(Stale) as stale:
        move_item(home, STAMP, **HERE, item=id("c"), before=id("b"), expecting=seen)
    seen = stale.value.version
    move_item(home, STAMP, **HERE, item=id("c"), before=id("b"), expecting=seen)
    assert order(home) == [id("a"), id("c"), id("b")]


def test_whoever_did_not_say_what_he_saw_loses_nothing(home: Store) -> None:
    """Eight who add at once without a version: each item is there, in one agenda."""
    said = {"kind": "report", "minutes": 5}
    adds = [partial(add_item, home, STAMP, **HERE, title=f"t{n}", **said) for n in range(8)]
    assert set(at_once(*adds)) == set(order(home)[3:])
    assert len(order(home)) == 11


def test_two_stores_on_one_log_are_two_organisers(home: Store, any_settings: Any) -> None:
    other = Store(any_settings)
    seen = agenda(home).version
    outcomes = at_once(
        partial(move_item, home, STAMP, **HERE, item=id("c"), before=id("a"), expecting=seen),
        partial(move_item, other, STAMP, **HERE, item=id("a"), before=None, expecting=seen),
    )
    other.close()
    assert sorted(type(one).__name__ for one in outcomes) == ["NoneType", "Stale"]
    moved = [id("c"), id("a"), id("b")] if outcomes[0] is None else [id("b"), id("c"), id("a")]
    assert order(home) == moved


def test_another_conferences_item_does_not_exist_here(home: Store) -> None:
    elsewhere = {"conference_id": id("elsewhere")}
    plan(home, **elsewhere)
    with pytest.raises(NotFound):
        move_item(home, STAMP, **elsewhere, item=id("a"), before=None)
    with pytest.raises(NotFound):
        move_item(home, STAMP, conference_id=id("nowhere"), item=id("a"), before=None)


def test_what_has_begun_is_refused_and_nothing_recorded(home: Store) -> None:
    start_item(home, STAMP, **HERE, item=id("a"), at=at("07:31"))
    head = home.head()
    with pytest.raises(Refused, match=r"agenda\.item-started"):
        move_item(home, STAMP, **HERE, item=id("a"), before=None)
    assert home.head() == head


def test_fields_become_values() -> None:
    asked = {"kind": "report", "title": " Báo  cáo ", "minutes": "1h30", "before": "", "x": "y"}
    blank = dict.fromkeys(("before", "fixed_start", "owner", "note"))
    expected = {"kind": "report", "title": "Báo cáo", "minutes": 90, **blank}
    assert AddItem().load(asked) == expected
    assert MoveItem().load({"before": str(id("a"))}) == {"before": id("a")}
    assert MoveItem().load({}) == {"before": None}
    assert SetAgendaStart().load({"starts_at": "7h30"}) == {"starts_at": time(7, 30)}


@pytest.mark.parametrize(
    ("schema", "said", "code"),
    [
        (AddItem, {"kind": "speech"}, "field.choice"),
        (AddItem, {"title": ""}, "field.required"),
        (AddItem, {"title": "x" * 301}, "field.long"),
        (AddItem, {"title": "a\u202eb"}, "field.characters"),
        (AddItem, {"title": 7}, "field.text"),
        (AddItem, {"minutes": "ten"}, "field.minutes"),
        (AddItem, {"before": "b"}, "field.id"),
        (ScheduleSpeech, {"unit": None}, "field.required"),
        (TimeItem, {"fixed_start": "25:00"}, "field.instant"),
        (SetAgendaStart, {"starts_at": "1800-01-01T07:30"}, "field.instant"),
    ],
)
def test_a_field_that_is_not_understood_is_refused(
    schema: Any, said: dict[str, Any], code: str
) -> None:
    usual = {"kind": "report", "title": "Báo cáo", "unit": "Huyện", "minutes": 10}
    with pytest.raises(ValidationError) as error:
        schema().load({**usual, **said})
    (field,) = said
    assert error.value.normalized_messages() == {field: [code]}
