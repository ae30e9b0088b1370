"""Publishing on real stores: two who press at once, and who decided on an old page."""

from functools import partial

import pytest
from builders import KIEN_GIANG, STAMP, at
from builders_commands import HERE, at_once, plan, recorded, shelf_of

from conference.commands.conference import choose_theme
from conference.commands.publication import publish_conference, unpublish_conference
from conference.domain.conference import Conference
from conference.errors import Stale
from conference.store import Store
from events.publication import ConferencePublished


def test_two_who_publish_at_once_publish_once(store: Store) -> None:
    plan(store)
    head = store.head()
    press = partial(publish_conference, store, STAMP, **HERE, at=at("07:00"))
    assert at_once(press, press) == [None, None]
    assert recorded(store, head) == [(ConferencePublished, {"at": at("07:00")})]
    unpublish_conference(store, STAMP, **HERE, at=at("07:05"))
    assert shelf_of(store).conference.published_at is None


def test_who_saw_another_conference_publishes_nothing(store: Store) -> None:
    plan(store)
    seen = store.load(Conference, KIEN_GIANG).version
    choose_theme(store, STAMP, **HERE, theme="Đoàn kết")
    with pytest.raises(Stale):
        publish_conference(store, STAMP, **HERE, at=at("07:00"), expecting=seen)
