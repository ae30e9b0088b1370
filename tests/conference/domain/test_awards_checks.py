"""The lock, waivers, and papers that were made elsewhere."""

from typing import Any

import pytest
from builders import STAMP, id, then, told
from builders_awards import FLAGS, some_awards, two_turns

from conference.domain.awards import Awards
from conference.errors import NotFound, Refused
from events.awards_checks import (
    ArtefactEntered,
    ArtefactWithdrawn,
    FindingWaived,
    PlanAmended,
    PlanLocked,
    PlanUnlocked,
    WaiverRevoked,
)


def locked() -> Awards:
    return two_turns(lambda a: a.lock_plan(STAMP))


def test_nothing_is_locked_while_there_is_no_turn() -> None:
    with pytest.raises(Refused, match=r"awards\.nothing-to-lock"):
        some_awards().lock_plan(STAMP)


def test_a_plan_is_locked_once_until_it_was_amended() -> None:
    awards = two_turns()
    for _ in range(2):
        awards.lock_plan(STAMP)
    awards.amend(STAMP, "một đơn vị đổi tên")
    for _ in range(2):
        awards.lock_plan(STAMP)
    assert told(then(awards)) == [
        (PlanLocked, {"number": 1}),
        (PlanAmended, {"number": 1, "reason": "một đơn vị đổi tên"}),
        (PlanLocked, {"number": 2}),
    ]


@pytest.mark.parametrize("reason", [None, ""])
def test_behind_the_lock_a_change_needs_a_reason(reason: str | None) -> None:
    awards = locked()
    with pytest.raises(Refused, match=r"awards\.locked") as refused:
        awards.amend(STAMP, reason)
    assert (refused.value.facts, then(awards)) == ({"number": 1}, [])


def test_an_open_plan_is_amended_without_a_word() -> None:
    awards = locked()
    for _ in range(2):
        awards.unlock_plan(STAMP, "bổ sung một quyết định")
    awards.amend(STAMP, None)
    unlocked = {"number": 1, "reason": "bổ sung một quyết định"}
    assert told(then(awards)) == [(PlanUnlocked, unlocked)]


WAIVED: dict[str, Any] = {"said": "16/15", "name": "Trần Chí Viễn", "reason": "đã hỏi Ban TĐKT"}


def test_a_finding_is_waived_as_it_was_said_and_counts_again() -> None:
    awards, where = two_turns(), ("count-mismatch", "instrument:1")
    for _ in range(2):
        awards.waive_finding(STAMP, *where, **WAIVED)
    awards.waive_finding(STAMP, *where, **{**WAIVED, "said": "16/14"})
    for _ in range(2):
        awards.revoke_waiver(STAMP, *where)
    place = {"code": where[0], "where": where[1]}
    assert told(then(awards)) == [
        (FindingWaived, {**place, **WAIVED}),
        (FindingWaived, {**place, **WAIVED, "said": "16/14"}),
        (WaiverRevoked, place),
    ]


def test_a_paper_made_elsewhere_is_entered_by_what_it_shows_and_withdrawn() -> None:
    awards = two_turns()
    said = {"kind": "presenter_card", "title": "Thẻ 1", "turn": FLAGS, "shows": ["a", "b"]}
    for _ in range(2):
        awards.enter_artefact(STAMP, id("card"), **said, shown_at=None)
    awards.withdraw_artefact(STAMP, id("card"), "in lại")
    with pytest.raises(NotFound):
        awards.withdraw_artefact(STAMP, id("card"), "in lại")
    with pytest.raises(NotFound):
        awards.enter_artefact(STAMP, id("x"), **{**said, "turn": id("none")}, shown_at=None)
    assert told(then(awards)) == [
        (ArtefactEntered, {"artefact": id("card"), **said, "shown_at": None}),
        (ArtefactWithdrawn, {"artefact": id("card"), "reason": "in lại"}),
    ]
