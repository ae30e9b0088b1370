"""The letters in a real store: worded, sent as one, answered until a deadline."""

from typing import Any

import pytest
from builders import STAMP, at, id
from builders_commands import HERE, plan, recorded, shelf_of
from builders_invitation import a_place, a_walk_in, issued

from conference.commands.invitation_answers import withdraw_invitation
from conference.commands.letters import (
    SendLetters,
    WordLetter,
    send_letters,
    set_answer_deadline,
    word_letter,
)
from conference.errors import NotFound, Refused
from conference.store import Store
from events.invitation_letters import AnswerDeadlineSet, LetterWorded

WORDS = {**dict.fromkeys(WordLetter().fields), "place": "Rạch Giá"}


def sent(store: Store, **said: Any) -> list[Any]:
    """The ids of the guests to whom this sending went, in the order of its facts."""
    usual = {"channel": "paper", "number": "45/GM-UBND", "dated_on": "2019-03-15"}
    before, listed = store.head(), shelf_of(store).guest_list
    send_letters(store, STAMP, **HERE, listed=listed, at=at("08:00"), **{**usual, **said})
    return [fact.originator_id for _, fact in store.facts(before, 100)]


def test_all_who_wait_get_a_letter_once(store: Store) -> None:
    plan(store)
    others = issued("c", invited_by="UBND huyện"), a_walk_in()
    store.create(issued("a"), issued("b"), *others)
    assert sorted(sent(store)) == sorted([id("a"), id("b")])
    with pytest.raises(Refused, match=r"letter\.nobody-waits"):
        sent(store, number="46/GM-UBND")


def test_a_sending_goes_to_one_group_or_to_named_guests(store: Store) -> None:
    plan(store)
    place = a_place()
    store.create(issued("a"), issued("b"), place)
    assert sent(store, group="Vân Hòa") == [place.id]
    assert sent(store, guests=[id("b")], channel="messenger") == [id("b")]


def test_a_letter_goes_another_way_or_under_another_number_to_who_has_one(store: Store) -> None:
    plan(store)
    store.create(issued("a"), issued("b"), issued("c", invited_by="UBND huyện"))
    both = {id("a"), id("b")}
    assert (set(sent(store)), set(sent(store, channel="messenger", again=True))) == (both, both)
    withdraw_invitation(store, STAMP, **HERE, guest=id("b"), reason="trùng")
    assert sent(store, number="54/GM-UBND", again=True) == [id("a")]
    with pytest.raises(Refused, match=r"letter\.nobody-waits"):
        sent(store, channel="messenger", again=True)


def test_a_sending_with_somebody_elses_guest_goes_to_nobody(store: Store) -> None:
    plan(store)
    store.create(issued("a"))
    head = store.head()
    with pytest.raises(NotFound):
        sent(store, guests=[id("a"), id("nobody")])
    assert store.head() == head


def test_the_words_and_the_deadline_are_said_once(store: Store) -> None:
    plan(store)
    head = store.head()
    for _ in range(2):
        set_answer_deadline(store, STAMP, **HERE, answer_by=at("17:00"))
        word_letter(store, STAMP, **HERE, **WORDS)
    assert recorded(store, head) == [
        (AnswerDeadlineSet, {"answer_by": at("17:00")}),
        (LetterWorded, WORDS),
    ]
    set_answer_deadline(store, STAMP, **HERE, answer_by=None)
    assert shelf_of(store).conference.answer_by is None


def test_a_form_says_number_day_and_channel() -> None:
    refused = SendLetters().validate({"channel": "pigeon", "dated_on": "hôm qua"})
    assert set(refused) == {"channel", "dated_on", "number"}
