"""Several items at once, on real stores: one act, all of it or nothing."""

import pytest
from builders import KIEN_GIANG, STAMP, id
from builders_commands import HERE, plan
from marshmallow import ValidationError

from conference.commands.agenda import add_item
from conference.commands.agenda_drafting import (
    SplitItem,
    duplicate_item,
    insert_items,
    insert_template,
    split_item,
)
from conference.domain.agenda import Agenda
from conference.domain.agenda_item import MOST_ITEMS
from conference.errors import Refused, Stale
from conference.store import Store

AGENDA = Agenda.id_of(KIEN_GIANG)
REPORT = {"kind": "report", "title": "Báo cáo", "minutes": 20}


@pytest.fixture
def home(store: Store) -> Store:
    """A conference whose agenda has one report."""
    plan(store)
    add_item(store, STAMP, **HERE, item=id("a"), **REPORT)
    return store


def minutes(store: Store) -> list[int]:
    agenda = store.load(Agenda, AGENDA)
    return [agenda.items[item].minutes for item in agenda.order]


def test_an_item_is_parted_and_put_twice(home: Store) -> None:
    said = SplitItem().load(
        {"first": "12", "pause": "0h15", "pause_title": "Giải lao", "rest_title": "Tiếp"}
    )
    split_item(home, STAMP, **HERE, item=id("a"), **said)
    assert minutes(home) == [12, 15, 8]
    duplicate_item(home, STAMP, **HERE, item=id("a"))
    assert minutes(home) == [12, 12, 15, 8]


def test_a_template_comes_in_whole_and_by_one_who_saw_the_agenda(home: Store) -> None:
    seen = home.load(Agenda, AGENDA).version
    insert_template(home, STAMP, **HERE, template="award_ceremony@1", expecting=seen)
    assert len(minutes(home)) == 9
    with pytest.raises(Stale):
        insert_template(home, STAMP, **HERE, template="award_ceremony@1", expecting=seen)


def test_of_what_does_not_fit_nothing_is_recorded(home: Store) -> None:
    head = home.head()
    with pytest.raises(Refused, match=r"agenda\.too-long"):
        insert_items(home, STAMP, **HERE, items=[REPORT] * MOST_ITEMS)
    with pytest.raises(Refused, match=r"agenda\.nothing-to-insert"):
        insert_items(home, STAMP, **HERE, items=[])
    with pytest.raises(Refused, match=r"agenda\.unknown-template"):
        insert_template(home, STAMP, **HERE, template="award_ceremony@0")
    assert home.head() == head


def test_a_pause_is_as_long_as_minutes_are() -> None:
    with pytest.raises(ValidationError) as error:
        SplitItem().load({"first": "-5", "pause": "abc", "pause_title": "x", "rest_title": "y"})
    wanted = {"first": ["field.minutes"], "pause": ["field.minutes"]}
    assert error.value.normalized_messages() == wanted
