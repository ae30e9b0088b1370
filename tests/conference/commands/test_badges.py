"""Badges in a real store: printed once, whoever asks and however often at once."""

import pytest
from builders import STAMP, id
from builders_commands import HERE, at_once, recorded, shelf_of
from builders_door import hall
from marshmallow import ValidationError

from conference.commands.badges import PrintBadges, print_badges
from conference.commands.invitation import describe_guest
from conference.errors import NotFound, Refused
from conference.store import Store
from events.badges import BadgesBegun, BadgesPrinted


def printing(store: Store, **said: object) -> list[str]:
    """The names on the badges that are printed."""
    shelf = shelf_of(store)
    known = {"listed": shelf.guest_list, "position": shelf.position}
    made = print_badges(store, STAMP, **HERE, **known, **said)  # type: ignore[arg-type]
    after = shelf_of(store)
    names = (after.guest_list.by_id[one].name for one in after.badges.by_id[made].guests)
    return [name or "" for name in names]


def test_each_is_printed_once_and_again_when_the_name_is_put_right(store: Store) -> None:
    hall(store, "Lan", "Hòa")
    head = store.head()
    assert sorted(printing(store)) == ["Hòa", "Lan"]
    assert [kind for kind, _ in recorded(store, head)] == [BadgesBegun, BadgesPrinted]
    with pytest.raises(Refused, match=r"badges\.nobody-waits"):
        printing(store)
    describe_guest(store, STAMP, **HERE, guest=id("Lan"), name="Lân")
    assert printing(store) == ["Lân"]


def test_some_or_all_are_printed_again_when_asked(store: Store) -> None:
    hall(store, "Lan", "Hòa", "Út")
    printing(store)
    assert printing(store, guests=[id("Út")], size="large") == ["Út"]
    assert sorted(printing(store, everybody=True)) == ["Hòa", "Lan", "Út"]
    assert shelf_of(store).badges.size == "small"


def test_nobodys_badge_is_not_found(store: Store) -> None:
    hall(store, "Lan")
    head = store.head()
    with pytest.raises(NotFound):
        printing(store, guests=[id("Lan"), id("somebody else")])
    assert store.head() == head


def test_of_two_who_print_at_once_one_gets_the_badges(store: Store) -> None:
    hall(store, "Lan", "Hòa")
    shelf = shelf_of(store)
    known = {"listed": shelf.guest_list, "position": shelf.position}
    outcomes = at_once(*[lambda: print_badges(store, STAMP, **HERE, **known)] * 2)  # type: ignore[arg-type]
    assert sorted(isinstance(one, Refused) for one in outcomes) == [False, True]
    assert len(shelf_of(store).badges.printings) == 1


@pytest.mark.parametrize(
    "said",
    [{"size": "huge"}, {"guests": ["x"]}, {"guests": [str(id("a"))] * 301}, {"everybody": "?"}],
)
def test_what_cannot_be_meant_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        PrintBadges().load(said)
