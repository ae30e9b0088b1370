"""Badges: printed once, again when they say something else, or when somebody asks for it."""

from typing import Any

import pytest
from builders import KIEN_GIANG, STAMP, given, id, then, told

from conference.domain.badges import Badges
from conference.errors import Refused
from conference.rules.badge_sizes import MOST
from events.badges import BadgesPrinted, TentsPrinted


def badges(*acts: Any) -> Badges:
    return given(lambda: Badges.begin_for(STAMP, KIEN_GIANG), *acts)


def printed(*wordings: tuple[str, int], again: bool = False, name: str = "first") -> Any:
    """The act of printing these guests' badges."""
    made = [(id(guest), wording) for guest, wording in wordings]
    return lambda b: b.print(STAMP, id(name), 7, "small", made, again=again)


def who(noun: Badges) -> list[tuple[Any, int]]:
    """The guests of the one printing that was recorded, with their wordings."""
    ((kind, said),) = told(then(noun))
    assert kind is BadgesPrinted
    return [(one["guest"], one["wording"]) for one in said["badges"]]


def test_a_whole_printing() -> None:
    noun = badges()
    printed(("a", 1), ("b", 4))(noun)
    made = [{"guest": id("a"), "wording": 1}, {"guest": id("b"), "wording": 4}]
    said = {"printing": id("first"), "position": 7, "size": "small", "badges": made}
    assert told(then(noun)) == [(BadgesPrinted, said)]


def test_only_what_is_new_or_says_something_else_is_printed_the_next_time() -> None:
    noun = badges(printed(("a", 1), ("b", 1)))
    printed(("a", 1), ("b", 3), ("c", 1))(noun)
    assert who(noun) == [(id("b"), 3), (id("c"), 1)]


def test_nothing_to_print_is_refused_and_records_nothing() -> None:
    noun = badges(printed(("a", 1)))
    for wordings in ([("a", 1)], []):
        with pytest.raises(Refused, match=r"badges\.nobody-waits"):
            printed(*wordings)(noun)
    assert then(noun) == []


def test_what_is_asked_for_is_printed_again() -> None:
    noun = badges(printed(("a", 1), ("b", 1)))
    printed(("b", 1), again=True)(noun)
    assert who(noun) == [(id("b"), 1)]


def test_a_printing_has_its_most_and_the_others_wait_for_the_next() -> None:
    many = [(f"g{n}", 1) for n in range(MOST + 2)]
    noun = badges()
    printed(*many)(noun)
    assert [guest for guest, _ in who(noun)] == [id(name) for name, _ in many[:MOST]]
    printed(*many)(noun)
    assert [guest for guest, _ in who(noun)] == [id(name) for name, _ in many[MOST:]]


def test_name_tents_have_a_printing_and_a_turn_of_their_own() -> None:
    many = [(id(f"g{n}"), 1) for n in range(MOST + 2)]
    noun = badges(printed(("g0", 1)))
    for _ in range(2):
        noun.print_tents(STAMP, id("tents"), 7, many)
    counted = [len(said["tents"]) for kind, said in told(then(noun)) if kind is TentsPrinted]
    assert counted == [MOST, 2]
    with pytest.raises(Refused, match=r"tents\.nobody-waits"):
        noun.print_tents(STAMP, id("tents"), 7, many)


def test_again_and_again_everybody_gets_a_turn_the_oldest_badges_first() -> None:
    many = [(f"g{n}", 1) for n in range(MOST + 2)]
    noun = badges(printed(*many), printed(*many))
    printed(*many, again=True)(noun)
    assert [guest for guest, _ in who(noun)] == [id(name) for name, _ in many[:MOST]]
    printed(*many, again=True)(noun)
    again = [guest for guest, _ in who(noun)]
    assert {id(f"g{MOST}"), id(f"g{MOST + 1}")} <= set(again)
    assert again == [id(name) for name, _ in many if id(name) in set(again)]
