"""Who comes without a turn; what is left of a rehearsal whose instrument was withdrawn."""

from builders import STAMP, id
from builders_awards import CERTIFICATE, announce, present, register
from builders_stage import Played, planned

from projections.ceremony_unplanned import unplanned

NAMES = ("Nguyễn Văn Đỏ", "Trần Thị Ê", "Lê Văn Ổn")


def ceremony(*acts: object) -> Played:
    """Three certificates of which the last two are presented elsewhere; Ê has another name."""
    off = lambda a: a.choose_stage_list(STAMP, [id(one) for one in NAMES[1:]], False)  # noqa: E731
    named = lambda a: a.note_aliases(STAMP, id(NAMES[1]), ["Cô Tư Bến Tre"])  # noqa: E731
    told = register("flags", *NAMES, award=CERTIFICATE, recipients="individual")
    return Played(*planned(told, off, named, *acts))  # type: ignore[arg-type]


def found(played: Played, wanted: str) -> list[str]:
    return [line.name for _, line in unplanned(played.now, wanted)]


def test_a_line_that_no_turn_has_is_found_by_name_or_other_name_without_diacritics() -> None:
    one = ceremony()
    assert found(one, "tran e") == ["Trần Thị Ê"]
    assert found(one, "ben tre") == ["Trần Thị Ê"]
    assert found(one, "van") == ["Lê Văn Ổn"]  # the first is in a turn
    assert found(one, " ") == []


def test_a_proposal_has_nobody_to_call() -> None:
    one = Played(*planned(register("asked", "Xã A", kind="proposal")))
    assert found(one, "xa") == []


def test_who_got_a_gold_card_or_the_award_is_not_found_again() -> None:
    one = ceremony()
    one.act(one.stage.give_gold_card, id(NAMES[1]))
    assert found(one, "tran") == []
    handed = ceremony(announce("flags"), present(NAMES[2]))
    assert found(handed, "on") == []


def test_the_hall_looks_at_a_ceremony_from_its_first_cue_to_its_last() -> None:
    one = Played(*planned(register("flags", "a")))
    assert not one.now.under_way
    under_way = []
    while one.press():
        under_way.append(one.now.under_way)
    assert under_way == [True] * 4 + [False]


def test_the_hall_looks_at_a_screen_that_is_covered_until_the_ceremony_is_ended() -> None:
    one = Played(*planned(register("flags", "a")))
    one.act(one.stage.cover_screen, True)
    assert one.now.under_way
    one.act(one.stage.close_stage)
    assert not one.now.under_way


def test_a_rehearsal_of_what_was_withdrawn_since_stands_without_it() -> None:
    awards = planned(register("flags", "a"), register("gone", "x", award=CERTIFICATE))
    one = Played(*awards, run=1)
    one.play()
    withdraw = lambda a: a.withdraw_instrument(STAMP, id("gone"), "thu hồi")  # noqa: E731
    later = planned(register("flags", "a"), register("gone", "x", award=CERTIFICATE), withdraw)
    one.facts += later[len(awards) :]
    assert [live.places[0].name for live in one.now.turns] == ["a"]
    assert one.now.cue is not None
    assert one.now.by_id.get(one.now.cue.turn) is None  # type: ignore[arg-type]
