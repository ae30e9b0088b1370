"""What is said aloud, cue by cue: whole sentences, nobody who is not called, every post."""

from typing import Any

from builders import STAMP, id
from builders_awards import register, turn_id
from builders_stage import Played, linked, planned

from conference.documents.mc_words import Spoken, added, award_words, people, plain, spoken
from conference.language import catalogue


def say(code: str, **facts: Any) -> str:
    return catalogue("vi")[code] % facts if facts else catalogue("vi")[code]


def heard(played: Played) -> Spoken:
    cue = played.now.cue
    assert cue is not None
    return spoken(cue, played.now, say)


def texts(said: Spoken) -> list[str]:
    return [plain(one) for one in (*said.mc, *said.announcer)]


def flags(**said: Any) -> Played:
    return Played(*planned(register("flags", "Xã A", "Xã B", **said), *linked("Xã A")))


def test_a_decision_is_read_whole_by_who_announces_it() -> None:
    played = flags(number="501/QĐ-UBND", title="Tặng Cờ thi đua")
    played.press()
    said = heard(played)
    assert said.voice == "announcer"
    assert texts(said) == [
        "Xin trân trọng kính mời Ban Thi đua - Khen thưởng lên công bố "
        "Quyết định số 501/QĐ-UBND ngày 1/3/2019 của Phạm Vũ Hồng.",
        "Quyết định số 501/QĐ-UBND ngày 1/3/2019 của Phạm Vũ Hồng: Tặng Cờ thi đua.",
        "Quyết định tặng cho 02 tập thể có tên sau đây.",
    ]
    assert [(one.position, one.name, one.note) for one in said.names] == [
        (1, "Xã A", None),
        (2, "Xã B", None),
    ]


def test_a_proposal_without_number_day_or_signatory_is_read_all_the_same() -> None:
    told = {"number": None, "dated_on": None, "signatory": None, "title": "Đề nghị"}
    played = flags(kind="proposal", **told)
    played.press()
    assert texts(heard(played))[1:] == ["Tờ trình: Đề nghị.", "Danh sách đề nghị gồm 02 tập thể."]


def test_only_who_is_called_is_named_and_counted() -> None:
    played = flags()
    played.act(played.stage.settle_absence, id("Xã A"), "later")
    played.until("call")
    said = heard(played)
    assert [one.name for one in said.names] == ["Xã B"]
    assert "đại diện 01 tập thể" in texts(said)[0]


def test_presenters_are_asked_with_their_posts_the_first_first() -> None:
    who = [
        {"guest": None, "name": "Ông A", "post": "Phó Bí thư, Chủ tịch"},
        {"guest": None, "name": "Bà B", "post": None},
    ]
    assign = lambda a: a.assign_presenters(STAMP, turn_id("flags"), who)  # noqa: E731
    played = Played(*planned(register("flags", "Xã A", "Xã B"), assign))
    played.until("handover")
    said = heard(played)
    assert "kính mời Ông A, Phó Bí thư, Chủ tịch; Bà B lên trao tặng" in texts(said)[0]
    assert said.hint is None


def test_a_family_receives_for_the_dead_and_a_leader_for_a_collective() -> None:
    played = Played(*planned(register("orders", "Cụ A", recipients="posthumous")))
    played.act(
        played.stage.settle_absence, id("Cụ A"), "representative", name="Bà C", relation="vợ"
    )
    played.until("call")
    said = heard(played)
    assert "đại diện gia đình 01 cá nhân được truy tặng" in texts(said)[0]
    assert [one.note for one in said.names] == ["nhận thay: Bà C, vợ"]


def test_what_is_filled_in_is_stressed() -> None:
    played = flags()
    played.until("call")
    (whole,) = heard(played).mc
    assert [text for text, strong in whole if strong] == [
        "đại diện 02 tập thể",
        award_words("co_thi_dua_cap_tinh", None, say),
    ]


def test_people_are_counted_by_kind() -> None:
    assert people(["collective", "individual", "collective"], say, "count") == (
        "02 tập thể, 01 cá nhân"
    )


def test_a_name_that_an_edit_brings_is_read_before_it_is_taken() -> None:
    played = Played(*planned(register("flags", "Xã A", "Xã B")))
    played.act(played.stage.settle_absence, id("Xã B"), "later")
    played.until("handover")
    live = played.now.on_stage
    assert live is not None
    assert added(live, say) == ()
    played.act(played.stage.lift_absence, id("Xã B"))
    live = played.now.on_stage
    assert live is not None
    assert [one.name for one in added(live, say)] == ["Xã B"]
