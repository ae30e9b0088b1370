"""What a print would say otherwise now: exactly what has changed since, and nothing else."""

from collections.abc import Callable

import pytest
from builders import STAMP, id
from builders_awards import CERTIFICATE, an_instrument
from builders_ceremony import (
    PRESENTERS,
    a_ceremony,
    a_source,
    made,
    play,
    prepare,
    present_by,
    say_as,
)
from builders_commands import HERE, shelf_of

from conference.commands.awards import (
    register_instrument,
    revise_instrument,
    withdraw_instrument,
)
from conference.commands.awards_plan import choose_stage_list, lock_plan
from conference.commands.invitation_answers import accept_invitation, decline_invitation
from conference.documents.ceremony_papers import PAPERS
from conference.documents.paper_changes import changes
from conference.store import Store

Told = dict[str, tuple[str, ...]]


def told(store: Store, name: str, act: Callable[[], object]) -> Told:
    """What changes on a paper by an act: the lines by what they are about."""
    a_ceremony(store)
    then = made(shelf_of(store), name)
    act()
    now = shelf_of(store)
    found = changes(then, made(now, name), a_source(now).say)
    return {one.title.split(" · ")[0]: one.lines for one in found}


@pytest.mark.parametrize("name", list(PAPERS))
def test_a_lock_and_an_answer_of_who_is_awaited_change_no_paper(store: Store, name: str) -> None:
    def act() -> None:
        lock_plan(store, STAMP, **HERE)
        accept_invitation(store, STAMP, **HERE, guest=id("alpha"))

    assert told(store, name, act) == {}


def test_who_declines_becomes_a_gap_and_is_taken_out_of_the_count(store: Store) -> None:
    def act() -> None:
        decline_invitation(store, STAMP, **HERE, guest=id("alpha"), reason="ốm")

    (lines,) = told(store, "tray-sheet", act).values()
    assert lines[0] == "Hiện vật: 1 bằng khung (khay phủ vải đỏ) → 0 bằng khung (khay phủ vải đỏ)"
    assert lines[1] == "alpha: bằng khung → để trống: vắng · cất riêng"
    assert len(lines) == 2


def test_presenters_and_phonetics_are_told_with_what_stood_there(store: Store) -> None:
    def act() -> None:
        present_by(store, 2, PRESENTERS[1])
        say_as(store, "alpha", "an-pha")

    (lines,) = told(store, "mc-script", act).values()
    who = "– Ông Bình, Phó Chủ tịch UBND tỉnh"
    assert any(line.startswith("Mời người trao: Lời dẫn: chưa phân công") for line in lines)
    assert any(who in line for line in lines)
    assert "alpha: – → đọc: an-pha" in lines


def test_a_new_card_is_told_by_the_name_of_its_presenter(store: Store) -> None:
    act = lambda: present_by(store, 3, PRESENTERS[0])  # noqa: E731
    (lines,) = told(store, "presenter-cards", act).values()
    assert "Thêm: Lượt 3, Bà Em" in lines
    assert "Bỏ: Lượt 3, chưa phân công người trao" in lines


def test_names_that_came_went_and_were_put_right_are_told_by_turn(store: Store) -> None:
    def act() -> None:
        (instrument,) = (
            one for one in shelf_of(store).run_sheet.book.instruments if one.number == "501/QĐ-UBND"
        )
        said = an_instrument("alpha", "beta", "delta", award=CERTIFICATE, placing=2)
        for line in said["lines"][:2]:
            line["guest"] = id(line["name"])
        said["lines"][1]["name"] = "Beta"
        revise_instrument(store, STAMP, **HERE, instrument=instrument.id, **said)

    found = told(store, "posting-list", act)
    assert found["Lượt 2"] == ("Tên: beta → Beta",)
    assert found["Lượt 3"] == ("Bỏ: gamma", "Thêm: delta")


def test_a_turn_that_is_new_and_one_that_is_gone_are_told_with_their_names(store: Store) -> None:
    def act() -> None:
        choose_stage_list(store, STAMP, **HERE, lines=[id("gamma")], on_stage=False)
        said = an_instrument("omega", number="700/QĐ-UBND", award="giay_khen")
        register_instrument(store, STAMP, **HERE, **said)

    a_ceremony(store)
    before = made(shelf_of(store), "tray-sheet")
    act()
    now = shelf_of(store)
    found = changes(before, made(now, "tray-sheet"), a_source(now).say)
    assert [one.lines for one in found] == [("Phần mới: omega",), ("Phần này không còn: gamma",)]
    then = made(shelf_of(store), "tray-sheet")
    (one,) = (o for o in shelf_of(store).run_sheet.book.instruments if o.number == "700/QĐ-UBND")
    withdraw_instrument(store, STAMP, **HERE, instrument=one.id, reason="nhầm")
    (gone,) = changes(then, made(shelf_of(store), "tray-sheet"), a_source(shelf_of(store)).say)
    assert gone.lines == ("Phần này không còn: omega",)


def test_hours_that_only_follow_are_told_once_for_each_turn(store: Store) -> None:
    found = told(store, "run-sheet", lambda: prepare(store, 1, seconds=600))
    assert found["Lượt 2"] == ("Chỉ số thứ tự hoặc giờ đổi theo phần trước",)
    assert any("Giây: " in line for line in found["Lượt 1"])


def test_once_the_ceremony_has_begun_the_rows_on_paper_are_those_that_were_called(
    store: Store,
) -> None:
    assert told(store, "tray-sheet", lambda: play(store, 8)) == {}
