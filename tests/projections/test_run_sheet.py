"""The run-sheet: what is announced, who stands where in which turn, who is here."""

from collections.abc import Callable
from typing import Any
from uuid import uuid5

from builders import KIEN_GIANG, STAMP, at, folded, id
from builders_awards import (
    CERTIFICATE,
    an_instrument,
    announce,
    present,
    register,
)
from builders_invitation import enter, facts_of, issued
from builders_seating import hall_said
from hypothesis import given
from hypothesis import strategies as st

from conference.domain.awards import Awards
from conference.domain.seating import Seating
from conference.errors import ConferenceError
from conference.rules.award_plan import RECIPIENT_S, TURN_S
from projections import awards as page
from projections import run_sheet as document
from projections.run_sheet import RunSheet
from projections.run_sheet_turn import Announcement, Recipient, Turn

Act = Callable[[Awards], object]


def begun(*acts: Act) -> Awards:
    """The awards after some acts, all facts pending."""
    awards = Awards.begin_for(STAMP, KIEN_GIANG)
    for act in acts:
        act(awards)
    return awards


def sheet_of(*nouns: Any) -> RunSheet:
    return folded(document, facts_of(*nouns))  # type: ignore[no-any-return]


def link(line: str, guest: str | None = None) -> Act:
    return lambda awards: awards.link_recipient(STAMP, id(line), guest and id(guest))


def test_nothing_is_announced_at_first() -> None:
    sheet = sheet_of(begun())
    assert (sheet.turns, sheet.announcements, sheet.minutes, sheet.version) == ((), (), 0, 1)


def test_a_whole_turn() -> None:
    sheet = sheet_of(begun(register("flags", "a", "b", placing=1)))
    unlinked: Any = (None, "unlinked", None, None)
    assert sheet.turns == (
        Turn(
            number=1,
            id=uuid5(id("flags"), "turn/co_thi_dua_cap_tinh/1/1"),
            of_instrument=sheet.book.instruments[0],
            award="co_thi_dua_cap_tinh",
            placing=1,
            recipients_enter="after",
            first=1,
            of=2,
            recipients=(
                Recipient(id("a"), 1, "a", "collective", 1, *unlinked),
                Recipient(id("b"), 2, "b", "collective", 2, *unlinked),
            ),
            objects=(("flag", 2, "hands"),),
            assigned=(),
            seconds=TURN_S + 2 * RECIPIENT_S,
        ),
    )


def test_proposals_and_decisions_are_announced_only_decisions_have_turns() -> None:
    proposal = register("proposal", "x", kind="proposal", award="co_thi_dua_chinh_phu", number=None)
    decision = register("flags", "a", "b")
    sheet = sheet_of(begun(decision, proposal, announce("proposal", "10:00")))
    who = "Ban Thi đua - Khen thưởng"
    read: Any = ("co_thi_dua_chinh_phu", None, 1, who, False, at("10:00"))
    unread: Any = ("co_thi_dua_cap_tinh", None, 2, who, True, None)
    assert sheet.announcements == (
        Announcement(id("proposal"), "proposal", "proposal", None, *read),
        Announcement(id("flags"), "decision", "flags", "501/QĐ-UBND", *unread),
    )
    assert [turn.instrument for turn in sheet.turns] == [id("flags")]


def test_the_chosen_order_capacity_and_entry_make_the_turns_anew() -> None:
    awards = begun(
        register("certificates", *"abc", award="bang_khen_thu_tuong", level="prime_minister"),
        register("flags", "d", award="co_thi_dua_chinh_phu", level="prime_minister"),
        lambda a: a.set_stage_capacity(STAMP, 2),
        lambda a: a.choose_precedence(STAMP, "decree_list", "descending"),
        lambda a: a.set_entry_rule(STAMP, "prime_minister", "before"),
    )
    turns = [(t.title, len(t.recipients), t.recipients_enter) for t in sheet_of(awards).turns]
    assert turns == [
        ("certificates", 2, "before"),
        ("certificates", 1, "before"),
        ("flags", 1, "before"),
    ]


def test_a_recipient_has_the_seat_and_the_state_of_the_linked_guest() -> None:
    awards = begun(register("flags", *"abcde"), *(link(name, name) for name in "abcd"))
    a, b, c, d = (issued(name) for name in "abcd")
    enter(a)
    b.excuse_absence(STAMP, "ốm")
    c.decline(STAMP, "ốm")
    seating = Seating.begin_for(STAMP, KIEN_GIANG)
    seating.adopt_hall(STAMP, **hall_said())
    seating.pin_seat(STAMP, "A-02", id("a"), "")
    sheet = sheet_of(awards, a, b, c, d, seating)
    assert [(one.name, one.seat, one.state) for one in sheet.recipients] == [
        ("a", "A-02", "present"),
        ("b", None, "excused"),
        ("c", None, "declined"),
        ("d", None, "expected"),
        ("e", None, "unlinked"),
    ]
    assert sheet.present == 1


def test_who_is_absent_leaves_a_gap_and_nobody_moves_up() -> None:
    b = issued("b")
    b.decline(STAMP, "ốm")
    sheet = sheet_of(begun(register("flags", *"abc"), link("b", "b")), b)
    places = [(one.name, one.stage_position) for one in sheet.recipients]
    assert places == [("a", 1), ("b", 2), ("c", 3)]


def test_a_presented_line_is_presented_wherever_the_guest_is() -> None:
    acts = (register("flags", *"ab"), link("a", "a"), announce("flags"), present("a"))
    sheet = sheet_of(begun(*acts), issued("a"))
    assert [one.state for one in sheet.recipients] == ["presented", "unlinked"]
    assert sheet.turns[0].presenters == ("Chủ tịch",)
    assert sheet.present == 1


def test_turns_follow_each_other_from_the_start_of_the_ceremony() -> None:
    sheet = sheet_of(begun(register("flags", "a", "b"), register("c", "x", award=CERTIFICATE)))
    first = at("10:00").replace(second=0)
    seconds = [turn.seconds for turn in sheet.turns]
    assert seconds == [130, 110]
    starts = [turn.starts_at for turn in sheet.timed(first)]
    assert starts == [first, first.replace(minute=2, second=10)]
    assert [turn.starts_at for turn in sheet.timed(None)] == [None, None]
    assert ([turn.minutes for turn in sheet.turns], sheet.minutes) == ([3, 2], 4)


def test_a_revision_says_all_anew_but_what_happened() -> None:
    awards = begun(
        register("flags", "a", "b"),
        link("b", "b"),
        lambda a: a.name_representative(STAMP, id("b"), "Bà B", "vợ"),
        announce("flags"),
        present("a"),
        lambda a: a.revise_instrument(STAMP, id("flags"), **an_instrument("b", "a")),
    )
    sheet = sheet_of(awards)
    rows = [(one.name, one.state, one.guest, one.representative) for one in sheet.recipients]
    assert rows == [("b", "unlinked", None, None), ("a", "presented", None, None)]
    assert sheet.announcements[0].announced_at == at("10:00")


def test_an_instrument_that_was_withdrawn_comes_back_as_new() -> None:
    awards = begun(
        register("flags", "a"),
        link("a", "a"),
        announce("flags"),
        lambda a: a.withdraw_instrument(STAMP, id("flags"), "nhầm"),
    )
    sheet = sheet_of(awards)
    assert (sheet.turns, sheet.announcements) == ((), ())
    assert sheet.book.named(id("flags")) == "flags"
    register("flags", "a")(awards)
    for fact in facts_of(awards):
        sheet = document.evolve(fact, sheet)
    assert [(one.state, one.guest) for one in sheet.recipients] == [("unlinked", None)]
    assert sheet.announcements[0].announced_at is None


def test_the_book_names_instruments_and_lines() -> None:
    book = sheet_of(begun(register("flags", "a"))).book
    named = [book.named(id(name)) for name in ("flags", "a", "nothing")]
    assert named == ["flags", "a", None]
    assert book.presentable == 1


def test_an_arrival_of_nobodys_guest_leaves_the_same_document() -> None:
    sheet = sheet_of(begun())
    stranger = issued("a")
    stranger.collect_events()
    enter(stranger)
    (entered,) = facts_of(stranger)
    assert document.evolve(entered, sheet) is sheet


ACTS: dict[str, Callable[[str], Act]] = {
    "register": lambda n: register(n, f"{n}1", f"{n}2"),
    "propose": lambda n: register(n, f"{n}1", kind="proposal"),
    "revise": lambda n: lambda a: a.revise_instrument(STAMP, id(n), **an_instrument(f"{n}1")),
    "withdraw": lambda n: lambda a: a.withdraw_instrument(STAMP, id(n), ""),
    "announce": announce,
    "present": lambda n: present(f"{n}1"),
    "link": lambda n: link(f"{n}1", "guest"),
    "unlink": lambda n: link(f"{n}1"),
    "represent": lambda n: lambda a: a.name_representative(STAMP, id(f"{n}1"), "Bà B", None),
}


@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from("xyz")), max_size=25))
def test_document_and_aggregate_agree_on_what_stands(acts: list[tuple[str, str]]) -> None:
    awards = begun()
    for act, name in acts:
        try:
            ACTS[act](name)(awards)
        except ConferenceError:
            continue
    book = folded(page, facts_of(awards))
    lines = [line for one in book.instruments for line in one.lines]
    assert {line.id for line in lines} == set(awards.lines)
    read = {one.id for one in book.instruments if one.announced_at}
    assert read == set(awards.announced)
    assert {line.id for line in lines if line.presented_at} == set(awards.presented)
    linked = {line.id: line.guest for line in lines if line.guest}
    assert linked == {line: guest for line, guest in awards.guests.items() if guest}
    assert {line.id for line in lines if line.representative} == set(awards.representatives)
    assert book.version == awards.version
