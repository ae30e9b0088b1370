"""A calendar that is fetched again: SEQUENCE grows with whatever an event says anew."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from builders import STAMP, at, id
from builders_commands import HERE, shelf_of
from builders_ics import Part, event_of, events_of, read_calendar
from builders_invitation import issued
from builders_programme import a_day, a_reader, speak
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from conference.commands.agenda import describe_item, move_item, time_item, withdraw_item
from conference.commands.agenda_day import return_item, skip_item, start_item
from conference.commands.agenda_mended import reinstate_item
from conference.commands.agenda_release import release_agenda
from conference.commands.conference import choose_venue
from conference.config import Settings
from conference.documents.agenda_ics import Wanted, agenda_ics
from conference.errors import Refused
from conference.store import Store
from projections.edition import as_seen, edition_of
from projections.library import Shelf

MADE = datetime(2019, 3, 20, 1, 2, 3, tzinfo=UTC)


def events(shelf: Shelf, **wanted: Any) -> list[Part]:
    asked = Wanted(MADE, edition=edition_of(shelf.agenda), **wanted)
    return events_of(read_calendar(agenda_ics(shelf, asked, a_reader().say)))


def one(shelf: Shelf, name: str, **wanted: Any) -> Part:
    """The event of the item that is called so."""
    return event_of(events(shelf, **wanted), id(name))


def revised(store: Store, name: str, *, draft: bool = False) -> tuple[str, int]:
    """STATUS and SEQUENCE of an item in the calendar of others, or of who sees the draft."""
    shelf = as_seen(shelf_of(store), draft=draft)
    found = one(shelf, name)
    return found.text("STATUS"), int(found.text("SEQUENCE"))


def test_an_item_that_goes_and_comes_back_between_releases_is_revised_each_time(
    store: Store,
) -> None:
    a_day(store)
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    name, when = "Khai mạc", {"item": id("Khai mạc"), "at": at("07:31")}
    told = [revised(store, name)]
    skip_item(store, STAMP, **HERE, reason="đợi", **when)
    told.append(revised(store, name))
    return_item(store, STAMP, **HERE, **when)
    told.append(revised(store, name))
    assert [status for status, _ in told] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert told[0][1] < told[1][1] < told[2][1]


def test_a_draft_is_nothing_new_to_others_and_each_change_of_it_to_who_sees_it(
    store: Store,
) -> None:
    a_day(store)
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    name = "Giải lao"
    before = revised(store, name), revised(store, name, draft=True)
    withdraw_item(store, STAMP, **HERE, item=id(name), reason="thiếu giờ")
    assert revised(store, name) == before[0]
    status, sequence = revised(store, name, draft=True)
    assert (status, sequence > before[1][1]) == ("CANCELLED", True)
    reinstate_item(store, STAMP, **HERE, item=id(name), at=at("07:01"))
    assert revised(store, name, draft=True)[1] > sequence


def test_what_a_later_release_has_no_longer_is_taken_back(store: Store) -> None:
    a_day(store)
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    before = revised(store, "Giải lao")
    withdraw_item(store, STAMP, **HERE, item=id("Giải lao"), reason="thiếu giờ")
    release_agenda(store, STAMP, **HERE, at=at("07:01"))
    status, sequence = revised(store, "Giải lao")
    assert (status, sequence > before[1]) == ("CANCELLED", True)


def test_a_speech_given_to_another_guest_leaves_the_calendar_of_the_first(store: Store) -> None:
    a_day(store)
    store.create(issued("Chị Ba"), issued("Anh Tư"))
    speak(store, "Kinh nghiệm", guest=id("Chị Ba"))
    release_agenda(store, STAMP, **HERE, at=at("07:00"))
    said = {"title": "Kinh nghiệm", "unit": "Huyện An Biên", "guest": id("Anh Tư")}
    describe_item(store, STAMP, **HERE, item=id("Kinh nghiệm"), **said)
    release_agenda(store, STAMP, **HERE, at=at("07:01"))
    shelf = as_seen(shelf_of(store), draft=False)
    states = [
        one(shelf, "Kinh nghiệm", guest=shelf.guest_list.by_id[id(name)]).text("STATUS")
        for name in ("Chị Ba", "Anh Tư")
    ]
    assert states == ["CANCELLED", "CONFIRMED"]


ACTS = ("skip", "return", "withdraw", "reinstate", "later", "longer", "start", "release", "venue")


def acted(store: Store, act: str, name: str) -> None:
    """One thing that may be done to an item on its way; what is refused changes nothing."""
    here, now = {**HERE, "item": id(name)}, {"at": at("07:31")}
    acts: dict[str, Callable[[], object]] = {
        "skip": lambda: skip_item(store, STAMP, **here, reason="x", **now),
        "return": lambda: return_item(store, STAMP, **here, **now),
        "withdraw": lambda: withdraw_item(store, STAMP, **here, reason="x"),
        "reinstate": lambda: reinstate_item(store, STAMP, **here, **now),
        "later": lambda: move_item(store, STAMP, **here, before=None),
        "longer": lambda: time_item(store, STAMP, **here, minutes=99, fixed_start=None),
        "start": lambda: start_item(store, STAMP, **here, **now),
        "release": lambda: release_agenda(store, STAMP, **HERE, **now),
        "venue": lambda: choose_venue(store, STAMP, **HERE, name=name, address=None),
    }
    with suppress(Refused):
        acts[act]()


@hypothesis_settings(max_examples=15)
@given(
    st.lists(
        st.tuples(st.sampled_from(ACTS), st.sampled_from(["Khai mạc", "Giải lao"])), max_size=10
    )
)
def test_an_event_never_says_something_else_under_the_same_sequence(
    tmp_path_factory: Any, acts: list[tuple[str, str]]
) -> None:
    settings = Settings(data_dir=tmp_path_factory.mktemp("x"), secret_key="a key for tests only")
    Store.migrate(settings)
    store = Store(settings)
    a_day(store)
    seen: dict[tuple[bool, str], tuple[int, tuple[Any, ...]]] = {}
    for act, name in [("release", ""), *acts]:
        acted(store, act, name)
        for draft in (True, False):
            shelf = as_seen(shelf_of(store), draft=draft)
            for event in events(shelf):
                told = tuple(event.said.get(name) for name in SAID)
                key, sequence = (draft, event.text("UID")), int(event.text("SEQUENCE"))
                earlier, same = seen.get(key, (sequence, told))
                assert (sequence > earlier) or (sequence == earlier and told == same), (act, told)
                seen[key] = (sequence, told)
    store.close()


SAID = ("STATUS", "DTSTART", "DTEND", "SUMMARY", "LOCATION")
