"""The conference's own clock: set forward and back, but never behind what has been played."""

from datetime import datetime

import pytest
from builders import STAMP, at, id
from builders_commands import HERE, plan, shelf_of
from builders_programme import add

from conference.commands.agenda_day import start_item
from conference.commands.agenda_mended import revert_step
from conference.commands.playing_clock import set_playing_clock
from conference.errors import Refused, Stale
from conference.store import Store


def programmed(store: Store) -> None:
    plan(store)
    for name in ("a", "b"):
        add(store, name)


def shows(store: Store, now: datetime) -> None:
    set_playing_clock(store, STAMP, **HERE, shows_at=now)


def test_a_clock_does_not_go_back_behind_the_last_step(store: Store) -> None:
    programmed(store)
    shows(store, at("07:30"))
    start_item(store, STAMP, **HERE, item=id("a"), at=at("07:42"))
    shows(store, at("08:00"))
    head = store.head()
    with pytest.raises(Refused, match=r"conference\.clock-behind-steps") as refused:
        shows(store, at("07:41"))
    assert refused.value.facts == {"time": "07:42", "day": "25/3/2019"}
    assert store.head() == head
    shows(store, at("07:42"))
    assert shelf_of(store).conference.clock(STAMP.at) == at("07:42")


def test_a_step_that_is_taken_back_lets_the_clock_go_back_too(store: Store) -> None:
    programmed(store)
    shows(store, at("08:00"))
    start_item(store, STAMP, **HERE, item=id("a"), at=at("08:00"))
    revert_step(store, STAMP, **HERE, started=id("a"), finished=None, at=at("08:01"))
    shows(store, at("07:30"))
    assert shelf_of(store).conference.clock(STAMP.at) == at("07:30")


def test_the_same_clock_again_records_nothing_and_an_old_page_is_stale(store: Store) -> None:
    programmed(store)
    shows(store, at("07:30"))
    start_item(store, STAMP, **HERE, item=id("a"), at=at("09:00"))
    head = store.head()
    shows(store, at("07:30"))
    with pytest.raises(Stale):
        set_playing_clock(store, STAMP, **HERE, offset_s=9, expecting=1)
    assert store.head() == head
