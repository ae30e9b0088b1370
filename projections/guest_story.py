"""A guest's story: how one invitation's facts make the row that all lists of guests share."""

from functools import singledispatch
from typing import Any

from conference.rules.precedence import Standing
from events.attendance import AbsenceExcused, CheckInReversed, ExcuseRevoked, GuestCheckedIn
from events.base import Fact
from events.invitation import (
    GroupCounted,
    GuestDescribed,
    InvitationIssued,
    PlaceOpened,
    PrecedenceOverridden,
    WalkInAdmitted,
)
from events.invitation_letters import (
    GuestReminded,
    InvitationOpened,
    InvitationSent,
    InvitationUndeliverable,
)
from projections.guest import Guest, Guests
from projections.guest_answers import ANSWERS, Clause
from projections.guest_letters import came_back, sent
from projections.replaced import replaced
from projections.wording import reworded


@singledispatch
def began(fact: Fact) -> Guest | None:
    """The row that a first fact begins; None for a group and for anything else."""
    return None


@began.register
def _(fact: InvitationIssued) -> Guest:
    return replaced(
        row(fact, fact.kind),
        standing=replaced(standing(fact), former=fact.former),
        name=fact.name,
        honorific=fact.honorific,
        post=fact.post,
        vip=fact.vip,
        phone=fact.phone,
        email=fact.email,
        code=fact.code,
        note=fact.note,
        invited_by=fact.invited_by,
    )


@began.register
def _(fact: PlaceOpened) -> Guest:
    return replaced(
        row(fact, "place"),
        number=fact.number,
        of=fact.of,
        group_invitation=fact.group_invitation,
        invited_by=fact.invited_by,
        standing=replaced(standing(fact), number=fact.number),
    )


@began.register
def _(fact: WalkInAdmitted) -> Guest:
    who = {"name": fact.name, "honorific": fact.honorific, "post": fact.post}
    return replaced(row(fact, "walk_in"), note=fact.voucher, **who)


def row(fact: Any, kind: str) -> Guest:
    place = {"body": fact.body, "site": fact.site, "version": fact.originator_version}
    return Guest(fact.originator_id, kind, fact.group, standing(fact), **place)


def standing(fact: Any) -> Standing:
    """The precedence of a first fact, or of a description, from the fields it has."""
    return Standing(
        bloc=fact.bloc,
        order=getattr(fact, "order", 0),
        tier=getattr(fact, "tier", "province"),
        superior=getattr(fact, "superior", False),
        host=getattr(fact, "host", False),
        post_rank=getattr(fact, "post_rank", None),
        in_post_since=getattr(fact, "in_post_since", None),
        birth_date=getattr(fact, "birth_date", None),
    )


def described(fact: GuestDescribed, guest: Guest) -> dict[str, Any]:
    own = ("name", "honorific", "post", "body", "vip", "phone", "email", "note")
    known = guest.standing
    rank = replaced(standing(fact), former=fact.former, order=known.order, number=known.number)
    named = guest.named_own if fact.name == guest.name else fact.by == guest.id
    return {"standing": rank, "named_own": named, **{name: getattr(fact, name) for name in own}}


CLAUSES: dict[type[Fact], Clause] = {
    GuestDescribed: described,
    **ANSWERS,
    InvitationSent: sent,
    InvitationUndeliverable: came_back,
    GuestReminded: lambda fact, guest: {"reminded_at": fact.at},
    InvitationOpened: lambda fact, guest: {"opened_at": fact.at},
    PrecedenceOverridden: lambda fact, guest: {
        "before": fact.before,
        "before_reason": fact.reason,
    },
    GuestCheckedIn: lambda fact, guest: {
        "entered_at": fact.at,
        "door": fact.door,
        "device": fact.device,
        "time_doubted": fact.time_doubted,
        "excuse": None,
    },
    CheckInReversed: lambda fact, guest: {
        "entered_at": None,
        "door": "",
        "device": "",
        "time_doubted": False,
    },
    AbsenceExcused: lambda fact, guest: {"excuse": fact.reason},
    ExcuseRevoked: lambda fact, guest: {"excuse": None},
}
"""What each later fact changes in a guest's row."""

BEGINNINGS = (InvitationIssued, PlaceOpened, WalkInAdmitted)


Told = tuple[Fact | None, list[tuple[Guests, Guests]]]
"""A fact, and the rows before and after it, once for each map of rows that it was told to."""

LAST: list[Told] = [(None, [])]
"""What was told last. Every list folds the same fact, and lists that have followed the same facts
share one map of rows: the work is done once for all of them. Exchanged whole, so that threads
that fold at the same time only do the work again."""


def rows(fact: Fact, guests: Guests) -> Guests:
    """The rows after one of ROW_FACTS; the same ones where it is about no guest."""
    told = LAST[0]
    if told[0] is not fact:
        told = LAST[0] = (fact, [])
    for before, after in told[1]:
        if before is guests:
            return after
    row = row_after(fact, guests)
    after = guests.set(row.id, row) if row else guests
    told[1].append((guests, after))
    return after


def row_after(fact: Fact, guests: Guests) -> Guest | None:
    """The row of the guest whom the fact is about; None where it is about no guest."""
    clause = CLAUSES.get(type(fact))
    if clause is None:
        return began(fact)
    before = guests.get(fact.originator_id)
    if before is None:
        return None
    after = replaced(before, version=fact.originator_version, **clause(fact, before))
    return reworded(fact, before, after)


def recounted(fact: GroupCounted, guests: Guests) -> Guests:
    """The rows with a group's places counted out of its new count ("đại biểu 3/8")."""
    of = fact.count or 0
    places = (guest for guest in guests.values() if guest.group_invitation == fact.originator_id)
    return guests.update({one.id: replaced(one, of=of) for one in places if one.number <= of})


ROW_FACTS: tuple[type[Fact], ...] = (*BEGINNINGS, *CLAUSES)
"""Every fact that a guest's row is made of."""
