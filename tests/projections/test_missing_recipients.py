"""Recipients who are not here: by turn, with who comes for each line and what was answered."""

from builders import KIEN_GIANG, STAMP, at, folded, id
from builders_awards import announce, present, register
from builders_invitation import a_place, enter, facts_of, issued, replace_by

from conference.domain.awards import Awards
from conference.domain.invitation import Invitation
from projections import run_sheet as document
from projections.missing_recipients import MissingInTurn, MissingRecipient, missing


def awards_of(*names: str, linked: str | None = None, capacity: int = 8) -> Awards:
    """One decision for these, each linked to the guest of its name."""
    awards = Awards.begin_for(STAMP, KIEN_GIANG)
    register("flags", *names, placing=1)(awards)
    awards.set_stage_capacity(STAMP, capacity)
    for name in names if linked is None else linked:
        awards.link_recipient(STAMP, id(name), id(name))
    return awards


def of(awards: Awards, *guests: Invitation) -> tuple[MissingInTurn, ...]:
    return missing(folded(document, facts_of(awards, *guests)))


def rows(turns: tuple[MissingInTurn, ...]) -> list[tuple[int, int, str, str]]:
    listed = (one for turn in turns for one in turn.recipients)
    return [(one.turn, one.position, one.recipient, one.answer) for one in listed]


def test_a_whole_line() -> None:
    guest = issued("a", honorific="Bà", body="UBND huyện An Biên")
    guest.excuse_absence(STAMP, "ốm")
    line = MissingRecipient(
        *(1, 1, id("a"), "a", None, "excused", "invited", id("a")),
        *("Bà", "a", "Giám đốc", "UBND huyện An Biên", "ốm", None),
    )
    assert of(awards_of("a"), guest) == (MissingInTurn(1, "co_thi_dua_cap_tinh", 1, 1, (line,)),)


def test_every_answer_is_told_and_who_is_here_is_left_out() -> None:
    guests = {name: issued(name) for name in "abcdef"}
    guests["b"].accept(STAMP)
    guests["c"].decline(STAMP, "bận")
    replace_by(guests["d"], "Phó", phone="0912 345 678")
    guests["e"].withdraw(STAMP, "trùng")
    enter(guests["f"])
    turns = of(awards_of(*"abcdefg", linked="abcdef"), *guests.values())
    assert rows(turns) == [
        (1, 1, "a", "invited"),
        (1, 2, "b", "accepted"),
        (1, 3, "c", "declined"),
        (1, 4, "d", "substituted"),
        (1, 5, "e", "withdrawn"),
        (1, 7, "g", "unlinked"),
    ]
    substituted = turns[0].recipients[3]
    assert (substituted.name, substituted.post) == ("Phó", "Phó Giám đốc")
    assert (substituted.phone, turns[0].recipients[2].reason) == ("0912 345 678", "bận")


def test_who_received_the_award_is_not_missed_though_nobody_was_let_in() -> None:
    awards = awards_of("a", "b")
    announce("flags")(awards)
    present("a")(awards)
    assert rows(of(awards, issued("a"), issued("b"))) == [(1, 2, "b", "invited")]


def test_turns_come_in_order_and_one_that_is_complete_is_left_out() -> None:
    guests = [issued(name) for name in "abcde"]
    awards = awards_of(*"abcde", capacity=2)
    enter(guests[2])
    enter(guests[3])
    turns = of(awards, *guests)
    assert [(turn.number, turn.total, turn.of) for turn in turns] == [(1, 2, 2), (3, 1, 1)]
    assert rows(turns)[-1] == (3, 1, "e", "invited")


def test_who_arrives_leaves_the_list_and_who_was_let_in_by_mistake_is_on_it_again() -> None:
    guest, awards = issued("a"), awards_of("a")
    facts = facts_of(awards, guest)
    enter(guest)
    assert missing(folded(document, facts)) != ()
    entered = facts_of(guest)
    assert missing(folded(document, [*facts, *entered])) == ()
    guest.reverse_check_in(STAMP, "nhầm", at("07:40"))
    again = missing(folded(document, [*facts, *entered, *facts_of(guest)]))
    assert rows(again) == [(1, 1, "a", "invited")]


def test_a_place_without_a_name_is_told_by_its_body() -> None:
    place = a_place(1, of=1)
    awards = awards_of("a", linked="")
    awards.link_recipient(STAMP, id("a"), place.id)
    (turn,) = of(awards, place)
    assert (turn.recipients[0].name, turn.recipients[0].body) == (None, "Xã Vân Hòa")
