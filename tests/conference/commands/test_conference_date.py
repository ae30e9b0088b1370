"""Another day for the conference: its programme goes along, and comes back with it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from builders import STAMP, at, id
from builders_commands import HERE, plan, recorded, shelf_of
from builders_programme import add
from hypothesis import given
from hypothesis import strategies as st

from conference.commands.agenda import set_agenda_start
from conference.commands.agenda_day import finish_item, start_item
from conference.commands.conference import date_conference
from conference.commands.conference_day import close_conference, open_conference
from conference.config import Settings
from conference.errors import Refused, Stale
from conference.store import Store
from events.agenda import AgendaStartSet, ItemTimed
from events.conference import ConferenceDated

DAY = timedelta(days=1)


def programmed(store: Store) -> None:
    """A morning, and an afternoon that begins at a fixed hour."""
    set_agenda_start(store, STAMP, **HERE, starts_at=at("07:30"))
    add(store, "Khai mạc")
    add(store, "Trao Cờ thi đua", 35, kind="award", fixed_start=at("13:30"))


def starts(store: Store) -> list[datetime | None]:
    return [item.starts_at for item in shelf_of(store).agenda.items]


def test_the_programme_moves_by_the_same_days_and_back_again(store: Store) -> None:
    plan(store)
    programmed(store)
    head = store.head()
    assert date_conference(store, STAMP, **HERE, held_on="2019-03-28")
    assert recorded(store, head) == [
        (ConferenceDated, {"held_on": "2019-03-28"}),
        (AgendaStartSet, {"starts_at": at("07:30") + 3 * DAY}),
        (
            ItemTimed,
            {
                "item": id("Trao Cờ thi đua"),
                "minutes": 35,
                "fixed_start": at("13:30") + 3 * DAY,
            },
        ),
    ]
    assert starts(store) == [at("07:30") + 3 * DAY, at("13:30") + 3 * DAY]
    date_conference(store, STAMP, **HERE, held_on="2019-03-25")
    assert starts(store) == [at("07:30"), at("13:30")]


def test_the_same_day_again_and_a_day_for_the_first_time_move_nothing(store: Store) -> None:
    plan(store, held_on=None)
    programmed(store)
    assert not date_conference(store, STAMP, **HERE, held_on="2019-03-25")
    head = store.head()
    assert not date_conference(store, STAMP, **HERE, held_on="2019-03-25")
    assert (store.head(), starts(store)) == (head, [at("07:30"), at("13:30")])


def test_what_was_played_stays_where_it_was(store: Store) -> None:
    plan(store)
    programmed(store)
    add(store, "Bế mạc", fixed_start=at("16:00"))
    for act, clock in ((start_item, "13:30"), (finish_item, "14:00")):
        act(store, STAMP, **HERE, item=id("Trao Cờ thi đua"), at=at(clock))
    date_conference(store, STAMP, **HERE, held_on="2019-03-26")
    assert starts(store)[1:] == [at("13:30"), at("16:00") + DAY]


def test_hours_of_the_day_stay_where_summer_time_begins_between(store: Store) -> None:
    plan(store, held_on="2019-03-08", time_zone="America/New_York")
    nine = datetime.fromisoformat("2019-03-08T09:00-05:00")
    set_agenda_start(store, STAMP, **HERE, starts_at=nine)
    date_conference(store, STAMP, **HERE, held_on="2019-03-11")
    moved = shelf_of(store).agenda.starts_at
    assert moved == datetime.fromisoformat("2019-03-11T09:00-04:00")


@pytest.mark.parametrize(
    ("refused", "act"),
    [
        (Stale, lambda s: date_conference(s, STAMP, **HERE, held_on="2019-03-26", expecting=1)),
        (Refused, lambda s: date_conference(s, STAMP, **HERE, held_on="2019-03-26")),
    ],
)
def test_a_day_that_is_refused_moves_nothing(
    store: Store, refused: type[Exception], act: Callable[[Store], object]
) -> None:
    plan(store)
    programmed(store)
    open_conference(store, STAMP, **HERE, at=at("07:30"))
    close_conference(store, STAMP, **HERE, at=at("11:30"))
    head = store.head()
    with pytest.raises(refused):
        act(store)
    assert store.head() == head


@given(st.lists(st.dates(date(1901, 1, 1), date(2999, 12, 31)), max_size=8))
def test_whatever_days_were_between_the_programme_comes_back_as_it_was(
    settings: Settings, days: list[date]
) -> None:
    store = Store(settings)
    if not store.head():
        plan(store)
        programmed(store)
    for day in days:
        date_conference(store, STAMP, **HERE, held_on=day.isoformat())
    date_conference(store, STAMP, **HERE, held_on="2019-03-25")
    found = starts(store)
    store.close()
    assert found == [at("07:30"), at("13:30")]
