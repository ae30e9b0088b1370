"""The letters at a glance: how far each invitation has come, and which sendings there were."""

from zoneinfo import ZoneInfo

from builders import STAMP, at, folded, id
from builders_invitation import a_walk_in, facts_of, issued, replace_by

from conference.domain.invitation import Invitation
from projections import guest_list
from projections.letters import (
    STAGES,
    Batch,
    all_ways,
    batches,
    by_group,
    letters,
    totals,
    under,
    unreached,
)

DAY = "2019-03-20"
HERE = ZoneInfo("Asia/Ho_Chi_Minh")


def listed() -> guest_list.GuestList:
    """Seven guests of one group, each at another stage, and one who walked in."""
    names = ("drafted", "sent", "opened", "accepted", "declined", "substituted", "again")
    guests = {name: issued(name) for name in names}
    for name in ("sent", "opened", "accepted", "again"):
        guests[name].send(STAMP, "paper", "45/GM", DAY, at("08:00"))
    guests["opened"].open(STAMP, at("09:00"))
    guests["accepted"].accept(STAMP)
    guests["declined"].decline(STAMP, "ốm")
    replace_by(guests["substituted"])
    guests["again"].reissue(STAMP, "mất thư")
    elsewhere = issued("elsewhere", invited_by="UBND huyện")
    document = folded(guest_list, facts_of(*guests.values(), elsewhere, a_walk_in()))
    assert isinstance(document, guest_list.GuestList)
    return document


def test_a_group_is_counted_by_stage_and_a_walk_in_is_not() -> None:
    (row,) = by_group(listed())
    assert dict(zip(STAGES, row.counts, strict=True)) == totals((row,))
    assert totals((row,)) == {**dict.fromkeys(STAGES, 1), "drafted": 2, "withdrawn": 0}
    assert row.total == 8


def test_a_group_is_counted_by_the_ways_its_letters_went() -> None:
    ways = {"a": ("paper",), "b": ("paper", "email"), "c": ("messenger",), "d": ()}
    guests = {name: issued(name) for name in ways}
    for name, channels in ways.items():
        for channel in channels:
            guests[name].send(STAMP, channel, "45/GM", DAY, at("08:00"))
    (row,) = by_group(folded(guest_list, facts_of(*guests.values())))
    assert row.sent_by == all_ways((row,)) == (("paper", 2), ("email", 1), ("messenger", 1))


def test_who_has_a_new_code_waits_for_a_letter_again() -> None:
    document = listed()
    assert {one.id for one in document.waiting()} >= {id("drafted"), id("again")}
    assert id("elsewhere") not in {one.id for one in document.waiting()}
    assert [one.id for one in letters(document, "opened")] == [id("opened")]
    assert id("again") not in {one.id for one in under(document, Batch("45/GM", DAY, "paper", 4))}


def test_a_sending_tells_how_many_it_went_to_and_whether_in_time() -> None:
    (batch,) = batches(listed(), HERE)
    assert batch == Batch("45/GM", DAY, "paper", 4)
    assert batch.late("2019-03-25")
    assert not batch.late("2019-03-26")
    assert not batch.late(None)


def test_a_sending_is_told_from_another_of_its_number_by_day_and_channel() -> None:
    guests = {name: issued(name) for name in "abc"}
    for name, channel, day in (
        ("a", "paper", DAY),
        ("b", "email", DAY),
        ("c", "paper", "2019-03-21"),
    ):
        guests[name].send(STAMP, channel, "45/GM", day, at("08:00"))
    document = folded(guest_list, facts_of(*guests.values()))
    found = [[one.id for one in under(document, batch)] for batch in batches(document, HERE)]
    assert found == [[id("c")], [id("a")], [id("b")]]


def test_a_message_sent_later_than_it_is_dated_is_late_by_its_own_day() -> None:
    guest = issued("a")
    guest.send(STAMP, "messenger", "45/GM", "2019-03-11", at("08:00"))
    (batch,) = batches(folded(guest_list, facts_of(guest)), HERE)
    assert (batch.went_on, batch.late("2019-03-26")) == ("2019-03-25", True)


def mailed(name: str) -> Invitation:
    invitation = issued(name, email=f"{name}@example.vn")
    invitation.send(STAMP, "email", "45/GM", DAY, at("08:00"))
    return invitation


def come_back(invitation: Invitation, kind: str = "letter") -> None:
    address = f"{invitation.said['name']}@example.vn"
    invitation.come_back(STAMP, kind, address, "bounced", "45/GM", DAY, at("09:00"))


def test_a_letter_that_came_back_waits_again_and_its_address_is_named() -> None:
    back, again, reminded, fine = map(mailed, ("back", "again", "reminded", "fine"))
    come_back(back)
    come_back(again)
    again.send(STAMP, "email", "45/GM", DAY, at("10:00"))
    come_back(reminded, "reminder")
    document = folded(guest_list, facts_of(back, again, reminded, fine))
    assert [one.id for one in document.waiting()] == [back.id]
    assert {one.id for one in unreached(document)} == {back.id, reminded.id}
    assert batches(document, HERE) == (
        Batch("45/GM", DAY, "email", 4, returned=1, went_on="2019-03-25"),
    )


def test_another_address_has_not_failed_yet() -> None:
    back = mailed("back")
    come_back(back)
    back.describe(STAMP, email="moi@example.vn")
    assert unreached(folded(guest_list, facts_of(back))) == ()


def test_who_has_a_letter_and_gave_no_answer_is_unanswered() -> None:
    found = {one.id for one in listed().unanswered()}
    assert found == {id("sent"), id("opened")}
    assert listed().unanswered("khác") == ()


def test_a_mail_that_went_out_later_than_it_is_dated_is_late_by_its_own_day() -> None:
    paper, mail = Batch("1", DAY, "paper", 1), Batch("1", DAY, "email", 1, 0, "2019-03-22")
    assert (paper.late("2019-03-26"), mail.late("2019-03-26")) == (False, True)
