"""The rules of the ceremony: announced once, presented once, a proposal never presented."""

import pytest
from builders import STAMP, at, id, then, told
from builders_awards import an_instrument, announce, present, register, some_awards

from conference.domain.awards import Awards
from conference.errors import NotFound, Refused
from events.awards import AwardPresented, InstrumentAnnounced


def proposed() -> Awards:
    return some_awards(register("proposal", "a", kind="proposal"))


def test_a_decision_is_announced_once() -> None:
    awards = some_awards(register("flags"))
    for clock in ("10:00", "10:05"):
        announce("flags", clock)(awards)
    read = {"instrument": id("flags"), "announcer": "Ban Thi đua", "at": at("10:00")}
    assert told(then(awards)) == [(InstrumentAnnounced, read)]
    with pytest.raises(Refused, match=r"awards\.already-announced"):
        awards.announce_instrument(STAMP, id("flags"), "MC", at("10:06"))


def test_a_proposal_is_announced_and_never_presented() -> None:
    awards = proposed()
    announce("proposal")(awards)
    assert [type(fact) for fact in then(awards)] == [InstrumentAnnounced]
    with pytest.raises(Refused, match=r"awards\.proposal-never-presented"):
        present("a")(awards)


def test_a_proposal_that_became_a_decision_is_presented() -> None:
    awards = proposed()
    announce("proposal")(awards)
    awards.revise_instrument(STAMP, id("proposal"), **an_instrument("a"))
    present("a")(awards)
    assert awards.presented == {id("a"): ("Chủ tịch", "a")}


def test_a_line_is_presented_once() -> None:
    awards = some_awards(register("flags", "a", "b"), announce("flags"))
    for clock in ("10:10", "10:12"):
        present("a", clock)(awards)
    who = {"presenter": "Chủ tịch", "receiver": "a", "witness": None}
    handed = {"line": id("a"), **who, "at": at("10:10"), "objects": ["flag"]}
    assert told(then(awards)) == [(AwardPresented, handed)]
    for presenter, receiver in (("Bí thư", "a"), ("Chủ tịch", "b")):
        with pytest.raises(Refused, match=r"awards\.already-presented"):
            awards.present_award(STAMP, id("a"), presenter, receiver, at("10:15"))


def test_a_decision_is_read_before_it_is_presented() -> None:
    awards = some_awards(register("flags", "a"), register("other", "b"), announce("other"))
    with pytest.raises(Refused, match=r"awards\.not-announced"):
        present("a")(awards)
    assert then(awards) == []


def test_a_family_receives_for_the_dead() -> None:
    awards = some_awards(register("flags", "a", recipients="posthumous"), announce("flags"))
    with pytest.raises(Refused, match=r"awards\.family-needed"):
        present("a")(awards)
    awards.name_representative(STAMP, id("a"), "Bà B", "vợ")
    present("a")(awards)
    assert awards.presented == {id("a"): ("Chủ tịch", "a")}


def test_a_representative_of_the_list_itself_is_enough() -> None:
    said = {"recipients": "posthumous", "representative": "Bà B"}
    awards = some_awards(register("flags", "a", **said), announce("flags"))
    present("a")(awards)
    assert [type(fact) for fact in then(awards)] == [AwardPresented]


def test_an_instrument_that_comes_back_is_announced_anew() -> None:
    awards = some_awards(
        register("flags", "a"),
        announce("flags"),
        lambda a: a.withdraw_instrument(STAMP, id("flags"), "nhầm"),
        register("flags", "a"),
    )
    announce("flags", "10:30")(awards)
    assert [type(fact) for fact in then(awards)] == [InstrumentAnnounced]


def test_nothing_unknown_is_announced_or_presented() -> None:
    awards = some_awards(register("flags", "a"))
    for act in (announce("nothing"), present("nobody")):
        with pytest.raises(NotFound):
            act(awards)
